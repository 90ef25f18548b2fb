import type {Position} from 'unist'

/** A line of a text: where it starts, and its words without the line end. */
export interface Line {
  start: number
  text: string
}

export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({start, text: line})
    start += line.length + 1
  }
  return lines
}

/** Offsets of one text as unist positions. */
export class Places {
  readonly #starts: number[]

  constructor(text: string) {
    this.#starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  point(offset: number): {line: number; column: number; offset: number} {
    const line = this.lineAt(offset)
    return {line: line + 1, column: offset - this.#starts[line]! + 1, offset}
  }

  position(start: number, end: number): Position {
    return {start: this.point(start), end: this.point(Math.max(start, end))}
  }

  /** Index from 0 of the line that holds the offset. */
  lineAt(offset: number): number {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Whether words end as a sentence, a lead-in or a clause of a list does. */
export function endsSentence(words: string): boolean {
  return /[.!?:;…]["'”’)\]*]*$/.test(words.trimEnd())
}

/** Whether words cannot end here: 'the impact of', 'health and', 'Asia,', '(for'. */
export function endsOpen(words: string): boolean {
  return /(?:[,(/&+–-]|(?:^|\s)(?:a|an|and|are|as|at|by|for|from|in|into|is|its|of|on|or|our|that|the|their|this|to|which|who|with|within|your))$/i.test(
    words.trimEnd()
  )
}

/** Whether words begin in the middle of a sentence. */
export function startsInside(words: string): boolean {
  return /^["'“‘(]?\p{Ll}/u.test(words.trimStart())
}
