/**
 * Reads the sample archive's own sources: Markdown with four additions.
 *
 *   {{mark|draft|final}}   words that differ between the two printed versions; a mark may stand in several places
 *   ::: box Title … :::    a side box; also ::: two (two columns) and ::: banner
 *   @contents              the table of contents
 *   ^ in a table cell      the cell above goes on; ` // ` in a cell starts a new paragraph
 */
export type Block =
  | {kind: 'heading'; depth: number; text: string}
  | {kind: 'paragraph'; text: string}
  | {kind: 'list'; ordered: boolean; entries: string[]}
  | {kind: 'table'; head: string[]; rows: string[][]}
  | {kind: 'box'; shape: 'box' | 'two' | 'banner'; title: string; blocks: Block[]}
  | {kind: 'contents'}

export interface Mark {
  mark: string
  draft: string
  final: string
}

/** The planted differences of a source, in order. Table rows keep their bars: a mark round a row begins and ends on a line. */
export function marksOf(source: string): Mark[] {
  return [...scan(source)].filter((part) => typeof part !== 'string') as Mark[]
}

/** The words of one version. */
export function versionOf(source: string, version: 'draft' | 'final'): string {
  return [...scan(source)].map((part) => (typeof part === 'string' ? part : part[version])).join('')
}

function* scan(source: string): Generator<string | Mark> {
  let at = 0
  while (at < source.length) {
    const open = source.indexOf('{{', at)
    if (open < 0) break
    yield source.slice(at, open)
    const close = source.indexOf('}}', open)
    const inner = source.slice(open + 2, close)
    const bar = inner.indexOf('|')
    yield {mark: inner.slice(0, bar), ...halves(inner.slice(bar + 1))}
    at = close + 2
  }
  yield source.slice(at)
}

/** Splits at the one bar that divides draft from final: the only bar, or the one that does not belong to a table row. */
function halves(words: string): {draft: string; final: string} {
  const bars = [...words.matchAll(/\|/g)].map((match) => match.index)
  const cut = bars.find((bar) => tableRows(words.slice(0, bar)) && tableRows(words.slice(bar + 1)))
  if (cut === undefined) throw new Error(`a mark needs one bar between draft and final: ${words}`)
  return {draft: words.slice(0, cut), final: words.slice(cut + 1)}
}

const tableRows = (words: string) => !words.includes('|') || /^(\|.*\|\n)+$/.test(words)

export function blocksOf(text: string): Block[] {
  return read(text.split('\n'), {at: 0}, false)
}

function read(lines: string[], cursor: {at: number}, inside: boolean): Block[] {
  const blocks: Block[] = []
  while (cursor.at < lines.length) {
    const line = lines[cursor.at]!
    if (inside && line === ':::') {
      cursor.at++
      return blocks
    }
    if (line.trim() === '') cursor.at++
    else blocks.push(blockAt(lines, cursor, line))
  }
  return blocks
}

function blockAt(lines: string[], cursor: {at: number}, line: string): Block {
  const heading = /^(#+) (.*)$/.exec(line)
  const box = /^::: (box|two|banner) ?(.*)$/.exec(line)
  if (heading) {
    cursor.at++
    return {kind: 'heading', depth: heading[1]!.length, text: heading[2]!}
  }
  if (line === '@contents') {
    cursor.at++
    return {kind: 'contents'}
  }
  if (box) {
    cursor.at++
    const shape = box[1] as 'box' | 'two' | 'banner'
    return {kind: 'box', shape, title: box[2]!, blocks: read(lines, cursor, true)}
  }
  if (line.startsWith('|')) return table(taken(lines, cursor, (next) => next.startsWith('|')))
  if (/^- /.test(line)) return {kind: 'list', ordered: false, entries: entries(taken(lines, cursor, (next) => /^- /.test(next)))}
  if (/^\d+\. /.test(line))
    return {kind: 'list', ordered: true, entries: entries(taken(lines, cursor, (next) => /^\d+\. /.test(next)))}
  return {kind: 'paragraph', text: taken(lines, cursor, (next) => next.trim() !== '' && next !== ':::').join(' ')}
}

function taken(lines: string[], cursor: {at: number}, wanted: (line: string) => boolean): string[] {
  const from = cursor.at
  while (cursor.at < lines.length && wanted(lines[cursor.at]!)) cursor.at++
  return lines.slice(from, cursor.at)
}

const entries = (lines: string[]) => lines.map((line) => line.replace(/^(- |\d+\. )/, ''))

function table(lines: string[]): Block {
  const rows = lines.map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()))
  return {kind: 'table', head: rows[0]!, rows: rows.slice(2)}
}

/** Words without bold, italic and inner paragraphs. */
export const bare = (text: string) => text.replace(/\*+/g, '').replace(/ \/\/ /g, ' ').trim()

/** Each difference with the whole lines that it stands in, as either version prints them. */
export function widened(source: string): (Mark & {line: {draft: string; final: string}})[] {
  const places: (Mark & {line: {draft: string; final: string}})[] = []
  let at = 0
  for (const mark of marksOf(source)) {
    const open = source.indexOf(`{{${mark.mark}|${mark.draft}|${mark.final}}}`, at)
    at = open + 1
    const close = source.indexOf('}}', open) + 2
    const from = source.lastIndexOf('\n', lineStart(source, open)) + 1
    const end = source.indexOf('\n', close)
    const around = source.slice(from, end < 0 ? source.length : end)
    const whole = /\n/.test(mark.draft + mark.final)
    const line = whole ? mark : {draft: versionOf(around, 'draft'), final: versionOf(around, 'final')}
    const tidy = ({draft, final}: {draft: string; final: string}) => ({draft: plain(draft), final: plain(final)})
    places.push({mark: mark.mark, ...tidy(mark), line: tidy(line)})
  }
  return places
}

/** The line break before a place, unless that break lies inside a mark. */
function lineStart(source: string, place: number): number {
  const start = source.lastIndexOf('\n', place)
  const lastOpen = source.lastIndexOf('{{', place - 1)
  const lastClose = source.lastIndexOf('}}', place)
  return lastOpen > lastClose && lastOpen > start ? lastOpen : place
}

const plain = (text: string) =>
  bare(text.replace(/^\}\}/, '').replace(/^(#+|-|\d+\.) /gm, '').replace(/^\||\|$/gm, '').replace(/ \| /g, ' '))
