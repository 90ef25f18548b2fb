/** Headings that part a series of lower goals among them. */

import type {Lexicon} from '../../lexicon.ts'
import type {Piece} from '../../pieces.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'

/** Headings that part a series of lower goals among them: 'Shared actions', 'Community actions' over Action 1 to 16. */
export function containersOf({pieces, sections, lexicon}: Frame, lower: Opening[]): Opening[] {
  const parents = new Map<number, number>()
  for (const opening of lower) {
    const place = sections[opening.piece]
    const heading = place && place.heading >= 0 && place.heading < opening.piece ? pieces[place.heading] : undefined
    if (!heading || heading.depth >= opening.depth || isWorkName(heading, lexicon)) return []
    parents.set(heading.index, (parents.get(heading.index) ?? 0) + 1)
  }
  if (parents.size < 2) return []
  // 'Outcome: …' once under each heading: the heading only says what it is about
  const single = [...parents.values()].every((held) => held === 1) && lower.every(({type}) => type === 'outcome')
  if (single && lower.every(({term, label}) => !label && /\b(?:outcome|ambition|aim)$/i.test(term))) return []
  return [...parents.keys()].map((index) => {
    const heading = pieces[index]!
    return openingOf(heading, 'outcome', termOf(heading, lexicon), 'outcomes/container-heading', 0.8, lexicon)
  })
}

/** 'Actions', 'Measures': a name of what stands under a goal, and of none. */
function isWorkName({text}: Piece, lexicon: Lexicon): boolean {
  const kind = lexicon.leadInOf(text)
  return kind !== undefined && kind !== 'priorities' && kind !== 'aim'
}

export function termOf(piece: Piece, lexicon: Lexicon): string {
  return lexicon.levelNamed(piece.text)?.word ?? 'theme'
}
