/** Entries that stand in a numbered one though they are set in less than Markdown asks for: two spaces under '1. '. */
import type {Line} from './lines.ts'

/** Columns that a numbered line and its words begin at. */
interface Numbered {
  at: number
  words: number
  /** Whether the first entry below it is set in, but by less than its words. */
  short: boolean | undefined
}

/**
 * Lines with a bullet that stand a level deeper than their indent says, by index.
 * @param indentOf the columns that a line with a bullet is set in by; undefined for others
 */
export function shortOfNumbers(
  lines: readonly Line[],
  indentOf: (text: string) => number | undefined
): ReadonlySet<number> {
  const found = new Set<number>()
  let open: Numbered | undefined
  lines.forEach(({text}, index) => {
    const words = text.trimStart()
    const at = text.length - words.length
    const number = /^\d{1,3}[.)][ \t]+(?=\S)/.exec(words)
    if (number) open = {at, words: at + number[0].length, short: undefined}
    if (number || words === '' || !open) return
    const bullet = indentOf(text)
    if (bullet !== undefined && bullet > open.at) {
      open.short ??= bullet < open.words
      if (open.short) found.add(index)
    } else if (at <= open.at && (bullet !== undefined || lines[index - 1]!.text.trim() === '')) open = undefined
  })
  return found
}
