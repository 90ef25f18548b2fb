/** The pages of PDF plans as pictures for the site, within bounds: the pages that goals stand on come first. */
import {readFile} from 'node:fs/promises'
import type {Plan} from '../plan-tree/nodes.ts'
import {goalsOf} from '../plan-tree/walk.ts'
import type {PagePicture, PagePictures} from '../reports/html/options.ts'
import {drawPages} from '../source/pdf/picture.ts'

/** Bytes of pictures that one plan may take: five plans stay under 8 MB with everything else. */
const bytesOfPlan = 1_350_000
/** Pages drawn in one run: about half a minute. A larger archive has pictures for the plans that come first. */
const pagesMost = 500
/** Pixels a point, and quality: legible in the panel beside the tree, about 25 kB a page of text. */
const look = {scale: 1.1, quality: 42} as const

/** Draws what the site shows; a file that is gone or cannot be drawn has no pictures, and the site says so by sketches. */
export async function picturesOf(plans: readonly Plan[], signal?: AbortSignal): Promise<PagePictures> {
  const drawn = new Map<string, PagePicture>()
  let left = pagesMost
  for (const plan of plans.filter(({source}) => source.format === 'pdf')) {
    if (left <= 0) break
    const numbers = tellingPages(plan).slice(0, left)
    left -= numbers.length
    await drawPlan(plan, numbers, drawn, signal)
  }
  return (plan, page) => drawn.get(`${plan.digest}|${page}`)
}

async function drawPlan(
  plan: Plan,
  numbers: readonly number[],
  drawn: Map<string, PagePicture>,
  signal: AbortSignal | undefined
): Promise<void> {
  let bytes = 0
  try {
    const file = await readFile(plan.source.path)
    for await (const picture of drawPages(file, numbers, {...look, ...(signal ? {signal} : {})})) {
      bytes += picture.bytes.length
      if (bytes > bytesOfPlan) return
      drawn.set(`${plan.digest}|${picture.number}`, picture)
    }
  } catch (error) {
    if (signal?.aborted) throw error
  }
}

/** All pages of the plan: those with goals in order, then the others. */
function tellingPages(plan: Plan): number[] {
  const withGoals = new Set(goalsOf(plan).flatMap(({pages}) => pages.map(({page}) => page)))
  const all = Array.from({length: plan.source.pages}, (_, index) => index + 1)
  return [...all.filter((page) => withGoals.has(page)), ...all.filter((page) => !withGoals.has(page))]
}
