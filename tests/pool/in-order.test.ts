import {setTimeout as wait} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import {inOrder} from '../../src/pool/in-order.ts'

const things = Array.from({length: 12}, (_, at) => at)

describe('work in order', () => {
  it('yields in the order of the things, however long each takes', async () => {
    const found: number[] = []
    const work = async (thing: number) => {
      await wait((thing * 7) % 5)
      return thing
    }
    for await (const result of inOrder(things, work, {jobs: 3, ahead: 6})) found.push(result)
    expect(found).toEqual(things)
  })

  it('begins nothing more once nobody listens', async () => {
    const begun: number[] = []
    const work = async (thing: number) => {
      begun.push(thing)
      await wait(5)
      return thing
    }
    for await (const result of inOrder(things, work, {jobs: 2, ahead: 8})) if (result === 1) break
    const then = begun.length
    await wait(60)
    expect(begun).toHaveLength(then)
    expect(then).toBeLessThan(things.length)
  })

  it('throws what one thing throws at its turn, and begins nothing after it', async () => {
    const begun: number[] = []
    const work = async (thing: number) => {
      begun.push(thing)
      await wait(2)
      if (thing === 3) throw new Error('the fourth')
      return thing
    }
    const found: number[] = []
    await expect(async () => {
      for await (const result of inOrder(things, work, {jobs: 2, ahead: 4})) found.push(result)
    }).rejects.toThrow('the fourth')
    expect(found).toEqual([0, 1, 2])
    const then = begun.length
    await wait(40)
    expect(begun).toHaveLength(then)
  })
})
