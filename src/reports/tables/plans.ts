/** Tables of what was read: plans, their units, their measures, and the files that yielded none. */
import type {RunResult} from '../../analyses/types.ts'
import {type SmartSum, smartMarks, smartSums} from '../../language/measures/smart.ts'
import type {Unit} from '../../plan-tree/units.ts'
import {figuresOf, type MeasureRow, measureRows, type PlanFigures} from '../figures.ts'
import {type PlanEntry, type Site, unitAnchor} from '../html/context.ts'
import {partKeys} from '../html/page-keys.ts'
import {type ColumnOf, column, key, pageColumns, type SourceGroup, type Table, tableOf, toPlan} from './table.ts'

/** Where the report shows a unit, or else its plan. */
export function unitLink(entry: PlanEntry | undefined, unit: string | null): string | undefined {
  if (!entry) return undefined
  return unit !== null && entry.unitById.has(unit) ? `${entry.path}#${unitAnchor(unit)}` : entry.path
}

/** Id and name of the plan that a row belongs to. */
export function planColumns<Source>(
  entryOf: (source: Source) => PlanEntry | undefined,
  idOf: (source: Source) => string
): ColumnOf<Source>[] {
  return [
    key('plan', 'Id of the plan.', idOf),
    column('plan_name', 'text', 'Short name of the plan, unique in the run.', (source) => entryOf(source)?.short)
  ]
}

interface PlanSource {
  entry: PlanEntry
  figures: PlanFigures
}

export function plansTable(site: Site): Table {
  return tableOf<PlanSource>({
    name: 'plans',
    title: 'Plans',
    description: 'Every file that was read as a plan, one row each.',
    from: () => [{sources: () => site.plans.map((entry) => ({entry, figures: figuresOf(entry.plan)}))}],
    columns: [
      key('id', 'SHA-256 of the file; names the plan in all other tables.', ({entry}) => entry.id),
      column('title', 'text', 'Title as the plan prints it.', ({entry}) => entry.plan.title),
      column('plan_name', 'text', 'Short name, unique in the run.', ({entry}) => entry.short),
      column('authority', 'text', 'The place that the plan is for.', ({entry}) => entry.plan.authority),
      column('publisher', 'text', 'The body that publishes it.', ({entry}) => entry.plan.publisher),
      column('kind', 'text', 'What sort of plan it is.', ({entry}) => entry.plan.kind),
      column('period_from', 'integer', 'First calendar year.', ({entry}) => entry.plan.period?.from),
      column('period_to', 'integer', 'Last calendar year.', ({entry}) => entry.plan.period?.to),
      column('status', 'text', 'draft, final or unstated.', ({entry}) => entry.plan.status),
      column('file', 'text', 'Path as given to the run.', ({entry}) => entry.plan.source.path),
      column(
        'format',
        'text',
        'pdf, docx, html, markdown, text, stratml or plan.',
        ({entry}) => entry.plan.source.format
      ),
      column('pages', 'integer', 'Pages of the file; 0 when it has none.', ({figures}) => figures.pages),
      column('words', 'integer', 'Words read.', ({figures}) => figures.words),
      column('outcomes', 'integer', 'Number of outcomes.', ({figures}) => figures.outcomes),
      column('priorities', 'integer', 'Number of priorities.', ({figures}) => figures.priorities),
      column('actions', 'integer', 'Number of actions.', ({figures}) => figures.actions),
      column('measures', 'integer', 'Number of measures.', ({figures}) => figures.measures),
      column('milestones', 'integer', 'Number of milestones.', ({figures}) => figures.milestones),
      column('warnings', 'integer', 'Things read with doubt.', ({entry}) => entry.plan.warnings.length),
      column('report', 'link', 'The page of the plan.', ({entry}) => entry.path)
    ],
    primaryKey: ['id'],
    foreignKeys: []
  })
}

interface UnitSource {
  entry: PlanEntry
  unit: Unit
  confidence: number | undefined
}

function unitSources(entry: PlanEntry): UnitSource[] {
  const sure = new Map([...entry.idOf].map(([node, id]) => [id, node.data?.confidence]))
  return entry.units.map((unit) => ({entry, unit, confidence: sure.get(unit.id)}))
}

/** A group for each plan, made from its tree alone. */
function* byTree<Source>(
  site: Site,
  sourcesOf: (entry: PlanEntry) => Iterable<Source>
): Generator<SourceGroup<Source>> {
  const keys = partKeys(site)
  for (const entry of site.plans) yield {key: keys.tree(entry.id), sources: () => sourcesOf(entry)}
}

/** A group for each plan, made from its tree and what was found in it. */
export function* byFindings<Source>(
  site: Site,
  sourcesOf: (entry: PlanEntry) => Iterable<Source>
): Generator<SourceGroup<Source>> {
  const keys = partKeys(site)
  for (const entry of site.plans) yield {key: keys.found(entry.id), sources: () => sourcesOf(entry)}
}

export function unitsTable(site: Site): Table {
  return tableOf<UnitSource>({
    name: 'units',
    title: 'Units',
    description: 'Every goal and facet of every plan, in reading order.',
    from: () => byTree(site, unitSources),
    columns: [
      ...planColumns<UnitSource>(
        ({entry}) => entry,
        ({entry}) => entry.id
      ),
      key('id', 'Path id of the unit in its plan.', ({unit}) => unit.id),
      key('parent', 'Id of the goal above it; empty at the top.', ({unit}) => unit.parent ?? undefined),
      column(
        'type',
        'text',
        'outcome, priority, action, measure, milestone, or the kind of facet.',
        ({unit}) => unit.type
      ),
      column('term', 'text', 'The plan’s own word for the level.', ({unit}) => unit.term),
      column('label', 'text', 'The printed number, as text.', ({unit}) => unit.label),
      column('text', 'text', 'The words, without label and markup.', ({unit}) => unit.text),
      column(
        'detail',
        'text',
        'The explanation after the lead sentence; of a glossary entry its meaning.',
        ({unit}) => unit.detail
      ),
      column(
        'leads',
        'text',
        'Who answers for it; several are parted by semicolons.',
        ({unit}) => unit.leads.join('; ') || undefined
      ),
      column('start', 'text', 'Start as printed.', ({unit}) => unit.start),
      column('start_date', 'date', 'Start as a day, where it can be read.', ({unit}) => unit.startDate),
      column('due', 'text', 'Deadline as printed.', ({unit}) => unit.due),
      column('due_date', 'date', 'Deadline as a day, where it can be read.', ({unit}) => unit.dueDate),
      column('direction', 'text', 'more, fewer, reached or unstated, of a measure.', ({unit}) => unit.direction),
      column('baseline', 'text', 'Level now, as printed.', ({unit}) => unit.baseline),
      column('target', 'text', 'Level to reach, as printed.', ({unit}) => unit.target),
      column('unit', 'text', 'Unit of the target.', ({unit}) => unit.unit),
      column(
        'section',
        'text',
        'Role and title of the section, for words outside all goals.',
        ({unit}) => unit.section
      ),
      ...pageColumns<UnitSource>(({unit}) => unit.pages),
      column('confidence', 'number', '0 to 1; empty when the reader was sure.', ({confidence}) => confidence),
      column('report', 'link', 'The unit in the page of its plan.', ({entry, unit}) => unitLink(entry, unit.id))
    ],
    primaryKey: ['plan', 'id'],
    foreignKeys: [toPlan(), {columns: ['plan', 'parent'], table: 'units', references: ['plan', 'id']}]
  })
}

const markColumns: Readonly<Record<(typeof smartMarks)[number], string>> = {
  specific: 'specific',
  measurable: 'measurable',
  assignable: 'assignable',
  realistic: 'realistic',
  timeRelated: 'time_related'
}

const markWords: Readonly<Record<(typeof smartMarks)[number], string>> = {
  specific: 'It says what is counted.',
  measurable: 'It states a level to reach, or is a thing that is done or not.',
  assignable: 'Somebody is named for it or for the goal above it.',
  realistic: 'It states a level to start from, where its target needs one.',
  timeRelated: 'It says by when.'
}

interface MeasureSource extends MeasureRow {
  entry: PlanEntry
}

export function measuresTable(site: Site): Table {
  return tableOf<MeasureSource>({
    name: 'measures',
    title: 'Measures',
    description: 'Every measure with what its plan says of it. Empty: the plan’s words give none.',
    from: () => byTree(site, (entry) => measureRows(entry.plan).map((row) => ({...row, entry}))),
    columns: [
      ...planColumns<MeasureSource>(
        ({entry}) => entry,
        ({entry}) => entry.id
      ),
      key('id', 'Id of the measure.', ({measure}) => measure.id),
      column('authority', 'text', 'The place that the plan is for.', ({entry}) => entry.plan.authority),
      column('outcome', 'text', 'The outermost goal above it.', ({above}) => above[0]?.title),
      column('under', 'text', 'The goal that it stands under.', ({above}) => above.at(-1)?.title),
      column('measure', 'text', 'The words of the measure.', ({measure}) => measure.title),
      column('counted', 'text', 'What is counted.', ({reading}) => reading.counted),
      column(
        'counting',
        'text',
        'How it counts: share, number, time, done (a thing is there or not) or unsaid.',
        ({reading}) => reading.counting
      ),
      column(
        'for_whom',
        'text',
        'Groups of people that it names, parted by semicolons.',
        ({reading}) => reading.forWhom.join('; ') || undefined
      ),
      column(
        'direction',
        'text',
        'more, fewer, reached or unstated, by its words or else by its figures.',
        ({reading}) => reading.direction
      ),
      column('baseline', 'text', 'Level now, as printed.', ({baseline}) => baseline),
      column('target', 'text', 'Level to reach, as printed.', ({target}) => target),
      column('unit', 'text', 'Unit of the target.', ({reading}) => reading.target?.quantity?.unit || undefined),
      column(
        'standard',
        'text',
        'How quickly a service is to answer, which is no target.',
        ({reading}) => reading.standard
      ),
      column('source', 'text', 'What the figure comes from.', ({reading}) => reading.source),
      column(
        'second',
        'text',
        'The second thing counted, where two are printed as one.',
        ({reading}) => reading.second
      ),
      column('deadline', 'text', 'Deadline as printed.', ({deadline}) => deadline),
      column('deadline_date', 'date', 'Deadline as a day, where it can be read.', ({deadlineDate}) => deadlineDate),
      column(
        'leads',
        'text',
        'Its own lead, or that of the nearest goal above it.',
        ({leads}) => leads.join('; ') || undefined
      ),
      ...smartMarks.map((mark) =>
        column<MeasureSource>(markColumns[mark], 'boolean', markWords[mark], ({reading}) => reading.smart[mark])
      ),
      column('smart', 'integer', 'How many of the five marks it has.', ({reading}) => reading.smart.score),
      ...pageColumns<MeasureSource>(({measure}) => measure.pages),
      column('report', 'link', 'The measure in the page of its plan.', ({entry, measure}) =>
        unitLink(entry, measure.id)
      )
    ],
    primaryKey: ['plan', 'id'],
    foreignKeys: [toPlan(), {columns: ['plan', 'id'], table: 'units', references: ['plan', 'id']}]
  })
}

interface SmartSource {
  entry: PlanEntry
  sum: SmartSum
}

/** The marks of all measures of each plan and of each of its outcomes. */
export function smartTable(site: Site): Table {
  return tableOf<SmartSource>({
    name: 'smart',
    title: 'SMART scores',
    description: 'How many measures and milestones of each plan and of each outcome have which SMART mark.',
    from: () =>
      byTree(site, (entry) =>
        smartSums(entry.plan)
          .filter(({measures, unit}) => measures > 0 || unit === null)
          .map((sum) => ({entry, sum}))
      ),
    columns: [
      ...planColumns<SmartSource>(
        ({entry}) => entry,
        ({entry}) => entry.id
      ),
      key('unit', 'Id of the outcome; ‘plan’ for the whole plan.', ({sum}) => sum.unit ?? 'plan'),
      column('outcome', 'text', 'The outcome; empty for the whole plan.', ({sum}) => (sum.unit ? sum.text : undefined)),
      column('measures', 'integer', 'Measures and milestones below it.', ({sum}) => sum.measures),
      ...smartMarks.map((mark) =>
        column<SmartSource>(markColumns[mark], 'integer', `Of these: ${markWords[mark]}`, ({sum}) => sum[mark])
      ),
      column('smart', 'number', 'Mean number of marks, 0 to 5.', ({sum}) => sum.score ?? undefined)
    ],
    primaryKey: ['plan', 'unit'],
    foreignKeys: [toPlan()]
  })
}

export function failuresTable({failures}: RunResult): Table {
  return tableOf<RunResult['failures'][number]>({
    name: 'failures',
    title: 'Not read',
    description: 'Files that yielded no plan, and why.',
    from: () => [{sources: () => failures}],
    columns: [
      column('file', 'text', 'Path as given to the run.', ({file}) => file),
      column('code', 'text', 'Kind of trouble.', ({code}) => code),
      column('message', 'text', 'What happened.', ({message}) => message),
      column('advice', 'text', 'What to do.', ({advice}) => advice),
      column('page', 'integer', 'The page, where it is known.', ({page}) => page)
    ],
    primaryKey: ['file'],
    foreignKeys: []
  })
}
