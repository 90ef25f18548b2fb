/** The page of one plan: what it is, its tree with gaps and page pictures, the rest of its words, its measures. */
import type {Gap} from '../../../analyses/types.ts'
import {goalsOf} from '../../../plan-tree/walk.ts'
import {type KindShare, kindShares, measureRows} from '../../figures.ts'
import {periodOf, sidesOf, statusOf} from '../../names.ts'
import {warningLines} from '../../warnings.ts'
import {belowInWords, capital} from '../../wording.ts'
import {bodyOf, type Context, type PlanEntry, summaryPath, to} from '../context.ts'
import {type Html, html, type Part} from '../html.ts'
import {pairPlaces, sharedCount} from '../overlaps/pairs.ts'
import {page} from '../page.ts'
import {blank, count, figure, said, section, unsaid, who} from '../parts.ts'
import {planOutline} from './outline.ts'
import {pagePanel} from './pictures.ts'
import {restOfPlan} from './rest.ts'
import {askedTable, doubtTable, measuresTable} from './tables.ts'

/** Shares under this, in percent of the words, are named in the list and have no number in the bar. */
const numberedFrom = 3

export function planPage(context: Context, entry: PlanEntry): string {
  const gaps = context.site.gapsOf(entry.id)
  const {plan} = entry
  return page(context, {
    title: `${entry.short}${bodyOf(plan) ? `, ${bodyOf(plan)}` : ''}`,
    nav: 'plans',
    body: [
      lede(context, entry, gaps),
      warnings(entry),
      section('h-kinds', 'How much of the text each kind holds', kindStrip(kindShares(plan))),
      section('h-tree', 'Outcomes, priorities and measures', treeBody(context, entry, gaps)),
      rest(context, entry),
      measureRows(plan).length > 0 && section('h-meas', 'Measures', measuresTable(context, entry)),
      asked(context, entry),
      doubtful(entry)
    ]
  })
}

function lede(context: Context, entry: PlanEntry, gaps: readonly Gap[]): Html {
  const {plan} = entry
  const words = kindShares(plan).reduce((sum, kind) => sum + kind.words, 0)
  const facts: [string, Part][] = [
    ['Kind', capital(plan.kind ?? '')],
    ['Period', periodOf(plan)],
    ['Status', statusOf(plan)],
    ['Publisher', plan.publisher ? said(plan.publisher) : ''],
    ['Pages', plan.source.pages ? figure(plan.source.pages) : ''],
    ['Words', figure(words)],
    ['Read from', said(plan.source.path)]
  ]
  return html`<header class="lede">
  <p class="trail"><a href="${to(context, 'index.html')}">${context.site.title}</a>${bodyOf(plan) && html` / ${who(bodyOf(plan), entry.side)}`}</p>
  <h1 class="said" dir="auto">${plan.title || unsaid('No title found')}</h1>
  <dl class="facts">${facts.map(([term, value]) => value && html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
  ${ways(context, entry, gaps)}${shared(context, entry)}
</header>
`
}

/** Where the reader can go from here: its changes, its gaps, its coverage, and the plan in other forms. */
function ways(context: Context, entry: PlanEntry, gaps: readonly Gap[]): Html {
  const {run, pages, changesOf} = context.site
  const gapsPath = pages.gaps.get(entry.id)
  const changes = (changesOf.get(entry.id) ?? []).map(({report, path}) => {
    const found = run.changes[report]!
    const sides = sidesOf(found)
    const words = found.after.id === entry.id ? `since ${named(sides.before)}` : `in ${named(sides.after)}`
    return html`<a href="${to(context, path)}">${count(found.summary.substantive + found.summary.editorial, 'change')} ${words}</a> `
  })
  return html`<p class="row-links">${changes}${gapsPath && entry.hasGoals && html`<a href="${to(context, gapsPath)}">${count(gaps.length, 'gap')}</a> `}${pages.coverage && entry.hasGoals && html`<a href="${to(context, 'coverage.html')}">Coverage by theme</a> `}${!context.single && html`<a href="${to(context, summaryPath(entry))}">Summary for Word</a>`}</p>`
}

const named = (side: string): string => (side.startsWith('the ') ? side : `the ${side}`)

/** Plans that the header names as sharing commitments; the matrix of the overview has all. */
const sharedMost = 6

/** The plans that share most with this one, each with how much. */
function shared(context: Context, entry: PlanEntry): Html | undefined {
  const {site} = context
  const others = (site.overlapsOf.get(entry.id) ?? [])
    .map((place) => ({
      place,
      other: site.planById.get(place.a === entry.id ? place.b : place.a),
      all: sharedCount(pairPlaces(site.run.overlaps[place.report]!, place.a, place.b)).all
    }))
    .filter(({other}) => other?.hasGoals)
    .sort((x, y) => y.all - x.all)
  if (others.length === 0) return undefined
  const more = others.length - sharedMost
  return html`<dl class="facts shares"><div><dt>Shares commitments with</dt>${others
    .slice(0, sharedMost)
    .map(
      ({place, other, all}) =>
        html`<dd><a href="${to(context, place.path)}">${who(bodyOf(other!.plan), other!.side)} ${said(other!.short)}</a> ${figure(all)}</dd>`
    )}${more > 0 && html`<dd><a href="${to(context, 'index.html#pairs')}">${count(more, 'more', 'more')}</a></dd>`}</div></dl>`
}

function warnings({plan}: PlanEntry): Html | undefined {
  if (plan.warnings.length === 0) return undefined
  const lines = warningLines(plan.warnings).map((words) => html`<li>${words}</li>`)
  const [shown, more] = [lines.slice(0, 5), lines.slice(5)]
  return html`<div class="note warn"><p><b>Check: ${count(plan.warnings.length, 'thing was', 'things were')} read with doubt.</b> Everything else was read without.</p><ul class="plain">${shown}</ul>${
    more.length > 0 &&
    html`<details><summary>${count(more.length, 'more', 'more')}</summary><ul class="plain">${more}</ul></details>`
  }</div>
`
}

/** One bar of all words, cut into kinds, with the list that names them. */
function kindStrip(shares: readonly KindShare[]): Html {
  const all = shares.reduce((sum, kind) => sum + kind.words, 0)
  if (all === 0) return blank('No words.', 'Nothing in this file was read as text.')
  let at = 0
  const bars = shares.map(({words}, index) => {
    const share = (words / all) * 100
    const x = at
    at += share
    return html`<rect class="${index % 2 ? 'b' : 'a'}" x="${x.toFixed(2)}%" y="0" width="${share.toFixed(2)}%" height="30"/>${
      share >= numberedFrom &&
      html`<text x="${(x + share / 2).toFixed(2)}%" y="20" text-anchor="middle">${index + 1}</text>`
    }`
  })
  return html`<svg class="strip" width="100%" height="30" role="img" aria-label="One bar of the plan’s ${figure(all)} words, cut into the ${shares.length} kinds listed below">${bars}</svg>
<ol class="legend">${shares.map(({kind, words}) => html`<li>${kind} <span>${percent(words / all)}</span></li>`)}</ol>`
}

function percent(share: number): string {
  const whole = Math.round(share * 100)
  return whole === 0 ? 'under 1%' : `${whole}%`
}

function treeBody(context: Context, entry: PlanEntry, gaps: readonly Gap[]): Html {
  const goals = goalsOf(entry.plan)
  if (goals.length === 0)
    return blank(
      'No outcome, priority or measure was found in this file.',
      `Its ${figure(kindShares(entry.plan).reduce((sum, kind) => sum + kind.words, 0))} words were read and stand below.`
    )
  const beside = gaps.filter((gap) => gap.unit && entry.unitById.has(gap.unit)).length
  const panel = pagePanel(context, entry, new Set(gaps.map((gap) => gap.unit ?? '')))
  const tree = planOutline(context, entry, gaps)
  return html`<div class="bar"><p>${belowInWords(goals)}. ${
    beside > 0 &&
    `${count(beside, 'gap stands', 'gaps stand')} beside what ${beside === 1 ? 'it is' : 'they are'} about.`
  }</p><p data-script hidden><button type="button" data-fold="open" data-in=".tree">Unfold all</button> <button type="button" data-fold="close" data-in=".tree">Fold all</button></p></div>
  ${panel ? html`<div class="side panel">${tree}${panel}</div>` : tree}`
}

function rest(context: Context, entry: PlanEntry): Html | undefined {
  const words = restOfPlan(context, entry)
  return (
    words &&
    section('h-rest', 'The rest of the plan', html`<p class="soft">Word for word, in the plan’s order.</p>${words}`)
  )
}

function asked(context: Context, entry: PlanEntry): Html | undefined {
  const table = askedTable(context, entry)
  return table && section('h-asked', 'You said, we will', table)
}

function doubtful(entry: PlanEntry): Html | undefined {
  const table = doubtTable(entry)
  return table && section('h-doubt', 'Read with little confidence', table)
}
