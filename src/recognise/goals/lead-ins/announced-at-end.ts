/** What the last words of a paragraph announce: '… The service will work towards this goal through the following objectives:' */
import {countPattern} from '../../number-words.ts'
import type {Piece} from '../../pieces.ts'
import {listNouns} from '../../vocabulary/lead-ins.ts'
import type {WorkLeadIn} from '../../vocabulary.ts'

/** Words between 'these' and what is announced, none by which it is somebody else's or was done before. */
const between =
  "(?!(?:national|global|sustainable|statutory|government|welsh|scottish|un|wider|other|related|previous|past|earlier|existing|completed)\\b)[\\w'’-]+\\s"
/** Headings of aims and of projects are often those of sections about them: only sentences announce them as goals and work. */
const said = {...listNouns, priorities: `${listNouns.priorities}|aims`, actions: `${listNouns.actions}|projects`}
const patterns = Object.entries(said).map(
  ([kind, nouns]) =>
    [
      kind as WorkLeadIn,
      new RegExp(
        `\\b(?:following|these|below|${countPattern})\\s(?:${between}){0,2}(?:${nouns})(?: of success)?(?:\\s(?:are|include|below|(?:have been|were)\\s(?:set|agreed|identified|chosen)))?\\s?:$`,
        'iu'
      )
    ] as const
)
/** What is spoken of in a clause is not what will be done: 'contributes to the following goals:'. */
const ofOthers =
  /\b(?:contribut\w+|aligns?|aligned|alignment|links?|linked|supports?|in line|reflects?|mirrors?|builds? on|progress|achieved|completed)\b/i

/** The kind of the list right after a paragraph, by its last sentence; undefined where that announces none of the plan's own. */
export function announcedAtEnd(piece: Piece, next: Piece | undefined): WorkLeadIn | undefined {
  if (piece.kind !== 'paragraph' || next?.kind !== 'listItem' || !piece.text.endsWith(':')) return undefined
  const last = piece.text.slice(piece.text.search(/(?:[^.!?]|[.!?](?!\s))*$/))
  if (ofOthers.test(last)) return undefined
  return patterns.find(([, pattern]) => pattern.test(last))?.[0]
}
