/** Where a node's words stand in the reading text. */
import type {Point, Position} from '../plan-tree/nodes.ts'

/** Finds words between two offsets of the reading text, over markup, line breaks and cell borders that stand between them. */
export interface Locator {
  find(words: string, within: Position | undefined): Position | undefined
}

/** Characters of markup that the words may be interrupted by, beside white space. */
const skipped = /[\s*_|#>•·\\`~\u00ad\u200b-]/u

/** Small letters, nearly all there is, need no pattern. */
function isSkipped(char: string): boolean {
  const code = char.charCodeAt(0)
  return (code < 0x61 || code > 0x7a) && skipped.test(char)
}

/** Longest tag or link target that is stepped over, characters. */
const longestTag = 400

export function locatorOf(text: string): Locator {
  const starts = lineStarts(text)
  return {
    find(words, within) {
      const from = within?.start.offset ?? 0
      const to = within?.end.offset ?? 0
      if (!within || to > text.length || from >= to) return within
      const found = search(text, words, from, to)
      return found ? {start: pointAt(starts, found[0]), end: pointAt(starts, found[1])} : within
    }
  }
}

function search(text: string, words: string, from: number, to: number): [number, number] | undefined {
  const wanted = [...words].filter((char) => !isSkipped(char))
  const first = wanted[0]
  if (first === undefined) return undefined
  for (let at = from, tries = 0; at < to && tries < 400; at += 1) {
    if (text[at] !== first[0]) continue
    tries += 1
    const end = matchFrom(text, wanted, at, to)
    if (end !== undefined) return [at, end]
  }
  return undefined
}

function matchFrom(text: string, wanted: readonly string[], from: number, to: number): number | undefined {
  let at = from
  for (const char of wanted) {
    while (at < to && !text.startsWith(char, at)) {
      if (text[at] === '<') {
        const close = text.indexOf('>', at)
        if (close < 0 || close - at > longestTag) return undefined
        at = close + 1
      } else if (isSkipped(text[at]!)) at += 1
      else {
        const next = pastLink(text, at)
        if (next === undefined) return undefined
        at = next
      }
    }
    if (at >= to) return undefined
    at += char.length
  }
  return at
}

/** Where the words go on after the marks of a link or a footnote: '[words](target)', '[words][name]', '[^3]'. */
function pastLink(text: string, at: number): number | undefined {
  if (text[at] === '[' && text[at + 1] !== '^') return at + 1
  if (text[at] !== ']' && text[at] !== '[') return undefined
  const opener = text[at] === '[' ? '[' : text[at + 1]
  if (opener !== '(' && opener !== '[') return at + 1
  const close = text.indexOf(opener === '(' ? ')' : ']', at + 1)
  return close < 0 || close - at > longestTag ? undefined : close + 1
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function pointAt(starts: readonly number[], offset: number): Point {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return {line: low + 1, column: offset - starts[low]! + 1, offset}
}
