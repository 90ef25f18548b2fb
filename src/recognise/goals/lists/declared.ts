import {isEcho, isForeign, kindsOf} from '../../outline.ts'
import {endsInPageNumber} from '../../page-numbers.ts'
import type {Piece} from '../../pieces.ts'
import type {LevelWord} from '../../vocabulary.ts'
import {wordCount} from '../../words.ts'
import {otherwise} from '../families/announced.ts'
import {isLed} from '../families/line-families.ts'
import type {Frame} from '../frame.ts'
import type {DeclaredList} from '../openings.ts'

/** Fewest and most entries of a list of goals. */
const [leastGoals, mostGoals] = [2, 25]
/** Longest entry of a list of goals, words. */
const longestGoal = 60

export function declaredLists(frame: Frame): DeclaredList[] {
  const {pieces, sections, lexicon} = frame
  return pieces.flatMap((piece): DeclaredList[] => {
    if (piece.kind === 'table' || piece.kind === 'listItem') return []
    const level = lexicon.levelNamed(lastClause(piece.text))
    if (!level || level.rank > 4) return []
    if (piece.kind === 'paragraph' && !/:$/.test(piece.text) && !/\bfollowing\b|\bbelow\b/.test(piece.text)) return []
    const kinds = kindsOf(sections[piece.index])
    if (isForeign(sections[piece.index]) || kinds.includes('principles')) return []
    if (lexicon.isOthers(piece.text)) return []
    if (piece.kind === 'paragraph' && otherwise.test(lastClause(piece.text))) return []
    const entries = entriesAfter(frame, piece)
    if (entries.length < leastGoals || entries.length > mostGoals) return []
    if (entries.some((entry) => (wordCount(entry.text) > longestGoal && !isLed(entry)) || endsInPageNumber(entry.text)))
      return []
    let weight = entries.length + (entries.every((entry) => entry.ordered) ? 4 : 0)
    if (/\b(?:we|our|this (?:plan|strategy)|partnership|agreed|identified|selected)\b/i.test(piece.text)) weight += 3
    if (/\bfollowing\b/i.test(piece.text)) weight += 2
    if (kinds.includes('vision')) weight -= 1
    if (isEcho(sections[piece.index])) weight -= 2
    return [
      {level, term: termIn(piece.text, level), leadIn: piece.index, pieces: entries.map((entry) => entry.index), weight}
    ]
  })
}

/** 'To reach our vision we have set the following priorities:' names its list last. */
function lastClause(text: string): string {
  const sentence = text.split(/(?<=[.!?])\s+/).at(-1) ?? text
  return sentence.slice(-160)
}

function termIn(text: string, level: LevelWord): string {
  const match = new RegExp(
    `\\b((?:strategic|key|delivery|main|shared|year one|overarching) )?${level.word.replace(/y$/, '(?:y|ies)')}`,
    'iu'
  ).exec(text)
  return (match?.[0] ?? level.word).toLowerCase().replace(/ies$/, 'y')
}

/** The list right after a lead-in, over one paragraph of introduction; or a run of short paragraphs under a heading. */
function entriesAfter({pieces}: Frame, leadIn: Piece): Piece[] {
  let at = leadIn.index + 1
  if (leadIn.kind === 'heading' && pieces[at]?.kind === 'paragraph' && /:$/.test(pieces[at]!.text)) return []
  if (leadIn.kind === 'heading')
    while (
      pieces[at]?.kind === 'paragraph' &&
      wordCount(pieces[at]!.text) > 25 &&
      !isLed(pieces[at]!) &&
      at < leadIn.index + 4
    )
      at += 1
  const first = pieces[at]
  if (!first) return []
  if (leadIn.kind === 'heading' && first.kind === 'heading') return bareHeadings(leadIn, pieces)
  const run: Piece[] = []
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    if (
      first.kind === 'listItem'
        ? piece.kind !== 'listItem'
        : piece.kind !== 'paragraph' || (wordCount(piece.text) > 25 && !isLed(piece)) || /:$/.test(piece.text)
    )
      break
    if (piece.kind === 'listItem' && piece.depth > first.depth) continue
    run.push(piece)
  }
  return run
}

/** Headings right under another with nothing under any of them: names in a list of goals that a page sets large. */
function bareHeadings({index, depth}: Piece, pieces: readonly Piece[]): Piece[] {
  const run: Piece[] = []
  for (let at = index + 1; pieces[at]?.kind === 'heading' && pieces[at]!.depth > depth; at += 1) run.push(pieces[at]!)
  const next = pieces[index + 1 + run.length]
  const alike = run.every((piece) => piece.depth === run[0]!.depth)
  return alike && next?.kind === 'heading' ? run : []
}
