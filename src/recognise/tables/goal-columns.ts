/** Whether a table holds goals, and in which columns. */
import {namesLevel} from '../goals/announced.ts'
import {shareOf} from '../goals/forms.ts'
import type {Lexicon} from '../lexicon.ts'
import {isAside, isForeign, isOnlyPast, kindsOf, type SectionPlace} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import type {ColumnRole} from '../vocabulary.ts'
import {type Column, columnsByContent, type Grid, goalColumn, gridOf, type HeaderAt, headersOf} from './columns.ts'

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
  const rows = piece.rows ?? []
  const grid = gridOf(rows)
  const header = headersOf(rows, grid, lexicon, piece.alike)[0]
  if (!header || (isAside(place) && !plansAhead(header, grid, announced(place, lexicon)))) return undefined
  const roles = new Set(header.columns.map((column) => column.role))
  const goals = [...roles].filter(goalColumn)
  if (goals.length === 0) return undefined
  const telling = [...roles].filter((role) => tellingRoles.has(role))
  // what plans ahead under a heading of what was done has shown already that it is no list of that
  const least = foreign && !isAside(place) ? 3 : 2
  if (telling.length < least && (foreign || !(announced(place, lexicon) && lists(header.columns)))) return undefined
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

/** A table without a header that goes on from the one before, or that stands among goals and can be told by its cells. */
export function headlessColumns(
  piece: Piece,
  reading: Frame & {goals: readonly unknown[]},
  before: readonly Column[] | undefined
): Column[] | undefined {
  const grid = gridOf(piece.rows ?? [])
  if (isForeign(reading.sections[piece.index])) return undefined
  if (before && before.length > 0 && grid.width === Math.max(...before.map((column) => column.at)) + 1)
    return [...before]
  if (reading.goals.length === 0 || grid.width < 2) return undefined
  const columns = columnsByContent(grid.rows, grid.width, reading.lexicon)
  const roles = new Set(columns.map((column) => column.role))
  return roles.has('action') && (roles.has('lead') || roles.has('due') || roles.has('measure')) ? columns : undefined
}
