/** Titles that name no goal: of tables, of periods, of parts of a plan. */

import {planNoun} from '../../document/words.ts'
import type {Lexicon} from '../../lexicon.ts'
import {isPeriod} from '../../periods.ts'
import type {Piece} from '../../pieces.ts'
import type {SectionKind} from '../../vocabulary.ts'
import {fold} from '../../words.ts'
import {namesLevel} from '../families/announced.ts'
import type {Frame} from '../frame.ts'

/** Sections whose headings never name a goal, even right over a table of goals. */
const titlesOnly: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'goals',
  'summary',
  'contents',
  'review',
  'foreword',
  'introduction',
  'glossary'
])

/** 'Action plan', 'Year 1', 'Priorities and milestones': titles of tables that name no goal. */
export function isGeneric(piece: Piece, frame: Frame): boolean {
  const {pieces, lexicon} = frame
  const colon = piece.text.lastIndexOf(':')
  if (colon > 0 && isPeriod(piece.text.slice(colon + 1).trim()))
    return isGeneric({...piece, text: piece.text.slice(0, colon)}, frame)
  const kind = lexicon.sectionOf(piece.text)
  const first = pieces.find(({kind: each}) => each === 'heading') === piece
  return (
    (first &&
      (namesLevel(piece.text, lexicon) !== undefined || planNoun.test(piece.text)) &&
      !lexicon.levelOf(piece.text)) ||
    isPeriod(piece.text) ||
    (kind !== undefined && titlesOnly.has(kind)) ||
    lexicon.startsWithLevels(piece.text.slice(piece.text.lastIndexOf(':') + 1).trim()) ||
    lexicon.startsWithLevels(piece.text) ||
    possessed(piece.text, lexicon) ||
    lexicon.leadInOf(piece.text) !== undefined ||
    lexicon.labelAlone(piece.text) !== undefined ||
    /^(?:table|appendix|annex|figure)\b/i.test(fold(piece.text))
  )
}

/** 'The Council's priorities for 2031': whose they are, or when, and not what. */
function possessed(text: string, lexicon: Lexicon): boolean {
  return namesLevel(text, lexicon) !== undefined && /['’]s? (?:\p{L}+ )?\p{L}+(?: for\b| in\b| \d|$)/iu.test(text)
}
