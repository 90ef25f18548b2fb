/**
 * How likely each line is to be work of the plan, a goal that holds work, or neither: multinomial logistic regression over the
 * line's marks, asked twice; the second time it also knows what was believed of the lines around it (stacked sequential
 * learning, Cohen and Carvalho 2005). Weights are learned from plans marked by hand (tests/recognise/readings/learn.ts).
 */
import type {Piece} from '../pieces.ts'
import {type Marks, makeOf} from './marks.ts'
import type {Place} from './places.ts'
import learned from './weights.json' with {type: 'json'}

/** Part of a line in a plan. */
export const [nothing, work, goal] = [0, 1, 2] as const

/** Chances of 'nothing', 'work' and 'goal'; they add up to 1. */
export type Belief = readonly [nothing: number, work: number, goal: number]

/** Least chance that is told from none. */
const least = 1e-4

/** The logarithms of a belief's chances. */
export const logsOf = (belief: Belief): readonly number[] => belief.map((chance) => Math.log(Math.max(chance, least)))

/** Weights of one mark for the three parts. */
export type Weights = ReadonlyMap<string, readonly number[]>

const [first, second] = [learned.first, learned.second].map((weights) => new Map(Object.entries(weights)))

/** The belief of every piece, by index. */
export function beliefsOf(pieces: readonly Piece[], places: readonly Place[], marks: readonly Marks[]): Belief[] {
  const before = marks.map((each) => believed(each, first!))
  return withBeliefs(pieces, places, marks, before).map((each) => believed(each, second!))
}

/** The softmax of the marks' summed weights. A line that leads in others, and does so again elsewhere, is no part of the tree, nor is one that stands for a picture. */
export function believed(marks: Marks, weights: Weights): Belief {
  if (leadsInAgain(marks) || marks.has('picture')) return [1, 0, 0]
  const sums = [0, 0, 0]
  for (const [name, value] of marks) {
    const row = weights.get(name)
    if (row) for (let part = 0; part < 3; part += 1) sums[part]! += value * row[part]!
  }
  const most = Math.max(...sums)
  const raised = sums.map((sum) => Math.exp(sum - most))
  const total = raised[0]! + raised[1]! + raised[2]!
  return [raised[0]! / total, raised[1]! / total, raised[2]! / total]
}

function leadsInAgain(marks: Marks): boolean {
  const leads = marks.has('lead-in actions') || marks.has('lead-in measures') || marks.has('lead-in other')
  return marks.has('repeated') && (leads || marks.has('lead-in priorities')) && !marks.has('labelled number')
}

/** Work under a line that no goal between them holds, from which on the line is asked whether it is that goal. */
const [some, twice, much] = [0.8, 1.6, 3] as const

/** The marks of each line, with what is believed of it and of those around it. */
export function withBeliefs(
  pieces: readonly Piece[],
  places: readonly Place[],
  marks: readonly Marks[],
  beliefs: readonly Belief[]
): Marks[] {
  const around = beliefMarks(pieces, places, marks, beliefs)
  return marks.map((each, at) => new Map([...each, ...around[at]!]))
}

function beliefMarks(
  pieces: readonly Piece[],
  places: readonly Place[],
  marks: readonly Marks[],
  beliefs: readonly Belief[]
): Marks[] {
  const beside = Map.groupBy(pieces, ({index}) => places[index]!.beside)
  const under = Map.groupBy(pieces, ({index}) => places[index]!.within)
  const {unheld, all} = workUnder(pieces, under, beliefs)
  const held = goalsOver(places, beliefs)
  const lines = pieces.filter(({kind}) => kind !== 'table')
  const whole = sum(lines.map(({index}) => beliefs[index]!))
  const total = whole[work] + 1e-6
  return pieces.map((piece, at) => {
    const found: Marks = new Map()
    const add = (name: string, value: number) => {
      if (value === 0) return
      found.set(name, value)
      found.set(makeOf[piece.kind] + name, value)
    }
    const about = (name: string, belief: Belief | undefined) =>
      belief?.forEach((chance, part) => {
        add(`${name} ${partNames[part]}`, chance)
      })
    const own = beliefs[at]!
    const others = beside.get(places[at]!.beside)!.filter((other) => other !== piece)
    const below = under.get(at) ?? []
    const {within} = places[at]!
    about('itself', own)
    about('all', mean(lines, beliefs))
    about('beside', mean(others, beliefs))
    about('some beside', highest(others, beliefs))
    about('below', mean(below, beliefs))
    about('some below', highest(below, beliefs))
    about('last', beliefs[at - 1])
    about('next', beliefs[at + 1])
    if (within !== undefined) {
      about('above', beliefs[within])
      const twiceAbove = places[within]!.within
      if (twiceAbove !== undefined) about('twice above', beliefs[twiceAbove])
      about(
        'beside above',
        mean(
          beside.get(places[within]!.beside)!.filter(({index}) => index !== within),
          beliefs
        )
      )
    }
    const waits = unheld[at]! > some ? 1 : 0
    const besideWaits = others.filter(({index}) => unheld[index]! > some).length / Math.max(1, others.length)
    add('unheld work', Math.log1p(unheld[at]!))
    add('work below', Math.log1p(all[at]!))
    add('direct work', Math.log1p(below.reduce((count, {index, kind}) => count + ofWork(kind, beliefs[index]!), 0)))
    add('goals below', Math.log1p(below.reduce((count, {index}) => count + beliefs[index]![goal], 0)))
    add('some unheld', waits)
    add('two unheld', unheld[at]! > twice ? 1 : 0)
    add('much unheld', unheld[at]! > much ? 1 : 0)
    add('share of the work', all[at]! / total)
    add('all the work', all[at]! > 0.9 * total ? 1 : 0)
    add('goal over it', held[at]!)
    add('unheld and no goal over it', waits * (1 - held[at]!))
    for (const name of ['lead-in actions', 'colon', 'label', 'short', 'repeated'])
      add(`unheld under ${name}`, waits * (marks[at]!.has(name) ? 1 : 0))
    add('unheld beside', besideWaits)
    add('unheld like those beside', besideWaits * waits)
    add('unheld in a row', waits * (besideWaits > 0.5 && others.length >= 2 ? 1 : 0))
    add('unheld and alone', waits * (others.length === 0 ? 1 : 0))
    add('work of the document', Math.log1p(total))
    add('work under a goal', own[work] * held[at]!)
    add('work under no goal', own[work] * (1 - held[at]!))
    add('work under nothing', within === undefined ? own[work] : 0)
    return found
  })
}

const partNames = ['nothing', 'work', 'goal']

/** The chance of work in a table counts a little: what its rows say is read elsewhere. */
const workOfTable = 0.3
const ofWork = (kind: Piece['kind'], belief: Belief): number => (kind === 'table' ? workOfTable : belief[work])

/** The work expected under each line, and that of it which no line between is likely to hold. */
function workUnder(
  pieces: readonly Piece[],
  under: ReadonlyMap<number | undefined, readonly Piece[]>,
  beliefs: readonly Belief[]
): {unheld: number[]; all: number[]} {
  const [unheld, all] = [pieces.map(() => 0), pieces.map(() => 0)]
  for (let at = pieces.length - 1; at >= 0; at -= 1)
    for (const {index, kind} of under.get(at) ?? []) {
      const own = ofWork(kind, beliefs[index]!)
      all[at]! += own + all[index]!
      unheld[at]! += own + (1 - beliefs[index]![goal]) * unheld[index]!
    }
  return {unheld, all}
}

/** The highest chance of a goal among the lines that each line stands under. */
function goalsOver(places: readonly Place[], beliefs: readonly Belief[]): number[] {
  const over: number[] = []
  for (const {within} of places) over.push(within === undefined ? 0 : Math.max(over[within]!, beliefs[within]![goal]))
  return over
}

function sum(beliefs: readonly Belief[]): Belief {
  return beliefs.reduce<[number, number, number]>((so, [a, b, c]) => [so[0] + a, so[1] + b, so[2] + c], [0, 0, 0])
}

function mean(lines: readonly Piece[], beliefs: readonly Belief[]): Belief | undefined {
  if (lines.length === 0) return undefined
  const [a, b, c] = sum(lines.map(({index}) => beliefs[index]!))
  return [a / lines.length, b / lines.length, c / lines.length]
}

function highest(lines: readonly Piece[], beliefs: readonly Belief[]): Belief | undefined {
  if (lines.length === 0) return undefined
  const of = (part: number) => lines.reduce((most, {index}) => Math.max(most, beliefs[index]![part]!), 0)
  return [of(nothing), of(work), of(goal)]
}
