/** Which gaps stand beside which row of the tree, and how they are shown there. */
import type {Gap} from '../../../analyses/types.ts'
import {capital, gapInWords, numberInWords, plural, setSentence} from '../../wording.ts'
import {type Context, gapAnchor, type PlanEntry, to} from '../context.ts'
import {type Html, html, joined} from '../html.ts'
import {tally} from '../parts.ts'

/** Rows have no room for every note: from this many alike they are told together. */
const alikeFrom = 2

/** Rules that speak of other documents: they stand in the list of gaps, not in the plan's margin. */
const elsewhere: ReadonlySet<string> = new Set(['no-counterpart', 'framework-item-not-covered', 'dropped'])

/** Gaps by the id of the unit that they speak of, each rule once for a unit. */
export function gapsByUnit(gaps: readonly Gap[]): Map<string, Gap[]> {
  const seen = new Set<string>()
  const own = gaps.filter(({unit, rule}) => {
    const key = `${rule}|${unit}`
    if (unit === null || elsewhere.has(rule) || seen.has(key)) return false
    seen.add(key)
    return true
  })
  return Map.groupBy(own, (gap) => gap.unit!)
}

/** The right margin of a row: one note for each gap of its units; alike ones together, and those that every row repeats in one line. */
export function gapNotes(context: Context, entry: PlanEntry, gaps: readonly Gap[], all: GapsByUnit): Html {
  const byRule = [...Map.groupBy(gaps, (gap) => gap.rule)]
  const [common, own] = [true, false].map((wanted) =>
    byRule.filter(([, alike]) => (alike.length === 1 && isCommon(all, alike[0]!)) === wanted)
  ) as [typeof byRule, typeof byRule]
  return html`<div>${own.map(([, alike]) =>
    alike.length >= alikeFrom ? alikeNote(context, entry, alike) : gapNote(context, alike[0]!)
  )}${
    common.length > 0 &&
    commonNote(
      context,
      common.map(([, [gap]]) => gap!)
    )
  }</div>`
}

export type GapsByUnit = ReadonlyMap<string, readonly Gap[]>

/** From this many gaps of one plan on, the same sentence says nothing new: the name of the gap is enough. */
const commonFrom = 5

const noteCounts = new WeakMap<GapsByUnit, Map<string, number>>()

function isCommon(all: GapsByUnit, {rule, note}: Gap): boolean {
  let counts = noteCounts.get(all)
  if (!counts) {
    counts = tally([...all.values()].flat().map((gap) => `${gap.rule}|${gap.note}`))
    noteCounts.set(all, counts)
  }
  return counts.get(`${rule}|${note}`)! >= commonFrom
}

function commonNote(context: Context, gaps: readonly Gap[]): Html {
  const path = (gap: Gap) => context.site.pages.gaps.get(gap.plan)
  const names = gaps.map((gap) =>
    path(gap) && !context.single
      ? html`<a href="${to(context, `${path(gap)}#${gapAnchor(gap)}`)}">${gapInWords(gap.rule)}</a>`
      : html`${gapInWords(gap.rule)}`
  )
  return html`<div class="gap"><b>${gaps.length === 1 ? 'Gap' : 'Gaps'}: ${joined(names, ', ')}</b></div>`
}

function gapNote(context: Context, gap: Gap): Html {
  return html`<div class="gap"><b>${linked(context, gap)}</b>${setSentence(gap.note)}</div>`
}

function alikeNote(context: Context, entry: PlanEntry, gaps: readonly Gap[]): Html {
  const types = new Set(gaps.map((gap) => entry.unitById.get(gap.unit ?? '')?.type ?? 'unit'))
  const what = types.size === 1 ? [...types][0]! : 'unit'
  return html`<div class="gap"><b>${linked(context, gaps[0]!)}</b>${capital(numberInWords(gaps.length))} of the ${plural(what)} here.</div>`
}

/** 'Gap: no measure', leading to the gap where it stands among the others. */
function linked(context: Context, gap: Gap): Html {
  const path = context.site.pages.gaps.get(gap.plan)
  const words = `Gap: ${gapInWords(gap.rule)}`
  return path && !context.single
    ? html`<a href="${to(context, `${path}#${gapAnchor(gap)}`)}">${words}</a>`
    : html`${words}`
}
