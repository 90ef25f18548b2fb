import type {Pairing, Signs} from './signs.ts'

/** Weights of one tier, in log-odds for one step of a sign. Signs with a `usual` value count in steps of `spread` from it. */
export interface Weights {
  whole: number
  sentence: number
  setting: number
  words: number
  settingWords: number
  letters: number
  sameGroup: number
  otherGroup: number
  otherOwnGroup: number
  oneGroup: number
  groupOnly: number
  themes: number
  themesApart: number
  kindsApart: number
  /** For each level between two commitments. */
  levels: number
  sameDirection: number
  otherDirection: number
  denied: number
  agesApart: number
  /** Of the best evidence between one unit and the other's parent, and between one unit and the other's children. */
  above: number
  below: number
  /** Log-odds before any sign, for plans of one unit each. */
  start: number
}

/**
 * Chosen by hand from logistic fits on each of two graded pairs of plans, checked on the other (tests/bench/overlaps.ts prints
 * both ways): round numbers near both fits. Few and fixed, since a fitted blend of many signs did not carry over.
 */
const weightsOf: Readonly<Record<'minilm' | 'words', Weights>> = {
  minilm: {
    whole: 0.05,
    sentence: 0.3,
    setting: 0.2,
    words: 0.11,
    settingWords: 0.2,
    letters: 0.4,
    sameGroup: 0.6,
    otherGroup: 0.8,
    otherOwnGroup: 0.8,
    oneGroup: 0.5,
    groupOnly: 0.25,
    themes: 1.2,
    themesApart: 1.1,
    kindsApart: 4,
    levels: 0.3,
    sameDirection: 0.3,
    otherDirection: 2,
    denied: 1,
    agesApart: 1,
    above: 0.1,
    below: 0.12,
    start: -2.15
  },
  words: {
    whole: 0,
    sentence: 0,
    setting: 0,
    words: 0.25,
    settingWords: 0.4,
    letters: 0.5,
    sameGroup: 0.6,
    otherGroup: 0.8,
    otherOwnGroup: 0.8,
    oneGroup: 0.5,
    groupOnly: 0.25,
    themes: 1.4,
    themesApart: 1.1,
    kindsApart: 4,
    levels: 0.3,
    sameDirection: 0.3,
    otherDirection: 2,
    denied: 1,
    agesApart: 1,
    above: 0.1,
    below: 0.18,
    start: -2.1
  }
}

/** Usual value and spread of a sign over all pairs of units of two plans: means over six pairs of plans of one sector. */
const usual: Readonly<
  Record<'whole' | 'sentence' | 'setting' | 'words' | 'settingWords' | 'letters', [number, number]>
> = {
  whole: [0, 0.125],
  sentence: [0.04, 0.08],
  setting: [-0.02, 0.14],
  words: [0.018, 0.055],
  settingWords: [0.027, 0.057],
  letters: [0.18, 0.09]
}

/** Steps from which a sign counts less and less: ten steps are no ten times one. */
const steepUntil = 4

/** A sign in steps from its usual value; logarithmic from `steepUntil` on. */
function stepsOf(sign: keyof typeof usual, value: number): number {
  const [middle, spread] = usual[sign]
  const steps = (value - middle) / spread
  return steps > steepUntil ? steepUntil + 1.5 * Math.log1p(steps - steepUntil) : steps
}

export interface EvidenceOptions {
  /** Do a measure and a priority count as things of two kinds? Yes by default. */
  kinds?: boolean
  /** Do the words over a unit count? Yes by default; not where both stand under one another. */
  setting?: boolean
  /** Are the sides plans of two bodies? Then a goal has some two counterparts, and fewer where the plans are strangers. */
  between?: boolean
}

/** Log-odds that a goal's further counterparts add to those of its one: graded pairs hold 1.8 for each goal that has any. */
const furtherCounterparts = 0.6

/**
 * Share of a plan's goals that have a counterpart, below which two plans are strangers. Pairs of plans of one sector share
 * 0.1 to 0.9 (sample archive and graded pairs), a zoo or a digital strategy and a children's plan 0.003 to 0.03.
 */
const strangersBelow = 0.1
/** Most that a match between strangers is doubted, in log-odds: what two such plans do share is still found. */
const mostDoubt = 1.5

/** Log-odds that two units are one commitment, for each unit of `a` (rows) and each of `b`. */
export interface Evidence {
  logOdds: Float64Array[]
  /** Log-odds of a match by chance: each unit has about one counterpart, however many units there are. */
  prior: number
}

/** Log-odds that any two of so many units on either side are counterparts: each has about one. */
export const priorOf = (a: number, b: number) => -Math.log(Math.sqrt(Math.max(1, a) * Math.max(1, b)))

/** Log-odds of one pair by its own signs, without what its parents and children say. */
export function logOddsOf(
  signs: Signs,
  tier: 'minilm' | 'words',
  prior: number,
  options: EvidenceOptions = {between: true}
): number {
  return (
    weightsOf[tier].start + prior + (options.between ? furtherCounterparts : 0) + weigh(signs, weightsOf[tier], options)
  )
}

/** Highest evidence passed on between generations, in steps. */
const mostPassedOn = 12

/** The evidence for every pair of units of a pairing. */
export function evidenceOf(pairing: Pairing, tier: 'minilm' | 'words', options: EvidenceOptions = {}): Evidence {
  const weights = weightsOf[tier]
  const {a, b} = pairing
  const likeness: Float64Array[] = []
  const logOdds: Float64Array[] = []
  const goals = (side: Pairing['a']) => side.filter(({reading}) => reading.unit.level === undefined).length
  const prior = priorOf(goals(a), goals(b))
  const signsOf = pairing.signsWithAll()
  for (let i = 0; i < a.length; i += 1) {
    const likenessRow = new Float64Array(b.length)
    const row = new Float64Array(b.length)
    const signsWith = signsOf(i)
    for (let j = 0; j < b.length; j += 1) {
      const signs = signsWith(j)
      likenessRow[j] = likenessOf(signs, tier)
      row[j] = weights.start + prior + weigh(signs, weights, options)
    }
    likeness.push(likenessRow)
    logOdds.push(row)
  }
  if (options.setting !== false) addGenerations(pairing, likeness, logOdds, weights)
  const more = options.between ? furtherCounterparts - doubtOf(pairing, logOdds) : 0
  if (more !== 0) for (const row of logOdds) for (let j = 0; j < row.length; j += 1) row[j]! += more
  return {logOdds, prior: prior + more}
}

/**
 * The prior takes it that each goal has a counterpart. How many do is told by the evidence itself (one step of
 * expectation-maximization for the share of a mixture): the mean chance of a goal's best match, on the side that shares more.
 */
function doubtOf({a, b}: Pairing, logOdds: Float64Array[]): number {
  const isGoal = ({reading}: Pairing['a'][number]) => reading.unit.level === undefined
  const best = [new Float64Array(a.length).fill(-Infinity), new Float64Array(b.length).fill(-Infinity)] as const
  for (const [i, row] of logOdds.entries())
    for (const [j, value] of row.entries()) {
      if (value > best[0][i]!) best[0][i] = value
      if (value > best[1][j]!) best[1][j] = value
    }
  const shared = [a, b].map((side, at) => {
    const chances = side.flatMap((ready, place) => (isGoal(ready) ? [1 / (1 + Math.exp(-best[at]![place]!))] : []))
    return chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length)
  })
  return Math.min(mostDoubt, Math.max(0, -Math.log(Math.max(...shared) / strangersBelow)))
}

function likenessOf(signs: Signs, tier: 'minilm' | 'words'): number {
  if (tier === 'words') return 1.5 * stepsOf('words', signs.words) + stepsOf('letters', signs.letters)
  return stepsOf('whole', signs.whole) + stepsOf('sentence', signs.sentence) + stepsOf('words', signs.words)
}

function weigh(signs: Signs, weights: Weights, options: EvidenceOptions): number {
  let sum = 0
  for (const sign of ['whole', 'sentence', 'words', 'letters'] as const)
    if (weights[sign] !== 0) sum += weights[sign] * stepsOf(sign, signs[sign])
  if (options.setting === false) {
    if (weights.setting !== 0) sum += weights.setting * stepsOf('whole', signs.whole)
    sum += weights.settingWords * stepsOf('words', signs.words)
  } else {
    if (weights.setting !== 0) sum += weights.setting * stepsOf('setting', signs.setting)
    sum += weights.settingWords * stepsOf('settingWords', signs.settingWords)
  }
  sum += signs.population > 0 ? weights.sameGroup * signs.population : weights.otherGroup * signs.population
  if (signs.ownPopulation < 0) sum -= weights.otherOwnGroup
  if (signs.oneGroup) sum -= weights.oneGroup
  if (signs.groupOnly) sum -= weights.groupOnly
  sum += weights.themes * signs.themes
  if (signs.themesApart) sum -= weights.themesApart
  if (signs.kindsApart && options.kinds !== false) sum -= weights.kindsApart
  sum -= weights.levels * signs.levels
  sum += signs.direction > 0 ? weights.sameDirection : signs.direction < 0 ? -weights.otherDirection : 0
  if (signs.denied) sum -= weights.denied
  if (signs.agesApart) sum -= weights.agesApart
  return sum
}

/** Adds what a unit's parent and children say: a pledge is met by the actions under the pledge that is like it. */
function addGenerations({a, b}: Pairing, likeness: Float64Array[], logOdds: Float64Array[], weights: Weights): void {
  const parents = [a.map(({reading}) => reading.over[0] ?? -1), b.map(({reading}) => reading.over[0] ?? -1)] as const
  const passed = (i: number, j: number) => (i < 0 || j < 0 ? 0 : Math.max(0, Math.min(mostPassedOn, likeness[i]![j]!)))
  const below = likeness.map((row) => new Float64Array(row.length))
  const raise = (i: number, j: number, value: number) => {
    if (i >= 0 && j >= 0) below[i]![j] = Math.max(below[i]![j]!, value)
  }
  for (let i = 0; i < a.length; i += 1) {
    for (let j = 0; j < b.length; j += 1) {
      const [over, beyond] = [parents[0][i]!, parents[1][j]!]
      logOdds[i]![j]! += weights.above * Math.max(passed(i, beyond), passed(over, j))
      const value = passed(i, j)
      if (value === 0) continue
      raise(over, j, value)
      raise(i, beyond, value)
      raise(over, beyond, value)
    }
  }
  for (let i = 0; i < a.length; i += 1)
    for (let j = 0; j < b.length; j += 1) logOdds[i]![j]! += weights.below * below[i]![j]!
}
