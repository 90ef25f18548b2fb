/** Lines that print a level of the plan, each weighed as the body of its goal. */
import type {LevelLabel} from '../../level-labels.ts'
import type {Lexicon} from '../../lexicon.ts'
import {isEcho, isForeign, isMildlyForeign, kindsOf, type SectionPlace} from '../../outline.ts'
import {endsInPageNumber} from '../../page-numbers.ts'
import type {Piece} from '../../pieces.ts'
import {captionRows} from '../../tables/captions.ts'
import {endsSentence, fold, wordCount} from '../../words.ts'

export interface Candidate {
  piece: Piece
  row?: number
  label: LevelLabel
  title: string
  key: string
  consumed: number[]
  weight: number
  foreign: boolean
}

/** What the printings of a level have to weigh to be the body: a heading with things under it beats a line in a list. */
const weightOfKind = {heading: 3, paragraph: 2, listItem: 1, table: 4} as const

export function candidatesOf(
  pieces: readonly Piece[],
  sections: readonly SectionPlace[],
  lexicon: Lexicon
): Candidate[] {
  return pieces.flatMap((piece): Candidate[] => {
    const place = sections[piece.index]
    const foreign = isForeign(place)
    if (piece.kind === 'table')
      return captionRows(piece, lexicon).flatMap(({row, text}) => {
        const label = lexicon.levelOf(text)
        return label?.label && label.title ? [candidate(piece, label, label.title, [], foreign, row)] : []
      })
    const label = lexicon.levelOf(piece.text)
    if (!label || !plausible(piece, label)) return []
    const after = label.title === '' ? titleAfter(pieces, piece.index) : undefined
    const title = stated(label.title) || after?.text || ''
    if (title === '' && !label.continued) return []
    // 'Community engagement' may be what numbered goals are about
    const theirs = foreign && !(piece.kind === 'heading' && label.label !== undefined && isMildlyForeign(place))
    return [candidate(piece, label, title, after ? [after.index] : [], theirs)]
  })
}

function candidate(
  piece: Piece,
  label: LevelLabel,
  title: string,
  consumed: number[],
  foreign: boolean,
  row?: number
): Candidate {
  const key = `${label.level.word} ${label.number ?? fold(title)}`
  return {piece, ...(row === undefined ? {} : {row}), label, title, key, consumed, weight: 0, foreign}
}

/** 'Pillar one is about reading for all' */
const stated = (title: string): string => title.replace(/^(?:is|are) (?:about|to) (?=\p{L})/u, '')

/** Longest line that may open a goal, words. The longest real one found had 46 ('There will be a cross-government approach …'). */
export const longestOpening = 70

function plausible(piece: Piece, label: LevelLabel): boolean {
  if (wordCount(piece.text) > longestOpening) return false
  if (piece.kind === 'heading') return true
  if (label.label === undefined) return false
  // 'Priority 1 response time under 5 minutes' is no goal of that number
  if (piece.kind === 'listItem' && /^\p{Ll}/u.test(label.title) && /\d\s+\p{Ll}/u.test(piece.text)) return false
  // 'Outcome 3 is led by …' in running text is no heading
  return !(
    piece.kind === 'paragraph' &&
    /^(is(?! (?:about|to) )|are|was|will|has|have|and|of|in|to|sets?|links?)\b/.test(label.title) &&
    endsSentence(piece.text)
  )
}

/** The title of 'Priority 1' alone on its line: the next short line. */
function titleAfter(pieces: readonly Piece[], index: number): Piece | undefined {
  // the number by itself, set apart
  const next = /^\d{1,2}$/.test(pieces[index + 1]?.text ?? '') ? pieces[index + 2] : pieces[index + 1]
  if (!next || (next.kind !== 'heading' && next.kind !== 'paragraph')) return undefined
  const short = next.kind === 'heading' || wordCount(next.text) <= 40
  return short ? next : undefined
}

export function weigh(candidates: Candidate[], pieces: readonly Piece[], sections: readonly SectionPlace[]): void {
  candidates.forEach((each, place) => {
    // what stands under '… continued' is this printing's too
    const next = candidates
      .slice(place + 1)
      .find((other) => other.label.level === each.label.level && !(other.label.continued && other.key === each.key))
    const end = next?.piece.index ?? pieces.length
    const kinds = kindsOf(sections[each.piece.index])
    let content = 0
    for (let at = each.piece.index + 1; at < end && content < 12; at += 1) {
      const {kind, depth} = pieces[at]!
      const opens = sections[at]!.heading === at && kind === 'heading'
      if (
        opens &&
        (each.piece.kind !== 'heading' ||
          depth < each.piece.depth ||
          (depth === each.piece.depth && sections[at]!.kind !== 'other'))
      )
        break
      content += kind === 'table' ? 4 : 1
    }
    let weight: number = weightOfKind[each.row === undefined ? each.piece.kind : 'table'] + content
    if (each.piece.entry || kinds.includes('contents') || endsInPageNumber(each.piece.text)) weight -= 100
    if (isEcho(sections[each.piece.index])) weight -= 10
    if (each.foreign) weight -= 50
    if (each.label.continued) weight -= 200
    each.weight = weight
  })
}
