/** Wordings of time that name no day: 'ongoing', 'see above', 'TBC'. */
import {type DatePlace, matchesOf, placeOf} from './date-words.ts'

const ongoing =
  /\b(on-?going|continuous(?:ly)?|continual(?:ly)?|throughout(?:\sthe\s(?:year|plan|strategy|period|term|life\sof\sthe\s(?:plan|strategy))\b|(?!\s[a-z]))|rolling|open[\s-]ended|indefinite(?:ly)?|permanent(?:ly)?|business\sas\susual|BAU)\b/gi
const elsewhere =
  /(?:\b(?:same|(?:date|timescales?|timings?)(?:\sset(?:\sout)?)?)?\s?\b(?:as|see|in|per|refer\sto)\s(?:per\s)?(?:below|above|early\ssupport|previous|overleaf|appendix\s\w{1,5}|section\s[\d.]{1,8}|action\s(?:plan|[\d.]{1,8})|row\s[\d.]{1,8})\b|\bditto\b|^\s*"\s*$)/gi
const unset =
  /\b(?:t\.?b\.?[cad]\.?|to\sbe\s(?:confirmed|agreed|determined|decided|advised|set|announced)|not\s(?:yet\s)?(?:set|known|agreed)|n\/a)\b/gi

/** Longest text, in characters, in which 'see above' and 'TBC' stand for a date: a cell or a phrase. */
const longestPhrase = 200

export function unfixedTimes(folded: string): DatePlace[] {
  const found = matchesOf(folded, ongoing).map((match) => placeOf(match, {kind: 'ongoing'}))
  if (folded.length > longestPhrase) return found
  return [
    ...found,
    ...matchesOf(folded, elsewhere).map((match) => placeOf(match, {kind: 'elsewhere'})),
    ...matchesOf(folded, unset).map((match) => placeOf(match, {kind: 'unread'}))
  ]
}
