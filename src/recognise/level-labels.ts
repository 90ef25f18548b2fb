/** Labels of levels taken apart: 'Pledge Four: We will …', 'O1: …', 'Our strategic outcomes'. */

import {remembered} from '../language/remembered.ts'
import {numberWords, ordinalWords} from './number-words.ts'
import type {LevelWord, Vocabulary} from './vocabulary.ts'
import {collapse, fold, wordCount} from './words.ts'

/** 'Pledge Four: We will …' taken apart. */
export interface LevelLabel {
  level: LevelWord
  /** As printed, without number: 'Pledge', 'Strategic outcome'. */
  term: string
  /** As printed with its number: 'Pledge Four'. Absent when no number is printed. */
  label?: string
  /** The number for comparison: '4' for 'Four', '1.10', 'iv'. */
  number?: string
  title: string
  continued: boolean
}

/** What a line says as a level's label, if it is one. */
export type LevelReader = (text: string) => LevelLabel | undefined
/** The level that a heading names as a whole. */
export type LevelNamer = (text: string) => LevelWord | undefined

const numberPattern = `(?:\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?|[a-z](?:\\.\\d{1,2}){1,3}|[ivxlc]{1,5}\\.(?:[a-z]|\\d{1,2})|[a-z]{1,2}-?\\d{1,2}|[ivxlc]{1,6}|[a-z]|${numberWords.join('|')})`

/** Longest level's word with its qualifiers, words. */
const longestAlone = 4

export function labelAlone(text: string, levels: LevelReader): LevelLabel | undefined {
  const words = collapse(text.replace(/\s*:$/, '').replace(/^(?:our|the) /i, ''))
  if (wordCount(words) > longestAlone || !/^[\p{L} -]+$/u.test(words)) return undefined
  const level = levels(`${words}: x`)
  return level && !level.label && level.title === 'x' ? {...level, title: ''} : undefined
}

/** 'O1: ', 'B2 ', 'Tech-13. ': letters and a number before a title; letters of a word, with a mark after them. */
export const coded =
  /^(?=[A-Z]{1,3}\d|\w{1,6}-?\d{1,2}\s*[:.)–-])([A-Z][A-Za-z]{0,4})(-?)(\d{1,2})(?:\s*[:.)–-]+\s*|\s+)(?=\p{L})/u

/** 'O1: Make it easy' in a plan that calls its goals so. */
export function codeOf(text: string, codes: ReadonlyMap<string, LevelWord>): LevelLabel | undefined {
  if (codes.size === 0) return undefined
  const [whole, letters = '', dash = '', number = ''] = coded.exec(collapse(text)) ?? []
  const level = codes.get(letters.toLowerCase())
  if (!whole || !level) return undefined
  const title = collapse(text).slice(whole.length).trim()
  return {
    level,
    term: 'goal',
    label: `${letters}${dash}${number}`,
    number: `${letters}${number}`.toLowerCase(),
    title,
    continued: false
  }
}

export function levelReader(vocabulary: Vocabulary, continued: RegExp): LevelReader {
  const words = [...vocabulary.levels].sort((a, b) => b.word.length - a.word.length)
  const named = new Map(words.map((level) => [level.word, level]))
  const byWord = new Map(words.map((level) => [level.word, named.get(level.means ?? level.word) ?? level]))
  const pattern = new RegExp(
    `^((?:(?:${vocabulary.qualifiers.join('|')})\\s+){0,3})(${words.map(({word}) => word).join('|')})(s?)` +
      `(?:\\s*(?:no\\.?|number|#)?\\s*(${numberPattern})(?=$|[\\s:.)–—|-]))?\\s*([:.)–—|-]*)\\s*`,
    'iu'
  )
  // any words may qualify a level that has a number and a mark after it: 'Quality priority 1: …'
  const qualified = new RegExp(
    `^((?:[\\p{L}&'’-]{2,20}\\s+){1,3})(${words.map(({word}) => word).join('|')})()\\s+(${numberPattern})\\s*([:.–—-]+)(?!\\d)\\s*`,
    'iu'
  )
  // '1.2. Objective: …': the number stands before the word
  const numberFirst = new RegExp(
    `^(\\d{1,2}(?:\\.\\d{1,2}){1,3}(?:\\.?[a-z])?|\\d{1,2}\\.?[a-z]|\\d{1,2}(?=[.)]\\s))[.)]?\\s*((?:(?:${vocabulary.qualifiers.join('|')})\\s+){0,2})(${words.map(({word}) => word).join('|')})\\s*:\\s*`,
    'iu'
  )
  // 'Second objective: …', 'Third Goal'
  const ordinalFirst = new RegExp(
    `^(${ordinalWords.join('|')})\\s+((?:(?:${vocabulary.qualifiers.join('|')})\\s+){0,2})(${words.map(({word}) => word).join('|')})(?:\\s*[:.–—-]+\\s*|$)`,
    'iu'
  )
  const onlyContinued = new RegExp(`^(?:${vocabulary.continued.join('|')})\\.?$`, 'i')
  return (text) => {
    const clean = collapse(text)
    const counted = /^[FSTEN]/i.test(clean) ? ordinalFirst.exec(clean) : null
    const countedLevel = counted ? byWord.get(counted[3]!.toLowerCase())! : undefined
    if (counted && countedLevel && countedLevel.rank < 5) {
      const title = clean.slice(counted[0].length).trim()
      return {
        level: countedLevel,
        term: collapse(`${counted[2]}${counted[3]}`),
        label: collapse(`${counted[1]} ${counted[2]}${counted[3]}`),
        number: String(ordinalWords.indexOf(counted[1]!.toLowerCase()) + 1),
        title: /^\d{1,2}$/.test(title) ? '' : title,
        continued: false
      }
    }
    const before = /^\d/.test(clean) ? numberFirst.exec(clean) : null
    if (before) {
      const [whole, number = '', qualifier = '', word = ''] = before
      return {
        level: byWord.get(word.toLowerCase())!,
        term: collapse(`${qualifier}${word}`),
        label: number,
        number: number.toLowerCase(),
        title: clean.slice(whole.length).trim(),
        continued: false
      }
    }
    const match = pattern.exec(clean) ?? qualified.exec(clean)
    if (!match) return undefined
    const [matched, qualifier = '', word = '', plural, printed, separator = ''] = match
    // 'Goal: 2.1 Inviting streets': the number stands after the mark
    const late =
      printed === undefined && separator.includes(':') ? numberAfterMark.exec(clean.slice(matched.length)) : null
    const [whole, number] = late ? [`${matched}${late[0]}`, late[1]] : [matched, printed]
    if (plural && !number) return undefined
    // 'Promised: …' is no 'promise D'
    if (number && /^\p{L}/u.test(clean.slice(qualifier.length + word.length + (plural ?? '').length))) return undefined
    let title = clean.slice(whole.length).trim()
    // 'Objective 3 (HP 151): …': what else it is numbered by is no part of its words
    if (number && separator === '') title = title.replace(alsoNumbered, '')
    let read = number
    // 'Priority a better start' is no 'priority A': a bare letter counts as a number only before a separator or in capitals
    if (number && /^[a-z]$/i.test(number) && separator === '' && !(title === '' || /^[A-Z]$/.test(number)))
      return undefined
    // 'Driver A A calmer town': a capital before another article is no article
    const lettered = /^[AI]$/.test(number ?? '') && /^(?:An?|The)\s/.test(title)
    if (number && /^[aAiI]$/.test(number) && separator === '' && title !== '' && !lettered) return undefined
    const level = byWord.get(word.toLowerCase())!
    const bare = level.bare === true && !plural && /^\p{Lu}\p{Ll}/u.test(title)
    if (!number && !/[:–—|-]/.test(separator) && !bare) return undefined
    if (number && number.length > 1 && /^[ivxlc]+$/i.test(number) && !isRoman(number)) read = undefined
    if (number && read === undefined) return undefined
    const goesOn = continued.test(` ${title}`) || onlyContinued.test(title)
    if (goesOn) title = ` ${title}`.replace(continued, '').trim().replace(onlyContinued, '')
    const term = collapse(`${qualifier}${word}${plural}`)
    return {
      level,
      term,
      ...(read ? {label: collapse(`${qualifier}${word} ${read}`), number: numberOf(read)} : {}),
      title,
      continued: goesOn
    }
  }
}

const alsoNumbered = /^\([^()]{1,30}\)\s*[:.–—-]+\s*(?=\p{L})/u
const numberAfterMark = /^(\d{1,2}(?:\.\d{1,2}){1,2})[.):]?\s+(?=\p{Lu})/u

function isRoman(text: string): boolean {
  return /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/i.test(text)
}

/** '4' for 'Four'; everything else in lower case as printed. */
export function numberOf(printed: string): string {
  const word = numberWords.indexOf(printed.toLowerCase())
  return word < 0 ? printed.toLowerCase() : String(word + 1)
}

/** 'priorities' of 'priority', 'areas for action' of 'area for action'. */
export const pluralOf: (word: string) => string = remembered((word) =>
  word.replace(/^(.*?)(?= (?:for|of) |$)/, (head) => (head.endsWith('y') ? `${head.slice(0, -1)}ies` : `${head}s`))
)

export function levelNamer(vocabulary: Vocabulary): LevelNamer {
  const words = [...vocabulary.levels].sort((a, b) => b.word.length - a.word.length)
  const patterns = words.map((level) => {
    const plural = pluralOf(level.word)
    // A plain word that stands nowhere in the text need not be searched for as a word by itself.
    return {level, pattern: new RegExp(`\\b${plural}\\b`, 'iu'), plain: /^[a-z -]+$/.test(plural) ? plural : ''}
  })
  return remembered((text) => {
    const folded = fold(text)
    let best: {level: LevelWord; at: number} | undefined
    for (const {level, pattern, plain} of patterns) {
      const at = folded.includes(plain) ? folded.search(pattern) : -1
      // the last level named is the one that the list holds: 'to meet our goals we have three priorities'
      if (at >= 0 && (!best || at > best.at + best.level.word.length)) best = {level, at}
    }
    return best?.level
  })
}
