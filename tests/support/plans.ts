/** Plan trees written by hand: each function makes one node in the fewest words. */
import {withIds} from '../../src/plan-tree/build.ts'
import type {
  Action,
  Facet,
  Glossary,
  Goal,
  Lead,
  Measure,
  Milestone,
  Outcome,
  Plan,
  Priority,
  Restatement,
  Section,
  SectionRole,
  When
} from '../../src/plan-tree/nodes.ts'

type Below<T extends {children: unknown[]}> = T['children'][number]

const goal = {id: '', pages: []}

export function plan(children: Plan['children'], facts: Partial<Plan> = {}): Plan {
  const digest = facts.digest ?? 'd'.repeat(64)
  return withIds({
    type: 'plan',
    version: 1,
    digest,
    title: 'A plan for Marlshire',
    status: 'unstated',
    source: {path: 'plan.txt', format: 'text', digest, pages: 0},
    warnings: [],
    pages: [],
    ...facts,
    children
  })
}

export function outcome(title: string, ...children: Below<Outcome>[]): Outcome {
  return {...goal, type: 'outcome', term: 'outcome', title, children}
}
export function priority(title: string, ...children: Below<Priority>[]): Priority {
  return {...goal, type: 'priority', term: 'priority', title, children}
}
export function action(title: string, ...children: Below<Action>[]): Action {
  return {...goal, type: 'action', term: 'action', title, children}
}
export function measure(title: string, direction: Measure['direction'] = 'unstated', ...children: Facet[]): Measure {
  return {...goal, type: 'measure', term: 'measure', title, direction, children}
}
export function milestone(title: string, ...children: Facet[]): Milestone {
  return {...goal, type: 'milestone', term: 'milestone', title, children}
}
export function lead(value: string, holder: Lead['holder'] = 'body', note?: string): Lead {
  return {type: 'lead', value, holder, pages: [], ...(note ? {note} : {})}
}
export function voice(value: string): Facet {
  return {type: 'voice', value, pages: []}
}
export function target(value: string, amount: number, unit = '%'): Facet {
  return {type: 'target', value, quantity: {amount, unit, bound: 'atLeast'}, pages: []}
}
export function date(role: 'start' | 'due' | 'review', value: string, when: When): Facet {
  return {type: 'date', role, value, when, pages: []}
}
/** A month as a date of the given role: month('due', 2026, 3). */
export function month(role: 'start' | 'due' | 'review', year: number, number: number): Facet {
  const from = `${year}-${String(number).padStart(2, '0')}-01`
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return date(role, `${number}/${year}`, {kind: 'span', from, to: `${from.slice(0, 8)}${last}`, grain: 'month'})
}
export function restatement(where: Restatement['where'], of: 'outcome' | 'priority', value: string): Restatement {
  return {type: 'restatement', where, of, value, pages: []}
}
export function section(role: SectionRole, title: string, ...children: Section['children']): Section {
  return {type: 'section', role, title, pages: [], children}
}
export function passage(value: string): Section['children'][number] {
  return {type: 'passage', value, pages: []}
}
export function glossary(...entries: [name: string, value: string][]): Glossary {
  return {
    type: 'glossary',
    title: 'Words',
    pages: [],
    children: entries.map(([name, value]) => ({type: 'glossaryEntry', name, value, use: 'means', pages: []}))
  }
}

export type {Goal}
