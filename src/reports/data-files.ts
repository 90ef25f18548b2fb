/** The data of a run beside its site: JSON as the commands print it, tables as CSV and workbook, and their descriptions. */
import type {OverlapReport, RunResult} from '../analyses/types.ts'
import {type FileContents, whole} from './contents.ts'
import {csvParts} from './csv.ts'
import {type Site, siteOf} from './html/context.ts'
import type {RunRecord, SiteOptions} from './html/options.ts'
import {stableJson, stableJsonParts} from './json.ts'
import {annotationsJson} from './open-data/annotations.ts'
import {csvwMetadata, dataPackage} from './open-data/datapackage.ts'
import {codebook, quotationsTable} from './open-data/refi-qda.ts'
import {runRecord} from './open-data/run-record.ts'
import {tablesOf} from './tables.ts'
import {workbookOf} from './xlsx/workbook.ts'

/** Paths in the report folder to contents; the same run gives the same bytes. */
export function dataFiles(run: RunResult, options: SiteOptions = {}): Map<string, string | Uint8Array> {
  return new Map([...dataParts(run, siteOf(run, options))].map(([path, contents]) => [path, whole(contents)]))
}

/**
 * The same one after the other, and what grows with the archive in pieces. What programs read and is most of the folder is
 * written without line ends.
 */
export function* dataParts(run: RunResult, site: Site): Generator<[string, FileContents]> {
  const tables = tablesOf(run, site)
  const described = [...tables, quotationsTable(site)]
  yield ['planlens.xlsx', workbookOf(site.title, tables)]
  yield ['data/plans.json', stableJsonParts(run.plans, 0)]
  yield ['data/pairs.json', stableJsonParts(run.pairs)]
  yield ['data/changes.json', stableJsonParts(run.changes)]
  yield ['data/overlaps.json', stableJsonParts(mapped(run.overlaps, nearAndNearest), 0)]
  yield ['data/gaps.json', stableJson(run.gaps, 0)]
  yield ['data/coverage.json', stableJson(run.coverage)]
  yield ['data/clusters.json', stableJsonParts(run.clusters ?? [])]
  for (const table of described) yield [`data/${table.name}.csv`, csvParts(table)]
  yield ['data/datapackage.json', stableJson(dataPackage(site.title, described))]
  yield ['data/csv-metadata.json', stableJson(csvwMetadata(site.title, described))]
  yield ['data/annotations.jsonld', annotationsJson(run, site)]
  yield ['data/codebook.qdc', codebook(run)]
}

function* mapped<Thing>(things: Iterable<Thing>, make: (thing: Thing) => Thing): Generator<Thing> {
  for (const thing of things) yield make(thing)
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
