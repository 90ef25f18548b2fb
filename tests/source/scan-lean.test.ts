/** Pages of made-up words, drawn as their sheets may lie on the glass. */
import {describe, expect, test} from 'vitest'
import {applyTo} from '../../src/source/geometry.ts'
import {openPdf} from '../../src/source/pdf/pdfium/pdfium.ts'
import {type Pixels, renderPage} from '../../src/source/pdf/pdfium/render.ts'
import {leanOf} from '../../src/source/scans/lean.ts'
import {setUpright} from '../../src/source/scans/upright.ts'
import {pdfOf, rule, text} from '../support/pdf.ts'

const sentences = [
  'Every family in Marlshire has a helper',
  'who listens before a plan is made and',
  'tells them what will follow by spring.'
]
const words = Array.from({length: 40}, (_, i) =>
  text(60 + 4 * (i % 3), 770 - 17 * i, sentences[i % 3]!.repeat(2))
).join('')
const rules = [60, 150, 300].map((x) => rule(x, 80, x, 790)).join('')
const degree = Math.PI / 180

/** `clockwise`: quarter turns and degrees of the words on the sheet. */
async function drawn(content: string, quarters: number, clockwise: number): Promise<Pixels> {
  const angle = -(quarters * 90 + clockwise) * degree
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [width, height] = quarters % 2 === 0 ? [595, 842] : [842, 595]
  const [x, y] = [width / 2 - (cos * 595 - sin * 842) / 2, height / 2 - (sin * 595 + cos * 842) / 2]
  const lying = `q ${[cos, sin, -sin, cos, x, y].map((value) => value.toFixed(6)).join(' ')} cm ${content}Q\n`
  const pdf = await openPdf(pdfOf({pages: [{content: lying, width, height}]}))
  const pixels = renderPage(pdf, 1, 100 / 72, true)!
  pdf.close()
  return pixels
}

describe('how a sheet lay', () => {
  test.each([
    [0, 0],
    [0, 1.3],
    [0, -4.2],
    [1, 0.5],
    [2, 0],
    [2, -2],
    [3, 3]
  ])('%i quarters and %f degrees', async (quarters, clockwise) => {
    const picture = await drawn(words + rules, quarters, clockwise)
    const lean = leanOf(picture)!
    // Which way is up the words tell.
    expect(lean.quarter % 2).toBe(quarters % 2)
    expect(Math.abs(lean.skew / degree - clockwise)).toBeLessThan(0.06)

    const {pixels, shown} = setUpright(picture, lean)
    expect(pixels.height).toBe(1169)
    const again = leanOf(pixels)!
    expect(again.quarter % 2).toBe(0)
    expect(Math.abs(again.skew / degree)).toBeLessThan(0.1)
    if (lean.quarter === 0 && clockwise === 0) expect(shown).toBeUndefined()
    else expect(inkFound(pixels, picture, (x, y) => applyTo(shown!, x, y))).toBeGreaterThan(0.98)
  })

  test('an upright page stays so, and rules alone tell nothing', async () => {
    expect(leanOf(await drawn(words, 0, 0))).toEqual({quarter: 0, skew: 0})
    expect(leanOf(await drawn(rules, 0, 0))).toBeUndefined()
  })
})

/** Share of the dark pixels for which the other picture has ink where the map sends them. */
function inkFound(upright: Pixels, other: Pixels, to: (x: number, y: number) => readonly [number, number]): number {
  let [found, all] = [0, 0]
  for (let at = 0; at < upright.data.length; at += 1) {
    if (upright.data[at]! > 60) continue
    const [x, y] = [at % upright.width, Math.floor(at / upright.width)]
    const place = to((x + 0.5) / upright.scale, (y + 0.5) / upright.scale)
    const [right, down] = place.map((points) => Math.floor(points * other.scale)) as [number, number]
    all += 1
    if (other.data[down * other.width + right]! < 160) found += 1
  }
  return all > 500 ? found / all : 0
}
