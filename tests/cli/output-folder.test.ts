import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {memoOf} from '../../src/cli/folder-memo.ts'
import {recordIn, recordName, unchangedRecord, writeOutput} from '../../src/cli/output-folder.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-output-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const written = (files: Record<string, string>, inputs = 'one') =>
  writeOutput(folder, Object.entries(files), (wrote) => ({wrote, inputs}))

test('what an earlier run wrote and this one did not is taken away; what others put there stays', async () => {
  await written({'a.html': 'a', 'plans/b.html': 'b'})
  writeFileSync(join(folder, 'mine.txt'), 'mine')
  await written({'a.html': 'a'})
  expect(existsSync(join(folder, 'plans/b.html'))).toBe(false)
  expect(readFileSync(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
})

test('a file that holds the same already is not written again', async () => {
  await written({'a.html': 'same', 'b.html': 'old'})
  for (const name of ['a.html', 'b.html']) utimesSync(join(folder, name), 1000, 1000)
  await written({'a.html': 'same', 'b.html': 'new'})
  expect(statSync(join(folder, 'a.html')).mtimeMs).toBe(1_000_000)
  expect(statSync(join(folder, 'b.html')).mtimeMs).toBeGreaterThan(1_000_000)
})

test('contents in pieces are one file', async () => {
  await writeOutput(folder, [['long.json', ['[1,', '2]']]], (wrote) => ({wrote}))
  expect(readFileSync(join(folder, 'long.json'), 'utf8')).toBe('[1,2]')
})

test('a run is unchanged only with the same inputs, whole, and every file as it was written', async () => {
  await written({'a.html': 'a'})
  expect(unchangedRecord(folder, 'one')).toBeDefined()
  expect(unchangedRecord(folder, 'two')).toBeUndefined()
  utimesSync(join(folder, 'a.html'), Date.now() / 1000 + 60, Date.now() / 1000 + 60)
  expect(unchangedRecord(folder, 'one')).toBeUndefined()
  await written({'a.html': 'b'})
  rmSync(join(folder, 'a.html'))
  expect(unchangedRecord(folder, 'one')).toBeUndefined()
})

test('a run that breaks off leaves no record of being whole, and the next one still tidies up after it', async () => {
  await written({'a.html': 'a', 'old.html': 'old'})
  function* broken(): Generator<[string, string]> {
    yield ['a.html', 'half']
    throw new Error('broke off')
  }
  await expect(writeOutput(folder, broken(), (wrote) => ({wrote, inputs: 'one'}))).rejects.toThrow('broke off')
  expect(unchangedRecord(folder, 'one')).toBeUndefined()
  expect(recordIn(folder)?.unfinished).toBe(true)
  await written({'a.html': 'a'})
  expect(existsSync(join(folder, 'old.html'))).toBe(false)
})

test('no path leaves the folder, and a file in the way is told in words', async () => {
  await expect(written({'../out.html': 'x'})).rejects.toThrow('outside its folder')
  mkdirSync(join(folder, 'plans'))
  await expect(written({plans: 'x'})).rejects.toThrow('a file is where a folder is to be')
  writeFileSync(join(folder, recordName), '{"wrote": ["../../etc/passwd", 7]}')
  await expect(written({'a.html': 'a'})).resolves.toBeUndefined()
})

test('the memo of a folder is JSON, however many files it names', () => {
  const memo = memoOf(folder)
  expect(JSON.parse([...memo.text()].join(''))).toEqual({files: {}, parts: {}})
  const files: Record<string, string[]> = {}
  for (let n = 0; n < 3000; n++) {
    const path = `plans/“${n}”.html`
    files[path] = [`key ${n}`, 'f'.repeat(64)]
    memo.note(path, `key ${n}`, 'f'.repeat(64))
  }
  memo.notePart('data/units.csv', {key: 'k', bytes: '', facts: [3]}, 7, 9)
  memo.notePart('data/units.csv', {key: 'l', bytes: '', facts: []}, 16, 1)
  const pieces = [...memo.text()]
  expect(pieces.length).toBeGreaterThan(2)
  expect(JSON.parse(pieces.join(''))).toEqual({files, parts: {'data/units.csv': ['k\t7\t9\t3', 'l\t16\t1']}})
})

test('a part of an earlier file is what was written there, small or long, in whatever order they are asked for', async () => {
  const bytes = Buffer.from(Array.from({length: 300_000}, (_, at) => (at * 7919) % 251))
  const parts: [offset: number, length: number][] = [
    [0, 10],
    [200_000, 90_000],
    [65_530, 20],
    [299_990, 10],
    [5, 60_000],
    [131_000, 70_000],
    [10, 10]
  ]
  const before = memoOf(folder)
  for (const [offset, length] of parts)
    before.notePart('rows.bin', {key: `${offset}`, bytes: '', facts: [1]}, offset, length)
  before.notePart('rows.bin', {key: 'beyond', bytes: '', facts: []}, 299_995, 10)
  const pieces = (function* () {
    for (let at = 0; at < bytes.length; at += 999) yield bytes.subarray(at, at + 999)
  })()
  await writeOutput(folder, [['rows.bin', pieces]], (wrote) => ({wrote}), before)
  expect(readFileSync(join(folder, 'rows.bin')).equals(bytes)).toBe(true)
  const memo = memoOf(folder)
  const found = parts.map(([offset]) => memo.partOf('rows.bin', `${offset}`)!.bytes as Uint8Array)
  for (const [at, [offset, length]] of parts.entries())
    expect(Buffer.from(found[at]!).equals(bytes.subarray(offset, offset + length))).toBe(true)
  expect(memo.partOf('rows.bin', 'beyond')).toBeUndefined()
  memo.endOf('rows.bin')
})
