import {isGoal} from '../../plan-tree/guards.ts'
import type {Match} from '../matching/found.ts'
import type {Comparison} from './comparison.ts'
import type {Statement} from './statements.ts'

/** Fewest words of a piece that is found again inside a text: fewer are in it by chance. */
const fewestWords = 5
/** Share of a text that a leftover must make up to be that text, with words before or after it. */
const mostOfIt = 0.6
/** Leftovers of one draft beyond this number are not looked up in those of the other. */
const mostLeft = 400

/**
 * The comparison with what the two drafts cut differently put together: a sentence that one reading broke in two answers as a
 * whole, and a leftover that makes up most of one in the other draft answers to it.
 */
export function withCuts(comparison: Comparison): Comparison {
  const {olds, news, matches} = comparison
  const taken = [new Set(matches.flatMap(({old}) => old)), new Set(matches.flatMap((match) => match.new))] as const
  const grown = matches.map((match): Match => {
    if (match.same) return match
    const old = withNeighbours(match.old, olds, taken[0], keyOf(match.new, news))
    const now = withNeighbours(match.new, news, taken[1], keyOf(match.old, olds))
    if (old.length === match.old.length && now.length === match.new.length) return match
    for (const at of old) taken[0].add(at)
    for (const at of now) taken[1].add(at)
    return Object.assign(match, {old, new: now})
  })
  const left = [olds, news].map((statements, side) =>
    statements.filter((each) => !taken[side]!.has(each.at) && !isGoal(each.node) && wordsOf(each.key) >= fewestWords)
  )
  const found = left.some((statements) => statements.length > mostLeft) ? [] : held(left[0]!, left[1]!)
  return {...comparison, matches: [...grown, ...found].sort((a, b) => a.new[0]! - b.new[0]!)}
}

const keyOf = (at: readonly number[], statements: readonly Statement[]): string =>
  ` ${at.map((k) => statements[k]!.key).join(' ')} `
const wordsOf = (key: string): number => key.split(' ').length

/** The statements with those right beside them whose words stand in the other draft's text and in none of their own. */
function withNeighbours(
  at: readonly number[],
  statements: readonly Statement[],
  taken: ReadonlySet<number>,
  other: string
): number[] {
  const own = keyOf(at, statements)
  const belongs = (k: number, beside: number): boolean => {
    const [one, next] = [statements[k], statements[beside]!]
    if (!one || taken.has(k) || isGoal(one.node) || one.around.at(-1) !== next.around.at(-1)) return false
    return wordsOf(one.key) >= fewestWords && other.includes(` ${one.key} `) && !own.includes(` ${one.key} `)
  }
  const [first, last] = [at[0]!, at.at(-1)!]
  return [...(belongs(first - 1, first) ? [first - 1] : []), ...at, ...(belongs(last + 1, last) ? [last + 1] : [])]
}

/** Leftovers of which one is most of the other, each in one pair at most. */
function held(olds: readonly Statement[], news: readonly Statement[]): Match[] {
  const used = new Set<Statement>()
  return olds.flatMap((old): Match[] => {
    const now = news.find((each) => !used.has(each) && each.node.type === old.node.type && isMostOf(old.key, each.key))
    if (!now) return []
    used.add(now)
    return [{old: [old.at], new: [now.at], same: false, odds: 0}]
  })
}

function isMostOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= mostOfIt * long.length && ` ${long} `.includes(` ${short} `)
}
