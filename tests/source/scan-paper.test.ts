/** Sheets drawn pixel by pixel, with the grain of a scanner. */
import {expect, test} from 'vitest'
import type {Pixels} from '../../src/source/pdf/pdfium/render.ts'
import {fillsInScan} from '../../src/source/scans/fills.ts'
import {cleanPaper} from '../../src/source/scans/paper.ts'

const [width, height] = [600, 400]
const isBar = (x: number, y: number) => x > 40 && x < 560 && y > 200 && y < 380 && y % 20 < 3 && x % 11 < 6
const isFill = (x: number, y: number) => x >= 40 && x < 560 && y >= 60 && y < 140
const isDot = (x: number, y: number) => x >= 300 && x < 302 && y >= 170 && y < 172
const isSpeck = (x: number, y: number) => x % 97 === 5 && y % 31 === 7

/** Grey paper that darkens to the right, a fill, bars for letters, a full stop, specks. */
function sheet(grain: number): Pixels {
  const data = new Uint8Array(width * height)
  let chance = 1
  for (let at = 0; at < data.length; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)]
    const paper = grain === 0 ? 255 : 230 - 30 * (x / width)
    const clean = isBar(x, y) || isDot(x, y) ? 50 : isFill(x, y) ? paper * 0.8 : paper
    chance = (Math.imul(chance, 1_664_525) + 1_013_904_223) >>> 0
    data[at] = grain > 0 && isSpeck(x, y) ? 0 : clean + grain * (chance / 2 ** 31 - 1)
  }
  return {width, height, scale: 2, data}
}

test('grainy grey paper becomes white; letters, fills and full stops stay, specks go', () => {
  const {data} = cleanPaper(sheet(12))
  const share = (which: (x: number, y: number) => boolean, fits: (grey: number) => boolean) => {
    let [some, all] = [0, 0]
    for (let at = 0; at < data.length; at += 1) {
      const [x, y] = [at % width, Math.floor(at / width)]
      if (!which(x, y)) continue
      all += 1
      if (fits(data[at]!)) some += 1
    }
    return some / all
  }
  const isPaper = (x: number, y: number) => !isBar(x, y) && !isDot(x, y) && !isFill(x, y) && !isSpeck(x, y)
  expect(share(isPaper, (grey) => grey > 240)).toBeGreaterThan(0.98)
  expect(share(isBar, (grey) => grey < 100)).toBeGreaterThan(0.98)
  expect(share(isDot, (grey) => grey < 100)).toBe(1)
  expect(share(isFill, (grey) => grey > 170 && grey < 235)).toBeGreaterThan(0.98)
  expect(
    share(
      (x, y) => isSpeck(x, y) && y > 150 && y < 200,
      (grey) => grey > 200
    )
  ).toBe(1)
  const boxes = fillsInScan(cleanPaper(sheet(12))).fills.map(({box}) => box.map(Math.round))
  expect(boxes).toEqual([[20, 30, 280, 70]])
})

test('a picture that was never paper stays as it is', () => {
  const drawn = sheet(0)
  expect(cleanPaper(drawn)).toBe(drawn)
})
