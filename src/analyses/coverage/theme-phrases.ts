import {generalLexicon, type Lexicon, type TermFinder, termFinder} from '../../language/lexicon.ts'
import {type Phrase, phraseOf} from '../../language/phrases.ts'
import {wordsIn} from '../../language/stems.ts'
import type {Theme} from '../types.ts'

/** What a theme is found by. */
export interface ThemePhrases {
  phrases: Phrase[]
  /** What stands in one of these does not count. */
  except: Phrase[]
  /** Terms of the lexicon that the theme itself speaks of, by their leading form. */
  terms: ReadonlySet<string>
}

/** Terms of public services in texts: those of the general lexicon. */
export function serviceTerms(): {lexicon: Lexicon; finder: TermFinder} {
  known ??= {lexicon: generalLexicon(), finder: termFinder(generalLexicon())}
  return known
}
let known: {lexicon: Lexicon; finder: TermFinder} | undefined

/**
 * The phrases that show a theme: its own, or its name where it has none, and every form that the lexicon holds equal to one
 * of them. A term is taken by its leading form alone: 'deprivation' shows poverty, and its term's 'vulnerable' would not.
 * What the product knows of the same theme (`known`) counts too, unless the theme is to be taken by its own words alone.
 */
export function themePhrases(theme: Theme, known: readonly Theme[] = []): ThemePhrases {
  const ready = prepared.get(theme)
  if (ready?.known === known) return ready.phrases
  const phrases = madeReady(theme, known)
  prepared.set(theme, {known, phrases})
  return phrases
}

/** A theme's phrases are made ready once, however many plans are looked through. */
const prepared = new WeakMap<Theme, {known: readonly Theme[]; phrases: ThemePhrases}>()

function madeReady(theme: Theme, known: readonly Theme[]): ThemePhrases {
  const {lexicon, finder} = serviceTerms()
  const same = theme.exact ? undefined : sameTheme(theme, known)
  const own = [...(theme.synonyms.length > 0 ? theme.synonyms : [theme.name]), ...(same?.synonyms ?? [])]
  const said = new Set(own.map(folded))
  const equal = theme.exact
    ? []
    : lexicon.terms.flatMap(({say, equal: forms}) => (said.has(folded(say)) ? forms.filter(isTelling) : []))
  const terms = [theme.name, theme.scope ?? '', ...own].flatMap((text) => finder.find(wordsIn(text), text))
  return {
    phrases: phrasesOf([...own, ...equal]),
    except: phrasesOf([...(theme.except ?? []), ...(same?.except ?? [])]),
    terms: new Set(terms.map(({say}) => say))
  }
}

/** Of an equal form one plain word is too broad by itself: 'engagement' is participation, but not in every measure. */
function isTelling(form: string): boolean {
  return /\p{L}.*[\s-].*\p{L}/u.test(form) || /^\p{Lu}{2}/u.test(form)
}

function phrasesOf(texts: readonly string[]): Phrase[] {
  const once = new Map(texts.map((text) => [folded(text), text]))
  return [...once.values()]
    .map(phraseOf)
    .filter((phrase) => phrase?.parts.some(({stem}) => /\p{L}/u.test(stem)))
    .filter((phrase) => phrase !== undefined)
}

/** Phrases that two themes must share to be one: a single one ('training') may belong to several. */
const sharedPhrases = 2

function sameTheme({synonyms}: Theme, known: readonly Theme[]): Theme | undefined {
  const said = new Set(synonyms.map(folded))
  const scored = known.map((theme) => ({theme, shared: theme.synonyms.filter((text) => said.has(folded(text))).length}))
  const best = scored.reduce<(typeof scored)[number] | undefined>(
    (top, each) => (each.shared > (top?.shared ?? 0) ? each : top),
    undefined
  )
  return best && best.shared >= sharedPhrases ? best.theme : undefined
}

function folded(text: string): string {
  return /^[\p{Lu}\p{N}&]{2,}$/u.test(text)
    ? text
    : text
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
}
