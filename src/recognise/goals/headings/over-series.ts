/** What stands over labelled goals that start again and again: the headings, or the lines over their lists, are the goals above. */

import {alsoGoals} from '../families/heading-families.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {containersOf} from './containers.ts'
import {headingsNumberedAbove} from './numbers-above.ts'

/** Goals of one level under each of several headings: the headings are the goals above, and the labelled ones their priorities. */
export function overSeries(frame: Frame, labelled: Opening[]): Opening[] {
  const above = headingsNumberedAbove(frame, labelled)
  const numbers = new Set(labelled.map(({label}) => label?.toLowerCase()))
  const restarts = numbers.size <= labelled.length / 2
  const headings = above.length > 0 ? above : overHeadings(frame, labelled, restarts)
  const containers = headings.length > 0 || !restarts ? headings : overLists(frame, labelled)
  if (containers.length > 0) for (const opening of labelled) opening.type = 'priority'
  return containers
}

/** The lines right over lists of goals whose numbers start again in each. */
function overLists({pieces, lexicon}: Frame, labelled: readonly Opening[]): Opening[] {
  const lists = Map.groupBy(labelled, ({piece}) => pieces[piece]!.list)
  if (lists.has(undefined) || lists.size < 2) return []
  const over = [...lists.values()].map(([first]) => pieces[first!.piece - 1])
  const sound = over.every((piece) => piece?.kind === 'paragraph' && lexicon.leadInOf(piece.text) === undefined)
  return sound
    ? over.map((piece) => openingOf(piece!, 'outcome', 'theme', 'outcomes/line-over-goals', 0.75, lexicon))
    : []
}

function overHeadings(frame: Frame, labelled: Opening[], restarts: boolean): Opening[] {
  const containers = containersOf(frame, labelled)
  const kinds = containers.map(({title}) => frame.lexicon.sectionOf(title)).filter((kind) => kind !== undefined)
  const plain = kinds.length <= containers.length / 2 && kinds.every((kind) => alsoGoals.has(kind))
  return !restarts && (!plain || labelled.length < containers.length * leastContained) ? [] : containers
}

/** Goals that headings must hold on average to be goals themselves, where the numbers of those run on. */
const leastContained = 2
