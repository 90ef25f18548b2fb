/**
 * Multinomial logistic regression over marks of lines, learned anew or further from weights in use. Learned further, each weight is held
 * where it was by how sure the lines it was learned from made it (elastic weight consolidation, Kirkpatrick et al. 2017), so
 * that plans are learned from when those before them are no longer at hand. Adam, seeded: the same lines give the same weights.
 */
import type {Weights} from '../../../src/recognise/readings/beliefs.ts'
import type {Marks} from '../../../src/recognise/readings/marks.ts'

/** A line by its marks, with its part in the plan and how much it counts. */
export interface Line {
  marks: Marks
  part: number
  weight: number
}

/** Weights, and how sure each is: the Fisher information that the lines learned from held of it. */
export interface Known {
  weights: Weights
  certainty: Weights
}

const [rounds, batch, rate, shrink] = [12, 256, 2e-3, 1e-3]
/** Fewest lines that have a mark, for it to get weights. */
const leastLines = 12
const parts = [0, 1, 2] as const

export function regress(lines: readonly Line[], before?: Known): Known {
  const names = namesIn(lines, before)
  const rows = rowsOf(lines, names)
  const from = flat(names, before?.weights)
  const held = flat(names, before?.certainty).map((sure) => sure / lines.length + shrink)
  const weights = Float64Array.from(from)
  const [mean, square] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  let step = 0
  for (let round = 0; round < rounds; round += 1) {
    const pace = rate * (1 - round / rounds) + 1e-5
    const order = shuffled([...lines.keys()], round + 1)
    for (let start = 0; start < order.length; start += batch) {
      const some = order.slice(start, start + batch)
      const slope = slopeOf(some, lines, rows, weights)
      step += 1
      const [fix, fixSquare] = [1 - 0.9 ** step, 1 - 0.999 ** step]
      for (let at = 0; at < weights.length; at += 1) {
        const full = slope[at]! + held[at]! * (weights[at]! - from[at]!)
        mean[at] = 0.9 * mean[at]! + 0.1 * full
        square[at] = 0.999 * square[at]! + 0.001 * full * full
        weights[at]! -= (pace * (mean[at]! / fix)) / (Math.sqrt(square[at]! / fixSquare) + 1e-8)
      }
    }
  }
  const certainty = informationOf(lines, rows, weights)
  const sure = flat(names, before?.certainty).map((old, at) => old + certainty[at]!)
  return {weights: named(names, weights), certainty: named(names, sure)}
}

/** The marks that get weights: those that enough lines have, and those that have them already. */
function namesIn(lines: readonly Line[], before?: Known): string[] {
  const counts = new Map<string, number>()
  for (const {marks} of lines) for (const name of marks.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const enough = [...counts].filter(([, count]) => count >= leastLines).map(([name]) => name)
  return [...new Set([...(before?.weights.keys() ?? []), ...enough])]
}

type Row = readonly (readonly [at: number, value: number])[]

/** Each line's marks as places among the weights. */
function rowsOf(lines: readonly Line[], names: readonly string[]): Row[] {
  const index = new Map(names.map((name, at) => [name, at * parts.length]))
  return lines.map(({marks}) =>
    [...marks].flatMap(([name, value]) => {
      const at = index.get(name)
      return at === undefined ? [] : [[at, value] as const]
    })
  )
}

function chancesOf(row: Row, weights: Float64Array): number[] {
  const sums = [0, 0, 0]
  for (const [at, value] of row) for (const part of parts) sums[part]! += value * weights[at + part]!
  const most = Math.max(...sums)
  const raised = sums.map((sum) => Math.exp(sum - most))
  const total = raised[0]! + raised[1]! + raised[2]!
  return raised.map((each) => each / total)
}

function slopeOf(some: readonly number[], lines: readonly Line[], rows: readonly Row[], weights: Float64Array) {
  const slope = new Float64Array(weights.length)
  for (const line of some) {
    const {part: truth, weight} = lines[line]!
    const chances = chancesOf(rows[line]!, weights)
    for (const part of parts) {
      const off = (chances[part]! - (truth === part ? 1 : 0)) * (weight / some.length)
      for (const [at, value] of rows[line]!) slope[at + part]! += off * value
    }
  }
  return slope
}

/** The diagonal of the Fisher information. */
function informationOf(lines: readonly Line[], rows: readonly Row[], weights: Float64Array): Float64Array {
  const information = new Float64Array(weights.length)
  rows.forEach((row, line) => {
    const chances = chancesOf(row, weights)
    for (const part of parts) {
      const spread = lines[line]!.weight * chances[part]! * (1 - chances[part]!)
      for (const [at, value] of row) information[at + part]! += spread * value * value
    }
  })
  return information
}

const flat = (names: readonly string[], weights?: Weights): Float64Array =>
  Float64Array.from(names.flatMap((name) => weights?.get(name) ?? [0, 0, 0]))

const named = (names: readonly string[], values: Float64Array): Weights =>
  new Map(names.map((name, at) => [name, parts.map((part) => values[at * parts.length + part]!)]))

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 4294967296
  }
}

/** The same order for the same seed. */
export function shuffled<One>(all: readonly One[], seed: number): One[] {
  const next = random(seed)
  const order = [...all]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
