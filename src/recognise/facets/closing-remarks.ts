/** Leads, dates and targets in the remark that closes a goal's title: '… (Lead: Housing, by June 2026)', '… — Parks — 2027'. */
import {readWhen} from '../../language/dates.ts'
import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Facet, Goal, PlanNode} from '../../plan-tree/nodes.ts'
import {isPeriod} from '../periods.ts'
import {hangOn, type Reading, whereOf} from '../reading.ts'
import {collapse, wordCount} from '../words.ts'
import {dateOf, leadsOf, quoteOf} from './facets.ts'

type Role = 'lead' | 'due' | 'start' | 'target'

/** One part of a remark: what it is, and whether its own words say so. */
interface Part {
  role: Role
  term: string
  words: string
  labelled: boolean
}

interface Remark {
  title: string
  parts: Part[]
}

/** Share of the goals beside it, or of all of its level, that must close in such a remark, where no word in it says what it is. */
const shareAlike = 0.6
/** Longest remark and part, words; shortest title that may be left. */
const [longestRemark, longestPart, shortestTitle] = [20, 8, 2]

const bracketed = /^(.{6,}?)\s*[([]([^()[\]]{3,140})[)\]][.;]?$/su
const dashed = /^(.{6,}?)((?:\s[–—-]\s[^–—]{2,50}){1,2})$/su

/** Takes such remarks from the titles of all goals, and hangs what they say on these. */
export function withClosingRemarks(reading: Reading): void {
  reading.rule = {id: 'facets/closing-remark', confidence: 1, competed: []}
  const groups = siblingsIn(reading.children).map((goals) => ({
    goals,
    // 'Year 1 (2031/32)' is a time and has none
    remarks: goals.map(({title}) => (isPeriod(title) ? undefined : remarkOf(title, reading)))
  }))
  for (const {goals, remarks} of groups) {
    const level = groups.filter((group) => group.goals[0]!.type === goals[0]!.type)
    const alike = closes(remarks) || closes(level.flatMap((group) => group.remarks))
    goals.forEach((goal, at) => {
      const remark = remarks[at]
      if (remark && (alike || remark.parts.some(({labelled}) => labelled))) settle(goal, remark, reading)
    })
  }
}

/** Most of them close in a remark. */
function closes(remarks: readonly (Remark | undefined)[]): boolean {
  const closing = remarks.filter((remark) => remark !== undefined).length
  return closing >= 2 && closing >= remarks.length * shareAlike
}

/** Goals of one type under one parent. */
function siblingsIn(nodes: readonly PlanNode[]): Goal[][] {
  const goals = nodes.filter(isGoal)
  const own = [...Map.groupBy(goals, ({type}) => type).values()]
  return [...own, ...nodes.flatMap((node) => siblingsIn(childrenOf(node)))]
}

function remarkOf(title: string, reading: Reading): Remark | undefined {
  const match = bracketed.exec(title) ?? dashed.exec(title)
  if (!match) return undefined
  const [, left = '', words = ''] = match
  if (wordCount(words) > longestRemark || wordCount(left) < shortestTitle) return undefined
  const pieces = words
    .split(/\s*;\s*|,\s+|\s[–—-]\s/u)
    .map(collapse)
    .filter(Boolean)
  const parts = pieces.map((piece) => partOf(piece, reading))
  const sound = parts.filter((part) => part !== undefined)
  if (sound.length < parts.length || sound.length === 0) return undefined
  // a name alone may be a part of the title: '… in every school (Stage One)'
  return sound.some(({labelled, role}) => labelled || role !== 'lead') ? {title: left, parts: sound} : undefined
}

const roleOf = {lead: 'lead', due: 'due', start: 'start', target: 'target', milestones: 'due'} as const

function partOf(words: string, {lexicon}: Reading): Part | undefined {
  if (wordCount(words) > longestPart) return undefined
  const labelled = lexicon.labelled(words)
  const target = labelled !== undefined && /^targets?$/i.test(labelled.term)
  const role = target ? 'target' : labelled ? roleOf[labelled.kind as keyof typeof roleOf] : undefined
  if (labelled && role) return {role, term: labelled.term, words: labelled.rest, labelled: true}
  if (readWhen(words).kind !== 'unread' || /^(?:now|each \w+|every \w+)$/i.test(words))
    return {role: /^from\b/i.test(words) ? 'start' : 'due', term: '', words, labelled: false}
  return /^\p{Lu}/u.test(words) && !/\d/.test(words) ? {role: 'lead', term: '', words, labelled: false} : undefined
}

function settle(goal: Goal, {title, parts}: Remark, reading: Reading): void {
  const where = {pages: goal.pages, ...(goal.position ? {position: goal.position} : {})}
  for (const {role, term, words} of parts)
    for (const facet of facetsOf(role, term, words, where, reading)) hangOn(goal, facet)
  goal.title = title
  Object.assign(goal, whereOf(reading, where, title))
}

function facetsOf(role: Role, term: string, words: string, where: Pick<Goal, 'pages'>, reading: Reading): Facet[] {
  if (role === 'lead') return leadsOf(reading, [words], term, where)
  if (role === 'target') return [quoteOf(reading, 'target', words, where)]
  return [dateOf(reading, role, words.replace(/^(?:by|from) /i, ''), where)]
}
