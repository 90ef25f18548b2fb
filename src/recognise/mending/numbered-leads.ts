/** '**1. Safe quays** – We will mend them by:' and '**2. Full nets** – …': numbered words in bold over explanations are titles. */
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import {wordCount} from '../words.ts'
import {heading, replaced, worded} from './mended.ts'

/** Longest such title, words, and fewest that make a series. */
const [longest, least] = [15, 3]

const numbered = /^(\d{1,2})[.)]\s+(?=\S)/

interface NumberedTitle {
  number: number
  /** With its number, as printed. */
  title: string
  /** What explains it. */
  rest: string
  /** A mark parts the two: the sentence does not go on from one to the other. */
  parted: boolean
}

/** The title in bold at the start of a paragraph, with what explains it after a dash, colon or stop, or goes on from it. */
function titleOf({kind, text, lead, bold}: Piece): NumberedTitle | undefined {
  if (kind !== 'paragraph' || bold || lead === '' || !text.startsWith(lead)) return undefined
  const number = numbered.exec(lead)?.[1]
  if (number === undefined || wordCount(lead) > longest) return undefined
  const mark = /^[\s:.–—-]+/u.exec(text.slice(lead.length))?.[0] ?? ''
  const rest = text.slice(lead.length + mark.length)
  if (rest === '') return undefined
  const parted = mark.trim() !== '' || /[:.–—-]\s*$/u.test(lead)
  return {number: Number(number), title: lead.replace(/[\s:.–—-]+$/u, ''), rest, parted}
}

/** The titles of such a series, 1, 2, 3 …, as headings, and their explanations as paragraphs under them. */
export function withNumberedLeads(pieces: Piece[]): Piece[] {
  const titles = new Map<Piece, NumberedTitle>()
  let series: [Piece, NumberedTitle][] = []
  const settle = () => {
    // in a series of them, the bold type alone tells the others
    if (series.filter(([, {parted}]) => parted).length >= least)
      for (const [piece, title] of series) titles.set(piece, title)
    series = []
  }
  for (const piece of pieces) {
    if (piece.kind === 'heading' && piece.depth < boldHeadingDepth) settle()
    const title = titleOf(piece)
    if (!title) continue
    if (title.number !== series.length + 1) settle()
    if (title.number === series.length + 1) series.push([piece, title])
  }
  settle()
  if (titles.size === 0) return pieces
  return replaced(pieces, (piece) => {
    const own = titles.get(piece)
    if (!own) return [piece]
    const title = heading({...worded(piece, own.title), lead: own.title, bold: true}, boldHeadingDepth)
    return [title, worded(piece, own.rest)]
  })
}
