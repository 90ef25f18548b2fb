/** Columns whose header has two readings, settled by what stands beside them and in their cells. */
import {startsLikeAction} from '../goals/words/goal-words.ts'
import type {Cell} from '../pieces.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {fold, wordCount} from '../words.ts'
import {entriesOf} from './cell-entries.ts'
import {isProse, listsWork, looksLikeFigure, namesParty, tellingShare} from './cell-looks.ts'

export interface Column {
  at: number
  role: ColumnRole
  header: string
  /** Its cells are titles in bold with their explanations: '**Clean quays:** No litter …'. */
  led?: true
}

export function goalColumn(role: ColumnRole): boolean {
  return role === 'outcome' || role === 'priority' || role === 'action' || role === 'milestone' || role === 'measure'
}

/** What stands under the header. */
interface Body {
  /** Number of columns of the grid, those without a header too. */
  width: number
  /** The filled cells of a column. */
  cellsIn(at: number): Cell[]
}

/** One doubt that the columns of a table settle among themselves. */
type Pass = (columns: Column[], body: Body) => Column[]

/** In this order: each pass builds on what those before it have settled. */
const passes: readonly Pass[] = [
  withNames,
  withHorizons,
  measured,
  withYearsAndRanks,
  (columns, {cellsIn}) => columns.map((column) => byCells(column, cellsIn(column.at), columns)),
  withoutCodes,
  ranked,
  besideWork,
  withSupport,
  withSteps,
  withHolder,
  withWork,
  withLeads
]

/** Columns whose words have two readings, settled: 'Priority' over High and Low is a rank; 'Outcomes' after the actions are what success is. */
export function settled(columns: Column[], rows: readonly Cell[][], width: number): Column[] {
  const cellsIn = (at: number) => rows.flatMap((row) => (row[at] && row[at].text !== '' ? [row[at]] : []))
  return passes.reduce((told, pass) => pass(told, {width, cellsIn}), columns)
}

/** A figure, or the sum or share that is still to come: '£TBA', '%'. */
const counted = (text: string): boolean => looksLikeFigure(text) || /^[$£€%]|^(?:tba|tbc|n\/?a|-)$/i.test(text)

/** A header that is none: empty, or what a converter writes for that. */
const unnamed = /^(?:col(?:umn)?[ _]?\d{1,2})?$/i

/** 'KPI' over figures only, with words before it under no header: these words are what is counted, and the figures are aimed at. */
function withNames(columns: Column[], {cellsIn}: Body): Column[] {
  const figures = columns.find(({role}) => role === 'measure')
  const texts = figures ? textsOf(cellsIn(figures.at)) : []
  if (!figures || figures.at === 0 || texts.length === 0 || !texts.every(counted)) return columns
  const at = figures.at - 1
  const before = columns.find((column) => column.at === at)
  const names = textsOf(cellsIn(at))
  if (!unnamed.test(before?.header ?? '') || names.length < texts.length || names.some(counted)) return columns
  const others = columns.filter((column) => column.at !== at && column !== figures)
  const named: Column[] = [
    {at, role: 'measure', header: figures.header},
    {...figures, role: 'target'}
  ]
  return [...others, ...named].sort((a, b) => a.at - b.at)
}

const yearHeader = /^(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?$|^(?:year|q) ?\d$/

/** After an indicator, a year over figures is when they were counted, and elsewhere what is done by then; marks of urgency are ranks. */
function withYearsAndRanks(columns: Column[], {cellsIn}: Body): Column[] {
  const counted = columns.find((column) => column.role === 'measure')
  return columns.map((column): Column => {
    const texts = textsOf(cellsIn(column.at))
    if (texts.length === 0) return column
    const figures = texts.filter(looksLikeFigure).length >= texts.length * tellingShare
    const after = counted !== undefined && column.at > counted.at && column.role === 'milestone'
    if (after && figures && yearHeader.test(fold(column.header))) return {...column, role: 'baseline'}
    const named = column.role === 'priority' || column.role === 'note' || (column.role === 'ref' && column.at > 1)
    return named && texts.every((text) => rank.test(text)) ? {...column, role: 'rank'} : column
  })
}

const rank = /^(?:very )?(?:high|medium|low|h|m|l|[1-5]|red|amber|green|r|a|g|critical)\b.{0,10}$/i

const textsOf = (cells: readonly Cell[]): string[] => cells.map(({text}) => text)

/** What stands before or after the column of actions: what is wanted, what success is, what files them. */
function besideWork(columns: Column[]): Column[] {
  const action = columns.find((column) => column.role === 'action')
  const goal = columns.find(({role}) => role === 'action' || role === 'priority')
  // inputs, activities, outputs, outcomes: a logic model reads from the means to the goal
  const model = columns.some(({header}) => /^inputs?\b/.test(fold(header)))
  return columns.map((column): Column => {
    const {role, at, header} = column
    if (role === 'outcome') {
      if (model) return column
      // a theme after the goals files them; it is none that they stand under
      if (filing.test(fold(header)) && goal && at > goal.at) return {...column, role: 'note'}
      return action && at > action.at ? {...column, role: 'measure'} : column
    }
    if (role !== 'priority' || !action) return column
    if (at > action.at) return {...column, role: 'note'}
    // between a goal and its actions, what is wanted says what the goal means
    const wanted = at < action.at && /^what (?:do )?we want\b/.test(fold(header))
    const under = columns.some((other) => other.role === 'outcome' && other.at < at)
    return wanted && under ? {...column, role: 'rationale'} : column
  })
}

/** The second column of actions says how, or the steps. */
function withSteps(columns: Column[]): Column[] {
  const [first, ...others] = columns.filter((column) => column.role === 'action')
  if (!first || others.length === 0) return columns
  return columns.map((column) =>
    others.includes(column) ? {...column, role: isHigher(first, column) ? 'milestone' : 'note'} : column
  )
}

const supporting = /^(?:supporting|related|associated) (?:strategies|actions|activities|initiatives|projects|tasks)$/

/** 'Supporting strategies' beside the goals, over things to do: their work, and no list of other papers. */
function withSupport(columns: Column[], {cellsIn}: Body): Column[] {
  if (columns.some(({role}) => role === 'action') || !columns.some(({role}) => goalColumn(role))) return columns
  return columns.map((column): Column => {
    if ((column.role !== 'note' && column.role !== 'reference') || !supporting.test(fold(column.header))) return column
    const cells = cellsIn(column.at)
    const acting = cells.filter(({lines}) => lines.some(startsLikeAction))
    return acting.length >= cells.length * tellingShare ? {...column, role: 'action'} : column
  })
}

/** Where nothing is named as what is to be done, the first column with things to do is, unless it is the table's last. */
function withWork(columns: Column[], {width, cellsIn}: Body): Column[] {
  if (columns.some((column) => goalColumn(column.role))) return columns
  const wordy = columns.find(
    (column) => column.role === 'note' && column.at < width - 1 && textsOf(cellsIn(column.at)).some(startsLikeAction)
  )
  return columns.map((column) => (column === wordy ? {...column, role: 'action'} : column))
}

/** Outcomes listed several to a cell stand under what the first column calls each row. */
function withHolder(columns: Column[], {cellsIn}: Body): Column[] {
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

/** Fewest cells that are so, and their share of a column. */
const [leastLed, shareLed] = [2, 0.8]

/** Goals whose cells each start with a title of their own in bold, before a colon. */
function withLeads(columns: Column[], {cellsIn}: Body): Column[] {
  return columns.map((column): Column => {
    if (!goalColumn(column.role)) return column
    const cells = cellsIn(column.at)
    const leads = cells.filter(isLed).map(({lead}) => fold(lead))
    const led = leads.length >= Math.max(leastLed, cells.length * shareLed) && new Set(leads).size === leads.length
    return led ? {...column, led: true} : column
  })
}

/** '**Clean quays:** No litter on the water', not '**Goal 1:** Clean quays'. */
function isLed({text, lead}: Cell): boolean {
  const rest = lead === '' ? '' : text.slice(lead.length)
  return /:$/.test(lead) ? rest.trim() !== '' && !/\d\s*:$/.test(lead) : /^\s?:\s*\S/.test(rest) && !/\d$/.test(lead)
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
  const texts = textsOf(cells)
  const share = (test: (text: string) => boolean) => texts.filter(test).length / Math.max(1, texts.length)
  if (column.role === 'ref' && share((text) => startsLikeAction(text) && wordCount(text) > 2) >= tellingShare)
    return {...column, role: 'action'}
  // 'Measured by' over what is counted, beside the column of who leads, where no cell names anyone
  const led = columns.some((other) => other !== column && other.role === 'lead')
  if (led && column.role === 'lead' && counting.test(fold(column.header)) && !texts.some(namesParty))
    return {...column, role: 'measure'}
  // what says again and again that a step is done counts nothing
  if (column.role === 'measure' && columns.some(({role}) => role === 'milestone') && saysOneThing(texts))
    return {...column, role: 'note'}
  // paragraphs that tell of the work are no list of what is counted
  if (column.role === 'measure' && cells.filter(isProse).length >= Math.max(leastProse, cells.length * tellingShare))
    return {...column, role: 'note'}
  if (column.role === 'reference' && cells.filter(listsWork).length >= cells.length * tellingShare)
    return {...column, role: 'action'}
  const short = share((text) => wordCount(text) <= 6 && !startsLikeAction(text))
  if (column.role === 'action' && short === 1 && share(namesParty) >= tellingShare) return {...column, role: 'lead'}
  return column
}

/** Fewest cells that may say one and the same, and the share of a column that does. */
const [leastSame, shareSame] = [3, 0.6]

/** Most cells hold the same word or two. */
function saysOneThing(texts: readonly string[]): boolean {
  const same = Map.groupBy(texts, fold)
  return [...same].some(
    ([text, all]) => wordCount(text) <= 2 && all.length >= Math.max(leastSame, texts.length * shareSame)
  )
}

/** Fewest cells of prose in a column of them. */
const leastProse = 2

/** Headers that may stand over who counts, or over what is counted. */
const counting = /^(?:measured|monitored|tracked|judged|evidenced|reported) by$/

const code = /^[a-z]{0,4}[ -]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?[.)]?$/i

/** A column called after goals that holds their codes only is the reference of the words beside it. */
function withoutCodes(columns: Column[], {cellsIn}: Body): Column[] {
  return columns.map((column, place): Column => {
    const before = columns[place - 1]
    const coded = (each: Column | undefined) =>
      each !== undefined &&
      (each.role === 'outcome' || each.role === 'priority' || each.role === 'action') &&
      cellsIn(each.at).length > 0 &&
      cellsIn(each.at).every(({text}) => code.test(text))
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
function measured(columns: Column[], {cellsIn}: Body): Column[] {
  const measure = columns.find((column) => column.role === 'measure')
  if (!measure) return columns
  return columns.map((column): Column => {
    if (column.at <= measure.at || !unsettled.has(column.role)) return column
    const texts = textsOf(cellsIn(column.at))
    if (texts.length === 0 || texts.filter(looksLikeFigure).length < texts.length * tellingShare) return column
    const header = fold(column.header)
    if (nowHeader.test(header)) return {...column, role: 'baseline'}
    return thenHeader.test(header) ? {...column, role: 'target'} : column
  })
}

function isHigher(first: Column, second: Column): boolean {
  return (
    !/^(?:how|activity|task|steps?)\b/.test(fold(first.header)) &&
    /^(?:how|key |activit|task|step|what we will)/.test(fold(second.header))
  )
}
