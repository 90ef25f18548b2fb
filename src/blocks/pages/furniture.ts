/** Running heads and feet, page numbers, watermarks and classification marks: what pages repeat and nobody reads. */
import type {Page, Run} from '../../source/types.ts'
import type {Furniture} from '../types.ts'
import {type Line, lineOf, linesOf, textOf} from './lines.ts'
import {isLevel, runningText} from './running-text.ts'

/** Share of the page's height, at its top and at its foot, where running heads and feet stand. */
const bandShare = 0.14
/** Share of the page's height at its edges where even a line of many columns is a running line. */
const edgeShare = 0.06
/** Share of the pages that must repeat a line, and the least number of pages. */
const repeatedShare = 0.3
const repeatedPages = 3
/** Share of the page's height within which small repeated lines are furniture, and the share of pages that larger or deeper ones need: titles of one template come back too. */
const plainShare = 0.09
const prominentShare = 0.8
/** A line that changes from section to section must repeat on this many pages that follow one another. */
const sectionPages = 3
/** How far the lines may stray from one height, points. */
const drift = 4
/** Gap that parts what stands left, centred and right in a running line, ems. */
const segmentGap = 2
const marks =
  /^(?:[-–—\s]*)(?:not protectively marked|protect|unclassified|official(?:[\s:–-]+(?:sensitive|for public release)){0,2}|restricted|(?:in )?confiden(?:tial|ce)|internal use only|for internal use only|embargoed|private and confidential|(?:(?:consultation|final|first|second|working|public) )?draft(?: for (?:public )?(?:consultation|comment|discussion)| version| v?\d[\d.]*)?|(?:for )?(?:public )?consultation (?:draft|version))(?:[-–—\s]*)$/i
const pageNumber = /^(?:(?:page|p\.?|pg\.?)\s*)?[-–—|\s]*(\d{1,4}|[ivxlc]{1,7})[-–—|\s]*(?:(?:of|\/)\s*\d{1,4})?$/i

const bareNumber = /^\d{1,4}$/

interface Band {
  page: number
  text: string
  words: Run[]
  y: number
  where: 'head' | 'foot'
  segments: number
  edge: boolean
  /** Near enough to the edge, and small enough, for what comes back to be furniture without more. */
  plain: boolean
  /** It stands beside a line of running text: a heading in the margin, say. */
  besideText: boolean
}

export interface Cleared {
  /** Runs that are furniture. */
  runs: Set<Run>
  furniture: Furniture[]
  /** The number printed on a page, by page. */
  printed: Map<number, string>
}

/**
 * `held` holds words that stand in ruled tables: they are never furniture; `tabs` those of tabs at the sides of pages, each with
 * its page. Time: linear in the words near page edges.
 */
export function furnitureOf(
  pages: readonly Page[],
  held: ReadonlySet<Run>,
  tabs: ReadonlyMap<Run, number> = new Map()
): Cleared {
  const cleared: Cleared = {runs: new Set(), furniture: [], printed: new Map()}
  const take = (words: readonly Run[], furniture: Furniture): void => {
    for (const word of words) cleared.runs.add(word)
    cleared.furniture.push(furniture)
  }
  for (const [page, words] of byPage(tabs))
    take(words, {text: words.map(({text}) => text).join(' '), kind: 'head', page})
  for (const page of pages)
    for (const {words, text} of watermarksOf(page)) take(words, {text, kind: 'watermark', page: page.number})
  const body = usualSize(pages)
  for (const {run, page} of uprightWatermarks(pages, body)) take([run], {text: run.text, kind: 'watermark', page})
  const bands = pages.flatMap((page) => bandsOf(page, held, cleared.runs, body))
  const repeated = repeatedTexts(bands, pages.length)
  const offsets = numberOffsets(bands, pages.length)
  for (const band of bands) {
    const {text, words, page, where} = band
    const number = pageNumber.exec(text)
    if (number && (offsets.has(page) || isOfAll(band, pages.length))) {
      take(words, {text, kind: 'page-number', page})
      if (!cleared.printed.has(page)) cleared.printed.set(page, number[1]!)
    } else if (marks.test(text)) take(words, {text, kind: 'mark', page})
    else if (repeated.has(band)) {
      take(words, {text, kind: marks.test(text.replace(/[\d\s|]+$/, '')) ? 'mark' : where, page})
      const last = /\b(\d{1,4})$/.exec(text)
      if (last && offsets.get(page) === undefined && repeated.get(band) === 'numbered' && !cleared.printed.has(page))
        cleared.printed.set(page, last[1]!)
    }
  }
  cleared.furniture.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  return cleared
}

function byPage(tabs: ReadonlyMap<Run, number>): Map<number, Run[]> {
  const found = new Map<number, Run[]>()
  for (const [run, page] of tabs) found.set(page, [...(found.get(page) ?? []), run])
  return found
}

/** 'Page 3 of 12' on the third of twelve pages; the lone '1' at the foot of a page that is the only one. */
function isOfAll({text, page, edge, where, segments}: Band, pages: number): boolean {
  const [, own, all] = /(\d{1,4})\s*(?:of|\/)\s*(\d{1,4})\W*$/i.exec(text) ?? []
  if (all !== undefined) return Number(own) === page && Number(all) === pages
  return pages === 1 && edge && where === 'foot' && segments === 1 && /^\W*(?:page\s)?1\W*$/i.test(text)
}

/** Slanted words, together by angle: a watermark. */
function watermarksOf(page: Page): {words: Run[]; text: string}[] {
  const slanted = page.runs.filter(({angle = 0}) => Math.abs(angle % 90) > 5 && Math.abs(angle % 90) < 85)
  const large = slanted.filter(({size, colour}) => size > 24 || isFaint(colour))
  const byAngle = new Map<number, Run[]>()
  for (const run of large) {
    const there = byAngle.get(run.angle!)
    if (there) there.push(run)
    else byAngle.set(run.angle!, [run])
  }
  // Many faint slanted words are the labels of a chart.
  return [...byAngle.values()]
    .filter((words) => words.length <= 12)
    .map((words) => ({words, text: words.map(({text}) => text).join(' ')}))
}

/** Letters of an upright watermark over those of the text, at least. */
const watermarkSize = 3
/** Share of the pages that an upright watermark stands on, and of those on which words of the text stand over it, at least. */
const watermarkPages = 0.5
const coveredPages = 0.3

/** Large faint words at one place of most pages, with the text over them. Time: linear in the words, for the few that are large. */
function uprightWatermarks(pages: readonly Page[], body: number): {run: Run; page: number}[] {
  const groups = new Map<string, {run: Run; page: Page}[]>()
  for (const page of pages)
    for (const run of page.runs) {
      if (run.angle || run.size < watermarkSize * body || !isFaint(run.colour)) continue
      const key = `${run.text} ${Math.round(run.box[0] / 4)} ${Math.round(run.baseline / 4)}`
      const there = groups.get(key)
      if (there) there.push({run, page})
      else groups.set(key, [{run, page}])
    }
  return [...groups.values()].flatMap((group) => {
    if (group.length < Math.max(repeatedPages, watermarkPages * pages.length)) return []
    const covered = group.filter(({run, page}) =>
      page.runs.some((other) => other.size * 2 < run.size && overlaps(other, run))
    )
    return covered.length >= coveredPages * group.length ? group.map(({run, page}) => ({run, page: page.number})) : []
  })
}

const overlaps = ({box}: Run, {box: other}: Run): boolean =>
  box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]

const isFaint = (colour: Run['colour']): boolean => colour !== undefined && Math.min(...colour) > 180

/** The size of most letters. */
function usualSize(pages: readonly Page[]): number {
  const letters = new Map<number, number>()
  for (const {runs} of pages)
    for (const {size, text} of runs) {
      const key = Math.round(size * 2) / 2
      letters.set(key, (letters.get(key) ?? 0) + text.length)
    }
  return [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 10
}

function bandsOf(page: Page, held: ReadonlySet<Run>, taken: ReadonlySet<Run>, body: number): Band[] {
  const bands: Band[] = []
  for (const where of ['head', 'foot'] as const) {
    const near = page.runs.filter(
      (run) =>
        (where === 'head' ? run.baseline < bandShare * page.height : run.baseline > (1 - bandShare) * page.height) &&
        !run.angle &&
        !held.has(run) &&
        !taken.has(run)
    )
    if (near.length > 1_500) continue
    const lines = linesOf(near, page.number).map((line) => ({line, segments: segmentsOf(line)}))
    const running = runningText(lines.flatMap(({segments}) => segments))
    for (const {line, segments} of lines) {
      const edge =
        where === 'head' ? line.baseline < edgeShare * page.height : line.baseline > (1 - edgeShare) * page.height
      const depth = (where === 'head' ? line.baseline : page.height - line.baseline) / page.height
      const plain = depth < plainShare && line.size <= body * 1.06
      for (const words of segments) {
        const text = textOf(lineOf([...words], page.number))
        bands.push({
          page: page.number,
          text,
          words,
          y: where === 'head' ? line.baseline : page.height - line.baseline,
          where,
          segments: segments.length,
          edge,
          plain,
          besideText: running.some((other) => other !== words && isLevel(other[0]!, words[0]!))
        })
      }
    }
  }
  return bands
}

function segmentsOf(line: Line): Run[][] {
  const segments: Run[][] = []
  line.words.forEach((word, i) => {
    const before = line.words[i - 1]
    if (before && word.box[0] - before.box[2] <= segmentGap * line.size) segments.at(-1)!.push(word)
    else segments.push([word])
  })
  return segments
}

/** Bands whose words come back on other pages at the same height, numbers that count pages aside. */
function repeatedTexts(bands: readonly Band[], pages: number): Map<Band, 'same' | 'numbered'> {
  const found = new Map<Band, 'same' | 'numbered'>()
  if (pages < 2) return found
  for (const kind of ['same', 'numbered'] as const) {
    const groups = new Map<string, Band[]>()
    for (const band of bands) {
      if (!/[\p{L}\p{N}]/u.test(band.text) || band.text.length > 200) continue
      if (band.segments > 3 && !band.edge) continue
      const text = band.text.toLowerCase().replace(/\s+/g, ' ')
      // The year in a table's last row comes back too; numbers that count pages are found by their counting.
      if (kind === 'numbered' ? !/\d/.test(text) : bareNumber.test(text)) continue
      const key = `${band.where} ${kind === 'same' ? text : text.replace(/\d+/g, '#')}`
      const there = groups.get(key)
      if (there) there.push(band)
      else groups.set(key, [band])
    }
    for (const group of groups.values())
      for (const cluster of byHeight(group)) {
        const own = kind === 'numbered' ? countingWithPages(cluster) : cluster
        if (own.filter(({besideText}) => besideText).length * 2 > own.length) continue
        if (isRepeated(own, pages)) for (const band of own) if (!found.has(band)) found.set(band, kind)
      }
  }
  return found
}

function byHeight(group: readonly Band[]): Band[][] {
  const clusters: Band[][] = []
  for (const band of [...group].sort((a, b) => a.y - b.y || a.page - b.page)) {
    const last = clusters.at(-1)
    if (last && band.y - last.at(-1)!.y <= drift) last.push(band)
    else clusters.push([band])
  }
  return clusters
}

/** Those whose last number rises with the page. */
function countingWithPages(bands: readonly Band[]): Band[] {
  const offsets = new Map<number, Band[]>()
  for (const band of bands)
    for (const value of band.text.match(/\d+/g) ?? []) {
      const offset = band.page - Number(value)
      const there = offsets.get(offset)
      if (!there) offsets.set(offset, [band])
      else if (there.at(-1) !== band) there.push(band)
    }
  return [...offsets.values()].sort((a, b) => b.length - a.length)[0] ?? []
}

function isRepeated(bands: readonly Band[], pages: number): boolean {
  const on = [...new Set(bands.map(({page}) => page))].sort((a, b) => a - b)
  if (pages === 2) return on.length === 2 && bands.every(({edge}) => edge)
  const share = bands.every(({plain}) => plain) ? repeatedShare : prominentShare
  if (on.length >= Math.max(repeatedPages, share * (pages - 1))) return true
  let run = 1
  for (let i = 1; i < on.length; i += 1) {
    run = on[i]! - on[i - 1]! <= 2 ? run + 1 : 1
    if (run >= sectionPages && bands.every(({edge}) => edge)) return true
  }
  return false
}

/** Pages whose lone number counts on with the others: page to offset. */
function numberOffsets(bands: readonly Band[], pages: number): Map<number, number> {
  const counts = new Map<number, Set<number>>()
  const own = new Map<number, number[]>()
  for (const band of bands) {
    const number = pageNumber.exec(band.text)
    if (!number) continue
    const value = /^\d+$/.test(number[1]!) ? Number(number[1]) : romanValue(number[1]!)
    if (value === 0) continue
    const offset = band.page - value
    const there = counts.get(offset) ?? new Set()
    counts.set(offset, there.add(band.page))
    own.set(band.page, [...(own.get(band.page) ?? []), offset])
  }
  const found = new Map<number, number>()
  for (const [page, offsets] of own) {
    const best = offsets.sort((a, b) => counts.get(b)!.size - counts.get(a)!.size)[0]!
    if (counts.get(best)!.size >= (pages < 4 ? 2 : 3)) found.set(page, best)
  }
  return found
}

function romanValue(text: string): number {
  const values: Record<string, number> = {i: 1, v: 5, x: 10, l: 50, c: 100}
  const digits = [...text.toLowerCase()].map((each) => values[each] ?? 0)
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0)
}
