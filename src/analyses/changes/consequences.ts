import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PlanNode} from '../../plan-tree/nodes.ts'
import {findingId} from '../finding-id.ts'
import {profilesBeside} from '../matching/profile.ts'
import {likeness} from '../matching/similarity.ts'
import type {Change, Consequence} from '../types.ts'
import {shiftOf} from './commitment.ts'
import type {Comparison} from './comparison.ts'
import {capital, type Finding, quoted} from './consequence-words.ts'
import {restatedElsewhere} from './restated.ts'
import {delayOf, valueShift} from './values.ts'

/** Rules of consequences, the gravest first: the order in which a reviewer reads them. */
const consequenceRules = [
  'measure-removed-priority-stays',
  'priority-unmeasured',
  'goal-removed',
  'deadline-put-off',
  'target-lowered',
  'promise-weakened',
  'lead-changed',
  'scope-narrowed',
  'voice-promise-gone',
  'body-changed-restatement-not',
  'restatement-changed-body-not',
  'priority-measured-now'
] as const

/** What the changes mean for the tree, the gravest first. */
export function findConsequences(changes: readonly Change[], comparison: Comparison): Consequence[] {
  const findings = [
    ...changes.flatMap((change) => findingsOf(change, comparison)),
    ...measured(changes, comparison),
    ...restatedElsewhere(changes, comparison)
  ]
  const rank = (finding: Finding) => consequenceRules.indexOf(finding.rule as (typeof consequenceRules)[number])
  const place = new Map(changes.map(({id}, at) => [id, at]))
  const firstOf = ({changes: [first]}: Finding) => place.get(first ?? '') ?? changes.length
  const levels = new Map(changes.map(({id, level}) => [id, level]))
  // What befell the goals and what hangs on them comes before what befell the words around them.
  const apart = ({rule, changes: [first]}: Finding) =>
    rule.includes('restatement') || aroundGoals.has(levels.get(first ?? '') ?? '') ? 1 : 0
  findings.sort((a, b) => apart(a) - apart(b) || rank(a) - rank(b) || firstOf(a) - firstOf(b))
  const taken = new Map<string, number>()
  return findings.map((finding) => ({id: findingId(taken, finding.rule, finding.where, finding.text), ...finding}))
}

/** Levels of what is neither a goal nor hangs on one: sections by their role, the front matter, lists of contents. */
const aroundGoals = new Set(
  'plan restatement contents summary foreword vision principles needs progress governance policy review other glossary glossaryEntry passage reference statistic achievement'.split(
    ' '
  )
)

function findingsOf(change: Change, comparison: Comparison): Finding[] {
  const found = (rule: Finding['rule'], text: string): Finding => ({
    rule,
    text,
    where: change.where,
    changes: [change.id]
  })
  const {kind, level, before, after, facets} = change
  const findings: Finding[] = []
  const ofWhat = change.about ? `, of ${quoted(change.about)}` : ''
  if (kind === 'removed' && level === 'measure' && change.class === 'substantive')
    findings.push(found('measure-removed-priority-stays', measureGone(change, comparison)))
  if (kind === 'removed' && ['outcome', 'priority', 'action'].includes(level))
    findings.push(
      found(
        'goal-removed',
        `${capital(level)} removed${change.size ? `, with ${change.size - 1} below it` : ''}: ${quoted(before!.text)}`
      )
    )
  if (level === 'lead' && facets.includes('lead'))
    findings.push(found('lead-changed', `${leadWords(before?.text, after?.text)}${ofWhat}`))
  if (
    level === 'voice' &&
    kind === 'removed' &&
    /\b(?:we|council|partnership|board) (?:will|shall|are going to)\b/i.test(before!.text)
  )
    findings.push(
      found('voice-promise-gone', `A promise made in answer to what was asked is gone: ${quoted(before!.text)}`)
    )
  if (!before || !after || level === 'restatement') return findings
  if (facets.includes('date') && promises(change))
    findings.push(...delays(before.text, after.text).map((text) => found('deadline-put-off', `${text}${ofWhat}`)))
  if (facets.includes('target'))
    findings.push(...loweredTargets(change, comparison).map((text) => found('target-lowered', `${text}${ofWhat}`)))
  const weaker = facets.includes('commitment') && weakened(change)
  if (weaker) findings.push(found('promise-weakened', `Promise weakened: ${weaker}`))
  if (facets.includes('scope') && change.reason.startsWith('Narrowed'))
    findings.push(found('scope-narrowed', change.reason.replace(/\.$/, '')))
  return findings
}

/** Words of a goal, or words that look ahead: only there a later date is a deadline put off. */
const promises = ({level, before}: Change): boolean =>
  ['outcome', 'priority', 'action', 'measure', 'milestone', 'date', 'target'].includes(level) ||
  /\b(?:will|shall|by|due|before)\b/i.test(before!.text)

/** Cosine from which a measure is taken to measure a priority of its outcome. */
const measures = 0.2

function measureGone({before}: Change, {goals, olds, news}: Comparison): string {
  const node = olds.find(({id, part}) => part === 'title' && id === before!.id)?.node
  const parent = node && isGoal(node) ? goals.oldParent.get(node) : undefined
  const stays = parent ? goals.toNew.get(parent) : undefined
  if (!stays) return `Measure removed: ${quoted(before!.text)}`
  const under = news.filter(
    (each) => each.part === 'title' && isGoal(each.node) && each.node.type !== 'measure' && isUnder(each.around, stays)
  )
  const [[measure] = [], priorities = []] = profilesBeside(
    sampleOf(news),
    [before!.text],
    under.map(({text}) => text)
  )
  const ranked = priorities
    .map((each, at) => ({at, cosine: likeness(measure!, each).cosine}))
    .sort((a, b) => b.cosine - a.cosine || a.at - b.at)
  const best = ranked[0]
  if (best && best.cosine >= measures) return `Measure removed, its priority stays: ${quoted(under[best.at]!.text)}`
  return `Measure removed, its ${stays.type} stays: ${quoted(stays.title)}`
}

/** Statements that tell which words are common in the plan. */
const sample = 300
const sampleOf = (news: Comparison['news']): string[] => {
  const step = Math.ceil(news.length / sample)
  return news.filter(({at}) => at % step === 0).map(({key}) => key)
}

const isUnder = (around: readonly PlanNode[], goal: Goal): boolean => around.includes(goal)

function leadWords(before: string | undefined, after: string | undefined): string {
  if (after === undefined || /^(?:tbc|tba|to be (?:confirmed|agreed|appointed))\b/i.test(after))
    return `Lead no longer named: ${quoted(before ?? '')} is now ${after ? quoted(after) : 'nobody'}`
  if (before && after.startsWith(before)) return `Lead kept, with a remark that is new: ${quoted(after)}`
  return before === undefined
    ? `Lead named: ${quoted(after)}`
    : `Lead changed: ${quoted(before)} is now ${quoted(after)}`
}

function delays(before: string, after: string): string[] {
  const {dates} = valueShift(before, after)
  return dates.before.flatMap((old, at) => {
    const now = dates.after[at]
    const delay = now && delayOf(old.when, now.when)
    return delay && delay.days > 0
      ? [`Deadline put off by ${delay.words}: ${quoted(old.value)} is now ${quoted(now.value)}`]
      : []
  })
}

function loweredTargets({before, after}: Change, {news}: Comparison): string[] {
  const node = news.find(({id, part}) => part === 'title' && id === after!.id)?.node
  const {quantities} = valueShift(before!.text, after!.text)
  return quantities.before.flatMap((old, at) => {
    const now = quantities.after[at]
    if (!now || now.quantity.unit !== old.quantity.unit || now.quantity.amount === old.quantity.amount) return []
    const up = now.quantity.amount > old.quantity.amount
    const fewer = isFewer(node, after!.text, now.quantity.unit)
    if (up !== fewer) return []
    return [`Target ${fewer ? 'eased' : 'lowered'} from ${old.value} to ${now.value}`]
  })
}

/** Whether less is better: of a wait any longer time is worse, of a share it depends on what is counted. */
function isFewer(node: PlanNode | undefined, text: string, unit: string): boolean {
  if (/^(?:minute|hour|day|week|month|year)s?$/.test(unit)) return !/\b(?:at least|or more|longer stays?)\b/i.test(text)
  return (
    (node?.type === 'measure' && node.direction === 'fewer') ||
    /\b(?:fewer|less|lower|reduc\w*|falls?|down (?:from|to))\b/i.test(text)
  )
}

function weakened({words, reason}: Change): string | undefined {
  const [told] = [...reason.matchAll(/(?:^|; )([^;]{1,200}): a weaker promise/g)]
  if (told) return told[1]
  const said = (mark: '-' | '+') => words.filter(([own]) => own === mark).map(([, text]) => text.trim())
  const [old, now] = [said('-'), said('+')]
  const cut = (texts: string[]) =>
    texts
      .join(' ')
      .toLowerCase()
      .split(/[^\p{L}]+/u)
  if (shiftOf(cut(old), cut(now)) !== 'weaker') return undefined
  if (old.length === 0) return `${quoted(now.join(' … '))} is new`
  return now.length === 0
    ? `${quoted(old.join(' … '))} is gone`
    : `${quoted(old.join(' … '))} is now ${quoted(now.join(' … '))}`
}

/** How many measures and milestones hang right on each goal. */
function measuresOf(statements: Comparison['olds']): Map<PlanNode, number> {
  const counts = new Map<PlanNode, number>()
  for (const {node, part, around} of statements) {
    const parent = around.at(-1)
    if (parent && part === 'title' && (node.type === 'measure' || node.type === 'milestone'))
      counts.set(parent, (counts.get(parent) ?? 0) + 1)
  }
  return counts
}

/** Goals that lost their last measure, or have their first, while they stay. */
function measured(changes: readonly Change[], {goals, olds, news}: Comparison): Finding[] {
  const [oldMeasures, newMeasures] = [measuresOf(olds), measuresOf(news)]
  return [...goals.toNew].flatMap(([old, now]): Finding[] => {
    if (old.type === 'measure' || old.type === 'milestone') return []
    const [had, has] = [oldMeasures.get(old) ?? 0, newMeasures.get(now) ?? 0]
    if (had > 0 === has > 0) return []
    const statement = news.find(({node, part}) => node === now && part === 'title')
    const near = changes.filter(
      ({kind, level, before, after}) =>
        level === 'measure' &&
        (had > 0
          ? (kind === 'removed' || kind === 'moved') && before?.id.startsWith(`${old.id}/`)
          : (kind === 'added' || kind === 'moved') && after?.id.startsWith(`${now.id}/`))
    )
    // Without a change of measures the two readings differ, not the drafts.
    if (near.length === 0) return []
    const text =
      had > 0
        ? `${capital(now.type)} without a measure now: ${quoted(now.title)}`
        : `${capital(now.type)} that had no measure now has one: ${quoted(now.title)}`
    return [
      {
        rule: had > 0 ? 'priority-unmeasured' : 'priority-measured-now',
        text,
        where: statement?.where ?? '',
        changes: near.map(({id}) => id)
      }
    ]
  })
}
