/** The written forms of amounts, the most telling first: what they look like and what they say. */
import type {Quantity} from '../plan-tree/nodes.ts'
import {fractions, number, numberWord, ones, plain, scaled, spelled} from './numbers.ts'

const scale = '(?:\\s?(k|m|mn|bn|b|thousand|million|billion)\\b)?'
const currencies: Readonly<Record<string, string>> = {'£': 'GBP', $: 'USD', '€': 'EUR'}

/** Rows of id, pattern and reading; a later row takes only what no earlier one took. */
export const amounts: readonly (readonly [
  id: string,
  words: RegExp,
  read: (match: RegExpExecArray) => Omit<Quantity, 'bound'> | undefined
])[] = [
  [
    'money',
    new RegExp(`([£$€])\\s?(${number})${scale}`, 'gi'),
    ([, sign, n, s]) => ({amount: scaled(n!, s), unit: currencies[sign!]!})
  ],
  [
    'out-of',
    new RegExp(
      `\\b(${number})\\s(?:out\\sof|in\\severy|of\\sthe|in)\\s(?:every\\s)?(\\d{1,6})\\b(?!\\s?(?:st|nd|rd|th|days?|weeks?|months?|years?|working|%))(?=\\W|$)`,
      'gi'
    ),
    ([words, n, whole]) => {
      const [amount, of] = [plain(n!), Number(whole)]
      if (amount > of || (of >= 1900 && of <= 2100) || (/\sin\s/.test(words) && (of > 100 || amount >= of)))
        return undefined
      return {amount, unit: `${/\sin\s/.test(words) ? 'in' : 'of'} ${whole}`}
    }
  ],
  [
    'share-in-words',
    new RegExp(
      `\\b(${ones.join('|')})\\s(?:in|out\\sof)\\s(?:every\\s)?(two|three|four|five|ten|twenty|a\\shundred|\\d{1,3})\\b(?!\\s?(?:days?|weeks?|months?|years?|hours?))`,
      'gi'
    ),
    ([, n, whole]) => {
      const [amount, of] = [spelled(n!)!, spelled(whole!) ?? Number(whole)]
      return amount >= of ? undefined : {amount, unit: `in ${of}`}
    }
  ],
  [
    'percent',
    new RegExp(`((?<!\\d)[+-]|)(${number})\\s?(?:%|per\\s?cent\\b|percent\\b)(?:\\s?(points?)\\b|-point\\b)?`, 'gi'),
    ([, , n, points]) => ({amount: plain(n!), unit: points ? 'percentage points' : '%'})
  ],
  [
    'points',
    new RegExp(`((?<!\\d)[+-]|)(${number})\\s?(?:ppts?|pps?|percentage[\\s-]points?)\\b`, 'gi'),
    ([, , n]) => ({amount: plain(n!), unit: 'percentage points'})
  ],
  [
    'duration',
    new RegExp(
      `\\b(${number}|${numberWord})[\\s-](?:(?:working|calendar|consecutive|full|school|clear|business)\\s)?(minute|hour|day|week|month|year|school\\sterm|term)s?\\b`,
      'gi'
    ),
    ([, n, unit]) => ({
      amount: spelled(n!) ?? plain(n!),
      unit: `${unit!.toLowerCase().replace(/^school /, '')}s`
    })
  ],
  [
    'share',
    /\b(?<!\band\s)(two[\s-]thirds|three[\s-]quarters|one[\s-](?:half|third|quarter|fifth|tenth)|a\s(?:half|third|quarter|fifth|tenth)|half)\b(?!\s?(?:year|term|yearly|day|an?\s(?:hour|day|year)))/gi,
    ([, words]) => {
      const amount = fractions[words!.toLowerCase().replace(/[\s-]+/g, ' ')]
      return amount === undefined ? undefined : {amount: Math.round(amount * 10) / 10, unit: '%'}
    }
  ],
  [
    'count',
    new RegExp(
      `(?<![\\d.,/A-Za-z#:_-])([+-]?)(${number})(?:\\s?(k|m|thousand|million|billion)\\b)?(\\+)?(?![\\d/:%])(?!\\.\\d)`,
      'gi'
    ),
    ([, , n, s]) => ({amount: scaled(n!, s), unit: ''})
  ],
  [
    'word',
    new RegExp(
      `\\b(?!one\\s[a-z])(${numberWord})\\s(?=(?:more\\s|new\\s|additional\\s|further\\s|extra\\s|young\\s)?(?:[a-z][a-z-]{2,20}s|people|children)\\b)`,
      'gi'
    ),
    ([, n]) => {
      const amount = spelled(n!)
      return amount === undefined ? undefined : {amount, unit: ''}
    }
  ]
]
