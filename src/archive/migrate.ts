/** Brings an archive to the schema of this version: the numbered steps of `schema/`, each in one transaction, never edited. */
import {readdirSync, readFileSync} from 'node:fs'
import {PlanError} from '../problems.ts'
import type {Store} from './tables.ts'

const folder = new URL('./schema/', import.meta.url)

export interface Step {
  number: number
  name: string
  text: string
}

/** '0002-units.sqlite.sql': number, name and, where the two databases differ, for which. */
export function stepsFor(store: Store['name']): Step[] {
  return readdirSync(folder)
    .map((file) => ({file, parts: /^(\d{4})-([a-z-]+)(?:\.(sqlite|postgres))?\.sql$/.exec(file)}))
    .filter(({parts}) => parts && (parts[3] === undefined || parts[3] === store))
    .map(({file, parts}) => ({
      number: Number(parts![1]),
      name: parts![2]!,
      text: readFileSync(new URL(file, folder), 'utf8')
    }))
    .sort((a, b) => a.number - b.number)
}

/** @throws {PlanError} 'archive' when a newer version of the product has written it. */
export async function migrate(store: Store, steps: readonly Step[] = stepsFor(store.name)): Promise<void> {
  await store.script('CREATE TABLE IF NOT EXISTS step (number INTEGER PRIMARY KEY, name TEXT NOT NULL)')
  const at = await schemaOf(store)
  const newest = steps.at(-1)?.number ?? 0
  if (at > newest)
    throw new PlanError('archive', `was written by a newer version (schema ${at}, this one knows ${newest})`, {
      stage: 'archive',
      file: store.where
    })
  for (const step of steps.filter(({number}) => number > at)) await take(store, step)
}

/** Another run may open the same new archive at this moment: the step it has taken in between is no failure of ours. */
async function take(store: Store, {number, name, text}: Step): Promise<void> {
  try {
    await store.script(`${text};\nINSERT INTO step (number, name) VALUES (${number}, '${name}')`)
  } catch (error) {
    if ((await schemaOf(store)) < number) throw error
  }
}

/** The number of the last step taken; 0 for an empty database. */
export async function schemaOf(store: Store): Promise<number> {
  const {sql} = await import('kysely')
  const {rows} = await sql<{number: number | null}>`SELECT max(number) AS number FROM step`.execute(store.db)
  return rows[0]?.number ?? 0
}
