/** Findings of one command as CSV, in the form of `csv.ts`. The tables of a whole run stand in `tables.ts`. */
import type {CoverageReport, GapReport, MeasureReport, OverlapReport} from '../analyses/types.ts'
import {smartMarks} from '../language/measures/smart.ts'
import type {PageSpan} from '../plan-tree/nodes.ts'
import {csvLines} from './csv.ts'
import type {Cell} from './tables/table.ts'

const pageList = (pages: readonly PageSpan[] = []): string => pages.map(({page}) => page).join(' ')

/** Every pair as a row, best first. */
export function overlapsCsv(report: OverlapReport): string {
  const units = new Map(report.units.map((unit) => [unit.id, unit]))
  const titles = titlesOf(report)
  const side = (id: string): Cell[] => {
    const {plan, type, text, pages} = units.get(id)!
    return [titles.get(plan) ?? plan, type, text, pageList(pages)]
  }
  const rows = report.pairs.map((pair) => [
    pair.band,
    pair.score,
    pair.probability ?? null,
    pair.mutual ? 'yes' : null,
    pair.reuse ? 'yes' : null,
    ...side(pair.a),
    ...side(pair.b),
    pair.reasons.map(({text}) => text).join(' ')
  ])
  const sides = ['A', 'B'].flatMap((name) => [`plan ${name}`, `type ${name}`, `words ${name}`, `pages ${name}`])
  return csvLines([['band', 'score', 'probability', 'mutual', 'reuse', ...sides, 'reasons'], ...rows])
}

/** Every gap as a row, in the order of the report. */
export function gapsCsv(report: GapReport): string {
  const titles = titlesOf(report)
  const rows = report.gaps.map((gap) => [
    titles.get(gap.plan) ?? gap.plan,
    gap.rule,
    gap.severity,
    gap.confidence,
    gap.where,
    gap.text,
    gap.note,
    pageList(gap.pages),
    gap.nearest?.text ?? null,
    gap.nearest ? Number(gap.nearest.score.toFixed(3)) : null,
    gap.decision?.mark ?? null,
    gap.decision?.note ?? null,
    gap.id
  ])
  const head = ['plan', 'rule', 'severity', 'confidence', 'where', 'text', 'note', 'pages', 'nearest']
  return csvLines([[...head, 'nearest score', 'decision', 'decision note', 'id'], ...rows])
}

/** Every measure and milestone as a row, with its parts and its marks. */
export function measuresCsv({plans, measures}: MeasureReport): string {
  const titles = titlesOf({plans})
  const rows = measures.map(({smart, ...reading}): Cell[] => [
    titles.get(reading.plan) ?? reading.plan,
    reading.unit,
    reading.type,
    reading.text,
    reading.counted,
    reading.counting,
    reading.forWhom.join('; '),
    reading.direction,
    reading.baseline?.words ?? null,
    reading.target?.words ?? null,
    reading.target?.quantity?.unit ?? null,
    reading.standard ?? null,
    reading.deadline?.words ?? null,
    reading.deadline?.date ?? null,
    reading.source ?? null,
    reading.leads.join('; '),
    reading.second ?? null,
    ...smartMarks.map((mark) => (smart[mark] ? 'yes' : 'no')),
    smart.score,
    pageList(reading.pages)
  ])
  const parts = ['counted', 'counting', 'for whom', 'direction', 'baseline', 'target', 'unit', 'standard', 'deadline']
  const further = ['deadline date', 'source', 'leads', 'second']
  const marks = ['specific', 'measurable', 'assignable', 'realistic', 'time-related', 'smart']
  return csvLines([['plan', 'id', 'type', 'measure', ...parts, ...further, ...marks, 'pages'], ...rows])
}

/** Every theme of every plan as a row. */
export function coverageCsv({cells, themes, plans}: CoverageReport): string {
  const names = new Map(themes.map(({id, name}) => [id, name]))
  const titles = titlesOf({plans})
  const rows = cells.map(({theme, plan, level, page, quote}) => [
    theme,
    names.get(theme) ?? null,
    plan,
    titles.get(plan) ?? null,
    level,
    page,
    quote
  ])
  return csvLines([['theme', 'name', 'plan', 'title', 'level', 'page', 'quote'], ...rows])
}

function titlesOf({plans}: Pick<GapReport, 'plans'>): Map<string, string> {
  return new Map(plans.map(({id, title}) => [id, title]))
}
