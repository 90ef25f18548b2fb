/** Titles between or over rows of one sign, '=====' or '~~~~~', as reStructuredText and typed reports have them. */
import type {Line} from './lines.ts'

/** Depths of headings, 1 to 6, by how their titles are ruled. */
export type TitleStyles = ReadonlyMap<string, number>

/** Longest such title, characters; of its length the share that the row under it has at least. */
const [longest, leastShare] = [120, 0.8]
/** Shortest row, signs: three may be a fence or a rule of Markdown. */
const shortestRow = 4
const deepest = 6

/** The sign of a line that is a row of one sign. */
function rowOf(line: Line | undefined): string | undefined {
  const row = line?.text.trim() ?? ''
  return row.length >= shortestRow && /^([=~^"'*+#-])\1+$/.test(row) ? row[0] : undefined
}

/** How the title in a line is ruled: '-' under it, '==' over and under it. */
export function titleStyle(lines: readonly Line[], index: number): string | undefined {
  const words = lines[index]!.text.trim()
  const under = rowOf(lines[index + 1])
  if (under === undefined || words.length > longest || !/\p{L}/u.test(words) || /^[|>#]|[.;,]$/.test(words))
    return undefined
  if (lines[index + 1]!.text.trim().length < words.length * leastShare) return undefined
  if (rowOf(lines[index - 1]) === under && rowOf(lines[index - 2]) === undefined) return under + under
  return index === 0 || lines[index - 1]!.text.trim() === '' ? under : undefined
}

/**
 * The depths of a text's ruled titles in the order in which they first come, as reStructuredText counts them
 * (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#sections). Empty where Markdown reads them as well:
 * where only '=' and '-' stand under titles.
 */
export function titleStylesOf(lines: readonly Line[]): TitleStyles {
  const styles = new Map<string, number>()
  lines.forEach((_, index) => {
    const style = titleStyle(lines, index)
    if (style !== undefined && !styles.has(style)) styles.set(style, Math.min(deepest, styles.size + 1))
  })
  return [...styles.keys()].some((style) => style !== '=' && style !== '-') ? styles : new Map()
}
