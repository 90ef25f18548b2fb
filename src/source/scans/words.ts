/** Words found in the pictures of scanned pages to runs, with sizes and weights as far as pixels tell. */
import type {Box} from '../../plan-tree/nodes.ts'
import {hundredths, inverse, type Matrix, mapBox, meet, roundBox} from '../geometry.ts'
import type {Pixels} from '../pdf/pdfium/render.ts'
import type {FilledBox, Page, Rule, Run} from '../types.ts'

export interface ScanWord {
  text: string
  /** 0 to 1. */
  confidence: number
  /** Pixels. */
  box: Box
}

export interface ScanLine {
  words: ScanWord[]
  /** From its left to its right end, pixels. */
  baseline: readonly [x0: number, y0: number, x1: number, y1: number]
  /** From the foot of a p to the top of a d, pixels. */
  height: number
  confidence: number
}

export interface ScannedPage {
  number: number
  /** Upright and straight. */
  pixels: Pixels
  /** From the picture to the page as shown, points; absent where they are one. */
  shown?: Matrix
  lines: ScanLine[]
  /** Points, as the picture stands. */
  rules: Rule[]
  fills: FilledBox[]
}

/** Foot of a p to top of a d, in ems: 0.93 in Arial, Liberation, Carlito and Times within 0.02. */
const rowHeightInEms = 0.93
/** Baseline to the top of a capital, a figure or a d, in ems: 0.66 to 0.76 by font. */
const capHeightInEms = 0.72
/** Letters that reach so high, and none that reaches below the line; words of such letters tell a line's size best. */
const tall = /[A-Zbdfhkl0-9]/
/** Fewest such words. */
const fewestTall = 2
/** Sizes nearer than this, as a share, are one size measured twice. */
const sameSize = 0.08
/** A word with strokes this many times as thick as the document's middle word is bold: Arial Bold 1.5, Times Bold 1.45. */
const boldStroke = 1.3
/** Between this and the above a word may be either. */
const nearlyBold = 1.12
/** Lines read with less confidence are specks, logos and pictures. */
const leastConfidence = 0.5
/** Words read with more confidence are there, whatever else is read in their place. */
const sure = 0.8
/** A mark lower than this share of the line's height is no letter: an e has 0.56 of it. */
const bulletHeight = 0.5
/** A word whose darkest grey is not below this has no ink. */
const ink = 140
/** Of the darkest ink of a word, what a pixel at the edge of a stem has at least. */
const edgeInk = 0.12

/** Widest white between a bullet and its words, in ems. */
const mostBulletGap = 3

/** Of a drawn sign, in ems of the words beside it, at least: a letter with brackets has one. */
const iconHeight = 1.2
/** What Tesseract reads in a sign has so many letters at most. */
const mostIconLetters = 3

/** Marks that Tesseract takes list bullets for, where they are smaller than letters. */
const bulletLike = /^[+»«*©®°¢•·■▪eo.,~-]{1,2}$/u

/** What Tesseract takes upright rules and edges of fills for. */
const barLike = /^[|¦~]+|[|¦~]+$/gu

interface Draft {
  page: number
  line: ScanLine
  run: Run
  /** Middle length of the ink's horizontal runs, in ems. */
  stroke: number
}

/** What a scanned page holds, measured on its picture; the picture itself, 4 MB a page, need not be kept. */
export interface MeasuredScan {
  number: number
  /** Points. */
  width: number
  height: number
  shown?: Matrix
  drafts: readonly Draft[]
  rules: readonly Rule[]
  fills: readonly FilledBox[]
}

export function measuredScan(page: ScannedPage): MeasuredScan {
  const {pixels, lines: _, ...rest} = page
  const {width, height, scale} = pixels
  return {...rest, width: width / scale, height: height / scale, drafts: draftsOf(page)}
}

/** Pages in their order, each with the words that its picture holds; those without any stay as they were. */
export function scannedRuns(scanned: readonly MeasuredScan[], pages: readonly Page[]): Page[] {
  const drafts = scanned.flatMap((page) => page.drafts)
  evenSizes(drafts)
  weigh(drafts)
  const byPage = Map.groupBy(drafts, ({page}) => page)
  for (const some of byPage.values()) placeBullets(some)
  const icons = iconsIn(drafts)
  const drawn = new Map(scanned.map((page) => [page.number, page]))
  return pages.map((page) => {
    const runs = byPage.get(page.number)?.flatMap((draft) => (icons.has(draft) ? [] : [draft.run]))
    if (!runs) return page
    const scan = drawn.get(page.number)!
    const {rules, fills} = scan
    const own = scan.shown ? turnedWith(page, scan.shown, scan) : page
    return {...own, runs, rules: [...own.rules, ...rules], fills: [...own.fills, ...fills], ocr: true}
  })
}

/** The page as its words are given. What is drawn on it besides its picture is in that too. */
function turnedWith(page: Page, shown: Matrix, {width, height}: MeasuredScan): Page {
  const back = inverse(shown)
  return {...page, width, height, shown, rules: [], fills: [], images: page.images.map((box) => mapBox(back, box))}
}

function slopeOf({baseline: [x0, y0, x1, y1]}: ScanLine): number {
  return x1 > x0 ? (y1 - y0) / (x1 - x0) : 0
}

/** Pixels of an em: by the words that have tall letters, where there are any. */
function emOf({words, baseline: [x0, y0], height}: ScanLine, slope: number): number {
  const heights = words
    .filter(({text, confidence}) => text.length > 1 && tall.test(text) && confidence >= sure)
    .map(({box: [left, top, right]}) => y0 + slope * ((left + right) / 2 - x0) - top)
    .sort((a, b) => a - b)
  const middle = heights[heights.length >> 1]
  return heights.length >= fewestTall && middle! > 0 ? middle! / capHeightInEms : height / rowHeightInEms
}

function draftsOf(page: ScannedPage): Draft[] {
  const drafts = page.lines
    .filter((line) => line.confidence >= leastConfidence)
    .flatMap((line) => {
      const slope = slopeOf(line)
      const size = emOf(line, slope) / page.pixels.scale
      return line.words.map((word, i) => draftOf(page, {line, slope, size}, word, i))
    })
    .filter(({run}) => run.text !== '')
  return drafts.filter((draft) => draft.run.confidence! >= sure || !drafts.some((other) => isGhost(draft, other)))
}

/** Part of another line's letters, read a second time as specks. */
function isGhost({line, run}: Draft, other: Draft): boolean {
  if (other.line === line || other.run.confidence! <= run.confidence!) return false
  const shared = meet(run.box, other.run.box)
  return shared !== undefined && areaOf(shared) >= areaOf(run.box) / 2
}

function areaOf([left, top, right, bottom]: Box): number {
  return (right - left) * (bottom - top)
}

interface Measured {
  line: ScanLine
  slope: number
  /** Points. */
  size: number
}

function draftOf(page: ScannedPage, {line, slope, size}: Measured, word: ScanWord, index: number): Draft {
  const {scale} = page.pixels
  const [left, top, right, bottom] = word.box
  const [x0, y0] = line.baseline
  const baseline = y0 + slope * ((left + right) / 2 - x0)
  return {
    page: page.number,
    line,
    stroke: word.text.length > 1 ? strokeIn(page.pixels, word.box) / scale / size : 0,
    run: {
      text: word.text.replace(barLike, '').trim(),
      box: roundBox([left / scale, top / scale, right / scale, bottom / scale]),
      baseline: hundredths(baseline / scale),
      font: 'scan',
      size,
      weight: 400,
      italic: false,
      confidence: hundredths(word.confidence),
      ...(index > 0 ? {afterSpace: true} : {})
    }
  }
}

/** Measured sizes scatter: those near the most frequent become it, then those near the most frequent of the rest, and so on. */
function evenSizes(drafts: Draft[]): void {
  let rest = drafts
  while (rest.length > 0) {
    const usual = usualSize(rest)
    const near = ({run}: Draft) => Math.abs(run.size - usual) <= usual * sameSize
    const far = rest.filter((draft) => !near(draft))
    for (const {run} of rest.filter(near)) run.size = usual
    rest = far
  }
}

/** The size of most letters. */
function usualSize(drafts: readonly Draft[]): number {
  const letters = new Map<number, number>()
  for (const {run} of drafts) {
    const size = Math.round(run.size * 5) / 5
    letters.set(size, (letters.get(size) ?? 0) + run.text.length)
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [0, 0])[0]
}

/** A mark first or alone in its line, right before words and low like a bullet, is their bullet. */
function placeBullets(drafts: readonly Draft[]): void {
  const lines = [...Map.groupBy(drafts, ({line}) => line).values()]
  const firsts = lines.flatMap(([first]) => first?.run ?? [])
  for (const [mark, ...others] of lines) {
    if (!mark || !bulletLike.test(mark.run.text)) continue
    const own = others[0]?.run
    const [left, top, right, bottom] = mark.run.box
    const middle = (top + bottom) / 2
    const beside = (own ? [own] : firsts.filter((first) => first !== mark.run))
      .filter(({box, size, baseline}) => {
        const gap = box[0] - right
        const isLow = bottom - top < size * bulletHeight && right - left < size
        return isLow && gap > 0 && gap < size * mostBulletGap && middle < baseline && middle > baseline - size
      })
      .sort((a, b) => a.box[0] - b.box[0])
    if (beside[0]) Object.assign(mark.run, {text: '•', baseline: beside[0].baseline, size: beside[0].size, weight: 400})
  }
}

/** Drawn signs, read as marks or letters: beside the words of a line, or alone, and higher than letters of its size can be. */
function iconsIn(drafts: readonly Draft[]): Set<Draft> {
  const usual = usualSize(drafts)
  const icons = new Set<Draft>()
  for (const [first, second] of Map.groupBy(drafts, ({line}) => line).values()) {
    if (!first || first.run.text.length > mostIconLetters) continue
    const {text, box, confidence} = first.run
    const isWord = /[\p{L}\p{N}]/u.test(text) && (confidence! >= sure || !second)
    if (!isWord && box[3] - box[1] > iconHeight * (second ? second.run.size : usual)) icons.add(first)
  }
  return icons
}

/** Bold by the stems' thickness; marks and words too short to tell go with both their neighbours, or with most of the line. */
function weigh(drafts: Draft[]): void {
  const strokes = drafts.flatMap(({stroke}) => (stroke > 0 ? [stroke] : [])).sort((a, b) => a - b)
  const usual = strokes[strokes.length >> 1] ?? 0
  if (usual === 0) return
  const isBold = ({stroke}: Draft) => stroke > usual * boldStroke
  const isUnsure = ({run, stroke}: Draft) => run.text.length < 4 || stroke > usual * nearlyBold
  for (const line of Map.groupBy(drafts, (draft) => draft.line).values()) {
    const letters = (some: Draft[]) => some.reduce((sum, {run}) => sum + run.text.length, 0)
    const mostly = letters(line.filter(isBold)) > letters(line) * 0.6
    line.forEach((draft, i) => {
      const between = [line[i - 1], line[i + 1]].every((next) => next && isBold(next))
      if (isBold(draft) || (isUnsure(draft) && (mostly || between))) draft.run.weight = 700
    })
  }
}

/**
 * Middle thickness of the stems in the rows through the small letters, pixels. A stem is two or three pixels wide at the usual
 * resolution: its grey edges count for as much as they are dark.
 */
function strokeIn({data, width}: Pixels, [left, top, right, bottom]: Box): number {
  const high = bottom - top
  const [from, to] = [Math.round(top + high * 0.3), bottom - high * 0.15]
  let darkest = 255
  for (let y = from; y < to; y += 1)
    for (let x = left; x < right; x += 1) darkest = Math.min(darkest, data[y * width + x]!)
  if (darkest >= ink) return 0
  const lengths: number[] = []
  for (let y = from; y < to; y += 1) {
    let length = 0
    for (let x = left; x <= right; x += 1) {
      const dark = x < right ? (255 - data[y * width + x]!) / (255 - darkest) : 0
      if (dark >= edgeInk) length += Math.min(1, dark)
      else {
        if (length >= 1) lengths.push(length)
        length = 0
      }
    }
  }
  lengths.sort((a, b) => a - b)
  return lengths[lengths.length >> 1] ?? 0
}
