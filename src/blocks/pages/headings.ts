/** Which paragraphs are headings, and of which level: tags, outline, numbering, then size, weight and colour. */
import type {OutlineEntry} from '../../source/types.ts'
import {type Line, textOf} from './lines.ts'
import type {Paragraph} from './paragraphs.ts'
import {isHeadingRole} from './tags.ts'

/** Letters this much larger than those of the running text make a heading (pdf-inspector: 1.2). */
const larger = 1.14
/** Longest heading, in letters and lines. */
const longest = 220
const mostLines = 6
/** Longest bold line that may be a heading at the size of the text. */
const longestBold = 140
/** Share of the document's letters set in one style above which that style is the text, not a heading's. */
const textShare = 0.25
/** The same for letters half as large again as the text's: a cover holds little else. */
const largeShare = 0.6
const isCaption = /^(?:table|figure|fig\.?|chart|graph|map|box|source|note)\s*\d+(?:[.:–-]|\s|$)/i
/** A gap inside a line, in ems, that no heading has: a running head set left and right. */
const rift = 4

export interface HeadingMark {
  level: number
  rule: 'tag' | 'outline' | 'size' | 'bold' | 'colour' | 'centred' | 'table-title'
}

/** A heading alone in its own banner ranks as if its letters were this much larger. */
const bannerSize = 1.18

export interface BodyStyle {
  size: number
  bold: boolean
  colour: string
}

/** A size with at least this share of the letters is that of the text; else the median size is. */
const mainShare = 0.4

/** The style of most of the running text's letters; `cells` are lines in tables, which count where there is little else. */
export function bodyStyle(paragraphs: readonly Paragraph[], cells: readonly Line[] = []): BodyStyle {
  const letters = new Map<string, number>()
  const sizes = new Map<number, number>()
  const count = (line: Line, share: number): void => {
    let length = 0
    for (const {text} of line.words) length += text.length * share
    const size = half(line.size)
    const key = `${size}|${line.bold > 0.5}|${line.colour}`
    letters.set(key, (letters.get(key) ?? 0) + length)
    sizes.set(size, (sizes.get(size) ?? 0) + length)
  }
  // Short lines alone are labels and captions.
  for (const {lines} of paragraphs) for (const line of lines) count(line, lines.length > 1 ? 1 : 0.6)
  for (const line of cells) count(line, 0.3)
  const total = [...sizes.values()].reduce((sum, each) => sum + each, 0)
  const most = [...letters].sort((a, b) => b[1] - a[1])[0]
  const [size = '10', bold, colour = ''] = (most?.[0] ?? '10|false|').split('|')
  const known = {size: Number(size), bold: bold === 'true', colour}
  if ((sizes.get(known.size) ?? 0) >= mainShare * total) return known
  let passed = 0
  for (const [each, share] of [...sizes].sort((a, b) => a[0] - b[0])) {
    passed += share
    if (passed >= total / 2)
      return {...known, size: Math.min(each, known.size), bold: each < known.size ? false : known.bold}
  }
  return known
}

const half = (size: number): number => Math.round(size * 2) / 2

/** `titles` holds the paragraphs that stand right above a table. */
export function headingsOf(
  paragraphs: readonly Paragraph[],
  outline: readonly OutlineEntry[],
  body: BodyStyle,
  titles: ReadonlySet<Paragraph> = new Set()
): Map<Paragraph, HeadingMark> {
  const shares = styleShares(paragraphs)
  const rules = new Map<Paragraph, HeadingMark['rule']>()
  const outlined = outlineLevels(paragraphs, outline)
  paragraphs.forEach((paragraph, i) => {
    const rule =
      ruleFor(paragraph, paragraphs[i - 1], paragraphs[i + 1], body, shares, outlined) ??
      (titles.has(paragraph) && isTableTitle(paragraph, body) ? 'table-title' : undefined)
    if (rule) rules.set(paragraph, rule)
  })
  for (const paragraph of inSeries(paragraphs, rules)) rules.set(paragraph, 'bold')
  for (const paragraph of sentencesAmongHeadings(paragraphs, rules, body)) rules.set(paragraph, 'size')
  return levelled(paragraphs, rules, body, outlined)
}

function styleOf({lines, banner}: Paragraph): string {
  const first = lines[0]
  return first
    ? `${half(first.size)}|${lines.every(({bold}) => bold > 0.9)}|${first.colour}|${banner ? 'banner' : ''}|${first.italic}`
    : ''
}

function styleShares(paragraphs: readonly Paragraph[]): Map<string, number> {
  const letters = new Map<string, number>()
  let total = 0
  for (const paragraph of paragraphs) {
    const length = lengthOf(paragraph)
    total += length
    letters.set(styleOf(paragraph), (letters.get(styleOf(paragraph)) ?? 0) + length)
  }
  for (const [style, count] of letters) letters.set(style, count / (total || 1))
  return letters
}

const lengthOf = ({lines}: Paragraph): number =>
  lines.reduce((sum, {words}) => sum + words.reduce((all, {text}) => all + text.length + 1, 0), 0)

function ruleFor(
  paragraph: Paragraph,
  before: Paragraph | undefined,
  after: Paragraph | undefined,
  body: BodyStyle,
  shares: Map<string, number>,
  outlined: Map<Paragraph, number>
): HeadingMark['rule'] | undefined {
  const {lines, marker, tag} = paragraph
  const first = lines[0]
  if (!first || paragraph.contents) return undefined
  if (isHeadingRole(tag)) return 'tag'
  const signed = marker?.kind === 'bullet' && capSize(first) >= signedSize * body.size
  if (marker && /bullet|dash/.test(marker.kind) && !signed) return undefined
  const length = lengthOf(paragraph)
  if (length > longest || lines.length > mostLines) return undefined
  const text = lines.map(textOf).join(' ')
  if (!/\p{L}{2}/u.test(text)) return undefined
  if (outlined.has(paragraph)) return 'outline'
  if (before?.contents && after?.contents && before.page === after.page) return undefined
  if (isCaption.test(text) || paragraph.underContents || lines.some(hasRift)) return undefined
  const ratio = capSize(first) / body.size
  const plain = /[,;]$|[.]["”’)]?$/.test(text) && !/\b(etc|e\.g|\.\.)\.$/.test(text)
  const rare = (shares.get(styleOf(paragraph)) ?? 0) < (ratio >= 1.5 ? largeShare : textShare)
  if (tag === 'P' || tag === 'LI' || tag === 'LBody') return ratio > 1.3 && !plain && rare ? 'size' : undefined
  if (/^[\p{Ll}(]/u.test(text) && !marker) return undefined
  const allBold = lines.every(({bold}) => bold > 0.9)
  const inList = marker !== undefined && (isNeighbour(marker, before) || isNeighbour(marker, after))
  if (ratio >= larger && !(plain && lines.length > 1) && rare && !(inList && ratio < 1.3)) return 'size'
  if (inList || length > longestBold || lines.length > 2 || plain || body.bold) return undefined
  if (allBold && ratio > 0.93) return 'bold'
  if (ratio > 0.93 && rare && isCentredHead(paragraph)) return 'centred'
  const coloured = first.colour !== body.colour && first.colour !== '' && isVivid(first.colour)
  if (coloured && ratio > 1.04) return 'colour'
  return undefined
}

/** Letters over those of the text from which on a sign before them is that of a section that opens, no bullet. */
const signedSize = 1.3

/** Longest bold title of a table, in letters and lines: it often is a whole aim. */
const longestTitle = 340
const mostTitleLines = 5

/** A bold paragraph right above a table. */
function isTableTitle(paragraph: Paragraph, body: BodyStyle): boolean {
  const {lines, marker, tag, contents} = paragraph
  if (lines.length === 0 || lines.length > mostTitleLines || contents || body.bold || (tag && tag !== 'P')) return false
  if ((marker && /bullet|dash/.test(marker.kind)) || !lines.every(({bold}) => bold > 0.9)) return false
  const text = lines.map(textOf).join(' ')
  return text.length <= longestTitle && !/[.,;:]$/.test(text) && !isCaption.test(text)
}

/** White on both sides of a centred line, ems at least. */
const centredRoom = 2

/** A short line in the middle of its column, in italics. */
function isCentredHead({lines, column: [left, right]}: Paragraph): boolean {
  return lines.every(({box, size, italic}) => {
    const [before, after] = [box[0] - left, right - box[2]]
    return italic && before > centredRoom * size && after > centredRoom * size && Math.abs(before - after) < 1.2 * size
  })
}

/** Numbered lines in the style of numbered headings whose count they go on with, though they follow one another like the items of a list. */
function inSeries(paragraphs: readonly Paragraph[], rules: ReadonlyMap<Paragraph, HeadingMark['rule']>): Paragraph[] {
  const found: Paragraph[] = []
  const join = (ordered: readonly Paragraph[], step: 1 | -1): void => {
    const last = new Map<string, number>()
    for (const paragraph of ordered) {
      const {marker, lines, tag} = paragraph
      if (marker?.kind !== 'number' || lines.length === 0) continue
      const style = styleOf(paragraph)
      const known = rules.has(paragraph) || found.includes(paragraph)
      if (!known && last.get(style) === marker.order - step && tag !== 'LI' && lines.every(({bold}) => bold > 0.9)) {
        const text = lines.map(textOf).join(' ')
        if (text.length > longestBold || /[.,;]$/.test(text)) continue
        found.push(paragraph)
      } else if (!known) continue
      last.set(style, marker.order)
    }
  }
  join(paragraphs, 1)
  join([...paragraphs].reverse(), -1)
  return found
}

/** Headings of a style from which a whole sentence in that style is one of them. */
const styleOfHeadings = 3

/** Large bold sentences in a style that is otherwise the headings': one aim of several that was printed with its full stop. */
function sentencesAmongHeadings(
  paragraphs: readonly Paragraph[],
  rules: ReadonlyMap<Paragraph, HeadingMark['rule']>,
  body: BodyStyle
): Paragraph[] {
  const headings = new Map<string, number>()
  for (const [paragraph, rule] of rules)
    if (rule === 'size') headings.set(styleOf(paragraph), (headings.get(styleOf(paragraph)) ?? 0) + 1)
  const sentences = paragraphs.filter((paragraph) => {
    const {lines, marker, tag, contents, underContents} = paragraph
    if (rules.has(paragraph) || lines.length === 0 || marker || tag || contents || underContents) return false
    return (
      lines.length <= mostLines &&
      lengthOf(paragraph) <= longest &&
      capSize(lines[0]!) >= larger * body.size &&
      lines.every((line) => line.bold > 0.9 && !hasRift(line)) &&
      /^\p{Lu}[^.]*\.$/u.test(lines.map(textOf).join(' ')) &&
      (headings.get(styleOf(paragraph)) ?? 0) >= styleOfHeadings
    )
  })
  const many = new Map<string, number>()
  for (const sentence of sentences) many.set(styleOf(sentence), (many.get(styleOf(sentence)) ?? 0) + 1)
  return sentences.filter((sentence) => many.get(styleOf(sentence))! * 2 <= headings.get(styleOf(sentence))!)
}

const hasRift = ({words, size}: Line): boolean =>
  words.some(({box}, i) => i > 0 && box[0] - words[i - 1]!.box[2] > rift * size)

/** Small capitals are as large as the capitals they stand with. */
function capSize({words, size}: Line): number {
  const text = words.map((word) => word.text).join('')
  return text === text.toUpperCase()
    ? Math.max(size, ...words.map((word) => (/\p{L}/u.test(word.text) ? word.size : 0)))
    : size
}

function isNeighbour(marker: NonNullable<Paragraph['marker']>, other: Paragraph | undefined): boolean {
  return (
    other?.marker !== undefined &&
    other.marker.kind === marker.kind &&
    Math.abs(other.marker.order - marker.order) === 1
  )
}

function isVivid(colour: string): boolean {
  const parts = colour.split(',').map(Number)
  return Math.max(...parts) - Math.min(...parts) > 40
}

/** Paragraphs that say what an outline entry says, on its page. */
function outlineLevels(paragraphs: readonly Paragraph[], outline: readonly OutlineEntry[]): Map<Paragraph, number> {
  const found = new Map<Paragraph, number>()
  if (outline.length === 0) return found
  const levels = new Map<string, number>()
  for (const {title, level, page} of outline) levels.set(`${page ?? 0} ${folded(title)}`, level)
  const pages = new Set(outline.map(({page}) => page ?? 0))
  for (const paragraph of paragraphs) {
    if (paragraph.lines.length === 0 || paragraph.lines.length > mostLines || paragraph.contents) continue
    if (!pages.has(paragraph.page) && !pages.has(0)) continue
    const bare = folded(paragraph.lines.map(textOf).join(' '))
    const text = paragraph.marker ? folded(paragraph.marker.text) + bare : bare
    const level =
      levels.get(`${paragraph.page} ${text}`) ?? levels.get(`${paragraph.page} ${bare}`) ?? levels.get(`0 ${text}`)
    if (level !== undefined && text.length > 2) found.set(paragraph, level)
  }
  return found
}

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** Levels: of tags and outline where there are such, else by style, the largest first; none is skipped. */
function levelled(
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
    const weight = (paragraph.lines.every(({bold}) => bold > 0.9) ? 2 : 0) + (line.colour !== body.colour ? 1 : 0)
    if (!styles.has(key))
      styles.set(key, {size: half(line.size) * (paragraph.banner ? bannerSize : 1), weight, first: i})
  })
  const ranked = belowWhatTheyServe(
    [...styles].sort(([, a], [, b]) => b.size - a.size || b.weight - a.weight || a.first - b.first).map(([key]) => key),
    paragraphs.filter((paragraph) => rules.has(paragraph))
  )
  const learned = learnedLevels(paragraphs, rules, outlined)
  const marks = new Map<Paragraph, HeadingMark>()
  const open: number[] = []
  for (const paragraph of paragraphs) {
    const rule = rules.get(paragraph)
    if (!rule) continue
    const style = styleOf(paragraph)
    const tagLevel = /^H([1-6])$/.exec(paragraph.tag ?? '')?.[1]
    const known = tagLevel ? Number(tagLevel) : (outlined.get(paragraph) ?? learned.get(style))
    const rank = known === undefined ? (ranked.indexOf(style) + 1) * 10 + depthOf(paragraph) : known * 10
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
