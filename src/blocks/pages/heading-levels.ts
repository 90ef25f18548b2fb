import {type BodyStyle, folded, half, styleOf} from './heading-style.ts'
import {textOf} from './lines.ts'
import type {Paragraph} from './paragraphs.ts'

export interface HeadingMark {
  level: number
  rule: 'tag' | 'outline' | 'size' | 'bold' | 'colour' | 'centred' | 'table-title'
}

/** A heading alone in its own banner ranks as if its letters were this much larger. */
const bannerSize = 1.18

/** Levels: of tags and outline where there are such, else by style, the largest first; none is skipped. */
export function levelled(
  paragraphs: readonly Paragraph[],
  rules: Map<Paragraph, HeadingMark['rule']>,
  body: BodyStyle,
  outlined: Map<Paragraph, number>
): Map<Paragraph, HeadingMark> {
  const styles = new Map<string, {size: number; weight: number; first: number}>()
  paragraphs.forEach((paragraph, i) => {
    if (!rules.has(paragraph)) return
    const line = paragraph.lines[0]!
    const key = styleOf(paragraph)
    const weight =
      (paragraph.lines.every(({bold}) => bold > 0.9) ? 2 : 0) +
      (line.colour !== body.colour ? 1 : 0) +
      (paragraph.capitals ? 0.5 : 0)
    if (!styles.has(key))
      styles.set(key, {size: half(line.size) * (paragraph.banner ? bannerSize : 1), weight, first: i})
  })
  const ranked = belowWhatTheyServe(
    [...styles].sort(([, a], [, b]) => b.size - a.size || b.weight - a.weight || a.first - b.first).map(([key]) => key),
    paragraphs.filter((paragraph) => rules.has(paragraph))
  )
  const learned = learnedLevels(paragraphs, rules, outlined)
  const serving = servingTexts(paragraphs.filter((paragraph) => rules.has(paragraph)))
  const marks = new Map<Paragraph, HeadingMark>()
  const open: number[] = []
  for (const paragraph of paragraphs) {
    const rule = rules.get(paragraph)
    if (!rule) continue
    const style = styleOf(paragraph)
    const tagLevel = /^H([1-6])$/.exec(paragraph.tag ?? '')?.[1]
    const known = tagLevel ? Number(tagLevel) : (outlined.get(paragraph) ?? learned.get(style))
    const below = depthOf(paragraph) + (serving.get(style)?.has(wordsOf(paragraph)) ? servingDepth : 0)
    const rank = known === undefined ? (ranked.indexOf(style) + 1) * 10 + below : known * 10
    while (open.length > 0 && open.at(-1)! >= rank) open.pop()
    open.push(rank)
    marks.set(paragraph, {level: Math.min(6, open.length), rule})
  }
  return marks
}

/** Share of the headings of a style that must come back in their words, and how often each, for the style to be that of parts which every section has. */
const backShare = 0.4
const comesBack = 3

/**
 * Styles by rank, where one that says the same under each of another's headings ('How we will know') goes below that other
 * one, however large its letters are.
 */
function belowWhatTheyServe(ranked: readonly string[], headings: readonly Paragraph[]): string[] {
  const texts = new Map<string, string[]>()
  for (const heading of headings) {
    const own = texts.get(styleOf(heading)) ?? []
    own.push(folded(heading.lines.map(textOf).join(' ')))
    texts.set(styleOf(heading), own)
  }
  const serves = (style: string, other: string): boolean => {
    const [own, above] = [texts.get(style)!, texts.get(other)!]
    const counts = new Map<string, number>()
    for (const text of own) counts.set(text, (counts.get(text) ?? 0) + 1)
    const back = own.filter((text) => counts.get(text)! >= comesBack).length
    return (
      back > 0 &&
      back >= backShare * own.length &&
      above.length >= 3 &&
      new Set(above).size > 0.8 * above.length &&
      alternate(style, other, headings)
    )
  }
  const order = [...ranked]
  for (const style of ranked) {
    const last = order.findLastIndex((other, i) => i > order.indexOf(style) && serves(style, other))
    if (last < 0) continue
    const [moved] = order.splice(order.indexOf(style), 1)
    order.splice(last, 0, moved!)
  }
  return order
}

/** Depth below the numbered parts of a style at which its serving headings stand. */
const servingDepth = 5
/** Different headings of a style that each have one and the same heading below them, at least. */
const leastServed = 3

const wordsOf = ({lines}: Paragraph): string => folded(lines.map(textOf).join(' '))

/**
 * Of each style the headings that come back in the same words, each time under another heading of that style: 'How we will
 * know' under every aim, where one style serves for both. A heading that goes on after a page break comes back as well, but not
 * under others.
 */
function servingTexts(headings: readonly Paragraph[]): Map<string, Set<string>> {
  const styles = new Map<string, Paragraph[]>()
  for (const heading of headings)
    if (!heading.tag || !isLevelled(heading.tag))
      styles.set(styleOf(heading), [...(styles.get(styleOf(heading)) ?? []), heading])
  const found = new Map<string, Set<string>>()
  for (const [style, own] of styles) {
    const counts = new Map<string, number>()
    for (const heading of own) counts.set(wordsOf(heading), (counts.get(wordsOf(heading)) ?? 0) + 1)
    const back = (heading: Paragraph): boolean => counts.get(wordsOf(heading))! >= comesBack
    const hosts = new Map<string, Set<string>>()
    let host = ''
    for (const heading of own)
      if (!back(heading)) host = wordsOf(heading)
      else if (host) hosts.set(wordsOf(heading), (hosts.get(wordsOf(heading)) ?? new Set()).add(host))
    const serving = [...hosts].filter(([, over]) => over.size >= leastServed).map(([words]) => words)
    if (serving.length > 0) found.set(style, new Set(serving))
  }
  return found
}

const isLevelled = (tag: string): boolean => /^H[1-6]$/.test(tag)

/** Most headings of `other` are followed by one of `style` before the next of their own. */
function alternate(style: string, other: string, headings: readonly Paragraph[]): boolean {
  let [all, served, open] = [0, 0, false]
  for (const heading of headings) {
    const own = styleOf(heading)
    if (own === other) {
      all += 1
      open = true
    } else if (own === style && open) {
      served += 1
      open = false
    }
  }
  return served >= 0.7 * all
}

/** '2.3' is one deeper than '2' in the same style. */
function depthOf({marker, lines}: Paragraph): number {
  const number = /^(\d{1,3}(?:\.\d{1,3})+)\.?$/.exec(marker?.text ?? lines[0]!.words[0]!.text)
  return number ? number[1]!.split('.').length - 1 : 0
}

/** The level that tags or outline give to most headings of a style. */
function learnedLevels(
  paragraphs: readonly Paragraph[],
  rules: Map<Paragraph, HeadingMark['rule']>,
  outlined: Map<Paragraph, number>
): Map<string, number> {
  const votes = new Map<string, Map<number, number>>()
  for (const paragraph of paragraphs) {
    if (!rules.has(paragraph)) continue
    const tagLevel = /^H([1-6])$/.exec(paragraph.tag ?? '')?.[1]
    const level = tagLevel ? Number(tagLevel) : outlined.get(paragraph)
    if (level === undefined) continue
    const own = votes.get(styleOf(paragraph)) ?? new Map<number, number>()
    votes.set(styleOf(paragraph), own.set(level, (own.get(level) ?? 0) + 1))
  }
  const learned = new Map<string, number>()
  for (const [style, own] of votes) learned.set(style, [...own].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0])
  if (learned.size === 0) return learned
  // A style without a level of its own goes below all that have one.
  const deepest = Math.max(...learned.values())
  for (const paragraph of rules.keys())
    if (!learned.has(styleOf(paragraph))) learned.set(styleOf(paragraph), deepest + 1)
  return learned
}
