/** What changed between two versions: what to read first, counts by part and kind, then every change with its decision. */
import type {Change, ChangeKind, ChangeReport, PlanRef} from '../../analyses/types.ts'
import {type Sides, sidesOf} from '../names.ts'
import {changeHeading, firstPart, gist, levelInWords, placeInWords, setSentence, termWords} from '../wording.ts'
import {type Context, to} from './context.ts'
import {type Html, html, joined, type Part} from './html.ts'
import {page} from './page.ts'
import {
  blank,
  chip,
  classMark,
  count,
  figure,
  filters,
  headRow,
  hidden,
  kindMark,
  type Point,
  points,
  said,
  section,
  table,
  tally,
  unsaid,
  who
} from './parts.ts'
import {oneLine, oneSide, wordsOfChange} from './words.ts'

/** Findings that open the report; the rest stand in the list below. */
const firstMost = 8

const kinds: readonly ChangeKind[] = ['added', 'removed', 'reworded', 'moved', 'split', 'merged', 'renumbered']

export function changesPage(context: Context, report: ChangeReport): string {
  const sides = sidesOf(report)
  const changes = [...report.changes].sort((a, b) => Number(a.class === 'editorial') - Number(b.class === 'editorial'))
  const title = `What changed from ${sides.before} to ${sides.after}`
  return page(context, {
    title: `${title}: ${report.after.title}`,
    nav: 'changes',
    body: [
      lede(context, report, sides, title),
      changes.length === 0
        ? section(
            'h-list',
            'All changes',
            blank(
              'The two files hold the same plan.',
              'Every unit and every section matches word for word. Only the layout may differ.'
            )
          )
        : [
            section('h-find', 'Read these first', points(readFirst(report, changes))),
            section('h-sum', 'By part and kind', summaryTable(context, report, changes)),
            section('h-list', 'All changes, substantive first', allChanges(context, report, changes, sides))
          ]
    ],
    caution: 'In decisions, “accepted” means seen and agreed with, “ignored” seen and of no interest.'
  })
}

function lede(context: Context, report: ChangeReport, sides: Sides, title: string): Html {
  const entry = context.site.planById.get(report.after.id)
  return html`<header class="lede">
  ${
    !context.single &&
    html`<p class="trail"><a href="${to(context, 'index.html')}">${context.site.title}</a>${report.after.authority && html` / ${who(report.after.authority, entry?.side ?? '')}`}${entry && html` / <a href="${to(context, entry.path)}">${said(entry.short)}</a>`}</p>`
  }
  <h1>${title}</h1>
  <p class="stand">${said(report.after.title)}, from ${version(context, report.before, sides.before)} to ${version(context, report.after, sides.after)}.</p>
  <p class="prose">${summarySentence(report)}</p>
</header>
`
}

function version(context: Context, ref: PlanRef, side: string): Html {
  const plan = context.site.planById.get(ref.id)?.plan
  const notes = joined(
    [plan?.source.pages ? count(plan.source.pages, 'page') : '', ref.path ? said(ref.path) : ''],
    ', '
  )
  const name = side.startsWith('the ') ? side : `the ${side}`
  return html`${name}${notes.length > 0 && html` (${notes})`}`
}

function summarySentence({summary, changes}: ChangeReport): string {
  const told = kinds.filter((kind) => summary[kind] > 0).map((kind) => `${figure(summary[kind])} ${kind}`)
  const total = `${count(changes.length, 'change')}: ${figure(summary.substantive)} of substance, ${figure(summary.editorial)} editorial.`
  return `${total} ${told.length ? `By kind: ${told.join(', ')}.` : ''} Changes of layout, bullets and page numbers are left out.`
}

/** What the changes mean for the tree first, then substantive changes that no such sentence names. */
export function readFirst(report: ChangeReport, changes: readonly Change[]): Point[] {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const titles = titlesOf(report)
  const consequences = report.consequences.map(({text, where, changes: ids}): Point => {
    const change = ids.map((id) => byId.get(id)).find((found) => found !== undefined)
    return {
      finding: setSentence(text),
      note: aboutChange(change, placeInWords(where, titles), text),
      ...(change ? {link: linkTo(change)} : {})
    }
  })
  const told = new Set(report.consequences.flatMap(({changes: ids}) => ids))
  const others = changes
    .filter((change) => change.class === 'substantive' && !told.has(change.id))
    .map((change, index) => ({change, index}))
    .sort((a, b) => weightOf(a.change) - weightOf(b.change) || a.index - b.index)
    .map(({change}) => change)
    .map(
      (change): Point => ({
        finding: changeHeading(change),
        note: aboutChange(change, placeInWords(change.where, titles), changeHeading(change)),
        link: linkTo(change)
      })
    )
  const all = [...consequences.slice(0, firstMost), ...others]
  if (all.length === 0)
    return [{finding: 'No change of substance was found.', note: 'All changes are of wording, spelling or numbering.'}]
  return all.slice(0, firstMost)
}

/** Where it is, and the first words of what it is about where the finding does not quote them. */
function aboutChange(change: Change | undefined, where: string, finding: string): Part {
  const words = (change?.after ?? change?.before)?.text ?? ''
  const quote = gist(words)
  return words === '' || finding.includes(quote.replace(/…$/, '')) ? where : html`${where}: ${said(quote)}`
}

const titlesOf = ({before, after}: ChangeReport): string[] => [after.title, before.title]

/** The part of the plan that a change stands in. */
const partOf = (report: ChangeReport, change: Change): string => firstPart(placeInWords(change.where, titlesOf(report)))

const goalLevels: ReadonlySet<string> = new Set(['outcome', 'priority', 'action', 'measure', 'milestone'])
const tellingFacets: ReadonlySet<string> = new Set(['commitment', 'target', 'number', 'date', 'lead'])
const kindWeights: Readonly<Record<ChangeKind, number>> = {
  removed: 0,
  added: 1,
  merged: 1,
  split: 1,
  reworded: 2,
  moved: 3,
  renumbered: 4
}

/** The less, the earlier a reader should see it: goals before the words around them, what they promise before how. */
function weightOf({level, facets, kind}: Change): number {
  const telling = kind === 'reworded' && facets.some((facet) => tellingFacets.has(facet))
  return (goalLevels.has(level) || facets.includes('status') ? 0 : 10) + (telling ? 0 : kindWeights[kind])
}

function linkTo(change: Change): {href: string; words: Part} {
  return {
    href: `#c/${encodeURIComponent(change.id)}`,
    words: html`${kindMark(change.kind)}${hidden(`: ${changeHeading(change)}`)}`
  }
}

function summaryTable(context: Context, report: ChangeReport, changes: readonly Change[]): Html {
  const names = partNames(context, report)
  const parts = [...Map.groupBy(changes, (change) => partOf(report, change))].sort(
    ([, a], [, b]) => report.changes.indexOf(a[0]!) - report.changes.indexOf(b[0]!)
  )
  const most = Math.max(...parts.map(([, members]) => members.length))
  return table({
    id: 't-sum',
    class: 'pinned',
    caption: `${figure(report.summary.substantive)} substantive and ${figure(report.summary.editorial)} editorial changes`,
    note: 'Bold: substantive. In brackets: editorial. In the bars: full is substantive, hollow is editorial.',
    head: headRow([
      'Part of the plan',
      ...kinds.map((kind) => [kind, 'num'] as const),
      ['substantive', 'num'],
      ['editorial', 'num'],
      hidden('as a bar')
    ]),
    body: html`<tbody>${parts.map(([part, members]) => summaryRow(names.get(part) ?? part, members, most))}</tbody>
<tfoot>${summaryRow('Whole plan', changes, 0)}</tfoot>`
  })
}

/** 'Outcome 3' with the outcome's own words, as the newer plan has them. */
function partNames(context: Context, report: ChangeReport): Map<string, Html> {
  const units = [report.before, report.after].flatMap(({id}) => context.site.planById.get(id)?.units ?? [])
  const outcomes = units.filter(({type, parent}) => type === 'outcome' && parent === null)
  return new Map(outcomes.map((unit) => [termWords(unit), html`${termWords(unit)} ${said(gist(unit.text))}`] as const))
}

function summaryRow(part: Part, changes: readonly Change[], most: number): Html {
  const of = (name: Change['class']) => changes.filter((change) => change.class === name).length
  const cells = kinds.map((kind) => countCell(changes.filter((change) => change.kind === kind)))
  return html`<tr><th scope="row">${part}</th>${cells}<td class="num"><b>${figure(of('substantive'))}</b></td><td class="num">${figure(of('editorial'))}</td><td>${
    most > 0 && bar(of('substantive'), of('editorial'), most)
  }</td></tr>
`
}

function countCell(changes: readonly Change[]): Html {
  if (changes.length === 0) return html`<td class="num zero"><span aria-hidden="true">·</span>${hidden('0')}</td>`
  const substantive = changes.filter((change) => change.class === 'substantive').length
  const editorial = changes.length - substantive
  return html`<td class="num">${substantive > 0 ? html`<b>${figure(substantive)}</b>` : html`<span class="zero">0</span>`}${editorial > 0 && ` (${figure(editorial)})`}</td>`
}

const barWidth = 88

function bar(full: number, hollow: number, most: number): Html {
  const step = barWidth / most
  const round = (points: number) => Number(points.toFixed(1))
  return html`<svg width="${barWidth}" height="12" viewBox="0 0 ${barWidth} 12" aria-hidden="true">${
    full > 0 && html`<rect class="f-ink" x="0" y="2" width="${round(full * step)}" height="8"/>`
  }${hollow > 0 && html`<rect class="f-none" x="${round(full * step)}" y="2.7" width="${round(hollow * step)}" height="6.6"/>`}</svg>`
}

function allChanges(context: Context, report: ChangeReport, changes: readonly Change[], sides: Sides): Html {
  const partNumbers = new Map(
    [...tally(changes.map((change) => partOf(report, change))).keys()].map((part, index) => [part, index])
  )
  const consequences = new Map<string, string[]>()
  for (const {changes: ids, text} of report.consequences)
    for (const id of ids) consequences.set(id, [...(consequences.get(id) ?? []), text])
  return html`<div class="side rail">
    ${changeFilters(report, changes)}
    <div>
      <div class="bar">
        <fieldset><legend class="hide">Show the words</legend><label class="opt"><input type="radio" name="view" id="view-line" checked> In one line</label><label class="opt"><input type="radio" name="view" id="view-side"> Side by side</label></fieldset>
        <p data-script hidden><output id="shown" data-what="changes"></output></p>
        <p data-script hidden><span id="decided" role="status"></span> <button type="button" id="save-decisions">Save decisions to a file</button></p>
        <p class="small soft"><ins>underlined</ins> added, <del>struck out</del> removed</p>
      </div>
      <div data-empty="shown" hidden>${blank('No change has all of these marks.', 'Take a filter away to see more.')}</div>
      <ol class="changes" data-decisions="${`${report.before.id.slice(0, 8)}-${report.after.id.slice(0, 8)}`}">${changes.map(
        (change, index) =>
          changeEntry(context, report, change, sides, consequences.get(change.id) ?? [], [
            index + 1,
            partNumbers.get(partOf(report, change)) ?? 0
          ])
      )}</ol>
    </div>
  </div>`
}

function changeFilters(report: ChangeReport, changes: readonly Change[]): Html {
  const values = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([value, amount]) => ({value, words: value, count: amount}))
  const parts = [...tally(changes.map((change) => partOf(report, change)))]
  return filters('.change', 'changes', [
    {
      legend: 'Class',
      name: 'class',
      values: values(
        tally(
          changes.map((change) => change.class),
          ['substantive', 'editorial']
        )
      )
    },
    {
      legend: 'Kind',
      name: 'kind',
      values: values(
        tally(
          changes.map((change) => change.kind),
          kinds
        )
      )
    },
    {legend: 'What it touches', name: 'facet', values: values(tally(changes.flatMap((change) => change.facets)))},
    {
      legend: 'Part of the plan',
      name: 'part',
      values: parts.map(([part, amount], index) => ({value: String(index), words: part, count: amount}))
    }
  ])
}

function changeEntry(
  context: Context,
  report: ChangeReport,
  change: Change,
  sides: Sides,
  consequences: readonly string[],
  [number, part]: readonly [number: number, part: number]
): Html {
  const words = wordsOfChange(change)
  const heading = changeHeading(change)
  return html`<li class="change ${change.class}" id="c/${change.id}" data-class="${change.class}" data-kind="${change.kind}" data-part="${part}" data-facet="${change.facets.join(' ')}">
<div><h3>${heading}</h3>
<p class="meta">${kindMark(change.kind)} ${classMark(change.class)} ${fromTo(context, report, change, sides)} <span>${placeOf(report, change)}${change.facets.length > 0 && ` · touches ${change.facets.join(', ')}`}</span></p>
<p class="line inline said" dir="auto">${oneLine(words)}</p>
<div class="sides"><div><p class="small soft">${sides.before}</p>${sideWords(change, words, '-', sides.before)}</div><div><p class="small soft">${sides.after}</p>${sideWords(change, words, '+', sides.after)}</div></div>
${furtherPlaces(context, report, change)}${whyLine(change.reason, heading, consequences)}</div>
${decision(number)}</li>
`
}

/** Where the change stands, and its level where the path does not say it. */
function placeOf(report: ChangeReport, change: Change): string {
  const where = placeInWords(change.where, titlesOf(report))
  const level = levelInWords(change.level)
  return where.toLowerCase().includes(level) || level === 'passage' ? where : `${where}, ${level}`
}

/** The reason, where it says more than the heading, and what the change means for the tree. */
function whyLine(reason: string, heading: string, consequences: readonly string[]): Html | undefined {
  const told = heading.includes(reason.replace(/\.$/, '')) ? '' : setSentence(reason)
  if (told === '' && consequences.length === 0) return undefined
  return html`<p class="why">${told}${consequences.map((text) => html` <b>${setSentence(`${text}.`)}</b>`)}</p>`
}

function sideWords(change: Change, words: Change['words'], side: '-' | '+', name: string): Html {
  const place = side === '-' ? change.before : change.after
  if (!place) return html`<p>${unsaid(`Not in ${named(name)}.`)}</p>`
  return html`<p class="said" dir="auto">${oneSide(words, side)}</p>`
}

const named = (side: string): string => (side.startsWith('the ') ? side : `the ${side}`)

function fromTo(context: Context, report: ChangeReport, {before, after}: Change, sides: Sides): Html {
  const side = (place: Change['before'], plan: PlanRef, name: string) =>
    place
      ? html`<span>${name} ${chip(context, {plan: plan.id, unit: place.id, pages: place.pages, of: named(name)})}</span>`
      : unsaid(`not in ${named(name)}`)
  return html`<span class="from-to">${side(before, report.before, sides.before)} <span aria-hidden="true">→</span> ${side(after, report.after, sides.after)}</span>`
}

/** The other halves of a split or a merge. */
function furtherPlaces(context: Context, report: ChangeReport, change: Change): Html | undefined {
  if (!change.also?.length) return undefined
  const plan = change.kind === 'merged' ? report.before : report.after
  return html`<ul class="does">${change.also.map(
    (place) => html`<li>${said(place.text)} ${chip(context, {plan: plan.id, unit: place.id, pages: place.pages})}</li>`
  )}</ul>
`
}

function decision(number: number): Html {
  const option = (value: string, words: string, checked = false) =>
    html`<label class="opt"><input type="radio" name="d-${number}" value="${value}"${checked && html` checked`}> ${words}</label>`
  return html`<fieldset class="decision" data-script hidden><legend>Decision ${hidden(`on change ${number}`)}</legend>${option('open', 'Open', true)}${option('accepted', 'Accepted')}${option('ignored', 'Ignored')}<details><summary>Note</summary><textarea aria-label="Note on change ${number}" rows="2" placeholder=" "></textarea></details></fieldset>`
}
