/**
 * The sample archive, whose truth is known by construction. `wrong.json` holds how many facts of each kind Planlens still
 * gets wrong: more is a failure; UPDATE=1 records what is. `wrong.ts` names them.
 */
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {afterAll, describe, expect, test} from 'vitest'
import {truth as truthOfSources} from '../../corpus/make/truth.ts'
import {changes, coverage, gaps, type Held, overlaps, trees, truth} from './held-to-truth.ts'

const corpus = new URL('../../corpus/', import.meta.url)
const record = new URL('./wrong.json', import.meta.url)
const allowed: Record<string, number> = JSON.parse(readFileSync(record, 'utf8'))
const seen: Record<string, number> = {}

describe('the files', () => {
  test('are those that sources.json tells of', () => {
    for (const {file, sha256} of JSON.parse(readFileSync(new URL('sources.json', corpus), 'utf8'))) {
      const hash = createHash('sha256').update(readFileSync(new URL(file, corpus)))
      expect(hash.digest('hex'), file).toBe(sha256)
    }
  })
  test('have the truth that their sources give', () => {
    expect(truth).toEqual(JSON.parse(JSON.stringify(truthOfSources())))
  })
})

const parts: Record<string, () => Promise<Held[]>> = {trees, changes, overlaps, gaps, coverage}

describe('what Planlens finds', () => {
  for (const [name, part] of Object.entries(parts))
    test(name, async () => {
      for (const {name: kind, wrong} of await part()) {
        seen[kind] = wrong.length
        expect.soft(wrong.length, `${kind}\n${wrong.join('\n')}`).toBeLessThanOrEqual(allowed[kind] ?? 0)
      }
    })
})

afterAll(() => {
  if (process.env.UPDATE) writeFileSync(record, `${JSON.stringify({...allowed, ...seen}, null, 2)}\n`)
})
