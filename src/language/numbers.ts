/** Numbers in digits and in words: the patterns that find them and what they say. */
import type {Quantity} from '../plan-tree/nodes.ts'

/** Digits of a number, with or without thousands marked, as the source of a pattern. */
export const number = '\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,4})?|\\d{1,12}(?:\\.\\d{1,4})?'
const scales: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9
}
export const ones = 'one two three four five six seven eight nine'.split(' ')
const teens = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** 'seven', 'twenty-one', 'three hundred'. */
export const numberWord = `(?:(?:${tens.join('|')})(?:[\\s-](?:${ones.join('|')}))?|(?:${ones.join('|')}|an?)\\s(?:hundred|thousand)|${teens.join('|')}|${ones.join('|')})`

/** Met by every text that holds a number in digits or in words, or a share: nearly no other is. */
export const holdsNumber = new RegExp(
  `\\d|\\b(?:${[...ones, ...teens, ...tens].join('|')}|half|an?\\s(?:half|third|quarter|fifth|tenth|hundred|thousand))`,
  'i'
)

/** The number that words say; undefined where they say none. */
export function spelled(words: string): number | undefined {
  let sum = 0
  for (const word of words.toLowerCase().split(/[\s-]+/)) {
    const [one, teen, ten] = [ones.indexOf(word), teens.indexOf(word), tens.indexOf(word)]
    if (one >= 0) sum += one + 1
    else if (teen >= 0) sum += teen + 10
    else if (ten >= 0) sum += 10 * (ten + 2)
    else if (word === 'hundred' || word === 'thousand') sum = Math.max(1, sum) * (word === 'hundred' ? 100 : 1000)
    else if (word !== 'a' && word !== 'an') return undefined
  }
  return sum
}
/** A bare number in words ('forty') as a quantity. */
export function spelledQuantity(words: string): Quantity | undefined {
  const amount = spelled(words.trim())
  return amount === undefined ? undefined : {amount, unit: '', bound: 'exactly'}
}
/** Shares in words, in %. */
export const fractions: Readonly<Record<string, number>> = {
  half: 50,
  'a half': 50,
  'one half': 50,
  'a third': 100 / 3,
  'one third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'one quarter': 25,
  'three quarters': 75,
  'a fifth': 20,
  'one fifth': 20,
  'a tenth': 10,
  'one tenth': 10
}

/** The number that digits say. */
export function plain(words: string): number {
  return Number(words.replaceAll(',', ''))
}

/** The same with its scale: '1.7' and 'million'. */
export function scaled(words: string, suffix: string | undefined): number {
  return Number((plain(words) * (suffix ? scales[suffix.toLowerCase()]! : 1)).toPrecision(12))
}
