/** Pages of words, rules and boxes to blocks: furniture out, tables and boxes found, columns read in order, pages joined. */
import type {Page, PagedSource, Run} from '../../source/types.ts'
import {longTable} from '../tables/across-pages.ts'
import {wordsOfDraft} from '../tables/draft.ts'
import {cellText} from '../tables/long-table.ts'
import type {Blocks, Furniture} from '../types.ts'
import {type Draft, joinedOverPages} from './across-pages.ts'
import {around, shared} from './boxes.ts'
import {type Asides, mendCutBoxes} from './cut-boxes.ts'
import {furnitureOf} from './furniture.ts'
import type {HeadingMark} from './heading-levels.ts'
import {bodyStyle, styleOf} from './heading-style.ts'
import {headingsOf} from './headings.ts'
import {type Leading, leadingOf} from './leading.ts'
import type {Line} from './lines.ts'
import {type PagePart, type PageSketch, partsOfPage, sketchOf} from './page-parts.ts'
import {type Paragraph, paragraphsOf} from './paragraphs.ts'
import {withoutSideTabs} from './side-tabs.ts'
import {takeSketch} from './sketches.ts'
import {asidesOf, placeDrawnBullets, taggedDrafts} from './tagged-drafts.ts'
import {type TaggedPart, taggedParts} from './tagged-page.ts'
import {isHeadingRole, type TagFacts, tagFacts, tagPlaces} from './tags.ts'
import {treeOf} from './tree.ts'
import {turnedLines} from './turned.ts'
import {turnBack} from './upright.ts'
import {hyphensOf} from './wording.ts'

export interface LayoutOptions {
  /** 'keep' leaves running heads and feet where they stand; the default takes them out of the tree. */
  furniture?: 'keep' | 'out'
}

export function fromPages(source: PagedSource, options: LayoutOptions = {}): Blocks {
  const sketched = source.pages.map(takeSketch)
  const {pages, tabs} = withoutSideTabs(sketched.map(({sketch}) => sketch.page))
  const sketches = sketched.map(({sketch}, i) => (pages[i] === sketch.page ? sketch : sketchOf(pages[i]!)))
  const held = new Set<Run>()
  for (const {tables} of sketches)
    for (const {rows} of tables)
      for (const {cells} of rows) for (const {words} of cells) for (const word of words) held.add(word)
  const cleared =
    options.furniture === 'keep'
      ? {runs: new Set<Run>(), furniture: [], printed: new Map<number, string>()}
      : furnitureOf(pages, held, tabs)
  const asides: Asides = {count: 0, places: new Map()}
  const facts = tagFacts(pages)
  const layouts = sketches.map((sketch) => layoutOf(sketch, cleared.runs, facts, asides))
  const columns = layouts.flatMap(({parts, tagged}) =>
    [...parts, ...tagged].map((part) => ({part, lines: linesIn(part)}))
  )
  const leading = leadingOf(columns.flatMap(({lines}) => lines))
  const drafts = layouts.map((layout, i) => {
    const {turned} = sketches[i]!
    const gone = layout.tagged.length > 0 || turned.size === 0 ? cleared.runs : new Set([...cleared.runs, ...turned])
    return draftsOf(layout, pages[i]!, leading, gone, facts)
  })
  markBanners(drafts)
  mendCutBoxes(pages, drafts, asides)
  const paragraphs = drafts.flat().filter((draft): draft is Paragraph => draft.kind === 'paragraph')
  const cells = columns.flatMap(({part, lines}) => (part.kind === 'table' ? lines.flat() : []))
  const body = bodyStyle(paragraphs, cells)
  const headings = headingsOf(paragraphs, source.outline, body, tableTitles(drafts))
  // A heading alone in its band heads what stands below the band: it is in no side box.
  for (const paragraph of headings.keys()) if (paragraph.banner) delete paragraph.aside
  const whole = drafts.map((own) => withWrapped(own, headings))
  const repeated: Furniture[] = []
  const isHeading = (paragraph: Paragraph) => headings.has(paragraph)
  const flow = joinedOverPages(whole, isHeading, body.size, (row) => {
    const text = row.cells.map(cellText).filter(Boolean).join(' ')
    if (text) repeated.push({text, kind: 'repeated', page: row.parts[0]!.page})
  })
  const hyphens = hyphensOf(columns.flatMap(({lines}) => lines.flat()))
  const printed = (page: number) => cleared.printed.get(page) ?? pages[page - 1]?.label
  const {tree, text} = treeOf(flow, {headings, hyphens, leading, printed})
  turnBack(tree, new Map(sketched.flatMap(({back}, i) => (back ? [[source.pages[i]!.number, back]] : []))))
  return {
    tree,
    text,
    furniture: [...cleared.furniture, ...repeated],
    pages: pages.length,
    warnings: [...source.warnings]
  }
}

/** Paragraphs that stand right above a table. */
function tableTitles(pages: readonly Draft[][]): Set<Paragraph> {
  const titles = new Set<Paragraph>()
  for (const drafts of pages)
    drafts.forEach((draft, i) => {
      if (draft.kind === 'paragraph' && drafts[i + 1]?.kind === 'table') titles.add(draft)
    })
  return titles
}

/** A page in reading order. */
interface PageLayout {
  /** By its geometry; of a page whose tags give the order, what they leave out. */
  parts: PagePart[]
  /** By its tags, where these can be trusted. */
  tagged: TaggedPart[]
  /** Number of the side box that each tagged part stands in. */
  asides: (number | undefined)[]
}

function layoutOf(sketch: PageSketch, gone: ReadonlySet<Run>, facts: TagFacts, asides: Asides): PageLayout {
  const {page, tables, frames} = sketch
  const found = taggedParts(page, gone, tables, facts)
  if (!found) return {parts: partsOfPage(sketch, gone, asides), tagged: [], asides: []}
  const {parts: tagged, rest} = found
  placeDrawnBullets(page, tagged)
  const numbers = asidesOf(tagged, frames, page.number, asides)
  if (rest.length === 0) return {parts: [], tagged, asides: numbers}
  const left = new Set(rest)
  const open = tables.filter((table) => wordsOfDraft(table).every((word) => left.has(word)))
  const bare = {...sketch, page: {...page, runs: rest, fills: []}, tables: open, frames: []}
  return {parts: partsOfPage(bare, gone, asides), tagged, asides: numbers}
}

/** Columns of lines in a part, those of table cells too. */
function linesIn(part: PagePart | TaggedPart): Line[][] {
  if (part.kind === 'block') return [part.lines]
  if (part.kind === 'lines') return [part.lines, ...part.floats.flat().flatMap(linesIn)]
  const {rows} = 'kind' in part.table ? part.table : longTable(part.table, undefined)
  return rows.flatMap((row) => row.cells.flatMap((cell) => cell.parts.map(({lines}) => lines)))
}

function draftsOf(
  {parts, tagged, asides}: PageLayout,
  page: Page,
  leading: Leading,
  gone: ReadonlySet<Run>,
  facts: TagFacts
): Draft[] {
  const places = tagged.length > 0 ? undefined : tagPlaces(page, facts)
  const loose = parts.map((part) => ({part, drafts: draftsOfPart(part, leading)}))
  const drafts =
    tagged.length > 0
      ? withLoose(tagged, taggedDrafts(tagged, asides, leading), loose)
      : loose.flatMap(({drafts: own}) => own)
  for (const line of turnedLines(page, gone))
    drafts.push(...paragraphsOf([line], {left: line.box[0], right: line.box[2], leading}))
  if (places)
    for (const draft of drafts) {
      if (draft.kind !== 'paragraph') continue
      const first = draft.lines[0]?.words.find(({mcid}) => mcid !== undefined && places.has(mcid))
      const place = first && places.get(first.mcid!)
      if (place?.role) Object.assign(draft, {tag: place.role, tagId: place.id})
    }
  if (tagged.length > 0 && !facts.headings) for (const draft of drafts) if (draft.kind === 'paragraph') delete draft.tag
  return places || tagged.length > 0 ? joinedHeadings(drafts) : drafts
}

/** What no tag holds goes before the first tagged part that begins below it. */
function withLoose(
  tagged: readonly TaggedPart[],
  drafts: readonly Draft[][],
  loose: readonly {part: PagePart; drafts: Draft[]}[]
): Draft[] {
  const before = tagged.map((): Draft[] => [])
  const after: Draft[] = []
  for (const {part, drafts: own} of loose) {
    const box = part.kind === 'table' ? part.table.box : around(part.lines.map((line) => line.box))
    const next = tagged.findIndex(
      (each) => each.box[1] > box[1] && shared(each.box[0], each.box[2], box[0], box[2]) > 0
    )
    ;(before[next] ?? after).push(...own)
  }
  return [...tagged.flatMap((_, i) => [...before[i]!, ...drafts[i]!]), ...after]
}

/** Marks paragraphs that stand alone in a box: headings in a band. Those in the style that opens more boxes which hold text have lost theirs. */
function markBanners(pages: readonly (readonly Draft[])[]): void {
  const alone = new Map<string, Paragraph[]>()
  const opening = new Map<string, number>()
  for (const drafts of pages) {
    const members = new Map<number, Draft[]>()
    for (const draft of drafts)
      if (draft.aside !== undefined) members.set(draft.aside, [...(members.get(draft.aside) ?? []), draft])
    for (const [first, ...others] of members.values()) {
      if (first?.kind !== 'paragraph') continue
      const style = styleOf(first)
      if (others.length === 0) alone.set(style, [...(alone.get(style) ?? []), first])
      else opening.set(style, (opening.get(style) ?? 0) + 1)
    }
  }
  for (const [style, paragraphs] of alone)
    if ((opening.get(style) ?? 0) <= paragraphs.length) for (const paragraph of paragraphs) paragraph.banner = true
}

/** Paragraphs of which each that goes on with the one before it has become part of it. */
function joinedWhere(drafts: readonly Draft[], goesOn: (before: Paragraph, after: Paragraph) => boolean): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    if (draft.kind === 'paragraph' && last?.kind === 'paragraph' && goesOn(last, draft)) last.lines.push(...draft.lines)
    else joined.push(draft)
  }
  return joined
}

/** A heading that one tag holds is one heading, whatever its lines look like. */
const joinedHeadings = (drafts: readonly Draft[]): Draft[] =>
  joinedWhere(drafts, (before, after) => isHeadingRole(after.tag) && after.tagId === before.tagId)

function draftsOfPart(part: PagePart, leading: Leading): Draft[] {
  if (part.kind === 'table') return [longTable(part.table, part.aside)]
  const box = around(part.lines.map((line) => line.box))
  const paragraphs = paragraphsOf(part.lines, {
    left: box[0],
    right: box[2],
    leading,
    beside: part.floatBoxes,
    ...(part.contents ? {contents: true} : {})
  })
  if (part.aside !== undefined) for (const paragraph of paragraphs) paragraph.aside = part.aside
  const drafts: Draft[] = [...paragraphs]
  part.floats.forEach((float, i) => {
    const own = float.flatMap((each) => draftsOfPart(each, leading))
    const [, top, right, bottom] = part.floatBoxes[i]!
    // What stands beside it under one heading is read before it, or after it where it stands on the left.
    const onLeft = part.lines.every((line) => line.box[3] < top || line.box[1] > bottom || line.box[0] > right)
    const highest = onLeft ? top - (part.lines[0]?.size ?? 0) : top + 2
    let after = drafts.findLastIndex((draft) => draft.kind === 'paragraph' && draft.box[1] <= highest)
    for (let next = drafts[after + 1]; !onLeft && next && goesOnBeside(next, bottom); next = drafts[after + 1])
      after += 1
    drafts.splice(after + 1, 0, ...own)
  })
  return drafts
}

/** A paragraph that begins beside a box, above its foot, and is no heading. */
const goesOnBeside = (draft: Draft, bottom: number): boolean =>
  draft.kind === 'paragraph' &&
  draft.box[1] < bottom - (draft.lines[0]?.size ?? 0) &&
  (draft.marker !== undefined || draft.lines.some(({bold}) => bold < 0.9))

/** Distance of baselines, in ems, up to which a heading that fills its line goes on with one of the same style. */
const wrappedPitch = 2
/** Share of its column that a heading's line must fill to go on. */
const wrappedFill = 0.7

/** Size of a line in small capitals alone over that of one with large ones too, at least. */
const smallCapitals = 0.68

/** Letters that go on inside a sentence: the end of a heading that is set too wide, or in small capitals, to be taken for one. */
const isTail = ({lines}: Paragraph): boolean =>
  lines.length === 1 && /^\p{Ll}/u.test(lines[0]!.words[0]!.text) && lines[0]!.bold > 0.9

/** Headings set wide, each line of which was taken for one. */
const withWrapped = (drafts: readonly Draft[], headings: Map<Paragraph, HeadingMark>): Draft[] =>
  joinedWhere(drafts, (before, after) => {
    const one = headings.has(before) && (headings.has(after) || isTail(after)) && wraps(before, after)
    if (one) headings.delete(after)
    return one
  })

function wraps(before: Paragraph, after: Paragraph): boolean {
  const [last, first] = [before.lines.at(-1), after.lines[0]]
  if (!last || !first || after.marker || before.aside !== after.aside || after.tagId !== before.tagId) return false
  const small = isTail(after) && first.size < last.size && first.size > smallCapitals * last.size
  if (Math.abs(last.size - first.size) > 0.3 && !small) return false
  if (last.colour !== first.colour || last.bold > 0.5 !== first.bold > 0.5) return false
  const pitch = first.baseline - last.baseline
  const [left, right] = before.column
  return (
    pitch > 0 &&
    pitch < wrappedPitch * first.size &&
    last.box[2] - left > wrappedFill * (right - left) &&
    !/[.:;!?]$/.test(last.words.at(-1)!.text)
  )
}
