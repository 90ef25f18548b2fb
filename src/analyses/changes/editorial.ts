import {foldMarks} from '../../language/fold.ts'
import {stem} from '../../language/stems.ts'
import {inFigures, numberIn, writtenOut} from './written-forms.ts'

/** Wordings that say the same in short and at length. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/\bfor (?:example|instance)\b/g, 'eg'],
  [/\bthat is(?=[,:])/g, 'ie'],
  [/\be\.\s?g\b\.?/g, 'eg'],
  [/\bi\.\s?e\b\.?/g, 'ie'],
  [/&/g, ' and '],
  [/\bper\s?cent\b/g, '%'],
  [/\betc\b\.?|\band so on\b/g, 'etc'],
  [/\s+%/g, '%']
]

/** Lower case, abbreviations in one form. */
function shortForm(text: string): string {
  let folded = foldMarks(text).toLowerCase()
  for (const [long, short] of abbreviations) folded = folded.replace(long, short)
  return folded
}

/** Letters, digits and what makes a number; all else gone, spaces too. */
const lettersOf = (text: string): string =>
  text.replace(/(?<=\d)[.,](?=\d)/g, '\u0001').replace(/[^\p{L}\p{N}%£$€\u0001]+/gu, '')

/**
 * Why two texts are one text set differently (marks, case, spacing, abbreviation), as a sentence; undefined where their
 * words differ.
 */
export function sameWordsReason(before: string, after: string): string | undefined {
  const [old, now] = [shortForm(before), shortForm(after)]
  if (lettersOf(old) !== lettersOf(now)) {
    if (lettersOf(writtenOut(old)) === lettersOf(writtenOut(now))) return 'The same words, contracted or written out.'
    const figures = [inFigures(writtenOut(old)), inFigures(writtenOut(now))] as const
    return lettersOf(figures[0]) === lettersOf(figures[1]) ? 'The same number, in words or in figures.' : undefined
  }
  const [a, b] = [foldMarks(before), foldMarks(after)]
  const words = (text: string) => text.replace(/[^\p{L}\p{N}%]+/gu, ' ').trim()
  if (words(a) === words(b)) return commasIn(a) === commasIn(b) ? 'Punctuation only.' : commaReason(a, b)
  if (words(a).toLowerCase() === words(b).toLowerCase()) return 'Capital letters only.'
  const plain = (text: string) => lettersOf(text.toLowerCase())
  if (plain(a) === plain(b))
    return apostrophes(a) === apostrophes(b) ? 'The same words, joined or spaced differently.' : 'Apostrophe only.'
  return 'The same words, abbreviated differently.'
}

const commasIn = (text: string): number => text.split(',').length
const apostrophes = (text: string): number => text.split("'").length
const commaReason = (a: string, b: string): string =>
  a.replaceAll(',', '') === b.replaceAll(',', '')
    ? `Comma ${commasIn(b) > commasIn(a) ? 'inserted' : 'removed'}; the words are the same.`
    : 'Punctuation only.'

/** Words that carry grammar, not meaning: changing them alone is editing. Negations, 'or', 'only' and the like are not here. */
const grammar = new Set(
  'a an the to of that which this these those and is are be been being was were am has have had having do does did it its our their his her we they us them in on at for by with from as into upon within across through also so then there here such own just both who whose whom when where while if than too very quite please'.split(
    ' '
  )
)

export const isGrammar = (word: string): boolean => grammar.has(word)

/** Whether two words are forms of one: 'say' and 'says', 'organise' and 'organize', 'programme' and 'program'. */
export function sameWord(a: string, b: string): boolean {
  if (a === b || stem(a) === stem(b)) return true
  const number = numberIn(a)
  return (number !== undefined && number === numberIn(b)) || british(a) === british(b)
}

/** One spelling for British and American forms. */
function british(word: string): string {
  const spelled = word
    .replace(/yz(?=e|ing|ed)/, 'ys')
    .replace(/iz(?=e|ing|ation)/, 'is')
    .replace(/program(?=s?$)/, 'programme')
    .replace(/(?<=\p{L}{3})or(?=s?$|ed$|ing$|able$|al$)/u, 'our')
    .replace(/(?<=[tb])er$/, 're')
    .replace(/gement$/, 'gment')
    .replace(/(?<=[aeiou])ll(?=ed$|ing$|er$)/, 'l')
    .replace(/ogue$/, 'og')
    .replace(/fense$/, 'fence')
  return stem(spelled)
}

/** Damerau-Levenshtein distance at most 2 between words of five letters or more that begin alike. */
export function isMisspelling(a: string, b: string, isKnown: (word: string) => boolean): boolean {
  if (a.length < 4 || b.length < 4 || a[0] !== b[0]) return false
  const most = Math.max(a.length, b.length) >= 8 ? 2 : 1
  if (isKnown(a) && isKnown(b)) return false
  return distanceWithin(a, b, most)
}

function distanceWithin(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  const rows = [Array.from({length: b.length + 1}, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]! <= most
}
