/** Tabs at the side of each page, as of a ring binder: words turned on their side in the margin, often in a coloured box. */
import type {Page, Run} from '../../source/types.ts'
import {holds} from './boxes.ts'

/** Share of the page's width, at its left and right, where tabs stand. */
const marginShare = 0.12
/** Pages that have the same tab at the same place, at least, and their share of all. */
const leastPages = 3
const leastShare = 0.3
/** How far they may stray, points. */
const drift = 4
/** Words a page's tabs hold at most. */
const mostWords = 80

/** The pages without the boxes of tabs, and the words of these. */
export function withoutSideTabs(pages: readonly Page[]): {pages: Page[]; tabs: Map<Run, number>} {
  const places = new Map<string, {run: Run; page: number}[]>()
  for (const page of pages) {
    const turned = page.runs.filter((run) => isInMargin(run, page))
    if (turned.length > mostWords) continue
    for (const run of turned) {
      const key = `${run.text} ${Math.round(run.angle! / 10)} ${Math.round(run.box[0] / drift)} ${Math.round(run.box[1] / drift)}`
      const there = places.get(key)
      if (there) there.push({run, page: page.number})
      else places.set(key, [{run, page: page.number}])
    }
  }
  const tabs = new Map<Run, number>()
  for (const same of places.values())
    if (same.length >= Math.max(leastPages, leastShare * pages.length))
      for (const {run, page} of same) tabs.set(run, page)
  if (tabs.size === 0) return {pages: [...pages], tabs}
  const bare = pages.map((page) => {
    const own = page.runs.filter((run) => tabs.has(run))
    return own.length === 0
      ? page
      : {
          ...page,
          fills: page.fills.filter(
            ({box}) =>
              !(own.some((run) => holds(box, run.box)) && page.runs.every((run) => run.angle || !holds(box, run.box)))
          )
        }
  })
  return {pages: bare, tabs}
}

function isInMargin({angle = 0, box: [left, , right]}: Run, {width}: Page): boolean {
  if (Math.abs(Math.abs(angle) - 90) > 5) return false
  return right < marginShare * width || left > (1 - marginShare) * width
}
