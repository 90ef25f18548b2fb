import {describe, expect, it} from 'vitest'
import {addOutline, halves, type Outline, type Shapes} from '../../src/source/pdf/painted/shapes.ts'

/** A circle of four curves, as browsers draw the bullet of an inner list. */
function circle(x: number, y: number, radius: number): Outline {
  const reach = 0.5523 * radius
  const points: Outline['points'] = [[x + radius, y]]
  const quarters = [
    [
      [x + radius, y + reach],
      [x + reach, y + radius],
      [x, y + radius]
    ],
    [
      [x - reach, y + radius],
      [x - radius, y + reach],
      [x - radius, y]
    ],
    [
      [x - radius, y - reach],
      [x - reach, y - radius],
      [x, y - radius]
    ],
    [
      [x + reach, y - radius],
      [x + radius, y - reach],
      [x + radius, y]
    ]
  ] as const
  for (const [first, second, end] of quarters) points.push(...halves(points.at(-1)!, first, second, end))
  return {points, closed: true, curved: true}
}

const drawn = (outline: Outline, filled: boolean): Shapes => {
  const shapes: Shapes = {rules: [], fills: []}
  addOutline(shapes, outline, {...(filled ? {fill: [0, 0, 0]} : {stroke: [0, 0, 0]}), width: 0.75})
  return shapes
}

describe('outlines', () => {
  it('a small ring is a shape as a disc is: the empty bullet of an inner list', () => {
    expect(drawn(circle(100, 200, 2), true).fills).toEqual([{box: [98, 198, 102, 202], colour: [0, 0, 0], round: true}])
    expect(drawn(circle(100, 200, 2), false)).toEqual(drawn(circle(100, 200, 2), true))
  })

  it('small diamonds and ticks are bullets, large ones pictures', () => {
    const shape = (points: [number, number][], scale: number, closed: boolean): Outline => ({
      points: points.map(([x, y]) => [x * scale, y * scale]),
      closed,
      curved: false
    })
    const diamond: [number, number][] = [
      [1, 0],
      [2, 1],
      [1, 2],
      [0, 1]
    ]
    expect(drawn(shape(diamond, 3, true), true).fills).toHaveLength(1)
    expect(drawn(shape(diamond, 30, true), true).fills).toEqual([])
    const tick: [number, number][] = [
      [0, 1],
      [0.8, 2],
      [2, 0]
    ]
    expect(drawn(shape(tick, 3, false), false).fills).toHaveLength(1)
    expect(drawn(shape(tick, 30, false), false).fills).toEqual([])
  })

  it('a ring wide enough to hold words is none', () => {
    expect(drawn(circle(100, 200, 30), false).fills).toEqual([])
  })

  it('an empty square of a bullet is a shape, the frame of a cell four rules', () => {
    const frame = (side: number): Outline => ({
      points: [
        [50, 50],
        [50 + side, 50],
        [50 + side, 50 + side],
        [50, 50 + side]
      ],
      closed: true,
      curved: false
    })
    expect(drawn(frame(5), false)).toMatchObject({rules: [], fills: [{box: [50, 50, 55, 55]}]})
    expect(drawn(frame(40), false)).toMatchObject({rules: {length: 4}, fills: []})
  })

  it('a cell that is filled and framed in one colour is a box and four rules', () => {
    const colour = [0, 0, 0] as const
    const shapes: Shapes = {rules: [], fills: []}
    const points = [
      [50, 50],
      [90, 50],
      [90, 90],
      [50, 90]
    ] as const
    addOutline(shapes, {points: [...points], closed: true, curved: false}, {fill: colour, stroke: colour, width: 1})
    expect(shapes).toMatchObject({rules: {length: 4}, fills: {length: 1}})
  })
})
