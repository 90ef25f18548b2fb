/** What is done when, told apart from the goals: 'Phase 1: Foundation', 'Year 2 (2032): Growth', each over work of its own. */
import {numberWords} from '../../number-words.ts'
import {isAside} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {saysWork} from '../headings/under-headings.ts'
import {plainOpening} from '../opening-of.ts'
import {type Opening, openingsInOrder, type Scheme} from '../openings.ts'
import {formOf} from '../words/forms.ts'

/** Fewest such lines, and share of them that must stand over work. */
const [leastStretches, shareWorking] = [2, 0.6]
/** Longest title, and longest line over a row of such lines, words. */
const [longestTitle, longestOver] = [20, 10]

const numbers = `\\d{1,2}|[IVX]{1,4}|${numberWords.slice(0, 10).join('|')}`
const stretch = new RegExp(`^(phase|stage|year) (${numbers})(?: ?\\(([^()]{1,40})\\))? ?[:.–—-]+ (?=\\p{L})(.+)$`, 'iu')
/** 'Foundation (Q2-Q3 2031)' */
const whenAtEnd = /\s*\((?=[^()]*\d)[^()]{1,40}\)$/
/** Words of titles that say when and no more: 'Spring to summer', 'January – March 2031'. */
const when =
  /^(?:early|mid|late|spring|summer|autumn|winter|quarter|half|months?|weeks?|years?|q[1-4]|to|and|until|from|first|next|last|short|medium|long|term|(?:jan|feb|mar|apr|aug|sep|oct|nov|dec)\w*|may|june?|july?|\d+)$/i
const saysWhen = (title: string) => title.split(/[\s,/–-]+/).every((word) => word === '' || when.test(word))

interface Stretch {
  piece: Piece
  label: string
  title: string
}

/** Openings for such lines as goals, where they stand in a row before or after all the others. */
export function stretchesApart(frame: Frame, scheme: Scheme): Opening[] {
  const {pieces} = frame
  const goals = openingsInOrder(scheme)
  const found = pieces.flatMap((piece) => stretchOf(piece, frame))
  const [first] = found
  if (!first || goals.length === 0 || scheme.captions.size > 0 || found.length < leastStretches) return []
  if (found.some(({piece}) => piece.kind !== first.piece.kind || piece.depth !== first.piece.depth)) return []
  if (new Set(found.map(({label}) => fold(label))).size < found.length) return []
  const [from, to] = [first.piece.index, found.at(-1)!.piece.index]
  const last = goals.at(-1)!
  if (last.piece >= from ? goals[0]!.piece <= to : !partedFrom(last, first.piece, pieces)) return []
  const working = found.filter(({piece}, at) => holdsWork(piece, found[at + 1]?.piece.index, frame))
  if (working.length < found.length * shareWorking) return []
  return found.map(({piece, label, title}) =>
    plainOpening(piece, {
      type: 'outcome',
      term: label.split(' ')[0]!.toLowerCase(),
      label,
      title,
      rule: 'outcomes/stretch-of-time',
      confidence: 0.75,
      ...(pieces[piece.index + 1]?.kind === 'listItem' ? {holds: 'priorities' as const} : {})
    })
  )
}

function stretchOf(piece: Piece, {sections}: Frame): Stretch[] {
  if ((piece.kind !== 'heading' && piece.kind !== 'paragraph') || piece.entry || isAside(sections[piece.index]))
    return []
  const [, word, number, , said = ''] = stretch.exec(piece.text) ?? []
  const title = said.replace(whenAtEnd, '')
  if (word === undefined || wordCount(title) > longestTitle || saysWhen(title) || formOf(title) === 'told') return []
  return [{piece, label: `${word} ${number}`, title}]
}

/** A heading as wide as the goal's own, or for plain lines one right over them, stands between: they are no steps of the last goal. */
function partedFrom(
  {depth, piece: goal}: Opening,
  {index, kind, depth: own}: Piece,
  pieces: readonly Piece[]
): boolean {
  const between = pieces.slice(goal + 1, index + 1)
  if (kind === 'heading')
    return own <= depth || between.some((piece) => piece.kind === 'heading' && piece.depth <= depth)
  const over = between.at(-2)
  return (
    over !== undefined &&
    (over.kind === 'heading' || (over.kind === 'paragraph' && /^\p{Lu}[^.:;!?]*$/u.test(over.text))) &&
    wordCount(over.text) <= longestOver
  )
}

function holdsWork({index, kind, depth}: Piece, next: number | undefined, {pieces, lexicon}: Frame): boolean {
  for (const piece of pieces.slice(index + 1, next)) {
    if (kind === 'heading' && piece.kind === 'heading' && piece.depth <= depth) return false
    if (piece.kind === 'table') continue
    if (saysWork(piece, lexicon)) return true
  }
  return false
}
