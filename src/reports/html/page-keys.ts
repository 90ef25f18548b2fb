/** What each part of the reports is made from, as a short key: with the same key as in an earlier run it need not be made again. */
import {createHash} from 'node:crypto'
import type {RunResult} from '../../analyses/types.ts'
import type {PlanEntry, Site, SitePages} from './context.ts'

/** undefined where the part is to be made in any case. */
type Key = string | undefined

/** Of what stands in tables and data files. */
export interface PartKeys {
  /** A plan's tree, with its name and its page. */
  tree(plan: string): Key
  /** The same, and what was found in it. */
  found(plan: string): Key
  /** The changes of one report of the run. */
  changes(report: number): Key
  /** The overlaps of one report of the run, with the names of its plans. */
  overlaps(report: number): Key
}

/** Of whole pages. */
export interface PageKeys {
  plan(entry: PlanEntry): Key
  gaps(entry: PlanEntry): Key
  changes(place: SitePages['changes'][number]): Key
  overlaps(place: SitePages['overlaps'][number]): Key
  /** The words of some plans, for the search. */
  words(plans: readonly PlanEntry[]): Key
}

const made = new WeakMap<Site, PartKeys>()

/**
 * Keys from the origins of the run. Whatever a part prints must be in its key: trees and findings by what they were made from,
 * the names and paths of every plan that it names. What is made from the whole run has no key: it is made each time.
 */
export function partKeys(site: Site): PartKeys {
  const known = made.get(site) ?? keysOfParts(site)
  made.set(site, known)
  return known
}

function keysOfParts(site: Site): PartKeys {
  const {origins} = site.run
  if (!origins) return {tree: none, found: none, changes: none, overlaps: none}
  const tree = remembering((id: string) => keyOf([origins.all, ...planFacts(site, id)]))
  const found = remembering((id: string) => {
    const study = origins.studies.get(id)
    return study && keyOf([tree(id), study.from, study.quotes.map(tree)])
  })
  return {
    tree,
    found,
    changes(report) {
      const {before, after} = site.run.changes[report]!
      return keyOf(['changes', origins.changes[report], tree(before.id), tree(after.id)])
    },
    overlaps(report) {
      const {plans} = site.run.overlaps[report]!
      return keyOf(['overlaps', origins.overlaps[report], plans, plans.map(({id}) => tree(id))])
    }
  }
}

/** The same for the pages of plans and pairs; beside their parts they hold what stands on all pages. */
export function pageKeys(site: Site): PageKeys {
  const {origins} = site.run
  if (!origins) return {plan: none, gaps: none, changes: none, overlaps: none, words: none}
  const {tree, found, changes: changesKey} = partKeys(site)
  const all = keyOf(everyPage(site))
  const numbers = new Map(site.plans.map(({id}, index) => [id, index]))
  return {
    plan({id}) {
      const changes = (site.changesOf.get(id) ?? []).map(
        (place) => origins.changes[place.report] && [place.path, changeFacts(site.run, place.report)]
      )
      const overlaps = (site.overlapsOf.get(id) ?? []).map((place) => {
        const from = origins.overlaps[place.report]
        return from && [place.path, from, tree(place.a), tree(place.b)]
      })
      return keyOf(['plan', all, found(id), changes, overlaps])
    },
    gaps: ({id}) => keyOf(['gaps', all, found(id)]),
    changes: ({report}) => keyOf(['changes', all, changesKey(report)]),
    overlaps: ({a, b, report, path, compare}) =>
      keyOf(['overlaps', all, origins.overlaps[report], path, compare, found(a), found(b)]),
    words: (plans) =>
      keyOf([
        'words',
        plans.map(({id}) => [
          numbers.get(id),
          tree(id),
          // Plans are named by their numbers.
          (site.overlapsOf.get(id) ?? []).map(({a, b, report}) => [
            origins.overlaps[report],
            numbers.get(a),
            numbers.get(b)
          ])
        ])
      ])
  }
}

const none = () => undefined

function remembering<Answer>(ask: (id: string) => Answer): (id: string) => Answer {
  const known = new Map<string, Answer>()
  return (id) => {
    if (!known.has(id)) known.set(id, ask(id))
    return known.get(id)!
  }
}

/** A hash of the parts; undefined as soon as one of them, or one within them, is. */
export function keyOf(parts: readonly unknown[]): Key {
  let whole = true
  const text = JSON.stringify(parts, (_, value: unknown) => {
    if (value === undefined) whole = false
    return value
  })
  return whole ? createHash('sha256').update(text).digest('base64url').slice(0, 22) : undefined
}

/** What the frame of every page holds. */
function everyPage({title, options, plans, pages}: Site): readonly unknown[] {
  const {changes, overlaps, coverage, clusters} = pages
  const only = <Place>(places: readonly Place[]) => (places.length === 1 ? places : places.length > 0)
  return [
    title,
    options.record?.version ?? '',
    options.noScript === true,
    plans.length > 0,
    only(changes),
    only(overlaps),
    coverage,
    clusters
  ]
}

/** What a page may print of a plan beside its tree; the tree hangs on the digest. */
function planFacts({planById, pictures}: Site, id: string): readonly unknown[] {
  const entry = planById.get(id)
  if (!entry) return [id]
  const {plan, path, slug, name, short, side, hasGoals} = entry
  const drawn = pictures
    ? Array.from({length: plan.source.pages}, (_, index) => {
        const picture = pictures(plan, index + 1)
        return picture ? [picture.type, picture.width, picture.height, picture.points ?? null] : 0
      })
    : []
  return [id, path, slug, name, short, side, hasGoals, plan.source.path, plan.warnings, drawn]
}

/** Of changes a plan's page tells how many there are, and what the two sides are called. */
function changeFacts({changes}: RunResult, report: number): readonly unknown[] {
  const {before, after, summary} = changes[report]!
  const side = ({title, period, status}: typeof before) => [title, period ?? null, status ?? null]
  return [before.id, after.id, side(before), side(after), summary.substantive, summary.editorial]
}
