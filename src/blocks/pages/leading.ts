/** Usual distance of baselines for each size of letters of a document. */
import type {Line} from './lines.ts'

/** Distance of baselines where nothing tells, in ems. */
const usual = 1.25
/** Share of the distances that must be so small for it to be that of lines in a paragraph. */
const peakShare = 0.16

/** Widest distance of baselines inside a paragraph, in ems. */
const widestInside = 1.75

/** Usual distance of baselines, ems, for letters of a size in points; bold ones, those of headings, have their own. */
export interface Leading {
  (size: number, bold?: boolean): number
  /** Whether lines of this size stand so evenly that any wider gap is meant. */
  even?: (size: number, bold?: boolean) => boolean
}

/** Sizes to half a point; bold ones below 0. */
const keyOf = (size: number, bold: boolean): number => Math.round(size * 2) * (bold ? -1 : 1)

/** Share of the distances between lines that must be the usual one or clearly wider for a size to be set evenly, how near to it, and how many. */
const evenShare = 0.9
const evenSlack = 0.055
const evenLines = 8
/** Distances are counted in steps of this, ems. */
const rounding = 0.04
/** A distance this much over the usual one parts paragraphs of evenly set lines. */
export const evenGap = 1.12

/** From columns of lines: ems by size in points. */
export function leadingOf(columns: Iterable<readonly Line[]>): Leading {
  const counts = new Map<number, Map<number, number>>()
  for (const lines of columns)
    for (let i = 1; i < lines.length; i += 1) {
      const [before, line] = [lines[i - 1]!, lines[i]!]
      if (Math.abs(before.size - line.size) > 0.3) continue
      const ems = Math.round((line.baseline - before.baseline) / line.size / rounding) * rounding
      if (ems < 0.8 || ems > 2.6) continue
      if (before.bold > 0.9 !== line.bold > 0.9) continue
      const key = keyOf(line.size, line.bold > 0.9)
      const own = counts.get(key) ?? new Map<number, number>()
      counts.set(key, own.set(ems, (own.get(ems) ?? 0) + 1))
    }
  const known = new Map<number, number>()
  const even = new Set<number>()
  for (const [key, own] of counts) {
    const total = [...own.values()].reduce((sum, count) => sum + count, 0)
    const steps = [...own.keys()].sort((a, b) => a - b)
    const near = (ems: number) =>
      steps.filter((other) => Math.abs(other - ems) < 0.07).reduce((sum, other) => sum + own.get(other)!, 0)
    const peak = steps.find((ems) => near(ems) >= peakShare * total && near(ems) >= 2)
    if (peak !== undefined) {
      const cluster = steps.filter((other) => other - peak < 0.1 && other >= peak)
      const most = cluster.sort((a, b) => own.get(b)! - own.get(a)! || a - b)[0]!
      known.set(key, most)
      let [at, between] = [0, 0]
      for (const [ems, count] of own) {
        if (Math.abs(ems - most) <= evenSlack * most + rounding / 2) at += count
        else if (ems < evenGap * most - rounding) between += count
      }
      if (at >= evenLines && at >= evenShare * (at + between)) even.add(key)
    }
  }
  // distances as wide as this part paragraphs of one line each: they tell nothing of lines inside one
  const all = [...known.values()].filter((ems) => ems < widestInside).sort((a, b) => a - b)
  const middle = all[all.length >> 1] ?? usual
  const leading: Leading = (size, bold = false) => {
    const key = keyOf(size, bold)
    const found =
      known.get(key) ??
      known.get(key + 1) ??
      known.get(key - 1) ??
      known.get(-key) ??
      known.get(1 - key) ??
      known.get(-1 - key)
    return found !== undefined && found < widestInside ? found : Math.min(found ?? middle, Math.max(usual, middle))
  }
  leading.even = (size, bold = false) => even.has(keyOf(size, bold))
  return leading
}
