/** A run as tables: the one source of the CSV files, the workbook and their descriptions. */
import type {ChangeReport, OverlapReport, Place, RunResult} from '../analyses/types.ts'
import type {PageSpan} from '../plan-tree/nodes.ts'
import {figuresOf, measureRows} from './figures.ts'
import {type PlanEntry, type Site, siteOf, unitAnchor} from './html/context.ts'
import {unitIdOf, unitIndex} from './html/overlap-pairs.ts'

export type CellType = 'text' | 'integer' | 'number' | 'date' | 'boolean' | 'link'
/** null where the plan does not say. A link is a path from the report folder. */
export type Cell = string | number | boolean | null

export interface Column {
  name: string
  type: CellType
  /** One sentence. */
  description: string
}

export interface ForeignKey {
  columns: readonly string[]
  table: string
  references: readonly string[]
}

export interface Table {
  name: string
  title: string
  description: string
  columns: readonly Column[]
  rows: Cell[][]
  primaryKey: readonly string[]
  foreignKeys: readonly ForeignKey[]
}

const column = (name: string, type: CellType, description: string): Column => ({name, type, description})
const toPlan = (name = 'plan'): ForeignKey => ({columns: [name], table: 'plans', references: ['id']})

/** All tables of a run, in the order of the workbook's sheets. */
export function tablesOf(run: RunResult, site: Site = siteOf(run, {})): Table[] {
  return [
    plansTable(site),
    unitsTable(site),
    measuresTable(site),
    changesTable(site),
    overlapsTable(site),
    gapsTable(site),
    coverageTable(site),
    failuresTable(run)
  ]
}

function plansTable(site: Site): Table {
  return {
    name: 'plans',
    title: 'Plans',
    description: 'Every file that was read as a plan, one row each.',
    columns: [
      column('id', 'text', 'SHA-256 of the file; names the plan in all other tables.'),
      column('title', 'text', 'Title as the plan prints it.'),
      column('authority', 'text', 'The place that the plan is for.'),
      column('publisher', 'text', 'The body that publishes it.'),
      column('kind', 'text', 'What sort of plan it is.'),
      column('period_from', 'integer', 'First calendar year.'),
      column('period_to', 'integer', 'Last calendar year.'),
      column('status', 'text', 'draft, final or unstated.'),
      column('file', 'text', 'Path as given to the run.'),
      column('format', 'text', 'pdf, docx, html, markdown, text, stratml or plan.'),
      column('pages', 'integer', 'Pages of the file; 0 when it has none.'),
      column('words', 'integer', 'Words read.'),
      column('outcomes', 'integer', 'Number of outcomes.'),
      column('priorities', 'integer', 'Number of priorities.'),
      column('actions', 'integer', 'Number of actions.'),
      column('measures', 'integer', 'Number of measures.'),
      column('milestones', 'integer', 'Number of milestones.'),
      column('warnings', 'integer', 'Things read with doubt.'),
      column('report', 'link', 'The page of the plan.')
    ],
    rows: site.plans.map(({plan, path}) => {
      const figures = figuresOf(plan)
      return [
        plan.digest,
        plan.title,
        plan.authority ?? null,
        plan.publisher ?? null,
        plan.kind ?? null,
        plan.period?.from ?? null,
        plan.period?.to ?? null,
        plan.status,
        plan.source.path,
        plan.source.format,
        figures.pages,
        figures.words,
        figures.outcomes,
        figures.priorities,
        figures.actions,
        figures.measures,
        figures.milestones,
        plan.warnings.length,
        path
      ]
    }),
    primaryKey: ['id'],
    foreignKeys: []
  }
}

const pageColumns = [
  column('page', 'integer', 'First page of the words in the file, from 1.'),
  column('page_to', 'integer', 'Last page of the words.'),
  column('printed_page', 'text', 'The number printed on the first page.')
]

function pageCells(pages: readonly PageSpan[]): Cell[] {
  const [first, last] = [pages[0], pages.at(-1)]
  return [first?.page ?? null, last?.page ?? null, first?.printed ?? null]
}

function unitLink(entry: PlanEntry | undefined, unit: string | null): Cell {
  if (!entry) return null
  return unit !== null && entry.unitById.has(unit) ? `${entry.path}#${unitAnchor(unit)}` : entry.path
}

function unitsTable(site: Site): Table {
  return {
    name: 'units',
    title: 'Units',
    description: 'Every goal and facet of every plan, in reading order.',
    columns: [
      column('plan', 'text', 'Id of the plan.'),
      column('id', 'text', 'Path id of the unit in its plan.'),
      column('parent', 'text', 'Id of the goal above it; empty at the top.'),
      column('type', 'text', 'outcome, priority, action, measure, milestone, or the kind of facet.'),
      column('term', 'text', 'The plan’s own word for the level.'),
      column('label', 'text', 'The printed number, as text.'),
      column('text', 'text', 'The words, without label and markup.'),
      column('detail', 'text', 'The explanation after the lead sentence; of a glossary entry its meaning.'),
      column('leads', 'text', 'Who answers for it; several are parted by semicolons.'),
      column('start', 'text', 'Start as printed.'),
      column('start_date', 'date', 'Start as a day, where it can be read.'),
      column('due', 'text', 'Deadline as printed.'),
      column('due_date', 'date', 'Deadline as a day, where it can be read.'),
      column('direction', 'text', 'more, fewer, reached or unstated, of a measure.'),
      column('baseline', 'text', 'Level now, as printed.'),
      column('target', 'text', 'Level to reach, as printed.'),
      column('unit', 'text', 'Unit of the target.'),
      column('section', 'text', 'Role and title of the section, for words outside all goals.'),
      ...pageColumns,
      column('confidence', 'number', '0 to 1; empty when the reader was sure.'),
      column('report', 'link', 'The unit in the page of its plan.')
    ],
    rows: site.plans.flatMap((entry) => {
      const sure = new Map([...entry.idOf].map(([node, id]) => [id, node.data?.confidence ?? null]))
      return entry.units.map((unit) => [
        entry.id,
        unit.id,
        unit.parent,
        unit.type,
        unit.term,
        unit.label,
        unit.text,
        unit.detail,
        unit.leads.join('; ') || null,
        unit.start,
        unit.startDate,
        unit.due,
        unit.dueDate,
        unit.direction,
        unit.baseline,
        unit.target,
        unit.unit,
        unit.section,
        ...pageCells(unit.pages),
        sure.get(unit.id) ?? null,
        unitLink(entry, unit.id)
      ])
    }),
    primaryKey: ['plan', 'id'],
    foreignKeys: [toPlan(), {columns: ['plan', 'parent'], table: 'units', references: ['plan', 'id']}]
  }
}

function measuresTable(site: Site): Table {
  return {
    name: 'measures',
    title: 'Measures',
    description: 'Every measure with what its plan says of it. Empty: the plan’s words give none.',
    columns: [
      column('plan', 'text', 'Id of the plan.'),
      column('id', 'text', 'Id of the measure.'),
      column('authority', 'text', 'The place that the plan is for.'),
      column('plan_title', 'text', 'Title of the plan.'),
      column('outcome', 'text', 'The outermost goal above it.'),
      column('under', 'text', 'The goal that it stands under.'),
      column('measure', 'text', 'The words of the measure.'),
      column('direction', 'text', 'more, fewer, reached or unstated.'),
      column('baseline', 'text', 'Level now, as printed.'),
      column('target', 'text', 'Level to reach, as printed.'),
      column('deadline', 'text', 'Deadline as printed.'),
      column('deadline_date', 'date', 'Deadline as a day, where it can be read.'),
      column('leads', 'text', 'Its own lead, or that of the nearest goal above it.'),
      ...pageColumns,
      column('report', 'link', 'The measure in the page of its plan.')
    ],
    rows: site.plans.flatMap((entry) =>
      measureRows(entry.plan).map((row) => [
        entry.id,
        row.measure.id,
        entry.plan.authority ?? null,
        entry.plan.title,
        row.above[0]?.title ?? null,
        row.above.at(-1)?.title ?? null,
        row.measure.title,
        row.measure.direction,
        row.baseline ?? null,
        row.target ?? null,
        row.deadline ?? null,
        row.deadlineDate ?? null,
        row.leads.join('; ') || null,
        ...pageCells(row.measure.pages),
        unitLink(entry, row.measure.id)
      ])
    ),
    primaryKey: ['plan', 'id'],
    foreignKeys: [toPlan(), {columns: ['plan', 'id'], table: 'units', references: ['plan', 'id']}]
  }
}

function changesTable(site: Site): Table {
  const side = (name: 'before' | 'after') => [
    column(`${name}_unit`, 'text', `Id of the unit ${name}; empty when there is none.`),
    column(`${name}_text`, 'text', `Its words ${name}.`),
    column(`${name}_page`, 'integer', `Its first page ${name}.`)
  ]
  return {
    name: 'changes',
    title: 'Changes',
    description: 'Every change between two versions of a plan.',
    columns: [
      column('before_plan', 'text', 'Id of the older version.'),
      column('after_plan', 'text', 'Id of the newer version.'),
      column('id', 'text', 'Id of the change, the same in every run.'),
      column('class', 'text', 'substantive or editorial.'),
      column('kind', 'text', 'added, removed, reworded, moved, split, merged or renumbered.'),
      column('level', 'text', 'Level of the unit.'),
      column('where', 'text', 'Part of the plan.'),
      column('touches', 'text', 'What the change touches: number, date, lead, scope and so on.'),
      ...side('before'),
      ...side('after'),
      column('reason', 'text', 'One sentence that a reviewer can check.'),
      column('report', 'link', 'The change in its report.')
    ],
    rows: site.run.changes.flatMap((report, index) => changeRows(site, report, index)),
    primaryKey: ['before_plan', 'after_plan', 'id'],
    foreignKeys: [toPlan('before_plan'), toPlan('after_plan')]
  }
}

function changeRows(site: Site, report: ChangeReport, index: number): Cell[][] {
  const path = site.pages.changes.find((page) => page.report === index)?.path
  const place = (of: Place | null): Cell[] => [of?.id ?? null, of?.text ?? null, of?.pages[0]?.page ?? null]
  return report.changes.map((change) => [
    report.before.id,
    report.after.id,
    change.id,
    change.class,
    change.kind,
    change.level,
    change.where,
    change.facets.join('; ') || null,
    ...place(change.before),
    ...place(change.after),
    change.reason,
    path ? `${path}#c/${change.id}` : null
  ])
}

function overlapsTable(site: Site): Table {
  const side = (name: 'a' | 'b') => [
    column(`plan_${name}`, 'text', `Id of plan ${name}.`),
    column(`unit_${name}`, 'text', `Id of the unit of plan ${name}.`),
    column(`type_${name}`, 'text', `Level of the unit of plan ${name}.`),
    column(`text_${name}`, 'text', `Its words in plan ${name}.`),
    column(`page_${name}`, 'integer', `Its first page in plan ${name}.`)
  ]
  return {
    name: 'overlaps',
    title: 'Overlaps',
    description: 'Pairs of units of two plans, strongest first within each two plans.',
    columns: [
      ...side('a'),
      ...side('b'),
      column('band', 'text', 'same, related, topic or none.'),
      column('score', 'number', 'Weight of evidence; not a percentage.'),
      column('mutual', 'boolean', 'Each is the other’s nearest.'),
      column('reuse', 'boolean', 'The same sentence, or nearly.'),
      column('reasons', 'text', 'Why, parted by semicolons.'),
      column('report', 'link', 'The two plans against each other.')
    ],
    rows: site.run.overlaps.flatMap((report, index) => overlapRows(site, report, index)),
    primaryKey: ['plan_a', 'unit_a', 'plan_b', 'unit_b'],
    foreignKeys: [toPlan('plan_a'), toPlan('plan_b')]
  }
}

function overlapRows(site: Site, report: OverlapReport, index: number): Cell[][] {
  const units = unitIndex(report)
  const paths = new Map(
    site.pages.overlaps
      .filter((page) => page.report === index)
      .flatMap(({a, b, path}) => [
        [`${a}|${b}`, path],
        [`${b}|${a}`, path]
      ])
  )
  const pairs = [...report.pairs].sort(
    (x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1)
  )
  return pairs.flatMap((pair): Cell[][] => {
    const [a, b] = [units.get(pair.a), units.get(pair.b)]
    if (!a || !b) return []
    const side = (unit: typeof a): Cell[] => [
      unit.plan,
      unitIdOf(unit),
      unit.type,
      unit.text,
      unit.pages?.[0]?.page ?? null
    ]
    return [
      [
        ...side(a),
        ...side(b),
        pair.band,
        Number(pair.score.toFixed(3)),
        pair.mutual ?? false,
        pair.reuse ?? false,
        pair.reasons.map(({kind, text}) => `${kind}: ${text}`).join('; ') || null,
        paths.get(`${a.plan}|${b.plan}`) ?? null
      ]
    ]
  })
}

function gapsTable(site: Site): Table {
  return {
    name: 'gaps',
    title: 'Gaps',
    description: 'What the plans do not say. A gap speaks of the document, never of the work.',
    columns: [
      column('plan', 'text', 'Id of the plan.'),
      column('id', 'text', 'Id of the gap, the same in every run.'),
      column('rule', 'text', 'Name of the rule that found it.'),
      column('severity', 'text', 'high, medium or low.'),
      column('unit', 'text', 'Id of the unit; empty for the whole plan.'),
      column('where', 'text', 'Part of the plan.'),
      column('text', 'text', 'The words that it speaks of.'),
      column('note', 'text', 'One line of why.'),
      column('confidence', 'number', '0 to 1.'),
      ...pageColumns,
      column('nearest_plan', 'text', 'Plan of the nearest words.'),
      column('nearest_unit', 'text', 'Unit of the nearest words.'),
      column('nearest_text', 'text', 'The nearest words.'),
      column('nearest_score', 'number', 'Their score.'),
      column('report', 'link', 'The gap in its report.')
    ],
    rows: site.run.gaps.gaps.map((gap) => {
      const path = site.pages.gaps.get(gap.plan)
      return [
        gap.plan,
        gap.id,
        gap.rule,
        gap.severity,
        gap.unit,
        gap.where,
        gap.text,
        gap.note,
        gap.confidence,
        ...pageCells(gap.pages),
        gap.nearest?.plan ?? null,
        gap.nearest?.id ?? null,
        gap.nearest?.text ?? null,
        gap.nearest ? Number(gap.nearest.score.toFixed(3)) : null,
        path ? `${path}#g/${gap.id}` : null
      ]
    }),
    primaryKey: ['plan', 'id'],
    foreignKeys: [toPlan()]
  }
}

function coverageTable(site: Site): Table {
  const {coverage} = site.run
  const names = new Map(coverage.themes.map(({id, name}) => [id, name]))
  return {
    name: 'coverage',
    title: 'Coverage',
    description: 'The highest level at which each plan speaks of each theme.',
    columns: [
      column('theme', 'text', 'Id of the theme.'),
      column('theme_name', 'text', 'Name of the theme.'),
      column('plan', 'text', 'Id of the plan.'),
      column('level', 'text', 'outcome, priority, measure, mention or none.'),
      column('quote', 'text', 'The words that show it.'),
      column('unit', 'text', 'Id of the unit that holds them.'),
      column('page', 'integer', 'Their page.'),
      column('by', 'text', 'The phrase or meaning that showed it.'),
      column('report', 'link', 'The unit in the page of its plan.')
    ],
    rows: coverage.cells.map((cell) => [
      cell.theme,
      names.get(cell.theme) ?? null,
      cell.plan,
      cell.level,
      cell.quote,
      cell.unit,
      cell.page,
      cell.by ?? null,
      cell.level === 'none' ? null : unitLink(site.planById.get(cell.plan), cell.unit)
    ]),
    primaryKey: ['theme', 'plan'],
    foreignKeys: [toPlan()]
  }
}

function failuresTable(run: RunResult): Table {
  return {
    name: 'failures',
    title: 'Not read',
    description: 'Files that yielded no plan, and why.',
    columns: [
      column('file', 'text', 'Path as given to the run.'),
      column('code', 'text', 'Kind of trouble.'),
      column('message', 'text', 'What happened.'),
      column('advice', 'text', 'What to do.'),
      column('page', 'integer', 'The page, where it is known.')
    ],
    rows: run.failures.map((failure) => [
      failure.file,
      failure.code,
      failure.message,
      failure.advice,
      failure.page ?? null
    ]),
    primaryKey: ['file'],
    foreignKeys: []
  }
}
