import {describe, expect, it} from 'vitest'
import {linesOfBlocks} from '../support/block-lines.ts'
import {blocksOfText, linesOfText} from '../support/documents.ts'

describe('text as blocks', () => {
  it('reads headings, lists of any bullet, and page marks as furniture', () => {
    const blocks = blocksOfText(
      '# **Aim 1 - Clean rivers**\n\n- · Fewer spills\n• More otters\n- \n- Clear water\n\nOFFICIAL  \n7\n\n\n\n## Aim 2 – Calm roads\n'
    )
    expect(linesOfBlocks(blocks)).toEqual([
      '# Aim 1 - Clean rivers',
      '- Fewer spills',
      '- More otters',
      '- Clear water',
      '## Aim 2 – Calm roads'
    ])
    expect(blocks.furniture.map(({kind, text}) => `${kind} ${text}`)).toEqual(['mark OFFICIAL', 'page-number 7'])
  })

  it('entries set in by less than the words of a numbered one stand in it', () => {
    const text =
      '1. Mend the weir\n  * new boards\n    * of oak\n  * new bolts\n2. Clear the ditch\n  * by hand\n\nWords.\n* apart\n'
    expect(linesOfText(text)).toEqual([
      '1. Mend the weir',
      '  - new boards',
      '    - of oak',
      '  - new bolts',
      '2. Clear the ditch',
      '  - by hand',
      'p Words.',
      '- apart'
    ])
  })

  it('letters that go on in one line, set off by gaps, are entries of one list', () => {
    const lines = ['a) Mend the weir  b) Clear the ditch', 'c) Plant the bank']
    expect(linesOfText(`# Rivers\n\n${lines.join('\n')}\n`).slice(1)).toEqual([
      'a) Mend the weir',
      'b) Clear the ditch',
      'c) Plant the bank'
    ])
    expect(linesOfText('# Rivers\n\na) Mend the weir  c) of the map\nb) Clear the ditch\n').slice(1)).toEqual([
      'a) Mend the weir c) of the map',
      'b) Clear the ditch'
    ])
  })

  it('a list of links to places of the same text is its contents', () => {
    const blocks = blocksOfText('# Rivers\n\n1. [Weirs](#weirs)\n   1. [Locks](#locks)\n2. [Banks](#banks)\n\nWords.\n')
    expect(blocks.tree.children.map((block) => block.data?.contents)).toEqual([undefined, '', '', '', undefined])
    expect(
      linesOfText('# Rivers\n\n- [Weirs](#weirs) that leak\n- [Locks](#locks)\n- [Banks](#banks)\n').slice(1)
    ).toEqual(['- Weirs that leak', '- Locks', '- Banks'])
  })

  it('reads the letters that arrows, squares and ticks are copied as, where a capital follows', () => {
    const items = ['Ø   Mend the weir', '§ Clear the ditch', 'ü\tCount the otters', '➤ Plant the bank']
    expect(linesOfText(`# Rivers\n\n${items.join('\n')}\n`).slice(1)).toEqual(
      ['Mend the weir', 'Clear the ditch', 'Count the otters', 'Plant the bank'].map((item) => `- ${item}`)
    )
    expect(linesOfText('# Rivers\n\n§ 12 of the act is kept.\n').slice(1)).toEqual(['p § 12 of the act is kept.'])
  })

  it('tells levels by the kind of bullet where a colon leads in the other kind or the first kind comes back', () => {
    const nested = ['- Rivers:', '  - Mend the weir', '  - Count the otters', '- Roads']
    expect(linesOfText('# Work\n\n• Rivers:\n– Mend the weir\n– Count the otters\n• Roads\n').slice(1)).toEqual(nested)
    expect(linesOfText('# Work\n\n* Rivers\n- Mend the weir\n- Count the otters\n\n* Roads\n').slice(1)).toEqual(
      nested.map((line) => line.replace(':', ''))
    )
    expect(linesOfText('# Work\n\n* Rivers\n* Weirs\n- Roads\n- Paths\n').slice(1)).toEqual(
      ['Rivers', 'Weirs', 'Roads', 'Paths'].map((item) => `- ${item}`)
    )
  })

  it('reads lists and headings that are set in HTML as what they are, and half of a list as its words', () => {
    expect(
      linesOfText(
        '# Work\n\n<div>\n<h2>Rivers</h2>\n<ul>\n<li>Mend the weir</li>\n<li>Count the otters</li>\n</ul>\n</div>\n'
      )
    ).toEqual(['# Work', '## Rivers', '- Mend the weir', '- Count the otters'])
    expect(linesOfText('# Work\n\n<ul>\n<li>Mend the weir</li>\n').join(' ')).toContain('Mend the weir')
    expect(linesOfText('# Work\n\n<nav><ul><li>Home</li></ul></nav>\n').join(' ')).toContain('Home')
  })

  it('nests numbered items that are set in, though by less than their numbers take', () => {
    const items =
      ' 1. Clear water\n   1. Mend the weir\n   2. Count the otters\n 2. Calm roads\n 3. Dry homes\n   1. Raise the bank'
    expect(linesOfText(`# Rivers\n\n${items}\n`).slice(1)).toEqual([
      '1. Clear water',
      '  1. Mend the weir',
      '  2. Count the otters',
      '2. Calm roads',
      '3. Dry homes',
      '  1. Raise the bank'
    ])
  })

  it('joins a row that a page break cut, and marks spanned cells', () => {
    const lines = linesOfText(
      'Step\tMilestone\tStart\tWho\n<b>Mend the weir so</b>\tSurvey the east\tMay 2031\tOla Fen\n\nOFFICIAL\n\n<b>that fish pass</b>\tbank\t\t\n\tOrder stone\tJune 2031\tOla Fen\n'
    )
    expect(lines).toEqual([
      'row Step | Milestone | Start | Who',
      'row r2 *Mend the weir so that fish pass* | Survey the east bank | May 2031 | Ola Fen',
      'row  | Order stone | June 2031 | Ola Fen'
    ])
  })

  it('reads a Markdown table whose pipes are aligned by tabs', () => {
    const lines = linesOfText(
      '# Weirs\n\n| Step |\tWho\t| By |\n|---|---|---|\n| Mend the weir |\tOla Fen\t| May 2031 |\n| Clear the ditch\t| Ada Marsh |\tJune 2031\t|\n'
    )
    expect(lines.slice(1)).toEqual([
      'row Step | Who | By',
      'row Mend the weir | Ola Fen | May 2031',
      'row Clear the ditch | Ada Marsh | June 2031'
    ])
  })

  it('keeps a lead sentence and its explanation apart, in whichever way they are printed', () => {
    const lines = [
      '- **Plant trees.**  \nOne for each child.',
      '- **Plant trees.**\n\n  One for each child.',
      '- **Plant trees.**\n  One for each child.'
    ]
    for (const text of lines) expect(linesOfText(text)).toEqual(['- *Plant trees.* / One for each child.'])
  })

  it('takes lines for titles though two spaces end them, and a lone number for a title over its lines, where no Markdown is', () => {
    const text = '4.   Work for 2031 \nWeirs  \nWe will mend two.  \n \nDitches  \n• Clear the ditch.  \n'
    expect(linesOfText(text)).toEqual([
      '## 4. Work for 2031',
      'p Weirs',
      'p We will mend two.',
      'p Ditches',
      '- Clear the ditch.'
    ])
  })

  it('reads titles between and over rows of a sign as headings, as deep as their kind of row comes late', () => {
    const text =
      'Rivers\n======\n\nWork\n----\n\n=====\nWeirs\n=====\n\n- Mend two\n\nHow\n~~~~\n\nBy hand.\n\n=======\nDitches\n=======\n'
    expect(linesOfText(text)).toEqual([
      '# Rivers',
      '## Work',
      '### Weirs',
      '- Mend two',
      '#### How',
      'p By hand.',
      '### Ditches'
    ])
    expect(linesOfText('Rivers\n======\n\nWeirs\n~~~\n').at(-1)).not.toBe('## Weirs')
  })
})
