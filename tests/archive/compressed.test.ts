import {gzipSync} from 'node:zlib'
import {expect, test} from 'vitest'
import {compressed, expanded} from '../../src/archive/compressed.ts'

const short = {goal: 'Every child has a warm home – always', list: [1, null, true]}
const long = {goals: Array.from({length: 200}, (_, at) => ({...short, at}))}

test('what is kept comes back, short or long, and what earlier versions packed by gzip', () => {
  for (const value of [short, long, [], {}]) {
    expect(expanded(compressed(value))).toEqual(value)
    expect(expanded(gzipSync(JSON.stringify(value)))).toEqual(value)
  }
  expect(compressed(long).length).toBeLessThan(JSON.stringify(long).length / 5)
})

test('bytes that were cut off are no finding', () => {
  const bytes = compressed(long)
  expect(() => expanded(bytes.subarray(0, bytes.length - 9))).toThrow()
})
