import {agesApart, denialClash, directionAgreement, populationAgreement} from '../../language/populations.ts'
import {genreCentre} from '../embedding/genre.ts'
import {type Counts, highest, pairCounts, rowCounts, type Worded} from './counts.ts'
import type {Meaning} from './meaning.ts'
import type {Reading} from './reading.ts'
import {placer, sharedPlaces, sparseOf, threes} from './sparse.ts'
import {centred, dot, meanOf, unit, weighted} from './vectors.ts'

/** What speaks for and against two units meaning the same. All are symmetric in the two units. */
export interface Signs {
  /** Cosine of the units' vectors; 0 in the words-only tier, like the next. */
  whole: number
  /** Highest cosine of a sentence of one and a sentence of the other. */
  sentence: number
  /** Cosine of the units' vectors, each with its parent's added. */
  setting: number
  /** Highest cosine of stems and terms (TF-IDF) of a sentence of one and a sentence of the other. */
  words: number
  /** The same of the whole units with their parents' words. */
  settingWords: number
  /** Dice coefficient of runs of three characters, of the whole units or of their first sentences: a promise said word for word. */
  letters: number
  /** For whom: 1 the same group, 0.5 groups that overlap, 0 not said, -1 different groups. Words over the unit count. */
  population: number
  /** The same by the units' own words alone. */
  ownPopulation: number
  /** One names a group of people and the other none, nor does anything over it. */
  oneGroup: boolean
  /** Both name the same group and nothing else in common: shared is for whom they are, not what they do. Not of two outcomes. */
  groupOnly: boolean
  /** One word in common at most ('library'), and no sentence that means the same: shared is a subject, not a commitment. */
  barelyShared: boolean
  /** Share of the themes of the unit that has fewer; 0 when none is shared. */
  themes: number
  /** Both have themes and share none. */
  themesApart: boolean
  /** One is a measure or milestone, the other not. */
  kindsApart: boolean
  /** Levels between two commitments: outcome, priority, action. 0 for measures. */
  levels: number
  /** What both name is to go the same way (1) or opposite ways (-1). */
  direction: number
  /** One denies what the other affirms. */
  denied: boolean
  agesApart: boolean
}

/** A unit made ready for comparing within one pair of plans. */
export interface Ready extends Worded {
  reading: Reading
  measures: boolean
  level: number
  vector: Float32Array
  sentences: Float32Array[]
  /** One sentence: its vector is the unit's. */
  single: boolean
  setting: Float32Array
  themes: Int32Array
  /** Those of its subject that are terms of several words. */
  terms: Int32Array
  /** Numbers of the sets of populations, inherited and own: `Groups` knows how any two agree. */
  group: number
  ownGroup: number
}

/** How sets of populations agree, each two worked out once. */
interface Groups {
  numberOf(set: ReadonlySet<string>): number
  agreement(a: number, b: number): number
}

function groupsOf(near: Meaning['near']): Groups {
  const sets: ReadonlySet<string>[] = []
  const numbers = new Map<string, number>()
  const known: number[][] = []
  return {
    numberOf: (set) => {
      const key = [...set].sort().join(' ')
      const number = numbers.get(key) ?? sets.push(set) - 1
      numbers.set(key, number)
      return number
    },
    agreement: (a, b) => {
      known[a] ??= []
      known[a][b] ??= populationAgreement(sets[a]!, sets[b]!, near)
      return known[a][b]
    }
  }
}

export interface Pairing {
  a: Ready[]
  b: Ready[]
  signs(i: number, j: number): Signs
  /** The same of a unit of `a` with every one of `b`: what all pairs are asked of is counted for a whole row at once. */
  signsWithAll(): (i: number) => (j: number) => Signs
  /** Whether their signs say `kindsApart` or `barelyShared`, which is quickly told. */
  areApart(i: number, j: number): boolean
  /** Cosine of stems and terms of two sentences, for telling reuse. */
  idf(token: string): number
}

const levels: readonly string[] = ['outcome', 'priority', 'action']
const measures: ReadonlySet<string> = new Set(['measure', 'milestone'])

/** Weight of a parent beside its unit: enough to tell 'Delivery plan developed' under health from that under roads. */
const parentWeight = 0.6

/** Weight of the group that a plan's title names beside a unit that does not name it. */
const impliedWeight = 0.4

/** Weight of the genre's own centre beside the plans' units, in units: small plans are centred by the genre. */
const genreWeight = 60

/**
 * Makes two plans' units ready to be compared, each with each. What is common to all their units is taken away first: the
 * mean vector, and the weight of words that stand in most units (TF-IDF over the goals of the two plans, each counted once).
 * What is common is told by the two sides, or by `common` where they are parts of something larger: their pairs then have the
 * same signs in whatever parts they are compared.
 */
export function pairingOf(a: Meaning, b: Meaning, common: readonly Meaning[] = [a, b]): Pairing {
  const dimensions = Math.min(a.dimensions, b.dimensions)
  const goals = common.flatMap(({readings}) => readings.filter(({unit}) => unit.level === undefined))
  const count = goals.length
  const frequency = new Map<string, number>()
  for (const {tokens, implied} of goals)
    for (const token of new Set([...tokens.keys(), ...(implied?.tokens.keys() ?? [])]))
      frequency.set(token, (frequency.get(token) ?? 0) + 1)
  const idf = (token: string) => Math.log((count + 1) / ((frequency.get(token) ?? 0) + 0.5))
  const idfs: number[] = []
  const place = placer((token) => idfs.push(idf(token)))
  const weighs = (at: number) => idfs[at]!
  const wholeOf = ({readings, vectors}: Meaning) =>
    readings.map(({sentences}, at) =>
      weighted(
        vectors[at]!,
        sentences.map(({weight}) => Math.sqrt(weight)),
        dimensions
      )
    )
  const wholes = [wholeOf(a), b === a ? [] : wholeOf(b)] as const
  const centre = centreOf(
    common.flatMap((side) => (side === a ? wholes[0] : side === b ? wholes[1] : wholeOf(side))),
    dimensions
  )
  const groups = groupsOf(a.near)
  const left = readyUnits(a, wholes[0], centre, {weighs, place, groups})
  const right = b === a ? left : readyUnits(b, wholes[1], centre, {weighs, place, groups})
  return {
    a: left,
    b: right,
    idf,
    signs: (i, j) => signsOf(left[i]!, right[j]!, pairCounts(left[i]!, right[j]!), groups, dimensions > 0),
    signsWithAll: () => {
      const countsOf = rowCounts(right)
      return (i) => {
        const counts = countsOf(left[i]!)
        return (j) => signsOf(left[i]!, right[j]!, counts(j), groups, dimensions > 0)
      }
    },
    areApart: (i, j) => left[i]!.measures !== right[j]!.measures || shareBarely(left[i]!, right[j]!, dimensions > 0)
  }
}

function centreOf(vectors: Float32Array[], dimensions: number): Float32Array {
  const centre = new Float32Array(dimensions)
  if (dimensions === 0) return centre
  const mean = meanOf(vectors, dimensions)
  const genre = genreCentre(dimensions)
  const all = vectors.length + genreWeight
  for (let d = 0; d < dimensions; d += 1)
    centre[d] = (vectors.length * (mean[d] ?? 0) + genreWeight * (genre[d] ?? 0)) / all
  return centre
}

function readyUnits(
  {readings, vectors, dimensions, implied}: Meaning,
  wholes: Float32Array[],
  centre: Float32Array,
  {weighs, place, groups}: {weighs: (place: number) => number; place: (token: string) => number; groups: Groups}
): Ready[] {
  const group = implied && dimensions > 0 ? centred(implied, centre) : undefined
  /** The vector without what all have in common, with the group that it is for. */
  const move = (vector: Float32Array, reading: Reading): Float32Array => {
    if (dimensions === 0) return vector
    const moved = centred(vector, centre)
    if (!group || !reading.implied) return moved
    for (let d = 0; d < dimensions; d += 1) moved[d]! += impliedWeight * group[d]!
    return unit(moved)
  }
  const withImplied = (tokens: ReadonlyMap<string, number>, reading: Reading) =>
    reading.implied ? new Map([...reading.implied.tokens, ...tokens]) : tokens
  const moved = wholes.map((whole, at) => move(whole, readings[at]!))
  const sparse = (tokens: Iterable<readonly [string, number]>) => sparseOf(tokens, place, weighs)
  return readings.map((reading, at) => {
    const parent = reading.over[0]
    const single = reading.sentences.length === 1
    const settingTokens = new Map(withImplied(reading.tokens, reading))
    const setting = Float32Array.from(moved[at]!)
    if (parent !== undefined) {
      for (const [token, weight] of withImplied(readings[parent]!.tokens, readings[parent]!))
        settingTokens.set(token, (settingTokens.get(token) ?? 0) + parentWeight * weight)
      for (let d = 0; d < setting.length; d += 1) setting[d]! += parentWeight * moved[parent]![d]!
    }
    let letters: Letters | undefined
    return {
      reading,
      measures: measures.has(reading.unit.level ?? reading.unit.type),
      level: levels.indexOf(reading.unit.level ?? reading.unit.type),
      vector: moved[at]!,
      single,
      sentences: dimensions === 0 ? [] : single ? [moved[at]!] : vectors[at]!.map((vector) => move(vector, reading)),
      setting: parent === undefined ? moved[at]! : unit(setting),
      words: reading.sentences.map(({tokens}) => sparse(withImplied(tokens, reading))),
      settingWords: sparse(settingTokens),
      // Of thousands of plans most units are never held against another so closely.
      get letters() {
        letters ??= lettersIn(reading)
        return letters.whole
      },
      get titleLetters() {
        letters ??= lettersIn(reading)
        return letters.title
      },
      themes: Int32Array.from(reading.facets.themes, (theme) => place(`~${theme}`)).sort(),
      subject: Int32Array.from(reading.subject, place).sort(),
      terms: Int32Array.from([...reading.subject].filter(isPhrase), place).sort(),
      group: groups.numberOf(reading.populations),
      ownGroup: groups.numberOf(reading.facets.populations)
    }
  })
}

interface Letters {
  whole: Int32Array
  title: Int32Array
}

/** They hang on the reading alone, and a plan is compared with several. */
const knownLetters = new WeakMap<Reading, Letters>()

function lettersIn(reading: Reading): Letters {
  const known = knownLetters.get(reading)
  if (known) return known
  const text = reading.sentences.map(({text}) => text).join(' ')
  const whole = threes(text)
  const title = text === reading.unit.text ? whole : threes(reading.unit.text)
  const same = whole.length === title.length && whole.every((run, at) => run === title[at])
  const letters = {whole, title: same ? whole : title}
  knownLetters.set(reading, letters)
  return letters
}

function shareBarely(a: Ready, b: Ready, vectors: boolean): boolean {
  if (sharedPlaces(a.subject, b.subject) > 1 || sharedPlaces(a.terms, b.terms) > 0) return false
  return !vectors || sentenceLikeness(a, b, dot(a.vector, b.vector)) < alikeFrom
}

/** `whole`: of the units' vectors, which are those of their sentences where they have one each. */
function sentenceLikeness(a: Ready, b: Ready, whole: number): number {
  return a.single && b.single ? Math.max(0, whole) : highest(a.sentences, b.sentences, dot)
}

function signsOf(
  a: Ready,
  b: Ready,
  {words, settingWords, letters, subject: shared}: Counts,
  groups: Groups,
  vectors: boolean
): Signs {
  const x = a.reading.facets
  const y = b.reading.facets
  const fewerThemes = Math.min(a.themes.length, b.themes.length)
  const themes = fewerThemes === 0 ? 0 : sharedPlaces(a.themes, b.themes) / fewerThemes
  const whole = vectors ? dot(a.vector, b.vector) : 0
  const ownPopulation = groups.agreement(a.ownGroup, b.ownGroup)
  const sentence = vectors ? sentenceLikeness(a, b, whole) : 0
  return {
    whole,
    sentence,
    setting: vectors ? dot(a.setting, b.setting) : 0,
    words,
    settingWords,
    letters,
    population: groups.agreement(a.group, b.group),
    ownPopulation,
    groupOnly: ownPopulation === 1 && (a.level !== 0 || b.level !== 0) && shared === 0,
    barelyShared: shared <= 1 && sentence < alikeFrom && sharedPlaces(a.terms, b.terms) === 0,
    oneGroup: namesAlone(a.reading, b.reading) || namesAlone(b.reading, a.reading),
    themes,
    themesApart: fewerThemes > 0 && themes === 0,
    kindsApart: a.measures !== b.measures,
    levels: a.measures || b.measures ? 0 : Math.abs(a.level - b.level),
    direction: x.moved.size === 0 || y.moved.size === 0 ? 0 : directionAgreement(x, y),
    denied: (x.denied.size > 0 || y.denied.size > 0) && denialClash(x, y, {a: a.reading.tokens, b: b.reading.tokens}),
    agesApart: agesApart(x, y)
  }
}

/** Likeness of two sentences in meaning from which they need share no words. */
const alikeFrom = 0.6

/** A term of several words, as tokens are written: '=care-leaver'. */
const isPhrase = (token: string) => token.startsWith('=') && token.includes('-')

const namesAlone = (a: Reading, b: Reading) => a.facets.populations.size > 0 && b.populations.size === 0
