/** Words for levels that a plan makes its own: 'Programme 1 …', 'Programme 2 …', 'Policy T1', 'Policy T2'. */

import {coded, numberOf, pluralOf} from '../../level-labels.ts'
import type {Lexicon} from '../../lexicon.ts'
import {countWord} from '../../number-words.ts'
import type {Piece} from '../../pieces.ts'
import type {LevelWord} from '../../vocabulary.ts'
import {wordCount} from '../../words.ts'
import {startsLikeAction} from '../words/goal-words.ts'
import {misprintedLevels} from './misprints.ts'

/** A word or three, a number, perhaps a mark, and a title. */
const numbered =
  /^(?:The )?(\p{Lu}[\p{L}&'’-]{2,20}(?: (?:\/ )?[\p{L}&'’-]{2,20}){0,2}) (?:[Nn]o\.? ?|#)?([A-Z]{0,2}-?\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,4}|[A-H]|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)(?:\s*[:.–—-]+\s*|\s+|$)(.*)$/u

/** What is numbered in any document, and holds no goals. */
const never =
  /\b(?:figure|fig|table|chart|map|photo|plate|box|appendix|annex|annexe|schedule|attachment|section|chapter|part|volume|page|paragraph|item|note|question|finding|case|example|exhibit|article|clause|rule|regulation|week|day|month|year|quarter|phase|stage|unit|lesson|module|session|lot|version|draft|level|grade|class|band|zone|tier|ward|district|option|scenario|assumption|risk|lesson|hypothesis|study|round|meeting|agenda|minute|resolution|exercise|problem|room|floor|building|group|team|cohort|act|scene|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/i

/** Longest line that may open a goal, words. */
const longest = 45
/** Fewest numbers that make a level. */
const leastNumbers = 2

/** Level words that the lexicon does not know and that number a series of headings or lines, from its first number on. */
export function learnedLevels(pieces: readonly Piece[], lexicon: Lexicon): LevelWord[] {
  const numbers = new Map<string, Map<string, string>>()
  for (const piece of pieces) {
    if (piece.kind !== 'heading' && !(piece.kind === 'paragraph' && piece.bold) && piece.kind !== 'paragraph') continue
    const match = wordCount(piece.text) <= longest ? numbered.exec(piece.text) : null
    if (!match || never.test(match[1]!) || lexicon.levelOf(piece.text)) continue
    // running text goes on in lower case: 'Programme 1 is led by …'
    if (/^\p{Ll}/u.test(match[3]!)) continue
    const word = match[1]!.toLowerCase()
    const titles = numbers.get(word) ?? new Map<string, string>()
    const number = numberOf(match[2]!)
    // a number printed by itself, and elsewhere with its title
    titles.set(number, match[3]! || (titles.get(number) ?? ''))
    numbers.set(word, titles)
  }
  const learned = [...numbers].flatMap(([word, titles]): LevelWord[] => {
    const own = [...titles.values()].filter((title) => title !== '')
    const distinct = new Set(own).size
    const first = [...titles.keys()].some((number) => /^(?:[a-z]{0,2}-?1(?:\.1)?|i|a)$/.test(number))
    return first && titles.size >= leastNumbers && (distinct === own.length || distinct === 1)
      ? [countedIn(pieces, word, titles.size) ? {word, rank: 2} : {word, rank: 2, needsGoals: true}]
      : []
  })
  return [...learned, ...bareLevels(pieces, lexicon), ...codes(pieces), ...misprintedLevels(pieces, lexicon)]
}

/** The plan says how many of them it has: 'There are five big asks.' */
function countedIn(pieces: readonly Piece[], word: string, number: number): boolean {
  const plural = pluralOf(word)
  const said = `${countWord(number) ?? number} `
  return pieces.some(({text}) => {
    const at = text.toLowerCase().indexOf(plural)
    return (
      at > 0 &&
      text
        .toLowerCase()
        .slice(Math.max(0, at - longestCount), at)
        .includes(said)
    )
  })
}

/** Characters before the word in which its number may stand: 'five very big asks'. */
const longestCount = 30

/** Quarters, halves, years, figures, questions and answers, and weeks are no goals. */
const otherCodes = /^(?:Q|H|Y|FY|F|A|QA|W|V|R|T|M|P|S|CO|PM|SO)$/

/** 'O1: …', 'O2: …' as headings: letters that number the plan's goals. */
function codes(pieces: readonly Piece[]): LevelWord[] {
  const series = new Map<string, Set<string>>()
  for (const {kind, text} of pieces) {
    const [whole = '', letters, , number] = (kind === 'heading' ? coded.exec(text) : null) ?? []
    if (letters && number && !otherCodes.test(letters) && /^\p{Lu}/u.test(text.slice(whole.length)))
      series.set(letters, (series.get(letters) ?? new Set()).add(number))
  }
  const found = [...series].filter(
    ([, numbers]) => numbers.size >= leastNumbers && (numbers.has('1') || followOn([...numbers]))
  )
  // 'A1', 'A2', 'B1', 'B2' are of one level, parted by what stands over the letters
  const means = found.length > 1 ? {means: found[0]![0].toLowerCase()} : {}
  return found.map(([letters]) => ({word: letters.toLowerCase(), rank: 2, needsGoals: true, code: true, ...means}))
}

/** The first two of them follow each other: a part of a series that a page prints, 'D-16', 'D-17'. */
function followOn([first, second]: readonly string[]): boolean {
  return Number(second) === Number(first) + 1
}

/** Lines that must start with a level's word, and with something to be done right after it. */
const leastBare = 3

/** 'Objective Provide a …', 'Objective Train each …': words of levels that a plan prints without number or mark. */
function bareLevels(pieces: readonly Piece[], {vocabulary}: Lexicon): LevelWord[] {
  const lines = pieces
    .flatMap((piece) => (piece.kind === 'paragraph' || piece.kind === 'heading' ? piece.lines : []))
    .filter((line) => /^\p{Lu}/u.test(line))
    .map((line) => ({line, lower: line.toLowerCase()}))
  return vocabulary.levels
    .filter(({rank}) => rank < 5)
    .filter(({word}) => {
      const start = `${word} `
      const starts = lines.filter(({line, lower}) => {
        const rest = lower.startsWith(start) ? line.slice(start.length) : ''
        return /^\p{Lu}\p{Ll}/u.test(rest) && startsLikeAction(rest)
      })
      return starts.length >= leastBare
    })
    .map((level) => ({...level, bare: true}))
}
