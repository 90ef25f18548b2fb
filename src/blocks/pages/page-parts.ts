/** One page to its parts in reading order: columns of lines, tables, side boxes. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {asWide, cellRuledTables, isCellRuled} from '../tables/cell-rules.ts'
import {filledCells, type TableDraft} from '../tables/draft.ts'
import {withOpenEnds} from '../tables/ends.ts'
import {halfRuledTable, partsAtProse, withHeaders} from '../tables/half-ruled.ts'
import {partsAtGrids} from '../tables/parts-at-grids.ts'
import {ruledTable} from '../tables/ruled.ts'
import {type Ruling, rulingsOf, type Stroke, withStops} from '../tables/rulings.ts'
import {labelledTable, placeTurned} from '../tables/turned-cells.ts'
import {boxedItems} from './boxed-items.ts'
import {centreX, centreY, heightOf, holds, widthOf} from './boxes.ts'
import {type Part, partsOf, type Whole} from './columns.ts'
import type {Asides} from './cut-boxes.ts'
import {isFrame} from './frames.ts'
import {type Line, linesOf} from './lines.ts'
import {drawnBullets} from './markers.ts'
import {type PageGutter, pageGuttersOf} from './page-columns.ts'

/** A part of a page; `aside` numbers the side box that it stands in. */
export type PagePart =
  | {
      kind: 'lines'
      lines: Line[]
      column: Box
      aside?: number
      contents?: boolean
      floats: PagePart[][]
      /** Where each float stands. */
      floatBoxes: Box[]
    }
  | {kind: 'table'; table: TableDraft; aside?: number}

interface Nest {
  box: Box
  table?: TableDraft
  words: Run[]
  inner: Nest[]
  /** It holds one item of a list and is no side box. */
  item?: boolean
}

const mostNests = 400
/** Groups of rules drawn cell by cell on a page at most: more are a picture. */
const mostPieced = 40
/** How far beyond a table's rules its outermost rows are sought, points. */
const endReach = 260

export interface PageSketch {
  page: Page
  tables: TableDraft[]
  frames: Box[]
  /** Upright rules that touch no other: they part columns. */
  partings: Stroke[]
  /** Turned words that cells of the tables hold, laid level. */
  turned: Set<Run>
}

/** The tables and frames that rules draw on a page. First step, so that words in tables are known before furniture is sought. */
export function sketchOf(page: Page): PageSketch {
  const tables: TableDraft[] = []
  const frames: Box[] = []
  const all = rulingsOf(page)
  const rulings = all.filter(({card}) => !card)
  for (const ruling of all) if (ruling.card && isFrame(ruling, page)) frames.push(ruling.box)
  const sideways = page.runs.filter(isTurned)
  const byHeight =
    rulings.length > 0 ? page.runs.filter((run) => !isTurned(run)).sort((a, b) => centreY(a.box) - centreY(b.box)) : []
  const partings = rulings.flatMap(({level, upright}) => (level.length === 0 && upright.length === 1 ? upright : []))
  const within = ({box}: Ruling): Run[] => between(byHeight, box[1] - 3, box[3] + 3)
  const whole = withHeaders(rulings, byHeight)
  const cut = whole.flatMap((each) => partsAtGrids(each, whole))
  const inPieces = cut.filter(isCellRuled)
  const pieced = inPieces.length > mostPieced ? [] : asWide(inPieces)
  const others = inPieces.length > mostPieced ? cut : cut.filter((each) => !inPieces.includes(each))
  const parts = [...others, ...pieced].flatMap((each) => {
    if (!pieced.includes(each)) return [each]
    const around = between(byHeight, each.box[1] - endReach, each.box[3] + endReach)
    const found = cellRuledTables(each, around, page.number)
    const ended = found.tables.map((table) => withOpenEnds(table, around, page.height))
    tables.push(...ended.filter(({rows}) => rows.length > 0))
    return found.tables.length === 0 ? [each] : found.rest.length === 0 ? [] : [restOf(each, found.rest)]
  })
  for (const ruling of parts.flatMap((each) => partsAtProse(each, within(each), page.number))) {
    const words = within(ruling)
    if (words.length === 0) continue
    const ruled = ruledTable(ruling, words, page.number) ?? labelledTable(ruling, words, sideways, page.number)
    if (ruled && isCards(ruled)) {
      frames.push(...ruled.rows.flatMap((row) => filledCells(row).map(({box}) => box)))
      continue
    }
    const table = (ruled && finer(ruled, ruling, words)) ?? ruled ?? halfRuledTable(ruling, words, page.number)
    const shaded = table?.rule === 'ruled' && [...ruling.level, ...ruling.upright].every(({edge}) => edge)
    if (table && (shaded || table.rule === 'half-ruled'))
      tables.push(
        withOpenEnds(
          table,
          between(byHeight, table.box[1] - endReach, table.box[3] + endReach),
          page.height,
          shaded && table.columns.length > 2
        )
      )
    else if (table) tables.push(table)
    else if (isFrame(ruling, page)) frames.push(ruling.box)
  }
  const kept = apart(tables)
  const turned = new Set(kept.flatMap((table) => (table.rule === 'ruled' ? placeTurned(table, sideways) : [])))
  return {page, tables: kept, frames, partings, turned}
}

function restOf({ends, box}: Ruling, level: Stroke[]): Ruling {
  const [top, bottom] = [Math.min(...level.map(({at}) => at)), Math.max(...level.map(({at}) => at))]
  return withStops({level, upright: [], box: [box[0], top, box[2], bottom]}, ends)
}

/** Rows of cards at most where the titles of a column may be the same: more are a table whatever its cells look like. */
const mostCardRows = 2
/** Columns, and rows, that must hold titled cells for more rows to be cards. */
const cardGrid = 2
/** Words of a card at least. */
const cardWords = 14
/** Letters of a card's title over those below it, where it is not bold. */
const cardTitle = 1.12

/** Boxes side by side that share their borders: each has a title of its own over its text. */
function isCards({rows, page}: TableDraft): boolean {
  const cells = rows.flatMap(filledCells)
  let [titled, long] = [0, 0]
  const grid = {columns: new Set<number>(), rows: new Set<number>()}
  for (const cell of cells) {
    const {words} = cell
    if (words.length < cardWords) continue
    long += 1
    const lines = linesOf(words, page)
    const title = lines[0]!
    const text = lines.filter(({bold, size}) => bold < 0.5 && size <= title.size)
    if (text.length * 2 < lines.length) continue
    if (title.bold > 0.9 || title.size >= cardTitle * text[0]!.size) {
      titled += 1
      grid.columns.add(cell.column)
      grid.rows.add(cell.box[1])
    }
  }
  if (titled < 2 || titled < 0.7 * long) return false
  return (
    rows.length <= mostCardRows || (grid.columns.size >= cardGrid && grid.rows.size >= cardGrid && !isHeader(rows[0]!))
  )
}

/** A row of labels over the columns of a table. */
const isHeader = (row: TableDraft['rows'][number]): boolean =>
  filledCells(row).every(({words}) => words.length < cardWords)

/** The larger of tables that claim the same words; those inside a cell of another are part of the cell. */
function apart(tables: readonly TableDraft[]): TableDraft[] {
  const claimed = new Set<Run>()
  return [...tables]
    .sort((a, b) => widthOf(b.box) * heightOf(b.box) - widthOf(a.box) * heightOf(a.box) || a.box[1] - b.box[1])
    .filter(({rows}) => {
      const words = rows.flatMap(({cells}) => cells.flatMap((cell) => cell.words))
      if (words.some((word) => claimed.has(word))) return false
      for (const word of words) claimed.add(word)
      return true
    })
}

/** A table whose few upright rules part groups of columns, not each. */
function finer(table: TableDraft, ruling: Ruling, words: readonly Run[]): TableDraft | undefined {
  const drawn = table.columns.length - 1
  if (drawn > 4 || ruling.level.length > 8) return undefined
  return halfRuledTable(ruling, words, table.page, drawn)
}

function between(sorted: readonly Run[], top: number, bottom: number): Run[] {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (centreY(sorted[middle]!.box) < top) low = middle + 1
    else high = middle
  }
  const found: Run[] = []
  for (; low < sorted.length && centreY(sorted[low]!.box) <= bottom; low += 1) found.push(sorted[low]!)
  return found
}

export const isTurned = ({angle = 0}: Run): boolean => Math.abs(angle) > 5

/** Parts of a page in reading order. `gone` holds furniture. `asides` counts side boxes over the document. */
export function partsOfPage(
  {page, tables, frames, partings}: PageSketch,
  gone: ReadonlySet<Run>,
  asides: Asides
): PagePart[] {
  const words = page.runs.filter((run) => !gone.has(run) && !isTurned(run))
  const tableWords = new Set(tables.flatMap(({rows}) => rows.flatMap(({cells}) => cells.flatMap((cell) => cell.words))))
  const bullets = drawnBullets(page)
  const loose = [
    ...words.filter((word) => !tableWords.has(word)),
    ...bullets.filter((bullet) => !tables.some(({box}) => holds(box, bullet.box)))
  ]
  placeBullets(bullets, tables)
  const root = nested(tables, frames, loose, page)
  const ground: Ground = {page, partings, gutters: pageGuttersOf(root.words, page.number)}
  return inOrder(root, ground, undefined, asides)
}

/** Drawn bullets inside cells join the cell's words. */
function placeBullets(bullets: readonly Run[], tables: readonly TableDraft[]): void {
  for (const bullet of bullets)
    for (const {rows, box} of tables) {
      if (!holds(box, bullet.box)) continue
      const cell = rows.flatMap(({cells}) => cells).find((each) => holds(each.box, bullet.box))
      if (cell && cell.words.length > 0) cell.words.push(bullet)
    }
}

function nested(tables: readonly TableDraft[], frames: readonly Box[], words: readonly Run[], page: Page): Nest {
  const root: Nest = {box: [0, 0, page.width, page.height], words: [], inner: []}
  const nests: Nest[] = [
    ...tables.map((table): Nest => ({box: table.box, table, words: [], inner: []})),
    ...frames.slice(0, mostNests).map((box): Nest => ({box, words: [], inner: []}))
  ].sort((a, b) => widthOf(b.box) * heightOf(b.box) - widthOf(a.box) * heightOf(a.box) || a.box[1] - b.box[1])
  for (const nest of nests) {
    const host = hostOf(root, nest.box)
    // A shade in a cell of a table is part of the table.
    if (!host.table) host.inner.push(nest)
  }
  // A word over a table that none of its cells took stays in the running text.
  for (const word of words) hostOf(root, word.box, true).words.push(word)
  return root
}

function hostOf(nest: Nest, box: Box, open = false): Nest {
  const inner = nest.inner.find(
    (each) => each.box !== box && !(open && each.table) && holds(each.box, box, 0.5) && centreX(box) > each.box[0]
  )
  return inner ? hostOf(inner, box, open) : nest
}

/** What all regions of a page share. */
interface Ground {
  page: Page
  partings: readonly Stroke[]
  gutters: readonly PageGutter[]
}

function inOrder(nest: Nest, ground: Ground, aside: number | undefined, asides: Asides): PagePart[] {
  const {page, partings} = ground
  const held = nest.inner.filter((inner) => inner.table || inner.words.length > 0 || inner.inner.length > 0)
  const flat = held.filter((inner) => isHighlight(inner, nest))
  const items = boxedItems(
    held.filter((inner) => !inner.table && inner.inner.length === 0 && !flat.includes(inner)),
    nest.words,
    page.number
  )
  const placed = new Set<Run>()
  for (const [inner, marker] of items) {
    for (const word of marker) placed.add(word)
    inner.words.unshift(...marker)
    inner.item = true
  }
  const words = [...nest.words, ...flat.flatMap(({words}) => words)].filter((word) => !placed.has(word))
  const wholes: Whole<Nest>[] = held
    .filter((inner) => !flat.includes(inner))
    .map((content) => ({box: content.box, content}))
  const gutters = nest.table || aside !== undefined ? [] : ground.gutters
  return partsOf(words, wholes, {page: page.number, partings, gutters}).flatMap((part) =>
    pagePart(part, nest, ground, aside, asides)
  )
}

/** A shade behind some words of a line is a marker pen, not a box. */
function isHighlight(inner: Nest, outer: Nest): boolean {
  if (inner.table || inner.inner.length > 0 || inner.words.length === 0) return false
  const [left, , right] = inner.box
  const size = inner.words[0]!.size
  if (heightOf(inner.box) > 1.9 * size) return false
  const level = outer.words.filter(({box}) => centreY(box) > inner.box[1] && centreY(box) < inner.box[3])
  return level.some(
    ({box}) =>
      (box[2] <= left + 1 && left - box[2] < 1.5 * size) || (box[0] >= right - 1 && box[0] - right < 1.5 * size)
  )
}

function pagePart(part: Part<Nest>, nest: Nest, ground: Ground, aside: number | undefined, asides: Asides): PagePart[] {
  const mark = aside === undefined ? {} : {aside}
  switch (part.kind) {
    case 'table':
      return [{kind: 'table', table: part.table, ...mark}]
    case 'whole': {
      const {content} = part.whole
      if (content.table) return [{kind: 'table', table: content.table, ...mark}]
      if (content.item) return inOrder(content, ground, aside, asides)
      asides.count += 1
      asides.places.set(asides.count, {page: ground.page.number, box: content.box})
      return inOrder(content, ground, asides.count, asides)
    }
    case 'lines': {
      const floats = part.floats.map((whole) => pagePart({kind: 'whole', whole}, nest, ground, aside, asides))
      return [
        {
          kind: 'lines',
          lines: part.lines,
          column: nest.box,
          ...mark,
          ...(part.contents ? {contents: true} : {}),
          floats,
          floatBoxes: part.floats.map(({box}) => box)
        }
      ]
    }
    default:
      return part satisfies never
  }
}
