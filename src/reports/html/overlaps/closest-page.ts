/** The pairs of plans of an archive that share most commitments, each with the words that it is surest of. */
import type {SharedCell, SharedPlace} from '../../../analyses/types.ts'
import {bodyOf, type Context, type PlanEntry, to} from '../context.ts'
import {type Html, html} from '../html.ts'
import {page} from '../page.ts'
import {bandMark, chip, count, figure, headRow, hidden, joinedCounts, said, section, table, who} from '../parts.ts'

/** Pairs in the table, and of these how many have their words below it. All pairs stand in matrix.csv. */
const listMost = 100
const wordsMost = 30

export function closestPage(context: Context): string {
  const {site} = context
  const {matrix} = site.run
  const cells = (matrix?.cells ?? []).filter((cell) => sharedIn(cell) > 0)
  const between = cells.filter((cell) => areTwoBodies(context, cell))
  return page(context, {
    title: 'Plans that share most',
    nav: 'clusters',
    caution:
      'Shared: pairs of goals in the band “same” or “related”, each goal counted once. Not a judgement of either plan.',
    body: [
      html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${site.title}</a></p><h1>Plans that share most commitments</h1><p class="stand">${standOf(context, cells.length)}</p></header>
`,
      between.length > 0 && pairsOf(context, 'two', 'Plans of two bodies', between),
      cells.length > between.length &&
        pairsOf(
          context,
          'one',
          'Plans of one body',
          cells.filter((cell) => !areTwoBodies(context, cell))
        )
    ]
  })
}

const sharedIn = ({same, related}: SharedCell): number => same + related

function areTwoBodies({site}: Context, {a, b}: SharedCell): boolean {
  const [x, y] = [site.planById.get(a), site.planById.get(b)]
  return x === undefined || y === undefined || bodyOf(x.plan) !== bodyOf(y.plan)
}

/** What was compared, and what was not. */
function standOf({site}: Context, sharing: number): Html {
  const {plans, cells, leftOut, lost} = site.run.matrix!
  const all = (plans * (plans - 1)) / 2
  const most = cells.length === all
  return html`${figure(cells.length)} of the ${count(all, 'pair')} of ${count(plans, 'plan')} were compared goal by goal; ${figure(sharing)} share something.${!most && ` Each plan is compared with those that use the same rare words in most of its goals: ${figure(leftOut)} further pairs have some such words in common, but nearer plans on either side, and the rest have hardly any.`}${lost > 0 && ` ${count(lost, 'pair')} could not be compared in this run.`} All of them stand in data/matrix.csv.`
}

function pairsOf(context: Context, id: string, title: string, cells: readonly SharedCell[]): Html {
  const shown = cells.slice(0, listMost)
  return section(
    `h-${id}`,
    title,
    table({
      id: `t-${id}`,
      caption:
        cells.length > shown.length
          ? `The first ${shown.length} of ${count(cells.length, 'pair')}`
          : count(cells.length, 'pair'),
      note: 'Share: of the goals of the shorter plan.',
      head: headRow(['One plan', 'The other', ['Shared', 'num'], ['Of these the same', 'num'], ['Share', 'num']]),
      body: html`<tbody>${shown.map((cell, index) => row(context, cell, index < wordsMost ? `${id}-${index + 1}` : undefined))}</tbody>`
    }),
    shown.slice(0, wordsMost).map((cell, index) => words(context, cell, `${id}-${index + 1}`))
  )
}

function named(context: Context, id: string): Html {
  const entry = context.site.planById.get(id)
  if (!entry) return html`${id.slice(0, 8)}`
  return html`<a href="${to(context, entry.path)}">${who(entry.short, entry.side)}</a>`
}

function row(context: Context, cell: SharedCell, anchor: string | undefined): Html {
  const shared = html`<b>${figure(sharedIn(cell))}</b>`
  return html`<tr><th scope="row">${named(context, cell.a)}</th><td>${named(context, cell.b)}</td><td class="num">${anchor ? html`<a href="#${anchor}">${shared}${hidden(' shared, in their words')}</a>` : shared}</td><td class="num">${figure(cell.same)}</td><td class="num">${shareOf(cell)}</td></tr>
`
}

function shareOf(cell: SharedCell): string {
  const goals = Math.min(...cell.goals)
  return goals === 0 ? '' : `${Math.min(100, Math.round((100 * sharedIn(cell)) / goals))} in 100`
}

function words(context: Context, cell: SharedCell, id: string): Html {
  const {site} = context
  const [a, b] = [site.planById.get(cell.a), site.planById.get(cell.b)]
  const place = site.pages.overlaps.find((each) => [each.a, each.b].sort().join() === [cell.a, cell.b].sort().join())
  const bands = joinedCounts([
    [cell.same, 'the same'],
    [cell.related, 'related']
  ])
  return html`<h3 id="${id}">${nameOf(a, cell.a)} and ${nameOf(b, cell.b)}</h3><p>Share ${count(sharedIn(cell), 'commitment')}: ${bands}.${place && html` <a href="${to(context, place.path)}">All of them, side by side</a>`}</p>${table(
    {
      id: `t-${id}`,
      caption: hidden(html`The surest of what ${nameOf(a, cell.a)} and ${nameOf(b, cell.b)} share`),
      head: headRow([nameOf(a, cell.a), nameOf(b, cell.b), 'Band']),
      body: html`<tbody>${cell.surest.map(
        ({band, ...sides}) =>
          html`<tr><td>${quote(context, cell.a, sides.a)}</td><td>${quote(context, cell.b, sides.b)}</td><td>${bandMark(band)}</td></tr>
`
      )}</tbody>`
    }
  )}`
}

const nameOf = (entry: PlanEntry | undefined, id: string): Html | string => (entry ? said(entry.short) : id.slice(0, 8))

function quote(context: Context, plan: string, {unit, text, pages}: SharedPlace): Html {
  const of = context.site.planById.get(plan)?.short ?? 'the plan'
  return html`<span class="said" dir="auto">${text}</span> ${chip(context, {plan, unit, pages, of})}`
}
