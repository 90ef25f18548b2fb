import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {readMixed, writeMixedFolder} from '../bench/robustness.ts'
import {fuzz} from './fuzz.ts'
import {fuzzInputs} from './inputs.ts'
import {mutated} from './mutations.ts'

test('the same number of a seed is the same input', () => {
  const files = fuzzInputs.map(({bytes}) => bytes)
  expect(mutated(files, 1, 7)).toEqual(mutated(files, 1, 7))
  expect(mutated(files, 1, 7)).not.toEqual(mutated(files, 1, 8))
})

test('broken inputs end as a plan or as a problem of one line, each in its time', async () => {
  const {faults, inputs, outcomes} = await fuzz(2, 0, 120)
  expect(faults).toEqual([])
  expect(Object.values(outcomes).reduce((sum, count) => sum + count, 0)).toBe(inputs)
})

test('of a folder with broken files every file is read or named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-mixed-'))
  const {files, broken} = writeMixedFolder(folder, 40, 3)
  const {read, failed, unclear} = await readMixed(files, 60)
  expect(unclear).toEqual([])
  expect(read + Object.values(failed).reduce((sum, count) => sum + count, 0)).toBe(files.length)
  expect(read).toBeGreaterThanOrEqual(files.length - broken)
  rmSync(folder, {recursive: true})
})
