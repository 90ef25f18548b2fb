/** Sheets drawn pixel by pixel. */
import {expect, test} from 'vitest'
import type {Box} from '../../src/plan-tree/nodes.ts'
import type {Pixels} from '../../src/source/pdf/pdfium/render.ts'
import {withoutEdges} from '../../src/source/scans/edges.ts'

const [width, height, scale] = [600, 400, 2]

/** Pixels. */
function sheet(...dark: Box[]): Pixels {
  const data = new Uint8Array(width * height).fill(255)
  for (const [left, top, right, bottom] of dark)
    for (let y = top; y < bottom; y += 1) data.fill(30, y * width + left, y * width + right)
  return {width, height, scale, data}
}

test('black along the edges becomes paper, what is printed beside it stays', () => {
  const words: Box = [80, 100, 300, 112]
  const found = withoutEdges(sheet([0, 0, 24, height], [580, 50, width, 300], [0, 2, width, 20], words))
  expect(Buffer.compare(found.data, sheet(words).data)).toBe(0)
})

test('banners and sheets without such edges stay as they are', () => {
  for (const picture of [sheet([0, 0, width, 90]), sheet([100, 100, 500, 300]), sheet([6, 0, 20, height])])
    expect(Buffer.compare(withoutEdges(picture).data, picture.data)).toBe(0)
  const bare = sheet([100, 100, 500, 300])
  expect(withoutEdges(bare)).toBe(bare)
})
