/** Large numbers left of the text that they number, level with the middle of it: they belong to its first line. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {centreX, centreY, heightOf, holds, widthOf} from './boxes.ts'

/** Letters of the number over those of the text, at least. */
const larger = 1.3
/** White space between number and text at most, ems of the number. */
const reach = 1.6
/** Lines of the text begin under one another, points, and follow one another, ems at most. */
const flush = 1.5
const pitch = 1.6
/** Numbers looked at on a page: more are those of a table or a chart. */
const mostNumbers = 60

const label = /^\d{1,2}[.)]?$/

/** The page with each of them on the first line of its text. Numbers that do not count up are figures, not labels. */
export function withHangingNumbers(page: Page): Page {
  const numbers = page.runs.filter(({text, angle, marker}) => !angle && !marker && label.test(text))
  if (numbers.length < 2 || numbers.length > mostNumbers) return page
  const firsts = new Map<Run, Run>()
  for (const number of numbers) {
    const first = firstBeside(number, page)
    if (first) firsts.set(number, first)
  }
  const values = new Set([...firsts.keys()].map(({text}) => Number.parseInt(text, 10)))
  const counted = [...firsts].filter(([{text}]) => {
    const value = Number.parseInt(text, 10)
    return values.has(value + 1) || values.has(value - 1)
  })
  if (counted.length === 0) return page
  const moved = new Map(
    counted.map(([number, {baseline, box, size}]) => [
      number,
      {...number, baseline, size, box: [number.box[0], box[1], number.box[2], box[3]] as Box, marker: true as const}
    ])
  )
  return {...page, runs: page.runs.map((run) => moved.get(run) ?? run)}
}

/** The word that begins the text right of a number, inside the box that both stand in. */
function firstBeside(number: Run, {runs, fills}: Page): Run | undefined {
  const {box, size} = number
  const frame = fills
    .map((fill) => fill.box)
    .filter((fill) => holds(fill, box))
    .sort((a, b) => widthOf(a) * heightOf(a) - widthOf(b) * heightOf(b))[0]
  const near = runs.filter(
    (run) =>
      run !== number &&
      !run.angle &&
      Math.abs(centreY(run.box) - centreY(box)) < 6 * size &&
      (!frame ||
        (centreX(run.box) > frame[0] &&
          centreX(run.box) < frame[2] &&
          holds(frame, [run.box[0], run.box[1], run.box[0], run.box[3]], 1)))
  )
  const level = near.filter((run) => run.box[1] < box[3] && run.box[3] > box[1])
  if (level.some((run) => run.box[0] < box[0] && box[0] - run.box[2] < reach * size)) return undefined
  const right = level.filter((run) => run.box[0] >= box[2] - 0.5).sort((a, b) => a.box[0] - b.box[0])
  const [beside] = right
  if (!beside || beside.box[0] - box[2] > reach * size || beside.size * larger > size) return undefined
  if (right.some((run) => run.size * larger > size && run.box[0] - box[2] < 2 * reach * size)) return undefined
  const starts = near
    .filter((run) => Math.abs(run.box[0] - beside.box[0]) < flush && run.size < size)
    .sort((a, b) => b.baseline - a.baseline)
  let first = starts.filter(({box: own}) => own[1] < box[3] && own[3] > box[1]).at(-1)
  if (!first) return undefined
  for (const above of starts)
    if (above.baseline < first.baseline && first.baseline - above.baseline < pitch * first.size) first = above
  return /^\p{L}|^["'‘“(]/u.test(first.text) ? first : undefined
}
