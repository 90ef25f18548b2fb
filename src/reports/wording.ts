/** How findings are worded: one sentence a reader understands without the report, from the fields of the finding. */
import type {Change, ChangeThread, WordDiff} from '../analyses/types.ts'

/** Longest quote that stands inside a heading, in characters. */
const headingQuoteMost = 60

const levelWords: Readonly<Record<string, string>> = {
  glossaryEntry: 'glossary entry',
  date: 'date',
  voice: 'what children said',
  statistic: 'figure',
  passage: 'passage',
  plan: 'front matter',
  other: 'passage',
  foreword: 'foreword',
  needs: 'passage on needs',
  progress: 'passage on progress',
  governance: 'passage on governance',
  policy: 'passage on policy',
  review: 'passage on review'
}

/** 'glossaryEntry' as people say it. */
export function levelInWords(level: string): string {
  return levelWords[level] ?? level
}

/** 'Deadline changed: “June 2027” is now “March 2028”': the heading of a change. */
export function changeHeading(change: Change): string {
  const heading = headingOf(change)
  return change.about ? `${heading}, of ${quoted(gist(change.about))}` : heading
}

function headingOf(change: Change): string {
  const level = levelInWords(change.level)
  switch (change.kind) {
    case 'added':
      return withSize(`${capital(level)} added`, change)
    case 'removed':
      return withSize(`${capital(level)} removed`, change)
    case 'moved':
      return change.before?.where && change.after?.where && change.before.where !== change.after.where
        ? `${capital(level)} moved from ${firstPart(change.before.where)} to ${firstPart(change.after.where)}`
        : `${capital(level)} moved`
    case 'split':
      return `One ${level} is now ${numberInWords(1 + (change.also?.length ?? 1))}`
    case 'merged':
      return `${capital(numberInWords(1 + (change.also?.length ?? 1)))} ${plural(level)} are now one`
    case 'renumbered':
      return `${capital(level)} renumbered`
    case 'reworded':
      return rewordedHeading(change, level)
    default:
      return change.kind satisfies never
  }
}

function withSize(words: string, {size}: Change): string {
  return size && size > 1 ? `${words}, with ${size - 1} below it` : words
}

function rewordedHeading(change: Change, level: string): string {
  const swap = onlySwap(change.words)
  const [facet] = change.facets
  if (change.class === 'editorial')
    return swap ? `${quoted(swap[0])} is now ${quoted(swap[1])}` : editorialHeading(change)
  const subject = facet ? facetSubject(facet, level) : `${capital(level)} reworded`
  return swap ? `${subject}: ${quoted(swap[0])} is now ${quoted(swap[1])}` : subject
}

function editorialHeading(change: Change): string {
  const sentence = change.reason.split(/[.:;]/)[0]?.trim() ?? ''
  return sentence && sentence.length <= headingQuoteMost ? capital(sentence) : 'Wording only'
}

function facetSubject(facet: Change['facets'][number], level: string): string {
  switch (facet) {
    case 'number':
      return 'Number changed'
    case 'date':
      return 'Date changed'
    case 'target':
      return 'Target changed'
    case 'lead':
      return 'Lead changed'
    case 'scope':
      return `Scope of the ${level} changed`
    case 'commitment':
      return 'Strength of promise changed'
    case 'status':
      return 'Status changed'
    case 'title':
      return `${capital(level)} renamed`
    case 'name':
      return 'Name changed'
    case 'meaning':
      return `Meaning of the ${level} changed`
    default:
      return facet satisfies never
  }
}

/** The words taken out and put in, where a change swaps one run of words for another and nothing else. */
function onlySwap(words: readonly WordDiff[]): [string, string] | undefined {
  const cut = words.filter(([sign]) => sign === '-')
  const put = words.filter(([sign]) => sign === '+')
  if (cut.length !== 1 || put.length !== 1) return undefined
  // The mark between what was kept and what came in is no part of it.
  const bare = (words: string) =>
    words
      .trim()
      .replace(/^[,;:]\s+(?=\S)/, '')
      .replace(/(?<=\S)\s*[,;:(]$/, '')
  const [before, after] = [bare(cut[0]![1]), bare(put[0]![1])]
  return before && after && before.length + after.length <= headingQuoteMost ? [before, after] : undefined
}

function quoted(words: string): string {
  return `“${words}”`
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

export function plural(word: string): string {
  return word.endsWith('y') && !/[aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

export function numberInWords(amount: number): string {
  return numbers[amount] ?? String(amount)
}

/** Shortest title, in letters and digits, that is told apart from a heading of the plan. */
const titleLeast = 8
/** Shortest first part of a title that is taken for the title itself: a cover often prints the year on a line of its own. */
const partTitleLeast = 16

/**
 * Where a finding stands, without what every line would repeat: the plan's own title at the head of the path, and the name
 * of the kind at its end. 'Front matter' is what stands under the title alone.
 */
export function placeInWords(where: string, titles: readonly string[] = []): string {
  const heads = titles.map(folded).filter((title) => title.length >= titleLeast)
  const steps = where.split(' / ').map((step) => step.trim())
  const [first = ''] = steps
  const head = folded(first)
  const isTitle = (title: string) => head.startsWith(title) || (head.length >= partTitleLeast && title.startsWith(head))
  const kept = heads.some(isTitle) ? steps.slice(1) : steps
  const told = kept.filter(
    (step, at) => step !== '' && !(at === kept.length - 1 && at > 0 && (step === 'voice' || step === 'title'))
  )
  return told.join(' / ') || 'Front matter'
}

function folded(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** A sentence of a finding as it is set: curly quotes, and one full stop where a quote ends with its own. */
export function setSentence(text: string): string {
  return text
    .replace(/"([^"]*)"/g, '“$1”')
    .replace(/(^|[\s(])'([^']+)'(?=[\s,.;:)]|$)/g, '$1‘$2’')
    .replace(/([.!?…][”’])\./g, '$1')
}

/** The first words of a quote, cut between words. */
export function gist(text: string, most = headingQuoteMost): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  const space = cut.lastIndexOf(' ')
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '').toWellFormed()}…`
}

/** 'oral health' for 'Oral health' inside a sentence; 'SEND' stays. */
export function midSentence(name: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

/** 'Outcome 3' of 'Outcome 3 / measures'. */
export function firstPart(where: string): string {
  return where.split(' / ')[0]!.trim()
}

const gapWords: Readonly<Record<string, string>> = {
  'plan-no-priority': 'no priorities in the plan',
  'plan-no-measure': 'no measures in the plan',
  'plan-no-lead': 'nobody answers for the plan’s outcomes',
  'outcome-no-priority': 'no priority',
  'outcome-no-measure': 'no measure under the outcome',
  'priority-no-measure': 'no measure',
  'measure-no-priority': 'measure of no priority',
  'measure-no-target': 'no target',
  'measure-no-deadline': 'no deadline',
  'measure-no-baseline': 'no baseline',
  'measure-no-owner': 'nobody answers for it',
  'outcome-no-lead': 'no lead',
  'lead-not-named': 'lead is never named',
  'lead-placeholder': 'lead is a placeholder',
  placeholder: 'placeholder left in',
  'priority-measure-mismatch': 'priority and measure do not match',
  'measure-mismatch': 'measures something else',
  'ask-unanswered': 'no answer to what was asked',
  'need-no-action': 'need without an action',
  'body-not-in-summary': 'not in the summary',
  'body-merged-in-summary': 'merged in the summary',
  'summary-order-differs': 'summary in another order',
  'summary-wording-differs': 'summary worded differently',
  'title-inconsistent': 'title printed differently',
  'heading-duplicated': 'heading printed twice',
  'crossref-wrong': 'wrong cross-reference',
  'measure-contradiction': 'two measures contradict each other',
  'date-inconsistent': 'dates do not agree',
  'section-empty': 'empty section',
  'glossary-truncated': 'glossary is cut off',
  'name-inconsistent': 'a name spelled in two ways',
  'abbreviation-unexplained': 'short form not explained',
  'value-garbled': 'figure cannot be meant as printed',
  'no-counterpart': 'no counterpart in the other plan',
  'framework-item-not-covered': 'framework item not covered',
  dropped: 'dropped since the plan before'
}

/** 'no measure' for 'priority-no-measure'; an unknown rule is told by its name. */
export function gapInWords(rule: string): string {
  return gapWords[rule] ?? rule.replaceAll('-', ' ')
}

/** 54 in 100: how often findings like this one were right. */
export function inHundred(confidence: number): string {
  return `${Math.round(confidence * 100)} in 100`
}

/** A score as it is read: two places under one, one above. */
export function scoreInWords(score: number): string {
  return score.toFixed(Math.abs(score) < 1 ? 2 : 1)
}

/** The plan's word for the level with the printed number: 'Pledge 4', 'Outcome'. A label that says both stands alone. */
export function termWords(goal: {term?: string | null; label?: string | null; type: string}): string {
  const term = capital(goal.term?.trim() || goal.type)
  const label = goal.label?.trim()
  if (!label) return term
  return /^[\d.()\w]{1,5}$/.test(label) ? `${term} ${label}` : label
}

const goalLevels = ['outcome', 'priority', 'action', 'measure', 'milestone'] as const

/** '3 priorities, 1 measure': goals by level; levels without any are left out. */
export function belowInWords(goals: readonly {type: string}[]): string {
  return goalLevels
    .map((level) => [goals.filter((goal) => goal.type === level).length, level] as const)
    .filter(([amount]) => amount > 0)
    .map(([amount, level]) => `${amount} ${amount === 1 ? level : plural(level)}`)
    .join(', ')
}

const threadWords: Readonly<Record<ChangeThread['kind'], string>> = {
  conflict: 'Changed in two ways',
  'taken-back': 'Taken back',
  'brought-back': 'Brought back',
  'changed-again': 'Changed again',
  alike: 'Changed alike'
}

/** What several drafts or several people did to the same words. */
export const threadHeading = (kind: ChangeThread['kind']): string => threadWords[kind]
