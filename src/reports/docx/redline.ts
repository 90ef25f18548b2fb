import type {Change, ChangeReport, RedlineParagraph, RedlineRun} from '../../analyses/types.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'
import {changeHeading} from '../wording.ts'
import {docxPackage, xmlText} from './package.ts'

export interface RedlineOptions {
  /** Who is named as the author of the tracked changes. */
  author?: string
  /** ISO instant of the tracked changes, '2026-03-01T09:00:00Z'; without it they bear no date. */
  date?: string
}

/** The bookmark where the plan's own words begin; what stands before it is the table of changes. */
export const planBookmark = 'plan_text'

/**
 * A Word file with the whole plan and every change tracked in it: accepting all gives the new draft, rejecting all the old
 * one. A table of the changes stands in front, itself not tracked.
 */
export function redlineDocx(
  report: ChangeReport,
  paragraphs: readonly RedlineParagraph[],
  {author = 'Planlens', date}: RedlineOptions = {}
): Uint8Array {
  const tracked = trackedBody(paragraphs, author, date)
  const start = `<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:bookmarkStart w:id="0" w:name="${planBookmark}"/><w:bookmarkEnd w:id="0"/><w:r><w:t xml:space="preserve">${xmlText('The plan with every change tracked')}</w:t></w:r></w:p>`
  const facts = {title: `Changes: ${report.after.title}`, author, ...(date ? {date} : {})}
  return docxPackage(`${front(report)}${start}${tracked}<w:p/>`, facts)
}

type Attributes = (kind: string) => string

function trackedBody(paragraphs: readonly RedlineParagraph[], author: string, date: string | undefined): string {
  let id = 0
  const attributes: Attributes = () => {
    id += 1
    return `w:id="${id}" w:author="${xmlText(author)}"${date ? ` w:date="${xmlText(date)}"` : ''}`
  }
  return paragraphs.map((paragraph) => paragraphXml(paragraph, attributes)).join('')
}

const styleNames: Readonly<Record<RedlineParagraph['style'], string>> = {
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  entry: 'PlanEntry',
  body: 'Normal'
}

function paragraphXml({style, mark, runs}: RedlineParagraph, attributes: Attributes): string {
  const change = mark === '+' ? 'ins' : 'del'
  const end = mark === '=' ? '' : `<w:rPr><w:${change} ${attributes(change)}/></w:rPr>`
  const properties = `<w:pPr><w:pStyle w:val="${styleNames[style]}"/>${end}</w:pPr>`
  return `<w:p>${properties}${runs.map((run) => runXml(run, attributes)).join('')}</w:p>`
}

function runXml({mark, text, move}: RedlineRun, attributes: Attributes): string {
  if (text === '') return ''
  const words = (name: string) => `<w:r><w:${name} xml:space="preserve">${xmlText(text)}</w:${name}></w:r>`
  if (mark === '=') return words('t')
  if (move === undefined)
    return mark === '+'
      ? `<w:ins ${attributes('ins')}>${words('t')}</w:ins>`
      : `<w:del ${attributes('del')}>${words('delText')}</w:del>`
  const name = mark === '+' ? 'moveTo' : 'moveFrom'
  const range = attributes('range')
  const rangeId = /w:id="\d+"/.exec(range)?.[0] ?? ''
  return `<w:${name}RangeStart ${range} w:name="move${move}"/><w:${name} ${attributes(name)}>${words('t')}</w:${name}><w:${name}RangeEnd ${rangeId}/>`
}

const paragraph = (text: string, style = 'Normal', bold = false): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`

/** Widths of the front table's columns, in twentieths of a point: number, what, where, words, why. */
const widths = [500, 1900, 1900, 3300, 2038]

function front({before, after, summary, changes, consequences}: ChangeReport): string {
  const intro = [
    paragraph(`What changed: ${after.title}`, 'Title'),
    paragraph(
      `${changes.length} changes: ${summary.substantive} substantive, ${summary.editorial} editorial. From ${nameOf(before)} to ${nameOf(after)}. ` +
        'What only layout, format or conversion changed is left out. The changes are tracked in the text below: accept all for the new draft, reject all for the old one.'
    )
  ]
  const first = consequences.map(({text, where}) => paragraph(`${text} (${where})`, 'PlanEntry'))
  if (first.length > 0) intro.push(paragraph('Read these first', 'Heading2'), ...first)
  return `${intro.join('')}${table(changes)}`
}

const nameOf = ({title, status, path}: ChangeReport['before']): string =>
  `${title || path || 'the draft'}${status && status !== 'unstated' ? ` (${status})` : ''}`

function table(changes: readonly Change[]): string {
  if (changes.length === 0) return paragraph('No words changed.')
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>`)
    .join('')
  const sorted = [
    ...changes.filter((c) => c.class === 'substantive'),
    ...changes.filter((c) => c.class === 'editorial')
  ]
  const rows = sorted.map((change, at) => row(cellsOf(change, at + 1)))
  const header = row(['No.', 'What', 'Where', 'Words', 'Why'], true)
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${header}${rows.join('')}</w:tbl>`
}

function row(cells: readonly string[], header = false): string {
  const properties = `<w:trPr><w:cantSplit/>${header ? '<w:tblHeader/>' : ''}</w:trPr>`
  const each = (text: string, at: number) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(text, 'Cell', header)}</w:tc>`
  return `<w:tr>${properties}${cells.map(each).join('')}</w:tr>`
}

/** Longest words of a change that the table holds, in characters. */
const cellMost = 400

function cellsOf(change: Change, number: number): string[] {
  const pages = [change.before && pagesInWords(change.before.pages), change.after && pagesInWords(change.after.pages)]
  const place = [pages[0] && `draft ${pages[0]}`, pages[1] && `final ${pages[1]}`].filter(Boolean).join(', ')
  const words = change.words
    .map(([mark, text]) => (mark === '=' ? text : mark === '-' ? `[-${text.trim()}-] ` : `{+${text.trim()}+} `))
    .join('')
  return [
    String(number),
    `${changeHeading(change)} (${change.kind}, ${change.class})`,
    place ? `${change.where}; ${place}` : change.where,
    words.length > cellMost ? `${words.slice(0, cellMost)}…` : words,
    change.decision
      ? `${change.reason} ${change.decision.mark}${change.decision.note ? `: ${change.decision.note}` : ''}`
      : change.reason
  ]
}
