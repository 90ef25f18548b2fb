/** The data of a run beside its site: JSON as the commands print it, tables as CSV and workbook, and their descriptions. */
import {createHash} from 'node:crypto'
import type {OverlapReport, RunResult} from '../analyses/types.ts'
import {csvOf} from './csv.ts'
import {siteOf} from './html/context.ts'
import type {RunRecord, SiteOptions} from './html/options.ts'
import {stableJson} from './json.ts'
import {annotationsOf} from './open-data/annotations.ts'
import {csvwMetadata, dataPackage} from './open-data/datapackage.ts'
import {codebook, quotationsTable} from './open-data/refi-qda.ts'
import {runRecord} from './open-data/run-record.ts'
import {tablesOf} from './tables.ts'
import {workbookOf} from './xlsx/workbook.ts'

/** Paths in the report folder to contents; the same run gives the same bytes. */
export function dataFiles(run: RunResult, options: SiteOptions = {}): Map<string, string | Uint8Array> {
  const site = siteOf(run, options)
  const tables = tablesOf(run, site)
  const described = [...tables, quotationsTable(site)]
  const files = new Map<string, string | Uint8Array>([['planlens.xlsx', workbookOf(site.title, tables)]])
  const values = {
    plans: run.plans,
    pairs: run.pairs,
    changes: run.changes,
    overlaps: run.overlaps.map(nearAndNearest),
    gaps: run.gaps,
    coverage: run.coverage,
    clusters: run.clusters ?? []
  }
  for (const [name, value] of Object.entries(values))
    files.set(`data/${name}.json`, stableJson(value, name in large ? 0 : 1))
  for (const table of described) files.set(`data/${table.name}.csv`, csvOf(table))
  files.set('data/datapackage.json', stableJson(dataPackage(site.title, described)))
  files.set('data/csv-metadata.json', stableJson(csvwMetadata(site.title, described)))
  files.set('data/annotations.jsonld', stableJson(annotationsOf(run), 0))
  files.set('data/codebook.qdc', codebook(run))
  return files
}

/** Written without line ends: programs read them, and they are most of the folder. */
const large: Readonly<Record<string, true>> = {plans: true, overlaps: true, gaps: true}

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
  files: ReadonlyMap<string, string | Uint8Array>
): [string, string] {
  const outputs = [...files].map(([path, content]) => ({
    path,
    digest: createHash('sha256').update(content).digest('hex')
  }))
  return ['data/run-record.jsonld', stableJson(runRecord(run, record, outputs))]
}
