/** What each column of a table holds: by its header's words, then by what stands in its cells. */

import {holderOf} from '../facets/leads.ts'
import {startsLikeAction, startsLikeMeasure} from '../goals/words/goal-words.ts'
import type {Lexicon} from '../lexicon.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import {type ColumnRole, vocabulary} from '../vocabulary.ts'
import {fold, sentences, wordCount} from '../words.ts'
import {isBesideUnnamed, isHeaderRow} from './captions.ts'
import {entriesOf} from './cell-entries.ts'

export interface Column {
  at: number
  role: ColumnRole
  header: string
}

export interface Grid {
  width: number
  /** Rows of exactly `width` cells; a cell under a merged one is empty. */
  rows: Cell[][]
}

const empty: Cell = {text: '', lines: [], lead: '', bold: false, colSpan: 1, rowSpan: 1}

/** The table with every merged cell in its first row and column, empty cells where it reaches. */
export function gridOf(rows: readonly Row[]): Grid {
  const width = Math.max(...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)))
  const reach: number[] = Array(width).fill(0)
  const grid = rows.map((row) => {
    const wide = row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)
    const line: Cell[] = Array(width).fill(empty)
    let at = 0
    for (const cell of row.cells) {
      // a row that is short leaves out the cells that a merged one reaches into
      if (wide < width) while (at < width && reach[at]! > 0) at += 1
      if (at >= width) break
      line[at] = cell
      for (let under = at; under < Math.min(width, at + cell.colSpan); under += 1)
        reach[under] = Math.max(reach[under]!, cell.rowSpan)
      at += cell.colSpan
    }
    for (let column = 0; column < width; column += 1) reach[column] = Math.max(0, reach[column]! - 1)
    return line
  })
  return {width, rows: grid}
}

/**
 * A row's cells as its columns see them: a merged cell whose first column has no role stands in the first that has one. Rulings
 * that do not quite meet make such cells.
 */
export function alignedTo(columns: readonly Column[], cells: readonly Cell[]): Cell[] {
  const aligned = [...cells]
  const roles = new Set(columns.map((column) => column.at))
  cells.forEach((cell, at) => {
    if (cell.colSpan < 2 || cell.text === '' || roles.has(at)) return
    for (let under = at + 1; under < at + cell.colSpan && under < cells.length; under += 1) {
      if (!roles.has(under) || aligned[under]!.text !== '') continue
      aligned[under] = cell
      aligned[at] = empty
      return
    }
  })
  return aligned
}

/** Columns of a header row. `body` decides where a header's word has two senses. */
export function columnsOfHeader(header: readonly Cell[], body: readonly Cell[][], lexicon: Lexicon): Column[] {
  const columns = header.flatMap((cell, at): Column[] => {
    if (at === 0 && isBesideUnnamed(header, lexicon)) return [{at, role: 'action', header: ''}]
    if (cell.text === '') return []
    const role =
      lexicon.columnOf(cell.text) ??
      roleByContent(
        body.map((row) => row[at] ?? empty),
        lexicon
      ) ??
      'note'
    return [{at, role, header: cell.text}]
  })
  return settle(columns, body, header.length)
}

/** Columns of a table without a header. */
export function columnsByContent(body: readonly Cell[][], width: number, lexicon: Lexicon): Column[] {
  const columns = Array.from({length: width}, (_, at): Column => {
    return {
      at,
      role:
        roleByContent(
          body.map((row) => row[at] ?? empty),
          lexicon
        ) ?? 'note',
      header: ''
    }
  })
  return settle(columns, body, width)
}

const yearHeader = /^(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?$|^(?:year|q) ?\d$/

/** Two readings of one word: 'Priority' over High and Low is a rank; 'Outcomes' after the actions are what success is. */
function settle(columns: Column[], body: readonly Cell[][], width: number): Column[] {
  const cellsIn = (at: number) => body.flatMap((row) => (row[at] && row[at].text !== '' ? [row[at]] : []))
  const filled = (at: number) => cellsIn(at).map(({text}) => text)
  const counted = columns.find((column) => column.role === 'measure')
  let settled = settleMeasured(withHorizons(columns), filled).map((column): Column => {
    const texts = filled(column.at)
    // after an indicator, a year over figures is when they were counted; elsewhere it says what is done by then
    if (
      counted &&
      column.at > counted.at &&
      column.role === 'milestone' &&
      texts.length > 0 &&
      yearHeader.test(fold(column.header))
    )
      if (texts.filter(looksLikeFigure).length >= texts.length * tellingShare) return {...column, role: 'baseline'}
    const rank =
      texts.length > 0 &&
      texts.every((text) =>
        /^(?:very )?(?:high|medium|low|h|m|l|[1-5]|red|amber|green|r|a|g|critical)\b.{0,10}$/i.test(text)
      )
    if (rank && (column.role === 'priority' || column.role === 'note' || (column.role === 'ref' && column.at > 1)))
      return {...column, role: 'rank'}
    return column
  })
  settled = ranked(
    withoutCodes(
      settled.map((column) => byCells(column, cellsIn(column.at), settled)),
      filled
    )
  )
  const action = settled.find((column) => column.role === 'action')
  const goal = settled.find(({role}) => role === 'action' || role === 'priority')
  // inputs, activities, outputs, outcomes: a logic model reads from the means to the goal
  const model = columns.some(({header}) => /^inputs?\b/.test(fold(header)))
  settled = settled.map((column): Column => {
    if (model && column.role === 'outcome') return column
    // between a goal and its actions, what is wanted says what the goal means
    if (
      column.role === 'priority' &&
      action &&
      column.at < action.at &&
      /^what (?:do )?we want\b/.test(fold(column.header))
    )
      return settled.some(({role, at}) => role === 'outcome' && at < column.at)
        ? {...column, role: 'rationale'}
        : column
    // a theme after the goals files them; it is none that they stand under
    if (column.role === 'outcome' && filing.test(fold(column.header)) && goal && column.at > goal.at)
      return {...column, role: 'note'}
    if (column.role === 'outcome' && action && column.at > action.at) return {...column, role: 'measure'}
    if (column.role === 'priority' && action && column.at > action.at) return {...column, role: 'note'}
    return column
  })
  // the second action column says how, or the steps
  const actions = settled.filter((column) => column.role === 'action')
  if (actions.length > 1)
    settled = settled.map((column) =>
      column === actions[0] || column.role !== 'action'
        ? column
        : {...column, role: isHigher(actions[0]!, column) ? 'milestone' : 'note'}
    )
  settled = withHolder(settled, cellsIn)
  if (!settled.some((column) => goalColumn(column.role))) {
    // nothing is named as what is to be done: the first wordy column that is no reference is
    const wordy = settled.find(
      (column) =>
        column.role === 'note' && column.at < width - 1 && filled(column.at).some((text) => startsLikeAction(text))
    )
    if (wordy) settled = settled.map((column) => (column === wordy ? {...column, role: 'action'} : column))
  }
  return settled
}

/** Outcomes listed several to a cell stand under what the first column calls each row. */
function withHolder(columns: Column[], cellsIn: (at: number) => Cell[]): Column[] {
  const listing = columns.find(({role}) => goalColumn(role))
  if (listing?.role !== 'outcome') return columns
  const cells = cellsIn(listing.at)
  const listed = cells.filter((cell) => (entriesOf(cell)?.entries.length ?? 0) > 1)
  const [holder] = columns
  if (listed.length < cells.length * tellingShare || holder?.role !== 'note') return columns
  const names = cellsIn(holder.at).map(({text}) => fold(text))
  if (names.length < cells.length || new Set(names).size < names.length) return columns
  return columns.map((column): Column => {
    if (column === holder) return {...column, role: 'outcome'}
    return column === listing ? {...column, role: 'priority'} : column
  })
}

const horizon = /^(?:now|next|soon|later|short|medium|long)(?:[ -]term)?(?: \(.{1,24}\))?$/

/** 'Now', 'Next' and 'Later' side by side: what is done by then. */
function withHorizons(columns: Column[]): Column[] {
  const told = columns.filter(({header}) => horizon.test(fold(header)))
  return told.length < 2
    ? columns
    : columns.map((column) => (told.includes(column) ? {...column, role: 'milestone'} : column))
}

const filing = /\b(?:topic|subject|themes?|areas?|work ?streams?|pillars?|strands?)$/

/** A header whose word its cells belie: 'Item' over things to do, 'Action' over posts and names. */
function byCells(column: Column, cells: readonly Cell[], columns: readonly Column[]): Column {
  const texts = cells.map(({text}) => text)
  const share = (test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length)
  if (column.role === 'ref' && share((text) => startsLikeAction(text) && wordCount(text) > 2) >= tellingShare)
    return {...column, role: 'action'}
  // 'Measured by' over what is counted, beside the column of who leads, where no cell names anyone
  const led = columns.some((other) => other !== column && other.role === 'lead')
  if (led && column.role === 'lead' && counting.test(fold(column.header)) && !texts.some(namesParty))
    return {...column, role: 'measure'}
  // paragraphs that tell of the work are no list of what is counted
  if (column.role === 'measure' && cells.filter(isProse).length >= Math.max(leastProse, cells.length * tellingShare))
    return {...column, role: 'note'}
  if (column.role === 'reference' && cells.filter(listsWork).length >= cells.length * tellingShare)
    return {...column, role: 'action'}
  const short = share((text) => wordCount(text) <= 6 && !startsLikeAction(text))
  if (column.role === 'action' && short === 1 && share(namesParty) >= tellingShare) return {...column, role: 'lead'}
  return column
}

/** Fewest cells of prose, and fewest sentences and words of one line that make it prose. */
const [leastProse, proseSentences, proseWords] = [2, 2, 40]

function isProse({lines}: Cell): boolean {
  return lines.some(
    (line) =>
      wordCount(line) >= proseWords &&
      sentences(line).length >= proseSentences &&
      !sentences(line).some(startsLikeMeasure)
  )
}

/** The cell lists several things to do. */
function listsWork(cell: Cell): boolean {
  return entriesOf(cell)?.entries.every(({cell: {text}}) => startsLikeAction(text)) ?? false
}

/** Headers that may stand over who counts, or over what is counted. */
const counting = /^(?:measured|monitored|tracked|judged|evidenced|reported) by$/

/** 'Clerk', 'Clerk + Cllr Hooper', 'Head of Parks' */
function namesParty(text: string): boolean {
  return text
    .split(/\s*[+&/,]\s*/)
    .every((part) => holderOf(part, vocabulary) === 'post' || holderOf(part, vocabulary) === 'person')
}

const code = /^[a-z]{0,4}[ -]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?$/i

/** A column called after goals that holds their codes only is the reference of the words beside it. */
function withoutCodes(columns: Column[], filled: (at: number) => string[]): Column[] {
  return columns.map((column, place): Column => {
    const before = columns[place - 1]
    const coded = (each: Column | undefined) =>
      each !== undefined &&
      (each.role === 'outcome' || each.role === 'priority' || each.role === 'action') &&
      filled(each.at).length > 0 &&
      filled(each.at).every((text) => code.test(text))
    if (coded(column)) return {...column, role: 'ref'}
    if (before && coded(before) && (column.role === 'note' || column.role === 'rationale'))
      return {...column, role: before.role}
    return column
  })
}

/** Two columns of one level: the first holds the second. */
function ranked(columns: Column[]): Column[] {
  const of = (role: ColumnRole) => columns.filter((column) => column.role === role)
  const [first, second] = of('priority')
  if (first && second && of('outcome').length === 0)
    return columns.map((column) => (column === first ? {...column, role: 'outcome'} : column))
  const [upper, lower] = of('outcome')
  const acts = columns.find((column) => column.role === 'action')
  if (upper && lower && of('priority').length === 0 && (!acts || lower.at < acts.at))
    return columns.map((column) => (column === lower ? {...column, role: 'priority'} : column))
  return columns
}

const nowHeader = /^(?:now|today|at present|currently|at (?:the )?start|start(?:ing)?|from)\b/
const thenHeader = /^(?:by |in 20|to$|aims?\b|goals?\b|ambitions?\b|hoped)/
const unsettled: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'ref',
  'note',
  'start',
  'due',
  'outcome',
  'priority',
  'milestone'
])

/** After the column of measures, figures under 'Now' or 'Start' are the baseline; under 'By 2030', 'Goal' or 'Aim' the target. */
function settleMeasured(columns: Column[], filled: (at: number) => string[]): Column[] {
  const measure = columns.find((column) => column.role === 'measure')
  if (!measure) return columns
  return columns.map((column): Column => {
    if (column.at <= measure.at || !unsettled.has(column.role)) return column
    const texts = filled(column.at)
    if (texts.length === 0 || texts.filter(looksLikeFigure).length < texts.length * tellingShare) return column
    const header = fold(column.header)
    if (nowHeader.test(header)) return {...column, role: 'baseline'}
    return thenHeader.test(header) ? {...column, role: 'target'} : column
  })
}

/** '38%', '6 weeks', 'fewer than 40': a figure, and no date. */
function looksLikeFigure(text: string): boolean {
  return /\d/.test(text) && wordCount(text) <= 6 && !looksLikeDate(text)
}

function isHigher(first: Column, second: Column): boolean {
  return (
    !/^(?:how|activity|task|steps?)\b/.test(fold(first.header)) &&
    /^(?:how|key |activit|task|step|what we will)/.test(fold(second.header))
  )
}

export function goalColumn(role: ColumnRole): boolean {
  return role === 'outcome' || role === 'priority' || role === 'action' || role === 'milestone' || role === 'measure'
}

const datelike =
  /^(?:by |from |end of |early |mid[- ]|late |before |autumn|spring|summer|winter|q[1-4]\b|ongoing|on-going|continuous|annual(?:ly)?|quarterly|monthly|tbc|immediate|complete|in progress|within )|\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b.{0,14}\b(?:19|20)?\d\d\b|\b20\d\d\b|\d{1,2}\/\d{1,2}\/\d{2,4}/i

export function looksLikeDate(text: string): boolean {
  return wordCount(text) <= 9 && datelike.test(text.trim())
}

/** Share of filled cells that must look alike to tell a column by its content. */
const tellingShare = 0.6

function roleByContent(cells: readonly Cell[], lexicon: Lexicon): ColumnRole | undefined {
  const texts = cells.map((cell) => cell.text).filter((text) => text !== '')
  if (texts.length === 0) return undefined
  const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length
  if (share((text) => /^(?:[a-z]{0,3}\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[ivx]{1,4}|[a-z])[.)]?$/i.test(text)) >= 0.8)
    return 'ref'
  if (share(looksLikeDate) >= tellingShare) return 'due'
  if (share(startsLikeMeasure) >= tellingShare) return 'measure'
  if (share(startsLikeAction) >= tellingShare && share((text) => wordCount(text) >= 3) >= tellingShare) return 'action'
  const posts = share((text) => wordCount(text) <= 14 && holderOf(text, lexicon.vocabulary) !== 'body')
  if (posts >= tellingShare && share((text) => wordCount(text) <= 6) >= tellingShare) return 'lead'
  return undefined
}

export interface HeaderAt {
  row: number
  columns: Column[]
}

/** A row further down is a header only where it says the first one again, or where nearly all its cells are names of columns. */
function goesForHeader(row: Row, first: Row, lexicon: Lexicon): boolean {
  const words = ({cells}: Row) => cells.map(({text}) => fold(text)).join(' | ')
  const filled = row.cells.filter(({text}) => text !== '')
  const known = filled.filter(({text}) => lexicon.columnOf(text) !== undefined)
  return words(row) === words(first) || known.length >= filled.length * shareOfNames
}

/** Share of the cells of such a row. */
const shareOfNames = 0.7

/** A table as its columns see it. */
export interface Headed {
  grid: Grid
  /** Its header rows with the columns that they set. */
  headers: readonly HeaderAt[]
}

/** Told once for each table and lexicon: a dozen recognisers ask whether a table holds goals. */
const told = new WeakMap<Lexicon, WeakMap<Piece, Headed>>()

/** The grid and the header rows of a table. */
export function headedOf(table: Piece, lexicon: Lexicon): Headed {
  const known = told.get(lexicon) ?? new WeakMap<Piece, Headed>()
  told.set(lexicon, known)
  const headed = known.get(table) ?? readHeaders(table, lexicon)
  known.set(table, headed)
  return headed
}

function readHeaders({rows = [], alike = []}: Piece, lexicon: Lexicon): Headed {
  const grid = gridOf(rows)
  const others = alike.length > 0 ? gridOf(alike).rows : []
  const [first, ...more] = rows.flatMap((row, at) => (isHeaderRow(row, lexicon) ? [at] : []))
  if (first === undefined) return {grid, headers: []}
  const again = more.filter((at) => goesForHeader(rows[at]!, rows[first]!, lexicon))
  const headers = [first, ...again].map((row): HeaderAt => {
    const body = [...grid.rows.slice(row + 1), ...others]
    return {row, columns: columnsOfHeader(grid.rows[row]!, body, lexicon)}
  })
  return {grid, headers}
}
