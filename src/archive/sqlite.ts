/** The archive in one SQLite file: write-ahead log, so that reports read while a run writes. The only import of node:sqlite. */
import {existsSync, statSync} from 'node:fs'
import {DatabaseSync, type SQLInputValue, type StatementSync} from 'node:sqlite'
import {Kysely, type SqliteDatabase, SqliteDialect, sql} from 'kysely'
import {PlanError} from '../problems.ts'
import {archiveProblem} from './problem.ts'
import type {Store, Tables} from './tables.ts'

/** 'plan' in ASCII: marks the file as a Planlens archive (PRAGMA application_id). */
const applicationId = 0x706c616e
const busyMilliseconds = 10_000

/** @throws {PlanError} 'archive' when the file is no archive or is damaged. */
export function openSqlite(path: string, {readOnly = false} = {}): Store {
  if (readOnly && path !== ':memory:' && !existsSync(path))
    throw new PlanError('missing', 'there is no such archive', {stage: 'archive', file: path})
  const database = opened(path, readOnly)
  const db = new Kysely<Tables>({dialect: new SqliteDialect({database: adapted(database)})})
  return {
    name: 'sqlite',
    db,
    where: path,
    script: async (text) => inTransaction(database, text),
    // One writer at a time, always.
    alone: async () => {},
    faults: async () => faults(database),
    search: async (words, limit) => {
      const found = await sql<{plan: string; id: string; text: string}>`
        SELECT unit.plan, unit.id, unit.text FROM unit_words JOIN unit ON unit.number = unit_words.rowid
        WHERE unit_words MATCH ${phrase(words)} ORDER BY rank, unit.plan, unit.place LIMIT ${limit}`.execute(db)
      return found.rows
    },
    size: async () => (path === ':memory:' ? 0 : statSync(path).size),
    vacuum: async () => database.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA optimize'),
    close: async () => {
      // Kysely closes only what it has used.
      await db.destroy()
      if (database.isOpen) database.close()
    }
  }
}

function inTransaction(database: DatabaseSync, text: string): void {
  try {
    database.exec(`BEGIN IMMEDIATE;\n${text};\nCOMMIT`)
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}

function opened(path: string, readOnly: boolean): DatabaseSync {
  try {
    const database = new DatabaseSync(path, {readOnly, enableForeignKeyConstraints: true, timeout: busyMilliseconds})
    const mark = database.prepare('PRAGMA application_id').get()?.application_id
    const tables = database.prepare('SELECT count(*) AS count FROM sqlite_master').get()?.count
    if (mark !== applicationId && tables !== 0)
      throw new PlanError('archive', 'is a SQLite database of another program', {stage: 'archive', file: path})
    if (!readOnly) {
      database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA application_id = ${applicationId}`)
    }
    return database
  } catch (cause) {
    throw archiveProblem(cause, path)
  }
}

const readOnlyFile = 8

function faults(database: DatabaseSync): string[] {
  const rows = database
    .prepare('PRAGMA integrity_check(20)')
    .all()
    .map((row) => String(row.integrity_check))
  const orphans = database
    .prepare('PRAGMA foreign_key_check')
    .all()
    .map((row) => `${row.table}: a row without its ${row.parent}`)
  return [...rows.filter((row) => row !== 'ok'), ...new Set(orphans), ...searchFaults(database)]
}

/** The full-text index must hold exactly the words of the units. */
function searchFaults(database: DatabaseSync): string[] {
  try {
    database.exec("INSERT INTO unit_words (unit_words, rank) VALUES ('integrity-check', 1)")
    return []
  } catch (error) {
    return (error as {errcode?: number}).errcode === readOnlyFile ? [] : ['the full-text index does not fit the units']
  }
}

/** Words as FTS5 phrases, so that no sign in them is taken for an operator. */
const phrase = (words: string) =>
  words
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ')

/** Prepared statements that are kept: Kysely gives the same few texts again and again. */
const mostStatements = 64

function adapted(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, StatementSync>()
  const prepared = (text: string) => {
    const known = kept.get(text)
    if (known) return known
    if (kept.size >= mostStatements) kept.delete(kept.keys().next().value!)
    const statement = database.prepare(text)
    kept.set(text, statement)
    return statement
  }
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = prepared(text)
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[]
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        // A full disk ends a transaction by itself; to end it again would hide why.
        run: (parameters) =>
          text === 'rollback' && !database.isTransaction
            ? {changes: 0, lastInsertRowid: 0}
            : statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)) as IterableIterator<unknown>
      }
    }
  }
}
