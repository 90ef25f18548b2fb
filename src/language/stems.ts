import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'

/** Porter's stem of a lower-case English word (M. F. Porter, 1980). */
export function stem(word: string): string {
  return porter.stem(word)
}
