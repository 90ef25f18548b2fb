/** The static site of one run: paths to contents. Pure: the same run gives the same bytes. */
import type {ChangeReport, GapReport, OverlapReport, PlanRef, RunResult} from '../../analyses/types.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {planSummaryDocx} from '../docx/plan-summary.ts'
import {pageScript, searchScript, styleSheet} from './assets.ts'
import {changesPage} from './changes-page.ts'
import {clustersPage} from './clusters-page.ts'
import {comparePage} from './compare-page.ts'
import {type Context, type Site, siteOf, summaryPath} from './context.ts'
import {coveragePage} from './coverage-page.ts'
import {gapsIndexPage, gapsPage} from './gaps-page.ts'
import {indexPages} from './index-page.ts'
import {methodsPage} from './methods-page.ts'
import type {SiteOptions} from './options.ts'
import {overlapsPage} from './overlaps-page.ts'
import {planPage} from './plan-page.ts'
import {picturePath} from './plan-pictures.ts'
import {searchFiles, searchPage} from './search-page.ts'

/** Everything to write into the report folder: 'index.html', 'plans/….html', 'assets/planlens.css' … */
export function siteFiles(run: RunResult, options: SiteOptions = {}): Map<string, string | Uint8Array> {
  return new Map(sitePages(siteOf(run, options)))
}

/** The same one after the other: a page is made when it is asked for. */
export function* sitePages(site: Site): Generator<[string, string | Uint8Array]> {
  const {run, options} = site
  const made = (path: string, make: (context: Context) => string): [string, string] => [
    path,
    make({site, path, single: false})
  ]
  for (const {path, text} of indexPages({site, path: 'index.html', single: false})) yield [path, text]
  for (const entry of site.plans) {
    yield made(entry.path, (context) => planPage(context, entry))
    yield [summaryPath(entry), planSummaryDocx(entry.plan, site.gapsOf.get(entry.id) ?? [])]
  }
  for (const {path, report} of site.pages.changes)
    yield made(path, (context) => changesPage(context, run.changes[report]!))
  for (const entry of site.plans)
    yield made(site.pages.gaps.get(entry.id)!, (context) =>
      gapsPage(context, {id: entry.id, title: entry.plan.title}, site.gapsOf.get(entry.id) ?? [])
    )
  if (site.plans.length) yield made('gaps/index.html', gapsIndexPage)
  for (const place of site.pages.overlaps) {
    const [report, a, b] = pairOf(run, place)
    yield made(place.path, (context) => overlapsPage(context, report, a, b, place.compare))
    const compare = comparePage({site, path: place.compare, single: false}, report, a, b, place.path)
    if (compare) yield [place.compare, compare]
  }
  if (site.pages.coverage) yield made('coverage.html', coveragePage)
  if (site.pages.clusters) yield made('clusters.html', clustersPage)
  yield made('methods.html', methodsPage)
  yield ['assets/planlens.css', styleSheet()]
  yield ['assets/planlens.js', options.noScript ? '' : pageScript()]
  if (site.plans.length && !options.noScript) {
    yield made('search.html', searchPage)
    yield ['assets/search.js', searchScript()]
    yield* searchFiles(site)
  }
  yield* pictureFiles(site)
}

function pairOf(run: RunResult, place: {a: string; b: string; report: number}): [OverlapReport, PlanRef, PlanRef] {
  const report = run.overlaps[place.report]!
  const ref = (id: string) => report.plans.find((plan) => plan.id === id)!
  return [report, ref(place.a), ref(place.b)]
}

function* pictureFiles({plans, pictures}: Site): Generator<[string, Uint8Array]> {
  if (!pictures) return
  for (const entry of plans)
    for (let page = 1; page <= entry.plan.source.pages; page += 1) {
      const picture = pictures(entry.plan, page)
      if (picture) yield [picturePath(entry, page, picture.type), picture.bytes]
    }
}

/** One report as one file with its style and script inside, to be sent by mail. `plans` adds what is known of the two. */
export function changesFile(report: ChangeReport, plans: readonly Plan[] = [], options: SiteOptions = {}): string {
  return changesPage(single({plans, changes: [report]}, options), report)
}

/** The gaps of each plan of the report in one file; several plans are several pages, so the report names one. */
export function gapsFile(report: GapReport, plans: readonly Plan[] = [], options: SiteOptions = {}): string {
  const ref = report.plans[0] ?? {id: '', title: ''}
  return gapsPage(single({plans, gaps: report}, options), ref, report.gaps)
}

/** The pairs of the first two plans of a report in one file. */
export function overlapsFile(report: OverlapReport, plans: readonly Plan[] = [], options: SiteOptions = {}): string {
  const [a, b] = report.plans
  if (!a || !b) throw new TypeError('an overlap report needs two plans')
  return overlapsPage(single({plans, overlaps: [report]}, options), report, a, b)
}

interface Part {
  plans: readonly Plan[]
  changes?: ChangeReport[]
  overlaps?: OverlapReport[]
  gaps?: GapReport
}

function single(
  {plans, changes = [], overlaps = [], gaps = {plans: [], gaps: []}}: Part,
  options: SiteOptions
): Context {
  const run: RunResult = {
    plans: [...plans],
    pairs: [],
    failures: [],
    changes,
    overlaps,
    gaps,
    coverage: {plans: [], themes: [], cells: []}
  }
  return {site: siteOf(run, options), path: 'report.html', single: true}
}
