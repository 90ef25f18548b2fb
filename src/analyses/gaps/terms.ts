import {generalLexicon, type TermFinder, termFinder} from '../../language/lexicon.ts'
import {wordsIn} from '../../language/stems.ts'

let finder: TermFinder | undefined

/** The terms of public services that a text names, by their leading form, in order. */
export function termsOf(text: string): ReadonlySet<string> {
  finder ??= termFinder(generalLexicon())
  return new Set(finder.find(wordsIn(text), text).map(({say}) => say))
}
