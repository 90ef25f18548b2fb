import type {Change, ChangeReport, ChangeThread, RedlineParagraph, RedlineRun} from '../../analyses/types.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'
import {firstFindings, firstMost, keptSentence} from '../first-changes.ts'
import {sidesOf} from '../names.ts'
import {changeHeading, placeInWords, setSentence, threadHeading} from '../wording.ts'
import {paragraph, type Run, table, type Words} from './blocks.ts'
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
  const tracked = trackedBody(paragraphs, () => author, date)
  const facts = {title: `Changes: ${report.after.title}`, author, ...(date ? {date} : {})}
  return docxPackage(`${front(report)}${planStart('The plan with every change tracked')}${tracked}<w:p/>`, facts)
}

/**
 * A Word file with one base and what several people did to it, each person's changes tracked under their own name: rejecting all
 * gives the base. What two did alike bears both names. In front where they meet, and a table of each person's changes.
 * @param authors a name for each report, in its order
 */
export function editsDocx(
  reports: readonly ChangeReport[],
  threads: readonly ChangeThread[],
  paragraphs: readonly RedlineParagraph[],
  authors: readonly string[],
  {date}: Omit<RedlineOptions, 'author'> = {}
): Uint8Array {
  const nameOfAll = (by: readonly number[] = []) => by.map((at) => authors[at]).join(', ')
  const tracked = trackedBody(paragraphs, nameOfAll, date)
  const title = `Changes: ${reports[0]?.before.title ?? ''}`
  const intro = [
    paragraph(title, 'Title'),
    paragraph(
      `What ${inWords(authors)} changed in ${reports[0] ? nameOf(reports[0].before) : 'one base'}. The changes are tracked in the ` +
        'text below under their names: reject all for the base, or accept one person’s.'
    ),
    paragraph('Where the drafts meet', 'Heading2'),
    threads.length === 0 ? paragraph('No two drafts change the same words.') : threadsTable(threads, authors),
    ...reports.map(
      (report, at) =>
        `${paragraph(authors[at]!, 'Heading2')}${paragraph(`${report.changes.length} changes: ${report.summary.substantive} substantive, ${report.summary.editorial} editorial.`)}${changesTable(report)}`
    )
  ]
  const start = planStart('The base with everybody’s changes tracked')
  return docxPackage(`${intro.join('')}${start}${tracked}<w:p/>`, {
    title,
    author: inWords(authors),
    ...(date ? {date} : {})
  })
}

const inWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** What a thread did, where, the base's words, and what each of two made of them. */
function threadsTable(threads: readonly ChangeThread[], authors: readonly string[]): string {
  const made = ({texts, changes}: ChangeThread, at: 1 | 2): string =>
    `${authors[changes[at - 1]?.report ?? -1] ?? ''}: ${texts[at] ?? '(not there)'}`
  return table({
    widths: [1500, 1700, 2146, 2146, 2146],
    head: ['What', 'Where', 'Base', 'One', 'Other'],
    rows: threads.map((thread) => [
      threadHeading(thread.kind),
      placeInWords(thread.where, []),
      thread.texts[0] ?? '(not there)',
      made(thread, 1),
      made(thread, 2)
    ])
  })
}

const planStart = (title: string): string =>
  `<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:bookmarkStart w:id="0" w:name="${planBookmark}"/><w:bookmarkEnd w:id="0"/><w:r><w:t xml:space="preserve">${xmlText(title)}</w:t></w:r></w:p>`

/** The attributes of a tracked change, by whom where several people edit. */
type Attributes = (kind: string, by?: readonly number[]) => string
/** The name of the next piece of a move on one side; undefined for a piece that the other side has no counterpart of. */
type MoveNames = (mark: '-' | '+', move: number) => string | undefined

function trackedBody(
  paragraphs: readonly RedlineParagraph[],
  authorOf: (by?: readonly number[]) => string,
  date: string | undefined
): string {
  let id = 0
  const attributes: Attributes = (_, by) => {
    id += 1
    return `w:id="${id}" w:author="${xmlText(authorOf(by))}"${date ? ` w:date="${xmlText(date)}"` : ''}`
  }
  const names = moveNames(paragraphs)
  return paragraphs.map((paragraph) => paragraphXml(paragraph, attributes, names)).join('')
}

/** Word pairs the two places of a move by a name that each place has once: the first piece here with the first there, and so on. */
function moveNames(paragraphs: readonly RedlineParagraph[]): MoveNames {
  const pieces = {'-': new Map<number, number>(), '+': new Map<number, number>()}
  for (const {runs} of paragraphs)
    for (const {mark, move, text} of runs)
      if (mark !== '=' && move !== undefined && text !== '') pieces[mark].set(move, (pieces[mark].get(move) ?? 0) + 1)
  const told = {'-': new Map<number, number>(), '+': new Map<number, number>()}
  return (mark, move) => {
    const piece = (told[mark].get(move) ?? 0) + 1
    told[mark].set(move, piece)
    const paired = Math.min(pieces['-'].get(move) ?? 0, pieces['+'].get(move) ?? 0)
    if (piece > paired) return undefined
    return piece === 1 ? `move${move}` : `move${move}-${piece}`
  }
}

const styleNames: Readonly<Record<RedlineParagraph['style'], string>> = {
  heading1: 'Heading1',
  heading2: 'Heading2',
  heading3: 'Heading3',
  entry: 'PlanEntry',
  body: 'Normal'
}

function paragraphXml({style, mark, runs, by}: RedlineParagraph, attributes: Attributes, names: MoveNames): string {
  const change = mark === '+' ? 'ins' : 'del'
  const end = mark === '=' ? '' : `<w:rPr><w:${change} ${attributes(change, by)}/></w:rPr>`
  const properties = `<w:pPr><w:pStyle w:val="${styleNames[style]}"/>${end}</w:pPr>`
  return `<w:p>${properties}${runs.map((run) => runXml(run, attributes, names)).join('')}</w:p>`
}

function runXml({mark, text, move, by}: RedlineRun, attributes: Attributes, names: MoveNames): string {
  if (text === '') return ''
  const words = (name: string) => `<w:r><w:${name} xml:space="preserve">${xmlText(text)}</w:${name}></w:r>`
  if (mark === '=') return words('t')
  const moved = move === undefined ? undefined : names(mark, move)
  if (moved === undefined)
    return mark === '+'
      ? `<w:ins ${attributes('ins', by)}>${words('t')}</w:ins>`
      : `<w:del ${attributes('del', by)}>${words('delText')}</w:del>`
  const name = mark === '+' ? 'moveTo' : 'moveFrom'
  const range = attributes('range', by)
  const rangeId = /w:id="\d+"/.exec(range)?.[0] ?? ''
  return `<w:${name}RangeStart ${range} w:name="${moved}"/><w:${name} ${attributes(name, by)}>${words('t')}</w:${name}><w:${name}RangeEnd ${rangeId}/>`
}

/** Widths of the front table's columns, in twentieths of a point: number, what, where, words, why. */
const widths = [600, 1900, 1900, 3300, 1938]

function front(report: ChangeReport): string {
  const {before, after, summary, changes} = report
  const intro = [
    paragraph(`What changed: ${after.title}`, 'Title'),
    paragraph(
      `${changes.length} changes: ${summary.substantive} substantive, ${summary.editorial} editorial. From ${nameOf(before)} to ${nameOf(after)}. ` +
        `${keptSentence(report)} `.trimStart() +
        'What only layout, format or conversion changed is left out. The changes are tracked in the text below: accept all for the new draft, reject all for the old one.'
    )
  ]
  const findings = firstFindings(report)
  const first = findings
    .slice(0, firstMost)
    .map(({finding, where, words}) => paragraph(`${finding} (${where}${words && `: ${words}`})`, 'PlanEntry'))
  if (first.length > 0) intro.push(paragraph('Read these first', 'Heading2'), ...first)
  if (report.changes.length > 0) intro.push(paragraph('All changes, substantive first', 'Heading2'))
  return `${intro.join('')}${changesTable(report)}`
}

const nameOf = ({title, status, path}: ChangeReport['before']): string =>
  `${title || path || 'the draft'}${status && status !== 'unstated' ? ` (${status})` : ''}`

function changesTable(report: ChangeReport): string {
  const {changes} = report
  if (changes.length === 0) return paragraph('No words changed.')
  const sorted = [
    ...changes.filter((c) => c.class === 'substantive'),
    ...changes.filter((c) => c.class === 'editorial')
  ]
  return table({
    widths,
    head: ['No.', 'What', 'Where', 'Words', 'Why'],
    rows: sorted.map((change, at) => cellsOf(report, change, at + 1))
  })
}

/** Longest words of a change that the table holds, in characters. */
const cellMost = 400

function cellsOf(report: ChangeReport, change: Change, number: number): Words[] {
  const sides = sidesOf(report)
  const side = (name: string, place: Change['before']) => {
    const pages = place ? pagesInWords(place.pages) : ''
    return pages ? `${name} ${pages}` : ''
  }
  const place = [side(sides.before, change.before), side(sides.after, change.after)].filter(Boolean).join(', ')
  const where = placeInWords(change.where, [report.after.title, report.before.title])
  return [
    String(number),
    [
      {text: changeHeading(change), bold: change.class === 'substantive'},
      {text: ` (${change.kind}, ${change.class})`, soft: true}
    ],
    place ? `${where}; ${place}` : where,
    changedWords(change),
    setSentence(
      change.decision
        ? `${change.reason} ${change.decision.mark}${change.decision.note ? `: ${change.decision.note}` : ''}`
        : change.reason
    )
  ]
}

/** The words with what went struck out and what came underlined, cut where they are long. */
function changedWords({words}: Change): Run[] {
  const runs: Run[] = []
  let left = cellMost
  for (const [mark, text] of words) {
    if (left <= 0) break
    const shown = text.length > left ? `${text.slice(0, left).toWellFormed()}…` : text
    runs.push(mark === '=' ? {text: shown} : {text: shown, mark})
    left -= text.length
  }
  return runs
}
