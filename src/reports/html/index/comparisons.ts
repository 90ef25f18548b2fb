/** The lower half of the overview: every comparison, and what could not be read. */
import type {PlanWarning} from '../../../plan-tree/nodes.ts'
import {sidesOf} from '../../names.ts'
import {warningLines} from '../../warnings.ts'
import {plural} from '../../wording.ts'
import {type Context, currentPlans, to} from '../context.ts'
import {type Html, html} from '../html.ts'
import {aloneUnits, pairView} from '../overlaps/pair-view.ts'
import {pairPlaces, sharedCount} from '../overlaps/pairs.ts'
import {count, figure, headRow, joinedCounts, said, section, state, table, tally} from '../parts.ts'
import {pairMatrix} from './matrix.ts'

/** Side-by-side pages that the overview names. */
const comparedMost = 5
/** Versions and successors that it names; an archive has more. */
const betweenMost = 40

export function comparisons(context: Context): Html | undefined {
  const {site} = context
  const lists = [
    ['From one version or plan to the next', [...versionLinks(context), ...successorLinks(context)]],
    ['Two plans side by side', sideBySide(context)],
    ['Over the whole archive', archiveLinks(context)]
  ] as const
  const told = lists.filter(([, links]) => links.length > 0)
  if (told.length === 0) return undefined
  return section(
    'comparisons',
    'Comparisons',
    html`<div class="split thirds">${told.map(
      ([title, links], index) =>
        html`<section aria-labelledby="h-c${index}"><h3 id="h-c${index}">${title}</h3><ul class="list">${links.slice(0, betweenMost)}</ul>${links.length > betweenMost && html`<p class="soft">${figure(links.length - betweenMost)} more on the pages of the plans.</p>`}</section>`
    )}</div>`,
    site.pages.overlaps.length > 0 && pairMatrix(context)
  )
}

function link(href: string, words: Html | string, note: string): Html {
  return html`<li><a href="${href}">${words}</a><br><span class="soft">${note}</span></li>
`
}

function versionLinks(context: Context): Html[] {
  const {site} = context
  return site.pages.changes.map(({path, report}) => {
    const found = site.run.changes[report]!
    const sides = sidesOf(found)
    const name = site.planById.get(found.after.id)?.name ?? found.after.title
    return link(
      to(context, path),
      html`${said(name)}: ${sides.before} to ${sides.after}`,
      `${figure(found.summary.substantive)} substantive, ${figure(found.summary.editorial)} editorial`
    )
  })
}

/** A plan and the one that replaces it: what was carried over. */
function successorLinks(context: Context): Html[] {
  const {site} = context
  return site.run.pairs
    .filter(({relation}) => relation === 'replaces')
    .flatMap(({a, b}) => {
      const [older, newer] = [site.planById.get(a), site.planById.get(b)]
      const place = site.pages.overlaps.find((each) => [each.a, each.b].sort().join() === [a, b].sort().join())
      if (!older || !newer || !place) return []
      const report = site.run.overlaps[place.report]!
      const ref = (id: string) => report.plans.find((plan) => plan.id === id)!
      const view = pairView(context, report, ref(place.a), ref(place.b))
      const {all, alone} = aloneUnits(view, place.a === a ? 0 : 1)
      const level = all[0]?.type ?? 'outcome'
      return [
        link(
          to(context, place.path),
          html`${said(older.short)} to its successor, ${said(newer.short)}`,
          `${figure(alone.length)} of ${count(all.length, level, plural(level))} without a counterpart in it`
        )
      ]
    })
}

/** The pairs of plans that share most; those that share nothing are reached from the matrix. */
function sideBySide(context: Context): Html[] {
  const {site} = context
  const current = new Set(currentPlans(site).map(({id}) => id))
  return site.pages.overlaps
    .filter(({a, b}) => current.has(a) && current.has(b))
    .map((place) => ({place, shared: sharedCount(pairPlaces(site.run.overlaps[place.report]!, place.a, place.b))}))
    .filter(({shared}) => shared.all > 0)
    .sort((x, y) => y.shared.all - x.shared.all)
    .slice(0, comparedMost)
    .map(({place: {a, b, compare}, shared}) =>
      link(
        to(context, compare),
        html`${said(site.planById.get(a)?.short ?? a)} and ${said(site.planById.get(b)?.short ?? b)}`,
        `Share ${count(shared.all, 'commitment')}: ${joinedCounts([
          [shared.same, 'the same'],
          [shared.related, 'related']
        ])}`
      )
    )
}

function archiveLinks(context: Context): Html[] {
  const {site} = context
  const current = currentPlans(site)
  return [
    site.pages.coverage &&
      link(
        to(context, 'coverage.html'),
        'Coverage',
        `${count(site.run.coverage.themes.length, 'theme')} in ${count(current.length, 'plan')}`
      ),
    current.length > 0 && link(to(context, 'gaps/index.html'), 'Gaps', 'What each plan does not say, by rule'),
    site.pages.clusters &&
      link(
        to(context, 'clusters.html'),
        'Shared commitments',
        `${count(site.run.clusters?.length ?? 0, 'commitment')} in three plans or more`
      ),
    site.pages.matrix &&
      link(
        to(context, 'closest.html'),
        'Plans that share most',
        `${count(site.run.matrix?.cells.length ?? 0, 'pair')} of plans compared, with the words that they share`
      ),
    current.length > 0 && link(to(context, 'search.html'), 'Search', 'Every unit, by words and by meaning')
  ].filter((entry) => entry !== false)
}

/** Files that were not read, hold no plan or were read with doubt: what happened and what can be done. */
export function troubles(context: Context): Html | undefined {
  const {site} = context
  const failures = site.run.failures
  const doubtful = site.plans.filter((entry) => entry.plan.warnings.length > 0 || !entry.hasGoals)
  if (failures.length + doubtful.length === 0) return undefined
  const shownFailures = someOfEach(failures, ({code}) => code)
  const shownDoubtful = someOfEach(doubtful, ({hasGoals, plan}) => (hasGoals ? (plan.warnings[0]?.ruleId ?? '') : ''))
  const notShown = failures.length + doubtful.length - shownFailures.length - shownDoubtful.length
  return section(
    'failed',
    'What could not be read, and what to check',
    notShown > 0 &&
      html`<p>${[...tally(failures.map(({code}) => code))].map(([code, n]) => `${figure(n)} ${code}`).join(', ')}${failures.length > 0 && '; '}${figure(doubtful.length)} read with doubt. Some of each cause stand here; all files that were not read stand in data/failures.csv, all doubts in data/plans.json.</p>`,
    table({
      id: 't-failed',
      caption: `${count(failures.length + doubtful.length, 'file')} of ${figure(site.options.record?.files ?? site.run.plans.length + failures.length)}`,
      head: headRow(['File', 'State', 'What happened', 'What you can do']),
      body: html`<tbody>${shownFailures.map(
        (
          failure
        ) => html`<tr><th scope="row">${said(failure.file)}</th><td>${state(failure.code === 'not-a-plan' ? 'part' : 'bad', failure.code === 'not-a-plan' ? 'no plan' : 'not read')}</td><td>${failure.page && `Page ${failure.page}: `}${failure.message}</td><td>${sentence(failure.advice)}</td></tr>
`
      )}${shownDoubtful.map(
        (
          entry
        ) => html`<tr><th scope="row">${said(entry.plan.source.path)}</th><td>${state('part', entry.hasGoals ? 'check' : 'no plan')}</td><td>${doubts(entry.plan.warnings)}</td><td><a href="${to(context, entry.path)}">${entry.hasGoals ? 'Look at the plan' : 'Nothing, if it is no plan; see its words'}</a></td></tr>
`
      )}</tbody>`
    })
  )
}

/** Files listed, and of a longer list of each cause. */
const listedMost = 100
const listedOfCause = 20

function someOfEach<Thing>(things: readonly Thing[], causeOf: (thing: Thing) => string): Thing[] {
  if (things.length <= listedMost) return [...things]
  const seen = new Map<string, number>()
  return things.filter((thing) => {
    const before = seen.get(causeOf(thing)) ?? 0
    seen.set(causeOf(thing), before + 1)
    return before < listedOfCause
  })
}

function doubts(warnings: readonly PlanWarning[]): string {
  const lines = warningLines(warnings)
  const more = lines.length > 3 ? ` And ${lines.length - 3} more.` : ''
  return `${lines.slice(0, 3).map(sentence).join(' ')}${more}`
}

function sentence(words: string): string {
  const text = words.trim()
  return text ? `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}` : ''
}
