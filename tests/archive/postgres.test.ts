import {fileURLToPath} from 'node:url'
import {sql} from 'kysely'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {openPostgres} from '../../src/archive/postgres.ts'
import {
  type Archive,
  archiveFaults,
  archiveStatus,
  copyArchive,
  exportArchive,
  openArchive,
  type Plan,
  PlanError,
  readPlan,
  readRemembered
} from '../../src/index.ts'
import {startPostgres, type TestPostgres} from '../support/postgres.ts'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
const files = [
  'pellingham-young-peoples-plan.md',
  'marlshire-healthy-lives-strategy.html',
  'marlshire-data-sharing-policy.txt'
].map((name) => `${corpus}${name}`)

let postgres: TestPostgres
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres?.stop())

async function read(archive: Archive): Promise<boolean[]> {
  const remembered: boolean[] = []
  for await (const result of readRemembered(files, archive, {jobs: 1})) remembered.push(result.remembered)
  return remembered
}
async function lines(archive: Archive): Promise<string[]> {
  const all: string[] = []
  for await (const line of exportArchive(archive)) all.push(JSON.stringify(line))
  return all
}

test('holds what SQLite holds, line for line', async () => {
  const [sqlite, server] = [await openArchive(':memory:'), await openArchive(await postgres.database('same'))]
  for (const archive of [sqlite, server]) {
    expect(await read(archive)).toEqual([false, false, false])
    expect(await read(archive)).toEqual([true, true, true])
    await archive.keepFinding({kind: 'changes', a: 'a', b: 'b', analysis: '1'}, {changes: []})
    expect(await archiveFaults(archive)).toEqual([])
  }
  expect(await lines(server)).toEqual(await lines(sqlite))
  const {where: _, bytes: __, ...status} = await archiveStatus(server)
  expect(await archiveStatus(sqlite)).toMatchObject(status)
  const found = [await server.store.search('skate park', 50), await sqlite.store.search('skate park', 50)]
  expect(found[0]!.map(({id}) => id).sort()).toEqual(found[1]!.map(({id}) => id).sort())
  const copied = await openArchive(':memory:')
  expect(await copyArchive(server, copied)).toEqual({files: 3, findings: 1})
  expect(await lines(copied)).toEqual(await lines(sqlite))
  await copied.close()
  await sqlite.close()
  await server.close()
})

test('opened by several at the same moment, and kept by several at the same moment', async () => {
  const url = await postgres.database('crowd')
  const crowd = await Promise.all([1, 2, 3].map(() => openArchive(url)))
  const plan = await readPlan(files[0]!)
  const one = {digest: plan.digest, bytes: 1, path: 'a.md', outcome: {plan}}
  await Promise.all(crowd.flatMap((archive) => [1, 2, 3].map(() => archive.keep(one, 'planlens'))))
  expect(await archiveStatus(crowd[0]!)).toMatchObject({files: 1, plans: 1})
  expect(await archiveFaults(crowd[1]!)).toEqual([])
  for (const archive of crowd) await archive.close()
})

test('words that PostgreSQL cannot hold are held all the same', async () => {
  const archive = await openArchive(await postgres.database('signs'))
  const plan = await readPlan(files[0]!)
  const odd: Plan = {...plan, title: 'a\0b \ud800', children: [{type: 'passage', value: 'c\0d \udfff', pages: []}]}
  await archive.keep({digest: plan.digest, bytes: 1, path: 'a.md', outcome: {plan: odd}}, 'planlens')
  expect(await archive.recall(plan.digest, plan.source.path)).toEqual({plan: odd})
  expect(await archiveFaults(archive)).toEqual([])
  await archive.close()
})

test('no message holds the password', async () => {
  const url = await postgres.database('secret')
  const archive = await openArchive(url)
  expect(archive.store.where).not.toContain('not-to-be-printed')
  await archive.close()
  const wrong = await openArchive(url.replace('/secret', '/none')).catch((error: PlanError) => error)
  expect(wrong).toBeInstanceOf(PlanError)
  expect(JSON.stringify(wrong)).not.toContain('not-to-be-printed')
  expect((wrong as PlanError).message).toBe('there is no such database')
  const refused = await openArchive('postgres://user:not-to-be-printed@127.0.0.1:1/none').catch((error) => error)
  expect((refused as PlanError).message).toBe('the database cannot be reached')
})

test('a connection that breaks between two queries of a transaction is told by the next one, and ends no process', async () => {
  const archive = await openArchive(await postgres.database('broken'))
  const {db} = archive.store
  const transaction = db.transaction().execute(async (all) => {
    await all.selectFrom('file').select('digest').execute()
    await postgres.restart(0)
    await all.selectFrom('file').select('digest').execute()
  })
  await expect(transaction).rejects.toThrow('not queryable')
  expect((await archiveStatus(archive)).files).toBe(0)
  await archive.close()
})

test('a machine that froze in the middle of a transaction keeps nobody from its file for long', async () => {
  const url = await postgres.database('frozen')
  const frozen = await openPostgres(`${url}${url.includes('?') ? '&' : '?'}idle_in_transaction_session_timeout=500`)
  const other = await openPostgres(url)
  const {rows} = await sql<object>`SHOW idle_in_transaction_session_timeout`.execute(other.db)
  expect(rows).toEqual([{idle_in_transaction_session_timeout: '20s'}])
  const {promise: holds, resolve: held} = Promise.withResolvers<void>()
  const {promise: wakes, resolve: wake} = Promise.withResolvers<void>()
  const freezing = frozen.db.transaction().execute(async (all) => {
    await frozen.alone(all, 'digest')
    held()
    await wakes
    await frozen.alone(all, 'other')
  })
  const lost = expect(freezing).rejects.toThrow()
  await holds
  await other.db.transaction().execute((all) => other.alone(all, 'digest'))
  wake()
  await lost
  await Promise.all([frozen.close(), other.close()])
})
