/** Two plans side by side: what only one has, how firm and how clear each is, what was asked and answered. */
import type {OverlapReport, PlanRef} from '../../analyses/types.ts'
import {smartMarks} from '../../language/measures/smart.ts'
import {type Clarity, clarityOf} from '../clarity.ts'
import {plural} from '../wording.ts'
import {type ChartSide, shareChart, stackChart} from './charts.ts'
import {type Context, to} from './context.ts'
import {type Html, html} from './html.ts'
import {type PairSide, pairTrail, sideLede} from './overlaps/pair-names.ts'
import {aloneUnits, type PairView, pairView} from './overlaps/pair-view.ts'
import {unitIdOf} from './overlaps/pairs.ts'
import {page} from './page.ts'
import {
  chip,
  count,
  figure,
  headRow,
  levelMark,
  type Point,
  points,
  said,
  section,
  table,
  unsaid,
  who
} from './parts.ts'
import {askedCounts} from './plan/tables.ts'

/** Shares of two plans that differ by less than this, in percent points, are not called different. */
const tellingDifference = 10
const onlyMost = 10
/** A list is not cut for this few more. */
const onlyLeft = 3

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
        html`<div class="split">${([0, 1] as const).map((side) => onlyIn(context, view, side, overlaps))}</div>`
      ),
      themesOfOne(context, view),
      section('h-how', 'How firm and how clear they are', charts(view.sides, clarity)),
      readingTable(context, view),
      asked(context, view)
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
  const compare = (what: string, parts: (of: Clarity) => readonly [number, number], words: string) => {
    const [x, y] = clarity.map(parts)
    if (!x || !y || x[1] === 0 || y[1] === 0) return
    const [p, q] = [x, y].map(([amount, all]) => Math.round((amount / all) * 100)) as [number, number]
    if (Math.abs(p - q) < tellingDifference) return
    const [more, less] = p > q ? [0, 1] : [1, 0]
    const told = (side: number) => `${names[side]} ${(side === 0 ? x : y).join(' of ')}`
    found.push({
      finding: `More ${what} in ${names[more]} than in ${names[less]}.`,
      note: `${told(more!)}, ${told(less!)}.`,
      link: {href: '#h-how', words}
    })
  }
  compare('measures have a target', ({measures}) => [measures.withTarget, measures.all], 'Measures')
  compare('measures have a baseline', ({measures}) => [measures.withBaseline, measures.all], 'Measures')
  compare('measures have a deadline', ({measures}) => [measures.withDeadline, measures.all], 'Measures')
  compare(
    'priorities have a measure, of their own or of their outcome,',
    ({priorities}) => [priorities.underMeasure, priorities.all],
    'Priorities'
  )
  compare('priorities have a named lead', ({priorities}) => [priorities.underLead, priorities.all], 'Leads')
  return found
}

function onlyIn(context: Context, view: PairView, side: 0 | 1, overlaps: string): Html {
  const {all, alone} = aloneUnits(view, side)
  const {name, mark} = view.sides[side]
  const level = plural(all[0]?.type ?? 'priority')
  const shown = alone.length - onlyMost <= onlyLeft ? alone : alone.slice(0, onlyMost)
  return html`<section aria-labelledby="h-only-${side}"><h3 id="h-only-${side}">${who(`Only in ${name}: ${alone.length} of ${all.length} ${level}`, mark)}</h3>${
    alone.length === 0
      ? html`<p>${unsaid('Each has a counterpart.')}</p>`
      : html`<ul class="list">${shown.map(
          (unit) =>
            html`<li>${unit.label && html`<span class="soft">${unit.label}</span> `}${said(unit.text)} ${chip(context, {plan: unit.plan, unit: unitIdOf(unit), pages: unit.pages ?? []})}</li>`
        )}</ul>${alone.length > shown.length && html`<p><a href="${to(context, `${overlaps}#h-alone-${side}`)}">${count(alone.length - shown.length, 'more', 'more')}, and the nearest words to each</a></p>`}`
  }</section>`
}

const smartLabels: Readonly<Record<(typeof smartMarks)[number], string>> = {
  specific: 'S: what is counted',
  measurable: 'M: how much',
  assignable: 'A: who answers for it',
  realistic: 'R: from what level',
  timeRelated: 'T: by when'
}

type Sides = readonly [ChartSide, ChartSide]

function charts(sides: readonly [PairSide, PairSide], clarity: readonly [Clarity, Clarity]): Html {
  const marks = sides as Sides
  return html`<div class="charts">
${measureCharts(marks, clarity)}
${promiseCharts(marks, clarity)}
</div>`
}

/** What a chart shows of one thing, of both plans. */
const barsOf =
  ([a, b]: readonly [Clarity, Clarity]) =>
  <Value>(label: string, of: (side: Clarity) => Value): {label: string; values: [Value, Value]} => ({
    label,
    values: [of(a), of(b)]
  })

function measureCharts(sides: Sides, clarity: readonly [Clarity, Clarity]): Html {
  const bar = barsOf(clarity)
  return html`${shareChart(
    'f-measures',
    'Measures that are quantified',
    'A bar of full length is every measure of that plan.',
    sides,
    [
      bar('with a target', ({measures}) => [measures.withTarget, measures.all]),
      bar('with a baseline', ({measures}) => [measures.withBaseline, measures.all]),
      bar('with a deadline', ({measures}) => [measures.withDeadline, measures.all])
    ]
  )}
${shareChart(
  'f-smart',
  'SMART marks',
  'A bar of full length is every measure and milestone of that plan. A mark is something that stands in the words or does not.',
  sides,
  smartMarks.map((mark) => bar(smartLabels[mark], ({smart}) => [smart[mark], smart.measures]))
)}`
}

function promiseCharts(sides: Sides, clarity: readonly [Clarity, Clarity]): Html {
  const bar = barsOf(clarity)
  return html`${shareChart(
    'f-priorities',
    'Priorities that can be followed up',
    'A bar of full length is every priority of that plan, or every action where it has no priorities. What stands below the priority counts as its own.',
    sides,
    [
      bar('with a measure of its own', ({priorities}) => [priorities.withMeasure, priorities.all]),
      bar('with a measure, or its outcome has one', ({priorities}) => [priorities.underMeasure, priorities.all]),
      bar('with a named lead of its own', ({priorities}) => [priorities.withLead, priorities.all]),
      bar('with a named lead, or its outcome has one', ({priorities}) => [priorities.underLead, priorities.all])
    ]
  )}
${stackChart(
  'f-lead',
  'Who leads',
  'Every lead that the plan prints. A placeholder such as “TBC” names nobody.',
  sides,
  [
    bar('a body', ({leads}) => leads.body),
    bar('a post', ({leads}) => leads.post),
    bar('a person by name', ({leads}) => leads.person),
    bar('nobody', ({leads}) => leads.unnamed)
  ],
  'leads'
)}
${stackChart(
  'f-firm',
  'How firm the wording is',
  'Outcomes, priorities and actions by their first verb of promise.',
  sides,
  [
    bar('will, or a plain verb', ({firmness}) => firmness.will),
    bar('aim to, work towards', ({firmness}) => firmness.aim),
    bar('explore, consider', ({firmness}) => firmness.explore)
  ],
  'goals'
)}`
}

function asked(context: Context, {sides}: PairView): Html | undefined {
  const counts = askedCounts(
    context,
    sides.flatMap(({entry}) => entry ?? [])
  )
  return counts && section('h-asked', 'You said, we will', counts)
}

/** Themes that only one of the two promises anything about, with its words. */
function themesOfOne(context: Context, {sides}: PairView): Html | undefined {
  const ids = sides.map(({id}) => id)
  const found = context.site.run.comparison?.differences.find(({a, b}) => ids.includes(a) && ids.includes(b))
  if (!found || found.themes.length === 0) return undefined
  return section(
    'h-themes',
    'Themes that only one of them promises anything about',
    table({
      id: 't-themes',
      caption: count(found.themes.length, 'theme'),
      note: 'The other has at most a mention. No words found: a reason to look, not a verdict.',
      head: headRow(['Theme', 'Only in', 'Its words', 'The other']),
      body: html`<tbody>${found.themes.slice(0, onlyMost).map((theme) => {
        const side = sides.find(({id}) => id === theme.only)
        const unit = context.site.cellsOf(theme.only).find((cell) => cell.theme === theme.theme)?.unit
        const pages = theme.page ? [{page: theme.page}] : []
        return html`<tr><th scope="row">${theme.name}</th><td>${side && who(side.name, side.mark, false)}</td><td>${theme.quote ? said(theme.quote) : unsaid('no quote')} ${chip(context, {plan: theme.only, unit, pages})}</td><td>${levelMark(theme.other)}</td></tr>
`
      })}</tbody>`
    })
  )
}

/** How readable the two plans are. */
function readingTable(context: Context, {sides}: PairView): Html | undefined {
  const profiles = sides.map(({id}) => context.site.run.comparison?.profiles.find(({plan}) => plan.id === id))
  if (!profiles.every((profile) => profile !== undefined)) return undefined
  return section(
    'h-read',
    'How readable they are',
    table({
      id: 't-read',
      caption: 'Length and reading level',
      note: 'Flesch-Kincaid grade: years of schooling that the sentences and words ask for, within about a year.',
      head: headRow(['Plan', ['Words', 'num'], ['Grade', 'num']]),
      body: html`<tbody>${profiles.map((profile, index) => html`<tr><th scope="row">${who(sides[index]!.name, sides[index]!.mark)}</th><td class="num">${figure(profile!.words)}</td><td class="num">${profile!.grade.toFixed(1)}</td></tr>`)}</tbody>`
    })
  )
}
