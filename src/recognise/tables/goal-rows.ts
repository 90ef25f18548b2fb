/** Rows of tables of goals: the goals of each, and what its other cells say of them. */
import {goalRank} from '../../plan-tree/guards.ts'
import type {Facet, Goal, GoalType} from '../../plan-tree/nodes.ts'
import {dateOf, leadsOf, quoteOf} from '../facets/facets.ts'
import type {Cell} from '../pieces.ts'
import {hang, hangOn, innermost, type Reading} from '../reading.ts'
import {entriesOf} from './cell-entries.ts'
import type {Column} from './column-roles.ts'
import {type Filled, filled, openRowGoal, type RowWords, readMeasures, readStep} from './row-goals.ts'

const goalRoles = ['outcome', 'priority', 'action'] as const
const goalTypeOf = {outcome: 'outcome', priority: 'priority', action: 'action'} as const

/** Reads a row into the tree: its goals are opened, the facets hang on them, and what nothing claims is kept beside them. */
export function readRow(reading: Reading, row: RowWords): void {
  const used = new Set<number>()
  const roles = goalRoles.filter((role) => filled(row, role).length > 0)
  const main = readGoals(reading, row, roles, used) ?? innermost(reading)
  const steps = filled(row, 'milestone').map((each) => readStep(reading, row, main, each))
  const measures = filled(row, 'measure').flatMap((each) =>
    readMeasures(reading, row, measuresWhole(row, each) ? (openOutcome(reading) ?? main) : main, each)
  )
  for (const role of ['milestone', 'measure'] as const) for (const {column} of filled(row, role)) used.add(column.at)
  const owners = ownersOf({main, steps, measures, opens: roles.length > 0}, row.columns)
  const measured = measures.length === 1 ? measures[0] : main
  for (const [role, goals] of Object.entries({
    lead: owners,
    start: owners,
    due: owners,
    rationale: [main],
    reference: [main],
    target: [measured],
    baseline: [measured]
  }) as [FacetRole, readonly (Goal | undefined)[]][])
    for (const {column, cell} of filled(row, role))
      for (const goal of goals) {
        if (!goal) continue
        used.add(column.at)
        for (const facet of facetsOf[role](reading, cell, column, row.where)) hangOn(goal, facet)
      }
  keepRest(reading, row, used, owners[0] ?? main)
}

/** The cell of measures reaches over all rows of the outcome beside it, where there is work in each: they measure the outcome. */
function measuresWhole(row: RowWords, {cell}: Filled): boolean {
  const whole = filled(row, 'outcome')[0]?.cell.rowSpan ?? 1
  const work = [...filled(row, 'priority'), ...filled(row, 'action')]
  return whole > 1 && cell.rowSpan === whole && work.some((each) => each.cell.rowSpan < whole)
}

const openOutcome = (reading: Reading): Goal | undefined =>
  reading.goals.findLast(({node, byTable}) => byTable && node.type === 'outcome')?.node

/** Opens the goals of a row, each under the one before; the last that is open. A cell that lists several is read entry by entry. */
function readGoals(
  reading: Reading,
  row: RowWords,
  roles: readonly (typeof goalRoles)[number][],
  used: Set<number>
): Goal | undefined {
  const [ref] = filled(row, 'ref')
  let main: Goal | undefined
  roles.forEach((role, place) => {
    const {column, cell} = filled(row, role)[0]!
    used.add(column.at)
    const last = place === roles.length - 1
    const above = place > 0 ? main : goalAbove(reading, goalTypeOf[role])
    // words that only lead in the rows under them
    if (last && above && cell.lines.length === 1 && /:$/.test(cell.text)) {
      hangOn(above, quoteOf(reading, 'passage', cell.text, row.where, {column: column.header}))
      return
    }
    const listed = last && above && above.type !== 'action' && !isTitled(cell) ? entriesOf(cell) : undefined
    // what has codes of its own is several things to do under one number, too
    const several = !ref || listed?.entries.every(({label}) => /^[A-Z]{2}/.test(label ?? '')) ? listed : undefined
    if (last && ref && !several) used.add(ref.column.at)
    if (several && above) {
      while (innermost(reading) !== above) reading.goals.pop()
      if (several.before !== '') hangOn(above, quoteOf(reading, 'rationale', several.before, row.where))
      for (const {cell: entry, label} of several.entries)
        openRowGoal(reading, row, goalTypeOf[role], {column, cell: entry}, label)
      while (innermost(reading) !== above) reading.goals.pop()
      main = above
    } else main = openRowGoal(reading, row, goalTypeOf[role], {column, cell}, last ? ref?.cell.text : undefined)
  })
  return main
}

/** A title in bold and what it means, on lines of their own. */
function isTitled({leads = [], lead, lines}: Cell): boolean {
  return lines.length > 1 && lead === lines[0] && leads.slice(1).every((each) => each === '')
}

/** The open goal that one of a row stands under: those of the row before are done with. */
function goalAbove(reading: Reading, type: GoalType): Goal | undefined {
  return reading.goals.findLast(({node, byTable}) => !byTable || goalRank[node.type] < goalRank[type])?.node
}

interface RowGoals {
  main: Goal | undefined
  steps: readonly Goal[]
  measures: readonly Goal[]
  /** The row has goals of its own beside these. */
  opens: boolean
}

/** The goals that who, when and by whom are said of: the row's steps, else its goal, else its measures. */
function ownersOf({main, steps, measures, opens}: RowGoals, columns: readonly Column[]): readonly Goal[] {
  const stepped = columns.filter((column) => column.role === 'milestone').length === 1
  if (steps.length > 0 && (stepped || !main)) return steps
  const acting = columns.some((column) => column.role === 'action' || column.role === 'priority')
  return main && (opens || steps.length > 0 || acting || measures.length === 0) ? [main] : measures
}

type FacetRole = 'lead' | 'start' | 'due' | 'rationale' | 'reference' | 'target' | 'baseline'

/** What a cell of each role says of a goal. */
const facetsOf: Record<FacetRole, (reading: Reading, cell: Cell, column: Column, where: RowWords['where']) => Facet[]> =
  {
    lead: (reading, {lines}, {header}, where) => leadsOf(reading, lines, header, where),
    start: (reading, {text}, _, where) => [dateOf(reading, 'start', text, where)],
    due: (reading, {text}, {header}, where) => [
      dateOf(reading, /review/i.test(header) ? 'review' : 'due', text, where)
    ],
    rationale: (reading, {text}, _, where) => [quoteOf(reading, 'rationale', text, where)],
    reference: (reading, {text}, _, where) => [quoteOf(reading, 'reference', text, where)],
    target: (reading, {text}, _, where) => [quoteOf(reading, 'target', text, where)],
    baseline: (reading, {text}, _, where) => [quoteOf(reading, 'statistic', text, where, {baseline: true})]
  }

/** What no rule claims is kept beside the goal of its row. */
function keepRest(reading: Reading, {cells, columns, where}: RowWords, used: ReadonlySet<number>, holder?: Goal): void {
  const headers = new Map(columns.map((column) => [column.at, column.header]))
  cells.forEach((cell, at) => {
    if (cell.text === '' || used.has(at)) return
    const node = quoteOf(reading, 'passage', cell.text, where, {column: headers.get(at) ?? ''})
    if (holder) hangOn(holder, node)
    else hang(reading, node)
  })
}
