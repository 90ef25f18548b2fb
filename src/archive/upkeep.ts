/** Looking after an archive: what is in it, whether it is sound, and everything in it as lines of JSON. */
import {isDeepStrictEqual} from 'node:util'
import {assertPlan} from '../plan-tree/guards.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import type {Archive, FindingKey} from './archive.ts'
import {expanded} from './compressed.ts'
import {unitRows} from './files.ts'
import {schemaOf} from './migrate.ts'

export interface ArchiveStatus {
  where: string
  schema: number
  bytes: number
  files: number
  plans: number
  failed: number
  units: number
  findings: number
  runs: number
  readers: {reader: string; files: number}[]
}

export async function archiveStatus({store}: Archive): Promise<ArchiveStatus> {
  const {db} = store
  const count = async (table: 'file' | 'plan' | 'unit' | 'finding' | 'run') =>
    Number((await db.selectFrom(table).select(db.fn.countAll().as('count')).executeTakeFirstOrThrow()).count)
  const readers = await db
    .selectFrom('file')
    .select(['reader', db.fn.countAll().as('files')])
    .groupBy('reader')
    .orderBy('reader')
    .execute()
  const [files, plans] = [await count('file'), await count('plan')]
  return {
    where: store.where,
    schema: await schemaOf(store),
    bytes: await store.size(),
    files,
    plans,
    failed: files - plans,
    units: await count('unit'),
    findings: await count('finding'),
    runs: await count('run'),
    readers: readers.map(({reader, files}) => ({reader, files: Number(files)}))
  }
}

/** What is wrong, a line each; nothing when the archive is sound: the database, every tree, and that units fit their trees. */
export async function archiveFaults({store}: Archive): Promise<string[]> {
  const faults = await store.faults()
  const {db} = store
  const files = await db.selectFrom('file').select(['digest', 'state']).orderBy('digest').execute()
  for (const {digest, state} of files) {
    const row = await db.selectFrom('plan').select(['tree']).where('digest', '=', digest).executeTakeFirst()
    if (state === 'failed') {
      if (row) faults.push(`${digest}: failed, and yet there is a plan`)
    } else if (!row) faults.push(`${digest}: read, and yet there is no plan`)
    else faults.push(...(await planFaults({store} as Archive, digest, row.tree)))
  }
  return faults
}

async function planFaults({store: {db}}: Archive, digest: string, tree: Uint8Array): Promise<string[]> {
  let plan: Plan
  try {
    plan = expanded<Plan>(tree)
    assertPlan(plan)
  } catch (error) {
    return [`${digest}: its tree cannot be used (${error instanceof Error ? error.message : error})`]
  }
  if (plan.digest !== digest) return [`${digest}: its tree is that of ${plan.digest}`]
  const rows = await db.selectFrom('unit').selectAll().where('plan', '=', digest).orderBy('place').execute()
  const kept = rows.map(({number: _, ...row}) => ({...row}))
  return isDeepStrictEqual(kept, unitRows(plan)) ? [] : [`${digest}: its units do not fit its tree`]
}

/** Everything but the record of runs, in an order that does not depend on when a thing came in: equal archives, equal lines. */
export async function* exportArchive({store: {db}}: Archive): AsyncGenerator<object> {
  const files = await db.selectFrom('file').selectAll().orderBy('digest').execute()
  for (const file of files) {
    const places = await db
      .selectFrom('place')
      .select('path')
      .where('digest', '=', file.digest)
      .orderBy('path')
      .execute()
    const row = await db.selectFrom('plan').select('tree').where('digest', '=', file.digest).executeTakeFirst()
    yield {type: 'file', ...file, places: places.map(({path}) => path), ...(row ? {plan: expanded(row.tree)} : {})}
  }
  const keys = await db
    .selectFrom('finding')
    .select(['kind', 'a', 'b'])
    .orderBy('kind')
    .orderBy('a')
    .orderBy('b')
    .execute()
  for (const {kind, a, b} of keys) {
    const {analysis, report} = await db
      .selectFrom('finding')
      .select(['analysis', 'report'])
      .where('kind', '=', kind)
      .where('a', '=', a)
      .where('b', '=', b)
      .executeTakeFirstOrThrow()
    yield {type: 'finding', kind, a, b, analysis, report: expanded(report)}
  }
}

/** Copies every file, plan and finding; what the other archive has of the same content is replaced. Runs stay where they were. */
export async function copyArchive(from: Archive, to: Archive): Promise<{files: number; findings: number}> {
  const {db} = from.store
  const files = await db.selectFrom('file').select(['digest', 'bytes', 'reader']).orderBy('digest').execute()
  for (const {digest, bytes, reader} of files) {
    const places = await db.selectFrom('place').selectAll().where('digest', '=', digest).orderBy('path').execute()
    const path = places[0]?.path ?? ''
    await to.keep({digest, bytes, path, outcome: await from.recall(digest, path)}, reader)
    await to.seen(places)
  }
  const keys = await db
    .selectFrom('finding')
    .select(['kind', 'a', 'b', 'analysis'])
    .orderBy('kind')
    .orderBy('a')
    .orderBy('b')
    .execute()
  for (const key of keys as FindingKey[]) await to.keepFinding(key, await from.recallFinding(key))
  return {files: files.length, findings: keys.length}
}
