import type {Furniture} from '../types.ts'
import type {Line} from './lines.ts'

/** Marks of classification and status that stand alone on their line on every page. */
const mark =
  /^[*_\s]*(?:OFFICIAL(?:[\s:–-]+SENSITIVE)?|NOT PROTECTIVELY MARKED|PROTECT|RESTRICTED|UNCLASSIFIED|(?:STRICTLY )?CONFIDENTIAL|(?:WORKING |FINAL |CONSULTATION |INITIAL |FIRST |SECOND )?DRAFT(?: (?:FOR CONSULTATION|V(?:ERSION)?\.? ?\d[\d.]*))?|FINAL(?: VERSION)?|INTERNAL(?: USE ONLY)?)[*_\s]*$/

const pageNumber =
  /^[*_\s]*(?:[-–|]\s*)?(?:p(?:age|g|\.)?\s*)?(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?(?:\s*[-–|])?[*_\s]*$/i

/** A running head or foot stands this often at least. */
const repeats = 3

/** Blank lines that a page break leaves in a text conversion, at least; more where the text parts its paragraphs by as many. */
const pageGap = 2

/** Blank lines that part pages in this text: one more than usually part paragraphs, at least `pageGap`. */
function pageGapOf(lines: readonly Line[]): number {
  const gaps: number[] = []
  let run = 0
  for (const line of lines) {
    if (blank(line)) run += 1
    else {
      if (run > 0) gaps.push(run)
      run = 0
    }
  }
  gaps.sort((a, b) => a - b)
  return Math.max(pageGap, (gaps[gaps.length >> 1] ?? 0) + 1)
}

export interface LineFurniture {
  /** Indexes of the lines that are furniture. */
  lines: ReadonlySet<number>
  furniture: Furniture[]
}

/**
 * The page furniture among the lines of a text: marks such as OFFICIAL, page numbers, running heads. A number line counts
 * only where a page can end (beside a mark, a form feed or a wide gap) and where the numbers ascend.
 */
export function furnitureOf(lines: readonly Line[]): LineFurniture {
  const found = new Map<number, Furniture>()
  const least = pageGapOf(lines)
  lines.forEach((line, index) => {
    if (mark.test(line.text) && line.text.trim() !== '' && isAlone(lines, index, found))
      found.set(index, {text: line.text.trim(), kind: 'mark'})
  })
  for (const index of ascending(lines, found, least))
    found.set(index, {text: lines[index]!.text.trim(), kind: 'page-number'})
  for (const index of [...numberedHeads(lines), ...runningHeads(lines, found, least)])
    found.set(index, {text: lines[index]!.text.trim(), kind: 'repeated'})
  const order = [...found.keys()].sort((a, b) => a - b)
  return {lines: new Set(order), furniture: order.map((index) => found.get(index)!)}
}

function blank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === ''
}

function isAlone(lines: readonly Line[], index: number, found: ReadonlyMap<number, Furniture>): boolean {
  const bare = (at: number) => blank(lines[at]) || found.has(at) || pageNumber.test(lines[at]!.text)
  return bare(index - 1) && bare(index + 1)
}

/** Page-number lines whose numbers ascend through the text: the longest such run, so that one stray number costs nothing. */
function ascending(lines: readonly Line[], marks: ReadonlyMap<number, Furniture>, least: number): number[] {
  const numbered: {index: number; number: number}[] = []
  lines.forEach((line, index) => {
    if (line.text.length > 40) return
    const number = pageNumber.exec(line.text)?.[1]
    if (number !== undefined && endsPage(lines, index, marks, least)) numbered.push({index, number: Number(number)})
  })
  return longestAscent(numbered).map(({index}) => index)
}

function endsPage(
  lines: readonly Line[],
  index: number,
  marks: ReadonlyMap<number, Furniture>,
  least: number
): boolean {
  if (!(blank(lines[index - 1]) || marks.has(index - 1)) || !(blank(lines[index + 1]) || marks.has(index + 1)))
    return false
  const above = gap(lines, index, -1)
  const below = gap(lines, index, 1)
  return (
    above.blanks >= least ||
    below.blanks >= least ||
    marks.has(above.at) ||
    marks.has(below.at) ||
    above.feed ||
    below.feed
  )
}

/** Blank lines from a line in one direction, the first line that is not blank, and whether a form feed stood among them. */
function gap(lines: readonly Line[], index: number, step: 1 | -1): {blanks: number; at: number; feed: boolean} {
  let at = index + step
  let feed = lines[index]!.text.includes('\f')
  while (at >= 0 && at < lines.length && blank(lines[at])) {
    feed ||= lines[at]!.text.includes('\f')
    at += step
  }
  feed ||= lines[at]?.text.includes('\f') ?? false
  // The end of the text ends a page.
  const edge = at < 0 || at >= lines.length
  return {blanks: edge ? Infinity : Math.abs(at - index) - 1, at, feed}
}

/** Longest strictly ascending subsequence (patience sorting), n log n. */
function longestAscent(numbered: readonly {index: number; number: number}[]): {index: number; number: number}[] {
  const tails: number[] = []
  const previous: number[] = []
  numbered.forEach(({number}, at) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbered[tails[middle]!]!.number < number) low = middle + 1
      else high = middle
    }
    previous[at] = low > 0 ? tails[low - 1]! : -1
    tails[low] = at
  })
  const chain: {index: number; number: number}[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) chain.unshift(numbered[at]!)
  return chain
}

/** '# 20 | Part one: Quays' and '# Part one: Quays | 21': a page's number, a bar, and the words of its part. */
const numberedHead = /^#{0,6}\s*(?:(\d{1,4})\s*\|\s*([^|]*\p{L}[^|]*)|([^|]*\p{L}[^|]*?)\s*\|\s*(\d{1,4}))$/u

/** Lines of such words and numbers, the same words again and again while the numbers ascend. */
function numberedHeads(lines: readonly Line[]): number[] {
  const heads = lines.flatMap(({text}, index) => {
    if (text.length > 120 || !blank(lines[index - 1]) || !blank(lines[index + 1])) return []
    const [, before, after, first, last] = numberedHead.exec(text.trim()) ?? []
    const words = after ?? first
    return words === undefined ? [] : [{index, words: words.trim(), number: Number(before ?? last)}]
  })
  return [...Map.groupBy(heads, ({words}) => words).values()]
    .map((same) => longestAscent(same))
    .filter((same) => same.length >= repeats)
    .flatMap((same) => same.map(({index}) => index))
}

function runningHeads(lines: readonly Line[], found: ReadonlyMap<number, Furniture>, least: number): number[] {
  const places = new Map<string, number[]>()
  lines.forEach((line, index) => {
    const words = line.text.trim()
    // '1. Year 1', '2. Year 1' are headings of their own, however alike.
    if (words === '' || words.length > 100 || found.has(index) || /^[#>*•·|-]|^\d{1,2}[.)]\s|[:\t]|\.$/.test(words))
      return
    if (!(blank(lines[index - 1]) || found.has(index - 1)) || !(blank(lines[index + 1]) || found.has(index + 1))) return
    const key = words.replace(/\d+/g, '0')
    const same = places.get(key)
    if (same) same.push(index)
    else places.set(key, [index])
  })
  const heads: number[] = []
  for (const indexes of places.values()) {
    if (indexes.length < repeats) continue
    const atEdge = indexes.filter((index) => endsPage(lines, index, found, least))
    if (atEdge.length >= indexes.length * 0.8 && atEdge.length >= repeats) heads.push(...atEdge)
  }
  return heads.sort((a, b) => a - b)
}
