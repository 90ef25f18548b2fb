import {findDates} from '../../../language/dates.ts'
import type {DateFacet, Goal, When} from '../../../plan-tree/nodes.ts'
import {walk} from '../../../plan-tree/walk.ts'
import {aboutGoal, below, type Context, type Finding, facets, type GapRule} from '../rule.ts'

export const dateInconsistent: GapRule = {
  id: 'date-inconsistent',
  severity: 'medium',
  checks:
    'A start after its end; a date before the plan begins or long after it ends; "same as below" where the row below has no date either.',
  doesNotCheck: 'Whether the dates are likely.',
  example: 'A start of March 2024 and a review of January 2024.',
  find: (context) => [
    ...turned(context),
    ...pointing(context),
    ...outside(context),
    ...unordered(context),
    ...otherPeriod(context)
  ]
}

type Span = Extract<When, {kind: 'span'}>

function span(goal: Goal, ...roles: DateFacet['role'][]): {date: DateFacet; when: Span} | undefined {
  for (const date of facets(goal, 'date'))
    if (roles.includes(date.role) && date.when.kind === 'span') return {date, when: date.when}
  return undefined
}

function turned(context: Context): Finding[] {
  return context.goals.flatMap((goal) => {
    const start = span(goal, 'start')
    const end = span(goal, 'due', 'review')
    if (!start || !end || start.when.from <= end.when.to) return []
    return [
      aboutGoal(
        goal,
        context,
        `It starts in ${start.date.value} and is due in ${end.date.value}, which is earlier.`,
        0.95
      )
    ]
  })
}

/** 'Same as below', and the row below has no date of its own: the reference leads nowhere. */
function pointing(context: Context): Finding[] {
  return context.goals.flatMap((parent) => {
    const steps = below(parent, 'milestone', 'measure').filter((step) => context.parentOf.get(step) === parent)
    return steps.flatMap((step, index) => {
      const date = facets(step, 'date').find(({when}) => when.kind === 'elsewhere')
      if (!date) return []
      const up = /\babove\b/i.test(date.value)
      const target = steps[index + (up ? -1 : 1)]
      if (
        !/\b(above|below)\b/i.test(date.value) ||
        (target && facets(target, 'date').some(({when}) => when.kind === 'span' || when.kind === 'ongoing'))
      )
        return []
      const said = target ? facets(target, 'date')[0]?.value : undefined
      return [
        aboutGoal(
          step,
          context,
          `Its date is "${date.value}", and the row ${up ? 'above' : 'below'} ${said ? `says "${said}"` : 'has none'}.`,
          0.9
        )
      ]
    })
  })
}

/** The plan's own years told differently in its text: 'the five years from 2024 to 2029' in a plan of 2024-28. */
function otherPeriod({plan}: Context): Finding[] {
  const {period} = plan
  if (!period) return []
  const found: Finding[] = []
  walk(plan, (node, ancestors) => {
    if (node.type !== 'passage' || ancestors.some((each) => each.type === 'section' && each.role === 'policy')) return
    for (const sentence of node.value.split(/(?<=[.!?])\s+/)) {
      const match = /\b(?:this|the|our) (?:\w+ ){0,3}plan\b[^.]{0,60}?\bfrom (20\d\d) (?:to|until|-) (20\d\d)\b/i.exec(
        sentence
      )
      if (!match || Number(match[1]) !== period.from || Number(match[2]) === period.to) continue
      const section = ancestors.findLast((each) => each.type === 'section')
      found.push({
        about: node,
        where: section && 'title' in section ? (section.title ?? 'Plan') : 'Plan',
        text: sentence,
        note: `Elsewhere the plan runs from ${period.from} to ${period.to}.`,
        confidence: 0.75,
        pages: node.pages
      })
    }
  })
  return found
}

/** Years by which a date may lie outside the plan's period before it is odd. */
const slackBefore = 2
const slackAfter = 3

function outside(context: Context): Finding[] {
  const {period} = context.plan
  if (!period) return []
  return context.goals.flatMap((goal) => {
    const due = span(goal, 'due', 'review')
    if (!due) return []
    const year = Number(due.when.to.slice(0, 4))
    if (year >= period.from - slackBefore && year <= period.to + slackAfter) return []
    return [
      aboutGoal(
        goal,
        context,
        `It is due in ${due.date.value}, and the plan runs from ${period.from} to ${period.to}.`,
        0.7
      )
    ]
  })
}

/** Dated rows running that make a timeline. */
const timelineRows = 4

/** Rows of a table outside the goals, dated in their last cell, in order of time but for a few. */
function unordered({plan}: Context): Finding[] {
  const found: Finding[] = []
  walk(plan, (section) => {
    if (section.type !== 'section') return
    const rows = section.children.flatMap((child) => {
      if (child.type !== 'passage' || child.block !== 'tableRow') return []
      const cell = child.value.slice(child.value.lastIndexOf('|') + 1)
      const last = findDates(cell).findLast(({when}) => when.kind === 'span')
      return last?.when.kind === 'span' ? [{row: child, date: last, from: last.when.from}] : []
    })
    const late = rows.filter((row, index) => index + 1 < rows.length && row.from > rows[index + 1]!.from)
    if (rows.length < timelineRows || late.length > rows.length / 4) return
    for (const {row, date} of late) {
      const next = rows[rows.findIndex((each) => each.row === row) + 1]!
      found.push({
        about: row,
        where: section.title,
        text: row.value,
        note: `It is dated ${date.value} and stands before a row dated ${next.date.value}.`,
        confidence: 0.8,
        pages: row.pages
      })
    }
  })
  return found
}
