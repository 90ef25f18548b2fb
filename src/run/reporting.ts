/** Everything that a run writes: the site, and the data beside it. */
import {createHash, type Hash} from 'node:crypto'
import type {RunResult} from '../analyses/types.ts'
import {type FileContents, isWhole, whole} from '../reports/contents.ts'
import {dataParts, recordFile} from '../reports/data-files.ts'
import {siteOf} from '../reports/html/context.ts'
import type {RunRecord, SiteOptions} from '../reports/html/options.ts'
import {sitePages} from '../reports/html/site.ts'
import {measuredAccuracy} from '../settings/accuracy.ts'
import {version} from '../version.ts'

/** Paths in the report folder to contents; the same run gives the same bytes but for the times in the run record. */
export async function reportFiles(
  run: RunResult,
  options: SiteOptions = {}
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>()
  for (const [path, contents] of reportParts(run, options)) files.set(path, whole(contents))
  return files
}

/** The same one after the other, each made when it is asked for. Contents in pieces are to be taken before the next file. */
export function* reportParts(run: RunResult, options: SiteOptions = {}): Generator<[string, FileContents]> {
  const files = run.plans.length + run.failures.length
  const record: RunRecord = {version, accuracy: measuredAccuracy(), files, ...options.record}
  const site = siteOf(run, {...options, record})
  const outputs: {path: string; digest: string}[] = []
  for (const parts of [sitePages(site), dataParts(run, site)])
    for (const [path, contents] of parts) {
      const hash = createHash('sha256')
      if (isWhole(contents)) {
        hash.update(contents)
        yield [path, contents]
      } else yield [path, hashed(contents, hash)]
      outputs.push({path, digest: hash.digest('hex')})
    }
  yield recordFile(run, record, outputs)
}

function* hashed(pieces: Iterable<string>, hash: Hash): Generator<string> {
  for (const piece of pieces) {
    hash.update(piece)
    yield piece
  }
}
