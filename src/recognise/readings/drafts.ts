/** Readings of a document that its lines' beliefs allow: which lines are goals and work, and under which goal each stands. */
import type {Piece} from '../pieces.ts'
import {type Belief, goal, logsOf, nothing, work} from './beliefs.ts'
import type {Place} from './places.ts'

/** For each piece the piece that it is a child of, `top` for none above it, `out` for no part of the plan's tree. */
export type Draft = Int32Array

export const [out, top] = [-2, -1]

/** The draft that follows from the part of each piece. */
export function draftOf(parts: ArrayLike<number>, pieces: readonly Piece[], places: readonly Place[]): Draft {
  const draft = new Int32Array(pieces.length).fill(out)
  const open: {rank: number; piece: Piece}[] = []
  let section = 0
  const closeFrom = (rank: number) => {
    while (open.length > 0 && open.at(-1)!.rank >= rank) open.pop()
  }
  for (const piece of pieces) {
    const at = piece.index
    if (piece.kind === 'table') continue
    if (piece.kind === 'heading') section = piece.depth
    const rank = rankOf(piece, section) + (places[at]!.level ?? 0) * ofLevels
    if (piece.kind === 'heading') closeFrom(rank)
    const part = parts[at]!
    if (part === nothing) continue
    if (part === goal) closeFrom(rank)
    else if (piece.kind === 'listItem') closeEntries(open, piece, rank)
    const numberedUnder = places[at]!.beside.startsWith('dotted') ? places[at]!.within! : top
    const held = numberedUnder !== top && parts[numberedUnder] === goal
    draft[at] = held ? numberedUnder : (open.at(-1)?.piece.index ?? top)
    if (part === goal || piece.kind === 'heading') open.push({rank, piece})
  }
  return draft
}

/** Headings rank by depth, paragraphs just below their heading and above headings below that, entries of lists by nesting below all. */
function rankOf({kind, depth}: Piece, section: number): number {
  return kind === 'heading' ? depth : kind === 'paragraph' ? section + 0.5 : ofEntries + depth
}

const ofEntries = 30
/** 'Objective 1.1' ranks below 'Goal 1' of the same make. */
const ofLevels = 0.01

/** Entries that hold work end with their list: a deeper one, and one of the same list. */
function closeEntries(open: {rank: number; piece: Piece}[], {list}: Piece, rank: number): void {
  for (let last = open.at(-1); last !== undefined && last.rank >= ofEntries; last = open.at(-1)) {
    if (last.rank < rank || (last.rank === rank && last.piece.list !== list)) return
    open.pop()
  }
}

/** How much lines beside each other are taken together, and what is added for 'nothing' and for 'goal': each a view of the beliefs. */
const together = [0, 1, 3]
const forNothing = [0, -0.5, -1]
const forGoal = [-0.5, 0, 0.5, 1, 1.5, 2]

/** The drafts that are weighed against each other, the empty one among them. */
export function draftsOf(beliefs: readonly Belief[], pieces: readonly Piece[], places: readonly Place[]): Draft[] {
  const logs = beliefs.map(logsOf)
  const groups = [...Map.groupBy(pieces, ({index}) => places[index]!.beside).values()]
  const means = new Map(
    groups.map((group) => [
      places[group[0]!.index]!.beside,
      [nothing, work, goal].map((part) => group.reduce((so, {index}) => so + logs[index]![part]!, 0) / group.length)
    ])
  )
  const drafts = new Map<string, Draft>([['', new Int32Array(pieces.length).fill(out)]])
  for (const weight of together)
    for (const less of forNothing)
      for (const more of forGoal) {
        const parts = pieces.map(({index}) => {
          const shared = means.get(places[index]!.beside)!
          const of = (part: number) => logs[index]![part]! + weight * shared[part]!
          return likeliest(of(nothing) + less, of(work), of(goal) + more)
        })
        const key = parts.join('')
        if (!drafts.has(key)) drafts.set(key, draftOf(parts, pieces, places))
      }
  return [...drafts.values()]
}

export function likeliest(...scores: [nothing: number, work: number, goal: number]): number {
  const [none, some, holds] = scores
  return none >= some && none >= holds ? nothing : some >= holds ? work : goal
}
