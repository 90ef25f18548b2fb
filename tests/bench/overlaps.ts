import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {cpuUsage} from 'node:process'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {parse} from 'yaml'
import {openEmbedder} from '../../src/analyses/embedding/open.ts'
import {bandFrom} from '../../src/analyses/meaning/bands.ts'
import {evidenceOf} from '../../src/analyses/meaning/evidence.ts'
import {type Meaning, meaningsOf} from '../../src/analyses/meaning/meaning.ts'
import {exactNearest, nearest} from '../../src/analyses/meaning/neighbours.ts'
import {relate} from '../../src/analyses/meaning/relate.ts'
import {pairingOf} from '../../src/analyses/meaning/signs.ts'
import type {MeaningUnit} from '../../src/analyses/meaning/units.ts'
import {meanOf} from '../../src/analyses/meaning/vectors.ts'
import type {Plan, PlanNode, PlanNodeType} from '../../src/plan-tree/nodes.ts'
import {calibrationError, f1At, fittedLine, ranking} from './overlap-scores.ts'
import {unlikeUnits} from './unit-vectors.ts'

/**
 * `npm run bench -- overlaps [--gold FOLDER] [--units 50000] [--centre]`: graded pairs of plans ranked and banded in both tiers,
 * with the threshold chosen on one pair and tried on the other; time of two plans; all against all of an archive against
 * brute force; `--centre` writes genre-centre.json anew.
 */
export async function bench(argv: string[]): Promise<void> {
  const {values} = parseArgs({
    args: argv,
    options: {
      gold: {type: 'string', default: '../shared/gold/overlaps'},
      units: {type: 'string', default: '50000'},
      centre: {type: 'boolean'}
    }
  })
  if (values.centre) return writeCentre()
  if (existsSync(`${values.gold}/pairs.jsonl`))
    for (const tier of ['minilm', 'none'] as const) await graded(values.gold, tier)
  else print(`no graded pairs in ${values.gold}: skipped`)
  await archive(Number(values.units))
}

const print = (line: string) => process.stdout.write(`${line}\n`)

interface GradedUnit {
  id: string
  plan: string
  level: 'outcome' | 'priority' | 'measure'
  kind?: string
  parent: string
  text: string
}
export interface GradedPair {
  a: string
  b: string
  grade: number
}

const jsonLines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

async function graded(folder: string, choice: 'minilm' | 'none'): Promise<void> {
  const units = jsonLines(`${folder}/units.jsonl`) as GradedUnit[]
  const pairs = jsonLines(`${folder}/pairs.jsonl`) as GradedPair[]
  const names = [...new Set(pairs.map(({a, b}) => `${a.slice(0, 3)} ${b.slice(0, 3)}`))].sort()
  const embedder = await openEmbedder({embedder: choice})
  const meanings = new Map<string, Meaning>()
  const plans = [...new Set(names.flatMap((name) => name.split(' ')))]
  const sets = plans.map((plan) => setOf(units.filter((unit) => unit.plan === plan)))
  const texts = sets.flatMap(({units: all}) => all.map(({text}) => text))
  const alone = await time(async () => {
    await (await openEmbedder({embedder: choice})).embed([...new Set(texts)])
  })
  const first = await time(async () => {
    for (const [at, meaning] of (await meaningsOf(sets, {embedder})).entries()) meanings.set(plans[at]!, meaning)
    for (const name of names) relate(...both(meanings, name), {between: true})
  })
  const again = await time(async () => {
    for (const [at, meaning] of (await meaningsOf(sets, {embedder})).entries()) meanings.set(plans[at]!, meaning)
    for (const name of names) relate(...both(meanings, name), {between: true})
  })
  const rows = names.map((name) => {
    const [a, b] = both(meanings, name)
    const {logOdds} = evidenceOf(pairingOf(a, b), a.tier, {between: true})
    const grades = gradesOf(a, b, pairs)
    return {name, logOdds, grades, ...ranking(logOdds, grades)}
  })
  for (const row of rows) {
    const other = rows.find(({name}) => name !== row.name)
    const ours = f1At(row.logOdds, row.grades, bandFrom.related)
    const theirs = other ? bestThreshold(other.logOdds, other.grades) : bandFrom.related
    const tuned = f1At(row.logOdds, row.grades, theirs)
    const asItIs = calibrationError(row.logOdds, row.grades, 10)
    const line = other ? fittedLine(other.logOdds, other.grades, 10) : undefined
    const fitted = line && calibrationError(row.logOdds, row.grades, 10, line)
    print(
      `${choice} ${row.name}: MRR ${row.mrr.toFixed(3)}  recall@3 ${row.recall3.toFixed(3)}  F1 ${ours.f1.toFixed(3)} (threshold of the other pair, ${theirs.toFixed(1)}: ${tuned.f1.toFixed(3)})  false friends ${ours.fooled}/${ours.friends}`
    )
    print(
      `${choice} ${row.name}: calibration error ${asItIs.all.toFixed(3)} of what is shown, ${asItIs.lookedAt.toFixed(3)} from a probability of 0.05 on${line && fitted ? `; by a line fitted on the other pair (${line.slope.toFixed(2)} x ${line.offset < 0 ? '-' : '+'} ${Math.abs(line.offset).toFixed(2)}) ${fitted.all.toFixed(3)}, ${fitted.lookedAt.toFixed(3)}` : ''}`
    )
  }
  print(
    `${choice}: embedding alone ${alone.toFixed(2)} s, first run ${first.toFixed(2)} s, embedded already ${again.toFixed(2)} s (processor time, ${texts.length} units, ${names.length} pairs)`
  )
}

function both(meanings: ReadonlyMap<string, Meaning>, name: string): [Meaning, Meaning] {
  const [a, b] = name.split(' ')
  return [meanings.get(a!)!, meanings.get(b!)!]
}

/** The graded units as a plan that has nothing else. */
function setOf(graded: GradedUnit[]): {units: MeaningUnit[]; plan: Plan} {
  const typeOf = ({level, kind}: GradedUnit): PlanNodeType =>
    level === 'measure' ? (kind === 'milestone' ? 'milestone' : 'measure') : kind === 'action' ? 'action' : level
  const units = graded.map(
    (unit): MeaningUnit => ({
      id: unit.id,
      plan: unit.plan,
      type: typeOf(unit),
      text: unit.text,
      detail: null,
      parent: unit.parent || null,
      label: null,
      pages: []
    })
  )
  const children = graded.map(({text}): PlanNode => ({type: 'passage', value: text, pages: []}))
  return {units, plan: {type: 'plan', digest: graded[0]!.plan, title: '', children} as unknown as Plan}
}

function gradesOf(a: Meaning, b: Meaning, pairs: GradedPair[]): Map<string, number> {
  const left = new Map(a.readings.map(({unit}, at) => [unit.id, at]))
  const right = new Map(b.readings.map(({unit}, at) => [unit.id, at]))
  const grades = new Map<string, number>()
  for (const {a: x, b: y, grade} of pairs)
    for (const [p, q] of [
      [x, y],
      [y, x]
    ] as const)
      if (left.has(p) && right.has(q)) grades.set(`${left.get(p)} ${right.get(q)}`, grade)
  return grades
}

function bestThreshold(logOdds: Float64Array[], grades: ReadonlyMap<string, number>): number {
  let best = {threshold: 0, f1: -1}
  for (let threshold = -4; threshold <= 2; threshold += 0.1) {
    const {f1} = f1At(logOdds, grades, threshold)
    if (f1 > best.f1) best = {threshold, f1}
  }
  return best.threshold
}

/** Queries whose exact neighbours are worked out: brute force of all is that, scaled. */
const asked = 300

async function archive(count: number): Promise<void> {
  const vectors = unlikeUnits(count)
  const places = Array.from({length: asked}, (_, n) => Math.floor((n * count) / asked))
  let exact: Int32Array[] = []
  const brute = await time(async () => {
    exact = exactNearest(vectors, 10, places)
  })
  let found: Awaited<ReturnType<typeof nearest>> | undefined
  const graph = await time(async () => {
    found = await nearest(vectors, 10)
  })
  const hits = places.reduce(
    (sum, at, n) => sum + exact[n]!.filter((place) => found!.neighbours[at]!.includes(place)).length,
    0
  )
  const all = (brute * count) / asked
  print(
    `archive of ${count} units by ${found!.by}: ${graph.toFixed(1)} s, brute force ${all.toFixed(0)} s (${asked} of its rows, scaled): 1/${(all / graph).toFixed(0)}, recall@10 ${(hits / (asked * 10)).toFixed(4)}, memory ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB`
  )
}

/** Processor seconds: other programs on the machine do not count. */
async function time(work: () => Promise<void>): Promise<number> {
  const before = cpuUsage()
  await work()
  const {user, system} = cpuUsage(before)
  return (user + system) / 1e6
}

async function writeCentre(): Promise<void> {
  const at = (name: string) => fileURLToPath(new URL(`../../src/analyses/embedding/${name}`, import.meta.url))
  const {sentences} = parse(readFileSync(at('genre.yaml'), 'utf8')) as {sentences: string[]}
  const vectors = await (await openEmbedder()).embed(sentences)
  const mean = meanOf(vectors, vectors[0]!.length)
  writeFileSync(at('genre-centre.json'), `${JSON.stringify(Array.from(mean, (value) => Number(value.toFixed(5))))}\n`)
}
