/** The tree of a plan as nested, folding lists: every unit with its page, its facets below it, its gaps beside it. */
import type {Gap} from '../../../analyses/types.ts'
import {isGoal} from '../../../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../../../plan-tree/nodes.ts'
import {goalsOf} from '../../../plan-tree/walk.ts'
import {belowInWords, termWords} from '../../wording.ts'
import {type Context, type PlanEntry, unitAnchor} from '../context.ts'
import {facetsOf, measureFacts} from '../facets.ts'
import {type Html, html, joined} from '../html.ts'
import {chip, said} from '../parts.ts'
import {type GapsByUnit, gapNotes, gapsByUnit} from './gaps.ts'

/** Up to this many goals all outcomes are open; a longer plan is first seen as its list of outcomes, the first one open. */
const openGoals = 60

export interface Outline {
  context: Context
  entry: PlanEntry
  gaps: GapsByUnit
}

/** The goals of a plan, outcomes first as folds; goals outside every outcome under a heading of their own. */
export function planOutline(context: Context, entry: PlanEntry, gaps: readonly Gap[]): Html {
  const outline: Outline = {context, entry, gaps: gapsByUnit(gaps)}
  const runs = topRuns(entry.plan)
  const few = goalsOf(entry.plan).length <= openGoals
  return html`<ol class="tree">${runs.map((run, index) =>
    Array.isArray(run)
      ? looseGoals(outline, run, runs.length === 1)
      : outcomeRow(outline, run as Goal, index === 0 || few)
  )}</ol>`
}

/** Top goals in reading order: outcomes one by one, other goals that follow one another as one run. */
function topRuns(plan: Plan): (Goal | Goal[])[] {
  const runs: (Goal | Goal[])[] = []
  for (const goal of plan.children.filter((child): child is Goal => isGoal(child))) {
    const last = runs.at(-1)
    if (goal.type === 'outcome') runs.push(goal)
    else if (Array.isArray(last)) last.push(goal)
    else runs.push([goal])
  }
  return runs
}

function looseGoals(outline: Outline, goals: readonly Goal[], only: boolean): Html {
  const title = only ? 'The plan names no outcome' : 'Under no outcome'
  return html`<li class="outcome"><details open><summary><b class="term">${title}</b> <small>${belowInWords(goals)}</small></summary>
${unitList(outline, goals, 'Goals under no outcome')}</details></li>`
}

function outcomeRow(outline: Outline, outcome: Goal, open: boolean): Html {
  const {context, entry} = outline
  const below = (outcome.children as PlanNode[]).filter(isGoal)
  const direct = below.filter(isLeaf)
  const late = isLate(below)
  return html`<li class="outcome" id="${unitAnchor(outcome.id)}">${chip(context, {plan: entry.id, unit: outcome.id, pages: outcome.pages})}<details${open && html` open`}><summary>${termOf(outcome)} ${said(outcome.title)} <small>${belowInWords(goalsOf(outcome).slice(1))}</small></summary>
<div class="unit fore"><div>${outcome.detail && html`<p>${said(outcome.detail)}</p>`}${facetsOf(context, entry, outcome)}${late ? undefined : leafList(outline, direct)}</div>${rowGaps(outline, outcome, late ? [] : direct)}</div>
${unitList(
  outline,
  below.filter((goal) => !isLeaf(goal)),
  `Below ${termWords(outcome)}`
)}${late && html`<div class="unit"><div><p class="term">${belowInWords(direct)} of ${termWords(outcome)}</p>${leafList(outline, direct)}</div>${leafGaps(outline, direct)}</div>`}</details></li>
`
}

/** Whether the measures of an outcome are printed after its priorities: they stand there, too. */
function isLate(below: readonly Goal[]): boolean {
  const first = below.findIndex(isLeaf)
  return first > 0 && first > below.findLastIndex((goal) => !isLeaf(goal))
}

function isLeaf(goal: Goal): boolean {
  return goal.type === 'measure' || goal.type === 'milestone'
}

function unitList(outline: Outline, goals: readonly Goal[], name: string, sub = false): Html | undefined {
  if (goals.length === 0) return undefined
  return html`<ol${sub && html` class="sub"`} aria-label="${name}">${goals.map((goal) => unitRow(outline, goal))}</ol>`
}

function unitRow(outline: Outline, goal: Goal): Html {
  const {context, entry} = outline
  const below = (goal.children as PlanNode[]).filter(isGoal)
  const leaves = below.filter(isLeaf)
  return html`<li class="unit ${goal.type}" id="${unitAnchor(goal.id)}"><div>${chip(context, {plan: entry.id, unit: goal.id, pages: goal.pages})}<h3>${termOf(goal)} ${said(goal.title)}</h3>${goal.detail && html`<p>${said(goal.detail)}</p>`}${isLeaf(goal) ? measureFacts(outline, goal) : undefined}${leafList(outline, leaves)}${facetsOf(context, entry, goal)}</div>${rowGaps(outline, goal, leaves)}${unitList(
    outline,
    below.filter((child) => !isLeaf(child)),
    `Below ${termWords(goal)}`,
    true
  )}</li>
`
}

/** Measures and milestones stand as lines inside the row of the goal that they belong to. */
function leafList(outline: Outline, leaves: readonly Goal[]): Html | undefined {
  if (leaves.length === 0) return undefined
  const {context, entry} = outline
  return html`<ul class="does" aria-label="Measures and milestones">${leaves.map(
    (leaf) =>
      html`<li id="${unitAnchor(leaf.id)}">${joined([
        leaf.type === 'milestone' && html`<b class="term">Milestone</b>`,
        leaf.label && html`<b class="term">${leaf.label}</b>`,
        said(leaf.title),
        leaf.pages.length > 0 &&
          differs(leaf, entry) &&
          chip(context, {plan: entry.id, unit: leaf.id, pages: leaf.pages})
      ])}${leaf.detail && html`<br>${said(leaf.detail)}`} ${measureFacts(outline, leaf)}${facetsOf(context, entry, leaf)}</li>`
  )}</ul>`
}

/** A line's own page is printed where it has a frame of its own, or where it is not the page of the row. */
function differs(leaf: Goal, entry: PlanEntry): boolean {
  const parent = entry.unitById.get(entry.unitById.get(leaf.id)?.parent ?? '')
  return leaf.pages.some(({box}) => box) || leaf.pages[0]?.page !== parent?.pages[0]?.page
}

function rowGaps(outline: Outline, goal: Goal, leaves: readonly Goal[]): Html {
  return leafGaps(outline, [goal, ...leaves])
}

function leafGaps({context, entry, gaps}: Outline, goals: readonly Goal[]): Html {
  const own = goals.map(({id}) => id)
  const facets = own.flatMap((id) =>
    [...gaps].filter(([unit]) => isFacetOf(unit, id, entry)).flatMap(([, found]) => found)
  )
  return gapNotes(context, entry, [...own.flatMap((id) => gaps.get(id) ?? []), ...facets], gaps)
}

function isFacetOf(unit: string, goal: string, entry: PlanEntry): boolean {
  if (!unit.startsWith(`${goal}/`)) return false
  const found = entry.unitById.get(unit)
  return (
    found !== undefined && found.parent === goal && !/^(outcome|priority|action|measure|milestone)$/.test(found.type)
  )
}

/** The plan's word for the level with the printed number: 'Pledge 4', 'Outcome'. A label that says both stands alone. */
function termOf(goal: Goal): Html {
  return html`<b class="term">${termWords(goal)}</b>`
}
