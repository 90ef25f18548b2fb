/** One plan in formats for other programs and for writing on: its units as CSV, its tree as Markdown. */
import {isGoal} from '../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../plan-tree/nodes.ts'
import {pagesInWords, wordsOf} from '../plan-tree/walk.ts'
import {csvOf} from './csv.ts'
import {tablesOf} from './tables.ts'
import {capital} from './wording.ts'

/** The units table of some plans as one CSV. */
export function unitsCsv(plans: readonly Plan[]): string {
  const run = {
    plans: [...plans],
    pairs: [],
    failures: [],
    changes: [],
    overlaps: [],
    gaps: {plans: [], gaps: []},
    coverage: {plans: [], themes: [], cells: []}
  }
  const units = tablesOf(run).find(({name}) => name === 'units')!
  const link = units.columns.findIndex(({type}) => type === 'link')
  return csvOf({
    ...units,
    columns: units.columns.toSpliced(link, 1),
    rows: units.rows.map((row) => row.toSpliced(link, 1))
  })
}

/** The plan as Markdown that reads back as a plan: headings for outcomes, lists below them, the rest of the plan after. */
export function markdownOf(plan: Plan): string {
  const lines = [`# ${mark(plan.title || 'Plan without a title')}`, '', ...factLines(plan)]
  for (const child of plan.children) {
    if (child.type === 'section') lines.push('', ...sectionLines(child, 2))
    else if (child.type === 'glossary')
      lines.push(
        '',
        `## ${mark(child.title ?? 'Glossary')}`,
        '',
        ...child.children.map(({name, value}) => `- **${mark(name)}**: ${mark(value)}`)
      )
    else if (isGoal(child)) lines.push(...topGoalLines(child))
    else lines.push('', mark(wordsOf(child)))
  }
  return `${lines.join('\n')}\n`
}

function factLines({authority, publisher, period, status, kind}: Plan): string[] {
  const facts = [
    kind,
    authority,
    publisher,
    period && `${period.from} to ${period.to}`,
    status === 'unstated' ? undefined : status
  ]
  return facts.filter((fact) => fact !== undefined && fact !== '').map((fact) => `- ${mark(String(fact))}`)
}

function sectionLines(section: Extract<PlanNode, {type: 'section'}>, depth: number): string[] {
  return [
    `${'#'.repeat(Math.min(depth, 6))} ${mark(section.title)}`,
    ...section.children.flatMap((child) =>
      child.type === 'section' ? ['', ...sectionLines(child, depth + 1)] : ['', mark(wordsOf(child))]
    )
  ]
}

function topGoalLines(goal: Goal): string[] {
  const children = goal.children as PlanNode[]
  if (goal.type !== 'outcome') return ['', ...goalLines(goal, 0)]
  return [
    '',
    `## ${[termOf(goal), mark(goal.title)].filter(Boolean).join(': ')}`,
    ...(goal.detail ? ['', mark(goal.detail)] : []),
    ...children.filter((child) => !isGoal(child)).flatMap((child) => ['', facetLine(child)]),
    '',
    ...children.filter(isGoal).flatMap((child) => goalLines(child, 0))
  ]
}

function goalLines(goal: Goal, depth: number): string[] {
  const indent = '  '.repeat(depth)
  const page = pagesInWords(goal.pages)
  const children = goal.children as PlanNode[]
  return [
    `${indent}- **${[termOf(goal), mark(goal.title)].filter(Boolean).join(': ')}**${goal.detail ? ` ${mark(goal.detail)}` : ''}${page && ` (${page})`}`,
    ...children.flatMap((child) => (isGoal(child) ? goalLines(child, depth + 1) : [`${indent}  - ${facetLine(child)}`]))
  ]
}

function termOf({term, label, type}: Goal): string {
  const word = capital(term || type)
  return mark(label ? (/[a-z]{4}/i.test(label) ? label : `${word} ${label}`) : word)
}

function facetLine(node: PlanNode): string {
  const role = node.type === 'date' ? node.role : node.type
  return `${capital(role)}: ${mark(wordsOf(node))}`
}

/** Words with the signs that Markdown or HTML would take for markup made plain. */
function mark(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`)
}
