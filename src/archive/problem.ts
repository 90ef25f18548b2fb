/** What the databases say, as problems that name the archive, the cause and what still holds. */
import {PlanError} from '../problems.ts'

/** SQLite's primary result codes and PostgreSQL's error classes that a user can do something about. */
const sentences: Record<string, string> = {
  // SQLite
  5: 'another program holds the archive',
  8: 'the archive may not be written to',
  10: 'the archive cannot be written or read: the disk is full or fails; what was read so far is kept, and the next run goes on from there',
  11: 'the archive is damaged: rebuild it from its files with planlens archive rebuild',
  13: 'the disk is full: what was read so far is kept, and the next run goes on from there',
  14: 'the archive cannot be opened or created',
  26: 'is not an archive, or its first page is damaged: rebuild it with planlens archive rebuild',
  // PostgreSQL and the way to it
  ECONNREFUSED: 'the database cannot be reached',
  ENOTFOUND: 'the database cannot be reached: there is no such host',
  ECONNRESET: 'the database closed the connection: what was read so far is kept',
  '28P01': 'the database does not accept this user or password',
  '28000': 'the database does not accept this user or password',
  '3D000': 'there is no such database',
  '42501': 'this user may not do that in the database',
  '53100': "the database's disk is full: what was read so far is kept, and the next run goes on from there",
  '57P01': 'the database was shut down: what was read so far is kept, and the next run goes on from there'
}

export function archiveProblem(cause: unknown, where: string): PlanError {
  if (cause instanceof PlanError) return cause
  const {errcode, code} = cause as {errcode?: number; code?: string}
  const said = cause instanceof Error ? cause.message : String(cause)
  const sentence =
    sentences[errcode === undefined ? (code ?? '') : String(errcode & 0xff)] ??
    (lost.test(said) ? sentences.ECONNRESET : undefined)
  return new PlanError('archive', sentence ?? said, {stage: 'archive', file: where, cause})
}

/** PostgreSQL's error classes of a connection that is lost or a server that starts or stops, and the system's. */
const passing = /^(08|57P|ECONN|EPIPE|ETIMEDOUT)/

/** What the driver says of a connection that went away without a word from the server. */
const lost = /terminated unexpectedly|Connection terminated|is not queryable/

/** Whether the same may go well a moment later: the database is away, not wrong. */
export function isPassing(error: unknown): boolean {
  const {code, cause, message} = error as {code?: string; cause?: unknown; message?: string}
  if (passing.test(code ?? '') || lost.test(message ?? '')) return true
  return cause !== undefined && isPassing(cause)
}
