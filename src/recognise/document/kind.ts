/** Whether a document is a plan at all, by what it calls itself and by how it begins: minutes, letters and reports have no tree. */

import type {Lexicon} from '../lexicon.ts'
import type {Piece} from '../pieces.ts'
import {wordCount} from '../words.ts'
import {planNoun} from './words.ts'

/** What a document that is no plan calls itself: 'minutes', 'an annual report'. */
export interface NotAPlan {
  kind: string
  /** The words that say so. */
  words: string
}

/** Titles of documents that are no plans, whatever plans they speak of. */
const titled: readonly (readonly [kind: string, title: RegExp])[] = [
  [
    'minutes',
    /\bminutes\b|\bnotes of (?:the|a) .{0,30}meeting\b|\b(?:decision|action) (?:details|record|notice|log)\b/i
  ],
  [
    'an agenda',
    /^agenda\b(?!.{0,40}\b(?:for (?:change|action|20\d\d)|20[3-9]\d)\b)|\bmeeting agenda\b|\bagenda (?:item|pack)\b/i
  ],
  [
    'a report on what was done',
    /\b(?:annual|progress|performance|monitoring|outturn|impact|closure|end[- ]of[- ]year|quarterly|half[- ]year(?:ly)?|quarter \w+|year \w+) (?:progress |performance |monitoring |public health )?(?:report|review|update)\b(?! and (?:plan|strategy))/i
  ],
  ['a needs assessment', /\bneeds (?:assessment|analysis)\b/i],
  ['an impact assessment', /\bimpact assessment\b/i],
  [
    'a report on a consultation',
    /\bconsultation (?:report|responses?|findings|results|feedback|summary)\b|\bresponses? to (?:the|our|a) .{0,60}consultation\b/i
  ],
  ['questions and answers', /\bfrequently asked questions\b|\bfaqs?\b|\bquestions and answers\b/i],
  [
    'advice',
    /^(?:\S+ ){0,4}?how (?:to|do|does|can|did|should) |\bhow to (?:write|create|develop|make|produce|use|set)\b|\b(?:tips|ideas) (?:for|on)\b|^(?:understanding|what (?:is|are)|types of|an? introduction to) /i
  ],
  ['statistics', /\b(?:statistical|statistics|data) (?:tables?|release|bulletin|report|digest)\b|\bstatistics\b/i],
  ['a job description', /\b(?:job|role) description\b|\bperson specification\b/i],
  ['a press release', /\b(?:press|news|media) release\b/i],
  [
    'a news story',
    /^.{0,60}\b(?:launch(?:es|ed)|unveil(?:s|ed)|announce[sd]|approve[sd]|agree[sd]|publishe[sd]|welcome[sd]|set to|have your say)\b.{0,60}\b(?:plans?|strategy|strategies)\b/i
  ],
  [
    'a study',
    /\b(?:literature|evidence|systematic|scoping) review\b|\breview of (?:the )?(?:evidence|literature)\b|\ba (?:case )?study\b/i
  ]
]

/** Titles that belong to no plan unless a plan is named in them too. */
const titledUnlessPlan: readonly (readonly [kind: string, title: RegExp])[] = [
  [
    'a policy or procedure',
    /\b(?:policy|policies|procedures?|protocol|code of (?:conduct|practice)|terms of reference|terms and conditions|privacy notice|constitution)\b/i
  ],
  ['rules for a body', /\bterms of reference\b|\bconstitution\b|\bstanding orders\b/i],
  [
    'a document for developers',
    /\b(?:readme|changelog|release notes|api reference|contributing to|contributing|installation|getting started)\b/i
  ],
  ['a course', /\b(?:syllabus|course (?:outline|handbook|description)|module (?:guide|handbook)|lesson plan)\b/i],
  [
    'guidance',
    /\b(?:guidance|guidelines|handbook|manual|toolkit|a guide (?:to|for)|guide for|how to (?:apply|use|complete))\b/i
  ]
]

/** Pieces at the start of a document that are looked through for its kind. */
const opening = 30

/** Labelled or tabled goals that outweigh a title: a report that is called one and prints a whole plan. */
const outweighing = 3

/** What the document is, when its own words say that it is no plan. */
export function notAPlan(title: string, pieces: readonly Piece[], lexicon: Lexicon): NotAPlan | undefined {
  const front = pieces.slice(0, opening)
  const dear = front.find((piece) => /^dear\s+\p{L}/iu.test(piece.text))
  if (dear && pieces.some((piece) => /^yours\s+(?:sincerely|faithfully|truly)\b/i.test(piece.text)))
    return {kind: 'a letter', words: dear.text}
  const present = front.find((piece) => /^(?:members )?(?:present|in attendance|attendance)\s*:/i.test(piece.text))
  if (present && pieces.some((piece) => /\bapologies\b/i.test(piece.text)))
    return {kind: 'minutes', words: present.text}
  const item = front.find(({kind, text}) => kind === 'heading' && /^agenda item\b/i.test(text))
  if (item && pieces.some(({text}) => /^(?:minutes?|decisions?|resolved)\s*:/i.test(text)))
    return {kind: 'minutes', words: item.text}
  const abstract = front.find((piece) => piece.kind === 'heading' && /^abstract$/i.test(piece.text))
  if (
    abstract &&
    pieces.some((piece) => piece.kind === 'heading' && /^(?:\d\.? )?(?:methods?|methodology)$/i.test(piece.text))
  )
    return {kind: 'a study', words: abstract.text}
  const first = front.find(({kind}) => kind === 'heading')?.text ?? ''
  const named = isName(title) ? titled.find(([, pattern]) => pattern.test(title)) : undefined
  const unless = (name: string) =>
    planNoun.test(name) ? undefined : titledUnlessPlan.find(([, pattern]) => pattern.test(name))
  const kind = (named ?? unless(title) ?? unless(first))?.[0]
  if (kind === undefined || (kind !== 'minutes' && announcesWork(pieces, lexicon))) return undefined
  return {kind, words: title}
}

/** Longest name of a document, words. */
const longestName = 30

/** A name and no running text: what a document says in sentences is not what it is called. */
function isName(title: string): boolean {
  return wordCount(title) <= longestName && !/[.!?]\s+\p{Lu}\p{Ll}/u.test(title)
}

/** The document says several times what will be done: it holds a plan, whatever it is called. */
function announcesWork(pieces: readonly Piece[], lexicon: Lexicon): boolean {
  let found = 0
  const promised = new Set<string>()
  for (const piece of pieces) {
    if (piece.kind === 'table') continue
    const label = promise.test(piece.text) ? lexicon.levelOf(piece.text) : undefined
    if (label?.number !== undefined && promise.test(label.title)) promised.add(`${label.level.word} ${label.number}`)
    if (piece.kind === 'listItem') continue
    const kind = lexicon.leadInOf(piece.text) ?? lexicon.labelled(piece.text, piece.lead)?.kind
    if (kind === 'priorities' || kind === 'actions') found += 1
  }
  return Math.max(found, promised.size) >= outweighing
}

/** 'Promise 3: we’ll ask you first' */
const promise = /(?:^|[:.–—-]\s)we(?:\s(?:will|shall)|['’]ll)\b/i

/** A document that speaks of plans: enough of the words that plans are made of stand in it; fewer will do for one called after goals. */
export function speaksOfPlans(title: string, pieces: readonly Piece[], called = false): boolean {
  if (planNoun.test(title)) return true
  const words = new Set<string>()
  for (const piece of pieces)
    for (const word of piece.text.toLowerCase().match(planWords) ?? []) words.add(word.slice(0, 6))
  return words.size >= (called ? leastWhereCalled : leastPlanWords)
}

const planWords =
  /\b(?:plans?|strateg(?:y|ic|ies)|priorit(?:y|ies)|outcomes?|objectives?|goals?|commit(?:ment|ments|ted)|vision|partners(?:hip)?|council|we will|deliver(?:y|ed)?|improv(?:e|ing|ement)|residents|communit(?:y|ies)|board|pledges?|targets?)\b/g

/** Different words of plans that make a text one that speaks of plans. A page of a textbook or a form has two or three. */
const leastPlanWords = 5
/** The same where the document's name is that of a level: 'Sustainability Goals'. */
const leastWhereCalled = 2
