import {shortForm} from '../../language/abbreviations.ts'
import {stopWords} from '../../language/stems.ts'

/** Short forms looked up in one pair of texts. */
const mostForms = 12
/** Characters of a text in which long forms are looked for. */
const mostLooked = 2000

/**
 * Both texts with each name that one of them shortens in its short form: 'the Healthy Child Programme', 'the HCP' and 'the
 * Healthy Child Programme (HCP)' become 'the HCP'. A long form counts where its words stand in the texts and spell the short
 * one by their first letters; undefined where no name is shortened.
 */
export function inShort(before: string, after: string): [string, string] | undefined {
  if (before.length > mostLooked || after.length > mostLooked) return undefined
  const forms = [...new Set([...shortsIn(before), ...shortsIn(after)])].sort().slice(0, mostForms)
  let [old, now] = [before, after]
  for (const short of forms) {
    const longs = new Set([longOf(short, before), longOf(short, after)].filter((long) => long !== undefined))
    const several = new RegExp(`\\b${escaped(short)}s\\b`, 'u').test(`${before} ${after}`)
    for (const long of [...longs].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))) {
      old = shortened(old, short, long, several)
      now = shortened(now, short, long, several)
    }
  }
  return old === before && now === after ? undefined : [old, now]
}

/** 'HCP', 'HCPs', 'R&D', and with points: 'U.K.'. */
const shortsIn = (text: string): string[] =>
  (text.match(/(?:\p{Lu}\.){2,5}|[\p{L}&]{2,9}/gu) ?? [])
    .filter((word) => /^\p{Lu}/u.test(word) && shortForm(word))
    .map(singular)

const singular = (short: string): string => short.replace(/(?<=\p{Lu})s$/u, '')

/** The words of a text whose first letters are the short form's; in small letters only where the two stand together. */
function longOf(short: string, text: string): string | undefined {
  const letters = short.replace(/[^\p{L}]/gu, '').toLowerCase()
  const words = [...text.matchAll(/\p{L}[\p{L}\p{N}'’]*/gu)]
  const form = escaped(short)
  const glossed = new RegExp(`[(]\\s?${form}s?\\s?[)]|\\b${form}s?\\s?[(]`, 'u').test(text)
  for (const [at, first] of words.entries()) {
    if (first[0][0]!.toLowerCase() !== letters[0]) continue
    const end = spelledTo(words, at, letters, glossed)
    if (end === undefined) continue
    const long = text.slice(first.index, end)
    // Words of one name stand in one phrase.
    if (!/[.;:!?()|]/.test(long)) return long
  }
  return undefined
}

function spelledTo(
  words: readonly RegExpExecArray[],
  from: number,
  letters: string,
  glossed: boolean
): number | undefined {
  let spelled = 0
  for (const word of words.slice(from, from + letters.length * 2)) {
    const isNext = word[0][0]!.toLowerCase() === letters[spelled]
    const capital = /^\p{Lu}/u.test(word[0])
    // 'return on investment': the small words between count only where the short form has their letters.
    if (isNext && (capital || glossed)) spelled += 1
    else if (spelled === 0 || !stopWords.has(word[0].toLowerCase())) return undefined
    if (spelled === letters.length) return letters.length > 1 ? word.index + word[0].length : undefined
  }
  return undefined
}

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function shortened(text: string, short: string, long: string, several: boolean): string {
  const [form, name] = [escaped(short), escaped(long).replace(/\s+/g, '\\s+')]
  return text
    .replace(new RegExp(`${name}\\s?[(]\\s?(${form}s?)\\s?[)]`, 'gu'), '$1')
    .replace(new RegExp(`\\b(${form}s?)\\s?[(]\\s?${name}\\s?[)]`, 'gu'), '$1')
    .replace(new RegExp(`\\b${name}(?![\\p{L}\\p{N}])`, 'gu'), several && long.endsWith('s') ? `${short}s` : short)
}
