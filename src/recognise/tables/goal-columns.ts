/** Whether a table holds goals, and in which columns. */

import {namesLevel} from '../goals/families/announced.ts'
import {formOf, shareOf} from '../goals/words/forms.ts'
import type {Lexicon} from '../lexicon.ts'
import {isAside, isForeign, isOnlyPast, kindsOf, type SectionPlace} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {wordCount} from '../words.ts'
import {looksLikeDate} from './cell-looks.ts'
import {type Column, goalColumn} from './column-roles.ts'
import {columnsByContent, type HeaderAt, headedOf} from './columns.ts'
import {type Grid, gridOf} from './grid.ts'

interface Frame {
  lexicon: Lexicon
  sections: readonly SectionPlace[]
}

/** Roles that tell a table of goals from any other, beside the column of goals itself. */
const tellingRoles: ReadonlySet<ColumnRole> = new Set<ColumnRole>([
  'lead',
  'start',
  'due',
  'measure',
  'milestone',
  'target',
  'baseline',
  'rationale',
  'resources',
  'status',
  'action',
  'priority',
  'outcome'
])

/** The columns of a table of goals; undefined when it is another kind of table. */
export function goalColumnsOf(piece: Piece, reading: Frame): Column[] | undefined {
  const {lexicon} = reading
  const kinds = kindsOf(reading.sections[piece.index])
  const place = reading.sections[piece.index]
  const foreign = isForeign(place)
  if (isAside(place) && !isOnlyPast(place)) return undefined
  const {grid, headers} = headedOf(piece, lexicon)
  const [header] = headers
  if (!header || (isAside(place) && !plansAhead(header, grid, announced(place, lexicon)))) return undefined
  const roles = new Set(header.columns.map((column) => column.role))
  const goals = [...roles].filter(goalColumn)
  if (goals.length === 0) return undefined
  const telling = [...roles].filter((role) => tellingRoles.has(role))
  // what plans ahead under a heading of what was done has shown already that it is no list of that
  const least = foreign && !isAside(place) ? 3 : 2
  const listed =
    !foreign &&
    (numbersGoals(header, grid, lexicon) ||
      (lists(header.columns) && (announced(place, lexicon) || promises(header, grid))))
  if (telling.length < least && !listed) return undefined
  const timetable =
    goals.length === 1 &&
    (roles.has('action') || roles.has('milestone')) &&
    telling.every((role) => role === 'action' || role === 'milestone' || role === 'due')
  if (timetable && kinds.some((kind) => kind === 'review' || kind === 'governance')) return undefined
  return header.columns
}

/** Share of a column's cells that must give orders to be work that lies ahead. */
const shareAhead = 0.6

/** 'How we might achieve this', 'What we will do' */
const asksAhead = /^(?:how|what)\b.{0,60}\b(?:will|might|may|can|could|shall|plan|going|propose)\b/i

/** Things to do, each with who does it, until when or how it is judged: no list of achievements has these, whatever heading it stands under. */
function plansAhead({row, columns}: HeaderAt, grid: Grid, named: boolean): boolean {
  const roles = new Set(columns.map(({role}) => role))
  const told = [roles.has('lead'), roles.has('due') || roles.has('start'), roles.has('measure')].filter(Boolean).length
  if (told < (named ? 1 : 2) && !columns.some(({header}) => asksAhead.test(header))) return false
  return columns.some(({role, at}) => {
    if (role !== 'action' && role !== 'priority') return false
    const texts = grid.rows.slice(row + 1).map((cells) => cells[at]?.text ?? '')
    return shareOf(texts.filter(Boolean), 'act') >= shareAhead
  })
}

/** A heading over the table says that goals follow. */
function announced(place: SectionPlace | undefined, lexicon: Lexicon): boolean {
  for (let at = place; at; at = at.within)
    if (at.kind === 'goals' || namesLevel(at.title, lexicon) || lexicon.leadInOf(at.title) === 'actions') return true
  return false
}

/** Numbered goals and nothing else, or what is done in each of several years. */
function lists(columns: readonly Column[]): boolean {
  const goals = columns.filter(({role}) => goalColumn(role))
  const years = goals.length > 1 && goals.every(({role, header}) => role === 'milestone' && /\d/.test(header))
  return years || (goals.length === 1 && columns.some(({role}) => role === 'ref'))
}

/** Fewest cells that name and number a goal, 'Goal 2. Full nets', and their share of the column. */
const [leastNumbered, shareNumbered] = [3, 0.8]

/** The cells under 'Goals' number them by the name of their level. */
function numbersGoals({row, columns}: HeaderAt, grid: Grid, lexicon: Lexicon): boolean {
  return columns.some(({role, at}) => {
    const texts = goalColumn(role) ? grid.rows.slice(row + 1).flatMap((cells) => cells[at]?.text || []) : []
    const numbered = texts.filter((text) => lexicon.levelOf(text)?.label !== undefined)
    return numbered.length >= leastNumbered && numbered.length >= texts.length * shareNumbered
  })
}

/** Fewest rows of such a table. */
const leastPromises = 3
const promising = /\b(?:will|shall|(?:plans?|aims?|intends?|seeks?|hopes?|working|committed) to)\b/i

/** Most rows say what will be done. */
function promises({row, columns}: HeaderAt, grid: Grid): boolean {
  const goal = columns.find(({role}) => role === 'action' || role === 'priority')
  const texts = grid.rows.slice(row + 1).flatMap((cells) => (goal && cells[goal.at]?.text) || [])
  const promised = texts.filter((text) => formOf(text) === 'act' || promising.test(text))
  return texts.length >= leastPromises && promised.length >= texts.length * shareAhead
}

/** A table without a header that goes on from the one before, or that stands among goals and can be told by its cells. */
export function headlessColumns(
  piece: Piece,
  reading: Frame & {goals: readonly unknown[]; speaks: boolean},
  before: readonly Column[] | undefined
): Column[] | undefined {
  const grid = gridOf(piece.rows ?? [])
  if (isForeign(reading.sections[piece.index])) return undefined
  if (before && before.length > 0 && grid.width === Math.max(...before.map((column) => column.at)) + 1)
    return [...before]
  if (grid.width < 2) return undefined
  const content = columnsByContent(grid.rows, grid.width, reading.lexicon)
  const columns = (reading.goals.length === 0 ? groupedColumns(content, grid) : undefined) ?? content
  const roles = new Set(columns.map((column) => column.role))
  const told = [roles.has('lead'), roles.has('due'), roles.has('measure')].filter(Boolean).length
  if (!roles.has('action') || told === 0) return undefined
  // with no goal open, only a plan's own table of work says so much of each row
  const speaks = reading.speaks || announced(reading.sections[piece.index], reading.lexicon)
  const alone = speaks && grid.rows.length >= leastAlone && (told > 1 || roles.has('outcome'))
  return reading.goals.length > 0 || alone ? columns : undefined
}

/** Fewest rows of a table without a header that stands under no goal. */
const leastAlone = 3
/** Longest name of a group, words, and fewest rows that a group has on average. */
const [longestGroup, leastInGroup] = [12, 2]

/** 'Priority 1 | Mend the wall | Harbour office | 2031', the first cell again in the next rows: the rows are for what it names. */
function groupedColumns(columns: Column[], {rows}: Grid): Column[] | undefined {
  const groups = rows.map((cells) => cells[0]!.text)
  const words = rows.map((cells) => cells[1]?.text ?? '')
  const starts = groups.filter((group, at) => group !== '' && group !== groups[at - 1])
  if (starts.length < 2 || new Set(starts).size < starts.length || rows.length < starts.length * leastInGroup)
    return undefined
  if (groups[0] === '' || starts.some((group) => wordCount(group) > longestGroup || looksLikeDate(group)))
    return undefined
  if (words.includes('') || new Set(words).size < words.length || words.some((text) => wordCount(text) < 2))
    return undefined
  const role = (at: number): ColumnRole | undefined => (at === 0 ? 'outcome' : at === 1 ? 'action' : undefined)
  return columns.map((column) => ({...column, role: role(column.at) ?? column.role}))
}
