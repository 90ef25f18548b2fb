/** Measures and milestones as PerformanceIndicators, with their targets, baselines and dates. */
import {isGoal} from '../plan-tree/guards.ts'
import type {
  DateFacet,
  Goal,
  IsoDate,
  Measure,
  Milestone,
  PlanNode,
  Statistic,
  Target,
  When
} from '../plan-tree/nodes.ts'
import {wordsOf} from '../plan-tree/walk.ts'
import {type Ids, identifier} from './identifiers.ts'
import {isDay, type Kept} from './kept.ts'
import {note, provenance} from './notes.ts'
import {bare, facets, kept, keptXml, stratml} from './write-facets.ts'
import {type Child, element, optional, type Xml} from './xml.ts'

export type Indicator = Measure | Milestone

export function isIndicator(goal: Goal): goal is Indicator {
  return goal.type === 'measure' || goal.type === 'milestone'
}

export function indicator(goal: Indicator, ids: Ids): Xml {
  const targets = facets(goal, 'target')
  const baselines = facets(goal, 'statistic').filter((each) => each.data?.baseline === true)
  const results = [...targets, ...baselines]
  const unit = results.find(({quantity}) => quantity)?.quantity?.unit ?? (goal.data?.unit as string | undefined) ?? ''
  const others = (goal.children as PlanNode[]).filter(
    (child) => !(results as PlanNode[]).includes(child) && !isGoal(child)
  )
  const words = others.filter((facet) => facet.data?.part === 'OtherInformation').map((facet) => wordsOf(facet))
  const notes = [
    ...words,
    ...(goal.type === 'milestone' ? [note('type', 'milestone')] : []),
    ...(goal.term ? [note('label', goal.term)] : []),
    ...(goal.detail ? [note('detail', goal.detail)] : []),
    ...(goal.type === 'measure' ? [note('direction', goal.direction)] : []),
    ...targets.map((target) => note('target', bare(target))),
    ...baselines.map((baseline) => note('baseline', bare(baseline))),
    ...others.filter((facet) => facet.data?.part !== 'OtherInformation').map((facet) => note('facet', bare(facet))),
    ...provenance(goal.pages)
  ]
  return element(
    'PerformanceIndicator',
    [
      optional('SequenceIndicator', goal.label),
      element('MeasurementDimension', goal.title),
      element('UnitOfMeasurement', unit),
      identifier(ids, stratml(goal).identifier ?? goal.id),
      kept(goal, 'Relationship'),
      instance(goal, targets, baselines),
      element('OtherInformation', notes.join('\n'))
    ],
    {
      ValueChainStage: goal.data?.valueChainStage as string | undefined,
      PerformanceIndicatorType: results.some(({quantity}) => quantity)
        ? 'Quantitative'
        : ((goal.data?.indicatorType as string | undefined) ?? 'Qualitative')
    }
  )
}

function instance(goal: Indicator, targets: readonly Target[], baselines: readonly Statistic[]): Child {
  const dates = facets(goal, 'date')
  const due = dates.find(({role}) => role === 'due') ?? dates.find(({role}) => role === 'review')
  const start = dates.find(({role}) => role === 'start')
  const rows = [
    ...targets.map((target) => result('TargetResult', target, spanOf(target.by) ?? spanOf(due?.when), start, goal)),
    targets.length === 0 &&
      (due || start) &&
      result('TargetResult', undefined, spanOf(due?.when), start, goal, [start, due]),
    ...baselines.map((baseline) => result('ActualResult', baseline, spanOf(baseline.asAt), undefined, undefined))
  ].filter((row) => row !== false && row !== undefined)
  return rows.length > 0 && element('MeasurementInstance', rows as Child[])
}

interface Span {
  from: IsoDate
  to: IsoDate
}

function spanOf(when: When | undefined): Span | undefined {
  return when?.kind === 'span' && isDay(when.from) && isDay(when.to) ? when : undefined
}

function result(
  name: string,
  facet: Target | Statistic | undefined,
  span: Span | undefined,
  start: DateFacet | undefined,
  goal: Indicator | undefined,
  words: readonly (DateFacet | undefined)[] = []
): Child {
  const known = facet?.data?.result
  if (known !== undefined) return keptXml(known as Kept)
  const amount = facet?.quantity?.amount
  const direction = goal?.type === 'measure' && goal.direction !== 'unstated' ? directions[goal.direction] : undefined
  const from = spanOf(start?.when)?.from ?? (facet?.type === 'statistic' ? span?.from : undefined)
  return element(name, [
    from && element('StartDate', from),
    span && element('EndDate', span.to),
    amount !== undefined && Number.isFinite(amount) && element('NumberOfUnits', decimal(amount)),
    direction && element('Descriptor', [element('DescriptorName', 'direction'), element('DescriptorValue', direction)]),
    optional('Description', facet?.value ?? words.flatMap((date) => (date ? [date.value] : [])).join(' to '))
  ])
}

const directions = {more: 'increase', fewer: 'decrease', reached: 'reach'} as const

/** xsd:decimal knows no exponent. */
function decimal(amount: number): string {
  const text = String(amount)
  return text.includes('e') ? amount.toFixed(20).replace(/\.?0+$/, '') : text
}
