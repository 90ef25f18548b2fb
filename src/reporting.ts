/** Everything that a run writes: the site, and the data beside it. */
import type {RunResult} from './analyses/types.ts'
import {dataFiles, recordFile} from './reports/data-files.ts'
import type {RunRecord, SiteOptions} from './reports/html/options.ts'
import {siteFiles} from './reports/html/site.ts'
import {measuredAccuracy} from './settings/accuracy.ts'
import {version} from './version.ts'

/** Paths in the report folder to contents; the same run gives the same bytes but for the times in the run record. */
export async function reportFiles(
  run: RunResult,
  options: SiteOptions = {}
): Promise<Map<string, string | Uint8Array>> {
  const record: RunRecord = {
    version,
    accuracy: measuredAccuracy(),
    files: run.plans.length + run.failures.length,
    ...options.record
  }
  const complete = {...options, record}
  const files = new Map([...siteFiles(run, complete), ...dataFiles(run, complete)])
  files.set(...recordFile(run, record, files))
  return files
}
