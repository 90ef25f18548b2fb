/** What a conversion changes and a reader does not see as a change; everything else stays. */
const replaced: readonly (readonly [RegExp, string])[] = [
  [/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''],
  [/[‘’‛′`´]/g, "'"],
  [/[“”„‟″]/g, '"'],
  [/…/g, '...'],
  [/\p{Pd}|−/gu, '-'],
  [/^[\s•·▪●◦*‣-]+(?=\s)/u, ''],
  [/\s-+\s/g, ' '],
  // Borders of cells that one reading left in the words.
  [/(?:^|\s)\|(?=\s|$)/g, ' '],
  [/(?<=[\p{L}\p{N}])- (?=[\p{L}\p{N}])/gu, '-'],
  [/\s+([,.;:!?)\]])/g, '$1'],
  [/([([])\s+/g, '$1'],
  [/\s*\/\s*/g, '/'],
  [/\s+/g, ' ']
]

/** The text as a careful reader compares it: quotes, dashes, ligatures, bullets, spaces folded; case and commas kept. */
export function comparable(text: string): string {
  let folded = text.normalize('NFKC')
  for (const [mark, instead] of replaced) folded = folded.replace(mark, instead)
  return folded.trim()
}

/** Marks at the end of a heading, a lead, a cell: conversions and readers drop them. */
const trailing = /[\s.:;,\-"']+$/u

/**
 * Whether two texts differ only by what conversion changes. `loose` also ignores the mark at the end, for words that are
 * cut from their line (titles, leads, labels) or joined from several; `wrapped` where the lines of a page were joined, which
 * loses or keeps the hyphen at a line's end.
 */
export function samePrint(a: string, b: string, loose: boolean, wrapped: boolean): boolean {
  if (a === b) return true
  const [x, y] = loose ? [a.replace(trailing, ''), b.replace(trailing, '')] : [a, b]
  if (x === y) return true
  if (x.length === y.length && (isShouted(x) || isShouted(y)) && x.toLowerCase() === y.toLowerCase()) return true
  return wrapped && withoutHyphens(x) === withoutHyphens(y)
}

/** 'multi-agency' and 'multiagency' are one where either may have stood over a line's end. */
const withoutHyphens = (text: string): string => text.replace(/(?<=\p{L})-(?=\p{L})/gu, '')

/**
 * Whether two texts differ only where a narrow column broke a word without a hyphen: 'Priorit y' for 'Priority'. The pieces
 * are no words of the plans, the whole is one.
 */
export function sameButBroken(a: string, b: string, isKnown: (word: string) => boolean): boolean {
  if (a.length === b.length || a.replaceAll(' ', '') !== b.replaceAll(' ', '')) return false
  const [x, y] = [a.split(' '), b.split(' ')]
  let [i, j] = [0, 0]
  while (i < x.length && j < y.length) {
    const pieces: string[] = []
    const fewer = x[i]!.length < y[j]!.length
    const [words, whole] = fewer ? [x, y[j]!] : [y, x[i]!]
    for (let at = fewer ? i : j; pieces.join('').length < whole.length && at < words.length; at += 1)
      pieces.push(words[at]!)
    if (pieces.join('') !== whole) return false
    const bare = (word: string) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    const isPiece = (word: string) => /^\p{L}+$/u.test(bare(word)) && !isKnown(bare(word))
    if (pieces.length > 1 && !(pieces.every(isPiece) && isKnown(bare(whole)))) return false
    i += fewer ? pieces.length : 1
    j += fewer ? 1 : pieces.length
  }
  return i === x.length && j === y.length
}

/** Set in capitals by a layout: three letters or more and none small. */
const isShouted = (text: string): boolean => /\p{Lu}.*\p{Lu}.*\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
