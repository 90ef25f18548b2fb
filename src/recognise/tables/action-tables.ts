import type {Goal} from '../../plan-tree/nodes.ts'
import {dateOf, leadsOf, quoteOf} from '../facets/facets.ts'
import {isPeriod} from '../periods.ts'
import type {Piece, Row} from '../pieces.ts'
import {goalOf, hang, hangOn, innermost, openGoal, type Reading} from '../reading.ts'
import {fold} from '../words.ts'
import {captionRows, onlyCell} from './captions.ts'
import type {Column} from './column-roles.ts'
import {alignedTo, headedOf} from './columns.ts'
import {referredGoals} from './goal-references.ts'
import {readRow} from './goal-rows.ts'
import {type PartRow, partRowsOf} from './part-rows.ts'
import type {RowWords} from './row-goals.ts'

type Where = RowWords['where']

/** Reads a table of goals into the tree. */
export function readGoalTable(reading: Reading, piece: Piece, first: Column[]): void {
  const rows = piece.rows ?? []
  const {grid, headers: found} = headedOf(piece, reading.lexicon)
  const headers = new Map(found.map(({row, columns}) => [row, columns]))
  const captions = new Map(captionRows(piece, reading.lexicon).map((caption) => [caption.row, caption.text]))
  const parts = partRowsOf(piece)
  const upper = parts[0]?.make
  let columns: readonly Column[] = first
  let named = ''
  const depth = reading.goals.length
  const referred = referredGoals(piece, reading)
  let goal: Goal | undefined
  rows.forEach((row, at) => {
    const where = {
      pages: row.pages.length > 0 ? row.pages : piece.pages,
      ...((row.position ?? piece.position) ? {position: (row.position ?? piece.position)!} : {})
    }
    const caption = captions.get(at)
    const parted = parts.find(({row}) => row === at)
    if (headers.has(at)) {
      const words = wordsOfRow(row)
      const leading = rows.slice(0, at).every((above) => onlyCell(above) !== undefined)
      // the header's words are its columns' terms; those of another row that reads like one are kept
      if (!leading && words !== named) hang(reading, quoteOf(reading, 'passage', words, where))
      named ||= words
      columns = headers.get(at)!
    } else if (parted) readPart(reading, where, parted, parted.make === upper)
    else if (caption !== undefined) readCaption(reading, piece, {at, text: caption, where})
    else if (isSubHeader(rows, at, headers) || isNameOfRows(row))
      hang(reading, quoteOf(reading, 'passage', wordsOfRow(row), where))
    else if (referred) {
      const cell = grid.rows[at]![referred.at]!
      goal = cell.text === '' ? goal : referred.goalOf(cell)
      const told = columns.map(
        (column): Column => (column.at === referred.at ? {...column, role: 'reference'} : column)
      )
      under(goal, reading, () => readRow(reading, {where, cells: alignedTo(told, grid.rows[at]!), columns: told}))
    } else readRow(reading, {where, cells: alignedTo(columns, grid.rows[at]!), columns})
  })
  // actions and milestones close with their table; an outcome that the table itself opened too
  while (reading.goals.length > depth || reading.goals.at(-1)?.byTable) {
    if (reading.goals.length === 0) break
    if (reading.goals.length <= depth && !reading.goals.at(-1)?.byTable) break
    reading.goals.pop()
  }
}

/** Reads with one goal open in place of those that are. */
function under(goal: Goal | undefined, reading: Reading, read: () => void): void {
  const open = reading.goals
  if (goal) reading.goals = [{node: goal, depth: 1}]
  read()
  if (goal) reading.goals = open
}

function wordsOfRow(row: Row): string {
  return row.cells
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(' | ')
}

/** The second row of a header: words only under the merged cells of the first. */
function isSubHeader(rows: readonly Row[], at: number, headers: ReadonlyMap<number, unknown>): boolean {
  const above = rows[at - 1]
  if (!above || !headers.has(at - 1) || !above.cells.some((cell) => cell.colSpan > 1)) return false
  return (
    rows[at]!.cells.filter((cell) => cell.text !== '').every((cell) => cell.text.length < 60) &&
    rows[at]!.cells[0]?.text === ''
  )
}

/** 'FINANCE' alone in its row, below a header of several columns: what the rows under it are about. */
function isNameOfRows(row: Row): boolean {
  const words = row.cells.length > 2 ? onlyCell(row) : undefined
  return words !== undefined && /^\p{Lu}{3,}(?:[ &,/-]+\p{Lu}+){0,3}$/u.test(words)
}

/** Depth of a row that parts a table, and of one that parts such a part: both above the rows' own goals. */
const [partDepth, lowerPartDepth] = [9, 9.5]

/** The goal of the rows under it; a row of another make parts the part that is open. */
function readPart(reading: Reading, where: Where, {title, label}: PartRow, upper: boolean): void {
  const whole = reading.goals.some(({byTable, overTable, node}) => !byTable && !overTable && node.type === 'outcome')
  const type = upper && !whole ? 'outcome' : 'priority'
  const goal = goalOf(reading, type, {title, term: type, label}, where)
  openGoal(reading, goal, upper ? partDepth : lowerPartDepth, {byTable: true, inside: !upper})
}

function readCaption(
  reading: Reading,
  piece: Piece,
  {at, text, where}: {at: number; text: string; where: Where}
): void {
  const known = reading.scheme.captions.get(piece.index)?.get(at)
  if (known) {
    const {title, term, label, type} = known
    const goal = goalOf(reading, type, {title, term, ...(label ? {label} : {})}, where)
    openGoal(reading, goal, 9, {byTable: true})
    reading.byKey.set(known.key, {goal, piece: known.piece})
    return
  }
  const labelled = reading.lexicon.labelled(text)
  const open = innermost(reading)
  if (labelled?.kind === 'lead' && open) {
    for (const lead of leadsOf(reading, [labelled.rest], labelled.term, where)) hangOn(open, lead)
  } else if (isPeriod(text)) {
    hang(reading, dateOf(reading, 'period', text, where))
  } else if (reading.goals.some((goal) => !goal.byTable && !goal.overTable && goal.node.type === 'outcome')) {
    const same = reading.goals.some((goal) => fold(goal.node.title) === fold(text))
    if (same || /^(?:table|figure) \d/i.test(text)) hang(reading, quoteOf(reading, 'passage', text, where))
    else openGoal(reading, goalOf(reading, 'priority', {title: text, term: 'priority'}, where), 9, {byTable: true})
  } else if (/^(?:action plan|table \d|appendix)\b/i.test(text)) hang(reading, quoteOf(reading, 'passage', text, where))
  else {
    openGoal(
      reading,
      goalOf(reading, 'outcome', {title: text.replace(/^\d{1,2}[.)]\s+/, ''), term: 'outcome'}, where),
      9,
      {byTable: true}
    )
  }
}
