/** What reports call a plan: a short name for columns and chips, and a file name, each unique in its run. */
import type {ChangeReport} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'

export interface PlanName {
  /** The first clause of the title, the same for all versions of a plan. */
  name: string
  /** The name with what tells it from the others of the run. */
  short: string
  /** Lower-case letters, digits and dashes; at most 51, safe on every file system. */
  slug: string
}

/** Longest short name, in characters: what fits two lines of a table head. */
const shortMost = 56
const slugMost = 44

/** Names of all plans of a run, in its order. The same plans in the same order always get the same names. */
export function planNames(plans: readonly Plan[]): PlanName[] {
  const names = plans.map(shortOf)
  const shorts = unique(names, [
    (index) => periodOf(plans[index]!),
    (index) => statusOf(plans[index]!),
    (index) => plans[index]!.authority ?? '',
    (index) => fileOf(plans[index]!)
  ])
  const taken = new Set<string>()
  return plans.map((plan, index) => {
    const stem = stemOf(plan, names[index]!) || 'plan'
    const slug = taken.has(stem) ? `${stem}-${plan.digest.slice(0, 6)}` : stem
    taken.add(slug)
    return {name: names[index]!, short: shorts[index]!, slug}
  })
}

/** '2026–30', '2026' or ''. */
export function periodOf({period}: {period?: {from: number; to: number}}): string {
  if (!period) return ''
  const {from, to} = period
  if (from === to) return String(from)
  return Math.floor(from / 100) === Math.floor(to / 100)
    ? `${from}–${String(to % 100).padStart(2, '0')}`
    : `${from}–${to}`
}

export function statusOf({status}: {status?: string}): string {
  return status === undefined || status === 'unstated' ? '' : status
}

/** The last part of a path, whichever way its slashes lean. */
export function fileOf(plan: {source: {path: string}}): string {
  return plan.source.path.split(/[/\\]/).at(-1) ?? plan.source.path
}

function shortOf(plan: Plan): string {
  const title = withoutBody(plan.title.replace(/\s+/g, ' ').trim(), plan)
  if (title === '') return fileOf(plan)
  const head = title.replace(/(\d{4}) [–—-] (?=\d)/g, '$1–').split(/: | [–—] | \(/)[0] ?? title
  const name = head.length >= 8 ? head : title
  if (name.length <= shortMost) return name
  const cut = name.slice(0, shortMost)
  const space = cut.lastIndexOf(' ')
  return `${(space > shortMost / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`
}

/** The title without the place or the body at its head, which stand beside it: 'Children’s Plan' of 'East Shire Children’s Plan'. */
function withoutBody(title: string, {authority, publisher}: Plan): string {
  for (const body of [publisher, authority].filter((each) => each !== undefined && each !== '')) {
    const start = /^the\s/i.test(title) && !/^the\s/i.test(body!) ? title.slice(4) : title
    if (!start.toLowerCase().startsWith(`${body!.toLowerCase()} `)) continue
    const rest = start
      .slice(body!.length)
      .replace(/^['’]?s?\s+/, '')
      .replace(/^[-–—:,\s]+/, '')
    if (rest.split(' ').length >= 2) return rest
  }
  return title
}

/** Words of a title that its initials leave out. */
const smallWords = new Set(['a', 'and', 'by', 'for', 'from', 'in', 'of', 'on', 'our', 'the', 'to', 'with'])

/** 'east-marlshire-cypp-2024-28-draft': place, the title's initials or its few words, years, status. */
function stemOf(plan: Plan, name: string): string {
  const words = slugOf(name.replace(/\d{4}\s?(?:[-–/]|to)\s?\d{2,4}|\d{4}/g, ' '))
    .split('-')
    .filter((word) => word !== '')
  const telling = words.filter((word) => !smallWords.has(word))
  const title =
    telling.length > 3
      ? telling
          .map((word) => word[0])
          .join('')
          .slice(0, 8)
      : words.join('-').slice(0, 24)
  return slugOf([plan.authority ?? '', title, periodOf(plan), statusOf(plan)].join(' '))
}

/** Adds, to names that are alike, whatever tells them apart, and a count where nothing does. */
function unique(names: string[], additions: readonly ((index: number) => string)[]): string[] {
  let current = [...names]
  for (const addition of additions) {
    const alike = Map.groupBy(current.keys(), (index) => current[index]!)
    const tells = (name: string) => new Set(alike.get(name)!.map(addition)).size > 1
    current = current.map((name, index) => {
      const added = tells(name) ? addition(index) : ''
      return added && !name.includes(added) ? `${name}, ${added}` : name
    })
  }
  const seen = new Map<string, number>()
  return current.map((name) => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name} (${count})`
  })
}

function slugOf(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain
    .replace(/[’']/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, slugMost)
    .replace(/^-+|-+$/g, '')
}

/** What the two sides are called: 'draft' and 'final', or 'before' and 'after' where the status does not tell them apart. */
export interface Sides {
  before: string
  after: string
}

/** Calls the sides by their status where it differs, by their period where that differs, else before and after. */
export function sidesOf({before, after}: ChangeReport): Sides {
  const [a, b] = [statusOf(before), statusOf(after)]
  if (a && b && a !== b) return {before: a, after: b}
  if (a === 'draft' && !b) return {before: a, after: 'later version'}
  if (b === 'final' && !a) return {before: 'earlier version', after: b}
  const [from, until] = [periodOf(before), periodOf(after)]
  if (from && until && from !== until) return {before: from, after: until}
  return {before: 'the older', after: 'the newer'}
}

/** A side inside a sentence: 'the draft', 'the 2024–28 plan', 'the older'. */
export function sideInSentence(side: string): string {
  if (side.startsWith('the ')) return side
  return /^\d/.test(side) ? `the ${side} plan` : `the ${side}`
}
