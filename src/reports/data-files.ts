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
    overlaps: run.overlaps.map(withoutIdleReasons),
    gaps: run.gaps,
    coverage: run.coverage,
    clusters: run.clusters ?? []
  }
  for (const [name, value] of Object.entries(values))
    files.set(`data/${name}.json`, stableJson(value, name === 'overlaps' ? 0 : 1))
  for (const table of described) files.set(`data/${table.name}.csv`, csvOf(table))
  files.set('data/datapackage.json', stableJson(dataPackage(site.title, described)))
  files.set('data/csv-metadata.json', stableJson(csvwMetadata(site.title, described)))
  files.set('data/annotations.jsonld', stableJson(annotationsOf(run)))
  files.set('data/codebook.qdc', codebook(run))
  return files
}

/** Nine of ten pairs are not near: that they were scored is kept, the sentences of why are not. */
function withoutIdleReasons(report: OverlapReport): OverlapReport {
  return {...report, pairs: report.pairs.map((pair) => (pair.band === 'none' ? {...pair, reasons: []} : pair))}
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
