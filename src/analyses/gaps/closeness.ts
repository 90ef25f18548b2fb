import {tokensOf} from '../../language/phrases.ts'

/**
 * How near two texts are in what they speak of. `nearest` gives the best of the candidates with a score of 0 (nothing
 * shared) to 1 (the same), and undefined where there is no candidate.
 */
export interface Closeness {
  nearest(text: string, candidates: readonly string[]): {index: number; score: number} | undefined
}

/** Words too common in plans to show what a text speaks of. */
const common = new Set(
  'a an the of and or to in for with our their your its on as at by from is are be been this that these those we will who they them it can have has how what when which more fewer less improve improved improving improvement increase increased increasing ensure ensuring support supported supporting supports develop developing development develop deliver delivery continue number children child young people person year years plan plans work working make sure need needs get help families family service services focus better good all across through including include also into outcomes outcome undertake provide'.split(
    ' '
  )
)

/**
 * Closeness by words: cosine of stems weighted by how rare they are among the given texts (Spärck Jones, 1972), so that a
 * word of every goal shows nothing.
 */
export function wordCloseness(texts: readonly string[]): Closeness {
  const seenIn = new Map<string, number>()
  for (const text of texts) for (const stem of stemsOf(text)) seenIn.set(stem, (seenIn.get(stem) ?? 0) + 1)
  const weight = (stem: string) => Math.log(1 + texts.length / (1 + (seenIn.get(stem) ?? 0)))
  const memo = new Map<string, Map<string, number>>()
  const vector = (text: string): Map<string, number> => {
    const known = memo.get(text)
    if (known) return known
    const weights = new Map([...stemsOf(text)].map((stem) => [stem, weight(stem)]))
    const length = Math.hypot(...weights.values()) || 1
    const made = new Map([...weights].map(([stem, value]) => [stem, value / length]))
    memo.set(text, made)
    return made
  }
  return {
    nearest(text, candidates) {
      const from = vector(text)
      let best: {index: number; score: number} | undefined
      candidates.forEach((candidate, index) => {
        let score = 0
        for (const [stem, value] of vector(candidate)) score += value * (from.get(stem) ?? 0)
        if (!best || score > best.score) best = {index, score}
      })
      return best
    }
  }
}

function stemsOf(text: string): Set<string> {
  return new Set(
    tokensOf(text)
      .filter(({printed}) => !common.has(printed.toLowerCase()))
      .map(({stem}) => stem)
  )
}
