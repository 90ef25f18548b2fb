/** Mends what the blocks could not know without the words of plans: labels run together, bullets and headings read as paragraphs. */

import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {withMendedRows} from '../tables/mended-rows.ts'
import {endsSentence, fold, wordCount} from '../words.ts'
import {withCardRows} from './card-rows.ts'
import {joinedEntries, withContents} from './contents-lines.ts'
import {partsNothing} from './converters-lines.ts'
import {withCountedClauses} from './counted-clauses.ts'
import {withDottedDepths} from './dotted-depths.ts'
import {withEntryHeadings} from './entry-headings.ts'
import {withFlattenedTables} from './flattened-tables.ts'
import {withImpliedHeadings} from './implied-headings.ts'
import {withLedTitles, withTitledLeadIns} from './led-titles.ts'
import {withoutTails} from './list-tails.ts'
import {cut, heading, outOfList, paragraph, worded} from './mended.ts'
import {withNumberedLeads} from './numbered-leads.ts'
import {
  withChapters,
  withLoneNumbers,
  withNumberedDepths,
  withNumberedTitles,
  withNumbersBetween,
  withNumeralHeadings
} from './numbered-lines.ts'
import {withNumberedParts} from './numbered-parts.ts'
import {withNumberedSeries} from './numbered-series.ts'
import {withNumeralsAbove} from './numerals-above.ts'
import {withOrdinals} from './ordinals.ts'
import {atRings, hasRings} from './ring-bullets.ts'
import {atCodes} from './run-on-codes.ts'
import {numbersTogether, runTogether} from './run-together.ts'
import {withServedHeadings} from './served-headings.ts'
import {withTitledEntries} from './titled-entries.ts'
import {unfolded} from './unfolded.ts'

/** Longest bold paragraph that may stand as a heading, words. A longer one is an emphasised sentence. */
const longestBoldHeading = 45

/** The same pieces, mended, with fresh indexes. Parents keep pointing at the right piece. */
export function repaired(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const moved = new Map<number, number>()
  const out: Piece[] = []
  const titles = labelledTitles(pieces, lexicon)
  const ringed = hasRings(pieces)
  for (const piece of withoutTails(withOrdinals(pieces, lexicon))) {
    moved.set(piece.index, out.length)
    for (const mended of beforeTitle(piece, titles)
      .flatMap((part) => (ringed ? (atRings(part) ?? [part]) : [part]))
      .flatMap((part) => mend(part, lexicon))) {
      const parent = mended.parent === undefined ? {} : {parent: moved.get(mended.parent) ?? mended.parent}
      out.push({...mended, ...parent, index: out.length})
    }
  }
  return passes.reduce((mended, pass) => pass(mended, lexicon), out)
}

type Pass = (pieces: Piece[], lexicon: Lexicon) => Piece[]

/** What is mended once every piece is mended by itself, in order. */
const passes: readonly Pass[] = [
  withCardRows,
  withNumeralHeadings,
  withNumeralsAbove,
  withFlattenedTables,
  withCountedClauses,
  withTitledEntries,
  withTitledLeadIns,
  withLedTitles,
  withNumberedLeads,
  withNumberedSeries,
  withNumberedParts,
  withNumberedTitles,
  withNumbersBetween,
  withImpliedHeadings,
  withChapters,
  withContents,
  joinedEntries,
  withLoneNumbers,
  withNumberedDepths,
  withDottedDepths,
  withServedHeadings,
  withEntryHeadings
]

/** Folded lines that are a goal's label with its title, of at least so many words: 'goal 1: increase attendance'. */
function labelledTitles(pieces: readonly Piece[], lexicon: Lexicon): Set<string> {
  const lines = pieces.filter((piece) => piece.kind !== 'table' && wordCount(piece.text) <= longestBoldHeading)
  return new Set(lines.filter(({text}) => (lexicon.levelOf(text)?.title ?? '') !== '').map(({text}) => fold(text)))
}

/** A caption that ran into the goal's title after it, which is printed by itself elsewhere: two lines. */
function beforeTitle(piece: Piece, titles: ReadonlySet<string>): Piece[] {
  if ((piece.kind !== 'heading' && piece.kind !== 'paragraph') || wordCount(piece.text) > longestRunOn) return [piece]
  if (titles.size === 0 || titles.has(fold(piece.text))) return [piece]
  for (const {index} of piece.text.matchAll(/\s(?=\p{Lu}[\p{L}-]{2,20}\s(?:[\p{L}-]{2,20}\s)?\d{1,2}\s?[:.–—-])/gu)) {
    const title = piece.text.slice(index).trim()
    if (!titles.has(fold(title))) continue
    const own = piece.text.slice(0, index).trim()
    return [
      {...piece, text: own, lines: [own], lead: piece.bold ? own : ''},
      {
        ...piece,
        kind: 'heading',
        depth: Math.max(piece.depth, boldHeadingDepth),
        text: title,
        lines: [title],
        lead: piece.bold ? title : ''
      }
    ]
  }
  return [piece]
}

/** Longest line that is looked through for a title at its end, words. */
const longestRunOn = 60

function mend(printed: Piece, lexicon: Lexicon): Piece[] {
  const piece = numberedOnce(printed, lexicon)
  if (piece.kind === 'table') return unfolded(withMendedRows(piece), lexicon)
  const run = (piece.lines.length === 1 ? runTogether(piece, lexicon) : undefined) ?? numbersTogether(piece)
  if (run) return run.flatMap((part) => atCodes(part, lexicon) ?? [part])
  const coded = atCodes(piece, lexicon)
  if (coded) return coded.flatMap((part) => runTogether(part, lexicon) ?? [part])
  const hashes = /^(#{1,6})\s*(?=\S)/.exec(piece.text)
  if (hashes && piece.kind === 'paragraph') return [heading(cut(piece, hashes[0].length), hashes[1]!.length)]
  if (piece.kind === 'paragraph') return mendParagraph(piece, lexicon)
  if (partsNothing(piece)) return [{...piece, kind: 'paragraph', depth: 0, lead: '', bold: false}]
  return piece.kind === 'listItem' ? mendItem(piece, lexicon) : [piece]
}

/** '1 Pledge One: …' and '7 Outcome 2: …', with a number in a ring or of the section before the label: the label alone. */
function numberedOnce(piece: Piece, lexicon: Lexicon): Piece {
  const number = piece.kind === 'heading' ? /^(\d{1,2})[.):]?\s+(?=\p{L})/u.exec(piece.text) : null
  if (!number) return piece
  const label = lexicon.levelOf(piece.text.slice(number[0].length))
  return label?.number !== undefined && (label.title !== '' || label.continued) ? cut(piece, number[0].length) : piece
}

/** A bullet printed twice loses one; a lead-in or label that got into the item before it stands by itself again. */
function mendItem(piece: Piece, lexicon: Lexicon): Piece[] {
  // '1.2. Objective: …' is a label whose number was read as the item's marker
  const labelled = /^\d{1,2}(?:\.\w{1,2}){1,3}[.)]?$/.test(piece.marker ?? '') && `${piece.marker} ${piece.text}`
  if (labelled && lexicon.levelOf(labelled)?.label) {
    return [{...outOfList(piece), kind: 'paragraph', depth: 0, text: labelled, lines: [labelled]}]
  }
  const doubled = /^(?:[•▪▫■□●◦‣➢✓]\s*|[·*–-]\s+)(?=\S)/u.exec(piece.text)
  const item = doubled ? cut(piece, doubled[0].length) : piece
  const at = item.lines.findIndex((line, place) => place > 0 && standsAlone(line, lexicon))
  if (at < 0) return [item]
  const own = item.lines.slice(0, at)
  return [{...item, text: own.join(' '), lines: own}, ...item.lines.slice(at).map((line) => paragraph(item, line))]
}

function standsAlone(line: string, lexicon: Lexicon): boolean {
  // a line that goes on in lower case only wrapped
  if (lexicon.leadInOf(line) !== undefined && wordCount(line) <= 14 && !/^\p{Ll}/u.test(line)) return true
  const level = lexicon.levelOf(line)
  if (level?.label && level.level.rank < 4) return true
  const kind = lexicon.labelled(line)?.kind
  return kind === 'lead' || kind === 'due' || kind === 'measures' || kind === 'rationale'
}

function mendParagraph(piece: Piece, lexicon: Lexicon): Piece[] {
  const labelled = ambiguousLabel(piece, lexicon)
  if (labelled) return labelled
  const bullet = /^([•·▪●◦‣]|[-–*](?=\s))\s*/u.exec(piece.text)
  if (bullet) return [{...cut(piece, bullet[0].length), kind: 'listItem', depth: 1, marker: bullet[1]!}]
  if (piece.lines.length > 1) {
    const starts = piece.lines.filter((line) => lexicon.labelled(line) || lexicon.levelOf(line)?.number)
    if (starts.length > 1) return splitAtLabels(piece, lexicon)
  }
  if (standsAsHeading(piece, lexicon)) return [heading(piece, boldHeadingDepth)]
  return [piece]
}

/** '**Objective A** Mend what is broken': only the bold type tells the letter from an article. */
function ambiguousLabel(piece: Piece, lexicon: Lexicon): Piece[] | undefined {
  const {text, lead} = piece
  const rest = lead !== '' && text.startsWith(lead) ? text.slice(lead.length).trim() : ''
  const label = lexicon.levelOf(lead)
  if (rest === '' || !label?.label || label.title !== '' || lexicon.levelOf(text)?.label) return undefined
  return [heading({...piece, text: lead, lines: [lead], bold: true}, boldHeadingDepth), worded(piece, rest)]
}

function standsAsHeading(piece: Piece, lexicon: Lexicon): boolean {
  if (wordCount(piece.text) > longestBoldHeading) return false
  if (piece.bold && !lexicon.labelled(piece.text))
    return !endsSentence(piece.text) || Boolean(lexicon.levelOf(piece.text)?.number) || /[?:]$/.test(piece.text)
  return false
}

/** A paragraph whose printed lines are labels with their words: one piece for each label. */
function splitAtLabels(piece: Piece, lexicon: Lexicon): Piece[] {
  const groups: string[][] = []
  let levelled = false
  for (const line of piece.lines) {
    const level = lexicon.levelOf(line)?.number !== undefined
    // a title's line is whole: what follows it with a capital is something else
    if (groups.length === 0 || level || lexicon.labelled(line) || (levelled && /^\p{Lu}/u.test(line)))
      groups.push([line])
    else groups.at(-1)!.push(line)
    levelled = level
  }
  return groups.flatMap((lines) => {
    const text = lines.join(' ')
    const lead = lexicon.labelled(text)?.term ?? ''
    const part: Piece = {...piece, text, lines, lead, bold: false}
    const run = runTogether(part, lexicon)
    if (run) return run
    return lexicon.levelOf(text)?.number ? heading(part, boldHeadingDepth) : part
  })
}
