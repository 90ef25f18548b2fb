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

/** A vocabulary's levels as patterns of labels. */
interface LabelPatterns {
  levelOf(word: string): LevelWord
  /** 'Pledge Four: …' */
  wordFirst: RegExp
  /** 'Quality priority 1: …': any words may qualify a level that has a number and a mark after it. */
  qualified: RegExp
  /** '1.2. Objective: …' */
  numberFirst: RegExp
  /** 'Second objective: …', 'Third Goal' */
  ordinalFirst: RegExp
  /** '… continued' */
  continued: RegExp
  onlyContinued: RegExp
}

function labelPatterns(vocabulary: Vocabulary, continued: RegExp): LabelPatterns {
  const levels = [...vocabulary.levels].sort((a, b) => b.word.length - a.word.length)
  const named = new Map(levels.map((level) => [level.word, level]))
  const byWord = new Map(levels.map((level) => [level.word, named.get(level.means ?? level.word) ?? level]))
  const words = levels.map(({word}) => word).join('|')
  const qualifiers = vocabulary.qualifiers.join('|')
  return {
    levelOf: (word) => byWord.get(word.toLowerCase())!,
    wordFirst: new RegExp(
      `^((?:(?:${qualifiers})\\s+){0,3})(${words})(s?)` +
        `(?:\\s*(?:no\\.?|number|#)?\\s*(${numberPattern})(?=$|[\\s:.)–—|-]))?\\s*([:.)–—|-]*)\\s*`,
      'iu'
    ),
    qualified: new RegExp(
      `^((?:[\\p{L}&'’-]{2,20}\\s+){1,3})(${words})()\\s+(${numberPattern})\\s*([:.–—-]+)(?!\\d)\\s*`,
      'iu'
    ),
    numberFirst: new RegExp(
      `^(\\d{1,2}(?:\\.\\d{1,2}){1,3}(?:\\.?[a-z])?|\\d{1,2}\\.?[a-z]|\\d{1,2}(?=[.)]\\s))[.)]?\\s*((?:(?:${qualifiers})\\s+){0,2})(${words})\\s*:\\s*`,
      'iu'
    ),
    ordinalFirst: new RegExp(
      `^(${ordinalWords.join('|')})\\s+((?:(?:${qualifiers})\\s+){0,2})(${words})(?:\\s*[:.–—-]+\\s*|$)`,
      'iu'
    ),
    continued,
    onlyContinued: new RegExp(`^(?:${vocabulary.continued.join('|')})\\.?$`, 'i')
  }
}

export function levelReader(vocabulary: Vocabulary, continued: RegExp): LevelReader {
  const patterns = labelPatterns(vocabulary, continued)
  return (text) => {
    const line = collapse(text)
    return ordinalLabel(line, patterns) ?? numberedLabel(line, patterns) ?? wordLabel(line, patterns)
  }
}

/** 'Second objective: …', of a level that holds goals. */
function ordinalLabel(line: string, {ordinalFirst, levelOf}: LabelPatterns): LevelLabel | undefined {
  const [whole, ordinal = '', qualifier = '', word = ''] =
    (/^[FSTEN]/i.test(line) ? ordinalFirst.exec(line) : null) ?? []
  if (whole === undefined || levelOf(word).rank >= 5) return undefined
  const title = line.slice(whole.length).trim()
  return {
    level: levelOf(word),
    term: collapse(`${qualifier}${word}`),
    label: collapse(`${ordinal} ${qualifier}${word}`),
    number: String(ordinalWords.indexOf(ordinal.toLowerCase()) + 1),
    title: /^\d{1,2}$/.test(title) ? '' : title,
    continued: false
  }
}

/** '1.2. Objective: …' */
function numberedLabel(line: string, {numberFirst, levelOf}: LabelPatterns): LevelLabel | undefined {
  const [whole, number = '', qualifier = '', word = ''] = (/^\d/.test(line) ? numberFirst.exec(line) : null) ?? []
  if (whole === undefined) return undefined
  return {
    level: levelOf(word),
    term: collapse(`${qualifier}${word}`),
    label: number,
    number: number.toLowerCase(),
    title: line.slice(whole.length).trim(),
    continued: false
  }
}

/** 'Pledge Four: …', 'Goal: 2.1 …', 'Objective: …' */
function wordLabel(line: string, patterns: LabelPatterns): LevelLabel | undefined {
  const match = patterns.wordFirst.exec(line) ?? patterns.qualified.exec(line)
  if (!match) return undefined
  const [matched, qualifier = '', word = '', plural = '', printed, separator = ''] = match
  // 'Goal: 2.1 Inviting streets': the number stands after the mark
  const late =
    printed === undefined && separator.includes(':') ? numberAfterMark.exec(line.slice(matched.length)) : null
  const [whole, number] = late ? [`${matched}${late[0]}`, late[1]] : [matched, printed]
  // 'Promised: …' is no 'promise D'
  if (number && /^\p{L}/u.test(line.slice(qualifier.length + word.length + plural.length))) return undefined
  const rest = line.slice(whole.length).trim()
  // 'Objective 3 (HP 151): …': what else it is numbered by is no part of its words
  const title = number && separator === '' ? rest.replace(alsoNumbered, '') : rest
  const level = patterns.levelOf(word)
  if (number) {
    if (!isNumber(number, separator, title)) return undefined
  } else {
    const bare = level.bare === true && /^\p{Lu}\p{Ll}/u.test(title)
    if (plural || (!/[:–—|-]/.test(separator) && !bare)) return undefined
  }
  const {continued, onlyContinued} = patterns
  const goesOn = continued.test(` ${title}`) || onlyContinued.test(title)
  return {
    level,
    term: collapse(`${qualifier}${word}${plural}`),
    ...(number ? {label: collapse(`${qualifier}${word} ${number}`), number: numberOf(number)} : {}),
    title: goesOn ? ` ${title}`.replace(continued, '').trim().replace(onlyContinued, '') : title,
    continued: goesOn
  }
}

/** What stands where a number does is one, and no word that a title starts with. */
function isNumber(number: string, separator: string, title: string): boolean {
  if (separator === '' && title !== '') {
    // 'Priority a better start' is no 'priority A': a bare letter counts as a number only before a separator or in capitals
    if (/^[a-z]$/.test(number)) return false
    // 'Driver A A calmer town': a capital before another article is no article
    if (/^[AI]$/.test(number) && !/^(?:An?|The)\s/.test(title)) return false
  }
  return number.length === 1 || !/^[ivxlc]+$/i.test(number) || isRoman(number)
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
