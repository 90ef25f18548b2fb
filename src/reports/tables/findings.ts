/** Tables of what was found: changes, overlaps, gaps, coverage. */
import type {
  Change,
  ChangeReport,
  CoverageCell,
  Gap,
  OverlapPair,
  OverlapReport,
  OverlapUnit,
  SharedCell
} from '../../analyses/types.ts'
import {gapAnchor, type Site} from '../html/context.ts'
import {unitIdOf, unitIndex} from '../html/overlaps/pairs.ts'
import {partKeys} from '../html/page-keys.ts'
import {byFindings, planColumns, unitLink} from './plans.ts'
import {type ColumnOf, column, key, pageColumns, type SourceGroup, type Table, tableOf, toPlan} from './table.ts'

interface ChangeSource {
  report: ChangeReport
  change: Change
  path: string | undefined
}

export function changesTable(site: Site): Table {
  const side = (name: 'before' | 'after'): ColumnOf<ChangeSource>[] => [
    key(
      `${name}_unit`,
      `Id of the unit ${name}; empty when there is none.`,
      ({change}) => change[name]?.id ?? undefined
    ),
    column(`${name}_text`, 'text', `Its words ${name}.`, ({change}) => change[name]?.text),
    column(`${name}_page`, 'integer', `Its first page ${name}.`, ({change}) => change[name]?.pages[0]?.page)
  ]
  const version = (name: 'before' | 'after', words: string): ColumnOf<ChangeSource>[] => [
    key(`${name}_plan`, `Id of the ${words} version.`, ({report}) => report[name].id),
    column(
      `${name}_name`,
      'text',
      `Short name of the ${words} version.`,
      ({report}) => site.planById.get(report[name].id)?.short
    )
  ]
  return tableOf<ChangeSource>({
    name: 'changes',
    title: 'Changes',
    description: 'Every change between two versions of a plan.',
    from: () => changeSources(site),
    columns: [
      ...version('before', 'older'),
      ...version('after', 'newer'),
      key('id', 'Id of the change, the same in every run.', ({change}) => change.id),
      column('class', 'text', 'substantive or editorial.', ({change}) => change.class),
      column(
        'kind',
        'text',
        'added, removed, reworded, moved, split, merged or renumbered.',
        ({change}) => change.kind
      ),
      column('level', 'text', 'Level of the unit.', ({change}) => change.level),
      column('where', 'text', 'Part of the plan.', ({change}) => change.where),
      column(
        'touches',
        'text',
        'What the change touches: number, date, lead, scope and so on.',
        ({change}) => change.facets.join('; ') || undefined
      ),
      ...side('before'),
      ...side('after'),
      column('reason', 'text', 'One sentence that a reviewer can check.', ({change}) => change.reason),
      column('report', 'link', 'The change in its report.', ({path, change}) => path && `${path}#c/${change.id}`)
    ],
    primaryKey: ['before_plan', 'after_plan', 'id'],
    foreignKeys: [toPlan('before_plan'), toPlan('after_plan')]
  })
}

function* changeSources(site: Site): Generator<SourceGroup<ChangeSource>> {
  const keys = partKeys(site)
  for (const {report: index, path} of site.pages.changes) {
    const report = site.run.changes[index]!
    yield {key: keys.changes(index), sources: () => report.changes.map((change) => ({report, change, path}))}
  }
}

interface OverlapSource {
  pair: OverlapPair
  a: OverlapUnit
  b: OverlapUnit
  path: string | undefined
}

export function overlapsTable(site: Site): Table {
  const side = (name: 'a' | 'b'): ColumnOf<OverlapSource>[] => [
    key(`plan_${name}`, `Id of plan ${name}.`, (source) => source[name].plan),
    column(
      `name_${name}`,
      'text',
      `Short name of plan ${name}.`,
      (source) => site.planById.get(source[name].plan)?.short
    ),
    key(`unit_${name}`, `Id of the unit of plan ${name}.`, (source) => unitIdOf(source[name])),
    column(`type_${name}`, 'text', `Level of the unit of plan ${name}.`, (source) => source[name].type),
    column(`text_${name}`, 'text', `Its words in plan ${name}.`, (source) => source[name].text),
    column(`page_${name}`, 'integer', `Its first page in plan ${name}.`, (source) => source[name].pages?.[0]?.page)
  ]
  return tableOf<OverlapSource>({
    name: 'overlaps',
    title: 'Overlaps',
    description:
      'Pairs of units of two plans, strongest first within each two plans: all that are near, and units that are each other’s nearest. overlaps.json has the nearest of every unit, near or not.',
    from: () => site.run.overlaps.map((report, index) => ({sources: () => overlapSources(site, report, index)})),
    columns: [
      ...side('a'),
      ...side('b'),
      column('band', 'text', 'same, related, topic or none.', ({pair}) => pair.band),
      column('score', 'number', 'Weight of evidence; not a percentage.', ({pair}) => Number(pair.score.toFixed(3))),
      column('mutual', 'boolean', 'Each is the other’s nearest.', ({pair}) => pair.mutual ?? false),
      column('reuse', 'boolean', 'The same sentence, or nearly.', ({pair}) => pair.reuse ?? false),
      column(
        'reasons',
        'text',
        'Why, parted by semicolons.',
        ({pair}) => pair.reasons.map(({kind, text}) => `${kind}: ${text}`).join('; ') || undefined
      ),
      column('report', 'link', 'The two plans against each other.', ({path}) => path)
    ],
    primaryKey: ['plan_a', 'unit_a', 'plan_b', 'unit_b'],
    foreignKeys: [toPlan('plan_a'), toPlan('plan_b')]
  })
}

/** Nine of ten scored pairs are not near: a table of them would hide those that are. */
function isTold({band, mutual}: OverlapPair): boolean {
  return band !== 'none' || mutual === true
}

function overlapSources(site: Site, report: OverlapReport, index: number): OverlapSource[] {
  const units = unitIndex(report)
  const paths = new Map(
    site.pages.overlaps
      .filter((page) => page.report === index)
      .flatMap(({a, b, path}) => [
        [`${a}|${b}`, path],
        [`${b}|${a}`, path]
      ])
  )
  const pairs = report.pairs
    .filter(isTold)
    .sort((x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1))
  return pairs.flatMap((pair): OverlapSource[] => {
    const [a, b] = [units.get(pair.a), units.get(pair.b)]
    return a && b ? [{pair, a, b, path: paths.get(`${a.plan}|${b.plan}`)}] : []
  })
}

/** Plan against plan. */
export function matrixTable(site: Site): Table {
  const pages = new Map(site.pages.overlaps.map(({a, b, path}) => [[a, b].sort().join(), path]))
  const side = (name: 'a' | 'b'): ColumnOf<SharedCell>[] => [
    key(`plan_${name}`, `Id of plan ${name}.`, (cell) => cell[name]),
    column(`name_${name}`, 'text', `Short name of plan ${name}.`, (cell) => site.planById.get(cell[name])?.short),
    column(
      `authority_${name}`,
      'text',
      `Authority of plan ${name}.`,
      (cell) => site.planById.get(cell[name])?.plan.authority
    )
  ]
  const quote = (name: 'a' | 'b'): ColumnOf<SharedCell>[] => [
    column(
      `text_${name}`,
      'text',
      `Words of plan ${name} in the surest of them.`,
      ({surest}) => surest[0]?.[name].text
    ),
    column(`page_${name}`, 'integer', 'Their first page.', ({surest}) => surest[0]?.[name].pages[0]?.page)
  ]
  const shorter = ({goals: [a, b]}: SharedCell) => Math.min(a, b)
  return tableOf<SharedCell>({
    name: 'matrix',
    title: 'Plan against plan',
    description:
      'How many commitments two plans share, most first: one row for each pair of newest versions that was compared. Pairs that are not here have little in common, or each has several nearer ones.',
    from: () => [{sources: () => site.run.matrix?.cells ?? []}],
    columns: [
      ...side('a'),
      ...side('b'),
      column('shared', 'integer', 'Commitments in both, same or related.', ({same, related}) => same + related),
      column('same', 'integer', 'Of these the same.', ({same}) => same),
      column('goals_a', 'integer', 'Goals of plan a.', ({goals: [a]}) => a),
      column('goals_b', 'integer', 'Goals of plan b.', ({goals: [, b]}) => b),
      column('share', 'number', 'Shared commitments for each goal of the shorter plan.', (cell) =>
        shorter(cell) === 0 ? 0 : Number(((cell.same + cell.related) / shorter(cell)).toFixed(3))
      ),
      ...quote('a'),
      ...quote('b'),
      column('report', 'link', 'The two plans against each other, where there is a page.', ({a, b}) =>
        pages.get([a, b].sort().join())
      )
    ],
    primaryKey: ['plan_a', 'plan_b'],
    foreignKeys: [toPlan('plan_a'), toPlan('plan_b')]
  })
}

export function gapsTable(site: Site): Table {
  const path = (gap: Gap) => site.pages.gaps.get(gap.plan)
  return tableOf<Gap>({
    name: 'gaps',
    title: 'Gaps',
    description: 'What the plans do not say. A gap speaks of the document, never of the work.',
    from: () => byFindings(site, ({id}) => site.gapsOf(id)),
    columns: [
      ...planColumns<Gap>(
        ({plan}) => site.planById.get(plan),
        ({plan}) => plan
      ),
      key('id', 'Id of the gap, the same in every run.', ({id}) => id),
      column('rule', 'text', 'Name of the rule that found it.', ({rule}) => rule),
      column('severity', 'text', 'high, medium or low.', ({severity}) => severity),
      key('unit', 'Id of the unit; empty for the whole plan.', ({unit}) => unit ?? undefined),
      column('where', 'text', 'Part of the plan.', ({where}) => where),
      column('text', 'text', 'The words that it speaks of.', ({text}) => text),
      column('note', 'text', 'One line of why.', ({note}) => note),
      column('confidence', 'number', '0 to 1.', ({confidence}) => confidence),
      ...pageColumns<Gap>(({pages}) => pages),
      key('nearest_plan', 'Plan of the nearest words.', ({nearest}) => nearest?.plan),
      key('nearest_unit', 'Unit of the nearest words.', ({nearest}) => nearest?.id),
      column('nearest_text', 'text', 'The nearest words.', ({nearest}) => nearest?.text),
      column('nearest_score', 'number', 'Their score.', ({nearest}) => nearest && Number(nearest.score.toFixed(3))),
      column('report', 'link', 'The gap in its report.', (gap) => path(gap) && `${path(gap)}#${gapAnchor(gap)}`)
    ],
    primaryKey: ['plan', 'id'],
    foreignKeys: [toPlan()]
  })
}

export function coverageTable(site: Site): Table {
  const {coverage} = site.run
  const names = new Map(coverage.themes.map(({id, name}) => [id, name]))
  return tableOf<CoverageCell>({
    name: 'coverage',
    title: 'Coverage',
    description: 'The highest level at which each plan speaks of each theme.',
    from: () => byFindings(site, ({id}) => site.cellsOf(id)),
    columns: [
      key('theme', 'Id of the theme.', ({theme}) => theme),
      column('theme_name', 'text', 'Name of the theme.', ({theme}) => names.get(theme)),
      ...planColumns<CoverageCell>(
        ({plan}) => site.planById.get(plan),
        ({plan}) => plan
      ),
      column('level', 'text', 'outcome, priority, measure, mention or none.', ({level}) => level),
      column('quote', 'text', 'The words that show it.', ({quote}) => quote),
      key('unit', 'Id of the unit that holds them.', ({unit}) => unit ?? undefined),
      column('page', 'integer', 'Their page.', ({page}) => page),
      column('by', 'text', 'The phrase or meaning that showed it.', ({by}) => by),
      column('report', 'link', 'The unit in the page of its plan.', ({level, plan, unit}) =>
        level === 'none' ? undefined : unitLink(site.planById.get(plan), unit)
      )
    ],
    primaryKey: ['theme', 'plan'],
    foreignKeys: [toPlan()]
  })
}
