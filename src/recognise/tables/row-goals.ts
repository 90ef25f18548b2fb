/** Goals that the cells of a table's row are: titles with their numbers, milestones, measures. */
import type {Goal, GoalType, PageSpan, Position} from '../../plan-tree/nodes.ts'
import {quoteOf} from '../facets/facets.ts'
import {
  directionOf,
  measuresOf,
  readsLikeMeasure,
  startsLikeAction,
  startsLikeMeasure,
  titleOfCell
} from '../goals/words/goal-words.ts'
import type {Cell} from '../pieces.ts'
import {goalOf, hang, hangOn, openGoal, type Reading} from '../reading.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {fold} from '../words.ts'
import {looksLikeDate} from './cell-looks.ts'
import type {Column} from './column-roles.ts'

/** A row as its columns see it. */
export interface RowWords {
  where: {pages: PageSpan[]; position?: Position}
  cells: readonly Cell[]
  columns: readonly Column[]
}

/** A cell with words in it, and its column. */
export interface Filled {
  column: Column
  cell: Cell
}

/** The filled cells of a role, in the order of the columns. */
export function filled({columns, cells}: RowWords, role: ColumnRole): Filled[] {
  return columns.flatMap((column) => {
    const cell = cells[column.at]
    return column.role === role && cell && cell.text !== '' ? [{column, cell}] : []
  })
}

/** 'HP 214: ' */
const foreignCode = /^([A-Z]{2,6}[ /-]?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?)\s*[:–—-]\s*(?=\p{L})/u

/** Opens the goal that a cell of a row is, or goes on with the one that the row before has the same words for. */
export function openRowGoal(
  reading: Reading,
  {where}: RowWords,
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
export function readStep(reading: Reading, row: RowWords, main: Goal | undefined, {column, cell: words}: Filled): Goal {
  const {where} = row
  const dated = filled(row, 'start').length + filled(row, 'due').length > 0
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
  return node
}

/** '2.1' before 'Fewer falls', and not before 'million visits'. */
const numberOfMeasure = /^(\d{1,2}(?:\.\d{1,2}){1,2})[.):]?\s+(?=\p{Lu}\p{Ll})/u
/** Where the next such number begins on the same line. */
const nextNumber = /\s+(?=\d{1,2}(?:\.\d{1,2}){1,2}[.):]?\s+\p{Lu}\p{Ll})/u

/** The measures of a cell. */
export function readMeasures(
  reading: Reading,
  {where}: RowWords,
  main: Goal | undefined,
  {column, cell: words}: Filled
): Goal[] {
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
