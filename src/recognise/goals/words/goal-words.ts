/** Title and explanation of a printed goal; measures of a cell or bullet; what a line's words alone say it is. */
import {remembered} from '../../../language/remembered.ts'
import type {Measure} from '../../../plan-tree/nodes.ts'
import type {Wording} from '../../pieces.ts'
import {collapse, endsSentence, fold, sentences, wordCount} from '../../words.ts'
import {verbs} from './verbs.ts'

export interface TitleAndDetail {
  title: string
  detail?: string
}

/** Share of a list's bullets that must show a lead sentence with its explanation, before bullets without the mark are cut too. */
const shareOfLedBullets = 0.5

/** Share of a list's bullets that must have a title before a colon or dash, to part any at it. */
const shareOfDashed = 0.6
/** Share of a list's bullets that must start with a title in bold, to part them after it where no mark does. */
const shareOfBold = 0.6
/** Fewest words of a line that is a title, and share of a list's bullets set in two lines from which on one word is enough. */
const [leastLine, shareOfLines] = [2, 0.6]
/** Longest such title, words: of most bullets, and of any beside them. */
const [shortTitle, longTitle] = [6, 12]

/** Longest lead sentence, words, in a list whose bullets are all of two sentences and show no other mark. */
const longestLead = 16

/**
 * Title and explanation of each bullet of one list. A bullet is cut only where its lead is a sentence of its own: by a line break,
 * by bold type, or because the other bullets of the list are made so. Otherwise the whole bullet is the title.
 */
export function titlesOf(bullets: readonly Wording[]): TitleAndDetail[] {
  const dashes = bullets.map((bullet) => dashCut(bullet.text))
  const short = dashes.filter((cut) => cut && wordCount(cut.title) <= shortTitle).length
  const dashed = short > 0 && short >= bullets.length * shareOfDashed
  const bolds = bullets.map(boldCut)
  const bolded = bolds.filter(Boolean).length >= bullets.length * shareOfBold
  const lined = bullets.filter(({lines}) => lines.length > 1 && /^\p{Lu}/u.test(lines[1]!)).length
  const least = lined >= bullets.length * shareOfLines ? 1 : leastLine
  const marked = bullets.map(
    (bullet, at) => (bolded ? bolds[at] : undefined) ?? markedCut(bullet, least) ?? (dashed ? dashes[at] : undefined)
  )
  const led = marked.filter((cut) => cut?.detail).length
  const cuttable = bullets.filter((bullet) => sentences(bullet.text).length > 1).length
  const alike =
    (led > 0 &&
      led + unmarkedCuts(bullets, marked) >= bullets.length * 0.8 &&
      led >= bullets.length * shareOfLedBullets * 0.6) ||
    (bullets.length >= 3 &&
      cuttable === bullets.length &&
      bullets.every((bullet) => wordCount(sentences(bullet.text)[0]!) <= longestLead))
  return bullets.map(
    (bullet, at) =>
      marked[at] ??
      (alike ? firstSentenceCut(bullet.text) : undefined) ??
      withoutLeadIn(bullet.text.replace(goesOn, ''))
  )
}

/** How an entry leads in the list in it: 'Cut waste by:', 'Open the quay. We will do this by:'. */
const [leadsOn, leadsOnAfter] = [
  /,?\s(?:by|through|via|including|such as|which (?:will )?include)\s*:$/i,
  /(?<=[.;])\s+((?:(?:in|over|during|from|by|until) [^.:;,]{2,40}, )?(?:it|we|this|they|to do (?:this|so))\b[^.:;]{0,60}:)$/i
]

/** The words before those that lead in the list under them. */
function withoutLeadIn(text: string): TitleAndDetail {
  const after = leadsOnAfter.exec(text)
  return after ? {title: text.slice(0, after.index), detail: after[1]!} : {title: text.replace(leadsOn, '')}
}

/** How an entry of a list goes on to the next: 'mend the wall; and'. */
const goesOn = /[;,]\s*(?:and|or)$/i

function unmarkedCuts(bullets: readonly Wording[], marked: readonly (TitleAndDetail | undefined)[]): number {
  return bullets.filter((bullet, at) => !marked[at] && sentences(bullet.text).length > 1).length
}

/** `least`: fewest words of a first line that is a title. */
function markedCut(bullet: Wording, least: number): TitleAndDetail | undefined {
  const {lines} = bullet
  const bold = titleInBold(bullet)
  if (bold) return bold
  if (lines.length > 1 && (endsSentence(lines[0]!) || /^\p{Lu}/u.test(lines[1]!)) && wordCount(lines[0]!) >= least)
    return {title: lines[0]!, detail: lines.slice(1).join(' ')}
  return undefined
}

/** A title in bold that ends as a sentence, or before a colon or dash, and what it means after it. */
export function titleInBold({text, lead}: Wording): TitleAndDetail | undefined {
  const rest = lead !== '' && lead.length < text.length && text.startsWith(lead) ? text.slice(lead.length).trim() : ''
  if (rest === '' || wordCount(rest) < 2) return undefined
  if (endsSentence(lead)) return {title: lead, detail: rest}
  const joint = /^[:–—-]\s*/u.exec(rest) ?? (/[:–—-]$/u.test(lead) ? [''] : null)
  if (!joint) return undefined
  return {title: collapse(lead.replace(/\s*[:–—-]+$/u, '')), detail: rest.slice(joint[0]!.length).trim()}
}

/** A title in bold and a sentence of its own after it, with no mark between them. */
function boldCut({text, lead}: Wording): TitleAndDetail | undefined {
  if (wordCount(lead) < 2 || !text.startsWith(lead) || /[\p{P}]$/u.test(lead)) return undefined
  const rest = text.slice(lead.length).trim()
  return /^\p{Lu}/u.test(rest) && wordCount(rest) >= 3 ? {title: lead, detail: rest} : undefined
}

/** 'Clean air – half the children …': a short title before a colon or dash, where the bullets beside it are made so too. */
function dashCut(text: string): TitleAndDetail | undefined {
  const dash = /^([^.:;–—]{3,100}?)\s*(?:(?::|\s[–—-](?=\s))\s+|\s?—|\s-(?=(?:to|in|for|by)\s))(.+)$/u.exec(text)
  // '… (Lead: Chief Nurse)' has its colon inside a bracket
  if (dash && !/\([^)]*$/.test(dash[1]!) && wordCount(dash[1]!) <= longTitle && wordCount(dash[2]!) >= 4)
    return {title: dash[1]!, detail: dash[2]!}
  return undefined
}

function firstSentenceCut(text: string): TitleAndDetail | undefined {
  const [first, ...rest] = sentences(text)
  return first && rest.length > 0 ? {title: first, detail: rest.join(' ')} : undefined
}

/** A cell's goal: several printed paragraphs give the first as title and the rest as detail; one paragraph is the title whole. */
export function titleOfCell(cell: Wording): TitleAndDetail {
  // a paragraph of a goal's cell starts with a capital: a number at a line's start is the middle of a sentence
  const lines = joinedLines(cell.lines).reduce<string[]>((out, line) => {
    const last = out.at(-1)
    if (last !== undefined && /^\d/.test(line) && !/[.:;!?]$/.test(last)) out[out.length - 1] = `${last} ${line}`
    else out.push(line)
    return out
  }, [])
  const [first = '', ...rest] = lines
  const after = addressAfter.exec(first) ?? explanationAfter.exec(first)
  if (after) return {title: first.slice(0, after.index), detail: [after[0].replace(/^[\s—]+/, ''), ...rest].join(' ')}
  return rest.length > 0 ? {title: first, detail: rest.join(' ')} : {title: first}
}

/** Where to read on, after the words of a cell. */
const addressAfter = /(?<=\S)(?:\s+(?:https?:\/\/|www\.)\S+)+$/i

/** 'Keep a log of the tides—this will help pilots': what the work is good for. */
const explanationAfter =
  /(?<=\S)\s?—\s?(?:this|these|it|which|so that) (?:will|is|are|can|helps?|allows?|means|makes?)\b.+$/i

/** Words that no line of its own ends with. */
const hanging = /(?:\b(?:a|an|the|and|or|of|to|for|in|on|by|with|from|at|as|our|their|its|that|which)|[,&/-])$/i

const bulletedLine = /^[•·▪●◦‣*–-]\s+(?=\p{L})/u

/** Lines that only wrapped are one: the next starts in lower case, or the line ends in a word that must go on. */
export function joinedLines(lines: readonly string[]): string[] {
  const out: string[] = []
  for (const line of lines) {
    const last = out.at(-1)
    const goesOn = /^[\p{Ll}(&]/u.test(line)
    const isItem = bulletedLine.test(line) && bulletedLine.test(out[0] ?? '')
    if (last !== undefined && !isItem && !/[.:;!?]$/.test(last) && (goesOn || hanging.test(last)))
      out[out.length - 1] = `${last} ${line}`
    else out.push(line)
  }
  return out
}

/** The measures of a success cell or paragraph: one for each printed line and sentence. */
export function measuresOf(lines: readonly string[]): string[] {
  return joinedLines(lines)
    .flatMap((line) => sentences(line))
    .flatMap(splitIndicators)
    .map((line) => collapse(line.replace(/^[•·▪●–-]\s*/u, '')))
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
}

/** '% with 3 or more … % leaving through …' are two indicators run together. */
function splitIndicators(line: string): string[] {
  if (!line.startsWith('%')) return [line]
  return line.split(/(?<=[\p{L})])\s+(?=%\s\p{L})/u)
}

const more =
  /^(?:more|increas\w+|improv\w+|higher|greater|rise|raise|growth|better|strengthen\w+|extend\w*|extension|expand\w*|earlier|wider|stronger|enhanced)\b/
const fewer =
  /^(?:fewer|less|reduc\w+|decreas\w+|lower|fall|decline|shorter|minimi[sz]\w+|cut|drop|stop|end|eliminat\w+|prevent\w*|narrow\w*)\b/

/** Which way a measure should go, by its words. */
export function directionOf(text: string): Measure['direction'] {
  const folded = fold(text).replace(
    /^(?:an?|the|there (?:is|are|will be) an?|we will see|see|a \d[\d.,]*\s?% |\d[\d.,]*\s?% )\s*/,
    ''
  )
  const start = folded.replace(/^\d[\d.,]*\s?%\s+/, '')
  if (more.test(start)) return 'more'
  if (fewer.test(start)) return 'fewer'
  if (
    /\b(?:spend less|less time|fewer|reduction in|reduced|decrease in|decreased|lower (?:rate|number|level)s?|down from)\b/.test(
      folded
    )
  )
    return 'fewer'
  if (
    /\b(?:has increased|have increased|increase in|increased|more .{3,40} (?:will|are|have)|have improved|has improved|up from|increase by|increase the|increase to)\b/.test(
      folded
    )
  )
    return 'more'
  if (
    /\b(?:target|threshold|at least|minimum|in place|completed|established|published|launched|agreed|developed|will (?:be|have|tell|feel|report|meet)|are|is|has been|have been|y\/n|100 ?%|achiev\w+)\b/.test(
      folded
    )
  )
    return 'reached'
  return 'unstated'
}

/** Starts like something to be done: 'Develop …', 'Continue to …', 'To promote …', 'We will support …', 'Development of …'. */
export const startsLikeAction: (text: string) => boolean = remembered((text) => {
  const folded = fold(text).replace(/^(?:to|we will|we shall|we'll|we are going to|we must|we need to|by)\s+/, '')
  const first = /^[\p{L}-]+/u.exec(folded)?.[0] ?? ''
  return (
    isVerb(first) ||
    /^(?:development|implementation|delivery|creation|introduction|procurement|audit) of\b/.test(folded) ||
    ordersByShape(folded)
  )
})

/** A verb in its plain form, or with '-ing', 're-' or American spelling. */
function isVerb(word: string): boolean {
  const british = word.replace(/iz(e|ing)$/, 'is$1')
  const forms = [word, british, british.replace(/^re-?/, ''), british.replace(/ing$/, ''), british.replace(/ing$/, 'e')]
  return forms.some((form) => verbs.has(form))
}

/** 'Sweep the market', 'Fence each bank': a word right before an article, that is no word of grammar, gives an order. */
function ordersByShape(folded: string): boolean {
  const first =
    /^([\p{L}-]{2,20}) (?:up |out |down |back |off )?(?:the|an?|our|their|each|every|your|these|those)\b/u.exec(
      folded
    )?.[1]
  return first !== undefined && !grammatical.has(first) && !first.endsWith('ed') && !first.endsWith('ly')
}

const grammatical = new Set(
  'is are was were am do does did has have had having can could will would shall should may might must be been being what who whom whose which when where why how that this these those there here it he she they we you not no nor and or but if as at by for from in into of on onto to with within without over under after before during until since between among through throughout across about above below against beyond behind beside both all any each every some most many much more less few fewer such only also even just than then while because although so yet per via plus like unlike whether now today half one two three four five once built held ran gave won made took brought began spent saw met kept sold bought taught wrote grew got found went left lost paid'.split(
    ' '
  )
)

const measureStart =
  /^(?:(?:\d[\d.,]*\s?|at least |an? |the |our )*%|(?:the )?(?:number|percentage|proportion|rate|rates|level|levels|share|amount|volume|count|average|ratio|total|no\.?|#)s? (?:of|in)\b|more\b|fewer\b|less\b|(?:an? )?(?:increase[ds]?|reduction|reduced|decreased?|improved|improvement|rise|fall|growth|higher|lower|better|greater|decline)\b|\d[\d.,]*\s?(?:%|per cent|percent)\b)/

/** Starts like a measure: 'More …', 'Number of …', '% of …', '90% of …'. */
export const startsLikeMeasure: (text: string) => boolean = remembered((text) => measureStart.test(fold(text)))

/** Reads like a state to be reached: 'Levels of infant mortality have improved', 'Children will spend less time waiting'. */
export function readsLikeMeasure(text: string): boolean {
  const folded = fold(text)
  return (
    startsLikeMeasure(text) ||
    /\b(?:have|has) (?:improved|increased|reduced|fallen|risen|been|achieved|had)\b|\bwill (?:spend less|be able to|feel|report|tell us|have|be|say|know)\b|\(y\/n\)|\bin place\b|\breduced (?:by|to)\b/.test(
      folded
    )
  )
}
