/** Every change of a report with its words, its reason and its decision, and the filters beside them. */
import type {Change, ChangeReport, PlanRef} from '../../../analyses/types.ts'
import {type Sides, sideInSentence} from '../../names.ts'
import {changeHeading, levelInWords, placeInWords, setSentence} from '../../wording.ts'
import type {Context} from '../context.ts'
import {type Html, html} from '../html.ts'
import {blank, chip, classMark, filters, filterValues, hidden, kindMark, said, tally, unsaid} from '../parts.ts'
import {oneLine, oneSide, wordsOfChange} from '../words.ts'
import {kinds, partOf, titlesOf} from './places.ts'

export function allChanges(context: Context, report: ChangeReport, changes: readonly Change[], sides: Sides): Html {
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
      ${decisionForm()}<ol class="changes" data-decisions="${`${report.before.id.slice(0, 8)}-${report.after.id.slice(0, 8)}`}">${changes.map(
        (change) =>
          changeEntry(
            context,
            report,
            change,
            sides,
            consequences.get(change.id) ?? [],
            partNumbers.get(partOf(report, change)) ?? 0
          )
      )}</ol>
    </div>
  </div>`
}

function changeFilters(report: ChangeReport, changes: readonly Change[]): Html {
  const parts = [...tally(changes.map((change) => partOf(report, change)))]
  return filters('.change', 'changes', [
    {
      legend: 'Class',
      name: 'class',
      values: filterValues(
        tally(
          changes.map((change) => change.class),
          ['substantive', 'editorial']
        )
      )
    },
    {
      legend: 'Kind',
      name: 'kind',
      values: filterValues(
        tally(
          changes.map((change) => change.kind),
          kinds
        )
      )
    },
    {legend: 'What it touches', name: 'facet', values: filterValues(tally(changes.flatMap((change) => change.facets)))},
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
  part: number
): Html {
  const words = wordsOfChange(change)
  const heading = changeHeading(change)
  return html`<li class="change ${change.class}" id="c/${change.id}" data-class="${change.class}" data-kind="${change.kind}" data-part="${part}" data-facet="${change.facets.join(' ')}">
<div><h3>${heading}</h3>
<p class="meta">${kindMark(change.kind)} ${classMark(change.class)} ${fromTo(context, report, change, sides)} <span>${placeOf(report, change)}${change.facets.length > 0 && ` · touches ${change.facets.join(', ')}`}</span></p>
<p class="line inline said">${oneLine(words)}</p>
<div class="sides"><div><p class="small soft">${sides.before}</p>${sideWords(change, words, '-', sides.before)}</div><div><p class="small soft">${sides.after}</p>${sideWords(change, words, '+', sides.after)}</div></div>
${furtherPlaces(context, report, change)}${whyLine(change.reason, heading, consequences)}${decidedBefore(change)}</div></li>
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
  if (!place) return html`<p>${unsaid(`Not in ${sideInSentence(name)}.`)}</p>`
  return html`<p class="said">${oneSide(words, side, place.text)}</p>`
}

function fromTo(context: Context, report: ChangeReport, {before, after}: Change, sides: Sides): Html {
  const side = (place: Change['before'], plan: PlanRef, name: string) =>
    place
      ? html`<span>${name} ${chip(context, {plan: plan.id, unit: place.id, pages: place.pages})}</span>`
      : unsaid(`not in ${sideInSentence(name)}`)
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

/** The decision on one change: the script sets it beside each, chosen already where an earlier draft's was carried over. */
function decisionForm(): Html {
  const option = (value: string, words: string) =>
    html`<label class="opt"><input type="radio" value="${value}"> ${words}</label>`
  return html`<template id="decision"><fieldset class="decision"><legend>Decision ${hidden('')}</legend>${option('open', 'Open')}${option('accepted', 'Accepted')}${option('ignored', 'Ignored')}<details><summary>Note</summary><textarea rows="2" placeholder=" "></textarea></details></fieldset></template>`
}

/** A decision on the same change of an earlier draft, said where scripts are off, too. */
function decidedBefore({decision}: Change): Html | undefined {
  return (
    decision &&
    html`<p class="why decided" data-mark="${decision.mark}"><b>Decided before: ${decision.mark}</b>${decision.note && html`, <span>${decision.note}</span>`}</p>`
  )
}
