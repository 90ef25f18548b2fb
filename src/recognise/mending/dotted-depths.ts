/** Numbers that tell which heading stands under which, where their type says something else: '2.1 …' under '2. …'. */
import type {Piece} from '../pieces.ts'

const whole = /^(\d{1,2})[.):]?\s+(?=\p{L})/u
const dotted = /^(\d{1,2})\.(\d{1,2})[.):]?\s+(?=\p{L})/u

/** Fewest headings with whole numbers, and fewest with dotted ones, that make an outline. */
const [leastWhole, leastDotted] = [2, 3]
const deepest = 6

/**
 * Headings '1.1', '1.2' under a heading '1.' that are set no larger than headings without a number among them: these are parts of
 * what the dotted ones name, and stand one level below them.
 */
export function withDottedDepths(pieces: readonly Piece[]): Piece[] {
  const same = pieces as Piece[]
  const headings = pieces.filter(({kind, entry}) => kind === 'heading' && !entry)
  const parts = headings.filter(({text}) => dotted.test(text))
  if (parts.length < leastDotted) return same
  const owners = new Map<Piece, Piece>()
  let open: Piece | undefined
  for (const piece of headings) {
    const [, number] = dotted.exec(piece.text) ?? []
    if (number !== undefined) {
      if (open && whole.exec(open.text)?.[1] === number && piece.depth > open.depth) owners.set(piece, open)
    } else if (whole.test(piece.text)) open = piece
    else if (open && piece.depth <= open.depth) open = undefined
  }
  const wholes = new Set(owners.values())
  const [first] = wholes
  if (!first || wholes.size < leastWhole || owners.size < parts.length || first.depth > deepest - 2) return same
  if ([...wholes].some(({depth}) => depth !== first.depth)) return same
  const [depth, below] = [first.depth + 1, first.depth + 2]
  let under: Piece | undefined
  const moved = new Map<Piece, number>()
  for (const piece of headings) {
    if (owners.has(piece)) {
      under = piece
      moved.set(piece, depth)
    } else if (piece.depth <= first.depth) under = undefined
    else if (under && piece.depth <= under.depth) moved.set(piece, Math.max(below, Math.min(piece.depth, deepest)))
  }
  if (moved.size === owners.size) return same
  return same.map((piece) => (moved.has(piece) ? {...piece, depth: moved.get(piece)!} : piece))
}
