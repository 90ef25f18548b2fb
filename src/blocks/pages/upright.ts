/**
 * Pages whose words are set sideways, a wide table on an upright page: turned so that they can be read, and boxes turned back. So
 * are those of scans that were set upright when they were read.
 */
import type {Nodes} from 'mdast'
import type {Box, PageSpan} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {rounded} from './boxes.ts'

/** Share of a page's words that must stand sideways for the page to be so, and the least number of them. */
const sidewaysShare = 0.7
const leastWords = 12
/** Height of a box below the baseline, of all of it. */
const descent = 0.2

export type Turn = (box: Box) => Box

export interface Uprighted {
  page: Page
  /** How boxes go back to the page as shown, where it was turned. */
  back: Turn | undefined
}

export function uprighted(page: Page): Uprighted {
  const {shown} = page
  if (shown) return {page, back: onto(shown)}
  const quarter = quarterOf(page)
  if (quarter === 0) return {page, back: undefined}
  return {page: turnedPage(page, quarter), back: quarter > 0 ? fromUpwards(page) : fromDownwards(page)}
}

/** Box around where the map sends a box's corners. */
function onto([a, b, c, d, e, f]: NonNullable<Page['shown']>): Turn {
  return ([left, top, right, bottom]) => {
    const x = (each: number, under: number) => a * each + c * under + e
    const y = (each: number, under: number) => b * each + d * under + f
    const xs = [x(left, top), x(right, top), x(left, bottom), x(right, bottom)]
    const ys = [y(left, top), y(right, top), y(left, bottom), y(right, bottom)]
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  }
}

/** 1 where most words run upwards, -1 where they run downwards, else 0. */
function quarterOf({runs}: Page): 1 | -1 | 0 {
  let [up, down] = [0, 0]
  for (const {angle} of runs) {
    if (angle === undefined) continue
    if (Math.abs(angle - 90) < 5) up += 1
    else if (Math.abs(angle + 90) < 5 || Math.abs(angle - 270) < 5) down += 1
  }
  const least = Math.max(leastWords, sidewaysShare * runs.length)
  return up >= least ? 1 : down >= least ? -1 : 0
}

const upwards = ({height}: Page): Turn => {
  return ([left, top, right, bottom]) => [height - bottom, left, height - top, right]
}
const fromUpwards = ({height}: Page): Turn => {
  return ([left, top, right, bottom]) => [top, height - right, bottom, height - left]
}
const downwards = ({width}: Page): Turn => {
  return ([left, top, right, bottom]) => [top, width - right, bottom, width - left]
}
const fromDownwards = ({width}: Page): Turn => {
  return ([left, top, right, bottom]) => [width - bottom, left, width - top, right]
}

function turnedPage(page: Page, quarter: 1 | -1): Page {
  const turn = quarter > 0 ? upwards(page) : downwards(page)
  const point = ([x, y]: readonly [number, number]): readonly [number, number] => {
    const [left, top] = turn([x, y, x, y])
    return [left, top]
  }
  return {
    ...page,
    width: page.height,
    height: page.width,
    runs: page.runs.map((run) => turnedRun(run, turn, quarter)),
    rules: page.rules.map((rule) => ({...rule, from: point(rule.from), to: point(rule.to)})),
    fills: page.fills.map((fill) => ({...fill, box: turn(fill.box)})),
    images: page.images.map(turn)
  }
}

function turnedRun(run: Run, turn: Turn, quarter: 1 | -1): Run {
  const box = turn(run.box)
  const angle = (run.angle ?? 0) - 90 * quarter
  const straight: Run = {...run, box, baseline: box[3] - descent * (box[3] - box[1])}
  if (Math.abs(angle) < 5 || Math.abs(angle + 360) < 5 || Math.abs(angle - 360) < 5) delete straight.angle
  else straight.angle = angle
  return straight
}

/** Gives the boxes of a tree's nodes back to the pages as shown, by the turns of those that were turned. Spans that nodes share are turned once. */
export function turnBack(tree: Nodes, back: ReadonlyMap<number, Turn>): void {
  if (back.size === 0) return
  const done = new Set<PageSpan>()
  const visit = (node: Nodes): void => {
    for (const span of node.data?.pages ?? []) {
      const turn = back.get(span.page)
      if (!turn || !span.box || done.has(span)) continue
      span.box = rounded(turn(span.box))
      done.add(span)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
}
