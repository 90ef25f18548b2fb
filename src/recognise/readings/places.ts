/** Where each line of a document stands: what it stands under, and beside what. */
import type {Lexicon} from '../lexicon.ts'
import type {Piece} from '../pieces.ts'

export interface Place {
  /** Index of the line that it stands under: the heading, the line over a list, the entry around a nested one, '1' of '1.2'. */
  within?: number
  /** Lines beside each other have the same words here. */
  beside: string
  /** 'Goal 2', 'Objective 1.3': the how-many-eth numbered level of the document its label is of, from 1, in order of their first lines. */
  level?: number
}

/** Longest line over a list that the list stands under though it ends in no colon, characters. */
const longestOver = 160

const dotted = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.):]?\s+\p{L}/u

/** The place of every piece, by index. */
export function placesOf(pieces: readonly Piece[], lexicon: Lexicon): Place[] {
  const headings: Piece[] = []
  const lists = new Map<number, number | undefined>()
  const numbers = new Map<string, number>()
  const levels: string[] = []
  const placeOf = (piece: Piece, at: number): Place => {
    const number = numberOf(piece, lexicon)
    const prefix = number?.includes('.') ? numbers.get(number.slice(0, number.lastIndexOf('.'))) : undefined
    if (number !== undefined) numbers.set(number, at)
    if (piece.kind === 'heading') while (headings.length > 0 && headings.at(-1)!.depth >= piece.depth) headings.pop()
    const heading = headings.at(-1)?.index
    if (piece.kind === 'heading') headings.push(piece)
    if (prefix !== undefined && prefix >= (heading ?? 0)) return under(prefix, 'dotted')
    if (piece.kind === 'heading') return under(heading, `headings of ${piece.depth}`)
    if (piece.kind !== 'listItem') return under(heading, piece.kind)
    if (piece.parent !== undefined) return under(piece.parent, 'entries')
    const list = piece.list!
    if (!lists.has(list)) lists.set(list, isOver(pieces[at - 1], piece) ? at - 1 : heading)
    return {...under(lists.get(list), ''), beside: `list ${list}`}
  }
  return pieces.map((piece, at) => {
    const place = placeOf(piece, at)
    const label = piece.kind === 'table' || piece.entry ? undefined : lexicon.levelOf(piece.text)
    if (!label?.label) return place
    if (!levels.includes(label.level.word)) levels.push(label.level.word)
    return {...place, level: levels.indexOf(label.level.word) + 1}
  })
}

/** '1.2' of '1.2 Open quays' and of 'Goal 1.2: open quays'. */
function numberOf({kind, text}: Piece, lexicon: Lexicon): string | undefined {
  if (kind === 'table') return undefined
  const label = lexicon.levelOf(text)?.label
  return label !== undefined && /^\d{1,2}(?:\.\d{1,2}){0,3}$/.test(label) ? label : dotted.exec(text)?.[1]
}

function under(within: number | undefined, kind: string): Place {
  return {...(within === undefined ? {} : {within}), beside: `${kind} under ${within ?? 'none'}`}
}

/** The line right before a list is what the list stands under. */
function isOver(before: Piece | undefined, first: Piece): boolean {
  if (before?.kind === 'paragraph') return /:$/.test(before.text) || before.text.length <= longestOver
  return (
    before?.kind === 'listItem' && before.list !== first.list && (before.depth < first.depth || before.ordered === true)
  )
}
