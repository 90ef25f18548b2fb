/** The vocabulary made ready for reading: what a heading, a label or a column header says. */
import {remembered} from '../language/remembered.ts'
import {codeOf, type LevelLabel, labelAlone, levelNamer, levelReader, pluralOf} from './level-labels.ts'
import type {ColumnRole, LeadIn, LevelWord, SectionKind, Vocabulary} from './vocabulary.ts'
import {collapse, fold, wordCount} from './words.ts'

/** A label and the words printed after it: 'Timeline: completed within 3 months'. */
export interface Labelled {
  kind: LeadIn
  term: string
  rest: string
}

export interface Lexicon {
  vocabulary: Vocabulary
  levelOf(text: string): LevelLabel | undefined
  /** The level that a heading names as a whole, 'Our strategic outcomes' or 'Priorities for 2024'. */
  levelNamed(text: string): LevelWord | undefined
  /** It starts with its plural level word: 'Priority areas for action in …', not 'Improved outcomes for …'. */
  startsWithLevels(text: string): boolean
  /** The level whose word, perhaps qualified, is the whole line: 'Goal', 'Our strategic objective:'. */
  labelAlone(text: string): LevelLabel | undefined
  leadInOf(text: string): LeadIn | undefined
  labelled(text: string, lead?: string): Labelled | undefined
  sectionOf(text: string): SectionKind | undefined
  columnOf(text: string): ColumnRole | undefined
  isOthers(text: string): boolean
  isContinued(text: string): boolean
}

/** Longest heading or label that is looked up, characters: longer ones are sentences. */
const longestLookup = 180

const lexicons = new WeakMap<Vocabulary, Lexicon>()

export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary)
  if (known) return known
  const made = compile(vocabulary)
  lexicons.set(vocabulary, made)
  return made
}

function compile(all: Vocabulary): Lexicon {
  const vocabulary = {...all, levels: all.levels.filter(({code}) => !code)}
  const codes = new Map(
    all.levels.filter(({code}) => code).map((level) => [level.word, {...level, word: level.means ?? level.word}])
  )
  const others = anyOf(vocabulary.others.map((phrase) => `\\b(?:${phrase})\\b`))
  const continued = new RegExp(`[\\s(–—-]+(?:${vocabulary.continued.join('|')})\\.?\\)?$`, 'i')
  const levels = levelReader(vocabulary, continued)
  const named = levelNamer(vocabulary)
  const startsWith = new RegExp(
    `^(?:(?:${vocabulary.qualifiers.join('|')})\\s+){0,3}(?:${vocabulary.levels.map(({word}) => pluralOf(word)).join('|')})\\b`,
    'iu'
  )
  const leadIn = finder(vocabulary.leadIns)
  const column = finder(vocabulary.columns)
  // Many recognisers ask the same of one line.
  const leadInOf = remembered(
    (text) =>
      lastOfSeveral(text, leadIn) ??
      leadIn(text) ??
      announcing(text, leadIn) ??
      ofOne(text, leadIn) ??
      ofNames(text, leadIn) ??
      ofBody(text)
  )
  return {
    vocabulary: all,
    levelOf: remembered((text) => codeOf(text, codes) ?? levels(text.replace(dated, ''))),
    levelNamed: named,
    startsWithLevels: (text) => startsWith.test(lookup(text)),
    labelAlone: (text) => labelAlone(text, levels),
    leadInOf,
    labelled: (text, lead) => labelled(text, lead, leadInOf),
    sectionOf: remembered(finder(vocabulary.sections)),
    columnOf: remembered(
      (text) =>
        column(text.replace(/\(s\)(?=$|\W)/gi, 's')) ??
        columnByNoun(text, vocabulary) ??
        column(/^([^:]{3,40}):/.exec(text)?.[1] ?? '') ??
        columnOfPeriod(text, (name) => column(name) ?? columnByNoun(name, vocabulary)) ??
        columnOfLeadIn[leadInOf(text) ?? 'progress']
    ),
    isOthers: (text) => others.test(fold(text)),
    isContinued: (text) => continued.test(text.trim())
  }
}

/** Words that open a sentence before its subject: 'In order to do this', 'By December 2031,', 'Over the life of this plan,'. */
const opening =
  /^(?:so that [^,:]{2,100},|(?:in order )?to [^,:]{2,100}?(?:,|(?= (?:we|(?:the|our) [^,:]{3,40}) (?:will|shall)\b))|(?:by|over|during|in|from|between|within|through|with|working|together|as part of|this|next|[a-z]{3,}ing (?:on|upon|with|from)) [^,:]{2,80}?(?:,|(?= (?:we|(?:the|our) [^,:]{3,40}?) (?:will|shall|aims?|plans?|intends?)\b))) ?/i

/** 'People tell us that …. By 2031 we will:' announces what its last sentence says. */
function lastOfSeveral<Found>(text: string, find: (clause: string) => Found | undefined): Found | undefined {
  return /[.!?]\s+\S/.test(text) ? announcing(text, find) : undefined
}

/** What the last clause of a text that ends in a colon says: 'The trust wants …. To do this, the trust will:'. */
function announcing<Found>(text: string, find: (clause: string) => Found | undefined): Found | undefined {
  if (!text.endsWith(':')) return undefined
  const sentence = text.split(/(?<=[.!?])\s+/).at(-1)!
  const clause = sentence.replace(opening, '')
  return clause === text ? undefined : (find(sentence) ?? find(clause))
}

/** 'Strategic initiative' over a list of one. */
function ofOne<Found>(text: string, find: (plural: string) => Found | undefined): Found | undefined {
  const words = text.replace(/\s*:$/, '')
  if (!/^(?:\p{Lu}[\p{L}-]+ ){1,2}(?:action|activity|initiative|task|measure|indicator)$/iu.test(words))
    return undefined
  return find(`${words.replace(/y$/i, 'ie')}s`)
}

/** 'Target/outcome', 'Lead / partners': a label of several names; where one of them is measured, so are its words. */
function ofNames(text: string, find: (name: string) => LeadIn | undefined): LeadIn | undefined {
  if (!text.includes('/') || wordCount(text) > longestHeader) return undefined
  const kinds = text.split(/\s*\/\s*/).map((name) => find(name))
  if (kinds.length < 2 || kinds.includes(undefined)) return undefined
  return kinds.includes('measures') ? 'measures' : kinds[0]
}

/** 'In 2031 NWPS will:', 'Public services will be:': what a body or service that is named will do. */
const promiseOfBody =
  /^(?!.*\b(?:people|children|residents|families|patients|communities|learners|pupils|students|everyone|visitors|carers|tenants|users|it|they|this|these|which|that|who|there) (?:will|shall)\b)(?:(?:in|by|over|during|from|this|next) [^.,:;]{2,60}?,? )?(?:[\p{L}&/-]+ ){1,6}?(?:will|shall)(?: be| also)?:$/iu

function ofBody(text: string): LeadIn | undefined {
  return /^\p{Lu}/u.test(text) && promiseOfBody.test(text) ? 'actions' : undefined
}

/** A header that is a lead-in elsewhere says the same of its column. */
const columnOfLeadIn: Partial<Record<LeadIn, ColumnRole>> = {
  priorities: 'priority',
  actions: 'action',
  milestones: 'milestone',
  measures: 'measure',
  lead: 'lead',
  due: 'due',
  start: 'start',
  rationale: 'rationale',
  references: 'reference'
}

/** A level's word at the end of a column's header tells its role, whatever qualifies it: 'Corporate Plan Priority'. */
function columnByNoun(text: string, {levels}: Vocabulary): ColumnRole | undefined {
  const words = lookup(text.replace(/\s*\([^()]*\)\s*$/, ''))
  if (words === '' || wordCount(words) > longestHeader || notOwn.test(words)) return undefined
  const level = levels.find(({word}) => words.endsWith(` ${word}`) || words.endsWith(` ${pluralOf(word)}`))
  if (!level) return undefined
  if (level.rank >= 5) return level.word === 'milestone' ? 'milestone' : level.word === 'target' ? 'target' : 'measure'
  return level.rank > 3 ? 'action' : level.rank === 3 ? 'priority' : 'outcome'
}

/** 'Commitment for 2031-2033', 'Actions 2031/32': a column's name and the years that it is for. */
function columnOfPeriod(text: string, find: (name: string) => ColumnRole | undefined): ColumnRole | undefined {
  if (!text.includes('20')) return undefined
  const name = text.replace(
    /[\s:,–—-]+(?:for |in |over |during )?(?:the (?:period|years?) )?[\s([]*(?:fy ?)?20\d\d\b[\s\d/–—-]*(?:to 20\d\d)?[)\]]*$/i,
    ''
  )
  return name === text || wordCount(name) > longestHeader ? undefined : find(name)
}

/** Longest header that its last word tells, words. */
const longestHeader = 6

/** Qualifiers by which a level's word is somebody else's, or is no goal. */
const notOwn =
  /\b(?:linked|related|relevant|supporting|supported|associated|other|existing|national|previous|current|completed|no|number|ref|date|lead|status|learning|safety|control|security)\b/

/** 'Year 2 – Theme: …': when, before a level's word. */
const dated = /^(?:year (?:\d|one|two|three|four|five)|20\d\d(?:[/–-](?:20)?\d\d)?)\s*[:–-]\s*(?=\p{L})/iu

const whole: Readonly<Record<string, string>> = {ll: 'will', ve: 'have', re: 'are'}

/** Folded, without numbering, opening article or closing dots; '' when too long to be a heading. */
const lookup: (text: string) => string = remembered((text) => {
  if (text.length > longestLookup) return ''
  return fold(text.replace(/[….]+\s*$/, ''))
    .replace(/\b(we|you|they|it|who|what)'(ll|ve|re)\b/g, (_, who: string, cut: string) => `${who} ${whole[cut]}`)
    .replace(/^(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z])[.):]?\s+(?=\p{L})/u, (number) =>
      /^[ai]\s/.test(number) ? number : ''
    )
    .replace(/^(?:appendix|annex|section|part|chapter) [\da-z]{1,3}\s*[:.-]?\s*/, '')
    .replace(/[.:?!…\s-]+$/, '')
    .trim()
})

/** Finds the first list that has a phrase of a line's in it. */
function finder<Key extends string>(lists: Record<Key, string[]>): (text: string) => Key | undefined {
  const patterns = (Object.entries(lists) as [Key, string[]][])
    .filter(([, phrases]) => phrases.length > 0)
    .map(([key, phrases]) => [key, anyOf(phrases)] as const)
  return (text) => {
    const folded = lookup(text)
    return folded === '' ? undefined : patterns.find(([, pattern]) => pattern.test(folded))?.[0]
  }
}

/** Phrases for folded text. Where they hold no capital, none can be met: it is searched nearly twice as fast. */
function anyOf(phrases: string[]): RegExp {
  const pattern = phrases.map((phrase) => `(?:${phrase})`).join('|')
  return new RegExp(pattern || '(?!)', /(?<!\\)\p{Lu}/u.test(pattern) ? 'iu' : 'u')
}

/** Longest label before a colon or dash, words. 'How will we know that we have made a difference' has ten. */
const longestLabel = 14

function labelled(text: string, lead: string | undefined, leadInOf: Lexicon['leadInOf']): Labelled | undefined {
  const boldEnd = lead && lead.length < text.length && text.startsWith(lead) ? lead.length : -1
  const cut = /[:–—-]/.test(text) ? /^([^:]{2,120}?)\s*(?::|\s[-–—](?=\s)|[–—](?=\s))\s*/u.exec(text) : null
  const choices: [string, string][] = []
  // '**Lead** the work on …': a bold word that the sentence goes on from is no label
  if (boldEnd > 0 && !(/[\p{L}]$/u.test(lead!) && /^ \p{Ll}/u.test(text.slice(boldEnd))))
    choices.push([lead!, text.slice(boldEnd)])
  if (cut) choices.push([cut[1]!, text.slice(cut[0].length)])
  const question = text.includes('?') ? /^([^?.]{4,100}\?)\s+(?=\S)/u.exec(text) : null
  if (question) choices.push([question[1]!, text.slice(question[0].length)])
  for (const [term, after] of choices) {
    const rest = after.replace(/^[\s:–—-]+/u, '').trim()
    if (wordCount(term) > longestLabel || rest === '') continue
    const kind = leadInOf(term)
    if (kind) return {kind, term: collapse(term.replace(/[\s:–—-]+$/u, '')), rest}
  }
  return undefined
}
