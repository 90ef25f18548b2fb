/** What changed between two versions: what to read first, counts by part and kind, then every change with its decision. */
import type {Change, ChangeReport, ChangeThread, PlanRef} from '../../../analyses/types.ts'
import {keptSentence} from '../../first-changes.ts'
import {type Sides, sideInSentence, sidesOf} from '../../names.ts'
import {gist, termWords, threadHeading} from '../../wording.ts'
import {type Context, to} from '../context.ts'
import {type Html, html, joined, type Part} from '../html.ts'
import {page} from '../page.ts'
import {blank, count, figure, headRow, hidden, points, said, section, table, unsaid, who} from '../parts.ts'
import {readFirst} from './first.ts'
import {allChanges} from './list.ts'
import {kinds, partOf} from './places.ts'

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
            section('h-find', 'Read these first', points(readFirst(report))),
            report.threads?.length ? section('h-steps', 'Between the drafts', threadsTable(report.threads)) : [],
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
  <p class="prose">${summarySentence(report)} ${keptSentence(report)}</p>
</header>
`
}

function version(context: Context, ref: PlanRef, side: string): Html {
  const plan = context.site.planById.get(ref.id)?.plan
  const notes = joined(
    [plan?.source.pages ? count(plan.source.pages, 'page') : '', ref.path ? said(ref.path) : ''],
    ', '
  )
  return html`${sideInSentence(side)}${notes.length > 0 && html` (${notes})`}`
}

function summarySentence({summary, changes}: ChangeReport): string {
  const told = kinds.filter((kind) => summary[kind] > 0).map((kind) => `${figure(summary[kind])} ${kind}`)
  const total = `${count(changes.length, 'change')}: ${figure(summary.substantive)} of substance, ${figure(summary.editorial)} editorial.`
  return `${total} ${told.length ? `By kind: ${told.join(', ')}.` : ''} Changes of layout, bullets and page numbers are left out.`
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
  if (changes.length === 0) return html`<td class="num zero">0</td>`
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

/** What one draft changed and a later one took back or changed again: the comparison of first and last cannot show it. */
function threadsTable(threads: readonly ChangeThread[]): Html {
  return table({
    id: 't-steps',
    caption: `${count(threads.length, 'place')} that more than one draft changed`,
    note: 'First and last alone do not show what came and went between them.',
    head: headRow(['What happened', 'Where', 'Before', 'Then', 'In the end']),
    body: html`<tbody>${threads.map(
      ({kind, class: grade, where, texts}) =>
        html`<tr><th scope="row">${threadHeading(kind)} (${grade})</th><td>${where}</td>${texts.map(
          (text) => html`<td>${text === null ? unsaid('not there') : said(text)}</td>`
        )}</tr>
`
    )}</tbody>`
  })
}
