/** Numbers as words: of labels, 'Pledge Four'; of order, 'our second aim'; of how many there are, 'five goals'. */

/** 'one' for 1 stands first. */
export const numberWords =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' '
  )

/** 'first' for 1 stands first. */
export const ordinalWords = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

const countWords = numberWords.slice(1, 12)

/** Source of a pattern for how many goals a plan says that it has: 'two' to 'twelve', or figures. */
export const countPattern = `${countWords.join('|')}|\\d{1,2}`

/** How many such words say; NaN for others. */
export function countOf(words: string): number {
  const at = countWords.indexOf(words.toLowerCase())
  return at < 0 ? Number(words) : at + 2
}

/** The word for how many there are; undefined where it is told in figures. */
export function countWord(count: number): string | undefined {
  return countWords[count - 2]
}
