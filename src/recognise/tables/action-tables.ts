/** Tables of goals: rows to outcomes, priorities, actions, milestones and measures with their leads and dates. */

import {goalRank} from '../../plan-tree/guards.ts'
import type {Facet, Goal, GoalType, PageSpan, Position} from '../../plan-tree/nodes.ts'
import {dateOf, leadsOf, quoteOf} from '../facets/facets.ts'
import {
  directionOf,
  measuresOf,
  readsLikeMeasure,
  startsLikeAction,
  startsLikeMeasure,
  titleOfCell
} from '../goals/words/goal-words.ts'
import {isPeriod} from '../periods.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import {goalOf, hang, hangOn, innermost, openGoal, type Reading} from '../reading.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {fold} from '../words.ts'
import {captionRows, onlyCell} from './captions.ts'
import {entriesOf} from './cell-entries.ts'
import {looksLikeDate} from './cell-looks.ts'
import type {Column} from './column-roles.ts'
import {alignedTo, headedOf} from './columns.ts'
import {referredGoals} from './goal-references.ts'
import {type PartRow, partRowsOf} from './part-rows.ts'

interface RowAt {
  piece: Piece
  row: Row
  where: {pages: PageSpan[]; position?: Position}
}

/** Reads a table of goals into the tree. */
export function readGoalTable(reading: Reading, piece: Piece, first: Column[]): void {
  const rows = piece.rows ?? []
  const {grid, headers: found} = headedOf(piece, reading.lexicon)
  const headers = new Map(found.map(({row, columns}) => [row, columns]))
  const captions = new Map(captionRows(piece, reading.lexicon).map((caption) => [caption.row, caption.text]))
  const parts = partRowsOf(rows)
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
    const rowAt: RowAt = {piece, row, where}
    const caption = captions.get(at)
    const parted = parts.find(({row}) => row === at)
    if (headers.has(at)) {
      const words = wordsOfRow(row)
      const leading = rows.slice(0, at).every((above) => onlyCell(above) !== undefined)
      // the header's words are its columns' terms; those of another row that reads like one are kept
      if (!leading && words !== named) hang(reading, quoteOf(reading, 'passage', words, where))
      named ||= words
      columns = headers.get(at)!
    } else if (parted) readPart(reading, rowAt, parted, parted.make === upper)
    else if (caption !== undefined) readCaption(reading, rowAt, at, caption)
    else if (isSubHeader(rows, at, headers) || isNameOfRows(row))
      hang(reading, quoteOf(reading, 'passage', wordsOfRow(row), where))
    else if (referred) {
      const cell = grid.rows[at]![referred.at]!
      goal = cell.text === '' ? goal : referred.goalOf(cell)
      const told = columns.map(
        (column): Column => (column.at === referred.at ? {...column, role: 'reference'} : column)
      )
      under(goal, reading, () => readRow(reading, rowAt, alignedTo(told, grid.rows[at]!), told))
    } else readRow(reading, rowAt, alignedTo(columns, grid.rows[at]!), columns)
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
function readPart(reading: Reading, {where}: RowAt, {title, label}: PartRow, upper: boolean): void {
  const whole = reading.goals.some(({byTable, overTable, node}) => !byTable && !overTable && node.type === 'outcome')
  const type = upper && !whole ? 'outcome' : 'priority'
  const goal = goalOf(reading, type, {title, term: type, label}, where)
  openGoal(reading, goal, upper ? partDepth : lowerPartDepth, {byTable: true, inside: !upper})
}

function readCaption(reading: Reading, {piece, where}: RowAt, at: number, text: string): void {
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

const goalTypeOf: Partial<Record<ColumnRole, GoalType>> = {outcome: 'outcome', priority: 'priority', action: 'action'}

function readRow(reading: Reading, rowAt: RowAt, cells: readonly Cell[], columns: readonly Column[]): void {
  const {where} = rowAt
  const used = new Set<number>()
  const filled = (role: ColumnRole) =>
    columns
      .filter((column) => column.role === role)
      .map((column) => ({column, cell: cells[column.at]!}))
      .filter((each) => each.cell && each.cell.text !== '')
  /** Hangs what each filled cell of a role gives on the goals; a cell that no goal takes stays unused. */
  const give = (
    role: ColumnRole,
    goals: readonly (Goal | undefined)[],
    nodes: (cell: Cell, column: Column) => Facet[]
  ) => {
    for (const {column, cell} of filled(role))
      for (const goal of goals) {
        if (!goal) continue
        used.add(column.at)
        for (const node of nodes(cell, column)) hangOn(goal, node)
      }
  }
  const ref = filled('ref')[0]
  let main: Goal | undefined
  const goalRoles = (['outcome', 'priority', 'action'] as const).filter((role) => filled(role).length > 0)
  goalRoles.forEach((role, place) => {
    const {column, cell} = filled(role)[0]!
    used.add(column.at)
    const last = place === goalRoles.length - 1
    const above = place > 0 ? main : goalAbove(reading, goalTypeOf[role]!)
    const listed = last && above && above.type !== 'action' ? entriesOf(cell) : undefined
    // what has codes of its own is several things to do under one number, too
    const several = !ref || listed?.entries.every(({label}) => /^[A-Z]{2}/.test(label ?? '')) ? listed : undefined
    if (last && ref && !several) used.add(ref.column.at)
    if (several && above) {
      while (innermost(reading) !== above) reading.goals.pop()
      if (several.before !== '') hangOn(above, quoteOf(reading, 'rationale', several.before, where))
      for (const {cell: entry, label} of several.entries)
        openRowGoal(reading, rowAt, goalTypeOf[role]!, column, entry, label)
      while (innermost(reading) !== above) reading.goals.pop()
      main = above
    } else main = openRowGoal(reading, rowAt, goalTypeOf[role]!, column, cell, last ? ref?.cell.text : undefined)
  })
  main ??= innermost(reading)
  const steps = filled('milestone').flatMap(({column, cell}) => {
    used.add(column.at)
    return readStep(reading, rowAt, main, column, cell, cells, columns)
  })
  const measures = filled('measure').flatMap(({column, cell}) => {
    used.add(column.at)
    return readMeasures(reading, rowAt, main, column, cell)
  })
  const acting = columns.some((column) => column.role === 'action' || column.role === 'priority')
  const stepped = columns.filter((column) => column.role === 'milestone').length === 1
  const forMain = main && (goalRoles.length > 0 || steps.length > 0 || acting || measures.length === 0)
  const owners = steps.length > 0 && (stepped || !main) ? steps : forMain ? [main] : measures
  give('lead', owners, (cell, column) => leadsOf(reading, cell.lines, column.header, where))
  give('start', owners, (cell) => [dateOf(reading, 'start', cell.text, where)])
  give('due', owners, (cell, column) => [
    dateOf(reading, /review/i.test(column.header) ? 'review' : 'due', cell.text, where)
  ])
  give('rationale', [main], (cell) => [quoteOf(reading, 'rationale', cell.text, where)])
  give('reference', [main], (cell) => [quoteOf(reading, 'reference', cell.text, where)])
  const measured = measures.length === 1 ? measures[0] : main
  give('target', [measured], (cell) => [quoteOf(reading, 'target', cell.text, where)])
  give('baseline', [measured], (cell) => [quoteOf(reading, 'statistic', cell.text, where, {baseline: true})])
  const headers = new Map(columns.map((column) => [column.at, column.header]))
  cells.forEach((cell, at) => {
    if (cell.text === '' || used.has(at)) return
    // what no rule claims is kept beside the goal of its row
    const node = quoteOf(reading, 'passage', cell.text, where, {column: headers.get(at) ?? ''})
    const holder = owners[0] ?? main
    if (holder) hangOn(holder, node)
    else hang(reading, node)
  })
}

/** The open goal that one of a row stands under: those of the row before are done with. */
function goalAbove(reading: Reading, type: GoalType): Goal | undefined {
  return reading.goals.findLast(({node, byTable}) => !byTable || goalRank[node.type] < goalRank[type])?.node
}

/** 'HP 214: ' */
const foreignCode = /^([A-Z]{2,6}[ /-]?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?)\s*[:–—-]\s*(?=\p{L})/u

function openRowGoal(
  reading: Reading,
  {where}: RowAt,
  wanted: GoalType,
  column: Column,
  words: Cell,
  label: string | undefined
): Goal {
  const lined = titleOfCell(words)
  // the number that another plan has it by, before its words
  const elsewhere = label === undefined ? undefined : foreignCode.exec(lined.title)
  if (elsewhere) lined.title = lined.title.slice(elsewhere[0].length)
  const own = /^((?:[A-Z]{1,3})?\d{1,2}(?:[.-][A-Z]{0,3}\d{1,2}){0,3}[a-z]?)[.):]?\s+(?=\p{L})/u.exec(lined.title)
  const levelled = reading.lexicon.levelOf(lined.title)
  // a number of its own that the row's reference does not say stays in the title
  const agrees = (number: string | undefined) => label === undefined || fold(label) === fold(number ?? '')
  const numbered = own && agrees(own[1]) && !looksLikeDate(lined.title) ? own : undefined
  const labelled = levelled?.label && levelled.title && agrees(levelled.number) ? levelled : undefined
  const title = labelled ? labelled.title : numbered ? lined.title.slice(numbered[0].length) : lined.title
  const printed = label ?? labelled?.label ?? numbered?.[1]
  const outcome = reading.goals.find((goal) => goal.node.type === 'outcome' && !goal.byTable)
  // a column of outcomes under an outcome's own heading holds its priorities, unless it says the heading again
  if (wanted === 'outcome' && outcome && fold(outcome.node.title) === fold(title)) return outcome.node
  const lowered = wanted === 'outcome' && outcome !== undefined
  const type: GoalType = lowered ? 'priority' : wanted
  // the same goal printed again in the next row holds that row too
  const again = reading.goals.findLast(
    ({node, byTable}) => byTable && node.type === type && fold(node.title) === fold(title)
  )
  if (again && type !== 'action' && !label) {
    while (reading.goals.at(-1) !== again) reading.goals.pop()
    return again.node
  }
  const term = fold(column.header) || type
  if (type === 'action' && reading.goals.some((open) => open.node.type === 'action' && !open.byTable)) {
    // under an action's own heading, a table breaks it down
    const step = goalOf(reading, 'milestone', {title, term, ...(lined.detail ? {detail: lined.detail} : {})}, where)
    place(reading, reading.goals.findLast((open) => open.node.type === 'action' && !open.byTable)!.node, step)
    return step
  }
  const goal = goalOf(
    reading,
    type,
    {
      title,
      term,
      ...(lined.detail ? {detail: lined.detail} : {}),
      ...(printed ? {label: printed.replace(/[.):]$/, '')} : {})
    },
    where
  )
  if (elsewhere) hangOn(goal, quoteOf(reading, 'reference', elsewhere[1]!, where))
  // a column of priorities beside one of outcomes that stand under an outcome's heading holds what is in those
  openGoal(reading, goal, type === 'outcome' || lowered ? 9.7 : 10, {byTable: true, inside: outcome !== undefined})
  return goal
}

/** A milestone cell; its words may say that it is a measure. */
function readStep(
  reading: Reading,
  {where}: RowAt,
  main: Goal | undefined,
  column: Column,
  words: Cell,
  cells: readonly Cell[],
  columns: readonly Column[]
): Goal[] {
  const dated = columns.some(
    (each) => (each.role === 'start' || each.role === 'due') && (cells[each.at]?.text ?? '') !== ''
  )
  const measured =
    !dated && (startsLikeMeasure(words.text) || (readsLikeMeasure(words.text) && !startsLikeAction(words.text)))
  const term = fold(column.header) || 'milestone'
  const node = measured
    ? {
        ...goalOf(reading, 'measure', {title: words.text, term}, where, {column: column.header}),
        direction: directionOf(words.text)
      }
    : goalOf(reading, 'milestone', {title: words.text, term}, where)
  place(reading, main, node)
  return [node]
}

/** '2.1' before 'Fewer falls', and not before 'million visits'. */
const numberOfMeasure = /^(\d{1,2}(?:\.\d{1,2}){1,2})[.):]?\s+(?=\p{Lu}\p{Ll})/u
/** Where the next such number begins on the same line. */
const nextNumber = /\s+(?=\d{1,2}(?:\.\d{1,2}){1,2}[.):]?\s+\p{Lu}\p{Ll})/u

function readMeasures(reading: Reading, {where}: RowAt, main: Goal | undefined, column: Column, words: Cell): Goal[] {
  const term = fold(column.header) || 'measure'
  const lines = words.lines.flatMap((line) => (numberOfMeasure.test(line) ? line.split(nextNumber) : [line]))
  return measuresOf(lines).map((line) => {
    const label = numberOfMeasure.exec(line)
    const title = label ? line.slice(label[0].length) : line
    const fields = {title, term, ...(label ? {label: label[1]!} : {})}
    const node = {...goalOf(reading, 'measure', fields, where), direction: directionOf(title)}
    place(reading, main, node)
    return node
  })
}

function place(reading: Reading, main: Goal | undefined, node: Goal): void {
  if (main && (main.type === 'outcome' || main.type === 'priority' || main.type === 'action')) hangOn(main, node)
  else hang(reading, node)
}
