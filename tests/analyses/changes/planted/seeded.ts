/** Numbers between 0 and 1 from a seed (mulberry32), the same each time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)]!

/** The same things in another order. */
export function shuffled<T>(from: readonly T[], random: () => number): T[] {
  const order = [...from]
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order
}
