/** The overview: what stands out, every plan by authority and period, every comparison, what could not be read. */

import type {ChangeReport, RunResult} from '../../../analyses/types.ts'
import {figuresOf, type PlanFigures} from '../../figures.ts'
import {statusOf} from '../../names.ts'
import {gapCount} from '../../tallies.ts'
import {capital, numberInWords} from '../../wording.ts'
import {bodyOf, type Context, chainsOf, compareText, currentPlans, type PlanEntry, to} from '../context.ts'
import {type Html, html, joined} from '../html.ts'
import {page} from '../page.ts'
import {count, figure, headRow, hidden, listed, points, said, section, table, unsaid, who} from '../parts.ts'
import {comparisons, troubles} from './comparisons.ts'
import {standsOut} from './stands-out.ts'

/** Plans of one page of the table: a longer archive goes on over further pages, so that each opens at once. */
const plansPerPage = 150

const levels = ['outcomes', 'priorities', 'actions', 'measures', 'milestones'] as const

/** Pages of the overview: the first is index.html, the further ones hold only the table of plans. */
export function indexPages(context: Context): {path: string; text: string}[] {
  const {site} = context
  const read = site.plans.filter(({hasGoals}) => hasGoals)
  const chains = chainsOf(read.length ? read : site.plans, site.run.pairs).sort(byBody)
  const slices = Array.from({length: Math.max(1, Math.ceil(chains.length / plansPerPage))}, (_, index) =>
    chains.slice(index * plansPerPage, (index + 1) * plansPerPage)
  )
  return slices.map((slice, index) => {
    const path = index === 0 ? 'index.html' : `plans-${index + 1}.html`
    const here = {...context, path}
    return {
      path,
      text:
        index === 0
          ? overview(here, slice, chains.length, slices.length)
          : furtherPlans(here, slice, index, chains.length, slices.length)
    }
  })
}

function byBody(a: PlanEntry[], b: PlanEntry[]): number {
  const [x, y] = [a.at(-1)!.plan, b.at(-1)!.plan]
  return (
    compareText(bodyOf(x), bodyOf(y)) ||
    (x.period?.from ?? 9999) - (y.period?.from ?? 9999) ||
    compareText(x.title, y.title) ||
    compareText(x.digest, y.digest)
  )
}

function overview(context: Context, chains: PlanEntry[][], all: number, slices: number): string {
  const {site} = context
  return page(context, {
    title: site.title,
    nav: 'overview',
    body: [
      lede(context, all),
      section('h-out', 'What stands out', points(standsOut(context))),
      section(
        'plans',
        'Plans by authority and period',
        plansTable(context, chains, all, slices === 1),
        furtherLinks(context, 0, slices)
      ),
      comparisons(context),
      troubles(context),
      section(
        'how',
        'How this was counted',
        html`<p class="prose">A plan’s own levels (“aim”, “pledge”, “goal”) are mapped to outcome, priority, action and measure; the plan’s word is shown beside each. Every unit and every finding carries the plan’s words and the page they stand on. A gap is a statement about the document, not about the work: what a plan does not say may be said elsewhere. <a href="${to(context, 'methods.html')}">Methods</a></p>`
      )
    ]
  })
}

function furtherPlans(context: Context, chains: PlanEntry[][], index: number, all: number, slices: number): string {
  return page(context, {
    title: `Plans, page ${index + 1} of ${slices}`,
    nav: 'plans',
    body: [
      html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${context.site.title}</a></p><h1>Plans by authority and period, page ${index + 1} of ${slices}</h1></header>`,
      section('plans', 'Plans', plansTable(context, chains, all, false), furtherLinks(context, index, slices))
    ]
  })
}

function furtherLinks(context: Context, current: number, slices: number): Html | undefined {
  if (slices === 1) return undefined
  return html`<nav aria-label="Pages of plans"><p class="row-links">${Array.from({length: slices}, (_, index) =>
    index === current
      ? html`<span aria-current="page">Page ${index + 1}</span>`
      : html`<a href="${to(context, index === 0 ? 'index.html#plans' : `plans-${index + 1}.html`)}">Page ${index + 1}</a>`
  )}</p></nav>`
}

function lede(context: Context, plans: number): Html {
  const {run, title, plans: entries} = context.site
  const newest = currentPlans(context.site)
  const read = entries.filter(({hasGoals}) => hasGoals)
  const sums = total(newest.map((entry) => figuresOf(entry.plan)))
  const bodies = [...new Set(read.map((entry) => bodyOf(entry.plan)))].sort(compareText)
  const others = bodies[0] === '' && bodies.length > 1 ? ['others'] : []
  if (bodies[0] === '') bodies.shift()
  const files = context.site.options.record?.files ?? run.plans.length + run.failures.length
  const numbers: [string, number][] = [
    ['files', files],
    ['plans', plans],
    ['versions', read.length === plans ? 0 : read.length],
    ['pages', sums.pages],
    ['outcomes', sums.outcomes],
    ['priorities', sums.priorities],
    ['actions', sums.actions],
    ['measures', sums.measures],
    ['milestones', sums.milestones],
    ['gaps', newest.reduce((sum, {id}) => sum + gapCount(context.site.tallyOf(id)), 0)]
  ]
  const of =
    bodies.length && bodies.length <= 4
      ? ` of ${listed([...bodies, ...others])}`
      : bodies.length
        ? ` of ${numberInWords(bodies.length)} authorities`
        : ''
  return html`<header class="lede">
  <h1>${title}</h1>
  <p class="stand">${capital(plans === 1 ? 'one strategic plan' : `${numberInWords(plans)} strategic plans`)}${of}, read into outcomes, priorities and measures. Start with what stands out, or open any comparison below.</p>
  <dl class="figures">${numbers.filter(([, amount]) => amount > 0).map(([term, amount]) => html`<div><dt>${term}</dt><dd>${figure(amount)}</dd></div>`)}</dl>
</header>
`
}

function total(all: readonly PlanFigures[]): PlanFigures {
  const sum = (of: (figures: PlanFigures) => number) => all.reduce((amount, figures) => amount + of(figures), 0)
  return {
    pages: sum(({pages}) => pages),
    words: sum(({words}) => words),
    outcomes: sum(({outcomes}) => outcomes),
    priorities: sum(({priorities}) => priorities),
    actions: sum(({actions}) => actions),
    measures: sum(({measures}) => measures),
    milestones: sum(({milestones}) => milestones)
  }
}

interface Years {
  from: number
  to: number
}

function plansTable(context: Context, chains: PlanEntry[][], all: number, whole: boolean): Html {
  const {site} = context
  const years = yearsOf(chains.flat())
  const groups = [...Map.groupBy(chains, (chain) => bodyOf(chain.at(-1)!.plan))]
  const shown = chains.map((chain) => chain.at(-1)!)
  const sums = total(shown.map((entry) => figuresOf(entry.plan)))
  const gapsIn = (entries: readonly PlanEntry[]) => entries.reduce((sum, {id}) => sum + gapCount(site.tallyOf(id)), 0)
  const versions = chains.flat().length
  return table({
    id: 't-plans',
    class: 'pinned',
    caption: whole
      ? `${count(all, 'plan')}, ${count(versions, 'version')}`
      : `${count(chains.length, 'plan')} of ${figure(all)}`,
    note: `Counts are of the newest version. A dashed outline is a draft.${years ? ' Bars stand on the same years for all plans.' : ''}`,
    head: headRow([
      'Plan',
      html`Period ${years && yearAxis(years)}`,
      'Versions',
      ['Pages', 'num'],
      ...levels.map((level) => [level[0]!.toUpperCase() + level.slice(1), 'num'] as const),
      ['Gaps', 'num']
    ]),
    body: html`${groups.map(
      ([
        body,
        members
      ]) => html`<tbody class="group"><tr><th scope="rowgroup" colspan="10">${body ? who(body, members[0]!.at(-1)!.side) : unsaid('Authority not stated')}</th></tr>
${members.map((chain) => planRow(context, chain, years, gapsIn([chain.at(-1)!])))}</tbody>
`
    )}${
      whole &&
      html`<tfoot><tr><th scope="row">All plans</th><td></td><td>${count(versions, 'version')}</td><td class="num">${figure(sums.pages)}</td>${levels.map((level) => html`<td class="num">${figure(sums[level])}</td>`)}<td class="num">${figure(gapsIn(shown))}</td></tr></tfoot>`
    }`
  })
}

function planRow(context: Context, chain: PlanEntry[], years: Years | undefined, gaps: number): Html {
  const {site} = context
  const entry = chain.at(-1)!
  const {plan} = entry
  const figures = figuresOf(plan)
  const own = new Set(chain.map(({id}) => id))
  const changes = [...new Set(chain.flatMap(({id}) => site.changesOf.get(id) ?? []))]
    .filter(({report}) => {
      const {before, after} = site.run.changes[report]!
      return own.has(before.id) && own.has(after.id)
    })
    .sort((x, y) => x.report - y.report)
  const replacedBy = successors(site.run).get(entry.id)
  const notes = joined(
    [
      replacedBy && `replaced by ${site.planById.get(replacedBy)?.short ?? 'a later plan'}`,
      plan.warnings.length > 0 && count(plan.warnings.length, 'thing to check', 'things to check')
    ],
    ' · '
  )
  const number = (amount: number) =>
    amount === 0 ? html`<td class="num zero">0</td>` : html`<td class="num">${figure(amount)}</td>`
  return html`<tr><th scope="row"><a href="${to(context, entry.path)}">${plan.title ? said(plan.title) : unsaid('No title found')}</a>${plan.kind && html`<br>${capital(plan.kind)}`}${notes.length > 0 && html`<br><span class="soft">${notes}</span>`}</th>
<td>${plan.period ? html`<span class="nb">${plan.period.from === plan.period.to ? plan.period.from : `${plan.period.from} to ${plan.period.to}`}</span>${years && periodBar(entry, years)}` : unsaid('not stated')}</td><td><ol class="chain" aria-label="Versions, oldest first">${chain.map((version) => versionMark(context, version))}</ol>${changes.map(
    ({path, report}) =>
      html`<a href="${to(context, path)}">${count(changeCount(site.run.changes[report]!), 'change')}</a> `
  )}</td>${plan.source.pages > 0 ? number(figures.pages) : html`<td class="num zero"><span aria-hidden="true">–</span>${hidden('not paged')}</td>`}${levels.map((level) => number(figures[level]))}${number(gaps)}</tr>
`
}

const known = new WeakMap<RunResult, Map<string, string>>()

/** The plan that replaces each, the first that is named. */
function successors(run: RunResult): ReadonlyMap<string, string> {
  const before = known.get(run)
  if (before) return before
  const found = new Map<string, string>()
  for (const {a, b, relation} of run.pairs) if (relation === 'replaces' && !found.has(a)) found.set(a, b)
  known.set(run, found)
  return found
}

const changeCount = ({summary}: ChangeReport) => summary.substantive + summary.editorial

function versionMark(context: Context, entry: PlanEntry): Html {
  const status = statusOf(entry.plan) || 'status not stated'
  return html`<li><a${status === 'draft' && html` class="draft"`} href="${to(context, entry.path)}">${status}</a></li>`
}

const axisWidth = 190

function yearsOf(entries: readonly PlanEntry[]): Years | undefined {
  const periods = entries.flatMap((entry) => (entry.plan.period ? [entry.plan.period] : []))
  if (periods.length === 0) return undefined
  const from = Math.min(...periods.map((period) => period.from))
  return {from, to: Math.max(from + 1, ...periods.map((period) => period.to))}
}

function xOf(year: number, {from, to: until}: Years): number {
  return Number((((year - from) / (until - from)) * axisWidth).toFixed(1))
}

function yearAxis(years: Years): Html {
  const middle = Math.round((years.from + years.to) / 2)
  const marks = [...new Set([years.from, middle, years.to])]
  return html`<svg width="${axisWidth}" height="14" viewBox="0 0 ${axisWidth} 14" class="strip" aria-hidden="true">${marks.map(
    (year) =>
      html`<text x="${xOf(year, years)}" y="11" text-anchor="${year === years.from ? 'start' : year === years.to ? 'end' : 'middle'}">${year}</text>`
  )}</svg>`
}

function periodBar({plan, side}: PlanEntry, years: Years): Html {
  const {from, to: until} = plan.period!
  const x = xOf(from, years)
  const width = Math.max(3, xOf(until, years) - x)
  return html`<svg width="${axisWidth}" height="18" viewBox="0 0 ${axisWidth} 18" aria-hidden="true"><path class="grid" d="M0 0V18"/><path class="grid" d="M${axisWidth} 0V18"/><rect class="f-${side || 'mid'}" x="${Math.min(x, axisWidth - 3)}" y="6" width="${Number(width.toFixed(1))}" height="7"/></svg>`
}
