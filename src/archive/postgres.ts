/** The archive in PostgreSQL, for work on many machines. The only import of pg. */
import {Kysely, PostgresDialect, sql} from 'kysely'
import pg from 'pg'
import {archiveProblem} from './problem.ts'
import type {Store, Tables} from './tables.ts'

/** One transaction writes while others look; more would only wait. */
const connections = 4
/**
 * Milliseconds between two statements of a transaction, after which the database ends it: a machine that froze in the middle of
 * one would keep others from its file for as long as its connection stands. Statements follow each other within milliseconds.
 */
const mostIdle = 20_000
/** Serialises schema steps of runs that open a new archive at the same moment: 'plan' in ASCII. */
const stepLock = 0x706c616e

/** `bytes` is the name that the shared schema uses for binary columns. */
const preamble = `DO $$ BEGIN CREATE DOMAIN bytes AS bytea; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$`

/** @throws {PlanError} 'archive' when the database cannot be reached or refuses the user. */
export async function openPostgres(url: string): Promise<Store> {
  const where = withoutPassword(url)
  const pool = new pg.Pool({
    max: connections,
    application_name: 'planlens',
    idle_in_transaction_session_timeout: mostIdle,
    connectionString: url
  })
  // A connection that breaks while idle is replaced by the pool; the next query tells what is wrong.
  pool.on('error', () => {})
  // One that breaks between two queries of a transaction has nobody else to tell, and would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const script = (text: string) => inTransaction(pool, text)
  try {
    await script(preamble)
  } catch (cause) {
    await pool.end()
    throw archiveProblem(cause, where)
  }
  const db = new Kysely<Tables>({dialect: new PostgresDialect({pool})})
  return {
    name: 'postgres',
    db,
    where,
    script,
    alone: async (transaction, digest) =>
      void (await sql`SELECT pg_advisory_xact_lock(hashtextextended(${digest}, 0))`.execute(transaction)),
    faults: async () => [],
    search: async (words, limit) => {
      const found = await sql<{plan: string; id: string; text: string}>`
        SELECT plan, id, text FROM unit, plainto_tsquery('english', ${words}) AS asked
        WHERE to_tsvector('english', text || ' ' || coalesce(detail, '')) @@ asked
        ORDER BY ts_rank(to_tsvector('english', text || ' ' || coalesce(detail, '')), asked) DESC, plan, place
        LIMIT ${limit}`.execute(db)
      return found.rows
    },
    size: async () => {
      const {rows} = await sql<{size: string}>`SELECT pg_database_size(current_database()) AS size`.execute(db)
      return Number(rows[0]!.size)
    },
    vacuum: async () => void (await pool.query('VACUUM ANALYZE')),
    // Ends the pool as well, once a query has been made through it; `script` has made one of its own.
    close: () => db.destroy().then(() => (pool.ended ? undefined : pool.end()))
  }
}

async function inTransaction(pool: pg.Pool, text: string): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${stepLock})`)
    await client.query(text)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

/** An address that may be printed. */
export function withoutPassword(url: string): string {
  try {
    const address = new URL(url)
    address.password = ''
    address.search = ''
    return address.href
  } catch {
    return 'postgres'
  }
}
