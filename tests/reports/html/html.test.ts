import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {escaped, html, joined, render, trusted} from '../../../src/reports/html/html.ts'
import {elementsOf, parsePage} from '../../support/pages.ts'

describe('html', () => {
  test('words are text, in elements and in attributes', () => {
    const words = '"><script>alert(1)</script>\'&'
    expect(render(html`<p title="${words}">${words}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\'&amp;">&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\'&amp;</p>'
    )
  })

  test('markup made by the tag is kept, absent parts print nothing, lists one after another', () => {
    expect(render(html`<ul>${[html`<li>a</li>`, undefined, null, false, 0, '<']}</ul>`)).toBe('<ul><li>a0&lt;</ul>')
    expect(render(trusted('<b>'))).toBe('<b>')
    expect(render(joined(['a', '', undefined, 'b'], ', '))).toBe('a, b')
  })

  test('what HTML does without is left out, and any value is read back as it was', () => {
    expect(
      render(html`<p class="a b" id="${'x/1'}"><img alt="${''}" src="${'a/'}">x</p>\n   <ul><li title="y">z</li></ul>`)
    ).toBe('<p class="a b" id=x/1><img alt="" src="a/">x\n<ul><li title=y>z</ul>')
    expect(render(html`<svg><rect width="3"/></svg>`)).toBe('<svg><rect width="3"/></svg>')
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), fc.string({unit: 'grapheme'}), (value, words) => {
        const printable = (text: string) => escaped(text) === text
        fc.pre(printable(value) && printable(words) && !/[\r\n\f]/.test(value + words))
        const [paragraph] = elementsOf(parsePage(render(html`<p title="${value}">${words}</p>`))).filter(
          ({tagName}) => tagName === 'p'
        )
        expect(paragraph!.properties.title).toBe(value)
        expect(paragraph!.children.map((child) => ('value' in child ? child.value : '')).join('')).toBe(words)
      })
    )
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
        expect(text).not.toMatch(/[<>"\u0000\u202e]|&(?!(?:amp|lt|gt|quot);)/)
      })
    )
  })
})
