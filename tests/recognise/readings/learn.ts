/**
 * Learns the weights of `src/recognise/readings/weights.json` from plans marked by hand, and tells how well they read plans
 * that they were not learned from.
 *
 *   node tests/recognise/readings/learn.ts [--folds 5] [--write] [--half DIR]… [--test DIR]… DIR…
 *
 * `--half DIR`: plans that count half (made up, or no plans at all). `--test DIR`: plans that are read and not learned from. `--folds`: each fold's plans are read by weights learned
 * from the others; prints the mean F1 of lines under their right goal. Adam, seeded: the same files give the same weights.
 */
import {writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {type Belief, believed, type Weights, withBeliefs} from '../../../src/recognise/readings/beliefs.ts'
import type {Marks} from '../../../src/recognise/readings/marks.ts'
import {agreement, bestDraft, drawn} from '../../../src/recognise/readings/weighing.ts'
import {type MarkedPlan, markedPlans} from './marked-plans.ts'

interface Line {
  marks: Marks
  part: number
  weight: number
}

/** A learned plan with how much it counts. */
interface Weighed {
  plan: MarkedPlan
  counts: number
}

const [rounds, batch, rate, shrink] = [12, 256, 2e-3, 1e-3]
/** Fewest lines that have a mark, for it to get weights. */
const leastLines = 12
/** Plans longer than this count no more than it, lines. */
const longPlan = 60
/** Parts into which plans are dealt, so that the second weights learn from beliefs about plans unknown to the first. */
const deals = 4

function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 4294967296
  }
}

function shuffled<One>(all: readonly One[], seed: number): One[] {
  const next = random(seed)
  const order = [...all]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}

/** Multinomial logistic regression by Adam with shrinkage. */
function regress(lines: readonly Line[]): Weights {
  const counts = new Map<string, number>()
  for (const {marks} of lines) for (const name of marks.keys()) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= leastLines).map(([name]) => name)
  const index = new Map(names.map((name, at) => [name, at]))
  const rows = lines.map(({marks}) =>
    [...marks].flatMap(([name, value]): [number, number][] => {
      const at = index.get(name)
      return at === undefined ? [] : [[at, value]]
    })
  )
  const size = names.length * 3
  const [weights, mean, square] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)]
  let step = 0
  for (let round = 0; round < rounds; round += 1) {
    const pace = rate * (1 - round / rounds) + 1e-5
    const order = shuffled([...lines.keys()], round + 1)
    for (let from = 0; from < order.length; from += batch) {
      const slope = new Float64Array(size)
      const some = order.slice(from, from + batch)
      for (const at of some) {
        const sums = [0, 0, 0]
        for (const [name, value] of rows[at]!)
          for (let part = 0; part < 3; part += 1) sums[part]! += value * weights[name * 3 + part]!
        const most = Math.max(...sums)
        const raised = sums.map((sum) => Math.exp(sum - most))
        const total = raised[0]! + raised[1]! + raised[2]!
        for (let part = 0; part < 3; part += 1) {
          const off = (raised[part]! / total - (lines[at]!.part === part ? 1 : 0)) * (lines[at]!.weight / some.length)
          for (const [name, value] of rows[at]!) slope[name * 3 + part]! += off * value
        }
      }
      step += 1
      const [fix, fixSquare] = [1 - 0.9 ** step, 1 - 0.999 ** step]
      for (let at = 0; at < size; at += 1) {
        const full = slope[at]! + shrink * weights[at]!
        mean[at] = 0.9 * mean[at]! + 0.1 * full
        square[at] = 0.999 * square[at]! + 0.001 * full * full
        weights[at]! -= (pace * (mean[at]! / fix)) / (Math.sqrt(square[at]! / fixSquare) + 1e-8)
      }
    }
  }
  return new Map(names.map((name, at) => [name, [0, 1, 2].map((part) => weights[at * 3 + part]!)]))
}

function linesOf(plans: readonly Weighed[], marksOf: (plan: MarkedPlan) => readonly Marks[]): Line[] {
  return plans.flatMap(({plan, counts}) => {
    const marks = marksOf(plan)
    const lines = plan.pieces.filter(({kind}) => kind !== 'table')
    const weight = counts * Math.sqrt(Math.min(1, longPlan / Math.max(1, lines.length)))
    return lines.map(({index}) => ({marks: marks[index]!, part: plan.parts[index]!, weight}))
  })
}

interface Learned {
  first: Weights
  second: Weights
}

function learn(plans: readonly Weighed[]): Learned {
  const first = regress(linesOf(plans, ({marks}) => marks))
  const dealt = shuffled(plans, 7)
  const unseen = new Map<MarkedPlan, Belief[]>()
  for (let deal = 0; deal < deals; deal += 1) {
    const weights = regress(
      linesOf(
        dealt.filter((_, at) => at % deals !== deal),
        ({marks}) => marks
      )
    )
    for (const {plan} of dealt.filter((_, at) => at % deals === deal))
      unseen.set(
        plan,
        plan.marks.map((marks) => believed(marks, weights))
      )
  }
  return {first, second: regress(linesOf(plans, (plan) => allMarks(plan, unseen.get(plan)!)))}
}

const allMarks = ({pieces, places, marks}: MarkedPlan, beliefs: readonly Belief[]): Marks[] =>
  withBeliefs(pieces, places, marks, beliefs)

/** Agreement of the best reading with the marks, and how much of it was expected. */
function read(plan: MarkedPlan, {first, second}: Learned): {agreed: number; hoped: number} {
  const before = plan.marks.map((marks) => believed(marks, first))
  const beliefs = allMarks(plan, before).map((marks) => believed(marks, second))
  const {pieces, places} = plan
  const {draft, hoped} = bestDraft(beliefs, pieces, places, drawn(beliefs, pieces, places))
  return {agreed: agreement(draft, plan.truth), hoped}
}

const rounded = (weights: Weights) =>
  Object.fromEntries(
    [...weights]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, row]) => [name, row.map((weight) => Number(weight.toFixed(2)))] as const)
      .filter(([, row]) => row.some((weight) => weight !== 0))
  )

const {values, positionals: whole} = parseArgs({
  allowPositionals: true,
  options: {
    folds: {type: 'string', default: '0'},
    write: {type: 'boolean', default: false},
    half: {type: 'string', multiple: true, default: []},
    test: {type: 'string', multiple: true, default: []}
  }
})
const {write, half, test: closed} = values
const folds = Number(values.folds)
const real = markedPlans(whole).map((plan) => ({plan, counts: 1}))
const others = markedPlans(half).map((plan) => ({plan, counts: plan.isPlan ? 0.5 : 0.3}))
console.log(`${real.length} plans, ${others.length} that count less`)
if (folds > 0) {
  const dealt = shuffled(real, 3)
  const scores = Array.from({length: folds}, (_, fold) => {
    const learned = learn([...dealt.filter((_, at) => at % folds !== fold), ...others])
    return dealt
      .filter(({plan}, at) => at % folds === fold && (plan.inLines || !plan.isPlan))
      .map(({plan}) => read(plan, learned).agreed)
  }).flat()
  console.log(
    `unseen: ${(scores.reduce((so, score) => so + score, 0) / scores.length).toFixed(3)} over ${scores.length}`
  )
}
if (write || closed.length > 0) {
  const learned = learn([...real, ...others])
  for (const folder of closed) {
    const scores = markedPlans([folder]).filter((plan) => plan.inLines || !plan.isPlan)
    const found = scores.map((plan) => read(plan, learned))
    for (const [at, {agreed, hoped}] of found.entries())
      console.log(`${scores[at]!.path} ${agreed.toFixed(2)} hoped ${hoped.toFixed(2)}`)
    console.log(`${folder}: ${(found.reduce((so, {agreed}) => so + agreed, 0) / found.length).toFixed(3)}`)
  }
  if (write) {
    const file = new URL('../../../src/recognise/readings/weights.json', import.meta.url)
    writeFileSync(file, `${JSON.stringify({first: rounded(learned.first), second: rounded(learned.second)})}\n`)
    console.log(
      `${Object.keys(rounded(learned.first)).length} and ${Object.keys(rounded(learned.second)).length} marks`
    )
  }
}
