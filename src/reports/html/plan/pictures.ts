/** The pages of a plan as pictures with a frame around the words of each unit; bare sheets with frames where no picture is given. */
import type {Box, Goal, PageSpan, PlanNode} from '../../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {boxAnchor, type Context, type PlanEntry, to, unitAnchor} from '../context.ts'
import {type Html, html} from '../html.ts'
import type {PagePicture} from '../options.ts'

/** Space between the words and their frame, points. */
export const frameGap = 2.5
/** A4 in points: the sheet that stands in where no picture tells the size of the page. */
const a4 = {width: 595, height: 842}
/** The tab with the printed number, points. */
const tab = {height: 12, perLetter: 5.4, gap: 7, most: 8}

interface Framed {
  unit: string
  label: string
  words: string
  box: Box
  /** Goals are framed for all to see; facets when asked for. */
  quiet: boolean
  gap: boolean
  /** The first page of the unit carries the anchor. */
  first: boolean
}

/** The panel beside the tree; undefined when the plan has neither boxes nor pictures. */
export function pagePanel(context: Context, entry: PlanEntry, withGap: ReadonlySet<string>): Html | undefined {
  const frames = framesByPage(entry, withGap)
  const pages = pageNumbers(entry, frames).map((page) => ({page, picture: context.site.pictures?.(entry.plan, page)}))
  const shown = pages.filter(({page, picture}) => picture !== undefined || frames.get(page)?.some(({quiet}) => !quiet))
  if (shown.length === 0) return undefined
  return html`<div class="pages row" role="region" aria-label="Pictures of the pages" tabindex="0">${shown.map(
    ({page, picture}) => pageFigure(context, entry, page, picture, frames.get(page) ?? [])
  )}</div>`
}

function pageNumbers({plan}: PlanEntry, frames: ReadonlyMap<number, unknown>): number[] {
  const last = Math.max(plan.source.pages, ...frames.keys())
  return Array.from({length: last}, (_, index) => index + 1)
}

function framesByPage(entry: PlanEntry, withGap: ReadonlySet<string>): Map<number, Framed[]> {
  const frames: (Framed & {page: number})[] = []
  walk(entry.plan, (node) => {
    const unit = entry.idOf.get(node)
    if (!unit) return
    const spans = node.pages.filter((span): span is PageSpan & {box: Box} => span.box !== undefined)
    spans.forEach(({page, box}, index) => {
      const quiet = !('id' in node)
      frames.push({
        page,
        unit,
        label: tabOf(node),
        words: wordsOf(node),
        box,
        quiet,
        gap: withGap.has(unit),
        first: index === 0
      })
    })
  })
  return Map.groupBy(frames, (frame) => frame.page)
}

/** What stands on the tab: the printed number where it is short. */
function tabOf(node: PlanNode): string {
  const label = 'label' in node ? (node as Goal).label : undefined
  return label && label.length <= tab.most ? label : ''
}

/** Where the picture of a page is written, from the site's root. */
export function picturePath(entry: PlanEntry, page: number, type: string): string {
  const ending = type
    .replace(/^image\//, '')
    .replace(/\+xml$/, '')
    .replace('jpeg', 'jpg')
  return `pictures/${entry.slug}/page-${String(page).padStart(3, '0')}.${ending}`
}

function pageFigure(
  context: Context,
  entry: PlanEntry,
  page: number,
  picture: PagePicture | undefined,
  frames: readonly Framed[]
): Html {
  const size = sizeOf(picture, frames)
  const printed = printedAs(entry, page)
  const named = `Page ${page} of ${entry.plan.source.pages}${printed && printed !== String(page) ? `, printed ${printed}` : ''}`
  const overlay = html`<svg class="sheet${picture && html` over`}" viewBox="0 0 ${size.width} ${size.height}" ${
    picture
      ? html`aria-hidden="true"`
      : html`role="img" aria-label="${named}: frames where the words of its units stand"`
  }>${!picture && frames.map((frame) => drawnWords(frame))}${frames.map((frame) => frameShape(frame))}</svg>`
  return html`<figure id="page-${page}"><figcaption>${named}${picture ? ', as printed' : ': where the words stand'}</figcaption>${
    picture
      ? html`<div class="stack"><img src="${to(context, picturePath(entry, page, picture.type))}" width="${picture.width}" height="${picture.height}" loading="lazy" decoding="async" alt="${named}; its words stand in the tree">${overlay}</div>`
      : overlay
  }</figure>
`
}

function sizeOf(picture: PagePicture | undefined, frames: readonly Framed[]): {width: number; height: number} {
  if (picture) return picture.points ?? {width: picture.width, height: picture.height}
  const right = Math.max(...frames.map(({box}) => box[2]))
  const bottom = Math.max(...frames.map(({box}) => box[3]))
  if (right <= a4.width && bottom <= a4.height) return a4
  return right <= a4.height && bottom <= a4.width
    ? {width: a4.height, height: a4.width}
    : {width: right + 20, height: bottom + 20}
}

function printedAs(entry: PlanEntry, page: number): string | undefined {
  for (const unit of entry.units) {
    const span = unit.pages.find((each) => each.page === page && each.printed !== undefined)
    if (span) return span.printed
  }
  return undefined
}

function frameShape({unit, label, box: [left, top, right, bottom], quiet, gap, first}: Framed): Html {
  const round = (points: number) => Number(points.toFixed(1))
  const width = label ? label.length * tab.perLetter + tab.gap : 0
  const edge = {x: round(left - frameGap), y: round(top - frameGap)}
  return html`<g class="frame${quiet && ' quiet'}${gap && ' note-gap'}" data-unit="${unitAnchor(unit)}"${first && html` id="${boxAnchor(unit)}"`}><rect x="${edge.x}" y="${edge.y}" width="${round(right - left + 2 * frameGap)}" height="${round(bottom - top + 2 * frameGap)}"/>${
    label &&
    html`<rect class="tab" x="${round(edge.x - width)}" y="${edge.y}" width="${round(width)}" height="${tab.height}"/><text class="tabtext" x="${round(edge.x - width + 3)}" y="${round(edge.y + 9)}">${label}</text>`
  }</g>`
}

/** Words drawn where no picture is given: points of type and of line, and the width of a letter in parts of its size. */
const type = {size: 9.5, line: 12, letter: 0.5}

/** The unit's words in its own box, as many lines as it holds: a sketch of the page, not its picture. */
function drawnWords({words, box: [left, top, right, bottom]}: Framed): Html[] {
  const letters = Math.max(8, Math.floor((right - left) / (type.size * type.letter)))
  const most = Math.max(1, Math.floor((bottom - top) / type.line))
  return wrapped(words, letters, most).map(
    (line, index) =>
      html`<text x="${left.toFixed(1)}" y="${(top + type.size + index * type.line).toFixed(1)}" font-size="${type.size}">${line}</text>`
  )
}

function wrapped(words: string, letters: number, most: number): string[] {
  const lines: string[] = []
  for (const word of words.slice(0, letters * most).split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`
    else if (lines.length < most) lines.push(word.slice(0, letters))
    else break
  }
  return lines.map((line) => line.toWellFormed())
}
