/** The facets of a goal: why it matters, what was asked, who leads, dates, targets, figures, and what no rule claimed. */
import {isGoal} from '../../plan-tree/guards.ts'
import type {Facet, Goal, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {type Context, type PlanEntry, unitAnchor} from './context.ts'
import {type Html, html, joined, type Part} from './html.ts'
import {chip, said} from './parts.ts'

/** Longest line that ends in a colon and only leads in what follows, in characters: 'What are our priorities:'. */
const leadInMost = 80

type FacetOf<Type extends Facet['type']> = Extract<Facet, {type: Type}>

function facetsIn<Type extends Facet['type']>(node: Goal | Plan, type: Type): FacetOf<Type>[] {
  return (node.children as PlanNode[]).filter((child): child is FacetOf<Type> => child.type === type)
}

/** Everything that a goal says of itself but its measures; nothing is left out. */
export function facetsOf(context: Context, entry: PlanEntry, goal: Goal | Plan): Part {
  const words = (facet: Facet) => said(facet.value, anchorOf(entry, facet))
  const paragraphs = [...facetsIn(goal, 'rationale'), ...facetsIn(goal, 'passage')]
  const headings = paragraphs.filter(isHeading)
  const voices = facetsIn(goal, 'voice')
  const told = new Set<Facet>(isLeaf(goal) ? Object.values(factFacets(goal)) : [])
  const dates = (...roles: string[]) => facetsIn(goal, 'date').filter((date) => roles.includes(date.role))
  const lines = (
    [
      ['Lead', facetsIn(goal, 'lead')],
      ['Start', dates('start')],
      ['Due', dates('due')],
      ['Review', dates('review')],
      ['Period', dates('period', 'asAt')],
      ['Target', facetsIn(goal, 'target')],
      ['Figure', facetsIn(goal, 'statistic')],
      ['Names', facetsIn(goal, 'reference')]
    ] as [string, Facet[]][]
  ).map(([term, facets]) => [term, facets.filter((facet) => !told.has(facet))] as const)
  return [
    paragraphs.filter((facet) => !isHeading(facet)).map((facet) => html`<p>${words(facet)}</p>`),
    voices.length > 0 &&
      html`<details><summary class="small">What people asked for and said (${voices.length})</summary><ul class="does">${voices.map(
        (voice) =>
          html`<li>${words(voice)}${voice.askedBy && html` <span class="soft">${voice.askedBy}</span>`} ${chip(context, {plan: entry.id, unit: entry.idOf.get(voice), pages: voice.pages})}</li>`
      )}</ul></details>`,
    again(context, entry, restated(goal, false), words),
    inTheSameWords(context, entry, restated(goal, true)),
    lines.some(([, facets]) => facets.length > 0) &&
      html`<dl class="facts">${lines.map(
        ([term, facets]) =>
          facets.length > 0 &&
          html`<div><dt>${term}</dt><dd>${joined(
            facets.map((facet) => leadWords(facet, words(facet))),
            '; '
          )}</dd></div>`
      )}</dl>`,
    headings.length > 0 &&
      html`<p class="small soft">Headings here: ${joined(
        headings.map((facet) => words(facet)),
        ' · '
      )}</p>`
  ]
}

/** A heading that no rule took as a goal says what comes next on the page, and little in the tree. */
function isHeading(facet: Facet): boolean {
  if (facet.type !== 'passage') return false
  return facet.block === 'heading' || (facet.value.length <= leadInMost && facet.value.trimEnd().endsWith(':'))
}

function leadWords(facet: Facet, words: Html): Html {
  const note = facet.type === 'lead' ? facet.note : undefined
  return html`${words}${note && html` ${said(note)}`}`
}

/** Where the plan says the goal again, in other words. */
function again(
  context: Context,
  entry: PlanEntry,
  facets: readonly FacetOf<'restatement'>[],
  words: (facet: Facet) => Html
): Part {
  return (
    facets.length > 0 &&
    html`<details><summary class="small">Said again elsewhere (${facets.length})</summary><ul class="does">${facets.map(
      (facet) =>
        html`<li>${words(facet)} <span class="soft">${facet.where}</span> ${chip(context, {plan: entry.id, unit: entry.idOf.get(facet), pages: facet.pages})}</li>`
    )}</ul></details>`
  )
}

/** Where the goal stands once more as it is: the places alone. */
function inTheSameWords(context: Context, entry: PlanEntry, facets: readonly FacetOf<'restatement'>[]): Part {
  return (
    facets.length > 0 &&
    html`<p class="small soft">In the same words: ${joined(
      facets.map(
        (facet) =>
          html`<span id="${anchorOf(entry, facet) ?? ''}">${facet.where}</span> ${chip(context, {plan: entry.id, unit: entry.idOf.get(facet), pages: facet.pages})}`
      ),
      ', '
    )}</p>`
  )
}

/** Where the goal is said again, in its own words or in others. */
function restated(goal: Goal | Plan, same: boolean): FacetOf<'restatement'>[] {
  const title = isGoal(goal) ? fold(goal.title) : ''
  return facetsIn(goal, 'restatement').filter((facet) => (fold(facet.value) === title) === same)
}

const fold = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function isLeaf(goal: Goal | Plan): goal is Goal {
  return goal.type === 'measure' || goal.type === 'milestone'
}

/** The facets that the one line under a measure tells; all others stand below it. */
function factFacets(goal: Goal): {baseline?: Facet; target?: Facet; start?: Facet; due?: Facet} {
  const dates = facetsIn(goal, 'date')
  const found = {
    baseline: facetsIn(goal, 'statistic').find((each) => each.data?.baseline === true),
    target: facetsIn(goal, 'target')[0],
    start: dates.find((date) => date.role === 'start'),
    due: dates.find((date) => date.role === 'due') ?? dates.find((date) => date.role === 'review')
  }
  return Object.fromEntries(Object.entries(found).filter(([, facet]) => facet !== undefined))
}

/** 'from 21% · to 14% · by March 2029' of a measure or milestone. */
export function measureFacts(context: {entry: PlanEntry}, goal: Goal): Html | undefined {
  const {baseline, target, start, due} = factFacets(goal)
  const words = (before: string, facet: Facet | undefined) =>
    facet && html`${before} ${said(facet.value, unitAnchor(context.entry.idOf.get(facet) ?? ''))}`
  const kept = joined([words('from', baseline), words('to', target), words('starts', start), words('by', due)], ' · ')
  return kept.length ? html`<span class="fact">${kept}</span>` : undefined
}

/** Anchor of a node; none for those that the flat form leaves out. */
function anchorOf(entry: PlanEntry, node: PlanNode): string | undefined {
  const id = entry.idOf.get(node)
  return id === undefined ? undefined : unitAnchor(id)
}
