/** The years that a plan runs, from its title, its cover or what its text says of itself. */
import {findDates} from '../../language/dates.ts'
import type {FrontLine} from './front.ts'

/** Longest that a plan runs, in years. */
const longestPeriod = 30

const earlier =
  /\b(?:last|previous|earlier|former|old|replaces?d?|reviewed|achievements?|progress|since|census|data|figures?|population|forecasts?)\b[^.]{0,60}$/i
const ownPeriod =
  /\b(?:this|our|the|year)\s(?:\S+\s){0,4}(?:plan|strategy|framework|programme|priorities|vision)\b|\b(?:deliver|covers?|lasts?|runs?)\b|\b(?:priorit(?:y|ies)|actions?|goals|objectives|ambitions|commitments)\b[^.\n]{0,60}$/i

/** '2031-2034 Fenland Digital Strategy': the years begin the plan's name. */
const inName =
  /^\s{0,3}(?:\p{Lu}[\p{L}'’-]*\s(?:(?:and|of|for|the|&)\s){0,2}){1,7}(?:Plan|Strategy|Framework|Programme)\b/u

/** A plan of one year says so. */
const ownYears = /\b(?:this|our|the)\s(?:\S+\s){0,3}(?:plan|strategy|programme)\s(?:for|covers|runs)\b/i

/** Mentions that make some years the plan's own, where it never says that they are. */
const leastMentions = 3

/** Years from and to, both counted in; undefined where the words name none as the plan's own. */
export function periodOf(
  title: string,
  front: readonly FrontLine[],
  text: string
): {from: number; to: number} | undefined {
  const own = spansIn(title)[0]
  if (own) return own
  const cover = front.filter(({text: words}) => !/[.:;]$/.test(words)).flatMap(({text: words}) => spansIn(words))
  if (cover[0]) return mostCommon(cover)
  const start = text.slice(0, 60_000)
  const told: {from: number; to: number}[] = []
  const mentioned: {from: number; to: number}[] = []
  for (const {when, start: at, end} of findDates(start)) {
    const open = when.kind === 'ongoing' ? spanOfYears(start.slice(at, end)) : undefined
    if (!open && (when.kind !== 'span' || !isPeriod(when))) continue
    const before = start.slice(Math.max(0, at - 120), at)
    const around = `${before} ${start.slice(end, end + 80)}`
    if (earlier.test(before)) continue
    const span =
      open ??
      (when.kind === 'span' ? {from: Number(when.from.slice(0, 4)), to: Number(when.to.slice(0, 4))} : undefined)
    // '2012/13' and 'FY2020' are a year of accounts or of school wherever the plan does not say that it is its own
    const after = around.slice(before.length)
    const named = inName.test(after)
    if (!span || (span.to - span.from === 1 && !open && !named && !ownYears.test(around))) continue
    if (named || ownPeriod.test(before) || ownPeriod.test(after)) told.push(span)
    else mentioned.push(span)
  }
  if (told.length > 0) return mostCommon(told)
  const repeated = mentioned.filter(
    ({from, to}) => mentioned.filter((other) => other.from === from && other.to === to).length >= leastMentions
  )
  if (repeated.length > 0) return mostCommon(repeated)
  const single = /\b((?:19|20)\d\d)\b/.exec(title)?.[1]
  return single ? {from: Number(single), to: Number(single)} : undefined
}

function spansIn(words: string): {from: number; to: number}[] {
  return findDates(words).flatMap(({when, start, end}) =>
    // 'by FY2020' is a year, though its months lie in two
    when.kind === 'span' && isPeriod(when) && /\d\D+\d/.test(words.slice(start, end))
      ? [{from: Number(when.from.slice(0, 4)), to: Number(when.to.slice(0, 4))}]
      : []
  )
}

/** 'from 2031 to 2035 onwards' has no end, but names the plan's years. */
function spanOfYears(words: string): {from: number; to: number} | undefined {
  const [, from, to] = /\b((?:19|20)\d\d)\s?(?:-|to|until)\s?((?:19|20)\d\d)\b/.exec(words) ?? []
  return from && to && Number(from) < Number(to) ? {from: Number(from), to: Number(to)} : undefined
}

function isPeriod(when: {from: string; to: string}): boolean {
  const length = Number(when.to.slice(0, 4)) - Number(when.from.slice(0, 4))
  return length >= 1 && length <= longestPeriod
}

function mostCommon(spans: readonly {from: number; to: number}[]): {from: number; to: number} {
  const counts = new Map<string, number>()
  for (const {from, to} of spans) counts.set(`${from}-${to}`, (counts.get(`${from}-${to}`) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return spans.find(({from, to}) => counts.get(`${from}-${to}`) === most)!
}
