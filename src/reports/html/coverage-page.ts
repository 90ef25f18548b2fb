/** What the plans cover: theme by plan, the highest level at which each speaks of it, with the words behind each mark. */
import type {CoverageLevel} from '../../analyses/types.ts'
import type {Keep, Part} from '../contents.ts'
import {midSentence} from '../wording.ts'
import {bodyOf, type Context, currentPlans, type PlanEntry, to} from './context.ts'
import {type Html, html} from './html.ts'
import {type LaterPiece, later, pageInPieces} from './page.ts'
import {keyOf, partKeys} from './page-keys.ts'
import {
  chip,
  count,
  figure,
  headRow,
  hidden,
  levelMark,
  listed,
  type Point,
  points,
  said,
  section,
  table,
  unsaid,
  who
} from './parts.ts'

const levels: readonly CoverageLevel[] = ['outcome', 'priority', 'measure', 'mention', 'none']
const shades: Readonly<Record<CoverageLevel, string>> = {
  outcome: 's4',
  priority: 's3',
  measure: 's2',
  mention: 's1',
  none: ''
}
const meanings: Readonly<Record<CoverageLevel, string>> = {
  outcome: 'the subject of an outcome',
  priority: 'the subject of a priority or action',
  measure: 'counted, but nothing is promised',
  mention: 'talked about',
  none: 'no words found'
}
/** Columns of the matrix; a wider archive gets counts of plans instead. */
const columnsMost = 14
/** Quotes under one theme. */
const quotesMost = 40
const firstMost = 6

interface View {
  context: Context
  plans: PlanEntry[]
  /** Each looks into the tree of its plan. */
  quotes: LaterPiece[]
}

export function coveragePage(context: Context, keep: Keep): Iterable<string | Part> {
  const {site} = context
  const {coverage} = site.run
  const covered = new Set(coverage.plans.map(({id}) => id))
  const plans = currentPlans(site)
    .filter(({id}) => covered.has(id))
    .sort((a, b) => (bodyOf(a.plan) < bodyOf(b.plan) ? -1 : bodyOf(a.plan) > bodyOf(b.plan) ? 1 : 0))
  const view: View = {context, plans, quotes: []}
  const parts = {
    title: 'What the plans cover',
    nav: 'coverage' as const,
    caution: '“None” means that no such words were found: a reason to look, not a verdict.',
    body: [
      html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${site.title}</a></p><h1>What the plans cover, and what none does</h1><p class="stand">${count(coverage.themes.length, 'theme')} against ${count(plans.length, 'plan')}${plans.length < coverage.plans.length && ', each in its newest version'}.</p></header>
`,
      section('h-first', 'Read these first', points(findings(view))),
      section('h-cov', 'Theme by plan', levelKey(), plans.length <= columnsMost ? matrix(view) : countsTable(view)),
      section('h-words', 'The words behind the marks', words(view))
    ]
  }
  return pageInPieces(context, parts, view.quotes, keep)
}

function levelIn({context}: View, theme: string, plan: string): CoverageLevel {
  return context.site.tallyOf(plan).levels[theme] ?? 'none'
}

function findings(view: View): Point[] {
  const {themes} = view.context.site.run.coverage
  const open = themes.filter(({id}) => view.plans.every((plan) => levelIn(view, id, plan.id) === 'none'))
  const unpromised = themes.filter(
    ({id}) =>
      !open.some((theme) => theme.id === id) &&
      view.plans.every((plan) => ['none', 'mention', 'measure'].includes(levelIn(view, id, plan.id)))
  )
  const names = (of: typeof themes) =>
    listed([...of.slice(0, 5).map(({name}) => midSentence(name)), ...(of.length > 5 ? [`${of.length - 5} more`] : [])])
  const found: Point[] = []
  if (open.length)
    found.push({
      finding: `No plan has words on ${names(open)}.`,
      note: 'Looked for by phrases and their forms.',
      link: {href: '#t-cov', words: 'All themes'}
    })
  if (unpromised.length)
    found.push({
      finding: `No plan promises anything on ${names(unpromised)}.`,
      note: 'They are talked about or counted.',
      link: {
        href: `#w-${anchored(unpromised[0]!.id)}`,
        words: html`See the words${hidden(` on ${unpromised[0]!.name}`)}`
      }
    })
  const bodies = Map.groupBy(view.plans, (entry) => bodyOf(entry.plan))
  const promised = new Set(
    themes
      .filter(({id}) => view.plans.some((plan) => ['outcome', 'priority'].includes(levelIn(view, id, plan.id))))
      .map(({id}) => id)
  )
  for (const [body, own] of bodies) {
    if (found.length >= firstMost) break
    if (!body || bodies.size === 1) continue
    // Where none of its own plans has words, it is others that promise.
    const only = themes.filter(({id}) => promised.has(id) && own.every((plan) => levelIn(view, id, plan.id) === 'none'))
    if (only.length)
      found.push({
        finding: html`No plan of ${body} has words on ${names(only)}.`,
        note: 'Another authority has a priority or an outcome.',
        link: {href: `#w-${anchored(only[0]!.id)}`, words: html`See the words${hidden(` on ${only[0]!.name}`)}`}
      })
  }
  return found.length
    ? found.slice(0, firstMost)
    : [{finding: 'Every theme is the subject of a priority or an outcome somewhere.', note: 'See the table for where.'}]
}

function levelKey(): Html {
  return html`<dl class="key">${levels.map((level) => html`<div><dt>${levelMark(level)}</dt><dd>${meanings[level]}</dd></div>`)}</dl>`
}

function matrix(view: View): Html {
  const {plans, context} = view
  const groups = [...Map.groupBy(plans, (entry) => bodyOf(entry.plan))]
  return table({
    id: 't-cov',
    class: 'matrix many pinned',
    caption: 'The highest level at which each plan speaks of a theme',
    note: 'Each mark has its own shape, word and shade. Each opens the words it rests on.',
    columns: html`<colgroup><col class="first"></colgroup>${groups.map(([, own]) => html`<colgroup span="${own.length}"></colgroup>`)}`,
    head: html`${groups.length > 1 && html`<tr><td class="first"></td>${groups.map(([body, own]) => html`<th scope="colgroup" colspan="${own.length}">${body ? who(body, own[0]!.side) : unsaid('not stated')}</th>`)}</tr>`}${headRow(['Theme', ...plans.map(({short}) => said(short))])}`,
    body: html`<tbody>${context.site.run.coverage.themes.map(
      ({
        id,
        name
      }) => html`<tr><th scope="row">${name}</th>${plans.map((entry) => cellMark(view, {id, name}, entry))}</tr>
`
    )}</tbody>`
  })
}

function cellMark(view: View, theme: {id: string; name: string}, entry: PlanEntry): Html {
  const level = levelIn(view, theme.id, entry.id)
  if (level === 'none') return html`<td class="zero"><span class="cell">${levelMark(level)}</span></td>`
  return html`<td class="${shades[level]}"><a class="cell" href="${`#${quoteId(theme.id, entry)}`}">${levelMark(level)}</a></td>`
}

/** 'q-housing-eastford-plan-2024': another plan that comes in does not change it. */
const quoteId = (theme: string, {slug}: PlanEntry): string => `q-${anchored(theme)}-${slug}`

/** A theme's id as part of an anchor: users name themes as they like. */
const anchored = (theme: string): string => theme.replace(/[^\p{L}\p{N}_-]+/gu, '-')

/** How many plans speak of each theme at each level: the matrix of an archive too wide for one. */
function countsTable(view: View): Html {
  const {themes} = view.context.site.run.coverage
  return table({
    id: 't-cov',
    class: 'pinned',
    caption: `How many of ${count(view.plans.length, 'plan')} speak of each theme, by their highest level`,
    note: 'Each plan by itself stands in coverage.csv.',
    head: headRow(['Theme', ...levels.map((level) => [levelMark(level), 'num'] as const)]),
    body: html`<tbody>${themes.map(({id, name}) => {
      const found = view.plans.map((plan) => levelIn(view, id, plan.id))
      return html`<tr><th scope="row"><a href="#w-${anchored(id)}">${name}</a></th>${levels.map((level) => html`<td class="num">${figure(found.filter((each) => each === level).length)}</td>`)}</tr>
`
    })}</tbody>`
  })
}

function words(view: View): Html {
  const {themes} = view.context.site.run.coverage
  return html`<p data-script hidden><button type="button" data-fold="open" data-in="#words">Unfold all</button> <button type="button" data-fold="close" data-in="#words">Fold all</button></p><ul class="list" id="words">${themes.map(
    ({id, name}) => themeWords(view, id, name)
  )}</ul>`
}

function themeWords(view: View, theme: string, name: string): Html {
  const spoken = view.plans.filter((plan) => levelIn(view, theme, plan.id) !== 'none')
  const strongest = [...spoken].sort(
    (a, b) => levels.indexOf(levelIn(view, theme, a.id)) - levels.indexOf(levelIn(view, theme, b.id))
  )
  return html`<li id="w-${anchored(theme)}"><details><summary><b>${name}</b> <span class="soft">in ${spoken.length} of ${count(view.plans.length, 'plan')}</span></summary>${
    spoken.length === 0
      ? html`<p>${unsaid('No words found in any plan.')}</p>`
      : html`<ul class="quotes">${strongest.slice(0, quotesMost).map((entry) => quoteLater(view, theme, entry))}</ul>`
  }${spoken.length > quotesMost && html`<p class="soft">${figure(spoken.length - quotesMost)} more in coverage.csv.</p>`}</details></li>
`
}

function quoteLater(view: View, theme: string, entry: PlanEntry): Html {
  const key = keyOf([partKeys(view.context.site).found(entry.id), theme])
  view.quotes.push({key, make: () => quote(view, theme, entry)})
  return later
}

function quote(view: View, theme: string, entry: PlanEntry): Html {
  const {context} = view
  const cell = context.site.cellsOf(entry.id).find((each) => each.theme === theme)!
  const pages = entry.unitById.get(cell.unit ?? '')?.pages ?? (cell.page ? [{page: cell.page}] : [])
  return html`<li id="${quoteId(theme, entry)}"><p class="facts">${who(entry.short, entry.side, false)} ${levelMark(cell.level)} ${chip(context, {plan: entry.id, unit: cell.unit, pages})}</p><p>${cell.quote ? said(cell.quote) : unsaid('no quote')}</p>${cell.by && html`<small>found by “${cell.by}”</small>`}</li>`
}
