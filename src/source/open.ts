import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {PlanError} from '../problems.ts'
import {readPdf} from './pdf.ts'
import type {ReadOptions, Source} from './types.ts'

export interface Opened {
  source: Source
  /** SHA-256 of the bytes, hex. */
  digest: string
  path: string
}

/**
 * Reads a file and tells its format by its first bytes, never by its name.
 * @throws {PlanError} missing, empty, unreadable, damaged, locked, unsupported, too-large.
 */
export async function openSource(path: string, options: ReadOptions = {}): Promise<Opened> {
  const bytes = await readFile(path).catch((cause) => {
    throw new PlanError(cause.code === 'ENOENT' ? 'missing' : 'unreadable', 'cannot be opened', {
      stage: 'source',
      file: path,
      cause
    })
  })
  if (bytes.length === 0) throw new PlanError('empty', 'the file is empty (0 bytes)', {stage: 'source', file: path})
  const digest = createHash('sha256').update(bytes).digest('hex')
  if (bytes.subarray(0, 1024).includes('%PDF-')) return {source: await readPdf(bytes, options), digest, path}
  return {
    source: {kind: 'text', format: 'text', text: bytes.toString('utf8'), encoding: 'utf-8', warnings: []},
    digest,
    path
  }
}
