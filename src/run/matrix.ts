/**
 * The matrix of plan against plan: which pairs of an archive's plans are worth comparing is told by an index over all of them;
 * these are cut into blocks, each a job for a thread or for a worker on another machine. A cell hangs on its two plans alone
 * and is kept by their content: it is made once, and a run from nothing makes the same.
 */
import {type Embedder, wordsOnly} from '../analyses/embedding/embedder.ts'
import {nearPlans} from '../analyses/pairing/near-plans.ts'
import {type GoalWords, goalWords} from '../analyses/pairing/pairing.ts'
import type {SharedCell, SharedMatrix} from '../analyses/types.ts'
import type {Archive} from '../archive/archive.ts'
import {expanded} from '../archive/compressed.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {inOrder} from '../pool/in-order.ts'
import type {Correction} from '../recognise/corrections/corrections.ts'
import {version} from '../version.ts'
import type {Analysts} from './analysts.ts'
import {correctionsKey} from './corrections.ts'
import {type Goals, openGoals, readingsKey} from './goals.ts'
import {type SharedBlock, sharedInBlock} from './shared-cells.ts'
import type {TreeShelf} from './tree-shelf.ts'

/** Pairs of one job: some seconds of work, and few enough that what a killed worker leaves is soon done by another. */
const pairsOfBlock = 32
/** Of fewer pairs each thread has so many jobs at least, as long as they hold so many pairs: none waits long for the last. */
const [blocksOfThread, pairsLeast] = [4, 4]

export interface MatrixOptions {
  archive?: Archive
  analysts?: Analysts
  /** By words when not given. */
  embedder?: Embedder
  corrections?: readonly Correction[]
  goalWords?: (plan: Plan) => GoalWords
  /** How plans' goals are read; by these options when not given. */
  goals?: Goals
  shelf?: TreeShelf
  signal?: AbortSignal
  /** Has blocks done by other machines, and ends when the archive holds every cell of them, or nobody could make it. */
  elsewhere?: (jobs: readonly BlockJob[], here: (job: BlockJob) => Promise<boolean>) => Promise<void>
  onDone?: (done: number, of: number) => void
}

/** A block by the digests of its plans, whose readings are in the archive: plain JSON. */
export interface BlockJob {
  plans: string[]
  /** Places in that list. */
  pairs: [a: number, b: number][]
  model: string
  /** Under which analysis the archive keeps the readings, and is to keep the cells. */
  readings: string
  cells: string
}

/** Cells of the pairs that are near, those that share most first. Plans without goals share nothing. */
export async function sharedMatrix(plans: readonly Plan[], options: MatrixOptions): Promise<SharedMatrix> {
  const ordered = [...plans].sort((a, b) => (a.digest < b.digest ? -1 : 1))
  const {goalWords: wordsOf = goalWords, embedder = wordsOnly(), corrections = []} = options
  const near = nearPlans(mapped(ordered, wordsOf))
  const analysis = `${version} near=${embedder.model} ${correctionsKey(corrections)}`.trim()
  const wanted = near.pairs.map(([a, b]): [string, string] => [ordered[a]!.digest, ordered[b]!.digest])
  const made = openCells(options, analysis)
  await made.recall(wanted)
  const missing = wanted.filter((pair) => !made.has(pair))
  if (missing.length > 0) {
    const byId = new Map(ordered.map((plan) => [plan.digest, plan]))
    const {goals = openGoals(options), analysts} = options
    const unread = new Set<string>()
    const read = async (digest: string) => {
      if (!(await goals(byId.get(digest)!))) unread.add(digest)
    }
    const jobs = analysts?.jobs ?? 1
    const bounds = {jobs, ahead: 2 * jobs, ...signalOf(options)}
    for await (const _ of inOrder([...new Set(missing.flat())], read, bounds));
    const pairs = missing.filter(([a, b]) => !unread.has(a) && !unread.has(b))
    const most = options.elsewhere ? pairsOfBlock : Math.ceil(pairs.length / (blocksOfThread * jobs))
    const blocks = blocksOf(pairs, Math.min(pairsOfBlock, Math.max(pairsLeast, most)), {
      model: embedder.model,
      readings: readingsKey(corrections),
      cells: analysis
    })
    const here = async (job: BlockJob) => {
      const readings = await Promise.all(job.plans.map(async (digest) => (await goals(byId.get(digest)!))!))
      const cells = await cellsOf({...job, readings}, byId.get(job.plans[0]!)!.source.path, embedder, options)
      for (const cell of cells ?? []) await made.keep(cell)
      return cells !== null
    }
    if (options.elsewhere) {
      await options.elsewhere(blocks, here)
      await made.recall(missing)
    } else {
      let done = 0
      for await (const _ of inOrder(blocks, here, bounds)) options.onDone?.(++done, blocks.length)
    }
  }
  const cells = wanted.flatMap((pair) => made.get(pair) ?? [])
  return {
    plans: ordered.length,
    cells: cells.sort(mostShared),
    leftOut: near.leftOut,
    lost: wanted.length - cells.length
  }
}

/** Most commitments first, of as many those of the shorter plans. */
export function mostShared(x: SharedCell, y: SharedCell): number {
  const goals = ({goals: [a, b]}: SharedCell) => Math.min(a, b)
  return (
    y.same + y.related - (x.same + x.related) ||
    y.same - x.same ||
    goals(x) - goals(y) ||
    (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1)
  )
}

/** Pairs in runs of `most`, in their order: those of one plan stand together, so that a block reads few plans. */
function blocksOf(
  pairs: readonly (readonly [string, string])[],
  most: number,
  facts: Pick<BlockJob, 'model' | 'readings' | 'cells'>
): BlockJob[] {
  const jobs: BlockJob[] = []
  for (let from = 0; from < pairs.length; from += most) {
    const some = pairs.slice(from, from + most)
    const plans = [...new Set(some.flat())].sort()
    const place = new Map(plans.map((digest, index) => [digest, index]))
    jobs.push({plans, pairs: some.map(([a, b]): [number, number] => [place.get(a)!, place.get(b)!]), ...facts})
  }
  return jobs
}

/** The block on a thread; null where it came to no end. */
async function cellsOf(
  block: SharedBlock,
  name: string,
  embedder: Embedder,
  {analysts}: MatrixOptions
): Promise<SharedCell[] | null> {
  if (!analysts) return sharedInBlock(block, embedder)
  const {readings, pairs, model} = block
  const answer = await analysts.shared({readings, pairs, model}, name)
  return 'found' in answer ? answer.found : null
}

interface Cells {
  recall(pairs: readonly (readonly [string, string])[]): Promise<void>
  has(pair: readonly [string, string]): boolean
  get(pair: readonly [string, string]): SharedCell | undefined
  keep(cell: SharedCell): Promise<void>
}

/** Counts in memory, words on the shelf where there is one. */
function openCells({archive, shelf}: MatrixOptions, analysis: string): Cells {
  const known = new Map<string, SharedCell>()
  const hold = (cell: SharedCell, packed?: Uint8Array) =>
    known.set(`${cell.a} ${cell.b}`, shelf ? shelved(cell, shelf, packed) : cell)
  return {
    async recall(pairs) {
      if (!archive) return
      const asked = new Set(pairs.map(([a, b]) => `${a} ${b}`))
      for (const first of chunks([...new Set(pairs.map(([a]) => a))]))
        for (const [pair, packed] of await archive.packedFindings('shared', analysis, first))
          if (asked.has(pair)) hold(expanded<SharedCell>(packed), packed)
    },
    has: ([a, b]) => known.has(`${a} ${b}`),
    get: ([a, b]) => known.get(`${a} ${b}`),
    async keep(cell) {
      hold(cell)
      await archive?.keepFinding({kind: 'shared', a: cell.a, b: cell.b, analysis}, cell)
    }
  }
}

function shelved(cell: SharedCell, shelf: TreeShelf, packed?: Uint8Array): SharedCell {
  return new ShelvedCell(cell, packed ? shelf.keepPacked<SharedCell>(packed) : shelf.keep(cell))
}

/** A class, since an object with a getter of its own takes four times the memory. */
class ShelvedCell implements SharedCell {
  readonly a: string
  readonly b: string
  readonly goals: [a: number, b: number]
  readonly same: number
  readonly related: number
  readonly #read: () => SharedCell

  constructor({a, b, goals, same, related}: SharedCell, read: () => SharedCell) {
    this.a = a
    this.b = b
    this.goals = goals
    this.same = same
    this.related = related
    this.#read = read
  }

  get surest(): SharedCell['surest'] {
    return this.#read().surest
  }

  toJSON(): SharedCell {
    const {a, b, goals, same, related, surest} = this
    return {a, b, goals, same, related, surest}
  }
}

/** Plans whose cells are asked for at a time: few enough to be in memory as they are packed. */
const plansAtOnce = 200

function* chunks<Thing>(things: readonly Thing[]): Generator<Thing[]> {
  for (let at = 0; at < things.length; at += plansAtOnce) yield things.slice(at, at + plansAtOnce)
}

function* mapped<Thing, Made>(things: Iterable<Thing>, make: (thing: Thing) => Made): Generator<Made> {
  for (const thing of things) yield make(thing)
}

const signalOf = ({signal}: Pick<MatrixOptions, 'signal'>) => (signal ? {signal} : {})
