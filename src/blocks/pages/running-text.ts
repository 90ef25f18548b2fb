/** Lines of running text among the segments of lines: what stands level with one of them is beside text. */
import type {Run} from '../../source/types.ts'

/** Words of a line of running text at least. */
const textWords = 5
/** Distance of its lines at most, ems. */
const textPitch = 1.75

/** Segments of lines, those in letters of one size that follow one another closely. Compared with the next few only. */
export function runningText(segments: readonly Run[][]): Run[][] {
  const goesOn = (upper: readonly Run[], lower: readonly Run[]): boolean => {
    const [above, below] = [upper[0]!, lower[0]!]
    const pitch = below.baseline - above.baseline
    if (pitch < 0.8 * above.size || pitch > textPitch * above.size) return false
    return (
      Math.abs(above.size - below.size) < 0.3 &&
      below.box[0] < upper.at(-1)!.box[2] &&
      lower.at(-1)!.box[2] > above.box[0]
    )
  }
  return segments.filter((words, i) => {
    if (words.length < textWords) return false
    const [before, after] = [segments.slice(Math.max(0, i - nextFew), i), segments.slice(i + 1, i + 1 + nextFew)]
    return before.some((each) => goesOn(each, words)) || after.some((each) => goesOn(words, each))
  })
}

/** Segments of the lines right above or below a line, at most. */
const nextFew = 6

/** Letters at one height, on baselines of their own perhaps. */
export const isLevel = (a: Run, b: Run): boolean => Math.abs(a.baseline - b.baseline) < 0.5 * Math.min(a.size, b.size)
