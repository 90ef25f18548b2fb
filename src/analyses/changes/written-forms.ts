/** One form for words that are written in several ways: contractions, small numbers, terms that the plans abbreviate. */

const contracted: readonly (readonly [RegExp, string])[] = [
  [/\bcan(?:'t|not)\b/g, 'can not'],
  [/\bwon't\b/g, 'will not'],
  [/\bshan't\b/g, 'shall not'],
  [/n't\b/g, ' not'],
  [/'ll\b/g, ' will'],
  [/'re\b/g, ' are'],
  [/'ve\b/g, ' have'],
  [/\bi'm\b/g, 'i am'],
  [/\blet's\b/g, 'let us'],
  [/\b(it|that|there|here|what|who|where|how|he|she)'s\b/g, '$1 is']
]

/** Lower-case words with plain apostrophes, each contraction written out. */
export function writtenOut(text: string): string {
  if (!text.includes("'") && !text.includes('cannot')) return text
  let long = text
  for (const [short, full] of contracted) long = long.replace(short, full)
  return long
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' '
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const values = new Map<string, number>([
  ...units.map((word, at) => [word, at] as const),
  ...tens.flatMap((word, at) => [
    [word, 20 + 10 * at] as const,
    ...units.slice(1, 10).map((unit, more) => [`${word}-${unit}`, 21 + 10 * at + more] as const)
  ])
])

/** The number that a lower-case word or run of digits says, up to ninety-nine in words: 'thirty-nine' and '39' are 39. */
export function numberIn(word: string): number | undefined {
  return /^\d{1,3}(?:,\d{3})*$|^\d{1,9}$/.test(word) ? Number(word.replaceAll(',', '')) : values.get(word)
}

const inWords = new RegExp(
  `\\b(?:(?:${tens.join('|')})-(?:${units.slice(1, 10).join('|')})|${[...tens, ...units].join('|')})\\b`,
  'g'
)

/** Lower-case text with its numbers in figures. */
export const inFigures = (text: string): string => text.replace(inWords, (word) => String(values.get(word)))
