/** What stands before a list item: bullets, numbers, letters; drawn bullets made words. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run} from '../../source/types.ts'
import {centreX, centreY, heightOf, widthOf} from './boxes.ts'
import {boldWeight, type Line, spaced} from './lines.ts'

export interface Marker {
  /** As printed: '1.', 'iv)', '•'. Glyphs of symbol fonts are '•'. */
  text: string
  kind: 'bullet' | 'dash' | 'number' | 'letter' | 'roman' | 'outline'
  /** 3 for '3.', 'c)' or 'iii.'; 0 for bullets. */
  order: number
}

const bullets = /^[•●○◦▪■□▫◆◇❖‣⁃∙·➢➤►▶▸▼▾▲▴✓✔✗★☐❑❒\uf000-\uf0ff]$/u
const gluedBullet = /^[•●▪■◦‣➢➤►✓✔\uf0b7\uf0a7\uf0d8\uf0fc](?=.)/u
const dashes = /^[-–—*]$/
const symbolFont = /wingdings|webdings|dingbat|symbol/i
const number = /^\(?(\d{1,3})[.)]$/
const outline = /^\d{1,3}(?:\.\d{1,3}){1,3}\.?$/
const letter = /^\(?([a-zA-Z])[.)]$/
const roman = /^\(?([ivxIVX]{1,6})[.)]$/
/** Width of a drawn bullet, in ems of the words beside it. */
const bulletWidth = {least: 0.12, most: 0.75}
/** Larger ones, up to this, are bullets where several of one size stand below one another: ems, points between their edges. */
const largeBullet = 1.5
const sameEdge = 1
const leastLarge = 2
/** Before a line that is bold from end to end fewer are pictures beside headings. */
const leastBefore = 4
/** Sides of a shape that may be a bullet, points. */
const mostSide = 26
/** Sides of a small picture that is drawn of several shapes, points at most. */
const mostIcon = 64
/** How far a drawn bullet stands before its words, in ems. */
const bulletReach = 3.5

/** The marker that a line starts with and the words after it; undefined when there is none. */
export function markedLine(line: Line): {marker: Marker; rest: Run[]} | undefined {
  const [first, second] = line.words
  if (!first) return undefined
  const marker = markerOf(first)
  if (marker) {
    if (second && spaced(first, second)) return {marker, rest: line.words.slice(1)}
    if (!second && marker.kind === 'bullet') return {marker, rest: []}
    if (second && marker.kind === 'bullet') return {marker, rest: line.words.slice(1)}
  }
  const lone = /^o$/.test(first.text) && second && second.box[0] - first.box[2] > 0.55 * first.size
  if (lone) return {marker: {text: '•', kind: 'bullet', order: 0}, rest: line.words.slice(1)}
  const glued = gluedBullet.exec(first.text)
  if (glued) {
    const share = 1 / first.text.length
    const rest = {
      ...first,
      text: first.text.slice(glued[0].length),
      box: [...first.box] as [number, number, number, number]
    }
    rest.box[0] += share * widthOf(first.box)
    return {marker: {text: '•', kind: 'bullet', order: 0}, rest: [rest, ...line.words.slice(1)]}
  }
  const [, , third] = line.words
  // '1' and '.' in two styles, or '(' 'a' ')'.
  if (second && third && !spaced(first, second) && first.text.length <= 3 && /^[.)]$/.test(second.text)) {
    const joined = markerOf({...first, text: first.text + second.text})
    if (joined && spaced(second, third)) return {marker: joined, rest: line.words.slice(2)}
  }
  return undefined
}

function markerOf({text, font, marker}: Run): Marker | undefined {
  if (marker && /^\d/.test(text)) return {text, kind: 'number', order: Number.parseInt(text, 10)}
  if (marker && /^[a-z]/i.test(text)) return {text, kind: 'letter', order: text.toLowerCase().charCodeAt(0) - 96}
  if (bullets.test(text) || (symbolFont.test(font) && [...text].length === 1))
    return {text: /[\uf000-\uf0ff]/.test(text) || !bullets.test(text) ? '•' : text, kind: 'bullet', order: 0}
  if (dashes.test(text)) return {text, kind: 'dash', order: 0}
  const digits = number.exec(text)
  if (digits) return {text, kind: 'number', order: Number(digits[1])}
  if (outline.test(text)) return {text, kind: 'outline', order: Number(text.replace(/\.$/, '').split('.').at(-1))}
  const numeral = roman.exec(text)
  if (numeral && (numeral[1]!.length > 1 || /i/i.test(numeral[1]!)) && romanValue(numeral[1]!) > 0)
    return {text, kind: 'roman', order: romanValue(numeral[1]!)}
  const single = letter.exec(text)
  if (single) return {text, kind: 'letter', order: single[1]!.toLowerCase().charCodeAt(0) - 96}
  return undefined
}

function romanValue(text: string): number {
  const values: Record<string, number> = {i: 1, v: 5, x: 10}
  const digits = [...text.toLowerCase()].map((each) => values[each]!)
  return digits.reduce((sum, value, i) => sum + (value < (digits[i + 1] ?? 0) ? -value : value), 0)
}

/** A bold line in letters larger than the text's, by this much: a disc nearly as large before it stands on a line of time. */
const headline = 1.08
const isHeadline = (first: Run, level: readonly Run[], usual: number): boolean =>
  first.size > headline * usual && isBoldLine(first, level)

/** Size of most letters of a page. */
function usualSize(runs: readonly Run[]): number {
  const letters = new Map<number, number>()
  for (const {size, text} of runs) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

/** Words in bold from the first to the last: a heading with a picture before it. */
const isBoldLine = (first: Run, level: readonly Run[]): boolean =>
  level.every(({box, weight}) => box[0] < first.box[0] || weight >= boldWeight)

/** Whether a shape is part of a picture: another one, larger, goes all the way around it. */
const isWithin = (box: Box, icon: Box): boolean =>
  box[0] > icon[0] + 0.5 && box[1] > icon[1] + 0.5 && box[2] < icon[2] - 0.5 && box[3] < icon[3] - 0.5

/** Whether other shapes of one size stand above or below a shape. */
function inStack(box: Box, shapes: readonly Box[], least: number): boolean {
  const alike = shapes.filter(
    (other) =>
      Math.abs(other[0] - box[0]) < sameEdge &&
      Math.abs(other[2] - box[2]) < sameEdge &&
      Math.abs(heightOf(other) - heightOf(box)) < sameEdge &&
      (other === box || Math.abs(other[1] - box[1]) > heightOf(box))
  )
  return alike.length >= least
}

/** Small filled shapes that stand before words where a bullet would stand, as words '•'. */
export function drawnBullets(page: Page): Run[] {
  const shapes = [...page.fills.map(({box}) => box), ...page.images].filter(
    (box) => heightOf(box) < mostSide && widthOf(box) < mostSide && widthOf(box) > 0.8 && heightOf(box) > 0.8
  )
  if (shapes.length === 0 || shapes.length > 2_000) return []
  const icons = [...page.fills.map(({box}) => box), ...page.images].filter(
    (box) => heightOf(box) < mostIcon && widthOf(box) < mostIcon && heightOf(box) > 8
  )
  const usual = usualSize(page.runs)
  const bands = new Map<number, Run[]>()
  for (const run of page.runs) {
    const band = Math.floor(centreY(run.box) / 10)
    const there = bands.get(band)
    if (there) there.push(run)
    else bands.set(band, [run])
  }
  const found: Run[] = []
  for (const box of shapes) {
    if (icons.some((icon) => isWithin(box, icon))) continue
    const y = centreY(box)
    const beside = [-1, 0, 1].flatMap((step) => bands.get(Math.floor(y / 10) + step) ?? [])
    const level = beside.filter((run) => y > run.box[1] && y < run.box[3] && !run.angle)
    const next = level.filter((run) => run.box[0] >= box[2] - 0.5).sort((a, b) => a.box[0] - b.box[0])[0]
    if (!next || next.box[0] - box[2] > bulletReach * next.size || next.box[0] - box[2] < 0.1 * next.size) continue
    const ems = Math.max(widthOf(box), heightOf(box)) / next.size
    const even = Math.min(widthOf(box), heightOf(box)) / Math.max(widthOf(box), heightOf(box))
    if (ems < bulletWidth.least || ems > largeBullet || even < 0.5) continue
    if (
      ems > bulletWidth.most &&
      (even < 0.8 ||
        isHeadline(next, level, usual) ||
        !inStack(box, shapes, isBoldLine(next, level) ? leastBefore : leastLarge))
    )
      continue
    // A bullet stands half an x-height above the baseline, alone: two shapes before one line are a picture.
    if (Math.abs(next.baseline - 0.28 * next.size - y) > 0.3 * next.size) continue
    const nearLeft = level.some((run) => run !== next && run.box[0] < box[0] && box[0] - run.box[2] < next.size)
    if (nearLeft || bullets.test(next.text)) continue
    const twin = found.findIndex(
      (other) => other.baseline === next.baseline && Math.abs(other.box[0] - box[0]) < 4 * next.size
    )
    if (twin >= 0) {
      const same = Math.abs(centreX(found[twin]!.box) - centreX(box)) < 1 && Math.abs(centreY(found[twin]!.box) - y) < 1
      if (!same) found.splice(twin, 1)
      continue
    }
    found.push({text: '•', box, baseline: next.baseline, font: '', size: next.size, weight: 400, italic: false})
  }
  return found
}
