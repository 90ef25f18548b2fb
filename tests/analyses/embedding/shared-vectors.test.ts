/** Threads that embed the same texts: here several embedders of one program over the same memory. */
import {createHash} from 'node:crypto'
import {setTimeout as wait} from 'node:timers/promises'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Embedder} from '../../../src/analyses/embedding/embedder.ts'
import {sharedMemory, sharedVectors, takenAtOnce} from '../../../src/analyses/embedding/shared-vectors.ts'
import {cached} from '../../../src/analyses/embedding/vector-cache.ts'

const dimensions = 4

function counting(made: string[], slow = 0): Embedder {
  return {
    tier: 'minilm',
    model: 'counting',
    dimensions,
    embed: async (texts) => {
      made.push(...texts)
      await wait(slow)
      return texts.map((text) => Float32Array.of(text.length, text.charCodeAt(0), texts.length > 0 ? 1 : 0, 0))
    }
  }
}

const texts = fc.array(fc.string({minLength: 1, maxLength: 3, unit: 'binary-ascii'}), {maxLength: 80})

test('every text is embedded once, whoever has it, and everybody has its vector', async () => {
  await fc.assert(
    fc.asyncProperty(texts, texts, texts, async (...lists) => {
      const memory = sharedMemory(dimensions)
      const made: string[] = []
      const answers = await Promise.all(
        lists.map((list, index) => cached(counting(made, index), undefined, memory).embed(list))
      )
      expect(made.toSorted()).toEqual([...new Set(lists.flat())].sort())
      for (const [index, list] of lists.entries())
        expect(answers[index]!.map(([length, first]) => [length, first])).toEqual(
          list.map((text) => [text.length, text.charCodeAt(0)])
        )
    }),
    {numRuns: 40}
  )
})

test('threads share out what both have to embed', async () => {
  const memory = sharedMemory(dimensions)
  const both = Array.from({length: 10 * takenAtOnce}, (_, index) => `text ${index}`)
  const [first, second]: string[][] = [[], []]
  await Promise.all([first!, second!].map((made) => cached(counting(made, 2), undefined, memory).embed(both)))
  expect(first!.length + second!.length).toBe(both.length)
  expect(Math.min(first!.length, second!.length)).toBeGreaterThanOrEqual(3 * takenAtOnce)
})

test('the last texts are taken a few at a time, so that whoever finds none left waits for few', () => {
  const vectors = sharedVectors(sharedMemory(dimensions), dimensions)
  const keys = Array.from({length: 100}, (_, index) => createHash('sha256').update(`${index}`).digest('hex'))
  const taken: number[] = []
  for (let own = vectors.take(keys); own.length > 0; own = vectors.take(keys)) taken.push(own.length)
  expect(taken.reduce((sum, length) => sum + length, 0)).toBe(keys.length)
  expect(taken).toEqual(taken.toSorted((x, y) => y - x))
  expect(taken[0]).toBe(takenAtOnce)
  expect(taken.at(-1)).toBeLessThanOrEqual(4)
})

test('more texts than the memory holds are embedded all the same', async () => {
  const memory = sharedMemory(dimensions)
  const many = Array.from({length: 20_000}, (_, index) => `text ${index}`)
  const made: string[] = []
  const vectors = await cached(counting(made), undefined, memory).embed(many)
  expect(vectors.every(([length], index) => length === many[index]!.length)).toBe(true)
  expect(made.length).toBe(many.length)
})
