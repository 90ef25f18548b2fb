/** Facets of goals: rationale, voice, lead, dates, targets, baselines, references. */

import {readWhen} from '../../language/dates.ts'
import {findQuantities, targetQuantity} from '../../language/quantities.ts'
import type {DateFacet, Facet, Goal, Lead, PlanData} from '../../plan-tree/nodes.ts'
import {hang, hangOn, made, type Reading, type Where, whereOf} from '../reading.ts'
import {collapse, sentences} from '../words.ts'
import {partiesOf} from './leads.ts'

/** The parties that a cell or label names, each a lead of the goal. */
export function leadsOf(reading: Reading, lines: readonly string[], term: string, where: Where): Lead[] {
  return partiesOf(lines, reading.lexicon.vocabulary).map((party) => ({
    type: 'lead',
    value: party.value,
    ...(term === '' ? {} : {term}),
    ...(party.note ? {note: party.note} : {}),
    holder: party.holder,
    ...whereOf(reading, where, party.value),
    ...made(reading)
  }))
}

export function dateOf(reading: Reading, role: DateFacet['role'], value: string, where: Where): DateFacet {
  return {
    type: 'date',
    role,
    value: collapse(value),
    when: readWhen(value),
    ...whereOf(reading, where, value),
    ...made(reading)
  }
}

export function quoteOf(
  reading: Reading,
  type: 'rationale' | 'voice' | 'statistic' | 'target' | 'reference' | 'passage',
  value: string,
  where: Where,
  data: PlanData = {}
): Facet {
  const quantity =
    type === 'target'
      ? targetQuantity(value)?.quantity
      : type === 'statistic'
        ? findQuantities(value).find(({sense}) => sense !== 'name')?.quantity
        : undefined
  return {
    type,
    value,
    ...(quantity ? {quantity} : {}),
    ...whereOf(reading, where, value),
    ...made(reading, data)
  } as Facet
}

/**
 * The words under 'what children told us' in order: what they said, and beside it how they were asked and what the council
 * answers.
 */
export function voicesIn(text: string): {type: 'voice' | 'passage'; value: string}[] {
  const parts = sentences(text)
  if (parts.length === 1) return [{type: 'voice', value: text}]
  const said: {type: 'voice' | 'passage'; value: string}[] = []
  const tell = (type: 'voice' | 'passage', value: string): void => {
    const last = said.at(-1)
    if (type === 'passage' && last?.type === 'passage') last.value += ` ${value}`
    else said.push({type, value})
  }
  for (const part of parts) {
    const own = withoutMethod(part)
    if (!saysVoice(own)) tell('passage', part)
    else {
      if (own !== part) tell('passage', part.slice(0, part.length - own.length).trim())
      tell('voice', own)
    }
  }
  return said
}

/** '76 surveys were received, 90% of young people told us …': how they were asked goes, what they said stays. */
function withoutMethod(sentence: string): string {
  const cut =
    /^(?:.{0,160}\b(?:survey|questionnaire|consultation|responses?|received|conducted|completed)\b.{0,120}?), (?=\d[\d.]*\s?% of )/i.exec(
      sentence
    )
  return cut ? sentence.slice(cut[0].length) : sentence
}

const speaking =
  /\b(?:told us|tell us|said|say|asked|stated|state|want(?:ed)? (?:us|to|more|better)|would like|don't like|do not like|feel|felt|think|reported|highlighted|raised|concern(?:s|ed)?|important to (?:them|me|us)|thought|believe)\b/i
const answering =
  /^(?:we (?:have|will|are|'ve)|this (?:plan|strategy|pledge)|as a result|in response|to reflect|a (?:.{1,40} )?survey was|the .{1,40} survey was|\d+ (?:completed )?(?:surveys|responses))\b/i

function saysVoice(sentence: string): boolean {
  return speaking.test(sentence) && !answering.test(sentence)
}

export function add(reading: Reading, goal: Goal | undefined, node: Facet): void {
  if (goal) hangOn(goal, node)
  else hang(reading, node)
}
