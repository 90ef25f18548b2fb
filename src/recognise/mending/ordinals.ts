/** Goals counted in running text: 'First, we will …', 'Our second aim is to …', each set apart from the words that explain it. */

import type {Lexicon} from '../lexicon.ts'
import {ordinalWords} from '../number-words.ts'
import type {Ordinal, Piece} from '../pieces.ts'
import {sentences, wordCount} from '../words.ts'

/** Longest sentence that may be a goal, words, and longest stretch of other pieces between two of them. */
const [longest, mostBetween] = [45, 12]
/** Fewest sentences that make a series; fewest where only 'First, …' marks them. */
const [leastNamed, leastCounted] = [2, 3]

const counted = new RegExp(`^(?:and )?((?:${ordinalWords.join('|')}|final|last|next)(?:ly)?), (?=\\p{L})`, 'iu')
const promised = /^(?:we|the \p{L}+) (?:will|shall|aim|want|plan|intend|commit|must|need)\b|^to \p{L}/iu

/** The same pieces, indexes not yet fresh; a sentence of such a series and the words after it are two. */
export function withOrdinals(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const named = namedBy(lexicon)
  const parts = pieces.map((piece) => (piece.kind === 'paragraph' && !piece.entry ? partsOf(piece, named) : [piece]))
  if (!parts.some((some) => some.some(({ordinal}) => ordinal))) return [...pieces]
  const kept = seriesIn(parts.flat())
  return pieces.flatMap((piece, at) => (parts[at]!.some((part) => kept.has(part)) ? joined(parts[at]!, kept) : [piece]))
}

/** 'Our second objective is', 'The third of our aims will be'. */
function namedBy({vocabulary}: Lexicon): RegExp {
  const levels = vocabulary.levels.filter(({rank}) => rank < 4).map(({word}) => word)
  return new RegExp(
    `^(?:and )?(?:the|our) (${ordinalWords.join('|')}|final|last|next) (?:[\\p{L}-]+ ){0,2}?(${levels.join('|')}) (?:is|will be)(?: about| that)?:? (?=\\p{L})`,
    'iu'
  )
}

/** A paragraph cut before and after each sentence that an ordinal opens. */
function partsOf(piece: Piece, named: RegExp): Piece[] {
  const told = sentences(piece.text)
  const read = told.map((sentence) => ordinalOf(sentence, named))
  if (!read.some(Boolean)) return [piece]
  const parts: Piece[] = []
  let rest: string[] = []
  const settle = (): void => {
    if (rest.length > 0) parts.push(partOf(piece, rest.join(' ')))
    rest = []
  }
  told.forEach((sentence, at) => {
    const ordinal = read[at]
    if (!ordinal) rest.push(sentence)
    else {
      settle()
      parts.push({...partOf(piece, sentence), ordinal})
    }
  })
  settle()
  return parts
}

function partOf(piece: Piece, text: string): Piece {
  return {...piece, text, lines: [text], lead: piece.bold ? text : text.startsWith(piece.lead) ? piece.lead : ''}
}

function ordinalOf(sentence: string, named: RegExp): Ordinal | undefined {
  if (wordCount(sentence) > longest) return undefined
  const level = named.exec(sentence)
  const bare = level ?? counted.exec(sentence)
  if (!bare) return undefined
  const title = sentence.slice(bare[0].length)
  if (!level && !promised.test(title)) return undefined
  const word = bare[1]!.toLowerCase().replace(/ly$/, '')
  return {number: ordinalWords.indexOf(word) + 1, title, ...(level ? {term: level[2]!.toLowerCase()} : {})}
}

/** The sentences whose ordinals run up from the first, under one heading. */
function seriesIn(parts: readonly Piece[]): Set<Piece> {
  const kept = new Set<Piece>()
  let [run, last]: [Piece[], number] = [[], 0]
  const settle = (): void => {
    const least = run.every(({ordinal}) => ordinal!.term) ? leastNamed : leastCounted
    if (run.length >= least) for (const piece of run) kept.add(piece)
    run = []
  }
  parts.forEach((piece, at) => {
    if (piece.kind === 'heading' || (run.length > 0 && at - last > mostBetween)) settle()
    const {ordinal} = piece
    if (!ordinal) return
    const follows = ordinal.number === run.length + 1 || (ordinal.number === 0 && run.length > 0)
    if (!follows) settle()
    if (follows || ordinal.number === 1) run.push(piece)
    last = at
  })
  settle()
  return kept
}

/** The parts of one paragraph; those that are no goals are joined again. */
function joined(parts: readonly Piece[], kept: ReadonlySet<Piece>): Piece[] {
  const out: Piece[] = []
  for (const part of parts) {
    const before = out.at(-1)
    if (kept.has(part) || !before || before.ordinal) out.push(kept.has(part) ? part : without(part))
    else out[out.length - 1] = partOf(before, `${before.text} ${part.text}`)
  }
  return out
}

function without({ordinal: _, ...piece}: Piece): Piece {
  return piece
}
