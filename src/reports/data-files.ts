/** The data of a run beside its site: JSON as the commands print it, tables as CSV and workbook, and their descriptions. */
import type {OverlapReport, PlanRef, RunResult} from '../analyses/types.ts'
import type {FileContents, Keep, Part, ReportFile} from './contents.ts'
import {csvParts} from './csv.ts'
import type {Site} from './html/context.ts'
import type {RunRecord} from './html/options.ts'
import {partKeys} from './html/page-keys.ts'
import {type JsonGroup, stableJson, stableJsonParts, stableListParts, stableObjectParts} from './json.ts'
import {annotationsJson} from './open-data/annotations.ts'
import {csvwMetadata, dataPackage} from './open-data/datapackage.ts'
import {qdaProject} from './open-data/qda-project.ts'
import {codebook, quotationsTable} from './open-data/refi-qda.ts'
import {runRecord} from './open-data/run-record.ts'
import {tablesOf} from './tables.ts'
import {workbookParts} from './xlsx/workbook.ts'

/**
 * The files one after the other, the same bytes for the same run; what grows with the archive in pieces. What programs read
 * and is most of the folder is written without line ends.
 */
export function* dataParts(run: RunResult, site: Site): Generator<ReportFile> {
  const tables = tablesOf(run, site)
  const described = [...tables, quotationsTable(site)]
  const refs = (plans: readonly PlanRef[]): JsonGroup[] => [{things: () => plans}]
  const lists: Record<string, (keep: Keep) => FileContents> = {
    'planlens.xlsx': (keep) => workbookParts(site.title, tables, keep),
    'data/plans.json': (keep) => ended(stableListParts(byTree(site), keep)),
    'data/pairs.json': () => stableJsonParts(run.pairs),
    'data/changes.json': (keep) => ended(stableListParts(changeGroups(site), keep)),
    'data/overlaps.json': (keep) => ended(stableListParts(overlapGroups(site), keep)),
    'data/gaps.json': (keep) =>
      stableObjectParts(
        {
          plans: refs(run.gaps.plans),
          gaps: byFindings(site, 'gaps', site.gapsOf),
          ...(run.gaps.asks ? {asks: byFindings(site, 'asks', site.asksOf)} : {})
        },
        keep
      ),
    'data/coverage.json': (keep) =>
      stableObjectParts(
        {
          plans: refs(run.coverage.plans),
          themes: [{things: () => run.coverage.themes}],
          cells: byFindings(site, 'cells', site.cellsOf)
        },
        keep
      ),
    'data/clusters.json': () => stableJsonParts(run.clusters ?? [])
  }
  for (const [path, make] of Object.entries(lists)) yield {path, make}
  for (const table of described) yield {path: `data/${table.name}.csv`, make: (keep) => csvParts(table, keep)}
  yield {path: 'data/datapackage.json', make: () => stableJson(dataPackage(site.title, described))}
  yield {path: 'data/csv-metadata.json', make: () => stableJson(csvwMetadata(site.title, described))}
  yield {path: 'data/annotations.jsonld', make: (keep) => annotationsJson(site, keep)}
  yield {path: 'data/codebook.qdc', make: () => codebook(run)}
  yield {path: 'data/planlens.qdpx', make: (keep) => qdaProject(site, keep)}
}

function* byTree(site: Site): Generator<JsonGroup> {
  const keys = partKeys(site)
  for (const {id, plan} of site.plans) yield {key: keys.tree(id), things: () => [plan]}
}

/** `what`: several lists of one file are told apart by it. */
function* byFindings(site: Site, what: string, find: (plan: string) => readonly unknown[]): Generator<JsonGroup> {
  const keys = partKeys(site)
  for (const {id} of site.plans) {
    const key = keys.found(id)
    yield {key: key && `${key} ${what}`, things: () => find(id)}
  }
}

function* changeGroups(site: Site): Generator<JsonGroup> {
  const keys = partKeys(site)
  for (const [index, report] of site.run.changes.entries()) yield {key: keys.changes(index), things: () => [report]}
}

function* ended(parts: Iterable<string | Part>): Generator<string | Part> {
  yield* parts
  yield '\n'
}

function* overlapGroups(site: Site): Generator<JsonGroup> {
  const keys = partKeys(site)
  for (const [index, report] of site.run.overlaps.entries())
    yield {key: keys.overlaps(index), things: () => [nearAndNearest(report)]}
}

/**
 * All pairs that are near, and for every unit the nearest of the other plan even where it is not near. The command
 * `planlens overlaps` gives the ten best of each.
 */
function nearAndNearest(report: OverlapReport): OverlapReport {
  const kept = new Set(report.pairs.filter(({band}) => band !== 'none'))
  const planOf = new Map(report.units.map(({id, plan}) => [id, plan]))
  const best = new Map<string, OverlapReport['pairs'][number]>()
  for (const pair of report.pairs)
    for (const key of [`${pair.a} ${planOf.get(pair.b)}`, `${pair.b} ${planOf.get(pair.a)}`])
      if (pair.score > (best.get(key)?.score ?? Number.NEGATIVE_INFINITY)) best.set(key, pair)
  for (const pair of best.values()) kept.add(pair)
  return {...report, pairs: report.pairs.filter((pair) => kept.has(pair))}
}

/** `data/run-record.jsonld`, told last: it names every other file with its digest. */
export function recordFile(
  run: RunResult,
  record: RunRecord,
  outputs: readonly {path: string; digest: string}[]
): [string, string] {
  return ['data/run-record.jsonld', stableJson(runRecord(run, record, outputs))]
}
