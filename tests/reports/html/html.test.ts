import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {escaped, html, joined, render, trusted} from '../../../src/reports/html/html.ts'

describe('html', () => {
  test('words are text, in elements and in attributes', () => {
    const words = '"><script>alert(1)</script>\'&'
    expect(render(html`<p title="${words}">${words}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;</p>'
    )
  })

  test('markup made by the tag is kept, absent parts print nothing, lists one after another', () => {
    expect(render(html`<ul>${[html`<li>a</li>`, undefined, null, false, 0, '<']}</ul>`)).toBe(
      '<ul><li>a</li>0&lt;</ul>'
    )
    expect(render(trusted('<b>'))).toBe('<b>')
    expect(render(joined(['a', '', undefined, 'b'], ', '))).toBe('a, b')
  })

  test('no object from a JSON file passes as markup', () => {
    const forged = JSON.parse('{"markup": "<script>", "text": "<script>"}')
    expect(() => render(html`${forged}`)).toThrow(TypeError)
  })

  test('any string gives well-formed text without signs of markup, controls or turned direction', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (words) => {
        const text = escaped(words)
        expect(text.isWellFormed()).toBe(true)
        expect(text).not.toMatch(/[<>"'\u0000\u202e]|&(?!(?:amp|lt|gt|quot|#39);)/)
      })
    )
  })
})
