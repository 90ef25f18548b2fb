/** Goals that the cells of a table's row are: titles with their numbers, milestones, measures. */
import type {Goal, GoalType, PageSpan, Position} from '../../plan-tree/nodes.ts'
import {quoteOf} from '../facets/facets.ts'
import {
  directionOf,
  measuresOf,
  readsLikeMeasure,
  startsLikeAction,
  startsLikeMeasure,
  titleInBold,
  titleOfCell
} from '../goals/words/goal-words.ts'
import type {Lexicon} from '../lexicon.ts'
import type {Cell} from '../pieces.ts'
import {goalOf, hang, hangOn, type OpenGoal, openGoal, type Reading} from '../reading.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {endsSentence, fold, wordCount} from '../words.ts'
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

/** A number that another plan has a goal by, before its words: 'HP 214: '. */
const foreignCode = /^([A-Z]{2,6}[ /-]?\d{1,4}(?:[./-]\d{1,3}){0,2}[a-z]?)\s*[:–—-]\s*(?=\p{L})/u
/** A number of the goal's own before its words: '2.1 ', 'B3. '. */
const ownNumber = /^((?:[A-Z]{1,3})?\d{1,2}(?:[.-][A-Z]{0,3}\d{1,2}){0,3}[a-z]?)[.):]?\s+(?=\p{L})/u

/** The words of a cell that is a goal, parted. */
interface RowTitle {
  title: string
  detail?: string
  /** Its number or label, in the row's reference or before its words. */
  label?: string
  /** The number that another plan has it by. */
  elsewhere?: string
}

/** A number of its own that the row's reference does not say stays in the title. */
function rowTitle({cell, column}: Filled, reference: string | undefined, lexicon: Lexicon): RowTitle {
  const {title: words, detail} = (column.led || saysItInBold(cell) ? titleInBold(cell) : undefined) ?? titleOfCell(cell)
  const foreign = reference === undefined ? null : foreignCode.exec(words)
  const line = foreign ? words.slice(foreign[0].length) : words
  const agrees = (number: string | undefined) => reference === undefined || fold(reference) === fold(number ?? '')
  const own = ownNumber.exec(line)
  const numbered = own && agrees(own[1]) && !looksLikeDate(line) ? own : undefined
  const levelled = lexicon.levelOf(line)
  const labelled = levelled?.label && levelled.title && agrees(levelled.number) ? levelled : undefined
  const label = reference ?? labelled?.label ?? numbered?.[1]
  return {
    title: labelled ? labelled.title : numbered ? line.slice(numbered[0].length) : line,
    ...(detail ? {detail} : {}),
    ...(label ? {label: label.replace(/[.):]$/, '')} : {}),
    ...(foreign ? {elsewhere: foreign[1]!} : {})
  }
}

/** Fewest words of a sentence in bold that is a title by itself, whatever the other cells of its column are. */
const leastBold = 3

const saysItInBold = ({lead}: Cell): boolean => endsSentence(lead) && wordCount(lead) >= leastBold

/** Opens the goal that a cell of a row is, or goes on with the one that the row before has the same words for. */
export function openRowGoal(
  reading: Reading,
  {where}: RowWords,
  wanted: GoalType,
  {column, cell}: Filled,
  reference: string | undefined
): Goal {
  const {elsewhere, label, ...words} = rowTitle({column, cell}, reference, reading.lexicon)
  const outcome = reading.goals.find((goal) => goal.node.type === 'outcome' && !goal.byTable)
  // a column of outcomes under an outcome's own heading holds its priorities, unless it says the heading again
  if (wanted === 'outcome' && outcome && fold(outcome.node.title) === fold(words.title)) return outcome.node
  const lowered = wanted === 'outcome' && outcome !== undefined
  const type: GoalType = lowered ? 'priority' : wanted
  const again = type === 'action' || reference ? undefined : openInTable(reading, type, words.title)
  if (again) {
    while (reading.goals.at(-1) !== again) reading.goals.pop()
    return again.node
  }
  const term = fold(column.header) || type
  const action = type === 'action' ? reading.goals.findLast(isHeadedAction) : undefined
  if (action) {
    // under an action's own heading, a table breaks it down
    const step = goalOf(reading, 'milestone', {...words, term}, where)
    place(reading, action.node, step)
    return step
  }
  const goal = goalOf(reading, type, {...words, term, ...(label ? {label} : {})}, where)
  if (elsewhere) hangOn(goal, quoteOf(reading, 'reference', elsewhere, where))
  // a column of priorities beside one of outcomes that stand under an outcome's heading holds what is in those
  openGoal(reading, goal, type === 'outcome' || lowered ? 9.7 : 10, {byTable: true, inside: outcome !== undefined})
  return goal
}

const isHeadedAction = ({node, byTable}: OpenGoal): boolean => node.type === 'action' && !byTable

/** The goal of an earlier row that the same words open again: it holds this row, too. */
function openInTable(reading: Reading, type: GoalType, title: string): OpenGoal | undefined {
  return reading.goals.findLast(({node, byTable}) => byTable && node.type === type && fold(node.title) === fold(title))
}

/** A milestone cell; its words may say that it is a measure. A number of several parts before them is its label. */
export function readStep(reading: Reading, row: RowWords, main: Goal | undefined, {column, cell}: Filled): Goal {
  const {where} = row
  const number = stepNumber.exec(cell.text)
  const title = number ? cell.text.slice(number[0].length) : cell.text
  const dated = filled(row, 'start').length + filled(row, 'due').length > 0
  const measured = !dated && (startsLikeMeasure(title) || (readsLikeMeasure(title) && !startsLikeAction(title)))
  const words = {title, term: fold(column.header) || 'milestone', ...(number ? {label: number[1]!} : {})}
  const node = measured
    ? {...goalOf(reading, 'measure', words, where, {column: column.header}), direction: directionOf(title)}
    : goalOf(reading, 'milestone', words, where)
  place(reading, main, node)
  return node
}

/** '7.1 Publish the log' */
const stepNumber = /^(\d{1,2}(?:\.\d{1,2}){1,2})[.):]?\s+(?=\p{Lu})/u

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
