import {isGoal} from '../../plan-tree/guards.ts'
import type {PlanNode} from '../../plan-tree/nodes.ts'
import type {Match} from '../matching/found.ts'
import {heaviestChain} from '../matching/moves.ts'
import type {Statement} from './statements.ts'

/** Fewest words under a heading that is told as a section that moved: a lone heading read at another place has not. */
const fewestWords = 12
/** Share of what stands in a section that must have gone with it. */
const mostOfIt = 0.5
/** What a goal weighs over other words: sections move about the goals, not the goals about a section. */
const goalWeight = 20

interface Titled {
  match: Match
  old: PlanNode
  new: PlanNode
}

/**
 * The matches of headings whose sections stand elsewhere on the page: the fewest words that crossed, goals beside them among
 * them. Both drafts must have the heading once, with most of what stands in it; of a section that moved with others in it only
 * the outermost is told.
 * @param ranks the place of each statement in the order of the pages, old and new
 */
export function movedSections(
  matches: readonly Match[],
  olds: readonly Statement[],
  news: readonly Statement[],
  ranks: readonly [old: readonly number[], new: readonly number[]]
): ReadonlySet<Match> {
  const titled = sectionTitles(matches, olds, news)
  if (titled.length < 2) return new Set()
  const sizes = [wordsUnder(olds), wordsUnder(news)] as const
  const whole = wholeOnes(titled, matches, olds, news)
  const placed = titled
    .filter(
      (each) => whole.has(each) && Math.min(sizes[0].get(each.old) ?? 0, sizes[1].get(each.new) ?? 0) >= fewestWords
    )
    .map((each) => ({
      each,
      i: ranks[0][each.match.old[0]!]!,
      j: ranks[1][each.match.new[0]!]!,
      length: (sizes[0].get(each.old)! + sizes[1].get(each.new)!) * (isGoal(each.old) ? goalWeight : 1)
    }))
    .sort((a, b) => a.i - b.i)
  const kept = heaviestChain(placed)
  const moved = placed.flatMap((one) => (kept.has(one) || one.each.old.type !== 'section' ? [] : [one.each]))
  const roots = new Set(moved.map((each) => each.old))
  const isInner = ({match}: Titled) => olds[match.old[0]!]!.around.some((node) => roots.has(node))
  return new Set(moved.flatMap((each) => (isInner(each) ? [] : [each.match])))
}

function sectionTitles(matches: readonly Match[], olds: readonly Statement[], news: readonly Statement[]): Titled[] {
  const isTitle = ({node, part, level}: Statement) =>
    (node.type === 'section' || isGoal(node)) && part === 'title' && level !== 'contents'
  const counts = (statements: readonly Statement[]) => {
    const found = new Map<string, number>()
    for (const each of statements) if (isTitle(each)) found.set(each.key, (found.get(each.key) ?? 0) + 1)
    return found
  }
  const [oldCounts, newCounts] = [counts(olds), counts(news)]
  return matches.flatMap((match): Titled[] => {
    if (match.old.length > 1 || match.new.length > 1) return []
    const [a, b] = [olds[match.old[0]!]!, news[match.new[0]!]!]
    if (!isTitle(a) || !isTitle(b) || a.key !== b.key) return []
    return oldCounts.get(a.key) === 1 && newCounts.get(b.key) === 1 ? [{match, old: a.node, new: b.node}] : []
  })
}

/** Words in each goal and section, its own heading not counted. */
function wordsUnder(statements: readonly Statement[]): Map<PlanNode, number> {
  const words = new Map<PlanNode, number>()
  for (const {around, key} of statements) {
    const count = key.split(' ').length
    for (const node of around) words.set(node, (words.get(node) ?? 0) + count)
  }
  return words
}

/** Sections of which most units are in the section of the same heading in the other draft. */
function wholeOnes(
  titled: readonly Titled[],
  matches: readonly Match[],
  olds: readonly Statement[],
  news: readonly Statement[]
): Set<Titled> {
  const byOld = new Map(titled.map((each) => [each.old, each]))
  const [inside, together] = [new Map<Titled, number>(), new Map<Titled, number>()]
  for (const {old, new: now} of matches) {
    const around = news[now[0]!]!.around
    for (const node of olds[old[0]!]!.around) {
      const own = byOld.get(node)
      if (!own) continue
      inside.set(own, (inside.get(own) ?? 0) + 1)
      if (around.includes(own.new)) together.set(own, (together.get(own) ?? 0) + 1)
    }
  }
  return new Set(titled.filter((each) => (together.get(each) ?? 0) > mostOfIt * (inside.get(each) ?? 0)))
}
