/** Two plans side by side: what only one has, how firm and how clear each is, what was asked and answered. */
import type {OverlapReport, PlanRef} from '../../analyses/types.ts'
import {type Clarity, clarityOf} from '../clarity.ts'
import {plural} from '../wording.ts'
import {type ChartSide, shareChart, stackChart} from './charts.ts'
import {type Context, to} from './context.ts'
import {type Html, html} from './html.ts'
import {unitIdOf} from './overlap-pairs.ts'
import {page} from './page.ts'
import {type PairSide, pairTrail, sideLede} from './pair-names.ts'
import {aloneUnits, type PairView, pairView} from './pair-view.ts'
import {chip, count, type Point, points, said, section, unsaid, who} from './parts.ts'
import {askedTable} from './plan-tables.ts'

/** Shares of two plans that differ by less than this, in percent points, are not called different. */
const tellingDifference = 10
const onlyMost = 15
const askedMost = 6

export function comparePage(
  context: Context,
  report: OverlapReport,
  a: PlanRef,
  b: PlanRef,
  overlaps: string
): string | undefined {
  const view = pairView(context, report, a, b)
  const [first, second] = view.sides
  if (!first.entry || !second.entry) return undefined
  const clarity = [clarityOf(first.entry.plan), clarityOf(second.entry.plan)] as const
  return page(context, {
    title: `${first.name} and ${second.name} side by side`,
    nav: 'compare',
    body: [
      html`<header class="lede">
  ${pairTrail(context)}
  <h1>${first.name} and ${second.name} side by side</h1>
  <p class="stand">${sideLede(context, first)} and ${sideLede(context, second)}.</p>
</header>
`,
      section('h-first', 'Read these first', points(findings(context, view, clarity, overlaps))),
      section(
        'h-only',
        'What only one of them has',
        html`<div class="split">${([0, 1] as const).map((side) => onlyIn(context, view, side))}</div>`
      ),
      section('h-how', 'How firm and how clear they are', charts(view.sides, clarity)),
      ...asked(context, view)
    ]
  })
}

function findings(context: Context, view: PairView, clarity: readonly [Clarity, Clarity], overlaps: string): Point[] {
  const names = view.sides.map(({name}) => name)
  const found: Point[] = [
    {
      finding: `${count(view.shared.length, 'commitment stands', 'commitments stand')} in both.`,
      note: `${view.shared.filter(({pair}) => pair.band === 'same').length} of them are the same.`,
      link: {href: to(context, overlaps), words: 'The pairs'}
    }
  ]
  const compare = (what: string, parts: (of: Clarity) => readonly [number, number], link: string, words: string) => {
    const [x, y] = clarity.map(parts)
    if (!x || !y || x[1] === 0 || y[1] === 0) return
    const [p, q] = [x, y].map(([amount, all]) => Math.round((amount / all) * 100)) as [number, number]
    if (Math.abs(p - q) < tellingDifference) return
    const [more, less] = p > q ? [0, 1] : [1, 0]
    const told = (side: number) => `${names[side]} ${(side === 0 ? x : y).join(' of ')}`
    found.push({
      finding: `More ${what} in ${names[more]} than in ${names[less]}.`,
      note: `${told(more!)}, ${told(less!)}.`,
      link: {href: link, words}
    })
  }
  compare('measures have a target', ({measures}) => [measures.withTarget, measures.all], '#h-how', 'Measures')
  compare('measures have a baseline', ({measures}) => [measures.withBaseline, measures.all], '#h-how', 'Measures')
  compare('measures have a deadline', ({measures}) => [measures.withDeadline, measures.all], '#h-how', 'Measures')
  compare(
    'priorities have a measure',
    ({priorities}) => [priorities.withMeasure, priorities.all],
    '#h-how',
    'Priorities'
  )
  compare('priorities name a lead', ({priorities}) => [priorities.withLead, priorities.all], '#h-how', 'Leads')
  return found
}

function onlyIn(context: Context, view: PairView, side: 0 | 1): Html {
  const {all, alone} = aloneUnits(view, side)
  const {name, mark} = view.sides[side]
  const level = plural(all[0]?.type ?? 'priority')
  return html`<section aria-labelledby="h-only-${side}"><h3 id="h-only-${side}">${who(`Only in ${name}: ${alone.length} of ${all.length} ${level}`, mark)}</h3>${
    alone.length === 0
      ? html`<p>${unsaid('Each has a counterpart.')}</p>`
      : html`<ul class="list">${alone
          .slice(0, onlyMost)
          .map(
            (unit) =>
              html`<li>${unit.label && html`<span class="soft">${unit.label}</span> `}${said(unit.text)} ${chip(context, {plan: unit.plan, unit: unitIdOf(unit), pages: unit.pages ?? []})}</li>`
          )}</ul>${alone.length > onlyMost && html`<p class="soft">${alone.length - onlyMost} more in the list of pairs.</p>`}`
  }</section>`
}

function charts(sides: readonly [PairSide, PairSide], [a, b]: readonly [Clarity, Clarity]): Html {
  const marks = sides as readonly [ChartSide, ChartSide]
  return html`<div class="charts">
${shareChart(
  'f-measures',
  'Measures that are quantified',
  'A bar of full length is every measure of that plan.',
  marks,
  [
    {
      label: 'with a target',
      values: [
        [a.measures.withTarget, a.measures.all],
        [b.measures.withTarget, b.measures.all]
      ]
    },
    {
      label: 'with a baseline',
      values: [
        [a.measures.withBaseline, a.measures.all],
        [b.measures.withBaseline, b.measures.all]
      ]
    },
    {
      label: 'with a deadline',
      values: [
        [a.measures.withDeadline, a.measures.all],
        [b.measures.withDeadline, b.measures.all]
      ]
    }
  ]
)}
${shareChart(
  'f-priorities',
  'Priorities that can be followed up',
  'A bar of full length is every priority of that plan, or every action where it has no priorities. A measure or lead of anything below counts.',
  marks,
  [
    {
      label: 'with a measure',
      values: [
        [a.priorities.withMeasure, a.priorities.all],
        [b.priorities.withMeasure, b.priorities.all]
      ]
    },
    {
      label: 'with a named lead',
      values: [
        [a.priorities.withLead, a.priorities.all],
        [b.priorities.withLead, b.priorities.all]
      ]
    }
  ]
)}
${stackChart(
  'f-lead',
  'Who leads',
  'Every lead that the plan prints. A placeholder such as “TBC” names nobody.',
  marks,
  [
    {label: 'a body', values: [a.leads.body, b.leads.body]},
    {label: 'a post', values: [a.leads.post, b.leads.post]},
    {label: 'a person by name', values: [a.leads.person, b.leads.person]},
    {label: 'nobody', values: [a.leads.unnamed, b.leads.unnamed]}
  ],
  'leads'
)}
${stackChart(
  'f-firm',
  'How firm the wording is',
  'Outcomes, priorities and actions by their first verb of promise.',
  marks,
  [
    {label: 'will, or a plain verb', values: [a.firmness.will, b.firmness.will]},
    {label: 'aim to, work towards', values: [a.firmness.aim, b.firmness.aim]},
    {label: 'explore, consider', values: [a.firmness.explore, b.firmness.explore]}
  ],
  'goals'
)}
</div>`
}

function asked(context: Context, view: PairView): (Html | undefined)[] {
  return view.sides.map((side, index) => {
    const table =
      side.entry &&
      askedTable(
        context,
        side.entry,
        context.site.run.gaps.gaps.filter((gap) => gap.plan === side.id),
        `t-asked-${index}`,
        askedMost
      )
    return table && section(`h-ask-${index}`, html`You said, we will: ${who(side.name, side.mark)}`, table)
  })
}
