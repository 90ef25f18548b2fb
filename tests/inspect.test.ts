import {existsSync} from 'node:fs'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {inspectPage} from '../src/inspect.ts'
import {drawPages} from '../src/source/pdf/picture.ts'
import {box, pdfOf, rule, text} from './support/pdf.ts'

const content = [
  text(60, 780, 'Outcome 1: Children are safe', {size: 20, font: 'F2'}),
  text(60, 740, 'We will know we have made a difference when:', {font: 'F2'}),
  text(70, 720, '\x95 More children live close to their families.'),
  text(70, 700, '\x95 Fewer children wait for help.'),
  box(60, 600, 480, 20),
  ...[600, 620, 640].map((y) => rule(60, y, 540, y)),
  ...[60, 300, 540].map((x) => rule(x, 600, x, 640)),
  text(66, 625, 'Action', {font: 'F2'}),
  text(306, 625, 'Lead', {font: 'F2'}),
  text(66, 605, 'Open a family hub'),
  text(306, 605, 'County Council')
].join('')
const file = pdfOf({pages: [{content}, {content: text(60, 780, 'Second page')}]})
async function allOf<T>(some: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of some) all.push(one)
  return all
}
const png = [0x89, 0x50, 0x4e, 0x47]

describe('inspect', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planlens-inspect-'))
    await writeFile(join(folder, 'plan.pdf'), file)
    await writeFile(join(folder, 'plan.txt'), 'Outcome 1: Children are safe\n')
  })
  afterAll(() => rm(folder, {recursive: true, force: true}))

  test('draws rules, cells, lines and units of the page', async () => {
    const {picture, marks, page, units} = await inspectPage(join(folder, 'plan.pdf'), 1, {ocr: false})
    expect([...picture.subarray(0, 4)]).toEqual(png)
    const counts = Map.groupBy(marks, ({layer}) => layer)
    expect(counts.get('rule')).toHaveLength(6)
    expect(counts.get('filled box')).toHaveLength(1)
    expect(counts.get('table cell')).toHaveLength(4)
    expect(counts.get('line')?.length).toBeGreaterThanOrEqual(4)
    expect(units.some(({type}) => type === 'outcome')).toBe(true)
    expect(counts.get('goal')?.map(({label}) => label)).toContain('outcome-1')
    for (const {box: at} of marks) expect(at[2] <= page.width + 2 && at[3] <= page.height + 2).toBe(true)
  })

  test('tells of pages that there are not, and of files without pages', async () => {
    await expect(inspectPage(join(folder, 'plan.pdf'), 9)).rejects.toMatchObject({code: 'arguments'})
    await expect(inspectPage(join(folder, 'plan.txt'), 1)).rejects.toMatchObject({code: 'unsupported'})
  })
})

describe('pictures of pages', () => {
  test('come small, in the order asked, only of pages that there are', async () => {
    const drawn = await allOf(drawPages(file, [2, 7, 1]))
    expect(drawn.map(({number}) => number)).toEqual([2, 1])
    expect(drawn[0]).toMatchObject({type: 'image/webp', width: 744, height: 1053})
    expect(drawn[0]!.points.width).toBeCloseTo(595, 0)
    expect(Buffer.from(drawn[0]!.bytes).subarray(8, 12).toString()).toBe('WEBP')
    expect(drawn[1]!.bytes.length).toBeLessThan(60_000)
  })

  test('are the same bytes each time', async () => {
    const [once] = await allOf(drawPages(file, [1], {type: 'image/png'}))
    const [again] = await allOf(drawPages(file, [1], {type: 'image/png'}))
    expect(Buffer.from(once!.bytes).equals(Buffer.from(again!.bytes))).toBe(true)
  })

  test.runIf(existsSync('corpus/east-marlshire-plan-2024-28.pdf'))(
    'of a council plan take some tens of kilobytes',
    async () => {
      const {readFileSync} = await import('node:fs')
      const drawn = await allOf(drawPages(readFileSync('corpus/east-marlshire-plan-2024-28.pdf'), [1, 2, 3, 4]))
      expect(drawn).toHaveLength(4)
      for (const {bytes} of drawn) expect(bytes.length).toBeLessThan(150_000)
    }
  )
})
