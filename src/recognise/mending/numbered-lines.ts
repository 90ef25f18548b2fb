/** Numbers at the start of lines: entries of a list, titles of what follows, chapters. */

import {startsLikeAction} from '../goals/words/goal-words.ts'
import type {Lexicon} from '../lexicon.ts'
import {isPeriod} from '../periods.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {endsSentence, wordCount} from '../words.ts'
import {cut, firstListOf, heading, numberedHeading, replaced} from './mended.ts'

/** Longest numbered line that may be an entry, words. */
const longestNumbered = 45

/** '1. Set up a scheme.' right after a lead-in is a list of one, or goes on with it. */
export function withLoneNumbers(pieces: Piece[], lexicon: Lexicon): Piece[] {
  const out: Piece[] = []
  const coded = codedRuns(pieces)
  // where other headings of a depth stand over numbered lists
  const listed = new Set(
    pieces.flatMap(({kind, depth}, at) => (kind === 'heading' && pieces[at + 1]?.kind === 'listItem' ? [depth] : []))
  )
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
        (before.kind === 'listItem' && before.ordered === true) ||
        (before.kind === 'heading' && listed.has(before.depth) && piece.kind === 'heading'))
    const lone =
      (piece.kind === 'paragraph' ||
        (piece.kind === 'heading' &&
          before?.kind !== 'heading' &&
          (/:$/.test(before?.text ?? '') || startsLikeAction(piece.text.replace(/^\S+\s+/, '')))) ||
        isBare(piece, pieces)) &&
      marker &&
      led &&
      !standsOverOwn(piece, pieces) &&
      wordCount(piece.text) <= longestNumbered
    out.push(
      lone
        ? {...cut(piece, marker[0].length), kind: 'listItem', depth: 1, marker: marker[0].trim(), ordered: true}
        : piece
    )
  }
  return out
}

/** Headings over lists or paragraphs whose numbers run on, this one and the next or the one before: titles all. */
function standsOverOwn(piece: Piece, pieces: readonly Piece[]): boolean {
  if (!isOverWords(piece, pieces)) return false
  const {index, depth, text} = piece
  const same = ({kind, depth: other}: Piece) => kind === 'heading' && other <= depth
  const next = pieces.slice(index + 1).find(same)
  if (next?.depth === depth && numberAt(next.text) === numberAt(text) + 1) return true
  const last = pieces.slice(0, index).findLast(same)
  return last?.depth === depth && numberAt(last.text) === numberAt(text) - 1 && isOverWords(last, pieces)
}

function isOverWords({kind, index}: Piece, pieces: readonly Piece[]): boolean {
  return kind === 'heading' && pieces[index + 1] !== undefined && pieces[index + 1]!.kind !== 'heading'
}

const numberAt = (text: string): number => Number.parseInt(text, 10)

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
export function withNumberedTitles(pieces: readonly Piece[]): Piece[] {
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
    return titles.has(piece) ? numberedHeading(piece, boldHeadingDepth) : piece
  })
}

/** '2.' as an entry between '1.' and '3.' as headings is one of them, though nothing stands under it. */
export function withNumbersBetween(pieces: readonly Piece[]): Piece[] {
  let open: {number: number; depth: number; list?: number} | undefined
  return pieces.map((piece, at) => {
    const own = piece.kind === 'heading' ? /^(\d{1,2})[.)]\s/.exec(piece.text)?.[1] : undefined
    if (piece.kind === 'heading') {
      if (own) open = {number: Number(own), depth: piece.depth}
      else if (open && piece.depth <= open.depth) open = undefined
      return piece
    }
    if (!open || piece.kind !== 'listItem' || piece.depth > 1) return piece
    const goesOn = piece.list !== pieces[at - 1]?.list || piece.list === open.list
    if (!goesOn || Number(/^(\d{1,2})[.)]$/.exec(piece.marker ?? '')?.[1]) !== open.number + 1) return piece
    open = {number: open.number + 1, depth: open.depth, list: piece.list!}
    return numberedHeading(piece, open.depth)
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

/** Most words of a plain line that is a chapter's heading. */
const longestChapter = 10
/** Fewest chapters that make a numbering. */
const leastChapters = 3

/** Sources without any marks of headings: plain short lines numbered 1, 2, 3 … through the document are its chapters. */
export function withChapters(pieces: Piece[]): Piece[] {
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
export function withNumberedDepths(pieces: Piece[]): Piece[] {
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

/** Fewest numbers in a row. */
const leastNumerals = 2

/** '01', '02' and '03' set as headings, each over a paragraph: the paragraphs are entries with these numbers. */
export function withNumeralHeadings(pieces: Piece[]): Piece[] {
  const numeral = (piece: Piece | undefined): number | undefined =>
    piece?.kind === 'heading' && /^\d{1,2}$/.test(piece.text) && pieces[piece.index + 1]?.kind === 'paragraph'
      ? Number(piece.text)
      : undefined
  const marks = new Map<number, string>()
  for (let at = 0; at < pieces.length; at += 1) {
    const run: Piece[] = []
    for (let next = at; numeral(pieces[next]) === (numeral(pieces[at]) ?? Number.NaN) + run.length; next += 2)
      run.push(pieces[next]!)
    if (run.length < leastNumerals) continue
    for (const {index, text} of run) marks.set(index, text)
    at += run.length * 2 - 1
  }
  if (marks.size === 0) return pieces
  const list = (index: number): number => {
    let first = index
    while (marks.has(first - 2)) first -= 2
    return firstListOf.numerals + first
  }
  return replaced(pieces, (piece) => {
    if (marks.has(piece.index)) return []
    const marker = marks.get(piece.index - 1)
    if (marker === undefined) return [piece]
    return [{...piece, kind: 'listItem', depth: 1, list: list(piece.index - 1), ordered: true, marker}]
  })
}
