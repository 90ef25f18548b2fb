/** Words set upwards or downwards (90 degrees), as lines. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {around} from './boxes.ts'
import {type Line, linesOf} from './lines.ts'
import {isTurned} from './page-parts.ts'

/** Lines of turned words that are no furniture, words in reading order; the boxes of lines are as on the page. */
export function turnedLines(page: Page, gone: ReadonlySet<Run>): Line[] {
  const turned = page.runs.filter((run) => isTurned(run) && !gone.has(run))
  if (turned.length === 0) return []
  const places = new Map<Run, Box>()
  const groups = new Map<number, Run[]>()
  for (const run of turned) {
    const upward = (run.angle ?? 0) > 0
    const [left, top, right, bottom] = run.box
    // Read with the head tilted: upwards is to the right.
    const box: Box = upward ? [-bottom, left, -top, right] : [top, -right, bottom, -left]
    const straight: Run = {...run, box, baseline: upward ? right : -left}
    delete straight.angle
    places.set(straight, run.box)
    const key = Math.round((run.angle ?? 0) / 10)
    groups.set(key, [...(groups.get(key) ?? []), straight])
  }
  return [...groups.values()].flatMap((group) =>
    linesOf(group, page.number).map((line) => ({
      ...line,
      box: around(line.words.map((word) => places.get(word) ?? word.box))
    }))
  )
}
