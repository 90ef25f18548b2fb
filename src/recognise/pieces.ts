/** mdast to a flat stream of pieces: what the recognisers read. Nothing is dropped but empty blocks. */
import type {Data, Heading, Nodes, Paragraph, PhrasingContent, Root, Table, TableCell} from 'mdast'
import type {PageSpan, Position} from '../plan-tree/nodes.ts'
import {collapse} from './words.ts'

/** Words with their printed lines and their bold parts. */
export interface Wording {
  /** All words on one line, white space collapsed. */
  text: string
  /** The same words, cut at printed line or paragraph breaks; never empty strings. */
  lines: string[]
  /** The bold words at the very start, '' when it starts in plain type. */
  lead: string
  /** Every word is bold. */
  bold: boolean
}

export interface Cell extends Wording {
  /** The bold words at the start of each line. */
  leads?: readonly string[]
  /** Of each line, where some are entries of a list: whether it is one, or stands under the one above. */
  entries?: readonly Data['entry'][]
  colSpan: number
  rowSpan: number
}

export interface Row {
  cells: Cell[]
  pages: PageSpan[]
  position?: Position
}

/** A goal that running text counts: 'Our second aim is to …'. */
export interface Ordinal {
  /** 1 for 'first'; 0 for 'final'. */
  number: number
  /** The words after 'First,' or 'is'. */
  title: string
  /** 'aim', where the text names the level. */
  term?: string
}

/** Depth of bold lines that stand as headings: they rank below every heading of the document. */
export const boldHeadingDepth = 7

/** One block of the document in reading order. */
export interface Piece extends Wording {
  index: number
  kind: 'heading' | 'paragraph' | 'listItem' | 'table'
  /** Heading: 1 to 6, from `boldHeadingDepth` for a bold line that stands as one. List item: nesting from 1. */
  depth: number
  /** Which list the item belongs to; a nested list has its own number. */
  list?: number
  /** Index of the item that a nested item stands in. */
  parent?: number
  /** '1.', 'iv.', '•' as printed; ordered lists without a printed marker get their number. */
  marker?: string
  ordered?: boolean
  rows?: Row[]
  /** Rows under the same header in other tables of the document: what the columns hold is told by all of them. */
  alike?: Row[]
  ordinal?: Ordinal
  /** An entry of the table of contents. */
  entry?: boolean
  /** The first line of a table of one column. */
  header?: boolean
  aside?: number
  pages: PageSpan[]
  position?: Position
}

interface Flattening {
  pieces: Piece[]
  lists: number
}

/** The blocks of a document as pieces, in order. */
export function piecesOf(root: Root): Piece[] {
  const state: Flattening = {pieces: [], lists: 0}
  for (const child of root.children) flatten(child, state, {})
  return state.pieces
}

interface Around {
  list?: number
  depth?: number
  parent?: number
  marker?: string
  ordered?: boolean
  aside?: number
}

function flatten(node: Nodes, state: Flattening, around: Around): void {
  const aside = node.data?.aside ?? around.aside
  const within: Around = aside === undefined ? around : {...around, aside}
  switch (node.type) {
    case 'heading':
      push(state, node, {kind: 'heading', depth: node.depth, ...wordingOf(node.children)}, within)
      return
    case 'paragraph':
      push(state, node, {kind: 'paragraph', depth: 0, ...wordingOf(node.children)}, within)
      return
    case 'code':
      push(state, node, {kind: 'paragraph', depth: 0, ...wordingFrom([{text: node.value, bold: false}])}, within)
      return
    case 'html':
      push(state, node, {kind: 'paragraph', depth: 0, ...wordingFrom([{text: untag(node.value), bold: false}])}, within)
      return
    case 'list':
      flattenList(node, state, within)
      return
    case 'table':
      pushTable(node, state, within)
      return
    default:
      if ('children' in node) for (const child of node.children) flatten(child as Nodes, state, within)
  }
}

function flattenList(list: Extract<Nodes, {type: 'list'}>, state: Flattening, around: Around): void {
  state.lists += 1
  const number = state.lists
  const depth = (around.depth ?? 0) + 1
  list.children.forEach((entry, at) => {
    const printed = entry.data?.marker
    const marker = printed ?? (list.ordered ? `${(list.start ?? 1) + at}.` : '•')
    const ordered = list.ordered === true || /[\p{L}\p{N}]/u.test(marker)
    const aside = entry.data?.aside ?? around.aside
    // what stands after a list inside the entry is read after it
    const nested = entry.children.findIndex(({type}) => type !== 'paragraph' && type !== 'heading')
    const own = entry.children.slice(0, nested < 0 ? undefined : nested) as (Paragraph | Heading)[]
    const runs = own.flatMap((child, at) => [...(at ? [lineBreak] : []), ...runsOf(child.children)])
    const wording = wordingFrom(runs)
    const within: Around = {
      list: number,
      depth,
      marker,
      ordered,
      ...(around.parent === undefined ? {} : {parent: around.parent})
    }
    if (aside !== undefined) within.aside = aside
    const index = state.pieces.length
    push(state, entry, {kind: 'listItem', ...wording, depth}, within)
    const parent = state.pieces.length > index ? {parent: index} : {}
    const below: Around = {depth, ...parent, ...(aside === undefined ? {} : {aside})}
    // a paragraph after a nested list stands beside the entry, and so does what follows it
    let place: Around = below
    for (const child of entry.children.slice(own.length)) {
      if (child.type === 'paragraph' || child.type === 'heading') place = around
      flatten(child, state, place)
    }
  })
}

type Fresh = Pick<Piece, 'kind' | 'depth'> & Wording

function push(state: Flattening, node: Nodes, fresh: Fresh, around: Around): void {
  if (fresh.text === '' || !/[\p{L}\p{N}]/u.test(fresh.text)) return
  const {depth: _, ...rest} = around
  const place = fresh.kind === 'listItem' ? rest : rest.aside === undefined ? {} : {aside: rest.aside}
  state.pieces.push({...fresh, ...place, index: state.pieces.length, ...whereIs(node)})
}

function pushTable(table: Table, state: Flattening, around: Around): void {
  const rows = table.children.map((row): Row => {
    const cells = row.children.map((cell): Cell => {
      const {colSpan = 1, rowSpan = 1} = cell.data ?? {}
      const runs = runsOf(cell.children)
      const leads = leadsOf(runs)
      const wording = wordingFrom(runs)
      const entries = entriesOfCell(cell, wording.lines.length)
      return {...wording, ...(leads ? {leads} : {}), ...(entries ? {entries} : {}), colSpan, rowSpan}
    })
    const pages = row.data?.pages ?? row.children.flatMap((cell) => cell.data?.pages ?? [])
    return {cells, pages: ascending(pages), ...(row.position ? {position: row.position as Position} : {})}
  })
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text !== ''))
  if (filled.length === 0) return
  if (filled.length > 2 && rows.every((row) => row.cells.length === 1 && row.cells[0]!.colSpan === 1)) {
    pushColumn(filled, state, around)
    return
  }
  const piece: Piece = {
    ...tableWords(filled),
    index: state.pieces.length,
    ...(around.aside === undefined ? {} : {aside: around.aside}),
    ...whereIs(table)
  }
  if (piece.pages.length === 0) piece.pages = ascending(filled.flatMap((row) => row.pages))
  state.pieces.push(piece)
}

/** Which of a cell's lines are entries; undefined where none is known to be. */
function entriesOfCell({children, data}: TableCell, lines: number): Data['entry'][] | undefined {
  const entries = [data?.entry, ...children.flatMap((child) => (child.type === 'break' ? [child.data?.entry] : []))]
  return entries.length === lines && entries.includes('start') ? entries : undefined
}

/** What a piece says that is a table of these rows. */
export function tableWords(rows: Row[]): Pick<Piece, 'kind' | 'depth' | 'text' | 'lines' | 'lead' | 'bold' | 'rows'> {
  const lines = rows.map((row) =>
    row.cells
      .map((cell) => cell.text)
      .filter(Boolean)
      .join(' | ')
  )
  return {kind: 'table', depth: 0, text: lines.join(' '), lines, lead: '', bold: false, rows}
}

/** A table of one column is a list under its first line. */
function pushColumn([first, ...rows]: Row[], state: Flattening, around: Around): void {
  state.lists += 1
  const list = state.lists
  const aside = around.aside === undefined ? {} : {aside: around.aside}
  const add = (row: Row, fresh: Pick<Piece, 'kind' | 'depth'> & Partial<Piece>) => {
    const {text, lines, lead, bold} = row.cells[0]!
    const where = row.position ? {pages: row.pages, position: row.position} : {pages: row.pages}
    state.pieces.push({text, lines, lead, bold, ...aside, ...where, ...fresh, index: state.pieces.length})
  }
  add(first!, {kind: 'paragraph', depth: 0, header: true})
  for (const row of rows) add(row, {kind: 'listItem', depth: 1, list, marker: '•', ordered: false})
}

function whereIs(node: Nodes): {pages: PageSpan[]; position?: Position} {
  const pages = ascending(node.data?.pages ?? [])
  const {position} = node
  const sound = position && position.start.offset !== undefined && position.end.offset !== undefined
  return sound ? {pages, position: position as Position} : {pages}
}

function ascending(pages: readonly PageSpan[]): PageSpan[] {
  return [...pages].sort((a, b) => a.page - b.page)
}

interface TextRun {
  text: string
  bold: boolean
}

const lineBreak: TextRun = {text: '\n', bold: false}

function runsOf(nodes: readonly PhrasingContent[], bold = false): TextRun[] {
  return nodes.flatMap((node): TextRun[] => {
    switch (node.type) {
      case 'text':
        return [{text: node.value.replaceAll('\n', ' '), bold}]
      case 'inlineCode':
        return [{text: node.value, bold}]
      case 'break':
        return [lineBreak]
      case 'strong':
        return runsOf(node.children, true)
      case 'html':
        return [{text: untag(node.value), bold}]
      case 'image':
      case 'imageReference':
      case 'footnoteReference':
        return []
      default:
        return 'children' in node ? runsOf(node.children, bold) : []
    }
  })
}

/** Inline HTML that a converter left: line breaks stay, tags go. */
function untag(html: string): string {
  return html.replace(/<(?:br|\/p|\/li|\/div)\b[^<>]{0,200}>/gi, '\n').replace(/<[^<>]{0,400}>/g, ' ')
}

function wordingOf(nodes: readonly PhrasingContent[]): Wording {
  return wordingFrom(runsOf(nodes))
}

/** The bold words that each of several lines starts with; undefined where none does. */
function leadsOf(runs: readonly TextRun[]): string[] | undefined {
  const lines: TextRun[][] = [[]]
  for (const run of runs) {
    if (run === lineBreak) lines.push([])
    else lines.at(-1)!.push(run)
  }
  if (lines.length < 2) return undefined
  const worded = lines.map(wordingFrom).filter(({text}) => text !== '')
  const split = worded.some((line) => line.lines.length > 1)
  return split || worded.every(({lead}) => lead === '') ? undefined : worded.map(({lead}) => lead)
}

const numberAlone = /^\s*\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?|[a-z])[.):]?\s+$/

/** Pictures set before a line's words: '🎯 Our goals', '➡️ Grow the herd'. They say nothing that the words do not. */
const pictures = /^(?:\p{Extended_Pictographic}[\uFE0E\uFE0F]?\s*){1,8}(?=[\p{L}\p{N}])/u

function wordingFrom(printed: readonly TextRun[]): Wording {
  const runs = withoutPictures(printed)
  const whole = runs.map((run) => run.text).join('')
  const lines = whole
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '')
  const [first, ...after] = runs
  // '1a. **Name a visitor.** She will call …': a number before the bold words is one with them
  if (first && !first.bold && numberAlone.test(first.text) && after[0]?.bold)
    return wordingFrom([{...first, bold: true}, ...after])
  const solid = runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text))
  const firstPlain = runs.findIndex((run) => !run.bold && /[\p{L}\p{N}]/u.test(run.text))
  const lead = runs.slice(0, firstPlain < 0 ? runs.length : firstPlain)
  const bold = solid.length > 0 && solid.every((run) => run.bold)
  const leadText = solid[0]?.bold ? collapse(lead.map((run) => run.text).join('')) : ''
  return {text: collapse(whole), lines, lead: leadText, bold}
}

function withoutPictures(runs: readonly TextRun[]): readonly TextRun[] {
  const [first, ...rest] = runs
  const set = first && pictures.exec(first.text.trimStart())
  return set ? [{...first, text: first.text.trimStart().slice(set[0].length)}, ...rest] : runs
}

/** The label of an entry that has a number or letter: '2' of '2.)', 'b' of '(b)'. */
export function numberLabel({ordered, marker}: Piece): {label?: string} {
  return ordered && marker ? {label: marker.replace(/[.):]+$/, '').replace(/^\(/, '')} : {}
}

/** Pieces by what they name, worked out once a document: each entry of a list asks for those beside it. */
function indexedBy(key: (piece: Piece) => number | undefined) {
  const known = new WeakMap<readonly Piece[], ReadonlyMap<number | undefined, readonly Piece[]>>()
  return (name: number | undefined, pieces: readonly Piece[]): readonly Piece[] => {
    const index = known.get(pieces) ?? Map.groupBy(pieces, key)
    known.set(pieces, index)
    return index.get(name) ?? []
  }
}

/** The pieces of one list, or those of none, in order. */
export const entriesOf = indexedBy(({list}) => list)

const nested = indexedBy(({parent}) => parent)

/** The pieces nested in an entry. */
export const nestedIn = (entry: Piece, pieces: readonly Piece[]): readonly Piece[] => nested(entry.index, pieces)
