import {isGoal} from '../../plan-tree/guards.ts'
import type {Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {findingId} from '../finding-id.ts'
import type {Match} from '../matching/found.ts'
import {planRef} from '../plan-ref.ts'
import type {Change, ChangeKind, ChangeReport, Place} from '../types.ts'
import {addedGroups, countOf, type Group} from './added.ts'
import {movedTogether} from './carried.ts'
import {classify, type Setting, type Verdict} from './classify.ts'
import {type Comparison, compare, type Draft, keptOf} from './comparison.ts'
import {findConsequences} from './consequences.ts'
import {withCuts} from './cuts.ts'
import {sameButBroken, samePrint} from './folding.ts'
import {relabelling, renumberings} from './labels.ts'
import {nameOf} from './places.ts'
import {isStatus} from './statement-words.ts'
import type {Statement} from './statements.ts'
import type {Move} from './tree-match.ts'
import {withWholeGoals} from './whole-goals.ts'
import {editsOf, wordDiff} from './words.ts'

/**
 * What changed from one draft of a plan to the next: the whole plan, front matter, sections and glossary included. What only
 * another conversion, layout or format changed is no change. Swapping the drafts gives the mirror image.
 */
export function findChanges(before: Plan, after: Plan): ChangeReport {
  const whole = withWholeGoals(withCuts(compare(before, after)))
  const {matches, moved} = movedTogether(whole)
  const comparison = {...whole, matches}
  const drafts = [
    ...matches.flatMap((match) => matchedChange(match, comparison, moved.has(match))),
    ...renumberings(comparison),
    ...addedGroups(comparison).map((group) => oneSided(group, comparison))
  ]
  const changes = numbered(withStatus(drafts, comparison))
  return {
    before: planRef(before),
    after: planRef(after),
    summary: summaryOf(changes),
    kept: keptOf(comparison),
    changes,
    consequences: findConsequences(changes, comparison)
  }
}

const textOf = (statements: readonly Statement[]): string => statements.map(({text}) => text).join(' ')

function placeOf(statements: readonly Statement[]): Place {
  const first = statements[0]!
  return {id: first.id, text: textOf(statements), pages: first.pages}
}

/** What became of words that stand in both drafts: nothing, mostly. */
function matchedChange(match: Match, comparison: Comparison, isCarried: boolean): Draft[] {
  const old = match.old.map((at) => comparison.olds[at]!)
  const now = match.new.map((at) => comparison.news[at]!)
  const [first, last] = [old[0]!, now[0]!]
  const move = moveOf(match, first, comparison)
  const wrapped = [comparison.before, comparison.after].some(({source}) => source.format === 'pdf')
  const prints = withoutNumbers(printOf(old), printOf(now))
  const same =
    samePrint(...prints, isLoose(old) || isLoose(now), wrapped) ||
    (wrapped && sameButBroken(...prints, comparison.isKnown)) ||
    isRecut(match, old, now)
  const carried = !move && isCarried
  if (same && !move && !carried) return []
  if (isCutEntry(first, last, comparison)) return []
  // A lead with and without the label that it was printed after.
  if (match.same && old.length === 1 && now.length === 1 && first.key !== last.key && !move && !carried) return []
  const reason = relabelling(old, now)
  const relabelled: Verdict | undefined = reason ? {class: 'editorial', facets: [], reason} : undefined
  const kind = move || carried ? 'moved' : relabelled ? 'renumbered' : kindOf(old, now)
  const [from, to] = withoutNumbers(textOf(old), textOf(now))
  const words = wordDiff(from, to)
  const verdict = same
    ? unchangedWords
    : (relabelled ?? ofContents(first, last) ?? classify(from, to, settingOf(first, last, comparison)))
  const whole = ['split', 'merged'].includes(kind)
  const draft: Draft = {
    kind,
    level: last.level,
    where: last.where,
    ...withMove(withKind(verdict, kind, old, now), move ?? (carried ? 'home' : undefined), first, last),
    before: placeOf(whole && kind === 'merged' ? byNode(old)[0]! : old),
    after: placeOf(whole && kind === 'split' ? byNode(now)[0]! : now),
    words,
    order: [last.at, first.at]
  }
  const about = aboutOf(last)
  if (about) draft.about = about
  if (move && last.node.type === 'section') draft.size = countOf(last.node)
  if (whole)
    draft.also = byNode(kind === 'split' ? now : old)
      .slice(1)
      .map(placeOf)
  if (first.where !== last.where) {
    draft.before!.where = first.where
    draft.after!.where = last.where
  }
  return [draft]
}

function moveOf(match: Match, {node, part}: Statement, {moves, sectionMoves}: Comparison): Move | undefined {
  if (sectionMoves.has(match)) return 'order'
  return isGoal(node) && part === 'title' ? moves.get(node) : undefined
}

/** Words too short to say what they are about: whose date, whose lead. */
const hanging = new Set(['date', 'target', 'lead'])

/** The title of the goal that a date, target or lead hangs on, where its place does not name the goal. */
function aboutOf({node, goal}: Statement): string | undefined {
  return hanging.has(node.type) && goal && goal.type !== 'outcome' ? goal.title : undefined
}

/** What the list of contents says beside the goals' titles follows from the text: never more than editorial. */
function ofContents(old: Statement, now: Statement): Verdict | undefined {
  const listed = [old, now].every(({level, node}) => level === 'contents' && node.type === 'passage')
  return listed ? {class: 'editorial', facets: [], reason: 'In the list of contents only.'} : undefined
}

/** A line of the contents that wrapped: one draft reads more of it than the other, the title itself is the same in both. */
function isCutEntry({node, key, goal}: Statement, now: Statement, {goals}: Comparison): boolean {
  const inContents = (each: PlanNode) => each.type === 'restatement' && each.where === 'contents'
  if (!inContents(node) || !inContents(now.node) || !goal || !now.goal || goals.toNew.get(goal) !== now.goal)
    return false
  return goal.title === now.goal.title && (key.includes(now.key) || now.key.includes(key))
}

/** The statements of each node, in order. */
const byNode = (statements: readonly Statement[]): Statement[][] => [
  ...Map.groupBy(statements, ({node}) => node).values()
]

/** The same words cut into more or fewer pieces: each cut may cost or add a mark, no more. */
function isRecut({old: a, new: b}: Match, old: readonly Statement[], now: readonly Statement[]): boolean {
  const cuts = a.length + b.length - 2
  const keyOf = (statements: readonly Statement[]) => statements.map(({key}) => key).join(' ')
  return cuts > 0 && keyOf(old) === keyOf(now) && editsOf(printOf(old), printOf(now)).length <= cuts
}

/** '2. ', '1.3 ' before an entry: one layout prints what another counts, or sets in a column of its own. */
const numberBefore = /^(?:\(?\d{1,2}[.)]\s{1,3}(?=[\p{L}“"'])|\d{1,2}(?:\.\d{1,2}){1,3}\s{1,3}(?=\p{Lu}\p{Ll}))/u

/** Two texts as they are compared: without the numbers before them where these differ. */
function withoutNumbers(old: string, now: string): [string, string] {
  const [a, b] = [numberBefore.exec(old)?.[0], numberBefore.exec(now)?.[0]]
  return a === b ? [old, now] : [old.replace(numberBefore, ''), now.replace(numberBefore, '')]
}

const unchangedWords: Verdict = {class: 'editorial', facets: [], reason: ''}
const printOf = (statements: readonly Statement[]): string => statements.map(({print}) => print).join(' ')

/** Words cut from their line, whose end mark is the reader's doing. */
const isLoose = (statements: readonly Statement[]): boolean =>
  statements.length > 1 ||
  statements.some(
    ({part, node}) => part === 'title' || ['lead', 'date', 'target', 'restatement'].includes(node.type)
  ) ||
  statements.some(({node}) => node.type === 'passage' && node.block === 'heading')

/** Split and merged are goals and what is listed, not sentences that an editor cut in two. */
function kindOf(old: readonly Statement[], now: readonly Statement[]): ChangeKind {
  const units = (statements: readonly Statement[]) => new Set(statements.map(({node}) => node)).size
  const isListed = ({node}: Statement) =>
    isGoal(node) || listed.has(node.type) || (node.type === 'passage' && node.block === 'listItem')
  if (![...old, ...now].every(isListed)) return 'reworded'
  if (units(now) > units(old)) return 'split'
  return units(old) > units(now) ? 'merged' : 'reworded'
}

const listed = new Set(['restatement', 'voice', 'glossaryEntry', 'lead', 'target', 'date', 'achievement', 'statistic'])

function settingOf(old: Statement, {node, part, goal, text}: Statement, {isKnown}: Comparison): Setting {
  const title = (node.type === 'outcome' && part === 'title') || (node.type === 'restatement' && node.of === 'outcome')
  const status = !goal && isStatus(text) && isStatus(old.text)
  return {type: node.type, title, status, isKnown}
}

function withKind(verdict: Verdict, kind: ChangeKind, old: readonly Statement[], now: readonly Statement[]): Verdict {
  if (kind !== 'split' && kind !== 'merged') return verdict
  const goals = [...old, ...now].some(({node}) => isGoal(node) || node.type === 'restatement')
  const [from, to] = [byNode(old).length, byNode(now).length]
  const reason =
    kind === 'split'
      ? `${from === 1 ? 'One is' : `${from} are`} now ${to}.`
      : `${from} are now ${to === 1 ? 'one' : to}.`
  // The words around a cut always differ: of what the words alone say only numbers, dates and promises hold.
  const facets = verdict.facets.filter((facet) => ['number', 'date', 'target', 'commitment', 'lead'].includes(facet))
  return {
    class: goals ? 'substantive' : verdict.class,
    facets,
    reason: facets.length ? `${reason} ${verdict.reason}` : reason
  }
}

function withMove(verdict: Verdict, move: Move | 'home' | undefined, old: Statement, now: Statement): Verdict {
  if (!move) return verdict
  const where = movedWhere(move, old, now)
  const reason = verdict === unchangedWords ? `${where}, words unchanged.` : `${where}. ${verdict.reason}`
  const goal = move === 'parent' || (move === 'home' && (isGoal(old.node) || isGoal(now.node)))
  return {...verdict, class: goal ? 'substantive' : verdict.class, reason}
}

function movedWhere(move: Move | 'home', old: Statement, now: Statement): string {
  const [from, to] = [homeOf(old), homeOf(now)]
  const below = now.node.type === 'section' ? `, with ${countOf(now.node) - 1} more below it` : ''
  if (move === 'order' && (from === to || now.node.type !== 'section')) return `Moved among its neighbours${below}`
  if (from === to) return `Moved within ${to}`
  // A heading one level up or down has the title of the plan over it, or none.
  if ([from, to].includes(top) && move === 'order') return `Moved to another place${below}`
  return `Moved from ${from} to ${to}${below}`
}

/** What a reader calls the place of words that stand under no heading. */
const top = 'the top of the plan'

function homeOf({around}: Statement): string {
  const parent = around.findLast(isGoal)
  if (parent) return nameOf(parent)
  const section = around.findLast((node) => node.type === 'section')
  return section?.title ? `“${section.title}”` : top
}

function oneSided(group: Group, comparison: Comparison): Draft {
  const {statements, side} = group
  const first = statements[0]!
  const place: Place = {id: first.id, text: textOf(group.shown), pages: first.pages}
  const added = side === 'added'
  const draft: Draft = {
    kind: side,
    class: group.class,
    level: first.level,
    where: first.where,
    facets: group.facets,
    before: added ? null : place,
    after: added ? place : null,
    words: [[added ? '+' : '-', place.text]],
    reason: group.reason,
    order: added ? [first.at, 0] : [placeBefore(first.at, comparison), first.at]
  }
  if (group.size > 1) draft.size = group.size
  const about = aboutOf(first)
  if (about) draft.about = about
  return draft
}

/** Where in the new draft a removed statement would stand: right after what stood before it. */
function placeBefore(at: number, {matches}: Comparison): number {
  let place = -1
  let nearest = -1
  for (const {old, new: now} of matches)
    if (old.at(-1)! < at && old.at(-1)! > nearest) [nearest, place] = [old.at(-1)!, now.at(-1)!]
  return place + 0.5
}

/** The plan's status, where no words of the cover say that it changed. */
function withStatus(drafts: readonly Draft[], {before, after}: Comparison): readonly Draft[] {
  if (before.status === after.status || drafts.some(({facets}) => facets.includes('status'))) return drafts
  const place = (plan: Plan): Place => ({
    id: 'plan',
    text: plan.status === 'unstated' ? plan.title : `${plan.title} (${plan.status})`,
    pages: plan.pages
  })
  const [old, now] = [place(before), place(after)]
  const reason = `The plan's status is ${after.status} now; it was ${before.status}.`
  const words = wordDiff(old.text, now.text)
  return [
    {
      kind: 'reworded',
      class: 'substantive',
      level: 'plan',
      where: 'Title',
      facets: ['status'],
      before: old,
      after: now,
      words,
      reason,
      order: [-1, -1]
    },
    ...drafts
  ]
}

function numbered(drafts: readonly Draft[]): Change[] {
  const taken = new Map<string, number>()
  return drafts
    .toSorted((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({order: _, ...change}) => {
      const words = `${change.before?.text ?? ''}|${change.after?.text ?? ''}`
      return {id: findingId(taken, change.kind, change.where, words), ...change}
    })
}

function summaryOf(changes: readonly Change[]): ChangeReport['summary'] {
  const summary = {
    added: 0,
    removed: 0,
    reworded: 0,
    moved: 0,
    split: 0,
    merged: 0,
    renumbered: 0,
    substantive: 0,
    editorial: 0
  }
  for (const change of changes) {
    summary[change.kind] += 1
    summary[change.class] += 1
  }
  return summary
}
