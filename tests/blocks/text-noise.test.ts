import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {blocksOfText, linesOfText} from '../support/documents.ts'

/** Words, headings' depth and bold left out: what two conversions of one page have in common. */
const words = (text: string): string[] =>
  linesOfText(text).map((line) => line.replace(/^#+ /, '# ').replaceAll('*', ''))

describe('what a conversion adds leaves no trace', () => {
  const plain =
    '# Aim 1 - Clean quays\n\nWe will:\n\n- Sweep the quays.\n- Mend the ropes.\n\nWhy it matters to us all.\n'
  it.each<[string, string]>([
    ['other bullets', plain.replaceAll('- Sweep', '• Sweep').replaceAll('- Mend', '- · Mend')],
    ['bold', plain.replace('Sweep', '**Sweep**').replace('Why it', '**Why it**')],
    ['bold that splits a word', plain.replace('Mend', '**M**end')],
    ['an empty bullet', plain.replace('- Mend', '- \n- Mend')],
    ['a heading level', plain.replace('# Aim', '#### Aim')],
    ['a heading in bold', plain.replace('# Aim 1 - Clean quays', '## **Aim 1 - Clean quays**')],
    ['page marks', plain.replace('- Mend', '\n\nOFFICIAL  \n12\n\n\n\n- Mend')],
    ['a page break in a list', plain.replace('- Mend', '\n\n\n\n• Mend')],
    ['wide gaps everywhere', plain.replaceAll('\n\n', '\n\n\n\n')],
    ['a broken sentence', plain.replace('to us', '\n\n\nto us')],
    ['a wrapped line', plain.replace('matters to', 'matters\nto')],
    ['a link', plain.replace('us all', '[us all](https://example.org/a_(b))')],
    ['an HTML comment', plain.replace('We will', '<!-- page 3 -->\n\nWe will')],
    ['Windows line ends at the edge of a form feed', plain.replace('We will', '\fWe will')]
  ])('%s', (_, text) => {
    expect(words(text)).toEqual(words(plain))
  })

  it('lines that come again in a text of wide gaps are no running heads, nor are numbered ones', () => {
    const page = (number: number) =>
      `Aim ${number}: Clean quays of harbour ${number}\n\n\n${number}. Year 1 (2031 to 2032)\n\n\nYear 2\n\n\nSweep the quays twice.`
    const text = words([1, 2, 3, 4].map(page).join('\n\n\n'))
    expect(text.filter((line) => line.includes('Year 1'))).toHaveLength(4)
    expect(text.filter((line) => line.includes('Year 2'))).toHaveLength(4)
  })

  it('contents keep their titles; leaders, tabs and page numbers go', () => {
    const expected = ['p Foreword … 3', 'p Clean quays … 5', 'p Calm roads … 12']
    expect(linesOfText('Foreword.....\t3\nClean quays ........ 5\nCalm roads\t12\n')).toEqual(expected)
    expect(linesOfText('Foreword\t3\nClean quays\t5\nCalm roads\t12\n')).toEqual(expected)
  })

  it('terms and meanings wrapped over rows are whole again', () => {
    const whole = [
      'row Word | Meaning',
      'row Harbour Safety and Order Plan | What we do in a storm.',
      'row Fairway | The deep channel that ships keep to.'
    ]
    expect(
      linesOfText(
        'Word\tMeaning\nHarbour Safety and\tWhat we do in a storm.\nOrder Plan\t\nFairway\tThe deep channel that\n\tships keep to.\n'
      )
    ).toEqual(whole)
  })

  it('a row that slipped a column is put back', () => {
    const lines = linesOfText(
      'Step\tTask\tStart\tReview\tWho\nMend\tBuy rope\tMay 2031\tJune 2031\tOla\n\tSplice\tJune 2031\tJuly 2031\tOla\n\tPaint\tRed first\tJuly 2031\tMay 2032\n'
    )
    expect(lines.at(-1)).toBe('row Paint | Red first | July 2031 | May 2032 | ')
  })

  it('every word of the text is in the tree or the furniture, once, and where its position says', () => {
    const part = fc.constantFrom(
      'quay',
      'Rope',
      '**bold**',
      '- item',
      '\n',
      '\n\n',
      '\t',
      'a\tb',
      '# Head',
      '<p>cell</p>',
      'OFFICIAL',
      '1.',
      'end.',
      ' ',
      '|',
      '2031',
      '&amp;',
      '• x'
    )
    type Node = {
      type: string
      value?: string
      position?: {start: {offset?: number}; end: {offset?: number}}
      children?: Node[]
    }
    fc.assert(
      fc.property(fc.array(part, {maxLength: 30}), (parts) => {
        const text = parts.join('')
        const blocks = blocksOfText(text)
        const values = (node: Node): string[] =>
          node.value === undefined ? (node.children ?? []).flatMap(values) : [node.value]
        const said = [
          ...(blocks.tree.children as Node[]).flatMap(values),
          ...blocks.furniture.map((each) => each.text)
        ].join(' ')
        for (const word of ['quay', 'Rope', 'bold', 'item', 'cell', 'Head'])
          expect(said.split(word).length).toBe(text.split(word).length)
        const check = (node: Node): void => {
          if (node.position) {
            expect(node.position.start.offset).toBeGreaterThanOrEqual(0)
            expect(node.position.end.offset).toBeLessThanOrEqual(text.length)
          }
          if (node.type === 'paragraph' || node.type === 'heading') {
            const own = text
              .slice(node.position!.start.offset, node.position!.end.offset)
              .replace(/\*|<\/?p>|&amp;/g, '')
            for (const word of (node.children ?? []).flatMap((child) => (child.value ?? '').match(/[a-z]{4}/g) ?? []))
              expect(own).toContain(word)
          } else node.children?.forEach(check)
        }
        ;(blocks.tree.children as Node[]).forEach(check)
      }),
      {numRuns: 300}
    )
  })
})

/** Characters of each hostile text, and seconds it may take on a busy machine: time that grew with the square would take minutes. */
const size = 20_000
const seconds = 8

describe('hostile text takes bounded time', () => {
  it.each([
    'x',
    '- ',
    '>',
    '*a **b ',
    '[',
    '[a](b',
    '](',
    '`a``b',
    '<b>',
    '<',
    '<!--',
    '&',
    '\t',
    '\tb\t\n',
    '|a|b|\n|-|-|\n',
    '.',
    'a....1\n',
    '1\n\n\n',
    '\f',
    '-\n',
    'a\n-\n',
    '#',
    'a\n\nb\n\n',
    '[^1]: a\n',
    '\\',
    '<p>a\tb\n',
    '  '
  ])('%j over and over', (unit) => {
    const start = performance.now()
    blocksOfText(unit.repeat(Math.ceil(size / unit.length)))
    expect((performance.now() - start) / 1000).toBeLessThan(seconds)
  })

  it('underlines and rules by the ten thousand', () => {
    const start = performance.now()
    blocksOfText('a\n-\n'.repeat(25_000))
    blocksOfText('|a|b|\n|-|-|\n'.repeat(8_000))
    expect((performance.now() - start) / 1000).toBeLessThan(seconds)
  })

  it('lists and quotes nested without an end', () => {
    const start = performance.now()
    blocksOfText(Array.from({length: 500}, (_, depth) => `${' '.repeat(depth * 2)}- x`).join('\n'))
    blocksOfText(Array.from({length: 300}, (_, depth) => `${'>'.repeat(depth)} x`).join('\n'))
    expect((performance.now() - start) / 1000).toBeLessThan(seconds)
  })
})
