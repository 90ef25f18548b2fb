/** What the last words of a paragraph announce: '… The service will work towards this goal through the following objectives:' */
import {countPattern} from '../../number-words.ts'
import type {Piece} from '../../pieces.ts'
import type {LeadIn} from '../../vocabulary.ts'

/** Words between 'these' and what is announced, none by which it is somebody else's or was done before. */
const between =
  "(?!(?:national|global|sustainable|statutory|government|welsh|scottish|un|wider|other|related|previous|past|earlier|existing|completed)\\b)[\\w'’-]+\\s"
const named: readonly (readonly [kind: LeadIn, nouns: string])[] = [
  ['priorities', 'objectives|goals|priorities|strategies|commitments|pledges|aims'],
  ['actions', 'actions|action steps|steps|initiatives|activities|tasks|projects|actions and activities'],
  ['measures', 'measures|indicators|targets|metrics|kpis|measures of success|performance measures']
]
const patterns = named.map(
  ([kind, nouns]) =>
    [
      kind,
      new RegExp(
        `\\b(?:following|these|below|${countPattern})\\s(?:${between}){0,2}(?:${nouns})(?:\\s(?:are|include|below|(?:have been|were)\\s(?:set|agreed|identified|chosen)))?\\s?:$`,
        'iu'
      )
    ] as const
)
/** What is spoken of in a clause is not what will be done: 'contributes to the following goals:'. */
const ofOthers =
  /\b(?:contribut\w+|aligns?|aligned|alignment|links?|linked|supports?|in line|reflects?|mirrors?|builds? on|progress|achieved|completed)\b/i

/** The kind of the list right after a paragraph, by its last sentence; undefined where that announces none of the plan's own. */
export function announcedAtEnd(piece: Piece, next: Piece | undefined): LeadIn | undefined {
  if (piece.kind !== 'paragraph' || next?.kind !== 'listItem' || !piece.text.endsWith(':')) return undefined
  const last = piece.text.slice(piece.text.search(/(?:[^.!?]|[.!?](?!\s))*$/))
  if (ofOthers.test(last)) return undefined
  return patterns.find(([, pattern]) => pattern.test(last))?.[0]
}
