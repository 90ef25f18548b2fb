/** The frames of the page pictures against the pixels of the pages: no frame cuts through words, every frame holds some. */
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {createCanvas, loadImage} from '@napi-rs/canvas'
import {describe, expect, test} from 'vitest'
import {readPlan} from '../../src/pipeline.ts'
import type {Goal, PageSpan} from '../../src/plan-tree/nodes.ts'
import {walk} from '../../src/plan-tree/walk.ts'
import {frameGap} from '../../src/reports/html/plan/pictures.ts'
import {drawPages} from '../../src/source/pdf/picture.ts'
import {frameInk, type Pixels} from '../support/frame-ink.ts'

const folders = [new URL('../../corpus/', import.meta.url), new URL('../../../shared/corpus/pdf/', import.meta.url)]
/** One file of each layout. */
const layouts = /^(east-marlshire-plan-2024-28|west-marlshire-plan-2019-22|000_[BEF]_.*|003_C_.*|004_A_.*)\.pdf$/
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => layouts.test(name))
      .map((name) => new URL(name, folder))
  )

/** Goals of each file that are looked at, spread over all of it: 56 over all layouts, 24 of the sample archive alone. */
const each = files.length > 4 ? 8 : 12
const scale = 2
/** Shares of pixels: the stroke of a letter on the frame's line; the ink of the thinnest words. */
const cutMost = 0.02
const inkLeast = 0.01

async function pixelsOf(file: URL, numbers: readonly number[]): Promise<Map<number, Pixels & {perPoint: number}>> {
  const pages = new Map<number, Pixels & {perPoint: number}>()
  for await (const drawn of drawPages(new Uint8Array(readFileSync(file)), numbers, {scale, type: 'image/png'})) {
    const image = await loadImage(Buffer.from(drawn.bytes))
    const canvas = createCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const {data} = context.getImageData(0, 0, image.width, image.height)
    pages.set(drawn.number, {
      data: data as Uint8ClampedArray,
      width: image.width,
      height: image.height,
      perPoint: image.width / drawn.points.width
    })
  }
  return pages
}

describe.each(files.map((file) => [file.pathname.split('/').at(-1)!, file] as const))('%s', (_, file) => {
  test('frames cover their words', {timeout: 120_000}, async () => {
    const plan = await readPlan(file.pathname)
    const framed: {goal: Goal; span: PageSpan & {box: NonNullable<PageSpan['box']>}}[] = []
    walk(plan, (node) => {
      if ('id' in node)
        for (const span of node.pages) if (span.box) framed.push({goal: node, span: {...span, box: span.box}})
    })
    const step = Math.max(1, Math.floor(framed.length / each))
    const some = framed.filter((_, index) => index % step === 0).slice(0, each)
    expect(some).toHaveLength(each)
    const pages = await pixelsOf(
      file,
      [...new Set(some.map(({span}) => span.page))].sort((a, b) => a - b)
    )
    let seen = 0
    for (const {goal, span} of some) {
      const page = pages.get(span.page)!
      const [left, top, right, bottom] = span.box
      const frame = (down: number) =>
        frameInk(page, [
          (left - frameGap) * page.perPoint,
          (top - frameGap + down) * page.perPoint,
          (right + frameGap) * page.perPoint,
          (bottom + frameGap + down) * page.perPoint
        ])
      const {outline, inside} = frame(0)
      expect(outline, `${goal.title} is cut on page ${span.page}`).toBeLessThanOrEqual(cutMost)
      expect(inside, `${goal.title} on page ${span.page}`).toBeGreaterThanOrEqual(inkLeast)
      if (frame(6).outline > cutMost) seen += 1
    }
    // The measure sees what it is for: moved down by half a line, most frames cut through words.
    expect(seen).toBeGreaterThan(each / 2)
  })
})
