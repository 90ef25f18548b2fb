import {describe, expect, it} from 'vitest'
import {fromHtml} from '../../src/blocks/html/from-html.ts'
import {linesOfBlocks} from '../support/block-lines.ts'

const read = (html: string) => fromHtml({kind: 'html', format: 'html', html, warnings: []})

describe('HTML as blocks', () => {
  it('leaves navigation, scripts, hidden words and footers of a saved page out, and keeps a note of them', () => {
    const blocks = read(
      '<!doctype html><title>Harbour plan | Harbour Board</title><body><script>track()</script><nav>Home News</nav><div class="cookie-banner">We use cookies</div><h1>Harbour plan</h1><p>Clean <span class="visually-hidden">hidden</span>quays.</p><footer>Contact us</footer></body>'
    )
    expect(linesOfBlocks(blocks)).toEqual(['# Harbour plan', 'p Clean quays.'])
    expect(blocks.furniture.map(({text}) => text)).toEqual(['Home News', 'We use cookies', 'Contact us'])
    expect(blocks.title).toBe('Harbour plan | Harbour Board')
  })

  it('lists, nested lists, line breaks, bold and definitions', () => {
    const blocks = read(
      '<ol type="a"><li><strong>Sweep</strong>.<br>Every day.</li><li>Mend<ul><li>ropes</li><li></li></ul></li></ol><dl><dt>Fairway</dt><dd>The deep channel.</dd></dl><p>One<br><br>Two</p>'
    )
    expect(linesOfBlocks(blocks)).toEqual([
      'a. *Sweep.* / Every day.',
      'b. Mend',
      '  - ropes',
      'p *Fairway* / The deep channel.',
      'p One',
      'p Two'
    ])
  })

  it('a list of links to places of the same page is its contents', () => {
    const item = (name: string, words = '') => `<li><a href="#${name}">${name}</a>${words}</li>`
    const contents = read(`<h1>Quays</h1><ul>${item('Walls')}${item('Ropes')}${item('Lamps')}</ul><p>Words.</p>`)
    expect(contents.tree.children.map((block) => block.data?.contents)).toEqual([undefined, '', '', '', undefined])
    const list = read(`<ul>${item('Walls', ' are mended')}${item('Ropes')}${item('Lamps')}</ul>`)
    expect(linesOfBlocks(list)).toEqual(['- Walls are mended', '- Ropes', '- Lamps'])
  })

  it('tables with spans; a table for the layout is none', () => {
    const table =
      '<table><tr><th>Step<th>Start<th>Who</tr><tr><td rowspan=2>Mend<td>May 2031<td>Ola</tr><tr><td>June 2031<td>Ola</tr></table>'
    expect(linesOfBlocks(read(table))).toEqual([
      'row Step | Start | Who',
      'row r2 Mend | May 2031 | Ola',
      'row  | June 2031 | Ola'
    ])
    expect(linesOfBlocks(read('<table><tr><td><h2>Aim</h2><p>Words.</p></td></tr></table>'))).toEqual([
      '## Aim',
      'p Words.'
    ])
  })

  it('every block stands in the reading text where its position says', () => {
    const blocks = read(
      '<h1>Aim one</h1><p>Clean &amp; calm.</p><ul><li>First<li>Second</ul><table><tr><td>a<td>b</tr><tr><td>c<td>d</tr></table>'
    )
    type Node = {
      type: string
      value?: string
      position?: {start: {offset?: number}; end: {offset?: number}}
      children?: Node[]
    }
    const words = (node: Node): string =>
      node.value ?? (node.children ?? []).map(words).join(node.type === 'tableRow' ? '\t' : '')
    const check = (node: Node): void => {
      if (['heading', 'paragraph', 'tableCell', 'tableRow'].includes(node.type))
        expect(blocks.text.slice(node.position!.start.offset, node.position!.end.offset)).toBe(words(node))
      else expect(node.position).toBeDefined()
      if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell')
        node.children?.forEach(check)
    }
    check(blocks.tree as Node)
  })

  it('elements nested too deep are read for their words, with a warning', () => {
    const blocks = read(`${'<div>'.repeat(30_000)}Deep words`)
    expect(linesOfBlocks(blocks).join(' ')).toContain('Deep words')
  })
})
