/** The words of a measure that say what is counted, without which way, how far, from where and by when. */
import {findDates} from '../dates.ts'
import {findQuantities} from '../quantities.ts'

/** Openings that say which way, or that something is counted. Taken away one after the other. */
const openings: readonly RegExp[] = [
  /^(?:there (?:is|are|will be|has been|have been)|we will (?:have|see)|to (?=increase|reduce|improve)) /i,
  /^(?:an? )?(?:(?:overall|continued|further|sustained) )?(?:increas(?:e|ed|ing)|reduc(?:tion|ed|e|ing)|decreas(?:e|ed|ing)|improv(?:ement|ed|e|ing)|rais(?:e|ed|ing)|growth|rise|fall|drop|decline|extension)\b(?: (?=in\b|by\b|of\b))?/i,
  /^(?:more|fewer|less|higher|lower|better|greater|earlier)\b(?: of (?:our|the)\b)?/i,
  /^(?:%|#)(?: of\b)?/,
  /^(?:the )?(?:(?:total|overall) )?(?:per ?cent(?:age)?|proportion|share|rates?|numbers?|levels?|amount) of\b/i,
  /^(?:in|of|by|the|that|our|:|[-–])(?= |$)/i,
  /^(?:at least|at most|more than|fewer than|less than|up to|over|under|a minimum of|a maximum of) /i
]

/** What is left at the end where a figure was taken out, and tells no thing. */
const leftOver =
  /[\s,;:–-]+(?:by|to|from|at|of|in|compared (?:with|to)|up|down|against|and|with|within|each|a|the|minimum|than|at least|for|between|target|baseline|over|under)$/i
/** What stands at the end and tells which way. */
const endings: readonly RegExp[] = [
  /[\s,;:–-]+(?:(?:has|have|had|is|are|was|were)(?: been)? )?(?:increased|improved|reduced|decreased|risen|fallen|rises?|falls?|increases?|decreases?|improves?|drops?|up|down)$/i,
  /[\s.,;:–-]+$/
]

/** Words under which a rest is no thing. */
const fewestLetters = 4

/** What a measure counts. The whole title where nothing else is left. */
export function countedIn(title: string): string {
  const plain = title.replace(/\s*\((?:y\/n|yes\/no)\)\s*/gi, ' ').trim()
  const rest = withoutFigures(plain)
  let words = rest === plain ? trimmed(plain) : withoutEnd(rest)
  for (let before = ''; before !== words; ) {
    before = words
    for (const opening of openings) {
      const rest = words.replace(opening, '').trimStart()
      if (rest.replace(/\W/g, '').length >= fewestLetters && !/^(?:and|or)\b/i.test(rest)) words = rest
    }
    words = trimmed(words)
  }
  return words.replace(/\W/g, '').length >= fewestLetters ? words : plain
}

/** Levels, changes and deadlines are taken out with what ties them to the sentence; standards, ages and grades stay. */
function withoutFigures(said: string): string {
  const text = said.replace(fromTo, ' to ')
  const spans = [
    ...findQuantities(text)
      .filter(({sense}) => sense === 'level' || sense === 'change')
      .map(({start, end}): [number, number] => [start, end]),
    ...findDates(text)
      .filter(({when, relation}) => when.kind === 'span' && (relation === 'by' || relation === undefined))
      .map(({start, end}): [number, number] => [start, end])
  ].sort((a, b) => b[0] - a[0])
  let rest = text
  for (const [start, end] of spans) {
    const before = rest
      .slice(0, start)
      .replace(
        /(?:[\s,;:–-]+(?:up|down|rises?|falls?|increased?|decreased?|reduced))?[\s,;:–-]+(?:compared (?:with|to)|from(?: a baseline of)?|to(?: a target of)?|by|in|at|of|than|until|before|a(?: minimum of)?|at least|(?:threshold )?target of)\s*$/i,
        ' '
      )
    const after = rest.slice(end).replace(/^ (?:a|per|each|every) (?:year|quarter|month|week)\b/i, '')
    rest =
      /^\W*(?:of|in)\b/i.test(after) && before.trim() === ''
        ? after.replace(/^\W*(?:of|in)\b/i, '')
        : `${before}${after}`
  }
  return rest.replace(/\s{2,}/g, ' ').replace(/\s+([,.;:])/g, '$1')
}

/** 'from 7 young people to a target of 12': both figures and what is said again between them. */
const fromTo = /[\s,]+(?:up |down )?from [^.;]{0,10}?\d[^.;]{0,30}? to (?:a target of |at least )?(?=[£$]?\d)/i

function withoutEnd(text: string): string {
  let words = trimmed(text)
  for (let before = ''; before !== words; ) {
    before = words
    words = trimmed(words.replace(leftOver, ''))
  }
  return words
}

function trimmed(text: string): string {
  let words = text.trim()
  for (let before = ''; before !== words; ) {
    before = words
    for (const ending of endings) words = words.replace(ending, '')
  }
  return words
}
