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

/** The same for tabs whose words stand level, as a list of the parts of the document. */
const levelShare = 0.6
const levelMargin = 0.2
/** Share of the page's height at its top and foot where running heads and feet stand beside them. */
const bandShare = 0.1

/** The pages without the boxes of tabs, and the words of these. */
export function withoutSideTabs(pages: readonly Page[]): {pages: Page[]; tabs: Map<Run, number>} {
  const tabs = new Map<Run, number>(levelTabs(pages))
  for (const same of repeated(pages, isInMargin, leastShare)) for (const {run, page} of same) tabs.set(run, page.number)
  if (tabs.size === 0) return {pages: [...pages], tabs}
  const bare = pages.map((page) => {
    const own = page.runs.filter((run) => tabs.has(run))
    return own.length === 0
      ? page
      : {
          ...page,
          fills: page.fills.filter(
            ({box}) =>
              !(
                own.some((run) => holds(box, run.box)) &&
                page.runs.every((run) => run.angle || tabs.has(run) || !holds(box, run.box))
              )
          )
        }
  })
  return {pages: bare, tabs}
}

interface Placed {
  run: Run
  page: Page
}

/** Words in a margin that stand at one place of many pages. */
function repeated(pages: readonly Page[], isThere: (run: Run, page: Page) => boolean, share: number): Placed[][] {
  const places = new Map<string, Placed[]>()
  for (const page of pages) {
    const found = page.runs.filter((run) => isThere(run, page))
    if (found.length > mostWords) continue
    for (const run of found) {
      const key = `${run.text} ${Math.round((run.angle ?? 0) / 10)} ${Math.round(run.box[0] / drift)} ${Math.round(run.box[1] / drift)}`
      const there = places.get(key)
      if (there) there.push({run, page})
      else places.set(key, [{run, page}])
    }
  }
  return [...places.values()].filter((same) => same.length >= Math.max(leastPages, share * pages.length))
}

/** Words that most pages have at one place of a margin where no page has any other: tabs, not headings beside the text. */
function levelTabs(pages: readonly Page[]): [Run, number][] {
  return [true, false].flatMap((left) => {
    const inStrip = ({angle = 0, box, baseline}: Run, {width, height}: Page): boolean =>
      !angle &&
      baseline > bandShare * height &&
      baseline < (1 - bandShare) * height &&
      (left ? box[2] < levelMargin * width : box[0] > (1 - levelMargin) * width)
    const found = repeated(pages, inStrip, levelShare)
    if (!found.some(([first]) => /\p{L}{3}/u.test(first!.run.text))) return []
    const tabs = new Set(found.flatMap((same) => same.map(({run}) => run)))
    const [from, to] = [...tabs].reduce(
      ([least, most], {box}) => [Math.min(least, box[0]), Math.max(most, box[2])],
      [Infinity, -Infinity]
    )
    const others = ({runs, height}: Page): boolean =>
      runs.some(
        (run) =>
          !tabs.has(run) &&
          run.box[2] > from &&
          run.box[0] < to &&
          run.baseline > bandShare * height &&
          run.baseline < (1 - bandShare) * height
      )
    const own = new Set(found.flatMap((same) => same.map(({page}) => page)))
    if ([...own].some(others)) return []
    return found.flatMap((same) => same.map(({run, page}): [Run, number] => [run, page.number]))
  })
}

function isInMargin({angle = 0, box: [left, , right]}: Run, {width}: Page): boolean {
  if (Math.abs(Math.abs(angle) - 90) > 5) return false
  return right < marginShare * width || left > (1 - marginShare) * width
}
