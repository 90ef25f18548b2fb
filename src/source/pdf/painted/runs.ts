/** Letters in painting order to runs: one run a word in one style. Shared by the PDF back ends. */
import type {Box} from '../../../plan-tree/nodes.ts'
import {hundredths, roundBox} from '../../geometry.ts'
import type {Colour, Run} from '../../types.ts'
import type {FontStyle} from './font-style.ts'

/** What letters set in one style share; one object for all of them, so that most comparisons are of identity. */
export interface Look {
  style: FontStyle
  /** Points, as shown. */
  size: number
  /** Above (positive) and below (negative) the baseline, in ems. */
  ascent: number
  descent: number
  colour?: Colour | undefined
  mcid?: number | undefined
  /** Painted in a mode that leaves no mark (as in the text layer of a scan). */
  hidden?: boolean | undefined
  /** Name of the layer it stands on, where that is switched off. */
  layer?: string | undefined
  /** Each space of its level lines is painted: a gap without one is none. */
  told?: true
}

/** One painted letter (or ligature). Points from the page's top-left corner. */
export interface Glyph {
  text: string
  /** Where its baseline starts and where the pen stands after it. */
  x: number
  y: number
  endX: number
  endY: number
  look: Look
  /** The back end judges that a space stands before it, though none is painted. */
  spaced: boolean
  /** Its advance is told by the page: what is left of a gap after it is no rounding. */
  settled?: true
}

/** A run, whether its letters leave no mark, and the switched-off layer that it stands on. */
export type PaintedRun = Run & {hidden?: true; layer?: string}

/** A gap that reads as a space where the file paints none, in ems: pdf.js uses 0.10, PDFium about 0.17 with most fonts. */
const spaceGap = 0.15
/** Gap that reads as a space where the back end judges so as well, in ems. */
const likelyGap = 0.04
/** Least share of the line's usual space that such a gap must have: rounded advances open gaps inside words as well. */
const likelyShare = 0.6
/** A gap beyond this is a space beside the widest ones too, in ems. */
const sureGap = 0.18
/** After a letter whose advance the page tells, a gap from here is a space, in ems. */
const settledGap = 0.11
/** Justified lines stretch the gap before the hyphen of a cut word as well, up to this, in ems. */
const hyphenGap = 0.22
/** Letter-spaced text: median gap from which the letters count as tracked, in ems. */
const trackedGap = 0.07
/** A move back of more than this, in ems, starts another stretch; kerning and accents move less. */
const backstep = 0.5
/** A jump forward that ends a stretch, in ems: more than justified text ever opens. */
const jump = 2.5
/** Two baselines are one when they differ by less than this, in ems: raised marks differ by 0.3. */
const baselineSlack = 0.12

/** Spaces of all widths, and the control codes that badly made fonts give for them. */
function isBlank(text: string): boolean {
  const code = text.charCodeAt(0)
  // Nearly all letters end here.
  if (code > 0x20 && code < 0x7f) return false
  return Number.isNaN(code) || code <= 0xa0 || blanks.has(code) || (code >= 0x2000 && code <= 0x200b)
}
const blanks = new Set([0x202f, 0x205f, 0x3000, 0xfeff])

/** Letters of any alphabet, for the gaps between them; signs above U+00C0 do no harm. */
function isLetter(text: string): boolean {
  const code = text.charCodeAt(0)
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || (code >= 0xc0 && code < 0x2000)
}

/** Letters and digits. */
function isWordSign(text: string): boolean {
  const code = text.charCodeAt(0)
  return isLetter(text) || (code >= 0x30 && code <= 0x39)
}

const leaderDots = new Set(['.', '\u2026', '_', '\u00b7'])
/** An ellipsis has three dots; a leader has more. */
const leaderLength = 4
const firstLigature = 0xfb00
const ligatures: Readonly<Record<string, string>> = {
  '\ufb00': 'ff',
  '\ufb01': 'fi',
  '\ufb02': 'fl',
  '\ufb03': 'ffi',
  '\ufb04': 'ffl',
  '\ufb05': 'st',
  '\ufb06': 'st'
}

/** Runs in painting order. Time is linear in the letters. */
export function runsOf(glyphs: readonly Glyph[]): PaintedRun[] {
  settleAdvances(glyphs)
  const runs: PaintedRun[] = []
  const gaps = gapsOf(glyphs)
  for (let start = 0; start < glyphs.length; ) {
    let end = start + 1
    while (end < glyphs.length && follows(glyphs[end - 1]!, glyphs[end]!, gaps[end]!)) end += 1
    wordsOf({glyphs, gaps, start, end}, runs)
    start = end
  }
  return runs
}

/** Fewest gaps on a page that may be spaces or not, for the advances to be looked at. */
const leastDoubtful = 6
/** A letter's own gap is told by so many pairs, or by one that has next to none, and is at most this, in ems. */
const [leastPairs, mostOwnGap] = [3, 0.17]
/** Own gaps from here are none that a font means, in ems; in a style that rounds, so many letters have one. */
const [roundedGap, leastRounded] = [0.04, 4]

/**
 * Programs that lay letters out in whole pixels leave a gap after each letter that is its own, the same wherever it stands: up to
 * half the width of a space. Such letters become as wide as the room that they always take.
 */
function settleAdvances(glyphs: readonly Glyph[]): void {
  let doubtful = 0
  for (let i = 1; i < glyphs.length && doubtful < leastDoubtful; i += 1) {
    const [before, after] = [glyphs[i - 1]!, glyphs[i]!]
    if (!after.spaced) continue
    const gap = gapOf(before, after)
    if (follows(before, after, gap) && gap > likelyGap && gap < mostOwnGap) doubtful += 1
  }
  if (doubtful < leastDoubtful) return
  const own = ownGaps(glyphs)
  for (const glyph of glyphs) {
    const gap = own.get(faceOf(glyph.look))?.get(glyph.text)?.gap
    if (gap === undefined || glyph.endY !== glyph.y) continue
    glyph.endX += Math.max(0, gap) * glyph.look.size
    glyph.settled = true
  }
}

interface OwnGap {
  /** Least gap after the letter, in ems. */
  gap: number
  pairs: number
}

/** Letters of one face and size, which tags cut into many looks. */
const faceOf = ({style, size}: Look): string => `${style.name} ${style.weight} ${style.italic} ${size.toFixed(1)}`

/** The gap that each letter keeps within words, in the faces that round advances. */
function ownGaps(glyphs: readonly Glyph[]): Map<string, Map<string, OwnGap>> {
  const faces = new Map<string, Map<string, OwnGap>>()
  for (let i = 1; i < glyphs.length; i += 1) {
    const [before, after] = [glyphs[i - 1]!, glyphs[i]!]
    if (!isLetter(before.text) || !isLetter(after.text) || before.look !== after.look) continue
    const own = gapOf(before, after)
    if (!follows(before, after, own)) continue
    const face = faceOf(before.look)
    const letters = faces.get(face) ?? new Map<string, OwnGap>()
    faces.set(face, letters)
    const {gap, pairs} = letters.get(before.text) ?? {gap: Infinity, pairs: 0}
    letters.set(before.text, {gap: Math.min(gap, own), pairs: pairs + 1})
  }
  for (const [face, letters] of faces) {
    for (const [letter, {gap, pairs}] of letters)
      if ((pairs < leastPairs && gap > roundedGap) || gap > mostOwnGap) letters.delete(letter)
    if (!roundsAdvances(letters)) faces.delete(face)
  }
  return faces
}

/** Several of the letters that come often keep a gap of their own. */
function roundsAdvances(letters: ReadonlyMap<string, OwnGap>): boolean {
  let [rounded, all] = [0, 0]
  for (const {gap, pairs} of letters.values()) {
    if (pairs < leastPairs) continue
    all += 1
    if (gap >= roundedGap) rounded += 1
  }
  return rounded >= leastRounded && rounded * 3 >= all
}

/** Letters that follow one another on one baseline: `start` to `end`, this one excluded. */
interface Stretch {
  glyphs: readonly Glyph[]
  /** Before each of the letters, in ems. */
  gaps: Float64Array
  start: number
  end: number
}

/** The gap before each letter, which is asked for several times. */
function gapsOf(glyphs: readonly Glyph[]): Float64Array {
  const gaps = new Float64Array(glyphs.length)
  for (let i = 1; i < glyphs.length; i += 1) gaps[i] = gapOf(glyphs[i - 1]!, glyphs[i]!)
  return gaps
}

/** Gap between two letters along the writing direction, in ems of the larger. */
function gapOf(before: Glyph, after: Glyph): number {
  const dx = after.x - before.endX
  const size = Math.max(before.look.size, after.look.size) || 1
  const [wide, high] = [before.endX - before.x, before.endY - before.y]
  // Level text, nearly all there is.
  if (high === 0 && wide >= 0) return dx / size
  const length = Math.hypot(wide, high) || 1
  return (dx * wide + (after.y - before.endY) * high) / (size * length)
}

/** Does the letter go on with the stretch: on one baseline, in one direction, neither far ahead nor back? */
function follows(before: Glyph, after: Glyph, along: number): boolean {
  if (along < -backstep || along > jump) return false
  const size = Math.max(before.look.size, after.look.size) || 1
  const [wide, high] = [before.endX - before.x, before.endY - before.y]
  if (high === 0 && wide >= 0 && after.endY === after.y) return Math.abs(after.y - before.y) <= baselineSlack * size
  const length = Math.hypot(wide, high) || 1
  const across = ((after.y - before.endY) * wide - (after.x - before.endX) * high) / (size * length)
  if (Math.abs(across) > baselineSlack) return false
  const [nextWide, nextHigh] = [after.endX - after.x, after.endY - after.y]
  const nextLength = Math.hypot(nextWide, nextHigh)
  return nextLength === 0 || wide * nextWide + high * nextHigh > 0.99 * length * nextLength
}

function wordsOf(stretch: Stretch, runs: PaintedRun[]): void {
  const {glyphs, gaps, start, end} = stretch
  const likely = Math.max(likelyGap, likelyShare * usualSpace(stretch))
  const letterGap = spaceIn(stretch)
  const threshold = letterGap === spaceGap ? Math.max(spaceGap, Math.min(likely, sureGap)) : letterGap
  const leaders = leadersIn(glyphs, start, end)
  const paints = paintsSpaces(glyphs, start, end)
  let from = start
  let spaced = false
  const close = (until: number) => {
    if (until > from) runs.push(runOf(glyphs, from, until, spaced))
    spaced = false
  }
  for (let i = start; i < end; i += 1) {
    const glyph = glyphs[i]!
    if (isBlank(glyph.text)) {
      close(i)
      from = i + 1
      spaced = true
    } else if (i > from) {
      const before = glyphs[i - 1]!
      const gap = gaps[i]!
      const hyphen = i === end - 1 && glyph.text === '-' && gap < hyphenGap && isLetter(before.text)
      const tight = paints && gap < paintedGap && isTight(before, glyph)
      const told = before.look.told && before.y === before.endY && isToldTight(before, glyph)
      const least = tight
        ? paintedGap
        : told
          ? Math.max(toldGap, letterGap)
          : before.settled
            ? Math.min(threshold, settledGap)
            : threshold
      // The letter is as wide as the room that was left for it.
      if (tight && gap > 0) Object.assign(before, {endX: glyph.x, endY: glyph.y})
      const space =
        (!hyphen && gap > least) ||
        (!hyphen && glyph.spaced && letterGap === spaceGap && !tight && !told && gap > likely) ||
        (leaders !== undefined && leaders.has(i - 1) !== leaders.has(i))
      if (space || !sameLook(before.look, glyph.look)) {
        close(i)
        from = i
        spaced = space
      }
    }
  }
  close(end)
}

/** The middle of the gaps in a stretch that are spaces beyond doubt, and no jump to a tab, in ems; 0 where there are none. */
function usualSpace({glyphs, gaps, start, end}: Stretch): number {
  const spaces: number[] = []
  for (let i = start + 1; i < end; i += 1) {
    const gap = gaps[i]!
    if (glyphs[i]!.spaced && gap > spaceGap && gap < tabGap) spaces.push(gap)
  }
  return spaces.sort((a, b) => a - b)[spaces.length >> 1] ?? 0
}

/** From here a gap is a tab, in ems. */
const tabGap = 0.7

/** Letters to a painted space at most where a stretch paints its spaces. */
const lettersPerSpace = 14
/** Where it does, a gap up to this inside one style is none, ems: small capitals often have the widths of small letters. */
const paintedGap = 0.4

/** The same where every space of a look is known to be painted, ems. */
const toldGap = 0.3

/** Size of small capitals over that of the capitals that begin their words. */
const smallCapital = {least: 0.6, most: 0.86}

/** Whether a stretch is set in small capitals and its spaces are painted. */
function paintsSpaces(glyphs: readonly Glyph[], start: number, end: number): boolean {
  let [blanks, steps] = [0, 0]
  for (let i = start + 1; i < end; i += 1) {
    const [before, after] = [glyphs[i - 1]!, glyphs[i]!]
    if (isBlank(after.text)) blanks += 1
    if (before.look === after.look) continue
    const ratio = after.look.size / before.look.size
    if (ratio > smallCapital.least && ratio < smallCapital.most && isLetter(before.text) && isLetter(after.text))
      steps += 1
  }
  return blanks > 0 && steps > 0 && end - start < lettersPerSpace * (blanks + 1)
}

/** Two letters of one style, or a sign that no space goes before. */
const isTight = (before: Glyph, after: Glyph): boolean =>
  (isLetter(before.text) && isLetter(after.text) && sameLook(before.look, after.look)) ||
  /^[,.;:!?’')]$/.test(after.text)

/** The same with figures, where every space of a look is known to be painted. */
const isToldTight = (before: Glyph, after: Glyph): boolean =>
  isTight(before, after) || (isOfWord(before.text) && isOfWord(after.text) && sameLook(before.look, after.look))

const isOfWord = (text: string): boolean => text === '-' || isWordSign(text)

/** Dots of contents lines, by index: words of their own, however near the title or the page number they come. */
function leadersIn(glyphs: readonly Glyph[], start: number, end: number): Set<number> | undefined {
  let leaders: Set<number> | undefined
  for (let i = start; i < end; ) {
    const {text} = glyphs[i]!
    let after = i + 1
    // Letters and spaces, nearly all there is, need not be looked up.
    if (!isLetter(text) && leaderDots.has(text)) while (after < end && glyphs[after]!.text === text) after += 1
    if (after - i >= leaderLength) {
      leaders ??= new Set()
      for (let k = i; k < after; k += 1) leaders.add(k)
    }
    i = after
  }
  return leaders
}

/** Letter-spaced stretches open gaps between all letters: there a space is what stands out from the median gap. */
function spaceIn({glyphs, gaps, start, end}: Stretch): number {
  if (end - start < 4) return spaceGap
  const within: number[] = []
  let [wide, letters] = [0, false]
  for (let i = start + 1; i < end && within.length < 200; i += 1) {
    const [before, after] = [glyphs[i - 1]!, glyphs[i]!]
    // Leaders are set with gaps of their own, and their dots would outnumber the words.
    if (!isWordSign(before.text) || !isWordSign(after.text)) continue
    const gap = gaps[i]!
    within.push(gap)
    if (gap > trackedGap) wide += 1
    letters ||= isLetter(before.text)
  }
  // Figures in narrow columns stand as far apart, those of one number close.
  if (within.length < 3 || wide * 2 <= within.length || (!letters && wide < within.length)) return spaceGap
  within.sort((a, b) => a - b)
  return Math.max(spaceGap, within[within.length >> 1]! * 1.6 + 0.05)
}

export function sameLook(a: Look, b: Look): boolean {
  if (a === b) return true
  return (
    Math.abs(a.size - b.size) < 0.1 &&
    a.mcid === b.mcid &&
    a.hidden === b.hidden &&
    a.layer === b.layer &&
    sameFace(a.style, b.style) &&
    sameColour(a.colour, b.colour)
  )
}

const sameColour = (a: Colour | undefined, b: Colour | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1] && a[2] === b[2])

/** One face is often embedded in several subsets, the ligatures in one of their own. */
const sameFace = (a: FontStyle, b: FontStyle): boolean =>
  a === b || (a.name === b.name && a.weight === b.weight && a.italic === b.italic)

function runOf(glyphs: readonly Glyph[], start: number, end: number, spaced: boolean): PaintedRun {
  const first = glyphs[start]!
  const last = glyphs[end - 1]!
  const {look} = first
  let text = ''
  for (let i = start; i < end; i += 1) {
    const letter = glyphs[i]!.text
    text += letter.charCodeAt(0) < firstLigature ? letter : (ligatures[letter] ?? letter)
  }
  const level = last.endY === last.y && last.endX >= last.x
  const run: PaintedRun = {
    text,
    box: roundBox(level ? levelBox(glyphs, start, end) : turnedBox(glyphs, start, end)),
    baseline: hundredths(first.y),
    font: look.style.name,
    size: hundredths(look.size),
    weight: look.style.weight,
    italic: look.style.italic
  }
  if (look.colour) run.colour = look.colour
  if (look.mcid !== undefined) run.mcid = look.mcid
  const angle = level ? 0 : Math.round((Math.atan2(last.y - last.endY, last.endX - last.x) * 180) / Math.PI)
  if (angle !== 0) run.angle = angle
  if (spaced) run.afterSpace = true
  if (look.hidden) run.hidden = true
  if (look.layer !== undefined) run.layer = look.layer
  return run
}

function levelBox(glyphs: readonly Glyph[], start: number, end: number): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = start; i < end; i += 1) {
    const {x, y, endX, look} = glyphs[i]!
    left = Math.min(left, x)
    right = Math.max(right, endX)
    top = Math.min(top, y - look.ascent * look.size)
    bottom = Math.max(bottom, y - look.descent * look.size)
  }
  return [left, top, right, bottom]
}

function turnedBox(glyphs: readonly Glyph[], start: number, end: number): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const last = glyphs[end - 1]!
  const length = Math.hypot(last.endX - last.x, last.endY - last.y)
  const [ux, uy] = length < 1e-6 ? [1, 0] : [(last.endX - last.x) / length, (last.endY - last.y) / length]
  for (let i = start; i < end; i += 1) {
    const {x, y, endX, endY, look} = glyphs[i]!
    // Across the baseline, towards the letter's upper side: (uy, -ux), as y points down.
    for (const reach of [look.ascent * look.size, look.descent * look.size]) {
      left = Math.min(left, x + uy * reach, endX + uy * reach)
      right = Math.max(right, x + uy * reach, endX + uy * reach)
      top = Math.min(top, y - ux * reach, endY - ux * reach)
      bottom = Math.max(bottom, y - ux * reach, endY - ux * reach)
    }
  }
  return [left, top, right, bottom]
}
