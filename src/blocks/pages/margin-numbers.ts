/** Numbers of headings that stand in the margin, far left of the words they number: they stand right before these. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {boldWeight} from './lines.ts'

/** White space between number and heading, ems: as much is a gutter, more is none of its own. */
const gap = {least: 0.9, most: 6}
/** Left edges of one column differ by this at most, points. */
const flush = 1.5
/** Numbers that make a margin of them, at least; more on a page are those of a table. */
const leastNumbers = 2
const mostNumbers = 60
/** White space between the words of a heading, ems at most. */
const wordGap = 1.2
/** Room that is left between number and words, ems. */
const room = 0.4

const number = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?$/

/** The page with each such number beside its heading. A number whose line has more in it than a heading stands in a table. */
export function withMarginNumbers(page: Page): Page {
  const numbers = page.runs.filter(({text, angle, weight}) => !angle && weight >= boldWeight && number.test(text))
  if (numbers.length < leastNumbers || numbers.length > mostNumbers) return page
  const headed = numbers.flatMap((run) => {
    const words = headingBeside(run, page)
    return words ? [{run, left: words[0]!.box[0]}] : []
  })
  const inMargin = headed.filter(
    ({run, left}) =>
      headed.filter((other) => Math.abs(other.run.box[0] - run.box[0]) < flush && Math.abs(other.left - left) < flush)
        .length >= leastNumbers
  )
  if (inMargin.length === 0) return page
  const moved = new Map(
    inMargin.map(({run, left}) => {
      const end = left - room * run.size
      const box: Box = [end - (run.box[2] - run.box[0]), run.box[1], end, run.box[3]]
      return [run, {...run, box}]
    })
  )
  return {...page, runs: page.runs.map((run) => moved.get(run) ?? run)}
}

/** The words of a number's line, where all are bold, of its size, and nothing stands left of it or far right of them. */
function headingBeside(own: Run, {runs, rules}: Page): Run[] | undefined {
  const line = runs
    .filter((run) => run !== own && !run.angle && Math.abs(run.baseline - own.baseline) < 0.2 * own.size)
    .sort((a, b) => a.box[0] - b.box[0])
  const [first] = line
  if (!first || first.box[0] < own.box[2]) return undefined
  const between = first.box[0] - own.box[2]
  if (between < gap.least * own.size || between > gap.most * own.size) return undefined
  const ruled = rules.some(
    ({from, to}) =>
      Math.abs(from[0] - to[0]) < 1 &&
      from[0] > own.box[2] - 1 &&
      from[0] < first.box[0] + 1 &&
      Math.min(from[1], to[1]) < own.baseline &&
      Math.max(from[1], to[1]) > own.box[1]
  )
  if (ruled) return undefined
  const even = line.every(
    (run, i) =>
      run.weight >= boldWeight &&
      Math.abs(run.size - own.size) < 0.3 &&
      (i === 0 || run.box[0] - line[i - 1]!.box[2] < wordGap * own.size)
  )
  return even && /\p{L}/u.test(first.text) ? line : undefined
}
