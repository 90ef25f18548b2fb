/** Goals that running text counts: 'First, we will …', 'Our second aim is to …'. */
import {isForeign} from '../../outline.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'

/** Sentences of running text that count the plan's goals. */
export function countedInProse({pieces, sections, lexicon}: Frame): Opening[] {
  const counted = pieces.filter(({ordinal, index}) => ordinal && !isForeign(sections[index]))
  return counted.map((piece): Opening => {
    const {title, term = 'aim'} = piece.ordinal!
    return {...openingOf(piece, 'outcome', term, 'outcomes/counted-in-prose', 0.75, lexicon), title}
  })
}
