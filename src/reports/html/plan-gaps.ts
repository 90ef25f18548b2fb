/** Which gaps stand beside which row of the tree, and how they are shown there. */
import type {Gap} from '../../analyses/types.ts'
import {capital, gapInWords, numberInWords, plural} from '../wording.ts'
import {type Context, type PlanEntry, to} from './context.ts'
import {type Html, html} from './html.ts'

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

/** The right margin of a row: one note for each gap of its units; alike ones together. */
export function gapNotes(context: Context, entry: PlanEntry, gaps: readonly Gap[]): Html {
  const byRule = [...Map.groupBy(gaps, (gap) => gap.rule)]
  return html`<div>${byRule.map(([rule, alike]) =>
    alike.length >= alikeFrom ? alikeNote(context, entry, rule, alike) : gapNote(context, alike[0]!)
  )}</div>`
}

function gapNote(context: Context, gap: Gap): Html {
  return html`<div class="gap"><b>Gap: ${gapInWords(gap.rule)}</b>${gap.note} ${see(context, gap)}</div>`
}

function alikeNote(context: Context, entry: PlanEntry, rule: string, gaps: readonly Gap[]): Html {
  const types = new Set(gaps.map((gap) => entry.unitById.get(gap.unit ?? '')?.type ?? 'unit'))
  const what = types.size === 1 ? [...types][0]! : 'unit'
  return html`<div class="gap"><b>Gap: ${gapInWords(rule)}</b>${capital(numberInWords(gaps.length))} of the ${plural(what)} here. ${see(context, gaps[0]!)}</div>`
}

function see(context: Context, gap: Gap): Html | undefined {
  const path = context.site.pages.gaps.get(gap.plan)
  return path && !context.single ? html`<a href="${to(context, `${path}#g/${gap.id}`)}">See the gap</a>` : undefined
}
