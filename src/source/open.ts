import {createHash} from 'node:crypto'
import {readFile, stat} from 'node:fs/promises'
import {PlanError} from '../problems.ts'
import {declaredEncoding, formatOf} from './format.ts'
import {firstPageIn, pagesAfter} from './linked-pages.ts'
import {readPdf} from './pdf/pdf.ts'
import {decodeText, readText} from './text.ts'
import type {ReadOptions, Source} from './types.ts'
import {readZip} from './word/docx.ts'

export interface Opened {
  source: Source
  /** SHA-256 of the bytes, hex; of a plan on several web pages, of all of them one after the other. */
  digest: string
  path: string
}

/**
 * Reads a file and tells its format by its first bytes, never by its name. A web page brings the pages of its own document.
 * @throws {PlanError} missing, empty, unreadable, damaged, locked, unsupported, too-large.
 */
export async function openSource(path: string, options: ReadOptions = {}): Promise<Opened> {
  const file = await fileAt(path)
  const bytes = await bytesOf(file).catch((cause) => {
    throw cause instanceof PlanError ? cause : unopened(path, cause)
  })
  if (bytes.length === 0) throw new PlanError('empty', 'the file is empty (0 bytes)', {stage: 'source', file: path})
  const digest = createHash('sha256').update(bytes)
  const source = await sourceOf(bytes, path, options)
  if (source.kind !== 'html' || source.format !== 'html') return {source, digest: digest.digest('hex'), path}
  const chapters = await pagesAfter(file, bytes)
  for (const chapter of chapters) digest.update(chapter.bytes)
  const html = chapters.map((chapter) => chapter.html)
  return {source: html.length > 0 ? {...source, chapters: html} : source, digest: digest.digest('hex'), path}
}

/** A folder stands for the plan whose first web page is in it. */
async function fileAt(path: string): Promise<string> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false
  )
  return isFolder ? ((await firstPageIn(path)) ?? path) : path
}

/** Bytes. A scanned plan of 300 pages has about 100 MB; what is larger would not fit into memory in every form it takes. */
const mostBytes = 1 << 29

/** A pipe or a device would be read for ever. */
async function bytesOf(path: string): Promise<Buffer> {
  const found = await stat(path)
  const place = {stage: 'source', file: path} as const
  if (!found.isFile() && !found.isDirectory())
    throw new PlanError('unreadable', 'is a pipe or a device, not a file', place)
  if (found.size > mostBytes) throw new PlanError('too-large', `has more than ${mostBytes >> 20} MB`, place)
  return readFile(path)
}

async function sourceOf(bytes: Uint8Array, path: string, options: ReadOptions): Promise<Source> {
  const format = formatOf(bytes)
  switch (format.kind) {
    case 'pdf':
      return readPdf(bytes, options)
    case 'zip':
      return readZip(bytes)
    case 'html': {
      const {text, warnings} = decodeText(bytes, declaredEncoding(bytes))
      return {kind: 'html', format: 'html', html: text, warnings}
    }
    case 'text':
      return readText(bytes)
    case 'other':
      // The name is never believed, but where it says PDF people need to hear that the file is none.
      throw new PlanError('unsupported', `is ${format.name}${/\.pdf$/i.test(path) ? ', not a PDF' : ''}`, {
        stage: 'source'
      })
    default:
      return format satisfies never
  }
}

function unopened(path: string, cause: {code?: string}): PlanError {
  const place = {stage: 'source', file: path, cause} as const
  if (cause.code === 'ENOENT') return new PlanError('missing', 'cannot be found', place)
  if (cause.code === 'EISDIR')
    return new PlanError('unreadable', 'is a folder, and no plan on web pages (it has no index.html)', place)
  return new PlanError('unreadable', 'cannot be opened', place)
}
