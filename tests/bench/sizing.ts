/**
 * `npm run bench -- sizing [COUNCILS STRATEGIES VERSIONS]`: five years of an archive, week by week. Plans come in as councils
 * publish them (drafts and finals, most in spring and autumn), seeded; each costs what its kind and length cost. The costs are
 * those that the other benches measured; what is simulated is how they fall together: the first load, the weeks, the disk.
 */
import {numbers} from '../support/numbers.ts'

/** Seconds of one core and bytes; where each was measured. */
const costs = {
  /** `bench -- archive`: program, model and database opened; files hashed and known plans recalled, each week. */
  start: 2.5,
  known: 0.004,
  /** `bench -- archive`: reading text and keeping it; `bench -- reading`: a page of PDF; OCR of one page. */
  text: 0.08,
  pdfPage: 0.015,
  ocrPage: 2,
  /** Analyses of a plan by words, plan against plan included, its pages and rows: the first run of `bench -- archive`, less the reading. */
  analysis: 0.17,
  written: 0.08,
  /** A sentence vector that was not seen before (MiniLM on one core). */
  vector: 0.022,
  /** What is made over the whole archive each week, a plan: pairs, shared commitments, data files written again: ten new of 1,000. */
  whole: 0.045,
  archiveBytes: 75_000,
  reportBytes: 550_000,
  vectorBytes: 384 * 4 + 32
} as const

/** A plan that comes in. */
interface Arrival {
  week: number
  kind: 'text' | 'pdf' | 'scan'
  pages: number
  /** Sentences that no plan before has said. */
  fresh: number
}

const weeksAYear = 52
const years = 5
/** Of the files that councils publish: what the real plans of the sample showed, rounded. */
const kinds = [
  ['pdf', 0.8],
  ['text', 0.17],
  ['scan', 0.03]
] as const
/** Share of the sentences of a later version that are new: drafts and finals share nearly all, successive plans little. */
const freshShare = [1, 0.12, 0.7, 0.12, 0.7]

export function bench(argv: string[]): void {
  const [councils = 400, strategies = 20, versions = 5] = argv.map(Number)
  const random = numbers(1)
  const arrivals = Array.from({length: councils * strategies}, () => strategy(versions, random)).flat()
  const first = arrivals.filter(({week}) => week < 0)
  print(`${councils} councils, ${strategies} strategies, ${versions} versions: ${arrivals.length} files`)
  print(`${first.length} of them stand at the start; the others come in over ${years} years`)
  for (const embedder of [true, false]) {
    print(embedder ? '\nwith sentence vectors' : '\nby words alone')
    for (const cores of [2, 8, 32]) simulated(arrivals, cores, embedder)
  }
}

/** One strategy's versions, spread over the years before and after the start. */
function strategy(versions: number, random: () => number): Arrival[] {
  const long = 4 + Math.floor(60 * random() ** 2)
  const draw = random()
  const kind: Arrival['kind'] = draw < kinds[0][1] ? 'pdf' : draw < kinds[0][1] + kinds[1][1] ? 'text' : 'scan'
  let week = Math.floor((random() - 0.6) * years * weeksAYear * 1.5)
  return Array.from({length: versions}, (_, number) => {
    const pages = Math.max(1, Math.round(long * (0.8 + 0.4 * random())))
    const sentences = pages * 12
    const arrival = {
      week: inSeason(week, random),
      kind,
      pages,
      sentences,
      fresh: sentences * (freshShare[number % 5] ?? 0.5)
    }
    // A final some months after its draft, the next plan some years after that.
    week += number % 2 === 0 ? 8 + Math.floor(16 * random()) : 80 + Math.floor(120 * random())
    return arrival
  }).filter(({week}) => week < years * weeksAYear)
}

/** Two of three plans come before April and in autumn. */
function inSeason(week: number, random: () => number): number {
  if (random() < 1 / 3) return week
  const year = Math.floor(week / weeksAYear) * weeksAYear
  return year + (random() < 0.5 ? 8 + Math.floor(6 * random()) : 38 + Math.floor(8 * random()))
}

function secondsOf({kind, pages, fresh}: Arrival, embedder: boolean): number {
  const reading = kind === 'text' ? costs.text : costs.text + pages * (kind === 'pdf' ? costs.pdfPage : costs.ocrPage)
  return reading + costs.analysis + (embedder ? fresh * costs.vector : 0)
}

function simulated(arrivals: readonly Arrival[], cores: number, embedder: boolean): void {
  const weeks = Map.groupBy(arrivals, ({week}) => Math.max(-1, week))
  const took: number[] = []
  let [plans, sentences, load] = [0, 0, 0]
  for (let week = -1; week < years * weeksAYear; week += 1) {
    const fresh = weeks.get(week) ?? []
    // Files are shared among the cores, the longest first; what is written and what is made of the whole is not.
    const loads = new Float64Array(cores)
    for (const seconds of fresh.map((each) => secondsOf(each, embedder)).sort((a, b) => b - a))
      loads[loads.indexOf(Math.min(...loads))]! += seconds
    const alone =
      costs.start + plans * costs.known + fresh.length * costs.written + (plans + fresh.length) * costs.whole
    const seconds = Math.max(...loads) + alone
    plans += fresh.length
    sentences += fresh.reduce((sum, each) => sum + each.fresh, 0)
    if (week < 0) load = seconds
    else took.push(seconds)
  }
  took.sort((a, b) => a - b)
  const at = (share: number) => minutes(took[Math.floor((took.length - 1) * share)]!)
  const bytes = plans * costs.archiveBytes + (embedder ? sentences * costs.vectorBytes : 0)
  print(
    `${cores} cores: first load ${(load / 3600).toFixed(1)} h; a week ${at(0.5)} in the middle, ${at(0.95)} at the 95th, ${at(1)} at most; in the end ${plans} plans, archive and vectors ${gigabytes(bytes)}, reports ${gigabytes(plans * costs.reportBytes)}`
  )
}

const minutes = (seconds: number) => `${(seconds / 60).toFixed(1)} min`
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`
const print = (line: string) => process.stdout.write(`${line}\n`)
