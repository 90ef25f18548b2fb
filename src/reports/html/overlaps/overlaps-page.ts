/** Where two plans say the same: outcome by outcome, the two trees with their ties, the pairs, and what has no counterpart. */
import type {OverlapReason, OverlapReport, OverlapUnit, PlanRef} from '../../../analyses/types.ts'
import {plural, scoreInWords, setSentence} from '../../wording.ts'
import {type Context, to} from '../context.ts'
import {type Html, html} from '../html.ts'
import {page} from '../page.ts'
import {
  bandMark,
  blank,
  chip,
  count,
  figure,
  filters,
  filterValues,
  headRow,
  hidden,
  listed,
  points,
  said,
  section,
  table,
  tally,
  unsaid,
  who
} from '../parts.ts'
import {outcomeMatrix, topOf} from './matrix.ts'
import {type PairSide, pairTrail, sideLede} from './pair-names.ts'
import {aloneUnits, type PairView, pairView, unitName} from './pair-view.ts'
import {type PairPlace, sharedCount, unitIdOf} from './pairs.ts'
import {markedWords} from './shared-words.ts'
import {tiedTrees} from './trees.ts'

/** Pairs on the page: near ones, and those of the same subject only. All pairs stand in overlaps.csv. */
const nearMost = 40
const topicMost = 6
/** Units without a counterpart that are listed. */
const aloneMost = 20

const caution = 'A score is a weight of evidence, not a percentage. Bands were set on pairs judged by readers.'

export function overlapsPage(
  context: Context,
  report: OverlapReport,
  a: PlanRef,
  b: PlanRef,
  compare?: string
): string {
  const view = pairView(context, report, a, b)
  const [first, second] = view.sides
  const found = sharedCount(view.places)
  const shown = shownPairs(view)
  const title = `Where ${first.name} and ${second.name} say the same`
  return page(context, {
    title,
    nav: 'overlaps',
    caution,
    body: [
      html`<header class="lede">
  ${pairTrail(context)}
  <h1>${title}</h1>
  <p class="stand">${sideLede(context, first)} against ${sideLede(context, second)}.</p>
  <p class="prose">${found.all === 0 ? 'No commitment of one stands in the other.' : html`The two plans share ${count(found.all, 'commitment')}: ${figure(found.same)} the same, ${figure(found.related)} related.`} ${aloneSentence(view)}</p>
  <dl class="key">${(['same', 'related', 'topic'] as const).map((band) => html`<div><dt>${bandMark(band)}</dt><dd>${bandMeanings[band]}</dd></div>`)}</dl>
  ${compare && !context.single && html`<p class="row-links"><a href="${to(context, compare)}">The two plans side by side</a></p>`}
</header>
`,
      delivered(view),
      section('h-mx', 'Outcome by outcome', outcomeMatrix(view)),
      view.shared.length > 0 && section('h-ties', 'The two plans and what ties them', tiedTrees(view)),
      section(
        'pairs',
        'Pairs, strongest first',
        shown.length === 0
          ? blank('No pair is near.', 'The nearest words of each unit stand in overlaps.json.')
          : pairList(context, view, shown)
      ),
      aloneSection(context, view, 0),
      aloneSection(context, view, 1)
    ]
  })
}

/** Reasons told of one pair, and characters of an explanation under a quote; all stand in overlaps.json. */
const reasonsMost = 5
const detailMost = 160

function shortened(words: string): string {
  return words.length > detailMost ? `${words.slice(0, detailMost).toWellFormed()}…` : words
}

const bandMeanings = {same: 'one commitment', related: 'same aim, other means or scope', topic: 'same subject only'}

function aloneSentence(view: PairView): string {
  const parts = ([0, 1] as const).map((index) => {
    const {all, alone} = aloneUnits(view, index)
    const level = all[0]?.type ?? 'priority'
    return `${figure(alone.length)} of ${count(all.length, level, plural(level))} of ${view.sides[index].name}`
  })
  return `No counterpart has been found for ${listed(parts)}.`
}

function delivered({report, sides}: PairView): Html | undefined {
  const ids = sides.map(({id}) => id)
  const ties = (report.deliveredBy ?? []).filter(
    ({plan, outcome}) => ids.includes(plan) && ids.some((id) => outcome.startsWith(id) || !outcome.includes('#'))
  )
  if (ties.length === 0) return undefined
  return section(
    'h-by',
    'One carries out the other',
    points(ties.map(({text, score}) => ({finding: setSentence(text), note: `score ${scoreInWords(score)}`})))
  )
}

function shownPairs({places}: PairView): PairPlace[] {
  const near = places.filter(({pair}) => pair.band === 'same' || pair.band === 'related')
  const order = {same: 0, related: 1, topic: 2, none: 3}
  const topics = places.filter(({pair}) => pair.band === 'topic' && pair.mutual)
  return [
    ...near.sort((p, q) => order[p.pair.band] - order[q.pair.band] || q.pair.score - p.pair.score).slice(0, nearMost),
    ...topics.slice(0, topicMost)
  ]
}

function pairList(context: Context, view: PairView, shown: readonly PairPlace[]): Html {
  const near = view.places.filter(({pair}) => pair.band === 'same' || pair.band === 'related').length
  const topics = view.places.filter(({pair}) => pair.band === 'topic').length
  const tops = shown.map(({a}) => topOf(view.report, a))
  const topNames = new Map(tops.map((top) => [top.id, unitName(top)]))
  const topNumbers = new Map([...topNames.keys()].map((id, index) => [id, String(index)]))
  return html`<div class="side rail">
    ${filters('.pair', 'pairs', [
      {
        legend: 'Band',
        name: 'band',
        values: filterValues(
          tally(
            shown.map(({pair}) => pair.band),
            ['same', 'related', 'topic']
          )
        )
      },
      {
        legend: 'Level',
        name: 'level',
        values: filterValues(
          tally(
            shown.map(({a}) => a.type),
            ['outcome', 'priority', 'action', 'measure']
          )
        )
      },
      {
        legend: `Part of ${view.sides[0].name}`,
        name: 'top',
        values: [
          ...tally(
            tops.map(({id}) => id),
            view.report.units.map(({id}) => id)
          )
        ].map(([id, amount]) => ({
          value: topNumbers.get(id)!,
          words: topNames.get(id)!,
          count: amount
        }))
      }
    ])}
    <div>
      <div class="bar"><p data-script hidden><output id="shown" data-what="pairs"></output></p><p class="small soft">${count(shown.length, 'pair stands', 'pairs stand')} here, of ${figure(near)} near and ${figure(topics)} of the same subject only. All are in overlaps.csv.</p><p class="small soft"><mark>underlined</mark> shared words, <mark class="eq">dashed</mark> words of equal meaning</p></div>
      <div data-empty="shown" hidden>${blank('No pair has all of these marks.', 'Take a filter away to see more.')}</div>
      <ol class="pairs">${shown.map((place, index) => pairEntry(context, view, place, index, topNumbers.get(tops[index]!.id)!))}</ol>
    </div>
  </div>`
}

function pairEntry(context: Context, view: PairView, {pair, a, b}: PairPlace, index: number, top: string): Html {
  return html`<li class="pair" id="x-${index + 1}" data-band="${pair.band}" data-level="${a.type}" data-top="${top}"><header>${bandMark(pair.band)} <span>score ${scoreInWords(pair.score)}</span>${pair.mutual && html`<span>each is the other’s nearest</span>`}${pair.reuse && html`<span>nearly the same sentence</span>`}<span class="soft">${a.type} and ${b.type}</span></header><div class="two">${[
    a,
    b
  ].map((unit, side) =>
    quoteFigure(context, view.sides[side as 0 | 1], unit, pair.reasons)
  )}</div>${pair.reasons.length > 0 && html`<ul class="reasons">${pair.reasons.slice(0, reasonsMost).map(reasonLine)}</ul>`}</li>
`
}

function quoteFigure(context: Context, side: PairSide, unit: OverlapUnit, reasons: readonly OverlapReason[]): Html {
  return html`<figure class="${side.mark}"><figcaption>${who(side.name, side.mark, false)} <span>${unitName(unit)}</span> ${chip(context, {plan: unit.plan, unit: unitIdOf(unit), pages: unit.pages ?? []})}</figcaption><blockquote>${markedWords(unit.text, reasons)}</blockquote>${unit.detail && html`<p class="small">${said(shortened(unit.detail))}</p>`}</figure>`
}

const reasonWords: Readonly<Record<OverlapReason['kind'], string>> = {
  'shared-words': 'Shared words',
  'equal-words': 'Equal meaning',
  parents: 'Same place',
  'facet-agrees': 'Agrees',
  'facet-clashes': 'Differs',
  reuse: 'Same sentence',
  meaning: 'Near in meaning'
}

/** What 'near in meaning' rests on is told once, on the page of methods. */
const vectorsTold = /, by (?:their )?sentence vectors/

function reasonLine({kind, text}: OverlapReason): Html {
  return html`<li><b>${reasonWords[kind]}:</b> ${setSentence(text.replace(vectorsTold, ''))}</li>`
}

function aloneSection(context: Context, view: PairView, side: 0 | 1): Html | undefined {
  const {all, alone} = aloneUnits(view, side)
  if (alone.length === 0) return undefined
  const [own, other] = side === 0 ? view.sides : [view.sides[1], view.sides[0]]
  const level = plural(all[0]?.type ?? 'unit')
  const nearest = (unit: OverlapUnit) => view.places.find(({a, b}) => (side === 0 ? a.id : b.id) === unit.id)
  return section(
    `h-alone-${side}`,
    html`${alone.length} of ${all.length} ${level} of ${who(own.name, own.mark)} without a counterpart`,
    table({
      id: `t-alone-${side}`,
      caption: `The nearest words in ${other.name}, though they are not near enough`,
      note:
        alone.length > aloneMost
          ? `The first ${aloneMost} in the plan’s order.`
          : 'Nearness is judged by words and meaning; what a plan does not say may be said elsewhere.',
      head: headRow([html`${own.name} says`, html`The nearest in ${other.name}`, ['Score', 'num']]),
      body: html`<tbody>${alone.slice(0, aloneMost).map((unit) => {
        const found = nearest(unit)
        const match = found && (side === 0 ? found.b : found.a)
        return html`<tr><th scope="row">${said(unit.text)} <span class="soft">${unitName(unit)}</span> ${chip(context, {plan: unit.plan, unit: unitIdOf(unit), pages: unit.pages ?? []})}</th><td>${match ? html`${said(match.text)} <span class="soft">${unitName(match)}</span> ${chip(context, {plan: match.plan, unit: unitIdOf(match), pages: match.pages ?? []})}` : unsaid('Nothing near.')}</td><td class="num">${found ? scoreInWords(found.pair.score) : hidden('none')}</td></tr>
`
      })}</tbody>`
    })
  )
}
