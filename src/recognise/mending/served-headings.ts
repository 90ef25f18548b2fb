/** Headings that every goal has ('How we will know') and that are set no smaller than the goals' own: below them all the same. */
import type {Lexicon} from '../lexicon.ts'
import type {Piece} from '../pieces.ts'
import {fold} from '../words.ts'

/** A heading that comes back so often is one of the parts that each goal has; under numbered goals twice is enough. */
const [comesBack, comesBackUnderNumbers] = [3, 2]
/** Share of the headings between the first and the last that is served which must be served, for all to be. */
const servedShare = 0.7
const deepest = 6

/**
 * Where the headings of one level, under one heading, are others in turn with some that come back ('Ambition 1', 'What we will
 * measure', 'Ambition 2', 'What we will measure' …), those that come back are parts of what the others name: they go one level
 * deeper, and what stands under them with them.
 */
export function withServedHeadings(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const deeper = new Set<number>()
  for (const stretch of stretches(pieces)) for (const index of servants(stretch, lexicon)) deeper.add(index)
  if (deeper.size === 0) return [...pieces]
  let under: number | undefined
  return pieces.map((piece) => {
    if (piece.kind !== 'heading') return piece
    if (deeper.has(piece.index)) {
      under = piece.depth
      return {...piece, depth: Math.min(deepest, piece.depth + 1)}
    }
    if (under !== undefined && piece.depth <= under) under = undefined
    return under === undefined ? piece : {...piece, depth: Math.min(deepest, piece.depth + 1)}
  })
}

/** Headings of one level that stand under the same heading, in order. */
function stretches(pieces: readonly Piece[]): Piece[][] {
  const closed: Piece[][] = []
  const open = new Map<number, Piece[]>()
  for (const piece of pieces) {
    if (piece.kind !== 'heading' || piece.entry) continue
    for (const [depth, stretch] of open)
      if (depth > piece.depth) {
        closed.push(stretch)
        open.delete(depth)
      }
    const own = open.get(piece.depth)
    if (own) own.push(piece)
    else open.set(piece.depth, [piece])
  }
  return [...closed, ...open.values()]
}

/** Indexes of the headings of a stretch that come back, each time after another heading that does not. */
function servants(stretch: readonly Piece[], lexicon: Lexicon): number[] {
  const counts = new Map<string, number>()
  for (const {text} of stretch) counts.set(fold(text), (counts.get(fold(text)) ?? 0) + 1)
  const numbered = ({text}: Piece) => lexicon.levelOf(text)?.number !== undefined
  const least = stretch.filter(numbered).length > 1 ? comesBackUnderNumbers : comesBack
  const back = (piece: Piece): boolean => counts.get(fold(piece.text))! >= least
  const groups: {head: Piece; parts: Piece[]}[] = []
  for (const piece of stretch) {
    if (!back(piece)) groups.push({head: piece, parts: []})
    else if (groups.length === 0) return []
    else groups.at(-1)!.parts.push(piece)
  }
  const [first, last] = [groups.findIndex(hasParts), groups.findLastIndex(hasParts)]
  if (first < 0) return []
  const between = groups.slice(first, last + 1)
  const served = between.filter(hasParts)
  if (served.length < least || (least < comesBack && !served.every(({head}) => numbered(head)))) return []
  if (served.length < servedShare * between.length) return []
  if (served.some(({parts}) => new Set(parts.map(({text}) => fold(text))).size < parts.length)) return []
  return served.flatMap(({parts}) => parts.map(({index}) => index))
}

const hasParts = ({parts}: {parts: readonly Piece[]}): boolean => parts.length > 0
