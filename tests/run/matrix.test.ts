/** Plan against plan: a cell is what the two plans by themselves share, in whatever block, thread or run it was made. */
import {fileURLToPath} from 'node:url'
import {beforeAll, expect, test} from 'vitest'
import {wordsOnly} from '../../src/analyses/embedding/embedder.ts'
import {findOverlaps} from '../../src/analyses/overlaps/overlaps.ts'
import {openAnalysts, openArchive, openTreeShelf, type Plan, readPlan} from '../../src/index.ts'
import {pairPlaces, sharedCount} from '../../src/reports/html/overlaps/pairs.ts'
import {sharedMatrix} from '../../src/run/matrix.ts'
import {cellOfReport, packedReadings, sharedInBlock} from '../../src/run/shared-cells.ts'
import {planOf} from '../analyses/overlaps/plans.ts'
import {syntheticPlans} from '../support/many-plans.ts'

const names = [
  'pellingham-young-peoples-plan.md',
  'marlshire-healthy-lives-strategy.html',
  'west-marlshire-plan-2023-27.md',
  'east-marlshire-care-experienced-strategy-2024-27.txt'
]
let plans: Plan[]
let many: Plan[]
beforeAll(async () => {
  plans = await Promise.all(
    names.map((name) => readPlan(fileURLToPath(new URL(`../../corpus/${name}`, import.meta.url))))
  )
  many = syntheticPlans(30)
})

test('a cell holds what the pages of the two plans count', async () => {
  const pairs: [number, number][] = [
    [0, 1],
    [2, 0],
    [3, 2]
  ]
  const block = {readings: plans.map(packedReadings), pairs, model: 'words'}
  const cells = await sharedInBlock(block, wordsOnly())
  for (const [at, [x, y]] of pairs.entries()) {
    const report = await findOverlaps([plans[x]!, plans[y]!])
    expect(cells[at]).toEqual(cellOfReport(report))
    const {a, b, same, related, surest} = cells[at]!
    const counted = sharedCount(pairPlaces(report, a, b))
    expect({same, related}).toEqual({same: counted.same, related: counted.related})
    for (const words of surest) {
      const unit = report.units.find(({id}) => id === `${a}#${words.a.unit}`)!
      expect(words.a.text).toBe(unit.text)
    }
  }
  expect(cells.some(({surest}) => surest.length > 0)).toBe(true)
})

test('the words of a cell are those that say something, before headings that many plans have', async () => {
  const heading = 'Our plan on one page'
  const long = 'Every care leaver has a warm home of their own by 2030'
  const [x, y] = ['a', 'b'].map((name) =>
    planOf(name, `Plan ${name}`, [
      ['outcome', heading],
      ['priority', long]
    ])
  )
  const [cell] = await sharedInBlock(
    {readings: [x!, y!].map(packedReadings), pairs: [[0, 1]], model: 'words'},
    wordsOnly()
  )
  expect(cell!.surest.map(({a}) => a.text)).toEqual([long, heading])
})

test('a cell is the same in whatever block it is made', async () => {
  const readings = many.slice(0, 5).map(packedReadings)
  const whole = await sharedInBlock(
    {
      readings,
      pairs: [
        [0, 1],
        [1, 4],
        [2, 3]
      ],
      model: 'words'
    },
    wordsOnly()
  )
  const alone = await sharedInBlock(
    {readings: [readings[4]!, readings[1]!], pairs: [[0, 1]], model: 'words'},
    wordsOnly()
  )
  expect(alone[0]).toEqual(whole[1])
})

test('threads, an archive and another order of the plans change nothing', async () => {
  const found = await sharedMatrix(many, {})
  expect(found.cells.length).toBeGreaterThan(30)
  expect(found.cells.some(({same, related}) => same + related > 1)).toBe(true)
  const analysts = openAnalysts({themes: [], jobs: 2, embedder: {embedder: 'none'}})
  const archive = await openArchive(':memory:')
  const shelf = openTreeShelf()
  try {
    const there = await sharedMatrix([...many].reverse(), {analysts, archive, shelf})
    expect(plain(there)).toEqual(found)
    expect(plain(await sharedMatrix(many, {archive}))).toEqual(found)
  } finally {
    await analysts.close()
    await archive.close()
    shelf.close()
  }
})

test('with new plans only the cells that they touch are made, and the matrix is that of a run from nothing', async () => {
  const archive = await openArchive(':memory:')
  try {
    await sharedMatrix(many.slice(0, 27), {archive})
    const made: string[] = []
    const watched = {
      ...archive,
      keepFinding: async (...of: Parameters<typeof archive.keepFinding>) => {
        if (of[0].kind === 'shared') made.push(`${of[0].a} ${of[0].b}`)
        await archive.keepFinding(...of)
      }
    }
    const later = await sharedMatrix(many, {archive: watched})
    expect(later).toEqual(await sharedMatrix(many, {}))
    expect(made.length).toBeGreaterThan(0)
    expect(made.length).toBeLessThan(later.cells.length / 2)
    made.length = 0
    await sharedMatrix(many, {archive: watched})
    expect(made).toEqual([])
  } finally {
    await archive.close()
  }
})

test('a block of other vectors than are at hand is not made', async () => {
  const block = {readings: plans.slice(0, 2).map(packedReadings), pairs: [[0, 1]] as [number, number][], model: 'other'}
  await expect(sharedInBlock(block, wordsOnly())).rejects.toThrow('not at hand')
})

const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
