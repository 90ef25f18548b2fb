import {mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {migrate, schemaOf, stepsFor} from '../../src/archive/migrate.ts'
import {openSqlite} from '../../src/archive/sqlite.ts'
import {
  type Archive,
  archiveFaults,
  archiveStatus,
  exportArchive,
  openArchive,
  type Plan,
  PlanError,
  type ReadFile,
  readRemembered
} from '../../src/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-archive-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const sample = readFileSync(new URL('../../corpus/pellingham-young-peoples-plan.md', import.meta.url), 'utf8')
const file = (name: string, text = sample) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const inFolder = () => openArchive(join(folder, 'plans.db'))

type Told = ReadFile & {remembered: boolean}
async function read(files: string[], archive: Archive): Promise<Told[]> {
  const results: Told[] = []
  for await (const result of readRemembered(files, archive, {jobs: 2})) results.push(result)
  return results
}
async function lines(archive: Archive): Promise<string> {
  const all: string[] = []
  for await (const line of exportArchive(archive)) all.push(JSON.stringify(line))
  return all.join('\n')
}

test('what was kept comes back equal, and only what is new is read', async () => {
  const files = [file('a.md'), file('b.md', sample.replaceAll('Pellingham', 'Thornwick'))]
  const archive = await inFolder()
  const first = await read(files, archive)
  expect(first.map(({remembered}) => remembered)).toEqual([false, false])
  const changed = [files[0]!, file('b.md', sample.replaceAll('Pellingham', 'Ashby')), file('c.md')]
  const second = await read(changed, archive)
  expect(second.map(({remembered}) => remembered)).toEqual([true, false, true])
  expect('plan' in second[0]! && second[0].plan).toEqual('plan' in first[0]! && first[0].plan)
  expect('plan' in second[2]! && second[2].plan.source.path).toBe(changed[2])
  expect(await archiveFaults(archive)).toEqual([])
  await archive.close()
})

test('a file that cannot be used is remembered with its cause; one that is not there is not', async () => {
  const files = [file('empty.md', ''), join(folder, 'none.md')]
  const archive = await inFolder()
  await read(files, archive)
  const again = await read(files, archive)
  expect(again.map((result) => [result.remembered, 'problem' in result && result.problem.code])).toEqual([
    [true, 'empty'],
    [false, 'missing']
  ])
  expect(again[0]).toMatchObject({problem: {file: files[0], message: 'the file is empty (0 bytes)'}})
  await archive.close()
})

test('the order in which files come in makes no difference', async () => {
  const texts = ['Thornwick', 'Ashby', 'Marlford'].map((name) => sample.replaceAll('Pellingham', name))
  const files = texts.map((text, index) => file(`${index}.md`, text))
  const one = await inFolder()
  await read(files, one)
  const other = await openArchive(join(folder, 'other.db'))
  for (const single of files.toReversed()) await read([single], other)
  expect(await lines(other)).toBe(await lines(one))
  await one.close()
  await other.close()
})

test('another reader reads again, and the old words are gone from the index', async () => {
  const archive = await inFolder()
  const [result] = await read([file('a.md')], archive)
  const {plan} = result as {plan: Plan}
  const place = {digest: plan.digest, bytes: 1, path: 'a.md'}
  expect(await archive.outdated('planlens 99')).toBe(1)
  await archive.keep({...place, outcome: {plan: {...plan, children: []}}}, 'planlens 99')
  expect(await archive.store.search('skate park', 10)).toEqual([])
  expect((await archiveStatus(archive)).units).toBe(0)
  expect(await archiveFaults(archive)).toEqual([])
  await archive.close()
})

test('findings are kept for one version of an analysis, and go with the file they speak of', async () => {
  const archive = await inFolder()
  const [result] = await read([file('a.md')], archive)
  const {digest} = (result as {plan: Plan}).plan
  const key = {kind: 'changes', a: digest, b: 'f'.repeat(64), analysis: '1'} as const
  await archive.keepFinding(key, {changes: ['é']})
  expect(await archive.recallFinding(key)).toEqual({changes: ['é']})
  expect(await archive.recallFinding({...key, analysis: '2'})).toBeNull()
  await archive.keep({digest, bytes: 1, path: 'a.md', outcome: result as {plan: Plan}}, 'planlens 99')
  expect(await archive.recallFinding(key)).toBeNull()
  await archive.close()
})

test('words are searched as words, whatever signs they hold', async () => {
  const archive = await inFolder()
  await read([file('a.md')], archive)
  for (const hostile of ['"', 'a" OR "b', 'NEAR(', '* -', "'; DROP TABLE unit; --"])
    expect(Array.isArray(await archive.store.search(hostile, 5))).toBe(true)
  expect((await archiveStatus(archive)).files).toBe(1)
  await archive.close()
})

test('a damaged archive is told at once', async () => {
  const path = join(folder, 'plans.db')
  const archive = await inFolder()
  await read([file('a.md')], archive)
  await archive.store.vacuum()
  await archive.close()
  const bytes = readFileSync(path)
  writeFileSync(path, Buffer.concat([Buffer.from('not a database at all'), bytes.subarray(21)]))
  await expect(openArchive(path)).rejects.toThrow(/is not an archive/)
  writeFileSync(path, bytes)
  truncateSync(path, bytes.length / 2)
  const told = await openArchive(path)
    .then(async (cut) => archiveFaults(cut).finally(() => cut.close()))
    .catch((error: PlanError) => [error.message])
  expect(told.length).toBeGreaterThan(0)
})

test('a tree that was tampered with is told', async () => {
  const archive = await inFolder()
  const [result] = await read([file('a.md')], archive)
  const {digest} = (result as {plan: Plan}).plan
  await archive.store.db.updateTable('unit').set({text: 'another'}).where('place', '=', 0).execute()
  expect(await archiveFaults(archive)).toEqual([
    'the full-text index does not fit the units',
    `${digest}: its units do not fit its tree`
  ])
  await archive.store.db
    .updateTable('plan')
    .set({tree: new Uint8Array([1, 2, 3])})
    .execute()
  expect((await archiveFaults(archive)).join()).toContain('its tree cannot be used')
  await archive.close()
})

test('a database of another program is left alone', async () => {
  const path = join(folder, 'other.db')
  const other = new DatabaseSync(path)
  other.exec('CREATE TABLE mine (x)')
  other.close()
  await expect(openArchive(path)).rejects.toThrow(PlanError)
  const after = new DatabaseSync(path)
  expect(after.prepare('SELECT count(*) AS count FROM sqlite_master').get()).toEqual({count: 1})
  after.close()
})

test('an archive of a newer version is refused, and migrating an old one equals a fresh one', async () => {
  const steps = stepsFor('sqlite')
  const old = openSqlite(join(folder, 'old.db'))
  await migrate(old, steps.slice(0, 1))
  await migrate(old)
  const fresh = openSqlite(join(folder, 'fresh.db'))
  await migrate(fresh)
  const schema = (path: string) =>
    new DatabaseSync(path).prepare('SELECT type, name, sql FROM sqlite_master ORDER BY name').all()
  expect(schema(join(folder, 'old.db'))).toEqual(schema(join(folder, 'fresh.db')))
  expect(await schemaOf(old)).toBe(steps.at(-1)!.number)
  await expect(migrate(old, steps.slice(0, 1))).rejects.toThrow('newer version')
  await old.close()
  await fresh.close()
})
