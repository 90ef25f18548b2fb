/** Where every page of the site stands, and how one page names and reaches the others. */
import type {AnsweredAsk, CoverageCell, Gap, PlanPair, PlanRef, PlanTally, RunResult} from '../../analyses/types.ts'
import type {Plan, PlanNode} from '../../plan-tree/nodes.ts'
import {type Unit, unitNodes} from '../../plan-tree/units.ts'
import {hasGoals} from '../figures.ts'
import {planNames} from '../names.ts'
import {noTally, ofPlan, talliesOf} from '../tallies.ts'
import {numberInWords} from '../wording.ts'
import type {PagePictures, SiteOptions} from './options.ts'

/** Which of two marks a body carries: solid (first) or hatched (second). Further bodies carry none. */
export type Side = 'east' | 'west' | ''

/** A plan as the site knows it. */
export interface PlanEntry {
  plan: Plan
  id: string
  /** Path of its page from the site's root. */
  path: string
  slug: string
  /** Name of the plan whatever its version. */
  name: string
  /** Short name for chips, columns and trails; unique in the run. */
  short: string
  side: Side
  /** Whether anything of a plan was found in the file: a file without goals is shown, and counted nowhere. */
  hasGoals: boolean
  units: Unit[]
  unitById: ReadonlyMap<string, Unit>
  idOf: ReadonlyMap<PlanNode, string>
}

export interface Site {
  run: RunResult
  title: string
  options: SiteOptions
  plans: PlanEntry[]
  planById: ReadonlyMap<string, PlanEntry>
  /** Findings by the digest of their plan, and how many there are. */
  gapsOf(digest: string): readonly Gap[]
  asksOf(digest: string): readonly AnsweredAsk[]
  cellsOf(digest: string): readonly CoverageCell[]
  tallyOf(digest: string): PlanTally
  pictures: PagePictures | undefined
  /** Pages of changes and overlaps by the plans they speak of; a plan without any has no entry. */
  changesOf: ReadonlyMap<string, readonly SitePages['changes'][number][]>
  overlapsOf: ReadonlyMap<string, readonly SitePages['overlaps'][number][]>
  /** Paths of the pages that exist, by what they show. */
  pages: SitePages
}

export interface SitePages {
  changes: {report: number; path: string}[]
  overlaps: {a: string; b: string; report: number; path: string; compare: string}[]
  gaps: ReadonlyMap<string, string>
  coverage: boolean
  clusters: boolean
  /** Plan against plan, where there are more than the overview tells of. */
  matrix: boolean
}

/** One page while it is written: its own path, so that links lead from it. */
export interface Context {
  site: Site
  path: string
  /** One file by itself: no other page to lead to. */
  single: boolean
}

/** A link from the page being written to another place of the site. */
export function to(context: Context, path: string): string {
  const [page = '', anchor] = path.split('#')
  const hash = anchor === undefined ? '' : `#${encodeURIComponent(anchor).replaceAll('%2F', '/')}`
  if (page === '' || page === context.path) return hash || '#main'
  const depth = context.path.split('/').length - 1
  return `${'../'.repeat(depth)}${page}${hash}`
}

/** One letter for each type: anchors stand on a page thousands of times. */
const typeLetters: Readonly<Record<string, string>> = {
  outcome: 'o',
  priority: 'p',
  action: 'a',
  measure: 'm',
  milestone: 's',
  rationale: 'r',
  voice: 'v',
  lead: 'l',
  date: 'd',
  target: 't',
  statistic: 'f',
  reference: 'n',
  restatement: 'g',
  passage: 'w',
  achievement: 'h',
  glossaryEntry: 'e'
}

/** 'g/2iu5o7bs1lbpb' for 'priority-no-measure-2iu5o7bs1lbpb': the digest in a gap's id is of its rule, too. */
export function gapAnchor({id, rule}: Pick<Gap, 'id' | 'rule'>): string {
  const digest = id.startsWith(`${rule}-`) ? id.slice(rule.length + 1) : ''
  return `g/${/^[0-9a-z]{8,}(?:-\d+)?$/.test(digest) ? digest : id}`
}

/** 'o1p2m1' for 'outcome-1/priority-2/measure-1'; an id of another make is kept, after 'u/'. */
export function unitAnchor(unit: string): string {
  let anchor = ''
  for (const step of unit.split('/')) {
    const [type = '', count = ''] = step.split('-')
    const letter = Object.hasOwn(typeLetters, type) ? typeLetters[type] : undefined
    if (letter === undefined || !/^[1-9]\d{0,5}$/.test(count) || step !== `${type}-${count}`) return `u/${unit}`
    anchor += letter + count
  }
  return anchor
}

export const boxAnchor = (unit: string): string => `b/${unitAnchor(unit)}`

/** A class, since objects with getters of their own take four times the memory: of ten thousand plans 8 MB. */
class EntryOf implements PlanEntry {
  readonly plan: Plan
  readonly id: string
  readonly path: string
  readonly slug: string
  readonly name: string
  readonly short: string
  readonly side: PlanEntry['side']
  readonly hasGoals: boolean

  constructor(plan: Plan, {slug, name, short}: Pick<PlanEntry, 'slug' | 'name' | 'short'>, side: PlanEntry['side']) {
    this.plan = plan
    this.id = plan.digest
    this.path = `plans/${slug}.html`
    this.slug = slug
    this.name = name
    this.short = short
    this.side = side
    this.hasGoals = hasGoals(plan)
  }

  get units(): PlanEntry['units'] {
    return unitsIn(this.plan).units
  }

  get unitById(): PlanEntry['unitById'] {
    return unitsIn(this.plan).unitById
  }

  get idOf(): PlanEntry['idOf'] {
    return unitsIn(this.plan).idOf
  }
}

/** The run as a site: names, paths and sides, all from the run alone. */
export function siteOf(run: RunResult, options: SiteOptions): Site {
  const names = planNames(run.plans)
  const bodies = bodiesOf(run.plans)
  const plans = run.plans.map((plan, index): PlanEntry => {
    const side = bodies.length < 2 ? 'east' : sideAt(bodies.indexOf(bodyOf(plan)))
    return new EntryOf(plan, names[index]!, side)
  })
  const planById = new Map(plans.map((entry) => [entry.id, entry]))
  const pages = pagesOf(run, planById)
  const changesOf = byPlan(pages.changes, ({report}) => {
    const {before, after} = run.changes[report]!
    return [before.id, after.id]
  })
  const overlapsOf = byPlan(pages.overlaps, ({a, b}) => [a, b])
  const tallies = talliesOf(run)
  return {
    run,
    options,
    plans,
    planById,
    gapsOf: ofPlan(run.gaps.gaps),
    asksOf: ofPlan(run.gaps.asks ?? []),
    cellsOf: ofPlan(run.coverage.cells),
    tallyOf: (digest) => tallies.get(digest) ?? noTally,
    changesOf,
    overlapsOf,
    pictures: options.pictures,
    title: options.title ?? titleOf(run),
    pages
  }
}

function byPlan<Place>(places: readonly Place[], plansOf: (place: Place) => readonly string[]): Map<string, Place[]> {
  const found = new Map<string, Place[]>()
  for (const place of places)
    for (const plan of new Set(plansOf(place))) {
      const own = found.get(plan)
      if (own) own.push(place)
      else found.set(plan, [place])
    }
  return found
}

type Units = Pick<PlanEntry, 'units' | 'unitById' | 'idOf'>

/** Made anew for a tree that was read again: an archive's units are too many to hold them all. */
const unitsOfTree = new WeakMap<Plan['children'], Units>()

function unitsIn(plan: Plan): Units {
  const {children} = plan
  const known = unitsOfTree.get(children)
  if (known) return known
  const nodes = unitNodes(plan)
  const units = nodes.map(({unit}) => unit)
  const made = {
    units,
    unitById: new Map(units.map((unit) => [unit.id, unit])),
    idOf: new Map(nodes.map(({unit, node}) => [node, unit.id]))
  }
  unitsOfTree.set(children, made)
  return made
}

/** Bodies by how many plans they have, so that the two marks go to those that most pages speak of. */
function bodiesOf(plans: readonly Plan[]): string[] {
  const counts = Map.groupBy(plans, bodyOf)
  return [...counts].sort(([a, x], [b, y]) => y.length - x.length || compareText(a, b)).map(([body]) => body)
}

const sideAt = (index: number): Side => (index === 0 ? 'east' : index === 1 ? 'west' : '')

/** The place, or failing that the body, that a plan is listed under; '' when it names neither. */
export function bodyOf(plan: Plan): string {
  return plan.authority ?? plan.publisher ?? ''
}

/** By code unit: the one order of text in reports. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function titleOf(run: RunResult): string {
  const read = run.plans.filter(hasGoals)
  const bodies = [...new Set((read.length ? read : run.plans).map(bodyOf))].sort(compareText)
  const isOpen = bodies[0] === ''
  if (isOpen) bodies.shift()
  if (bodies.length === 0) return 'Plans'
  // Plans that name no body are of others, as far as is known
  if (bodies.length <= 2) return `Plans of ${[...bodies, ...(isOpen ? ['others'] : [])].join(' and ')}`
  const round = roundBelow(bodies.length)
  return round === undefined
    ? `Plans of ${numberInWords(bodies.length)} authorities`
    : `Plans of more than ${round} authorities`
}

/** Authorities that a title counts one by one. It stands on every page: with one more body a large archive keeps its title. */
const countedMost = 20

/** The round number below a large one: 50 of 87; undefined for a small one. */
function roundBelow(amount: number): number | undefined {
  if (amount <= countedMost) return undefined
  const power = 10 ** Math.floor(Math.log10(amount - 1))
  return [5 * power, 2 * power, power].find((round) => round < amount)
}

/** Plans up to which the overview shows each against each. */
export const matrixMost = 12

function pagesOf(run: RunResult, planById: ReadonlyMap<string, PlanEntry>): SitePages {
  const slug = (ref: {id: string}) => planById.get(ref.id)?.slug ?? ref.id.slice(0, 8)
  const overlaps = run.overlaps.flatMap((report, index) =>
    pairsOf(report.plans).map(([a, b]) => {
      const name = `${slug(a)}--${slug(b)}.html`
      return {a: a.id, b: b.id, report: index, path: `overlaps/${name}`, compare: `compare/${name}`}
    })
  )
  return {
    changes: run.changes.map((report, index) => ({
      report: index,
      path: `changes/${slug(report.before)}--${slug(report.after)}.html`
    })),
    overlaps,
    gaps: new Map(run.plans.map((plan) => [plan.digest, `gaps/${slug({id: plan.digest})}.html`])),
    coverage: run.coverage.themes.length > 0 && run.coverage.plans.length > 0,
    clusters: (run.clusters?.length ?? 0) > 0,
    matrix: (run.matrix?.plans ?? 0) > matrixMost && run.matrix!.cells.some(({same, related}) => same + related > 0)
  }
}

/** The summary of a plan as a Word file, from the site's root. */
export const summaryPath = ({path}: PlanEntry): string => path.replace(/[.]html$/, '.docx')

/** The newest version of every plan in which goals were found: what the archive holds now. */
export function currentPlans({plans, run}: Site): PlanEntry[] {
  const read = plans.filter(({hasGoals}) => hasGoals)
  return chainsOf(read.length ? read : plans, run.pairs).map((chain) => chain.at(-1)!)
}

function pairsOf(plans: readonly PlanRef[]): [PlanRef, PlanRef][] {
  return plans.flatMap((a, index) => plans.slice(index + 1).map((b): [PlanRef, PlanRef] => [a, b]))
}

/** Versions of one plan, oldest first: each chain once, in the order of the run. A plan by itself is a chain of one. */
export function chainsOf(plans: readonly PlanEntry[], pairs: readonly PlanPair[]): PlanEntry[][] {
  const related = new Map<string, string[]>()
  const elders = new Map<string, number>()
  for (const {a, b} of pairs.filter(({relation}) => relation === 'versions')) {
    related.set(a, [...(related.get(a) ?? []), b])
    related.set(b, [...(related.get(b) ?? []), a])
    elders.set(b, (elders.get(b) ?? 0) + 1)
  }
  const order = new Map(plans.map(({id}, index) => [id, index]))
  const chained = new Set<string>()
  const chains: PlanEntry[][] = []
  for (const entry of plans) {
    if (chained.has(entry.id)) continue
    const members = new Set([entry.id])
    for (const id of members) for (const other of related.get(id) ?? []) members.add(other)
    for (const id of members) chained.add(id)
    const chain = [...members].flatMap((id) => order.get(id) ?? []).sort((x, y) => x - y)
    chains.push(chain.map((index) => plans[index]!).sort((x, y) => (elders.get(x.id) ?? 0) - (elders.get(y.id) ?? 0)))
  }
  return chains
}
