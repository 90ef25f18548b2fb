/** Dates and other wordings of time in a text, with what they mean. */
import type {When} from '../plan-tree/nodes.ts'
import {calendarDates} from './dates/calendar-dates.ts'
import type {DateWords} from './dates/date-words.ts'
import {rhythms} from './dates/rhythms.ts'
import {unfixedTimes} from './dates/unfixed-times.ts'
import {foldMarks} from './fold.ts'

export type {DateWords}

/** Longest text that is searched, in characters; the rest is left. */
const longestText = 200_000

/** Every date wording of a text in order; where two overlap, the longer. Linear in the text's length. */
export function findDates(text: string): DateWords[] {
  const folded = foldMarks(text.slice(0, longestText))
  const found = [...calendarDates(folded), ...rhythms(folded), ...unfixedTimes(folded)]
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: DateWords[] = []
  for (const place of found)
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push({value: text.slice(place.start, place.end), ...place})
  return kept
}

/**
 * What a cell or phrase that should be a date means: 'TBC (provisional date Sept/Oct 2031)' is the span in it, 'Ongoing',
 * 'Same as below', 'every 12 weeks'. Words that give no date are `unread`.
 */
export function readWhen(words: string): When {
  const found = findDates(words)
  const spans = found.filter(({when}) => when.kind === 'span')
  const [first, last] = [spans[0], spans.at(-1)]
  const open = found.find(({when}) => when.kind === 'ongoing')
  if (first?.when.kind === 'span' && last?.when.kind === 'span') {
    if (open && open.when.kind === 'ongoing') return {kind: 'ongoing', from: open.when.from ?? first.when.from}
    // Two dates in one cell are a span from the first to the last, where they stand in order.
    return last.when.to >= first.when.from ? {...first.when, to: last.when.to} : first.when
  }
  const best =
    open ?? found.find(({when}) => when.kind === 'recurring') ?? found.find(({when}) => when.kind === 'elsewhere')
  return best?.when ?? {kind: 'unread'}
}
