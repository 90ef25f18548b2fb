/** What a back end found painted on a page, to the page that is read: doubles, unseen and off-page words left out. */
import type {Box} from '../../../plan-tree/nodes.ts'
import {areaOf, holdsCentre, hundredths, meet, roundBox} from '../../geometry.ts'
import type {Colour, Page, PagedSource, Run, Tag} from '../../types.ts'
import {type Glyph, type PaintedRun, runsOf} from './runs.ts'
import type {Shapes} from './shapes.ts'

export interface PaintedPage {
  number: number
  label?: string | undefined
  width: number
  height: number
  glyphs: Glyph[]
  shapes: Shapes
  images: Box[]
  tags?: Tag[] | undefined
  /** Is told how many words stand on each layer that is switched off. */
  unseen?: Map<string, number> | undefined
}

/** Letters read from one page at most: a full A3 page of small print holds about 15,000; so many take about 1 GB and 10 s. */
export const maxGlyphs = 400_000
/** Two equal words nearer than this, in ems, are one painted twice (pdfplumber's dedupe: 1 pt). */
const doubleWithin = 0.2
/** Words of one text are compared with those in the same and the neighbouring squares of this many points. */
const doubleCell = 16
/** Share of the page an image covers in a scan. */
const scanShare = 0.5
/** Each of red, green, blue above this is white. */
const white = 250

/** Says which pages a bound on their number leaves out. */
export function beyondBound(last: number, pages: number): PagedSource['warnings'][number] {
  return {
    ruleId: 'pages-left-out',
    message: `pages ${last + 1} to ${pages} left out: the bound is ${last} pages (raise it with --max-pages)`,
    page: last + 1
  }
}

export function pageOf(painted: PaintedPage): Page {
  const {number, width, height} = painted
  const sheet: Box = [0, 0, width, height]
  const images = painted.images
    .map((box) => meet(box, sheet))
    .filter((box) => box !== undefined)
    .map(roundBox)
  const onSheet = runsOf(painted.glyphs).filter((run) => holdsCentre(sheet, run.box))
  const shown = onLayersShown(onSheet, painted.unseen)
  const runs = withoutDoubles(seen(shown, painted, images, sheet))
  return {
    number,
    ...(painted.label ? {label: painted.label} : {}),
    width: hundredths(width),
    height: hundredths(height),
    runs,
    rules: painted.shapes.rules,
    fills: painted.shapes.fills,
    images,
    ...(painted.tags && painted.tags.length > 0 ? {tags: painted.tags} : {})
  }
}

function onLayersShown(runs: PaintedRun[], unseen: Map<string, number> | undefined): PaintedRun[] {
  return runs.filter(({layer}) => {
    if (layer === undefined) return true
    unseen?.set(layer, (unseen.get(layer) ?? 0) + 1)
    return false
  })
}

/** Says how many words of a page are on a layer that no reader sees. */
export function unseenLayers(unseen: ReadonlyMap<string, number>, page: number): PagedSource['warnings'] {
  return [...unseen].map(([layer, words]) => {
    const name = layer.replace(/[^\p{L}\p{N}\p{P} ]/gu, '').slice(0, 60)
    const of = words === 1 ? '1 word' : `${words} words`
    const message = `${of} on a layer that is switched off ('${name}') left out: no reader sees it`
    return {ruleId: 'hidden-layer', message, page}
  })
}

/**
 * Words that leave a mark. Unmarked words stay where they are the text layer of a scanned page: more of them than of
 * the others, over an image.
 */
function seen(runs: PaintedRun[], {shapes}: PaintedPage, images: Box[], sheet: Box): Run[] {
  const unmarked = runs.filter((run) => run.hidden)
  const scanned = images.some((box) => areaOf(box) > scanShare * areaOf(sheet))
  const keep = scanned && unmarked.length * 2 > runs.length
  return runs.filter((run) => {
    if (!run.hidden) return !(isWhite(run.colour) && onPaper(run, shapes, images))
    delete run.hidden
    return keep
  })
}

const isWhite = (colour: Colour | undefined): boolean =>
  colour !== undefined && colour[0] > white && colour[1] > white && colour[2] > white

/** Nothing but white lies under the word. */
function onPaper(run: Run, shapes: Shapes, images: Box[]): boolean {
  if (images.some((box) => holdsCentre(box, run.box))) return false
  return !shapes.fills.some(({box, colour}) => !isWhite(colour) && holdsCentre(box, run.box))
}

/** Fake bold and doubled layers: of equal words on one spot the first stays, bold when the second was set off a little. */
function withoutDoubles(runs: Run[]): Run[] {
  const places = new Map<string, Run | Map<number, Run[]>>()
  return runs.filter((run) => {
    const known = places.get(run.text)
    // Most words of a page stand on it once.
    if (!known) {
      places.set(run.text, run)
      return true
    }
    const cells = known instanceof Map ? known : new Map([[cellOf(known, 0, 0), [known]]])
    if (cells !== known) places.set(run.text, cells)
    if (hasDouble(run, cells)) return false
    const key = cellOf(run, 0, 0)
    const there = cells.get(key)
    if (there) there.push(run)
    else cells.set(key, [run])
    return true
  })
}

/** Whether an equal word stands on the spot, in the word's square or in one that its reach touches: mostly none other does. */
function hasDouble(run: Run, cells: ReadonlyMap<number, Run[]>): boolean {
  const reach = doubleWithin * run.size
  const [columns, rows] = [squaresWithin(run.box[0], reach), squaresWithin(run.baseline, reach)]
  for (let x = columns[0]; x <= columns[1]; x += 1)
    for (let y = rows[0]; y <= rows[1]; y += 1)
      if (cells.get(cellOf(run, x, y))?.some((other) => isDouble(other, run))) return true
  return false
}

/** How many squares the reach around a place goes back and on: no further than to the neighbours. */
function squaresWithin(place: number, reach: number): readonly [back: number, on: number] {
  const own = Math.floor(place / doubleCell)
  const back = Math.floor((place - reach) / doubleCell) - own
  const on = Math.floor((place + reach) / doubleCell) - own
  return [Math.max(back, -1), Math.min(on, 1)]
}

/** The square that the word starts in, or one so many columns and rows away. */
const cellOf = ({box, baseline}: Run, columns: number, rows: number): number =>
  (Math.floor(box[0] / doubleCell) + columns) * 4096 + Math.floor(baseline / doubleCell) + rows

function isDouble(first: Run, second: Run): boolean {
  const dx = Math.abs(first.box[0] - second.box[0])
  const dy = Math.abs(first.baseline - second.baseline)
  if (Math.max(dx, dy) > doubleWithin * Math.min(first.size, second.size) || Math.abs(first.size - second.size) > 1)
    return false
  if (dx > 0.05 && dx < 0.06 * first.size && dy < 0.05) first.weight = Math.max(first.weight, 700)
  return true
}
