/** A plan on a few pages of Word: its outcomes with their priorities and measures, and its gaps, each with its page. */
import type {Gap} from '../../analyses/types.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {goalsOf, pagesInWords} from '../../plan-tree/walk.ts'
import {directLeads, type MeasureRow, measureRows} from '../figures.ts'
import {periodOf, statusOf} from '../names.ts'
import {belowInWords, gapInWords, gist, inHundred, plural, setSentence, termWords} from '../wording.ts'
import {filled, paragraph, type Run, table, type Words} from './blocks.ts'
import {docxPackage} from './package.ts'

/** Gaps of one rule that are listed; the report has all. */
const gapsMost = 15
/** Characters of a quote in a table. */
const quoteMost = 300

const severities: readonly Gap['severity'][] = ['high', 'medium', 'low']

/** Bytes of a .docx. `gaps` may be of several plans; those of this one are taken. The same plan gives the same bytes. */
export function planSummaryDocx(plan: Plan, gaps: readonly Gap[]): Uint8Array {
  const own = gaps.filter((gap) => gap.plan === plan.digest)
  const title = plan.title || 'A plan without a title'
  const body = [
    paragraph(title, 'Title'),
    paragraph(facts(plan), 'Normal'),
    paragraph(glance(plan, own)),
    ...firstGaps(own),
    ...outcomes(plan),
    ...gapParts(own),
    paragraph([
      {
        text: 'The words are the plan’s own. A page is the page of the file, or the number printed on it; a line is given where the file has no pages. A gap speaks of the document, never of the work: what a plan does not say may be said elsewhere.',
        soft: true
      }
    ])
  ]
  return docxPackage(body.join(''), {title, author: 'Planlens'})
}

function facts(plan: Plan): Run[] {
  const told: [string, string][] = [
    ['Authority', plan.authority ?? plan.publisher ?? ''],
    ['Period', periodOf(plan)],
    ['Status', statusOf(plan)],
    ['Pages', plan.source.pages ? String(plan.source.pages) : ''],
    ['Read from', plan.source.path]
  ]
  return told
    .filter(([, value]) => value !== '')
    .flatMap(([term, value], index) => [{text: `${index > 0 ? '   ' : ''}${term} `, soft: true}, {text: value}])
}

function glance(plan: Plan, gaps: readonly Gap[]): string {
  const goals = goalsOf(plan)
  if (goals.length === 0) return 'No outcome, priority or measure was found in this file.'
  const rows = measureRows(plan)
  const stated = (what: string, has: (row: MeasureRow) => boolean) => `${rows.filter(has).length} ${what}`
  const measures =
    rows.length > 0
      ? ` Of ${rows.length} measures ${[
          stated('state a target', ({target}) => target !== undefined),
          stated('a baseline', ({baseline}) => baseline !== undefined),
          stated('a deadline', ({deadline}) => deadline !== undefined)
        ].join(', ')}.`
      : ''
  const grave = gaps.filter(({severity}) => severity === 'high').length
  const found =
    gaps.length > 0 ? ` ${gaps.length} gaps were found${grave > 0 ? `, ${grave} to look at first` : ''}.` : ''
  return `${belowInWords(goals)}.${measures}${found}`
}

function outcomes(plan: Plan): string[] {
  const tops = plan.children.filter((child): child is Goal => isGoal(child))
  const rows = measureRows(plan)
  const loose = tops.filter(({type}) => type !== 'outcome')
  return [
    ...tops
      .filter(({type}) => type === 'outcome')
      .flatMap((outcome) => [
        paragraph(
          [
            {text: `${termWords(outcome)}  `, soft: true},
            {text: outcome.title},
            {text: placed('  ', pageOf(outcome)), soft: true}
          ],
          'Heading1'
        ),
        ...leadLine(outcome),
        ...goalTables(childGoals(outcome), rows)
      ]),
    ...(loose.length > 0 ? [paragraph('Under no outcome', 'Heading1'), ...goalTables(loose, rows)] : [])
  ]
}

function leadLine(goal: Goal): string[] {
  const leads = leadsOf(goal)
  return leads === '' ? [] : [paragraph([{text: 'Lead ', soft: true}, {text: leads}])]
}

const leadsOf = (goal: Goal): string =>
  directLeads(goal)
    .map(({value}) => value)
    .join('; ')

const childGoals = (goal: Goal): Goal[] => (goal.children as PlanNode[]).filter(isGoal)

const isLeaf = ({type}: Goal): boolean => type === 'measure' || type === 'milestone'

/** What is promised, then how it is measured: two tables. */
function goalTables(goals: readonly Goal[], rows: readonly MeasureRow[]): string[] {
  const below = goals.flatMap((goal) => goalsOf(goal))
  const promised = below.filter((goal) => !isLeaf(goal))
  const measures = new Set<Goal>(below.filter(isLeaf))
  const own = rows.filter(({measure}) => measures.has(measure))
  return [
    ...(promised.length > 0 ? [promisedTable(promised), paragraph('')] : []),
    ...(own.length > 0 ? [measureTable(own), paragraph('')] : [])
  ]
}

/** Widths in twentieths of a point. */
const promisedWidths = [1100, 5138, 2400, 1000]
const measureWidths = [3938, 1200, 1200, 1300, 1200, 800]

function promisedTable(goals: readonly Goal[]): string {
  const terms = new Set(goals.map(termWords))
  const level = goals.some(({type}) => type === 'priority') ? 'Priority' : 'Action'
  const rows = goals.map((goal, at) => {
    const [leads, before] = [leadsOf(goal), at > 0 ? leadsOf(goals[at - 1]!) : '']
    return [
      goal.label ?? (terms.size > 1 ? termWords(goal) : ''),
      detailed(goal),
      leads !== '' && leads === before ? 'as above' : leads,
      pageOf(goal)
    ]
  })
  return table(filled({widths: promisedWidths, head: ['', level, 'Lead', 'Page'], rows}, 1))
}

function measureTable(measures: readonly MeasureRow[]): string {
  const rows = measures.map(({measure, above, baseline, target, deadline}) => [
    measure.title,
    baseline ?? '–',
    target ?? '–',
    deadline ?? '–',
    under(above.at(-1)),
    pageOf(measure)
  ])
  const head = ['Measure', 'Baseline', 'Target', 'By', 'Under', 'Page']
  return table(filled({widths: measureWidths, head, rows}, 0))
}

const under = (goal: Goal | undefined): string =>
  goal && goal.type !== 'outcome' ? (goal.label ?? gist(goal.title, 30)) : ''

function detailed(goal: Goal): Words {
  const detail = goal.detail ? [{text: ` ${cut(goal.detail)}`, soft: true}] : []
  return [{text: goal.title}, ...detail]
}

const cut = (text: string): string => (text.length > quoteMost ? `${text.slice(0, quoteMost).toWellFormed()}…` : text)

/** 'p. 8', or the line of a file without pages. */
function pageOf(node: {pages: Goal['pages']; position?: Goal['position']}): string {
  const line = node.position?.start.line
  return pagesInWords(node.pages) || (line === undefined ? '' : `line ${line}`)
}

const placed = (before: string, page: string): string => (page === '' ? '' : `${before}${page}`)

/** Rules that the first page names. */
const firstMost = 4

function firstGaps(gaps: readonly Gap[]): string[] {
  const rules = byRule(gaps).slice(0, firstMost)
  if (rules.length === 0) return []
  const line = ([rule, alike]: [string, Gap[]]) => {
    const page = pagesInWords(alike[0]!.pages)
    return paragraph(
      [
        {text: `${alike.length === 1 ? 'Gap' : `${alike.length} gaps`}: ${gapInWords(rule)}. `, bold: true},
        {
          text: `“${gist(alike[0]!.text)}”${page && ` (${page})`}${alike.length > 1 ? ` and ${alike.length - 1} more` : ''}`
        }
      ],
      'PlanEntry'
    )
  }
  return [paragraph('Look at these first', 'Heading2'), ...rules.map(line)]
}

function byRule(gaps: readonly Gap[]): [string, Gap[]][] {
  return [...Map.groupBy(gaps, ({rule}) => rule)].sort(
    ([a, x], [b, y]) =>
      severities.indexOf(x[0]!.severity) - severities.indexOf(y[0]!.severity) || y.length - x.length || (a < b ? -1 : 1)
  )
}

function gapParts(gaps: readonly Gap[]): string[] {
  const rules = byRule(gaps)
  if (rules.length === 0) return []
  return [
    paragraph('What the plan does not say', 'Heading1'),
    ...rules.flatMap(([rule, alike]) => ruleParts(rule, alike))
  ]
}

function ruleParts(rule: string, gaps: readonly Gap[]): string[] {
  const shown = gaps.slice(0, gapsMost)
  const more = gaps.length - shown.length
  return [
    paragraph(`Gap: ${gapInWords(rule)} (${gaps.length})`, 'Heading3'),
    table({
      widths: [4100, 3638, 1100, 800],
      head: ['The words', 'Why', 'Sure', 'Page'],
      rows: shown.map(({text, note, confidence, pages}) => [
        cut(text),
        setSentence(note),
        inHundred(confidence),
        pagesInWords(pages)
      ])
    }),
    paragraph(more > 0 ? `And ${more} more ${plural('gap')} of this kind, in the report.` : '')
  ]
}
