/** Paragraphs and tables of a Word file (WordprocessingML, ECMA-376 part 1, section 17). */
import {xmlText} from './package.ts'

export interface Run {
  text: string
  bold?: boolean
  soft?: boolean
  /** Shown as put in or taken out, by colour and by line; not tracked. */
  mark?: '+' | '-'
}

export type Words = string | readonly Run[]

/** Names of the paragraph styles of the package. */
export type Style = 'Normal' | 'Title' | 'Heading1' | 'Heading2' | 'Heading3' | 'PlanEntry' | 'Cell'

export function paragraph(words: Words, style: Style = 'Normal', bold = false): string {
  const runs = typeof words === 'string' ? [{text: words, bold}] : words
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.map(runOf).join('')}</w:p>`
}

const marks = {
  '+': '<w:color w:val="124D22"/><w:u w:val="single"/>',
  '-': '<w:strike/><w:color w:val="8A1C12"/>'
} as const

function runOf({text, bold, soft, mark}: Run): string {
  const inner = `${bold ? '<w:b/>' : ''}${mark ? marks[mark] : soft ? '<w:color w:val="50575D"/>' : ''}`
  return `<w:r>${inner && `<w:rPr>${inner}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`
}

export interface Grid {
  /** Twentieths of a point; their sum is the width of the text, 9638 on an A4 page. */
  widths: readonly number[]
  head: readonly string[]
  rows: readonly (readonly Words[])[]
}

/** The grid without columns that no row fills; column `wide` takes their room. */
export function filled({widths, head, rows}: Grid, wide: number): Grid {
  const kept = widths.map((_, at) => at === wide || rows.some((row) => row[at] !== undefined && row[at] !== ''))
  const of = <Entry>(list: readonly Entry[]) => list.filter((_, at) => kept[at])
  const room = widths.reduce((sum, width, at) => sum + (kept[at] ? 0 : width), 0)
  return {
    widths: of(widths.map((width, at) => (at === wide ? width + room : width))),
    head: of(head),
    rows: rows.map(of)
  }
}

/** A table with a head that repeats on every page; rows are not cut by a page's end. */
export function table({widths, head, rows}: Grid): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
    .join('')
  const margins = '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/></w:tblCellMar>'
  const row = (cells: readonly Words[], header = false) => {
    const properties = `<w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>`
    const shade = header ? '<w:shd w:val="clear" w:color="auto" w:fill="F1EDE4"/>' : ''
    const cell = (words: Words, at: number) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/>${shade}</w:tcPr>${paragraph(words, 'Cell', header)}</w:tc>`
    return `<w:tr>${properties}${cells.map(cell).join('')}</w:tr>`
  }
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>${margins}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells)).join('')}</w:tbl>`
}
