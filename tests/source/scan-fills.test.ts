/** Pictures of a page made pixel by pixel: what is a filled area, what a rule, and what is left when both are gone. */
import {describe, expect, test} from 'vitest'
import type {Box} from '../../src/plan-tree/nodes.ts'
import type {Pixels} from '../../src/source/pdf/pdfium/render.ts'
import {fillsInScan} from '../../src/source/scans/fills.ts'
import {rulesInScan} from '../../src/source/scans/rules.ts'

/** 200 by 120 points at two pixels a point, of paper with some grain. */
function paper(): Pixels {
  const [width, height] = [400, 240]
  return {
    width,
    height,
    scale: 2,
    data: Uint8Array.from({length: width * height}, (_, i) => 246 + ((i * 7919) % 8))
  }
}
/** Points. */
function paint({width, scale, data}: Pixels, [left, top, right, bottom]: Box, grey: number): void {
  for (let y = top * scale; y < bottom * scale; y += 1)
    for (let x = left * scale; x < right * scale; x += 1) data[y * width + x] = grey
}
/** Bars of half of the width, as stems of letters are. */
function letters(picture: Pixels, [left, top, right, bottom]: Box, grey: number): void {
  for (let x = left; x + 1 <= right; x += 3) paint(picture, [x, top, x + 1, bottom], grey)
}
const at = ({width, scale, data}: Pixels, x: number, y: number) => data[Math.round(y * scale) * width + x * scale]!

describe('fills', () => {
  test('a band with light letters: its box, its grey, and the letters dark on white', () => {
    const picture = paper()
    paint(picture, [20, 20, 180, 40], 120)
    letters(picture, [30, 25, 90, 35], 250)
    const {fills, bare} = fillsInScan(picture)
    expect(fills).toHaveLength(1)
    expect(fills[0]!.box.map(Math.round)).toEqual([20, 20, 180, 40])
    expect(fills[0]!.colour).toEqual([120, 120, 120])
    expect(at(bare, 30, 30)).toBeLessThan(20)
    expect(at(bare, 150, 30)).toBe(255)
    expect(at(picture, 30, 30)).toBe(250)
  })

  test('a shaded cell with dark letters keeps them', () => {
    const picture = paper()
    paint(picture, [20, 20, 180, 40], 215)
    letters(picture, [30, 25, 90, 35], 20)
    const {fills, bare} = fillsInScan(picture)
    expect(fills.map(({box}) => box.map(Math.round))).toEqual([[20, 20, 180, 40]])
    expect(at(bare, 30, 30)).toBeLessThan(40)
    expect(at(bare, 150, 30)).toBe(255)
  })

  test('a band whose grey goes on as the frame of a table is the band', () => {
    const picture = paper()
    paint(picture, [20, 20, 180, 40], 160)
    paint(picture, [20, 40, 21, 110], 160)
    paint(picture, [179, 40, 180, 110], 160)
    paint(picture, [20, 109, 180, 110], 160)
    expect(fillsInScan(picture).fills.map(({box}) => box.map(Math.round))).toEqual([[20, 20, 180, 40]])
  })

  test('a slanting stroke, letters and paper are none', () => {
    const picture = paper()
    for (let y = 5; y < 110; y += 1) paint(picture, [10 + y, y, 40 + y, y + 1], 222)
    letters(picture, [20, 20, 180, 30], 20)
    expect(fillsInScan(picture).fills).toEqual([])
  })
})

describe('rules', () => {
  test('light ones are found, across darker ground too, and gone from the picture; letters stay', () => {
    const picture = paper()
    letters(picture, [30, 45, 120, 55], 20)
    paint(picture, [60, 20, 90, 110], 212)
    for (const y of [40, 60, 80]) paint(picture, [20, y, 180, y + 1], 205)
    paint(picture, [20, 40, 21, 111], 205)
    const {rules, bare} = rulesInScan(picture)
    const level = rules.filter(({from, to}) => from[1] === to[1])
    expect(level.map(({from}) => Math.round(from[1]))).toEqual([41, 61, 81].map((y) => expect.closeTo(y, -0.3)))
    for (const {from, to} of level) expect(to[0] - from[0]).toBeGreaterThan(150)
    expect(rules.filter(({from, to}) => from[0] === to[0])).toHaveLength(1)
    expect(at(bare, 150, 40)).toBe(255)
    expect(at(bare, 30, 50)).toBe(20)
  })

  test('letters, a shaded band and its foot are none', () => {
    const picture = paper()
    letters(picture, [20, 20, 180, 30], 20)
    paint(picture, [20, 60, 180, 80], 140)
    expect(rulesInScan(fillsInScan(picture).bare).rules).toEqual([])
  })
})
