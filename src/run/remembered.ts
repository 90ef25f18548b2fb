/** Reading with an archive beside: what was read before is recalled by its content, only the rest is read, and that is kept. */
import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'
import type {Archive, FindingKey} from '../archive/archive.ts'
import {expanded} from '../archive/compressed.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {inOrder} from '../pool/in-order.ts'
import {type ReadAllOptions, type ReadFile, readAll} from '../pool/read-all.ts'
import {pagesAfter} from '../source/linked-pages.ts'
import type {ReadOptions} from '../source/types.ts'
import {version} from '../version.ts'

export type RememberedFile = ReadFile & {remembered: boolean}

/** What tells one reading from another: another version or other settings may read the same bytes otherwise. */
export function readerOf({
  engine,
  ocr,
  maxPages,
  vocabulary
}: Pick<ReadOptions, 'engine' | 'ocr' | 'maxPages' | 'vocabulary'>): string {
  const settings = [
    engine && `engine=${engine}`,
    ocr === false && 'no-ocr',
    maxPages && `max-pages=${maxPages}`,
    vocabulary && Object.keys(vocabulary).length > 0 && `words=${JSON.stringify(vocabulary)}`
  ]
  return ['planlens', version, ...settings.filter(Boolean)].join(' ')
}

/** Files hashed at a time: the disk is the limit, not the processor. */
const hashedAtOnce = 8

/** A file and its content; `digest` is null where it cannot even be opened. */
export interface NewFile {
  file: string
  digest: string | null
  bytes: number
}

/** Reads new files, yielding them in the order given. `kept` when whoever read it has put it into the archive. */
export type ReadNew = (files: readonly NewFile[]) => AsyncGenerator<ReadFile & {kept?: boolean}>

/**
 * Yields every file once, in the order given, as `readAll` does. Files whose content the archive knows are not opened again
 * but for their hash; every other one is kept, in a transaction of its own, before it is yielded.
 */
export async function* readRemembered(
  files: readonly string[],
  archive: Archive,
  options: ReadAllOptions & {contents?: readonly NewFile[]; recall?: Archive['recall']} = {},
  readNew: ReadNew = (fresh) =>
    readAll(
      fresh.map(({file}) => file),
      options
    )
): AsyncGenerator<RememberedFile> {
  const reader = readerOf(options)
  const {recall = archive.recall} = options
  const found = options.contents ?? (await contentsOf(files, options))
  const known = await knownOf(archive, found, reader)
  await archive.seen(found.flatMap(({file, digest}) => (digest && known.has(digest) ? [{path: file, digest}] : [])))

  /** The file that is read for a content that several have. */
  const firsts = new Map<string, string>()
  for (const {file, digest} of found) if (digest && !known.has(digest) && !firsts.has(digest)) firsts.set(digest, file)
  const fresh = found.filter(({file, digest}) => digest === null || firsts.get(digest) === file)
  const ended = new Map<string, ReadFile>()
  const reading = readNew(fresh)
  try {
    for (const {file, digest, bytes} of found) {
      if (digest !== null && known.has(digest)) yield {file, remembered: true, ...(await recall(digest, file))}
      else if (digest !== null && ended.has(digest)) yield {...ended.get(digest)!, file, remembered: true}
      else {
        const {kept, ...read} = (await reading.next()).value as ReadFile & {kept?: boolean}
        if (digest !== null && !kept && isLasting(read))
          await archive.keep(
            {digest: 'plan' in read ? read.plan.digest : digest, bytes, path: file, outcome: read},
            reader
          )
        if (digest !== null && isLasting(read) && !('plan' in read && read.plan.digest !== digest)) known.add(digest)
        else if (digest !== null) ended.set(digest, read)
        yield {...read, remembered: false}
      }
    }
  } finally {
    await reading.return(undefined)
  }
}

/** Those of the contents that the archive knows as read by this reader. */
export function knownOf(archive: Archive, contents: readonly NewFile[], reader: string): Promise<Set<string>> {
  return archive.known([...new Set(contents.flatMap(({digest}) => digest ?? []))], reader)
}

/** What each file holds, by its digest. */
export async function contentsOf(
  files: readonly string[],
  options: Pick<ReadAllOptions, 'signal'> = {}
): Promise<NewFile[]> {
  const found: NewFile[] = []
  const bounds = {jobs: hashedAtOnce, ahead: 4 * hashedAtOnce, ...signalOf(options)}
  for await (const content of inOrder(files, contentOf, bounds)) found.push(content)
  return found
}

const signalOf = ({signal}: Pick<ReadAllOptions, 'signal'>) => (signal ? {signal} : {})

/** Whether the next run would come to the same end: not for what was late, too much for this machine, or not there. */
export function isLasting(read: ReadFile): boolean {
  if ('plan' in read) return true
  const {stage, code} = read.problem
  return stage !== 'pool' && code !== 'missing' && code !== 'unreadable' && code !== 'too-slow'
}

async function contentOf(file: string): Promise<NewFile> {
  try {
    if (!(await stat(file)).isFile()) return {file, digest: null, bytes: 0}
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      bytes += chunk.length
    }
    // A plan on several web pages is all of them: a change of any makes it another.
    if (/\.html?$/i.test(file))
      for (const chapter of await pagesAfter(file, await readFile(file))) {
        hash.update(chapter.bytes)
        bytes += chapter.bytes.length
      }
    return {file, digest: hash.digest('hex'), bytes}
  } catch {
    return {file, digest: null, bytes: 0}
  }
}

/** A report and what it was found from, in short; `from` is missing where the next run may find another. */
export interface Found<Report> {
  report: Report
  from?: string
  /** As the archive packs it, where it came from there. */
  packed?: Uint8Array
}

/**
 * The same analysis with its findings kept: of the same plans, by the same version with the same settings, they are found
 * once. What could not be found is asked for again in the next run.
 */
export function remembered<Report>(
  archive: Archive | undefined,
  kind: FindingKey['kind'],
  settings: string,
  find: (plans: readonly Plan[]) => Promise<Report>
): (plans: readonly Plan[]) => Promise<Found<Report>> {
  return async (plans) => {
    const key = keyOf(kind, settings, plans)
    const from = `${key.a} ${key.b} ${key.analysis}`
    const packed = await archive?.packedFinding(key)
    if (packed) return {report: expanded<Report>(packed), from, packed}
    const report = await find(plans)
    if (!report || (report as {partial?: true}).partial) return {report}
    await archive?.keepFinding(key, report)
    return {report, from}
  }
}

function keyOf(kind: FindingKey['kind'], settings: string, plans: readonly Plan[]): FindingKey {
  const [a, b = '', ...more] = plans.map(({digest}) => digest)
  // What is found in one plan may hang on those beside it, which are no part of the pair.
  const beside = (kind === 'plan' ? [b, ...more].filter(Boolean) : more).map((digest) => digest.slice(0, 12))
  const analysis = [version, settings, ...beside.map((id) => `beside=${id}`)].filter(Boolean).join(' ')
  return {kind, a: a!, b: kind === 'plan' ? '' : b, analysis}
}
