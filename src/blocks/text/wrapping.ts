/** How a text breaks its lines: which ends of lines only wrap the words, and which end what they say. */
import {endsOpen, endsSentence, type Line, startsInside} from './lines.ts'

/** Whether a text is wrapped at a width, and at which. */
export interface Wrapping {
  wrapped: boolean
  /** Characters; where it is not wrapped those of its long lines, past which no line could have gone on. */
  width: number
  /** Two spaces at a line's end mean a break: in Markdown; in other text they are left over. */
  breaks: boolean
}

/** Lines that end in mid-sentence before a lower-case line, at least this many and this share, show a text wrapped at a width. */
const wrapEvidence = {lines: 12, share: 0.35}

/** Share of the wrapped lines that are no longer than the width. */
const widthShare = 0.9

/** Characters of the longest line of prose but one: a text without evidence of a width has lines up to it. */
function longestButOne(lines: readonly Line[]): number {
  let [longest, second] = [0, 0]
  for (const {text} of lines) {
    if (/^\s*[|<]/.test(text) || text.length <= second) continue
    ;[longest, second] = text.length > longest ? [text.length, longest] : [longest, text.length]
  }
  return second
}

/** How the lines of a text are broken, by all of them. */
export function wrappingOf(lines: readonly Line[], breaks: boolean): Wrapping {
  const widths: number[] = []
  let pairs = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const [line, next] = [lines[index]!.text, lines[index + 1]!.text]
    if (line.trim() === '' || next.trim() === '' || line.includes('\t') || next.includes('\t')) continue
    if (/^\s*(?:[#|>]|[-*+•·]\s|\d{1,3}[.)]\s)/.test(next) || /^\s*[#|]/.test(line)) continue
    pairs++
    if (startsInside(next) && !endsSentence(line)) widths.push(line.trimEnd().length)
  }
  if (widths.length < wrapEvidence.lines || widths.length < pairs * wrapEvidence.share)
    return {wrapped: false, width: longestButOne(lines), breaks}
  widths.sort((a, b) => a - b)
  return {wrapped: true, width: widths[Math.floor((widths.length - 1) * widthShare)]!, breaks}
}

/** 'Aim 2: Protection' */
const numberedLabel = /^\p{Lu}[\p{L}'’-]{2,20}(?: \p{L}{2,20})? [A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?\s?[:–—-]\s*\S/u

/** Characters below which such a line is whole in any text: no column of a page is so narrow. */
const shortLabel = 30

/** Share of the text's width below which a line that is a label has not wrapped. */
const shortOfWidth = 0.6

/** Whether a line end inside a paragraph only wraps the words, rather than ending what they say. */
export function isWrapped(before: {words: string}, after: {words: string}, {wrapped, width}: Wrapping): boolean {
  const [head, tail] = [before.words.trimEnd(), after.words.trimStart()]
  if (numberedLabel.test(head) && head.length < Math.max(shortLabel, width * shortOfWidth) && /^\p{Lu}/u.test(tail))
    return false
  if (/^(?:[A-Z][\w'’ -]{2,40}):\s/.test(tail) && endsSentence(head)) return false
  if (startsInside(tail)) return true
  if (!endsSentence(head) && endsOpen(head)) return true
  const next = /^\S{0,40}/.exec(tail)![0].length
  const full = head.length + 1 + next >= width * 0.8
  if (wrapped) return endsSentence(head) ? full && !head.endsWith(':') : full || head.length > width * 0.5
  return !endsSentence(head) && head.length >= 60 && full
}
