/**
 * Goals that no label marks: every set of parallel lines of a document is weighed as its goals, and the set with most for it wins.
 *
 * Sets are headings of one depth, lines over lists, entries of one list, paragraphs with bold titles and runs of short lines. For a set speak the
 * words that announce it (a sentence before it, the heading over it, the document's own name), the form of its lines, and the work
 * that stands under them; against it, words of somebody else's goals, of the past, of advice and of examples.
 */

import type {Frame} from '../frame.ts'
import type {Family} from './family.ts'
import {headingFamilies} from './heading-families.ts'
import {lineFamilies} from './line-families.ts'
import {linesOverLists} from './lines-over-lists.ts'

/** Every family of the document, the likeliest first. `plan`: points for what the document calls itself. */
export function familiesOf(frame: Frame, plan: number): Family[] {
  const found = [...headingFamilies(frame), ...linesOverLists(frame), ...lineFamilies(frame)].map((family) => ({
    ...family,
    score: family.score + plan
  }))
  return found.sort(
    (a, b) => b.score - a.score || b.members.length - a.members.length || a.members[0]!.index - b.members[0]!.index
  )
}
