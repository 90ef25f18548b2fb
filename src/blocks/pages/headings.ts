/** Which paragraphs are headings: tags, outline, numbering, then size, weight and colour. */
import type {OutlineEntry} from '../../source/types.ts'
import {type HeadingMark, levelled} from './heading-levels.ts'
import {type BodyStyle, capitalsOf, folded, lengthOf, markCapitals, styleOf} from './heading-style.ts'
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
/** Its lines at most: large print and narrow columns break a title three times. */
const mostBoldLines = 4
/** Share of the document's letters set in one style above which that style is the text, not a heading's. */
const textShare = 0.25
/** The same for letters half as large again as the text's: a cover holds little else. */
const largeShare = 0.6
const isCaption = /^(?:table|figure|fig\.?|chart|graph|map|box|source|note)\s*\d+(?:[.:–-]|\s|$)/i
/** A gap inside a line, in ems, that no heading has: a running head set left and right. */
const rift = 4

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
  for (const paragraph of colouredHeadings(paragraphs, rules, body)) rules.set(paragraph, 'colour')
  if (body.bold) for (const paragraph of headingsInBold(paragraphs, rules, body)) rules.set(paragraph, 'bold')
  markCapitals(paragraphs.filter((paragraph) => rules.has(paragraph)))
  return levelled(paragraphs, rules, body, outlined)
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
  if (inList || length > longestBold || lines.length > mostBoldLines || plain || body.bold) return undefined
  if (allBold && ratio > 0.93) return 'bold'
  if (allBold && ratio > smallBold && rare && standsOver(paragraph, after)) return 'bold'
  if (ratio > 0.93 && rare && isCentredHead(paragraph)) return 'centred'
  const coloured = first.colour !== body.colour && first.colour !== '' && isVivid(first.colour)
  if (coloured && ratio > 1.04) return 'colour'
  return undefined
}

/** The lowest headings of many style sheets are bold and smaller than the text (browsers: 0.83 of it). */
const smallBold = 0.78
/** White space over a small heading that is more than the distance of its lines, in line heights. */
const overSmall = 1.5

/** A line with white space above it and text in larger letters right below it. */
function standsOver({lines, gap, column}: Paragraph, after: Paragraph | undefined): boolean {
  const [first] = lines
  const below = after?.lines[0]
  if (!first || !below || below.bold > 0.9 || lines.length > 1 || gap < overSmall) return false
  const level = after.column[0] < column[1] && after.column[1] > column[0]
  return level && below.size > first.size && !/[.:;,]$/.test(textOf(first))
}

/** Letters over those of the text from which on a sign before them is that of a section that opens, no bullet. */
const signedSize = 1.3

/** Longest bold title of a table, in letters and lines: it often is a whole aim. */
const longestTitle = 340
const mostTitleLines = 5

/** A bold or coloured paragraph right above a table. */
function isTableTitle(paragraph: Paragraph, body: BodyStyle): boolean {
  const {lines, marker, tag, contents} = paragraph
  if (lines.length === 0 || lines.length > mostTitleLines || contents || body.bold || (tag && tag !== 'P')) return false
  if (marker && /bullet|dash/.test(marker.kind)) return false
  const coloured = lines.every(({colour}) => colour !== body.colour && isVivid(colour))
  if (!coloured && !lines.every(({bold}) => bold > 0.9)) return false
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

/** Headings that only their colour tells: how many of a style there must be, their share beside paragraphs of text in it, and their letters at most. */
const leastColoured = 3
const colouredShare = 0.65
const longestColoured = 160

/** Short lines in a vivid colour and the text's own size, each over text in another colour, in a style that is used for little else. */
function colouredHeadings(
  paragraphs: readonly Paragraph[],
  rules: ReadonlyMap<Paragraph, HeadingMark['rule']>,
  body: BodyStyle
): Paragraph[] {
  const styles = new Map<string, {text: number; heads: Paragraph[]}>()
  paragraphs.forEach((paragraph, i) => {
    const [first] = paragraph.lines
    if (!first || rules.has(paragraph) || first.colour === body.colour || !isVivid(first.colour)) return
    if (paragraph.lines.some(({colour, size}) => colour !== first.colour || size < smallBold * body.size)) return
    const style = styles.get(styleOf(paragraph)) ?? {text: 0, heads: []}
    styles.set(styleOf(paragraph), style)
    const {lines, marker, tag, contents, underContents} = paragraph
    if (
      (marker && /bullet|dash/.test(marker.kind)) ||
      contents ||
      underContents ||
      (tag && tag !== 'P') ||
      lines.length > mostBoldLines
    )
      return
    const text = lines.map(textOf).join(' ')
    if (/[.,;"'”’)]$/.test(text)) style.text += 1
    if (text.length > longestColoured || !/^["'“‘]?[\p{Lu}\d]/u.test(text) || /[.,;"'”’)]$/.test(text)) return
    if (isCaption.test(text) || lines.some(hasRift)) return
    const below = paragraphs[i + 1]?.lines[0]
    if (below && below.colour !== first.colour) style.heads.push(paragraph)
  })
  return [...styles.values()].flatMap(({text, heads}) =>
    heads.length >= leastColoured && heads.length >= colouredShare * (heads.length + text) ? heads : []
  )
}

/** Headings that only capitals or their slope tell where all text is bold: how many there must be, and their letters at most. */
const leastTold = 3
const longestTold = 110

/** Short lines in capitals, or in italics, of a text that is bold throughout; each over text that is neither. */
function headingsInBold(
  paragraphs: readonly Paragraph[],
  rules: ReadonlyMap<Paragraph, HeadingMark['rule']>,
  body: BodyStyle
): Paragraph[] {
  const isTold = (paragraph: Paragraph, mark: 'capitals' | 'slope'): boolean =>
    mark === 'slope'
      ? paragraph.lines.every(({italic}) => italic)
      : capitalsOf(paragraph) !== undefined && !paragraph.lines.some(({italic}) => italic)
  return (['capitals', 'slope'] as const).flatMap((mark) => {
    let text = 0
    const heads = paragraphs.filter((paragraph, i) => {
      const {lines, marker, tag, contents, underContents} = paragraph
      if (lines.length === 0 || rules.has(paragraph) || !isTold(paragraph, mark)) return false
      const words = lines.map(textOf).join(' ')
      const plain = /[.,;"”’)]$/.test(words) || words.length > longestTold || lines.some(hasRift)
      if (plain || contents || underContents || marker?.kind === 'bullet' || (tag && tag !== 'P')) {
        text += 1
        return false
      }
      if (lines.some(({bold, size}) => bold < 0.9 || size < 0.93 * body.size) || !/\p{L}{2}/u.test(words)) return false
      const below = paragraphs[i + 1]
      return below !== undefined && below.lines.length > 0
    })
    return heads.length >= leastTold && heads.length >= colouredShare * (heads.length + text) ? heads : []
  })
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
