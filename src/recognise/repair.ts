/** Mends what the blocks could not know without the words of plans: labels run together, bullets and headings read as paragraphs. */

import {startsLikeAction} from './goals/goal-words.ts'
import type {Lexicon} from './lexicon.ts'
import {withOrdinals} from './ordinals.ts'
import {endsInNumber, withoutLeaders} from './page-numbers.ts'
import {isPeriod} from './periods.ts'
import type {Piece} from './pieces.ts'
import {boldHeadingDepth, numbersTogether, runTogether} from './run-together.ts'
import {withServedHeadings} from './served-headings.ts'
import {unfolded} from './unfolded.ts'
import {collapse, endsSentence, fold, wordCount} from './words.ts'

/** Longest bold paragraph that may stand as a heading, words. A longer one is an emphasised sentence. */
const longestBoldHeading = 45

/** The same pieces, mended, with fresh indexes. Parents keep pointing at the right piece. */
export function repaired(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const moved = new Map<number, number>()
  const out: Piece[] = []
  const titles = labelledTitles(pieces, lexicon)
  for (const piece of withSubtitles(withOrdinals(pieces, lexicon))) {
    moved.set(piece.index, out.length)
    for (const mended of beforeTitle(piece, titles).flatMap((part) => mend(part, lexicon))) {
      const parent = mended.parent === undefined ? {} : {parent: moved.get(mended.parent) ?? mended.parent}
      out.push({...mended, ...parent, index: out.length})
    }
  }
  return withServedHeadings(
    withNumberedDepths(
      withLoneNumbers(
        joinedEntries(withContents(withChapters(withTitledLists(withNumberedTitles(out), lexicon)), lexicon)),
        lexicon
      )
    )
  )
}

/** '– every child a reader' between a heading and its list is no entry but what the heading means. */
function withSubtitles(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    const dash = piece.kind === 'paragraph' ? /^[–—-]\s+/u.exec(piece.text) : null
    const next = pieces[at + 1]
    const between = pieces[at - 1]?.kind === 'heading' && next?.kind === 'listItem'
    return dash && between ? cut(piece, dash[0].length) : piece
  })
}

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

function mend(piece: Piece, lexicon: Lexicon): Piece[] {
  if (piece.kind === 'table') return unfolded(piece, lexicon)
  const run = (piece.lines.length === 1 ? runTogether(piece, lexicon) : undefined) ?? numbersTogether(piece)
  if (run) return run
  const hashes = /^(#{1,6})\s*(?=\S)/.exec(piece.text)
  if (hashes && piece.kind === 'paragraph') return [heading(cut(piece, hashes[0].length), hashes[1]!.length)]
  if (piece.kind === 'paragraph') return mendParagraph(piece, lexicon)
  return piece.kind === 'listItem' ? mendItem(piece, lexicon) : [piece]
}

/** A bullet printed twice loses one; a lead-in or label that got into the item before it stands by itself again. */
function mendItem(piece: Piece, lexicon: Lexicon): Piece[] {
  // '1.2. Objective: …' is a label whose number was read as the item's marker
  const labelled = /^\d{1,2}(?:\.\w{1,2}){1,3}[.)]?$/.test(piece.marker ?? '') && `${piece.marker} ${piece.text}`
  if (labelled && lexicon.levelOf(labelled)?.label) {
    const {list: _, marker: __, ordered: ___, parent: ____, ...rest} = piece
    return [{...rest, kind: 'paragraph', depth: 0, text: labelled, lines: [labelled]}]
  }
  const doubled = /^[•·▪●◦‣*–-]\s+/u.exec(piece.text)
  const item = doubled ? cut(piece, doubled[0].length) : piece
  const at = item.lines.findIndex((line, place) => place > 0 && standsAlone(line, lexicon))
  if (at < 0) return [item]
  const own = item.lines.slice(0, at)
  const {list: _, marker: __, ordered: ___, parent: ____, ...rest} = item
  const others = item.lines
    .slice(at)
    .map((line): Piece => ({...rest, kind: 'paragraph', depth: 0, text: line, lines: [line], lead: '', bold: false}))
  return [{...item, text: own.join(' '), lines: own}, ...others]
}

function standsAlone(line: string, lexicon: Lexicon): boolean {
  // a line that goes on in lower case only wrapped
  if (lexicon.leadInOf(line) !== undefined && wordCount(line) <= 14 && !/^\p{Ll}/u.test(line)) return true
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
  return [
    heading({...piece, text: lead, lines: [lead], bold: true}, boldHeadingDepth),
    {...piece, text: rest, lines: [rest], lead: '', bold: false}
  ]
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

function heading(piece: Piece, depth: number): Piece {
  return {...piece, kind: 'heading', depth}
}

/** The piece without its first characters. */
function cut(piece: Piece, length: number): Piece {
  const text = collapse(piece.text.slice(length))
  const first = collapse((piece.lines[0] ?? '').slice(length))
  const lines = [first, ...piece.lines.slice(1)].filter((line) => line !== '')
  const lead = piece.lead === '' ? '' : collapse(piece.lead.slice(length))
  return {...piece, text, lines, lead}
}

/** '1. Set up a scheme.' right after a lead-in is a list of one, or goes on with it. */
function withLoneNumbers(pieces: Piece[], lexicon: Lexicon): Piece[] {
  const out: Piece[] = []
  const coded = codedRuns(pieces)
  for (const piece of pieces) {
    const before = out.at(-1)
    const code = coded.get(piece)
    if (code !== undefined) {
      out.push({...cut(piece, code.length), kind: 'listItem', depth: 1, marker: code.trim(), ordered: true})
      continue
    }
    const marker = /^\(?(\d{1,2}[a-z]?|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)/.exec(piece.text)
    const led =
      before &&
      ((before.kind !== 'table' && lexicon.leadInOf(before.text) !== undefined) ||
        (before.kind === 'paragraph' && /:$/.test(before.text)) ||
        (before.kind === 'listItem' && before.ordered === true))
    const lone =
      (piece.kind === 'paragraph' ||
        (piece.kind === 'heading' &&
          before?.kind !== 'heading' &&
          (/:$/.test(before?.text ?? '') || startsLikeAction(piece.text.replace(/^\S+\s+/, '')))) ||
        isBare(piece, pieces)) &&
      marker &&
      led &&
      wordCount(piece.text) <= longestBoldHeading
    out.push(
      lone
        ? {...cut(piece, marker[0].length), kind: 'listItem', depth: 1, marker: marker[0].trim(), ordered: true}
        : piece
    )
  }
  return out
}

/** A heading with nothing under it before a higher one: a list of one entry that was read so. */
function isBare(piece: Piece, pieces: readonly Piece[]): boolean {
  const next = pieces[piece.index + 1]
  return piece.kind === 'heading' && (next === undefined || (next.kind === 'heading' && next.depth < piece.depth))
}

/** '(a) ', 'A2. ', 'b) ' at the start of a paragraph: letters, or letters and a number. */
const letterCode = /^\(?([a-z]|[A-Z]{1,2}-?)(?:(\d{1,2})?[.):]+\s+(?=\S)|(\d{1,2})\s+(?=[A-Z]))/
/** '1: ', '2) ': a number with a mark that no heading has. */
const numberCode = /^\(?()(\d{1,2})(?:[):]|\s[–-])\s+(?=\p{L})/u

/** Paragraphs in a row whose codes run up, 'A1. …', 'A2. …', with their codes: entries of one list. */
function codedRuns(pieces: readonly Piece[]): Map<Piece, string> {
  const read = (piece: Piece | undefined) =>
    piece?.kind === 'paragraph' ? (letterCode.exec(piece.text) ?? numberCode.exec(piece.text)) : null
  const follows = (a: RegExpExecArray | null, b: RegExpExecArray | null): boolean => {
    if (!a || !b) return false
    const [before, after] = [a[2] ?? a[3], b[2] ?? b[3]]
    if ((before === undefined) !== (after === undefined)) return false
    if (before !== undefined) return a[1] === b[1] && Number(after) === Number(before) + 1
    return a[1]!.length === 1 && b[1] === String.fromCharCode(a[1]!.charCodeAt(0) + 1)
  }
  const runs = new Map<Piece, string>()
  pieces.forEach((piece, at) => {
    const own = read(piece)
    if (own && (follows(read(pieces[at - 1]), own) || follows(own, read(pieces[at + 1])))) runs.set(piece, own[0])
  })
  return runs
}

/** Longest numbered title, words, and fewest that make a series. */
const [longestNumberedTitle, leastNumberedTitles] = [15, 3]

/** Numbered entries, 1, 2, 3 …, with paragraphs or lists of their own between them are no list but the titles of what follows. */
function withNumberedTitles(pieces: readonly Piece[]): Piece[] {
  const titles = new Set<Piece>()
  let series: Piece[] = []
  const settle = (): void => {
    const alone = series.filter((piece) => standsOver(piece, pieces[piece.index + 1])).length
    if (series.length >= leastNumberedTitles && alone === series.length) for (const piece of series) titles.add(piece)
    series = []
  }
  for (const piece of pieces) {
    const number =
      piece.kind === 'listItem' && piece.depth === 1 ? /^\(?(\d{1,2})[.)]$/.exec(piece.marker ?? '')?.[1] : undefined
    if (number === undefined) {
      if (piece.kind === 'heading' && piece.depth < boldHeadingDepth) settle()
      continue
    }
    if (Number(number) !== series.length + 1) settle()
    if (Number(number) === series.length + 1) series.push(piece)
  }
  settle()
  return pieces.map((piece) => {
    if (!titles.has(piece)) return piece
    const {list: _, marker, ordered: __, parent: ___, ...rest} = piece
    const text = `${marker} ${piece.text}`
    return {...heading(rest, boldHeadingDepth), text, lines: [text], lead: piece.bold ? text : ''}
  })
}

/** A short title, with something else right after it than the next entry. */
function standsOver(piece: Piece, next: Piece | undefined): boolean {
  if (wordCount(piece.text) > longestNumberedTitle || (endsSentence(piece.text) && !piece.bold)) return false
  if (!next || next.kind === 'heading') return false
  if (next.kind !== 'listItem') return true
  // entries nested in the numbered one are its own
  return next.parent !== piece.index && next.depth === piece.depth && next.ordered !== true
}

/** Longest line that may be the title of the list after it, words, and fewest such lines in a row. */
const [longestListTitle, leastListTitles] = [10, 3]

/** Lines in a row that each end in a colon over a list of their own are the titles of these: 'Our people, where we will focus on:'. */
function withTitledLists(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const titles = new Set<Piece>()
  let run: Piece[] = []
  const settle = (): void => {
    const distinct = new Set(run.map(({text}) => fold(text))).size
    if (run.length >= leastListTitles && distinct === run.length) for (const piece of run) titles.add(piece)
    run = []
  }
  pieces.forEach((piece, at) => {
    if (piece.kind === 'listItem') return
    const title =
      piece.kind === 'paragraph' &&
      /^\p{Lu}.*:$/u.test(piece.text) &&
      wordCount(piece.text) <= longestListTitle &&
      pieces[at + 1]?.kind === 'listItem' &&
      lexicon.leadInOf(piece.text) === undefined &&
      !lexicon.startsWithLevels(piece.text) &&
      !lexicon.isOthers(piece.text)
    const follows = run.length === 0 || pieces[at - 1]?.kind === 'listItem'
    if (!title || !follows) settle()
    if (title) run.push(piece)
  })
  settle()
  return pieces.map((piece) => (titles.has(piece) ? heading(piece, boldHeadingDepth) : piece))
}

/** Longest line that may be an entry of the contents, words. */
const longestEntry = 45

/** Depth of a plain line that the contents name: such sources mark no headings at all. */
const depthOfEntry = 2

/** Marks the entries of the contents, and makes headings of the plain lines that they name. */
function withContents(pieces: Piece[], lexicon: Lexicon): Piece[] {
  const title = pieces.find(
    (piece) => piece.kind !== 'table' && piece.kind !== 'listItem' && lexicon.sectionOf(piece.text) === 'contents'
  )
  if (!title) return pieces
  const entries = new Set<string>()
  const later = new Map<string, number>()
  for (const piece of pieces) later.set(entryName(piece.text), piece.index)
  let end = title.index + 1
  for (; end < pieces.length; end += 1) {
    const piece = pieces[end]!
    if (piece.kind === 'table') continue
    const name = entryName(piece.text)
    if (entries.has(name) || wordCount(piece.text) > longestEntry) break
    const recurs = (later.get(name) ?? 0) > end
    if (piece.kind === 'heading' && !recurs && !endsInNumber(piece.text)) break
    entries.add(name)
  }
  const marked = new Set(
    pieces.filter((piece) => piece.kind === 'heading' && piece.index >= end).map((piece) => entryName(piece.text))
  )
  return pieces.map((piece) => {
    if (piece.index > title.index && piece.index < end) return {...piece, entry: true}
    const name = entryName(piece.text)
    const named = piece.kind === 'paragraph' && piece.index >= end && entries.has(name) && !marked.has(name)
    return named ? heading(piece, depthOfEntry) : piece
  })
}

/** Entries that wrapped: a line without a page number goes on in the next, which starts in lower case. */
function joinedEntries(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  const moved = new Map<number, number>()
  for (const piece of pieces) {
    const last = joined.at(-1)
    const wraps = last?.entry && piece.entry && !endsInNumber(last.text) && /^\p{Ll}/u.test(piece.text)
    moved.set(piece.index, wraps ? joined.length - 1 : joined.length)
    if (wraps) {
      const text = `${last.text} ${piece.text}`
      joined[joined.length - 1] = {...last, text, lines: [text]}
      continue
    }
    const parent = piece.parent === undefined ? {} : {parent: moved.get(piece.parent) ?? piece.parent}
    joined.push({...piece, ...parent, index: joined.length})
  }
  return joined
}

function entryName(text: string): string {
  // Few lines end in a number, and the pattern is slow on those that do not.
  const unnumbered = /\d$/.test(text) ? text.replace(/(\p{L}\S*)\s+\d{1,3}$/u, '$1') : text
  return fold(withoutLeaders(unnumbered).replace(/^\d{1,2}(?:\.\d{1,2})?[.):]?\s+/, ''))
}

/** Most words of a plain line that is a chapter's heading. */
const longestChapter = 10
/** Fewest chapters that make a numbering. */
const leastChapters = 3

/** Sources without any marks of headings: plain short lines numbered 1, 2, 3 … through the document are its chapters. */
function withChapters(pieces: Piece[]): Piece[] {
  if (pieces.some((piece) => piece.kind === 'heading' && piece.depth < boldHeadingDepth)) return pieces
  const chapters = new Set<Piece>()
  let next = 1
  for (const piece of pieces) {
    const match = piece.kind === 'paragraph' ? /^(\d{1,2})\.?\s+\p{Lu}/u.exec(piece.text) : null
    if (!match || wordCount(piece.text) > longestChapter || /[.;,:]$/.test(piece.text) || isPeriod(piece.text)) continue
    if (Number(match[1]) !== next) continue
    chapters.add(piece)
    next += 1
  }
  if (chapters.size < leastChapters) return pieces
  return pieces.map((piece) => (chapters.has(piece) ? heading(piece, 1) : piece))
}

const numbered = /^(\d{1,2})(?:\.(\d{1,2}))?[.):]?\s+\p{L}/u

/** Headings numbered 1, 2, 3 … are of one level, whatever their marks say: the highest that any of them has. */
function withNumberedDepths(pieces: Piece[]): Piece[] {
  const chapters: Piece[] = []
  let last = 0
  for (const piece of pieces) {
    const match = piece.kind === 'heading' && piece.depth < boldHeadingDepth ? numbered.exec(piece.text) : null
    if (!match || match[2] !== undefined || isPeriod(piece.text)) continue
    const number = Number(match[1])
    if (number === last + 1 || (number > last && number <= last + 2 && last > 0)) {
      chapters.push(piece)
      last = number
    }
  }
  if (chapters.length < 3) return pieces
  const depth = Math.min(...chapters.map((piece) => piece.depth))
  const members = new Set(chapters)
  const [from, to] = [chapters[0]!.index, chapters.at(-1)!.index]
  return pieces.map((piece) => {
    if (members.has(piece)) return {...piece, depth}
    // an unnumbered heading among numbered chapters stands in one of them
    const inside = piece.kind === 'heading' && piece.index > from && piece.index < to && piece.depth <= depth
    return inside ? {...piece, depth: depth + 1} : piece
  })
}
