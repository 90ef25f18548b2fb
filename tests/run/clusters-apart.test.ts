import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {findClusters, findClustersApart, openArchive, openGoals, readPlan} from '../../src/index.ts'

const names = [
  'pellingham-young-peoples-plan.md',
  'marlshire-healthy-lives-strategy.html',
  'west-marlshire-plan-2023-27.md',
  'east-marlshire-care-experienced-strategy-2024-27.txt'
]
const read = () =>
  Promise.all(names.map((name) => readPlan(fileURLToPath(new URL(`../../corpus/${name}`, import.meta.url)))))

test('a process of its own finds what this one finds', async () => {
  const plans = await read()
  const twins = plans.flatMap((plan) => [1, 2, 3].map((n) => ({...plan, digest: `${n}${plan.digest.slice(1)}`})))
  const here = await findClusters(twins)
  expect(here.length).toBeGreaterThan(3)
  expect(await findClustersApart(twins, {embedder: {embedder: 'none'}})).toEqual(here)
})

test('it finds the same from the readings that were kept', async () => {
  const archive = await openArchive(':memory:')
  try {
    const plans = await read()
    const before = plans.slice(0, 3)
    const few = await findClustersApart(before, {embedder: {embedder: 'none'}, goals: openGoals({archive})})
    expect(few).toEqual(await findClusters(before))
    // Trees of plans whose goals were read before are not looked at again.
    const treeless = plans.map((plan) => (before.includes(plan) ? {...plan, children: []} : plan))
    const all = await findClustersApart(treeless, {embedder: {embedder: 'none'}, goals: openGoals({archive})})
    expect(all).toEqual(await findClusters(plans))
  } finally {
    await archive.close()
  }
})

test('it ends with the run', async () => {
  const stop = new AbortController()
  const plans = await read()
  const finding = findClustersApart(plans, {embedder: {embedder: 'none'}, signal: stop.signal})
  setTimeout(() => stop.abort(new Error('stopped')), 50)
  await expect(finding).rejects.toThrow('stopped')
})
