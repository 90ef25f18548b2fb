/** Headings that each have the same labels under them, words that this plan alone has: 'Short name: …', 'Depends on: …'. */
import {isEcho, isForeign} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import {fold, wordCount} from '../../words.ts'
import {namesLevel} from '../families/announced.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {headingOver, sharedBy} from './under-headings.ts'

/** Fewest such headings and headings over them, fewest labels that all share, and share of the headings of their depth that have them. */
const [leastCards, leastOver, leastLabels, shareLabelled] = [4, 2, 2, 0.8]
/** Longest label, words. */
const longest = 4

/**
 * Openings for such headings as priorities and for the headings that part them as the goals above; empty unless one of these
 * names goals, 'Project goals', 'First milestones'.
 */
export function headingsOverOwnLabels(frame: Frame): Opening[] {
  const {pieces, sections, lexicon} = frame
  const headings = pieces.filter(({kind, entry, index}) => {
    const place = sections[index]
    return kind === 'heading' && !entry && !isForeign(place) && !isEcho(place)
  })
  for (const same of Map.groupBy(headings, ({depth}) => depth).values()) {
    const labels = new Map(same.map((piece) => [piece, labelsUnder(piece, pieces)]))
    const shared = sharedBy([...labels.values()], shareLabelled)
    const cards = same.filter((piece) => shared.every((label) => labels.get(piece)!.has(label)))
    if (shared.length < leastLabels || cards.length < Math.max(leastCards, same.length * shareLabelled)) continue
    const over = new Set(cards.map((piece) => headingOver(piece, pieces)))
    if (over.size < leastOver || over.has(undefined)) continue
    const above = [...over] as Piece[]
    if (!above.some(({text}) => namesLevel(text, lexicon))) continue
    return [
      ...above.map((piece) => openingOf(piece, 'outcome', 'theme', 'outcomes/over-cards', 0.75, lexicon)),
      ...cards.map((piece) => openingOf(piece, 'priority', 'priority', 'priorities/own-labels', 0.75, lexicon))
    ].sort((a, b) => a.piece - b.piece)
  }
  return []
}

/** Folded labels of the lines under a heading, before the next heading. */
function labelsUnder({index}: Piece, pieces: readonly Piece[]): Set<string> {
  const labels = new Set<string>()
  for (let at = index + 1; pieces[at] && pieces[at]!.kind !== 'heading'; at += 1) {
    const label = /^(\p{L}[\p{L} ]{2,40}):\s+\S/u.exec(pieces[at]!.text)?.[1]
    if (label && wordCount(label) <= longest) labels.add(fold(label))
  }
  return labels
}
