/** Headings and captions right over tables of goals. */
import type {Piece} from '../pieces.ts'
import {goalColumnsOf} from '../tables/goal-columns.ts'
import {fold, wordCount} from '../words.ts'
import type {Frame} from './family.ts'
import {isGeneric} from './generic-titles.ts'
import {openingOf} from './opening-of.ts'
import type {Opening} from './openings.ts'
import {headingOver} from './under-headings.ts'

/** Headings with a table of goals right under them; over 'Action plan' and its like, the headings that those stand under. */
export function headingsOverTables(frame: Frame): Opening[] {
  const {pieces} = frame
  const [found, climbed] = [new Set<Piece>(), new Set<Piece>()]
  const titles = titlesOfTables(pieces)
  for (const piece of pieces) {
    const columns = piece.kind === 'table' ? goalColumnsOf(piece, frame) : undefined
    // a table with a column of outcomes needs no heading for one
    if (!columns || columns.some((column) => column.role === 'outcome')) continue
    let at = piece.index - 1
    const captions = (each: Piece) => endsLikeCaption(each) || titles.has(each)
    while (at >= 0 && pieces[at]!.kind === 'paragraph' && piece.index - at <= 3 && !captions(pieces[at]!)) at -= 1
    const over = pieces[at]
    if (!over || (over.kind !== 'heading' && !captions(over))) continue
    if (!isGeneric(over, frame)) found.add(over)
    else {
      const higher = over.kind === 'heading' ? headingOver(over, pieces) : undefined
      if (higher && !isGeneric(higher, frame)) climbed.add(higher)
    }
  }
  const depths = new Set([...climbed].map(({depth}) => depth))
  const over = found.size === 0 && climbed.size > 1 && depths.size === 1 ? climbed : found
  return [...over].map((heading) => overTable(heading, frame))
}

function overTable(heading: Piece, {sections, lexicon}: Frame): Opening {
  const term = lexicon.levelNamed(sections[heading.index]?.within?.title ?? '')?.word ?? 'outcome'
  return openingOf(heading, 'outcome', term, 'outcomes/heading-over-table', 0.8, lexicon)
}

/** Short plain lines right over tables of one header: with several such, each is the title of its table. */
function titlesOfTables(pieces: readonly Piece[]): Set<Piece> {
  const over = pieces.flatMap((piece): Piece[] => {
    const before = pieces[piece.index - 1]
    const short = before?.kind === 'paragraph' && wordCount(before.text) <= longestTableTitle
    return piece.alike && before && short && /^\p{Lu}[^.:;!?]*$/u.test(before.text) ? [before] : []
  })
  return new Set(new Set(over.map(({text}) => fold(text))).size > 1 ? over : [])
}

/** Longest such line, words. */
const longestTableTitle = 12

function endsLikeCaption(piece: Piece): boolean {
  return piece.kind === 'paragraph' && piece.bold && wordCount(piece.text) <= 50
}
