/** Columns of tables that no upright rule draws: where level rules end, and the white space between words. */
import {around, centreX} from '../pages/boxes.ts'
import {guttersOf, tableWidth} from '../pages/gutters.ts'
import type {Line} from '../pages/lines.ts'
import type {Ruling} from './rulings.ts'

/** White space right of a column of numbers, ems at least. */
const numberGap = 0.35

/** Right edge of a column of numbers at the left of a table: they count up, and no other word stands so far left. */
function numbersEdge(lines: readonly Line[]): number | undefined {
  const numbers = lines.flatMap(({words: [first, second]}) =>
    first && second && /^\d+(?:\.\d+)*$/.test(first.text) ? [first] : []
  )
  if (numbers.length < 2 || new Set(numbers.map(({text}) => text)).size < numbers.length) return undefined
  const to = Math.max(...numbers.map(({box}) => box[2]))
  const rest = lines.flatMap(({words}) => words.filter((word) => !numbers.includes(word)))
  const from = Math.min(...rest.map(({box}) => box[0]))
  return from - to > numberGap * numbers[0]!.size ? from - 1 : undefined
}

/** Columns of a table with level rules only: from the ends of these, or from gutters. */
export function halfRuledColumns({stops, box}: Ruling, lines: readonly Line[]): number[] {
  const crosses = (line: Line, x: number) => line.words.some(({box: [from, , to]}) => from < x - 1.5 && to > x + 1.5)
  // A heading over two columns may cross.
  const clean = stops.filter((x) => lines.filter((line) => crosses(line, x)).length <= 0.25 * lines.length)
  if (clean.length > 0) return subdivided([box[0], ...clean, box[2]], lines)
  const gutters = guttersOf(lines, [], tableWidth).filter(
    ({both, from, to}) => both >= Math.min(3, lines.length) && to - from + 1 >= 0.6 * lines.length
  )
  const numbers = numbersEdge(lines)
  const xs: number[] = numbers === undefined ? [] : [numbers]
  for (const {left, right} of gutters.sort((a, b) => a.left - b.left)) {
    const x = (left + right) / 2
    if (xs.length === 0 || x - xs.at(-1)! > 8) xs.push(x)
  }
  return [box[0], ...xs, box[2]]
}

/** Share of the lines of a drawn column that a gutter must run along for it to hold two columns. */
const undrawnShare = 0.9
/** Lines of both that tell so, at least. */
const undrawnLines = 4

/**
 * Columns, with those between that nothing draws: under a cell that goes on over several rows, rules tell of one column edge only,
 * its own.
 */
export function subdivided(columns: readonly number[], lines: readonly Line[]): number[] {
  const found = [columns[0]!]
  columns.slice(1).forEach((right, i) => {
    const left = columns[i]!
    const own = lines.flatMap((line) => {
      const words = line.words.filter(({box}) => centreX(box) > left && centreX(box) < right)
      return words.length > 0 ? [{...line, words, box: around(words.map(({box}) => box))}] : []
    })
    const gutters = guttersOf(own, []).filter(
      ({both, from, to}) => both >= undrawnLines && to - from + 1 >= undrawnShare * own.length
    )
    for (const gutter of gutters.sort((a, b) => a.left - b.left)) {
      const x = gutter.right - 2
      if (x - found.at(-1)! > 8) found.push(x)
    }
    found.push(right)
  })
  return found
}
