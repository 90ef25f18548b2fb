/** The static site of one run: paths to contents. Pure: the same run gives the same bytes. */
import type {ChangeReport, ChangeThread, GapReport, OverlapReport, PlanRef, RunResult} from '../../analyses/types.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {type FileContents, type Keep, keepNothing, type ReportFile, whole} from '../contents.ts'
import {planSummaryDocx} from '../docx/plan-summary.ts'
import {pageScript, searchScript, styleSheet} from './assets.ts'
import {changesPage} from './changes/changes-page.ts'
import {editsPage} from './changes/edits-page.ts'
import {comparePage} from './compare-page.ts'
import {type Context, type Site, siteOf, summaryPath} from './context.ts'
import {coveragePage} from './coverage-page.ts'
import {gapsIndexPage, gapsPage} from './gaps-page.ts'
import {indexPages} from './index/index-page.ts'
import {methodsPage} from './methods-page.ts'
import type {SiteOptions} from './options.ts'
import {closestPage} from './overlaps/closest-page.ts'
import {clustersPage} from './overlaps/clusters-page.ts'
import {overlapsPage} from './overlaps/overlaps-page.ts'
import {pageKeys} from './page-keys.ts'
import {picturePath} from './plan/pictures.ts'
import {planPage} from './plan/plan-page.ts'
import {searchFiles, searchPage} from './search-page.ts'

/** Everything to write into the report folder: 'index.html', 'plans/….html', 'assets/planlens.css' … */
export function siteFiles(run: RunResult, options: SiteOptions = {}): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>()
  for (const {path, make} of sitePages(siteOf(run, options))) {
    const contents = make(keepNothing)
    if (contents !== undefined) files.set(path, whole(contents))
  }
  return files
}

/** The same one after the other. */
export function* sitePages(site: Site): Generator<ReportFile> {
  const {run, options} = site
  const keys = pageKeys(site)
  const made = (
    path: string,
    make: (context: Context, keep: Keep) => FileContents | undefined,
    key?: string
  ): ReportFile => ({path, key, make: (keep) => make({site, path, single: false}, keep)})
  for (const {path, text} of indexPages({site, path: 'index.html', single: false})) yield {path, make: () => text}
  for (const entry of site.plans) {
    const key = keys.plan(entry)
    yield made(entry.path, (context) => planPage(context, entry), key)
    const summary = () => planSummaryDocx(entry.plan, site.gapsOf(entry.id))
    yield {path: summaryPath(entry), make: summary, key: keys.gaps(entry)}
  }
  for (const place of site.pages.changes)
    yield made(place.path, (context) => changesPage(context, run.changes[place.report]!), keys.changes(place))
  for (const entry of site.plans) {
    const gaps = (context: Context) => gapsPage(context, {id: entry.id, title: entry.plan.title}, site.gapsOf(entry.id))
    yield made(site.pages.gaps.get(entry.id)!, gaps, keys.gaps(entry))
  }
  if (site.plans.length) yield made('gaps/index.html', gapsIndexPage)
  for (const place of site.pages.overlaps) {
    const [report, a, b] = pairOf(run, place)
    const key = keys.overlaps(place)
    yield made(place.path, (context) => overlapsPage(context, report, a, b, place.compare), key)
    yield made(place.compare, (context) => comparePage(context, report, a, b, place.path), key)
  }
  if (site.pages.coverage) yield made('coverage.html', coveragePage)
  if (site.pages.clusters) yield made('clusters.html', clustersPage)
  if (site.pages.matrix) yield made('closest.html', closestPage)
  yield made('methods.html', methodsPage)
  yield {path: 'assets/planlens.css', make: styleSheet}
  yield {path: 'assets/planlens.js', make: () => (options.noScript ? '' : pageScript())}
  if (site.plans.length && !options.noScript) {
    yield made('search.html', searchPage)
    yield {path: 'assets/search.js', make: searchScript}
    for (const {path, plans, make} of searchFiles(site)) yield {path, key: keys.words(plans), make}
  }
  yield* pictureFiles(site)
}

function pairOf(run: RunResult, place: {a: string; b: string; report: number}): [OverlapReport, PlanRef, PlanRef] {
  const report = run.overlaps[place.report]!
  const ref = (id: string) => report.plans.find((plan) => plan.id === id)!
  return [report, ref(place.a), ref(place.b)]
}

function* pictureFiles({plans, pictures}: Site): Generator<ReportFile> {
  if (!pictures) return
  for (const entry of plans)
    for (let page = 1; page <= entry.plan.source.pages; page += 1) {
      const picture = pictures(entry.plan, page)
      if (picture) yield {path: picturePath(entry, page, picture.type), make: () => picture.bytes}
    }
}

/** One report as one file with its style and script inside, to be sent by mail. `plans` adds what is known of the two. */
export function changesFile(report: ChangeReport, plans: readonly Plan[] = [], options: SiteOptions = {}): string {
  return changesPage(single({plans, changes: [report]}, options), report)
}

/** What several drafts made of one base in one file: `edits` are the reports of the base to each, `threads` where they meet. */
export function editsFile(
  edits: readonly ChangeReport[],
  threads: readonly ChangeThread[],
  plans: readonly Plan[] = [],
  options: SiteOptions = {}
): string {
  return editsPage(single({plans, changes: [...edits]}, options), edits, threads)
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
