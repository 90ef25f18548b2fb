import type {FrontLine} from './front.ts'
import {bodyNouns, commonWords, innerBodies, planNoun} from './words.ts'

/** Characters of a text that are searched for names: the first pages say who speaks. */
const searched = 200_000

/** How much a name that stands alone on a line of the cover counts, in mentions. */
const coverWeight = 12

const word = "[A-Z][\\p{L}\\d'&-]{0,30}"
const link = '(?:and|of|for|in|on|the|&|with)'
const body = new RegExp(
  `(?:${word}\\s)(?:(?:${word}|${link})\\s){0,9}?(?:${bodyNouns})\\b(?!\\s(?:${bodyNouns})\\b)`,
  'gu'
)
const department = new RegExp(
  `\\b(?:Department|Ministry|Office|Board|Bureau)\\s(?:for|of)\\s(?:the\\s)?${word}(?:,?\\s(?:and\\s)?${word}){0,3}`,
  'gu'
)
const publishedBy =
  /\b(?:published|produced|prepared|written|issued|developed|approved|adopted)\sby\s(?:the\s)?$|©\s?(?:\d{4}\s)?$|\bwe,\s(?:the\s)?$/i

/** A body's name where the text says it, and the few letters before it. */
export interface Named {
  name: string
  before: string
}

/** The bodies that the text names, in order. */
export function bodiesIn(text: string): Named[] {
  const start = text.slice(0, searched)
  return Array.from(start.matchAll(body), ({0: name, index}) => ({
    name,
    before: start.slice(Math.max(0, index - 20), index)
  }))
}

/**
 * The body that publishes the plan: a body's name alone on the cover, 'published by …', the site's name in an HTML title,
 * else the body named most.
 */
export function bodyOf(
  front: readonly FrontLine[],
  named: readonly Named[],
  declared: string | undefined
): string | undefined {
  const counts = new Map<string, number>()
  const owners = new Set<string>()
  const add = (name: string, weight: number): void => {
    const clean = cleanName(name)
    if (innerBodies.test(clean) && weight < coverWeight) return
    if (clean.split(' ').length >= 2 && isNamed(clean) && !namesNone.test(clean))
      counts.set(clean, (counts.get(clean) ?? 0) + weight)
  }
  if (declared && /\p{Lu}/u.test(declared)) add(declared, coverWeight)
  for (const line of front) {
    const words = plainQuotes(line.text)
    const plan = planNoun.exec(words)?.index ?? words.length
    for (const match of words.slice(0, plan).matchAll(department)) {
      const name = match[0].replace(commonTail, '')
      // 'Department for Education Open Data Strategy': whose plan it is stands before its name
      if (match.index === 0 && plan < words.length) owners.add(name)
      add(name, coverWeight)
    }
    for (const match of words.matchAll(body)) {
      const alone = match[0].length >= words.replace(/\W+$/, '').length - 4
      const told = publishedBy.test(words.slice(0, match.index))
      add(match[0], alone || told ? coverWeight : 2)
    }
  }
  for (const {name, before} of named) add(name, publishedBy.test(before) ? 4 : 1)
  const names = [...counts].map(([name, count]) => ({name, score: scoreOf(name, count, counts)}))
  names.sort((a, b) => b.score - a.score || b.name.length - a.name.length || (a.name < b.name ? -1 : 1))
  const best = names.find(({name}) => owners.has(name)) ?? names[0]
  return best && best.score >= 3 ? best.name : undefined
}

/** Words that a department's name does not end in: 'Department for Education Open Data'. */
const commonTail =
  /\s(?:Open|Data|Digital|Strategic|Annual|Corporate|Business|Action|Delivery|Improvement|Single|Departmental)(?:\s.*)?$/

/** 'Working for the Council' is no body's name. */
const namesNone = new RegExp(`\\s(?:for|of|in|on|with|the)\\s(?:${bodyNouns})$`)

/** A name gains by the shorter forms of itself ('Children's Trust' for 'Fenland Children's Trust') and loses as a group inside a body. */
function scoreOf(name: string, count: number, counts: ReadonlyMap<string, number>): number {
  let score = count
  for (const [other, times] of counts) if (other !== name && name.endsWith(` ${other}`)) score += times * 0.7
  if (innerBodies.test(name)) score *= 0.3
  return properWords(name).length > 0 ? score * 1.5 + 1 : score * 0.6
}

/** The words of a name that are no common words: 'East Marlshire' of 'East Marlshire Council'. */
export function properWords(name: string): string[] {
  return name.split(/\s+/).filter((each) => /^\p{Lu}/u.test(each) && !isCommon(each))
}

function isCommon(each: string): boolean {
  const bare = each.toLowerCase().replace(/'s$|s'$|[^\p{L}-]/gu, '')
  return commonWords.has(bare) || commonWords.has(bare.replace(/s$/, '')) || bare.length < 2
}

function cleanName(name: string): string {
  return name
    .replace(/^.{0,80}\b(?:Plan|Strategy|Framework)\s(?:for|of)\s(?:the\s)?/, '')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:(?:The|Our|This|In|By|For|At|From|And|Of|Each|Every|All|Our|Chair|Member|Members|Director)\s(?:of\s|the\s)?)+/,
      ''
    )
    .trim()
}

/** A body's own words come before its noun: 'Board' alone, 'the Board', 'Health Board' say too little; three words or a place do. */
function isNamed(name: string): boolean {
  return properWords(name).length > 0 || name.split(' ').length >= 2
}

function plainQuotes(text: string): string {
  return text.replace(/[‘’]/g, "'")
}

/** 'West', 'North' … go with a place; alone they are none. */
const compass =
  /^(?:North|South|East|West|Central|Greater|Upper|Lower|Mid|Northern|Southern|Eastern|Western|New|Great|Old)$/

/**
 * The place that the plan is for: what bodies, the title and 'in …', 'across …' name most, with a bonus for standing on the
 * cover.
 */
export function placeOf(
  front: readonly FrontLine[],
  text: string,
  named: readonly Named[],
  title: string,
  publisher: string | undefined
): string | undefined {
  const counts = new Map<string, number>()
  /** Places that are spoken of as places, or begin the title, or stand alone on the cover. */
  const shown = new Set<string>()
  /** Those that stand in more than lines of their own: 'Achieve Peace' alone on a line may be a place or a goal. */
  const spoken = new Set<string>()
  const add = (place: string | undefined, weight: number, isShown = false): void => {
    if (!place) return
    if (isShown) shown.add(place)
    counts.set(place, (counts.get(place) ?? 0) + weight)
  }
  add(
    leadingPlace(plainQuotes(title)),
    coverWeight / 2,
    publisher !== undefined && leadingPlace(publisher) === leadingPlace(plainQuotes(title))
  )
  if (publisher) add(leadingPlace(publisher), coverWeight / 2, councilOfAPlace.test(publisher))
  for (const place of counts.keys()) spoken.add(place)
  for (const {text: words} of front) {
    const place = leadingPlace(plainQuotes(words))
    if (place && place !== words.trim()) spoken.add(place)
    add(place, place === words.trim() ? coverWeight : 2, place === words.trim())
  }
  const start = text.slice(0, searched)
  const places = new RegExp(
    `\\b(in|across|of|for|within|throughout|around)\\s(${word}(?:\\s(?:${word}|and(?=\\s${word}))){0,3})`,
    'gu'
  )
  const speak = (place: string | undefined, isShown: boolean): void => {
    if (place) spoken.add(place)
    add(place, 1, isShown)
  }
  for (const match of start.matchAll(places)) speak(leadingPlace(match[2]!), !/^(?:of|for)$/.test(match[1]!))
  for (const {name} of named) speak(leadingPlace(name), false)
  const known = [...counts]
    .filter(([place]) => shown.has(place) && spoken.has(place))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const best = known[0]
  if (!best || best[1] < 3) return undefined
  return best[0]
}

/** A council is called after the place that it governs; no other body need be. */
const councilOfAPlace = /\b(?:council|combined authority)$/i

/** The place at the start of a name or title: its proper words before the first common one ('and' may join two). */
function leadingPlace(name: string): string | undefined {
  const taken: string[] = []
  const words = name.replace(/^(?:The|Our|A|Strategic|Plan for)\s/i, '').split(/\s+/)
  for (let index = 0; index < words.length && taken.length < 5; index++) {
    const each = words[index]!.replace(/[,.;:)]+$/, '')
    const next = words[index + 1]
    if (
      /^(?:and|upon|on|by|of|the|in)$/.test(each) &&
      taken.length > 0 &&
      next &&
      /^\p{Lu}/u.test(next) &&
      !isCommon(next)
    )
      taken.push(each)
    else if (/^\p{Lu}[\p{Ll}'-]+$/u.test(each) && (compass.test(each) || !isCommon(each)))
      taken.push(each.replace(/'s$/, ''))
    else break
    if (/[,.;:)]$/.test(words[index]!) || /'s$/.test(each)) break
  }
  while (taken.length > 0 && /^(?:and|of|upon|on|by|the|in)$/.test(taken.at(-1)!)) taken.pop()
  if (taken.length === 0 || taken.every((each) => compass.test(each))) return undefined
  return taken.join(' ')
}
