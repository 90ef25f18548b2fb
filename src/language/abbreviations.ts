import {stopWords, wordsIn} from './stems.ts'

/** A short form and the words it stands for, as one plan itself explains it. */
export interface Abbreviation {
  short: string
  long: string
}

/** Words that a long form holds at most. */
const longestForm = 9

/**
 * The abbreviations that texts explain in their own words: 'Special Educational Needs and Disabilities (SEND)' and
 * 'SEND (Special Educational Needs and Disabilities)'. A short form is kept when its letters are found in order at the heads
 * of the long form's words (Schwartz and Hearst, 2003, made stricter: heads only). First explanation wins.
 */
export function abbreviationsIn(texts: Iterable<string>): Abbreviation[] {
  const found = new Map<string, Abbreviation>()
  for (const text of texts) {
    for (const match of text.matchAll(/\(([^()]{2,80})\)/g)) {
      const inside = match[1]!.trim()
      const before = text.slice(Math.max(0, match.index - 120), match.index)
      const pair = shortForm(inside) ? longBefore(inside, before) : shortBefore(inside, before)
      if (pair && !found.has(pair.short)) found.set(pair.short, pair)
    }
  }
  return [...found.values()].sort((a, b) => (a.short < b.short ? -1 : a.short > b.short ? 1 : 0))
}

/** 'SEND', 'CiC', 'SGOs', 'A&E': two to eight letters, most of them capitals. */
export function shortForm(words: string): boolean {
  const letters = words.replace(/['’]?s$/, '').replace(/[^\p{L}]/gu, '')
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length
  return letters.length >= 2 && letters.length <= 8 && capitals * 2 > letters.length && !/\s/.test(words)
}

function longBefore(short: string, before: string): Abbreviation | undefined {
  const clause = before.split(/[.;:!?()]/).pop()!
  const words = wordsIn(clause).slice(-longestForm)
  const letters = initials(short)
  for (let count = 2; count <= words.length; count += 1) {
    const form = words.slice(-count)
    if (
      spells(
        letters,
        form.map((word) => word.low)
      )
    )
      return {short: bareShort(short), long: clause.slice(form[0]!.start, form.at(-1)!.end)}
  }
  return undefined
}

function shortBefore(inside: string, before: string): Abbreviation | undefined {
  const short = before.trim().split(/\s+/).pop() ?? ''
  if (!shortForm(short)) return undefined
  const words = wordsIn(inside)
  if (words.length < 2 || words.length > longestForm) return undefined
  if (
    !spells(
      initials(short),
      words.map((word) => word.low)
    )
  )
    return undefined
  return {short: bareShort(short), long: inside}
}

const initials = (short: string) =>
  bareShort(short)
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()

const bareShort = (short: string) => short.replace(/['’]?s$/, '')

/** Do the letters stand at the heads of the words, in order, from the first to the last word that is not a stop word? */
function spells(letters: string, words: string[]): boolean {
  const heads = words.filter((word) => !stopWords.has(word))
  const first = words[0]
  if (!first || first[0] !== letters[0]) return false
  const fits = (forms: string[]) => {
    let at = 0
    for (const form of forms) if (form[0] === letters[at]) at += 1
    return at === letters.length && forms.length <= letters.length + 1 && forms.at(-1)?.[0] === letters.at(-1)
  }
  return fits(heads) || fits(words)
}
