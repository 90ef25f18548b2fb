/** Lines underlined from their first letter to their last, as typewriters set headings: they count as bold. */
import type {Page, Rule, Run} from '../../source/types.ts'
import {boldWeight} from './lines.ts'

/** Thickest underline, ems, and how far below the baseline it lies. */
const thickest = 0.12
const below = {least: 0.02, most: 0.35}
/** Gap in an underline where it leaves out the tail of a letter, ems. */
const inkGap = 0.7
/** How far an underline may miss the ends of its words, points. */
const slack = 2
/** A word nearer than this to the underlined ones stands on their line, ems. */
const reach = 1.6
/** A heading has no more words than this. */
const mostWords = 16
/** Level rules on a page at most: more are a table or a drawing. */
const mostRules = 1_000
/** Share of a page's words that may be underlined: where more are, it tells no heading. */
const mostShare = 0.3

/** The page with the words of such lines bold and without the rules below them. Links, which are underlined everywhere, stay. */
export function withUnderlined(page: Page): Page {
  const level = page.rules.filter(({from, to}) => Math.abs(from[1] - to[1]) < 0.5)
  if (level.length === 0 || level.length > mostRules) return page
  const over = wordsByHeight(page.runs)
  const heads = new Set<Run>()
  const gone = new Set<Rule>()
  for (const stroke of strokes(level)) {
    const words = underlinedBy(stroke, over(stroke.y))
    if (!words) continue
    for (const word of words) heads.add(word)
    for (const rule of stroke.rules) gone.add(rule)
  }
  if (heads.size === 0 || heads.size > mostShare * page.runs.length) return page
  return {
    ...page,
    runs: page.runs.map((run) => (heads.has(run) ? {...run, weight: Math.max(run.weight, 700)} : run)),
    rules: page.rules.filter((rule) => !gone.has(rule))
  }
}

interface Stroke {
  y: number
  from: number
  to: number
  width: number
  rules: Rule[]
}

/** Rules at one height, those in a row as one. */
function strokes(rules: readonly Rule[]): Stroke[] {
  const found: Stroke[] = []
  const spans = rules.map((rule) => {
    const [from, to] = [Math.min(rule.from[0], rule.to[0]), Math.max(rule.from[0], rule.to[0])]
    return {y: rule.from[1], from, to, width: rule.width, rules: [rule]}
  })
  spans.sort((a, b) => Math.round(a.y * 2) - Math.round(b.y * 2) || a.from - b.from || a.to - b.to)
  for (const span of spans) {
    const last = found.at(-1)
    if (last && Math.abs(last.y - span.y) < 0.6 && span.from - last.to < inkGap * 12 && span.from >= last.from) {
      last.to = Math.max(last.to, span.to)
      last.rules.push(...span.rules)
    } else found.push(span)
  }
  return found
}

/** Finds the words whose baseline is as far above a height as that of underlined ones may be, in the order of painting. */
function wordsByHeight(runs: readonly Run[]): (y: number) => Run[] {
  const level = runs.map((run, at) => ({run, at})).filter(({run}) => !run.angle)
  level.sort((a, b) => a.run.baseline - b.run.baseline)
  const highest = below.most * level.reduce((most, {run}) => Math.max(most, run.size), 0)
  return (y) => {
    let [low, high] = [0, level.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (level[middle]!.run.baseline < y - highest) low = middle + 1
      else high = middle
    }
    const found: typeof level = []
    for (; low < level.length && level[low]!.run.baseline < y; low += 1) found.push(level[low]!)
    return found.sort((a, b) => a.at - b.at).map(({run}) => run)
  }
}

/** The words that a stroke underlines, where they are a whole line that is no link. */
function underlinedBy({y, from, to, width}: Stroke, above: readonly Run[]): Run[] | undefined {
  const lying = above.filter(
    ({baseline, size, box}) =>
      y - baseline > below.least * size &&
      y - baseline < below.most * size &&
      box[2] > from - reach * size &&
      box[0] < to + reach * size
  )
  const words = lying.filter(({box}) => box[0] >= from - slack && box[2] <= to + slack)
  const [first] = words
  if (!first || words.length !== lying.length || words.length > mostWords || width > thickest * first.size)
    return undefined
  const left = Math.min(...words.map(({box}) => box[0]))
  const right = Math.max(...words.map(({box}) => box[2]))
  if (Math.abs(left - from) > slack || Math.abs(right - to) > slack) return undefined
  if (words.every(isLinkBlue) || words.every(({weight}) => weight >= boldWeight)) return undefined
  return words
}

const isLinkBlue = ({colour}: Run): boolean =>
  colour !== undefined && colour[2] > 120 && colour[2] > colour[0] + 60 && colour[2] > colour[1] + 30
