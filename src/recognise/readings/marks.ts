/** What can be seen of a line and of where it stands: the marks by which its part in a plan is judged. */
import {planNoun} from '../document/words.ts'
import type {Frame} from '../goals/frame.ts'
import {committing, formOf} from '../goals/words/forms.ts'
import {readsLikeMeasure, startsLikeAction} from '../goals/words/goal-words.ts'
import {standsForPicture} from '../mending/converters-lines.ts'
import {isForeign, kindsOf} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {endsSentence, fold, wordCount} from '../words.ts'
import type {Place} from './places.ts'

/** Marks of one line by name: 1 where it is simply there, a share from 0 to 1 where it tells of several lines. */
export type Marks = Map<string, number>

/** How a mark's name starts that counts for lines of one make only. */
export const makeOf = {heading: 'h ', paragraph: 'p ', listItem: 'i ', table: 't '} as const

/** The marks of every piece, by index: its own, those of the lines beside it, under it, around it. */
export function marksOf(frame: Frame, title: string, places: readonly Place[]): Marks[] {
  const {pieces, sections} = frame
  const own = pieces.map((piece) => ownMarks(piece, frame))
  const repeated = repeatedIn(pieces)
  for (const index of repeated) own[index]!.set('repeated', 1)
  const beside = Map.groupBy(pieces, ({index}) => places[index]!.beside)
  const shared = new Map([...beside].map(([key, members]) => [key, sharedMarks(members, own)]))
  const under = Map.groupBy(pieces, ({index}) => places[index]!.within)
  const inPlan = planNoun.test(title)
  const acting = shareOf(
    pieces.filter(({kind}) => kind === 'listItem'),
    (piece) => doesSomething(own[piece.index]!)
  )
  return pieces.map((piece, at) => {
    const marks: Marks = new Map([['always', 1]])
    const add = (name: string, value = 1) => {
      if (value === 0) return
      marks.set(name, value)
      marks.set(makeOf[piece.kind] + name, value)
    }
    const place = places[at]!
    add('made so')
    for (const name of own[at]!.keys()) add(name)
    for (const [name, value] of shared.get(place.beside)!) add(`beside ${name}`, value)
    if (beside.get(place.beside)![0] === piece) add('first of its kind')
    addUnder(under.get(at) ?? [], own, add)
    addAround(place, {pieces, places, own, shared}, add)
    addNear(pieces[at - 1], pieces[at + 1], own, add)
    for (const kind of new Set(kindsOf(sections[at]))) if (kind !== 'other') add(`in ${kind}`)
    if (isForeign(sections[at])) add('in foreign words')
    if (inPlan) add('in a plan')
    add('share of entries that act', acting)
    add('how far down', at / pieces.length)
    return marks
  })
}

type Add = (name: string, value?: number) => void

const doesSomething = (marks: Marks): boolean => marks.has('act') || marks.has('promise')

/** Lines whose words stand elsewhere in the document too, as 'What we will do' under each goal. */
function repeatedIn(pieces: readonly Piece[]): number[] {
  const lines = pieces.filter(({kind, text}) => kind !== 'table' && text.length <= 120)
  return [...Map.groupBy(lines, ({text}) => fold(text)).values()]
    .filter((same) => same.length > 1)
    .flatMap((same) => same.map(({index}) => index))
}

function addUnder(lines: readonly Piece[], own: readonly Marks[], add: Add): void {
  if (lines.length === 0) add('nothing under it')
  for (const kind of ['heading', 'paragraph', 'listItem', 'table'] as const) {
    const some = lines.filter((line) => line.kind === kind)
    if (some.length === 0) continue
    const share = (is: (marks: Marks) => boolean) => shareOf(some, ({index}) => is(own[index]!))
    add(`over ${kind}`)
    if (some.length > 2) add(`over many ${kind}`)
    add(`over ${kind} act`, share(doesSomething))
    for (const name of ['state', 'told', 'label', 'repeated', 'lead-in actions', 'lead-in measures', 'like measure'])
      add(
        `over ${kind} ${name}`,
        share((marks) => marks.has(name))
      )
  }
}

interface Whole {
  pieces: readonly Piece[]
  places: readonly Place[]
  own: readonly Marks[]
  shared: ReadonlyMap<string, Marks>
}

/** Most lines that a line stands under, one under the other, that are asked. */
const farthest = 3

function addAround({within}: Place, {pieces, places, own, shared}: Whole, add: Add): void {
  if (within === undefined) add('under nothing')
  let over = within
  for (let step = 1; over !== undefined && step <= farthest; step += 1) {
    const where = `under ${step}`
    for (const name of own[over]!.keys())
      if (tellsOfOthers.has(name) || name.startsWith('says ')) add(`${where} ${name}`)
    add(`${where} ${pieces[over]!.kind}`)
    for (const [name, value] of shared.get(places[over]!.beside)!)
      if (tellsTogether.has(name)) add(`${where} beside ${name}`, value)
    over = places[over]!.within
  }
}

function addNear(before: Piece | undefined, after: Piece | undefined, own: readonly Marks[], add: Add): void {
  if (before) {
    add(`after ${before.kind}`)
    for (const name of own[before.index]!.keys()) if (tellsOfOthers.has(name)) add(`after ${name}`)
  }
  if (after) {
    add(`before ${after.kind}`)
    for (const name of own[after.index]!.keys()) if (tellsBefore.has(name)) add(`before ${name}`)
  }
}

/** Marks of a line that say something of those under it and after it. */
const tellsOfOthers = new Set(
  `level|levels|label|infinitive|lead-in actions|lead-in measures|lead-in priorities|lead-in other|colon|numbered|promise|act|state|told|asked|short|long|sentence|rank goal|rank priority|rank action|rank measure|will|repeated|label alone`.split(
    '|'
  )
)
const tellsTogether = new Set('act|label|level|numbered|many|one|repeated'.split('|'))
const tellsBefore = new Set('act|promise|lead-in actions|lead-in measures|level|told'.split('|'))

function shareOf<One>(all: readonly One[], is: (one: One) => boolean): number {
  return all.length === 0 ? 0 : all.filter(is).length / all.length
}

/** Fewest words of each length that is told apart. */
const lengths = [61, 36, 21, 11, 6, 3, 0] as const
/** Most words of a short line, fewest of a long one, and most of a line whose single words are looked at. */
const [mostShort, leastLong, mostLooked] = [8, 41, 25]

function ownMarks(piece: Piece, {lexicon}: Frame): Marks {
  const marks: Marks = new Map()
  if (piece.kind === 'table') return marks
  const {text} = piece
  const count = wordCount(text)
  const when = (name: string, is: boolean) => {
    if (is) marks.set(name, 1)
  }
  const form = formOf(text)
  marks.set(form, 1)
  when('promise', committing.test(text))
  when('will', /\b(?:will|shall)\b/i.test(text))
  when('should', /\b(?:should|must|needs? to)\b/i.test(text))
  when('starts like action', startsLikeAction(text))
  when('like measure', readsLikeMeasure(text))
  const label = lexicon.levelOf(text)
  const named = lexicon.levelNamed(text)
  if (label) marks.set(`rank ${rankNamed(label.level.rank)}`, 1)
  if (named) marks.set(`names ${rankNamed(named.rank)}`, 1)
  when('label', label !== undefined)
  when('labelled number', label?.label !== undefined)
  when('levels', named !== undefined)
  when('level', label !== undefined || named !== undefined)
  when('label alone', lexicon.labelAlone(text) !== undefined)
  const labelled = lexicon.labelled(text, piece.lead)
  if (labelled) marks.set(`labelled ${workLeadIns.has(labelled.kind) ? labelled.kind : 'other'}`, 1)
  when('starts with levels', lexicon.startsWithLevels(text))
  const lead = lexicon.leadInOf(text)
  if (lead) marks.set(`lead-in ${workLeadIns.has(lead) ? lead : 'other'}`, 1)
  const section = piece.kind === 'heading' ? lexicon.sectionOf(text) : undefined
  if (section) marks.set(`names ${section}`, 1)
  when("others'", lexicon.isOthers(text))
  marks.set(`words from ${lengths.find((least) => count >= least)}`, 1)
  when('short', count <= mostShort)
  when('long', count >= leastLong)
  when('colon', /:$/.test(text))
  when('infinitive', infinitive.test(text))
  when('sentence', !/:$/.test(text) && endsSentence(text))
  when('numbered', piece.ordered === true || numbering.test(text))
  when('dotted', /^\d{1,2}\.\d{1,2}/.test(text))
  when('title case', titleCase.test(text) && count <= mostShort && !endsSentence(text))
  when('bold', piece.bold)
  when('bold lead', !piece.bold && piece.lead !== '')
  when('year', /\b(?:19|20)\d\d\b/.test(text))
  when('per cent', /\d(?:\.\d)?\s?%|\bper cent\b/.test(text))
  when('money', /[£$€]/.test(text))
  when('address', /https?:|www\.|@\w/.test(text))
  when('quoted', /["“”]/.test(text))
  if (piece.kind === 'listItem') marks.set(`nested ${Math.min(piece.depth, 3)}`, 1)
  when('of the contents', piece.entry === true)
  when('in a box', piece.aside !== undefined)
  when('picture', standsForPicture(text))
  const words = fold(text).match(/\p{L}+/gu) ?? []
  const [first = ''] = words
  if (beginnings.has(first)) marks.set(`begins ${first}`, 1)
  when('begins -ing', first.endsWith('ing'))
  when('begins -ed', first.endsWith('ed'))
  if (piece.kind === 'heading' || count <= mostLooked)
    for (const word of words) if (looked.has(word)) marks.set(`says ${word}`, 1)
  return marks
}

/** 'The port helps its crews to:', before a list of what. */
const infinitive = /\bto:$/

const workLeadIns: ReadonlySet<string> = new Set(['actions', 'measures', 'priorities'])
const numbering = /^\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.):]\)?\s|^\d{1,2}(?:\.\d{1,2}){1,3}\s/i
const titleCase = /^\p{Lu}[\p{L}'-]*(?: [\p{Lu}&]| (?:and|of|the|for|in|to) )/u

const beginnings = new Set(
  'we the our a an to in this these there by as all more it i you how what why who when where for with from if'.split(
    ' '
  )
)
const looked = new Set(
  `will aim aims goal goals objective objectives priority priorities action actions outcome outcomes theme themes commitment
  commitments strategy strategies strategic plan vision mission values principles measure measures success target targets
  indicator indicators initiative initiatives focus pillar key our we how what why deliver achieve achieved progress
  background introduction context summary next steps governance monitoring review about contact who need needs support
  improve ensure increase reduce develop work was were has been`.split(/\s+/)
)

function rankNamed(rank: number): string {
  return rank >= 5 ? 'measure' : rank >= 4 ? 'action' : rank >= 3 ? 'priority' : 'goal'
}

const sharedNames =
  `act|promise|state|told|asked|name|label|numbered|sentence|colon|title case|bold lead|like measure|short|long|begins -ing|year|will|level|address|begins we|begins the|repeated`.split(
    '|'
  )

/** What lines that stand beside each other share, and how many they are. */
function sharedMarks(members: readonly Piece[], own: readonly Marks[]): Marks {
  const marks: Marks = new Map()
  for (const name of sharedNames) {
    const share = shareOf(members, ({index}) => own[index]!.has(name))
    if (share > 0) marks.set(name, share)
  }
  const count = members.length
  marks.set(count === 1 ? 'one' : count <= 3 ? 'few' : count <= 8 ? 'several' : 'many', 1)
  return marks
}
