/** A change to a text before it is parsed: `remove` characters at `at` give way to `insert`. */
export interface Edit {
  at: number
  remove: number
  insert: string
}

export interface Edited {
  text: string
  /** The offset in the source of an offset in the edited text; inside an insertion, where that stands. */
  toSource(offset: number): number
}

/** Applies edits that do not overlap and keeps the way back to the source. Later edits that overlap an earlier one are left out. */
export function applyEdits(source: string, edits: readonly Edit[]): Edited {
  const sorted = [...edits].sort((a, b) => a.at - b.at || a.remove - b.remove)
  const parts: string[] = []
  // Each kept run of the source: where it starts in the edited text and in the source.
  const runs: {edited: number; source: number; length: number}[] = []
  let [at, length] = [0, 0]
  const keep = (end: number): void => {
    if (end > at) {
      runs.push({edited: length, source: at, length: end - at})
      parts.push(source.slice(at, end))
      length += end - at
    }
  }
  for (const edit of sorted) {
    if (edit.at < at) continue
    keep(edit.at)
    parts.push(edit.insert)
    length += edit.insert.length
    at = edit.at + edit.remove
  }
  keep(source.length)
  return {text: parts.join(''), toSource: (offset) => sourceOffset(runs, offset, source.length)}
}

function sourceOffset(runs: {edited: number; source: number; length: number}[], offset: number, end: number): number {
  let [low, high] = [0, runs.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle]!.edited <= offset) low = middle
    else high = middle - 1
  }
  const run = runs[low]
  if (!run || run.edited > offset) return run?.source ?? end
  return run.source + Math.min(offset - run.edited, run.length)
}
