/** Headings of one depth that each have lead-ins of goals under them. */
import type {Lexicon} from '../lexicon.ts'
import {isForeign, kindsOf} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {boldHeadingDepth} from '../run-together.ts'
import {echoSections} from '../vocabulary.ts'
import {fold} from '../words.ts'
import {termOf} from './containers.ts'
import type {Frame} from './family.ts'
import {isGeneric} from './generic-titles.ts'
import {openingOf} from './opening-of.ts'
import type {Opening} from './openings.ts'
import {depthOf} from './under-headings.ts'

/** Headings of one depth that each have goals' lead-ins under them; where a document hardly speaks of plans, in its own voice. */
export function headingsOverLeadIns(frame: Frame, speaks: boolean): Opening[] {
  const {pieces, sections, lexicon} = frame
  const over = new Map<number, Piece[]>()
  const again = recurring(pieces)
  for (const piece of pieces) {
    const kind =
      piece.kind === 'table'
        ? undefined
        : (lexicon.leadInOf(piece.text) ?? lexicon.labelled(piece.text, piece.lead)?.kind)
    if (kind !== 'priorities' && kind !== 'actions' && kind !== 'measures') continue
    if (isForeign(sections[piece.index]) || kindsOf(sections[piece.index]).some((each) => echoSections.has(each)))
      continue
    const heading = headingAbove(pieces, piece, lexicon, again)
    if (!heading || isGeneric(heading, frame)) continue
    // beside a heading, and not under it, a lead-in must stand over a list or table to be its own
    const next = pieces[piece.index + 1]?.kind
    if (heading.depth >= depthOf(piece) && next !== 'listItem' && next !== 'table') continue
    over.set(heading.index, [...(over.get(heading.index) ?? []), piece])
  }
  const byDepth = Map.groupBy(over.keys(), (index) => pieces[index]!.depth)
  const widest = [...byDepth.values()].sort((a, b) => b.length - a.length)[0] ?? []
  const promised = widest.filter((index) => over.get(index)!.some(({text}) => /\b(?:we|our)\b/i.test(text)))
  if (widest.length < 2 || (!speaks && promised.length < leastPromised)) return []
  return widest.map((index) =>
    openingOf(
      pieces[index]!,
      'outcome',
      termOf(pieces[index]!, lexicon),
      'outcomes/heading-over-lead-ins',
      0.7,
      lexicon
    )
  )
}

/** Fewest headings over 'By 2031 we aim to:' that are goals in a document that has few words of plans. */
const leastPromised = 3

/** Folded headings that come back again and again: parts of a pattern, 'Related work' under goal after goal, and no goals. */
function recurring(pieces: readonly Piece[]): Set<string> {
  const headings = pieces.filter(({kind, entry}) => kind === 'heading' && !entry)
  const texts = Map.groupBy(headings, ({text}) => fold(text))
  return new Set([...texts].filter(([, same]) => same.length >= leastRecurring).map(([text]) => text))
}

/** Times that such a heading stands in a document: a goal is often printed twice. */
const leastRecurring = 3

/**
 * The heading that a lead-in stands under; on one level with it when the levels are not told apart. A heading that has deeper
 * ones of its own, or that names a part of the document, is a neighbour of the lead-in and not over it.
 */
function headingAbove(
  pieces: readonly Piece[],
  piece: Piece,
  lexicon: Lexicon,
  again: ReadonlySet<string>
): Piece | undefined {
  const depth = piece.kind === 'heading' ? piece.depth : boldHeadingDepth + 1
  let told = false
  for (let at = piece.index - 1; at >= 0; at -= 1) {
    const each = pieces[at]!
    if (each.kind !== 'heading' || again.has(fold(each.text))) continue
    if (each.depth < depth) return each
    if (each.depth > depth) told = true
    else if (!told && lexicon.leadInOf(each.text) === undefined && lexicon.sectionOf(each.text) === undefined)
      return each
  }
  return undefined
}
