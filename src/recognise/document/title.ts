/** The title of a document: the line of its cover that looks most like one, else the name that the text gives the plan. */
import type {FrontLine} from './front.ts'
import {bodiesIn, placeOf, properWords} from './names.ts'
import {afterCover, planNoun} from './words.ts'

const years = /\b(?:19|20)\d\d\b/
const spanOnly =
  /^\W{0,3}(?:for\s|the\speriod\s|from\s)?(?:19|20)\d\d\s?(?:[-/–]|to|and|until)\s?(?:(?:19|20)?\d\d)\W{0,3}$/i

/** Undefined where neither cover nor text has a name. `text` is the reading text, `declared` the title that the file itself gives, `printed` whether it is a part of that text. */
export function titleOf(
  front: readonly FrontLine[],
  text: string,
  declared: string | undefined,
  printed = false
): FrontLine | undefined {
  const largest = Math.max(0, ...front.map(({size}) => size))
  const scored = front
    .map((line, index) => ({line: withYears(line, front[index + 1]), score: titleScore(line, index, largest), index}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const best = scored[0]
  if (best && best.score >= 4 && contentWords(best.line.text) > 0)
    return {...best.line, text: cleanTitle(best.line.text)}
  const [own] = splitDeclared(declared)
  if (own && planNoun.test(own)) return {text: cleanTitle(own), depth: 1, size: 0}
  const named = ownName(text, placeOf(front, text, bodiesIn(text), '', undefined)) ?? namedInText(text)
  if (named) return {text: named, depth: 7, size: 0}
  // of a page, what its front matter calls it is its title, and no heading below the first level
  if (own && printed && !(best && best.line.depth === 1)) return {text: cleanTitle(own), depth: 1, size: 0}
  return best && {...best.line, text: cleanTitle(best.line.text)}
}

/** How much a line of the cover looks like the title: it names a plan, has years, is a heading, is set large, comes early. */
function titleScore(line: FrontLine, index: number, largest: number): number {
  const words = line.text.split(/\s+/)
  if (words.length > 25 || !/\p{L}{3}/u.test(line.text) || afterCover.test(line.text)) return 0
  const noun = planNoun.test(line.text)
  const other =
    /\b(?:policy|report|review|assessment|guide|guidance|protocol|statement|profile|needs analysis|briefing|terms of reference)\b/i.test(
      line.text
    )
  const content = words.filter(
    (word) => !/^(?:the|a|our|this|plan|strategy|draft|final|version|summary|\W+)$/i.test(word)
  ).length
  let score = 0
  if (noun) score += content > 0 ? 5 : 1
  if (noun && content > 1) score += 1
  if (other && !noun) score += 3
  if (/^\d{1,2}[.)]?\s/.test(line.text)) score -= 3
  if (years.test(line.text)) score += 2
  if (line.depth <= 2) score += 2
  else if (line.depth <= 4) score += 1
  if (largest > 0 && line.size >= largest * 0.9) score += 2
  if (
    /[.;:,]$/.test(line.text) ||
    /^\W{0,3}(?:status|version|date|published|adopted|approved|outcome|priority|pledge|chapter|section|appendix|part)\b/i.test(
      line.text
    )
  )
    score -= 4
  if (/\b(?:will|is|are|was|have|has|sets? out|should|must)\b/i.test(line.text)) score -= 3
  return score - Math.min(2, index * 0.1)
}

/** Words beside 'the plan', 'our strategy': what a title tells a plan by. */
function contentWords(text: string): number {
  return text
    .split(/\s+/)
    .filter(
      (word) =>
        /\p{L}{2}/u.test(word) &&
        !/^\W{0,3}(?:the|an?|our|this|plan|strategy|strategic|framework|draft|final|version|summary)\W{0,3}$/i.test(
          word
        )
    ).length
}

/** A title whose years stand on a line of their own gets them back. */
function withYears(line: FrontLine, next: FrontLine | undefined): FrontLine {
  if (!next || years.test(line.text) || !spanOnly.test(next.text)) return line
  return {...line, text: `${line.text} ${next.text.trim()}`}
}

/** Without a status word at either end, a word printed twice in a row, or the name of a site. */
function cleanTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(\d\s?[-–])\s(?=\d)/g, (dash) => (dash.length > 3 || /\s[-–]/.test(dash) ? dash : dash.trim()))
    .replace(/^\W{0,3}(?:draft|final|consultation draft|final draft)\s?[:–-]?\s(?=[A-Z\d])/i, '')
    .replace(
      /[\s(–-]{1,4}(?:(?:final|consultation|working)\s)?(?:draft|final version|final)(?:\s(?:for consultation|v?\d[\d.]*))?\)?\W{0,2}$/i,
      ''
    )
    .replace(/\b(\p{L}{3,})\s\1\b/gu, '$1')
    .replace(/[\s:;,]+$/, '')
    .trim()
}

/** '<title>Healthy Fens 2031-35 | Fenland Health Board</title>': the plan's part and the publisher's. */
export function splitDeclared(declared: string | undefined): [title: string | undefined, body: string | undefined] {
  if (!declared || declared.length > 300) return [undefined, undefined]
  const parts = declared.split(/\s[|·»–—-]\s/).map((part) => part.trim())
  const plan = parts.find((part) => planNoun.test(part)) ?? parts[0]
  return [plan, parts.length > 1 ? parts.filter((part) => part !== plan).at(-1) : undefined]
}

/** 'This harbour safety strategy' of a text that also prints 'Fenland Harbour Safety Strategy': the plan's own name. */
function ownName(text: string, place: string | undefined): string | undefined {
  if (!place) return undefined
  for (const match of text
    .slice(0, 100_000)
    .matchAll(/\b(?:this|our)\s((?:[\w'&-]{2,30}\s){1,6}?(?:plan|strategy|framework|programme))\b/gi)) {
    const at = text.toLowerCase().indexOf(`${place} ${match[1]}`.toLowerCase())
    if (at >= 0) return text.slice(at, at + place.length + 1 + match[1]!.length)
  }
  return undefined
}

/** The capitalised name of a plan that a text without a cover calls its own: 'This strategy …', 'the Fenland Digital Strategy'. */
function namedInText(text: string): string | undefined {
  const names = new Map<string, number>()
  const pattern =
    /\b((?:[A-Z][\w'&-]{1,30}\s(?:(?:and|of|for|the|&)\s){0,2}){1,8}(?:Plan|Strategy|Framework|Programme)(?:\s(?:19|20)\d\d\s?(?:-|to)\s?(?:19|20)?\d\d)?)\b/g
  for (const match of text.slice(0, 100_000).matchAll(pattern)) {
    const name = match[1]!.replace(/^(?:The|This|Our|A|In|By|Each|Every|Draft)\s/, '')
    // 'in the Civil Reform Plan' and a link speak of another document.
    if (text.startsWith('](', match.index + match[0].length)) continue
    const other = /\b(?:in|under|with|from|by|alongside|of|and|following)\s(?:the\s|its\s|their\s)?\[?$/i.test(
      text.slice(Math.max(0, match.index - 20), match.index)
    )
    if (name.split(' ').length > 1) names.set(name, (names.get(name) ?? 0) + (other ? 0.2 : 1))
  }
  // A name with a place in it is a plan's own; a national one is seldom the plan's.
  const weight = ([name, count]: [string, number]) =>
    count < 2
      ? 0
      : count * (properWords(name).length > 0 ? 3 : 1) * (/\b(?:National|Government)\b/.test(name) ? 0.2 : 1)
  const [best] = [...names].sort((a, b) => weight(b) - weight(a) || (a[0] < b[0] ? -1 : 1))
  return best && weight(best) >= 2 ? best[0] : undefined
}
