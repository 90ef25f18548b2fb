/** The tables of an archive as TypeScript sees them: column for column what `schema/` creates. */
import type {Generated, Kysely} from 'kysely'

export interface Tables {
  file: FileRow
  place: {path: string; digest: string}
  plan: PlanRow
  unit: UnitRow
  finding: FindingRow
  run: RunRow
}

export interface FileRow {
  digest: string
  bytes: number
  reader: string
  state: 'read' | 'failed'
  code: string | null
  message: string | null
  stage: string | null
  page: number | null
}

export interface PlanRow {
  digest: string
  title: string
  authority: string | null
  publisher: string | null
  period_from: number | null
  period_to: number | null
  status: string
  kind: string | null
  units: number
  tree: Uint8Array
}

export interface UnitRow {
  number: Generated<number>
  plan: string
  place: number
  id: string
  parent: string | null
  type: string
  term: string | null
  label: string | null
  text: string
  detail: string | null
  leads: string | null
  start: string | null
  due: string | null
  baseline: string | null
  target: string | null
  page: number | null
}

export interface FindingRow {
  kind: string
  a: string
  b: string
  analysis: string
  report: Uint8Array
}

export interface RunRow {
  started_at: string
  ended_at: string | null
  product: string
  files: number
  read_now: number
  remembered: number
  failed: number
  /** Names what it was made from, once all its findings are kept. */
  inputs: string | null
}

/** What differs between the two databases; everything else is one set of queries. */
export interface Store {
  name: 'sqlite' | 'postgres'
  db: Kysely<Tables>
  /** Where it is, for messages: never with a password. */
  where: string
  /** Runs a script of several statements in one transaction, never at the same time as another process does. */
  script(sql: string): Promise<void>
  /** Keeps other transactions over the same content waiting until this one ends. */
  alone(transaction: Kysely<Tables>, digest: string): Promise<void>
  /** What is wrong with the database itself; nothing when it is sound. */
  faults(): Promise<string[]>
  /** Units whose words fit, best first. */
  search(words: string, limit: number): Promise<{plan: string; id: string; text: string}[]>
  size(): Promise<number>
  vacuum(): Promise<void>
  close(): Promise<void>
}
