/**
 * Learns the weights of `src/recognise/readings/weights.json` from plans marked by hand, and tells how well they read plans
 * that they were not learned from.
 *
 *   node tests/recognise/readings/learn.ts [--further] [--folds 5] [--write] [--half DIR]… [--test DIR]… DIR…
 *
 * `--further`: goes on from the weights in use, as sure as `certainty.json` says they are; without it, learns anew from the
 * folders alone. `--half DIR`: plans that count half (made up, or no plans at all). `--test DIR`: plans that are read and not
 * learned from. `--folds`: each fold's plans are read by weights learned from the others; prints the mean F1 of lines under
 * their right goal. `--write`: puts the weights into use. The same files give the same weights.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {type Belief, believed, type Weights, withBeliefs} from '../../../src/recognise/readings/beliefs.ts'
import type {Marks} from '../../../src/recognise/readings/marks.ts'
import {agreement, bestDraft, drawn} from '../../../src/recognise/readings/weighing.ts'
import {type MarkedPlan, markedPlans} from './marked-plans.ts'
import {type Known, type Line, regress, shuffled} from './regression.ts'

/** A learned plan with how much it counts. */
interface Weighed {
  plan: MarkedPlan
  counts: number
}

/** Plans longer than this count no more than it, lines. */
const longPlan = 60
/** Parts into which plans are dealt, so that the second weights learn from beliefs about plans unknown to the first. */
const deals = 4

function linesOf(plans: readonly Weighed[], marksOf: (plan: MarkedPlan) => readonly Marks[]): Line[] {
  return plans.flatMap(({plan, counts}) => {
    const marks = marksOf(plan)
    const lines = plan.pieces.filter(({kind}) => kind !== 'table')
    const weight = counts * Math.sqrt(Math.min(1, longPlan / Math.max(1, lines.length)))
    return lines.map(({index}) => ({marks: marks[index]!, part: plan.parts[index]!, weight}))
  })
}

interface Learned {
  first: Known
  second: Known
}

/** Both weights, learned further from those before where there are some. */
function learn(plans: readonly Weighed[], before?: Learned): Learned {
  const first = regress(
    linesOf(plans, ({marks}) => marks),
    before?.first
  )
  const dealt = shuffled(plans, 7)
  const unseen = new Map<MarkedPlan, Belief[]>()
  for (let deal = 0; deal < deals; deal += 1) {
    const others = dealt.filter((_, at) => at % deals !== deal)
    const {weights} = regress(
      linesOf(others, ({marks}) => marks),
      before?.first
    )
    for (const {plan} of dealt.filter((_, at) => at % deals === deal))
      unseen.set(
        plan,
        plan.marks.map((marks) => believed(marks, weights))
      )
  }
  return {
    first,
    second: regress(
      linesOf(plans, (plan) => allMarks(plan, unseen.get(plan)!)),
      before?.second
    )
  }
}

const allMarks = ({pieces, places, marks}: MarkedPlan, beliefs: readonly Belief[]): Marks[] =>
  withBeliefs(pieces, places, marks, beliefs)

/** Agreement of the best reading with the marks, and how much of it was expected. */
function read(plan: MarkedPlan, {first, second}: Learned): {agreed: number; hoped: number} {
  const before = plan.marks.map((marks) => believed(marks, first.weights))
  const beliefs = allMarks(plan, before).map((marks) => believed(marks, second.weights))
  const {pieces, places} = plan
  const {draft, hoped} = bestDraft(beliefs, pieces, places, drawn(beliefs, pieces, places))
  return {agreed: agreement(draft, plan.truth), hoped}
}

const inUse = new URL('../../../src/recognise/readings/weights.json', import.meta.url)
const howSure = new URL('certainty.json', import.meta.url)

/** What the weights in use know. */
function known(): Learned {
  const [weights, certainty] = [inUse, howSure].map((file) => JSON.parse(readFileSync(file, 'utf8')))
  const of = (stage: keyof Learned): Known => ({
    weights: new Map(Object.entries(weights[stage])),
    certainty: new Map(Object.entries(certainty[stage]))
  })
  return {first: of('first'), second: of('second')}
}

function write({first, second}: Learned): void {
  const save = (file: URL, which: keyof Known, digits: number) => {
    const [one, two] = [first, second].map((each) => rounded(each[which], digits))
    writeFileSync(file, `${JSON.stringify({first: one, second: two})}\n`)
  }
  save(inUse, 'weights', 2)
  save(howSure, 'certainty', 0)
  console.log(`${first.weights.size} and ${second.weights.size} marks`)
}

const rounded = (weights: Weights, digits: number) =>
  Object.fromEntries(
    [...weights]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, row]) => [name, row.map((weight) => Number(weight.toFixed(digits)))] as const)
      .filter(([, row]) => row.some((weight) => weight !== 0))
  )

const mean = (scores: readonly number[]): string =>
  (scores.reduce((so, score) => so + score, 0) / scores.length).toFixed(3)

/** A document whose marks stand in lines, or that has none. */
const isAsked = ({inLines, isPlan}: MarkedPlan): boolean => inLines || !isPlan

const {values, positionals: whole} = parseArgs({
  allowPositionals: true,
  options: {
    further: {type: 'boolean', default: false},
    folds: {type: 'string', default: '0'},
    write: {type: 'boolean', default: false},
    half: {type: 'string', multiple: true, default: []},
    test: {type: 'string', multiple: true, default: []}
  }
})
const before = values.further ? known() : undefined
const folds = Number(values.folds)
const real = markedPlans(whole).map((plan) => ({plan, counts: 1}))
const others = markedPlans(values.half).map((plan) => ({plan, counts: plan.isPlan ? 0.5 : 0.3}))
console.log(`${real.length} plans, ${others.length} that count less`)
if (folds > 0) {
  const dealt = shuffled(real, 3)
  const scores = Array.from({length: folds}, (_, fold) => {
    const learned = learn([...dealt.filter((_, at) => at % folds !== fold), ...others], before)
    const unknown = dealt.filter(({plan}, at) => at % folds === fold && isAsked(plan))
    return unknown.map(({plan}) => read(plan, learned).agreed)
  }).flat()
  console.log(`unseen: ${mean(scores)} over ${scores.length}`)
}
if (values.write || values.test.length > 0) {
  const learned = learn([...real, ...others], before)
  for (const folder of values.test) {
    const asked = markedPlans([folder]).filter(isAsked)
    const scores = asked.map((plan) => {
      const {agreed, hoped} = read(plan, learned)
      console.log(`${plan.path} ${agreed.toFixed(2)} hoped ${hoped.toFixed(2)}`)
      return agreed
    })
    console.log(`${folder}: ${mean(scores)}`)
  }
  if (values.write) write(learned)
}
