/** What a reader of the whole archive should see first: one line from each analysis, the telling before the many. */
import type {Gap} from '../../../analyses/types.ts'
import {sidesOf} from '../../names.ts'
import {gapCount} from '../../tallies.ts'
import {gapInWords, gist, midSentence, setSentence} from '../../wording.ts'
import {readFirst} from '../changes/first.ts'
import {bodyOf, type Context, currentPlans, to} from '../context.ts'
import {type Html, html} from '../html.ts'
import {pairPlaces, sharedCount} from '../overlaps/pairs.ts'
import {count, listed, type Point, said} from '../parts.ts'

const pointsMost = 10
const changePoints = 3
const gapPoints = 3

export function standsOut(context: Context): Point[] {
  const found = [
    ...fromChanges(context),
    ...fromOverlaps(context),
    ...fromCoverage(context),
    ...fromGaps(context),
    ...fromFailures(context)
  ]
  return found.length
    ? found.slice(0, pointsMost)
    : [{finding: 'Nothing stands out.', note: 'Every plan can be opened below.'}]
}

function fromChanges(context: Context): Point[] {
  const {site} = context
  const each = site.pages.changes.map(({path, report}) => () => {
    const found = site.run.changes[report]!
    const sides = sidesOf(found)
    const entry = site.planById.get(found.after.id)
    const where = html`${said(entry?.name ?? found.after.title)}, ${sides.before} to ${sides.after}.`
    if (found.changes.length === 0) return []
    return readFirst(found).map(
      ({finding, note, link}): Point => ({
        finding,
        note: html`${where} ${note}`,
        link: {href: `${to(context, path)}${link?.href ?? ''}`, words: 'See the change'}
      })
    )
  })
  return fairly(each, changePoints)
}

/** From each list in turn, so that one long list does not hide the others. A list is made when its turn comes. */
function fairly<Entry>(lists: readonly (() => readonly Entry[])[], most: number): Entry[] {
  const taken: Entry[] = []
  let some = true
  for (let round = 0; some && taken.length < most; round += 1) {
    some = false
    for (const list of lists) {
      if (taken.length === most) break
      const entry = list()[round]
      if (entry !== undefined) taken.push(entry)
      some ||= entry !== undefined
    }
  }
  return taken
}

function fromOverlaps(context: Context): Point[] {
  const {site} = context
  return site.pages.overlaps
    .map((place) => ({place, shared: sharedCount(pairPlaces(site.run.overlaps[place.report]!, place.a, place.b))}))
    .filter(({shared}) => shared.all > 0)
    .sort((x, y) => y.shared.all - x.shared.all)
    .slice(0, 2)
    .map(
      ({place, shared}): Point => ({
        finding: sharedWords(shared, html`${named(context, place.a)} and ${named(context, place.b)}`),
        note: `${shared.same} the same, ${shared.related} related.`,
        link: {href: to(context, place.path), words: 'See the pairs'}
      })
    )
}

/** What is merely related does not stand in both. */
function sharedWords({all, same}: {all: number; same: number}, plans: Html): Html {
  if (same > 0) return html`${count(all, 'commitment stands', 'commitments stand')} in both ${plans}`
  return html`${count(all, 'pair of commitments', 'pairs of commitments')} of ${plans} ${all === 1 ? 'is' : 'are'} related`
}

function named(context: Context, plan: string): Html {
  const entry = context.site.planById.get(plan)
  const body = entry && bodyOf(entry.plan)
  return html`${body && `${body}’s `}${said(entry?.short ?? plan)}`
}

function fromCoverage(context: Context): Point[] {
  const {coverage} = context.site.run
  const current = currentPlans(context.site)
  const levels = (theme: string) => current.map(({id}) => context.site.tallyOf(id).levels[theme] ?? 'none')
  const open = coverage.themes.filter(({id}) => {
    const found = levels(id)
    return found.length > 0 && found.every((level) => level === 'none')
  })
  if (open.length === 0 || coverage.plans.length === 0) return []
  const names = open.slice(0, open.length === 5 ? 5 : 4).map(({name}) => midSentence(name))
  const more = open.length - names.length
  return [
    {
      finding: `No plan has words on ${listed(more > 0 ? [...names, `${more} more themes`] : names)}`,
      note: 'No words found: a reason to look, not a verdict.',
      link: {href: to(context, 'coverage.html'), words: 'Coverage by theme'}
    }
  ]
}

const severities: readonly Gap['severity'][] = ['high', 'medium', 'low']

function fromGaps(context: Context): Point[] {
  const {site} = context
  const gapped = currentPlans(site).filter(({id}) => gapCount(site.tallyOf(id)) > 0)
  const lists = gapped.map((entry) => () => {
    const rules = [...Map.groupBy(site.gapsOf(entry.id), (gap) => gap.rule)].sort(
      ([, a], [, b]) => severities.indexOf(a[0]!.severity) - severities.indexOf(b[0]!.severity) || b.length - a.length
    )
    return rules.map(
      ([rule, alike]): Point => ({
        finding:
          alike.length === 1
            ? html`A gap in ${named(context, entry.id)}: ${gapInWords(rule)}.`
            : html`${count(alike.length, 'gap')} in ${named(context, entry.id)}: ${gapInWords(rule)}.`,
        note: alike.length === 1 ? setSentence(alike[0]!.note) : said(`“${gist(alike[0]!.text)}”`),
        link: {href: to(context, `${site.pages.gaps.get(entry.id)}#r/${rule}`), words: 'See the gaps'}
      })
    )
  })
  return fairly(lists, gapPoints)
}

function fromFailures(context: Context): Point[] {
  const unread = context.site.run.failures.filter(({code}) => code !== 'not-a-plan')
  if (unread.length === 0) return []
  return [
    {
      finding: `${count(unread.length, 'file')} could not be read`,
      note: 'Nothing from what could not be read is counted anywhere.',
      link: {href: '#failed', words: 'See why'}
    }
  ]
}
