import {readFileSync} from 'node:fs'
import {compare} from '../../src/analyses/changes/comparison.ts'
import type {Passage, Plan} from '../../src/plan-tree/nodes.ts'

/** One line of an alignment file: two drafts by sentence, and the pairs [old, new] that answer to each other. */
export interface AlignedDrafts {
  id: string
  old: string[]
  new: string[]
  pairs: [number, number][]
  /** The pairs that moved; absent where none did. */
  moved?: [number, number][]
}

export interface Scores {
  documents: number
  precision: number
  recall: number
  f1: number
  /** F1 on the pairs whose two texts differ. */
  changed: number
  /** Recall of the pairs of splits and merges. */
  several: number
  movePrecision: number
  moveRecall: number
  moveF1: number
  /** Moves told. */
  moves: number
  /** Runs of neighbours that moved together: what a reader is told at once. */
  blocks: number
  /** Milliseconds a document. */
  ms: number
}

/** Sentences that answer to each other by the comparison of two plans, and whether they are told as moved. */
interface Pair {
  i: number
  j: number
  moved: boolean
}

export function readDrafts(file: string): AlignedDrafts[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AlignedDrafts)
}

interface Count {
  hit: number
  gold: number
  got: number
}

/** Scores the comparison of plans on aligned drafts, over all pairs of all documents together. */
export function scoreDrafts(drafts: readonly AlignedDrafts[], withMoves: boolean): Scores {
  const all: Count = {hit: 0, gold: 0, got: 0}
  const changed: Count = {hit: 0, gold: 0, got: 0}
  const several: Count = {hit: 0, gold: 0, got: 0}
  const moves: Count = {hit: 0, gold: 0, got: 0}
  const started = performance.now()
  const found = drafts.map((draft) => pairsOf(draft, withMoves))
  const ms = (performance.now() - started) / Math.max(1, drafts.length)
  let blocks = 0
  drafts.forEach((draft, at) => {
    const got = found[at]!
    const gone = new Set(got.filter(({moved}) => moved).map(({i, j}) => `${i},${j}`))
    blocks += got.filter(({i, j, moved}) => moved && !gone.has(`${i - 1},${j - 1}`)).length
    const gold = draft.pairs.map(([i, j]) => ({i, j, moved: (draft.moved ?? []).some(([a, b]) => a === i && b === j)}))
    const of = (side: 'i' | 'j', index: number) => gold.filter((pair) => pair[side] === index).length
    const differs = (pair: {i: number; j: number}) => draft.old[pair.i] !== draft.new[pair.j]
    count(all, gold, got)
    count(changed, gold.filter(differs), got.filter(differs))
    count(
      several,
      gold.filter((pair) => of('i', pair.i) > 1 || of('j', pair.j) > 1),
      got
    )
    count(
      moves,
      gold.filter((pair) => pair.moved),
      got.filter((pair) => pair.moved)
    )
  })
  return {
    documents: drafts.length,
    precision: all.hit / all.got,
    recall: all.hit / all.gold,
    f1: f1(all),
    changed: f1(changed),
    several: several.hit / several.gold,
    movePrecision: moves.hit / moves.got,
    moveRecall: moves.hit / moves.gold,
    moveF1: f1(moves),
    moves: moves.got,
    blocks,
    ms
  }
}

/**
 * The pairs of sentences in two plans of one section, a sentence a passage. The alignments that people made hold no pair that
 * crosses others: those count `withMoves` only, and only where a reader is told that they moved.
 */
function pairsOf(draft: AlignedDrafts, withMoves: boolean): Pair[] {
  const [old, now] = [planOf(draft.old), planOf(draft.new)]
  const {matches, olds, news} = compare(old.plan, now.plan)
  const pairs = new Map<string, Pair>()
  for (const {old: from, new: to, place} of matches) {
    if (place === 'aside' || (place === 'moved' && !withMoves)) continue
    for (const a of from)
      for (const b of to) {
        const [i, j] = [old.at.get(olds[a]!.node), now.at.get(news[b]!.node)]
        if (i !== undefined && j !== undefined) pairs.set(`${i},${j}`, {i, j, moved: place === 'moved'})
      }
  }
  return [...pairs.values()].sort((a, b) => a.i - b.i || a.j - b.j)
}

function planOf(sentences: readonly string[]): {plan: Plan; at: Map<unknown, number>} {
  const passages = sentences.map((value): Passage => ({type: 'passage', value, block: 'paragraph', pages: []}))
  const plan: Plan = {
    type: 'plan',
    version: 1,
    digest: '',
    title: 'Draft',
    status: 'unstated',
    source: {path: 'draft.txt', format: 'text', digest: '', pages: 1},
    warnings: [],
    pages: [],
    children: [{type: 'section', role: 'other', title: 'Text', pages: [], children: passages}]
  }
  return {plan, at: new Map(passages.map((each, at) => [each, at]))}
}

function count(into: Count, gold: readonly {i: number; j: number}[], got: readonly {i: number; j: number}[]): void {
  const right = new Set(gold.map(({i, j}) => `${i},${j}`))
  into.gold += right.size
  into.got += got.length
  for (const {i, j} of got) if (right.has(`${i},${j}`)) into.hit += 1
}

const f1 = ({hit, gold, got}: Count): number => (2 * hit) / Math.max(1, gold + got)

/** 0.9812 as '0.981'; a share of nothing as '-'. */
export const figure = (share: number): string => (Number.isFinite(share) ? share.toFixed(3) : '-')
