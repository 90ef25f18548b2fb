import type {Plan} from '../../plan-tree/nodes.ts'
import type {RedlineParagraph} from '../types.ts'
import {type Piece, paragraphsOf, piecesOf} from './redline.ts'

/** What one person put in at a place of the base, and what of the base they took out. */
interface Edits {
  /** By offset in the base. */
  put: Map<number, Piece[]>
  out: {from: number; to: number; move?: number}[]
}

/**
 * One base with what several people did to it, each piece with the numbers of those who did it (`by`, from 0): without anybody's
 * edits it is the base; with one person's alone their draft (kept words as the base prints them). What two did alike stands once.
 */
export function redlineOfEdits(base: Plan, drafts: readonly Plan[]): RedlineParagraph[] {
  const streams = drafts.map((draft) => piecesOf(base, draft))
  let moves = 0
  const edits = streams.map((pieces) => {
    const own = editsOf(pieces, moves)
    moves += pieces.reduce((most, {move = 0}) => Math.max(most, move), 0)
    return own
  })
  const places = new Set(edits.flatMap(({put, out}) => [...put.keys(), ...out.flatMap(({from, to}) => [from, to])]))
  const told: Piece[] = []
  let at = 0
  for (const {text, style} of basePieces(streams[0] ?? [])) {
    for (const [from, to] of pairs([at, ...cutsIn(places, at, at + text.length), at + text.length])) {
      told.push(...putAt(edits, from))
      const gone = edits.flatMap(({out}, by) => {
        const range = rangeAt(out, from)
        return range ? [{by, move: range.move}] : []
      })
      const piece: Piece = {mark: gone.length > 0 ? '-' : '=', text: text.slice(from - at, to - at), style}
      if (gone.length > 0) piece.by = gone.map(({by}) => by)
      if (gone.length === 1 && gone[0]!.move !== undefined) piece.move = gone[0]!.move
      told.push(piece)
    }
    at += text.length
  }
  told.push(...putAt(edits, at))
  return paragraphsOf(told)
}

/** The words of the base, in pieces of one style. */
const basePieces = (pieces: readonly Piece[]): {text: string; style: Piece['style']}[] =>
  pieces.flatMap(({mark, text, base = text, style}) => (mark === '+' || base === '' ? [] : [{text: base, style}]))

function editsOf(pieces: readonly Piece[], movesBefore: number): Edits {
  const edits: Edits = {put: new Map(), out: []}
  let at = 0
  for (const piece of pieces) {
    const {mark, text, base = text, move} = piece
    const own = move === undefined ? undefined : move + movesBefore
    if (mark === '+') {
      const put = edits.put.get(at) ?? []
      put.push({mark, text, style: piece.style, ...(own === undefined ? {} : {move: own})})
      edits.put.set(at, put)
      continue
    }
    if (mark === '-') edits.out.push({from: at, to: at + base.length, ...(own === undefined ? {} : {move: own})})
    at += base.length
  }
  return edits
}

/** What everybody put in at a place, one person after the other; what two put in alike once, as both of theirs. */
function putAt(edits: readonly Edits[], at: number): Piece[] {
  const groups: {words: string; pieces: Piece[]; by: number[]}[] = []
  edits.forEach(({put}, by) => {
    const pieces = put.get(at)
    if (!pieces) return
    const words = pieces.map(({text}) => text).join('')
    const alike = groups.find((group) => group.words === words)
    if (alike) alike.by.push(by)
    else groups.push({words, pieces, by: [by]})
  })
  return groups.flatMap(({pieces, by}) =>
    pieces.map(({move, ...piece}) => ({...piece, by, ...(move === undefined || by.length > 1 ? {} : {move})}))
  )
}

/** The range that holds a place; ranges ascend and do not meet. */
function rangeAt(out: Edits['out'], place: number): Edits['out'][number] | undefined {
  let [low, high] = [0, out.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (out[middle]!.to <= place) low = middle + 1
    else high = middle
  }
  const range = out[low]
  return range && range.from <= place ? range : undefined
}

const cutsIn = (places: ReadonlySet<number>, from: number, to: number): number[] => {
  const cuts: number[] = []
  for (let at = from + 1; at < to; at += 1) if (places.has(at)) cuts.push(at)
  return cuts
}

const pairs = (marks: readonly number[]): [number, number][] => marks.slice(1).map((to, at) => [marks[at]!, to])
