/** Edits of one sentence as people make them between drafts, with what a reviewer would say of each. */
import type {ChangeClass, ChangeFacet} from '../../../../src/analyses/types.ts'
import {pick} from './seeded.ts'

type Random = () => number

export interface SentenceEdit {
  name: string
  class: ChangeClass
  /** Any of these is right. */
  facets?: ChangeFacet[]
  /** The sentence as the new draft has it; undefined where the edit does not apply. */
  edit: (sentence: string, random: Random) => string | undefined
}

/** The first match of a pattern replaced; undefined where there is none. */
const swap = (pattern: RegExp, by: string | ((match: string, ...groups: string[]) => string)) => (text: string) => {
  if (!pattern.test(text)) return undefined
  const after = typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by as never)
  return after === text ? undefined : after
}

const first =
  (...edits: ((text: string) => string | undefined)[]) =>
  (text: string) => {
    for (const edit of edits) {
      const after = edit(text)
      if (after !== undefined) return after
    }
    return undefined
  }

const months = 'January February March April May June July August September October November December'.split(' ')
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const bodies = ['Harbour Youth Assembly', 'Rivermouth Families Board', 'Northgate Learning Trust']

export const substantiveEdits: readonly SentenceEdit[] = [
  {
    name: 'will to aim to',
    class: 'substantive',
    facets: ['commitment'],
    edit: swap(/(?<=[a-z] )will(?= (?!not)[a-z])/, 'aim to')
  },
  {
    name: 'will to may',
    class: 'substantive',
    facets: ['commitment'],
    edit: swap(/(?<=[a-z] )will(?= (?!not)[a-z])/, 'may')
  },
  {
    name: 'bare promise to explore',
    class: 'substantive',
    facets: ['commitment', 'meaning'],
    edit: swap(
      /^(?:Develop|Give|Offer|Open|Train|Build|Teach|Bring|Make|Provide|Help|Support|Continue|Ensure|Improve|Create|Publish|Use|Review|Establish)\b/,
      (word) => `Explore how to ${lowered(word)}`
    )
  },
  {name: 'ensure to support', class: 'substantive', facets: ['commitment'], edit: swap(/\bensure(?= )/, 'support')},
  {
    name: 'will to will not',
    class: 'substantive',
    facets: ['meaning', 'commitment', 'title'],
    edit: swap(/(?<=[a-z] )will(?= (?!not)[a-z])/, 'will not')
  },
  {
    name: 'another number',
    class: 'substantive',
    facets: ['number', 'target', 'scope'],
    edit: swap(/(?<![\d.,/-])(?!20[0-4]\d)\d{2,3}(?=%| [a-z])/, (number) =>
      String(Number(number) + (Number(number) > 50 ? -7 : 7))
    )
  },
  {
    name: 'another year',
    class: 'substantive',
    facets: ['date'],
    edit: swap(/(?<![\d-])(20[12])(\d)(?![\d-])/, (_, decade, year) => `${decade}${(Number(year) + 1) % 10}`)
  },
  {
    name: 'another month',
    class: 'substantive',
    facets: ['date'],
    edit: swap(
      /\b(January|February|March|April|June|July|August|September|October|November|December) (?=20\d\d)/,
      (_, month) => `${months[(months.indexOf(month) + 3) % 12]} `
    )
  },
  {
    name: 'young people in care only',
    class: 'substantive',
    facets: ['scope'],
    edit: first(
      swap(/\byoung people(?= [a-z])/, 'young people in care'),
      swap(/\bfamilies(?= [a-z])/, 'families in need')
    )
  },
  {
    name: 'all to most',
    class: 'substantive',
    facets: ['scope'],
    edit: first(swap(/\ball(?= [a-z])/, 'most'), swap(/\bevery(?= [a-z])/, 'almost every'))
  },
  {
    name: 'children to toddlers',
    class: 'substantive',
    facets: ['scope'],
    edit: swap(/\bchildren(?= [a-z])/, 'toddlers')
  },
  {
    name: 'scope dropped',
    class: 'substantive',
    facets: ['scope', 'meaning'],
    edit: swap(/\bchildren and young people\b/, 'children')
  },
  {
    name: 'tail dropped',
    class: 'substantive',
    edit: (text) => {
      const words = text.split(' ')
      if (words.length < 14) return undefined
      const end = /[.!?]$/.exec(text)?.[0] ?? ''
      return `${words.slice(0, -5).join(' ').replace(/[,;]$/, '')}${end}`
    }
  },
  {
    name: 'clause added',
    class: 'substantive',
    edit: (text, random) => {
      const end = /[.]$/.exec(text)?.[0]
      if (!end || text.split(' ').length < 8) return undefined
      return `${text.slice(0, -1)}, ${pick(['starting with the harbour towns', 'once a grant has been found', 'together with the port authority'], random)}${end}`
    }
  },
  {
    name: 'another body',
    class: 'substantive',
    facets: ['name', 'lead', 'meaning'],
    edit: (text, random) =>
      swap(
        /\bthe (?:[A-Z][a-z]+ ){1,3}(?:Board|Partnership|Trust|Committee|Forum|Team|Group|Council|Service)\b(?! [A-Z])/,
        `the ${pick(bodies, random)}`
      )(text)
  },
  {
    name: 'said quite otherwise',
    class: 'substantive',
    edit: (text) => {
      const words = text.split(' ')
      if (words.length < 12) return undefined
      const half = Math.ceil(words.length / 2)
      return `${words.slice(0, half).join(' ')} wherever a library stays open for long enough.`
    }
  }
]

export const editorialEdits: readonly SentenceEdit[] = [
  {
    name: 'serial comma',
    class: 'editorial',
    edit: first(
      swap(/(\p{L}+, \p{Ll}+) and (?=\p{Ll})/u, '$1, and '),
      swap(/(\p{L}+, [\p{L} ]{3,20}), and (?=\p{Ll})/u, '$1 and ')
    )
  },
  {name: 'and to &', class: 'editorial', edit: swap(/ and /, ' & ')},
  {
    name: 'misspelling',
    class: 'editorial',
    edit: (text, random) => {
      const words = [...text.matchAll(/(?<![\p{L}-])\p{Ll}{7,}(?![\p{L}-])/gu)]
      if (words.length === 0) return undefined
      const {index, 0: word} = pick(words, random)
      const at = 2 + Math.floor(random() * (word.length - 4))
      const wrong =
        random() < 0.5
          ? word.slice(0, at) + word.slice(at + 1)
          : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)
      return wrong === word ? undefined : text.slice(0, index) + wrong + text.slice(index + word.length)
    }
  },
  {
    name: 'z for s',
    class: 'editorial',
    edit: swap(/\b(organ|recogn|util|prior|emphas|minim|maxim|real)is(?=e|ing|ation)/, '$1iz')
  },
  {
    name: 'for example to e.g.',
    class: 'editorial',
    edit: first(swap(/\bfor example,? /, 'e.g. '), swap(/\be\.g\.,? /, 'for example '))
  },
  {
    name: 'capitals',
    class: 'editorial',
    edit: (text) =>
      text.length > 30 ? swap(/(?<=\p{Ll} )(\p{Ll})(\p{Ll}{6,} )/u, (_, a, b) => a.toUpperCase() + b)(text) : undefined
  },
  {
    name: 'which for that',
    class: 'editorial',
    edit: swap(/(?<=\p{L} )that (?=(?:will|are|is|have|has|can) )/u, 'which ')
  },
  {
    name: 'the inserted',
    class: 'editorial',
    edit: swap(/ (to|of|for|with) (?=(?:schools|services|parents|families|partners|carers) )/, ' $1 the ')
  },
  {name: 'plural', class: 'editorial', edit: swap(/\b(service|plan|pathway|programme|partner|school)s\b/, '$1')},
  {
    name: 'contraction',
    class: 'editorial',
    edit: first(
      swap(/\bcannot\b/, "can't"),
      swap(/\bdo not\b/, "don't"),
      swap(/\b(W|w)e will\b/, "$1e'll"),
      swap(/\bit is\b/, "it's")
    )
  },
  {
    name: 'hyphen',
    class: 'editorial',
    edit: first(
      swap(/\bwell-being\b/i, 'wellbeing'),
      swap(/\bwellbeing\b/i, 'well-being'),
      swap(/\bmulti-agency\b/, 'multi agency'),
      swap(/\bonline\b/, 'on-line'),
      swap(/\blong-term\b/, 'long term')
    )
  },
  {name: 'percent', class: 'editorial', edit: first(swap(/(\d)%/, '$1 per cent'), swap(/(\d) per ?cent/, '$1%'))},
  {
    name: 'digits for words',
    class: 'editorial',
    edit: swap(/(?<=[a-z] )(three|four|five|six|seven|eight|nine|ten|twelve)(?= [a-z])/, (word) =>
      String({three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12}[word]!)
    )
  },
  {
    name: 'month in short',
    class: 'editorial',
    edit: swap(/\b(Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?:uary|ust|ember|ober) (?=20\d\d)/, '$1 ')
  },
  {name: 'thousands', class: 'editorial', edit: swap(/(\d),(?=\d{3}\b)/, '$1')},
  {name: 'brackets for commas', class: 'editorial', edit: swap(/, ((?:including|such as) [^,()]{5,60}),/, ' ($1)')},
  {name: 'semicolon for full stop', class: 'editorial', edit: swap(/; (?=\p{Ll})/u, ', ')},
  {name: 'double word', class: 'editorial', edit: swap(/ (the|of|to|and) (?=\p{Ll})/u, ' $1 $1 ')}
]
