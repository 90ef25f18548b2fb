import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PlanNode} from '../../plan-tree/nodes.ts'
import type {Match} from '../matching/found.ts'
import {heaviestChain} from '../matching/moves.ts'
import {bareWords} from '../matching/profile.ts'
import type {Comparison} from './comparison.ts'
import type {Statement} from './statements.ts'

/** Words that stand elsewhere now, told in one piece where they moved together. */
export interface MovedText {
  matches: Match[]
  /** Those of the matches that are told as moved. */
  moved: ReadonlySet<Match>
}

/** The matches with each run of words that moved together as one. */
export function movedTogether(comparison: Comparison): MovedText {
  const {olds, news, matches} = comparison
  const inside = movedInside(comparison)
  const told = new Set(matches.filter((match) => inside.has(match) || isCarried(match, comparison)))
  if (told.size === 0) return {matches, moved: told}
  const joined: Match[] = []
  const moved = new Set<Match>()
  const goesOn = (a: Match, b: Match): boolean => {
    const [i, j] = [a.old.at(-1)!, a.new.at(-1)!]
    const together = b.old[0] === i + 1 && b.new[0] === j + 1
    const text = [olds[i]!, olds[i + 1], news[j]!, news[j + 1]]
    return (
      together &&
      text.every((each) => each?.node.type === 'passage') &&
      inOne(text[0]!, text[1]!) &&
      inOne(text[2]!, text[3]!)
    )
  }
  for (const match of matches.toSorted((a, b) => a.new[0]! - b.new[0]!)) {
    const last = joined.at(-1)
    if (last && moved.has(last) && told.has(match) && goesOn(last, match)) {
      last.old = [...last.old, ...match.old]
      last.new = [...last.new, ...match.new]
      last.same &&= match.same
      continue
    }
    const own = told.has(match) ? {...match} : match
    joined.push(own)
    if (told.has(match)) moved.add(own)
  }
  return {matches: joined, moved}
}

const inOne = (a: Statement, b: Statement): boolean => a.around.at(-1) === b.around.at(-1)

/**
 * Sentences that moved within their section: of those that stand in one section in both drafts, what crossed the most words
 * that stayed, on the page as well as in the tree.
 */
function movedInside({olds, news, matches, displaced}: Comparison): ReadonlySet<Match> {
  const candidates = matches.filter(
    (match) => match.place === 'moved' && displaced.has(match) && match.old.length === 1
  )
  if (candidates.length === 0) return new Set()
  const homeOf = ({old, new: now}: Match): string | undefined => {
    const [a, b] = [olds[old[0]!]!, news[now[0]!]!]
    const [from, to] = [a.around.at(-1), b.around.at(-1)]
    if (!isText(a) || !isText(b) || !from || !to || titleOf(from) !== titleOf(to)) return undefined
    return a.key.split(' ').length < shortest ? undefined : `${a.around.length} ${titleOf(from)}`
  }
  const homes = new Set(candidates.map(homeOf).filter((home) => home !== undefined))
  const placed = matches.flatMap((match) => {
    const home = homeOf(match)
    const [i, j] = [match.old[0]!, match.new[0]!]
    return home !== undefined && homes.has(home) ? [{match, home, i, j, length: olds[i]!.key.length ** 0.5}] : []
  })
  const inside = new Set<Match>()
  for (const group of Map.groupBy(placed, ({home}) => home).values()) {
    const kept = heaviestChain(group.sort((a, b) => a.i - b.i))
    for (const one of group) if (!kept.has(one) && candidates.includes(one.match)) inside.add(one.match)
  }
  return inside
}

const isText = ({node, part, level}: Statement): boolean =>
  node.type === 'passage' && node.block === 'paragraph' && part === 'words' && level !== 'contents'

/** Shortest words that are followed to another place, in words: shorter ones recur by chance. */
const shortest = 4
/** What is told with the goal it hangs on. */
const hanging = new Set(['lead', 'date', 'target', 'restatement', 'plan', 'section', 'glossary', 'glossaryEntry'])

/**
 * Whether words that are no goal's title, or are one in one draft only, stand in another outcome or section now: they crossed
 * others on the page, both places are in both drafts, and the words stand once in each.
 */
function isCarried(match: Match, comparison: Comparison): boolean {
  const {olds, news, displaced, goals} = comparison
  if (!displaced.has(match) || match.old.length > 1 || match.new.length > 1) return false
  const [old, now] = [olds[match.old[0]!]!, news[match.new[0]!]!]
  const titles = [old, now].filter(({node, part}) => isGoal(node) && part === 'title').length
  // What moved as a goal is told by the tree; a goal that is one in one draft only is told here.
  if (titles === 2 || (titles === 0 && [old, now].some(({node}) => isGoal(node) || hanging.has(node.type))))
    return false
  if ([old, now].some(({level, key}) => level === 'contents' || key.split(' ').length < shortest)) return false
  if (!standsOnce(old, olds) || !standsOnce(now, news)) return false
  const [from, to] = [homeOf(old), homeOf(now)]
  if (!from || !to) return false
  if (isGoal(from) && isGoal(to)) return goals.toNew.has(from) && goals.toOld.has(to) && goals.toNew.get(from) !== to
  if (isGoal(from)) return goals.toNew.has(from) && isIn(olds, to)
  if (isGoal(to)) return goals.toOld.has(to) && isIn(news, from)
  // A side box read after the words around it has not moved: one section holds the other.
  const sections = ({around}: Statement) => around.filter(({type}) => type === 'section').map(titleOf)
  if (sections(old).includes(titleOf(to)) || sections(now).includes(titleOf(from))) return false
  return titleOf(from) !== titleOf(to) && isIn(news, from) && isIn(olds, to)
}

const standsOnce = ({key}: Statement, all: readonly Statement[]): boolean =>
  all.filter((each) => each.key === key).length === 1

/** The outcome, or other goal at the top, that words stand in; else their section. */
function homeOf({around}: Statement): PlanNode | undefined {
  return around.find((node): node is Goal => isGoal(node)) ?? around.findLast((node) => node.type === 'section')
}

const titleOf = (node: PlanNode): string => ('title' in node ? bareWords(node.title ?? '') : '')

const isIn = (statements: readonly Statement[], section: PlanNode): boolean => {
  const title = titleOf(section)
  return title !== '' && statements.some(({node, part}) => part === 'title' && !isGoal(node) && titleOf(node) === title)
}
