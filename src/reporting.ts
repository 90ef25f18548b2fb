/** Everything that a run writes: the site, and the data beside it. */
import type {RunResult} from './analyses/types.ts'
import {siteFiles} from './reports/html/site.ts'
import {version} from './version.ts'

/** Paths in the report folder to contents; the same run gives the same bytes. */
export async function reportFiles(run: RunResult): Promise<Map<string, string | Uint8Array>> {
  const files = siteFiles(run, {record: {version, files: run.plans.length + run.failures.length}})
  const data: Record<string, unknown> = {
    changes: run.changes,
    overlaps: run.overlaps,
    gaps: run.gaps,
    coverage: run.coverage,
    plans: run.plans
  }
  for (const [name, value] of Object.entries(data))
    files.set(`data/${name}.json`, `${JSON.stringify(value, null, 1)}\n`)
  return files
}
