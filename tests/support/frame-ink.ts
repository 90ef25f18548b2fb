/** Ink of a drawn page around a frame: whether the frame cuts through words, and whether it holds any. */

export interface Pixels {
  data: Uint8ClampedArray
  width: number
  height: number
}

/** Difference of light from the ground, of 255, from which a pixel counts as ink. */
const inkFrom = 90
/** Share of a side that one unbroken run of ink covers when it is a rule of a table or the edge of a coloured box, not words. */
const ruleFrom = 0.3

const lightAt = ({data, width}: Pixels, x: number, y: number): number => {
  const at = (y * width + x) * 4
  return 0.3 * data[at]! + 0.59 * data[at + 1]! + 0.11 * data[at + 2]!
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 255
}

/** Pixels of ink on one side, without rules. */
function cuts(page: Pixels, points: readonly (readonly [number, number])[]): number {
  const lights = points.map(([x, y]) => lightAt(page, x, y))
  const ground = median(lights)
  let [sum, run] = [0, 0]
  for (const light of [...lights, ground]) {
    if (Math.abs(light - ground) >= inkFrom) run += 1
    else {
      if (run < lights.length * ruleFrom) sum += run
      run = 0
    }
  }
  return sum
}

/** Box in pixels: how much of its outline is ink of words, and how much of its inside; shares from 0 to 1. */
export function frameInk(page: Pixels, [left, top, right, bottom]: readonly [number, number, number, number]) {
  const x = [left, right].map((each) => Math.min(page.width - 1, Math.max(0, Math.round(each)))) as [number, number]
  const y = [top, bottom].map((each) => Math.min(page.height - 1, Math.max(0, Math.round(each)))) as [number, number]
  const across = Array.from({length: x[1] - x[0] + 1}, (_, index) => x[0] + index)
  const down = Array.from({length: y[1] - y[0] + 1}, (_, index) => y[0] + index)
  const sides = [
    across.map((each) => [each, y[0]] as const),
    across.map((each) => [each, y[1]] as const),
    down.map((each) => [x[0], each] as const),
    down.map((each) => [x[1], each] as const)
  ]
  const outline = sides.reduce((sum, points) => sum + cuts(page, points), 0) / (2 * (across.length + down.length))
  const inside = down.flatMap((row) => across.map((column) => lightAt(page, column, row)))
  const ground = median(inside)
  return {outline, inside: inside.filter((light) => Math.abs(light - ground) >= inkFrom).length / inside.length}
}
