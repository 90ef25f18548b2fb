/** Everything that a run writes: the site, and the data beside it. */
import {createHash, type Hash} from 'node:crypto'
import type {RunResult} from '../analyses/types.ts'
import {
  bytesOf,
  type FileContents,
  isStanding,
  isWhole,
  type Keep,
  keepNothing,
  type Memo,
  type Part,
  type ReportFile,
  type Standing,
  standing,
  whole
} from '../reports/contents.ts'
import {dataParts, recordFile} from '../reports/data-files.ts'
import {type Site, siteOf} from '../reports/html/context.ts'
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
  for (const [path, contents] of reportParts(run, options)) if (!isStanding(contents)) files.set(path, whole(contents))
  return files
}

/**
 * The same one after the other, each made when it is asked for. Contents in pieces are to be taken before the next file. With
 * a memo of the folder, what stands there already and was made from the same is not made again.
 */
export function* reportParts(
  run: RunResult,
  {memo, ...options}: SiteOptions & {memo?: Memo} = {}
): Generator<[string, FileContents | Standing]> {
  const files = run.plans.length + run.failures.length
  const record: RunRecord = {version, accuracy: measuredAccuracy(), files, ...options.record}
  const site = siteOf(run, {...options, record})
  const outputs: {path: string; digest: string}[] = []
  for (const file of filesOf(run, site)) {
    const {path, key} = file
    const before = key === undefined ? undefined : memo?.digestOf(path, key)
    if (before !== undefined) yield [path, standing]
    const digest = before ?? (yield* madeNow(file, memo))
    if (digest === undefined) continue
    if (key !== undefined) memo?.note(path, key, digest)
    outputs.push({path, digest})
  }
  yield recordFile(run, record, outputs)
}

/** The digest of what was made; undefined when it was nothing. */
function* madeNow(
  {path, make}: ReportFile,
  memo: Memo | undefined
): Generator<[string, FileContents], string | undefined> {
  const keep: Keep = (key, anew) => (key === undefined ? undefined : memo?.partOf(path, key)) ?? {key, ...anew()}
  const contents = make(memo ? keep : keepNothing)
  if (contents === undefined) return undefined
  const hash = createHash('sha256')
  if (isWhole(contents)) {
    hash.update(contents)
    yield [path, contents]
  } else yield [path, noted(path, contents, hash, memo)]
  return hash.digest('hex')
}

/** The pieces as bytes, hashed on their way, and where each part lies in the file. */
function* noted(
  path: string,
  pieces: Iterable<string | Uint8Array | Part>,
  hash: Hash,
  memo: Memo | undefined
): Generator<Uint8Array> {
  let offset = 0
  for (const piece of pieces) {
    const found = bytesOf(piece)
    const bytes = typeof found === 'string' ? Buffer.from(found) : found
    hash.update(bytes)
    if (typeof piece === 'object' && 'facts' in piece) memo?.notePart(path, piece, offset, bytes.length)
    offset += bytes.length
    yield bytes
  }
  memo?.endOf(path)
}

function* filesOf(run: RunResult, site: Site): Generator<ReportFile> {
  yield* sitePages(site)
  yield* dataParts(run, site)
}
