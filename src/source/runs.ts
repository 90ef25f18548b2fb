/** Letters in painting order to runs: one run a word in one style. Shared by the PDF back ends. */
import type {Box} from '../plan-tree/nodes.ts'
import type {FontStyle} from './font-style.ts'
import {hundredths, roundBox} from './geometry.ts'
import type {Colour, Run} from './types.ts'

/** One painted letter (or ligature). Points from the page's top-left corner. */
export interface Glyph {
  text: string
  /** Where its baseline starts and where the pen stands after it. */
  x: number
  y: number
  endX: number
  endY: number
  /** Points, as shown. */
  size: number
  style: FontStyle
  /** Above (positive) and below (negative) the baseline, in ems. */
  ascent: number
  descent: number
  colour?: Colour | undefined
  mcid?: number | undefined
  /** Painted in a mode that leaves no mark (as in the text layer of a scan). */
  hidden?: boolean | undefined
  /** The back end judges that a space stands before it, though none is painted. */
  spaced?: boolean | undefined
}

/** A run, and whether its letters leave no mark. */
export type PaintedRun = Run & {hidden?: true}

/** A gap that reads as a space where the file paints none, in ems: pdf.js uses 0.10, PDFium about 0.17 with most fonts. */
const spaceGap = 0.15
/** Gap that reads as a space where the back end judges so as well, in ems. */
const likelyGap = 0.04
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
const blank = /^[\s\u0000-\u001f\u007f-\u00a0\u2000-\u200b\u202f\u205f\u3000\ufeff]*$/
const leaderDots = new Set(['.', '\u2026', '_', '\u00b7'])
/** An ellipsis has three dots; a leader has more. */
const leaderLength = 4
const letter = /^\p{L}/u
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
  const runs: PaintedRun[] = []
  for (let start = 0; start < glyphs.length; ) {
    let end = start + 1
    while (end < glyphs.length && follows(glyphs[end - 1]!, glyphs[end]!)) end += 1
    wordsOf(glyphs, start, end, runs)
    start = end
  }
  return runs
}

/** Gap between two letters along the writing direction and across it, in ems of the larger. */
function gapOf(before: Glyph, after: Glyph): {along: number; across: number} {
  const dx = after.x - before.endX
  const dy = after.y - before.endY
  const size = Math.max(before.size, after.size) || 1
  const [ux, uy] = direction(before)
  return {along: (dx * ux + dy * uy) / size, across: (dy * ux - dx * uy) / size}
}

function direction(glyph: Glyph): [number, number] {
  const dx = glyph.endX - glyph.x
  const dy = glyph.endY - glyph.y
  const length = Math.hypot(dx, dy)
  return length < 1e-6 ? [1, 0] : [dx / length, dy / length]
}

function follows(before: Glyph, after: Glyph): boolean {
  const {along, across} = gapOf(before, after)
  if (Math.abs(across) > baselineSlack || along < -backstep || along > jump) return false
  const [ux, uy] = direction(before)
  const [vx, vy] = direction(after)
  return after.endX - after.x === 0 || before.endX - before.x === 0 || ux * vx + uy * vy > 0.99
}

function wordsOf(glyphs: readonly Glyph[], start: number, end: number, runs: PaintedRun[]): void {
  const threshold = spaceIn(glyphs, start, end)
  const leaders = leadersIn(glyphs, start, end)
  let from = start
  let spaced = false
  const close = (until: number) => {
    if (until > from) runs.push(runOf(glyphs, from, until, spaced))
    spaced = false
  }
  for (let i = start; i < end; i += 1) {
    const glyph = glyphs[i]!
    if (blank.test(glyph.text)) {
      close(i)
      from = i + 1
      spaced = true
    } else if (i > from) {
      const before = glyphs[i - 1]!
      const gap = gapOf(before, glyph).along
      const hyphen = i === end - 1 && glyph.text === '-' && gap < hyphenGap && letter.test(before.text)
      const space =
        (!hyphen && gap > threshold) ||
        (!hyphen && glyph.spaced === true && threshold === spaceGap && gap > likelyGap) ||
        leaders.has(i - 1) !== leaders.has(i)
      if (space || !sameStyle(before, glyph)) {
        close(i)
        from = i
        spaced = space
      }
    }
  }
  close(end)
}

/** Dots of contents lines, by index: words of their own, however near the title or the page number they come. */
function leadersIn(glyphs: readonly Glyph[], start: number, end: number): Set<number> {
  const leaders = new Set<number>()
  for (let i = start; i < end; ) {
    let after = i + 1
    if (leaderDots.has(glyphs[i]!.text)) while (after < end && glyphs[after]!.text === glyphs[i]!.text) after += 1
    if (after - i >= leaderLength) for (let k = i; k < after; k += 1) leaders.add(k)
    i = after
  }
  return leaders
}

/** Letter-spaced stretches open gaps between all letters: there a space is what stands out from the median gap. */
function spaceIn(glyphs: readonly Glyph[], start: number, end: number): number {
  if (end - start < 4) return spaceGap
  const gaps: number[] = []
  for (let i = start + 1; i < end && gaps.length < 200; i += 1) {
    const [before, after] = [glyphs[i - 1]!, glyphs[i]!]
    // Leaders are set with gaps of their own, and their dots would outnumber the words.
    if (letter.test(before.text) && letter.test(after.text)) gaps.push(gapOf(before, after).along)
  }
  if (gaps.length < 3) return spaceGap
  gaps.sort((a, b) => a - b)
  const median = gaps[gaps.length >> 1] ?? 0
  return median > trackedGap ? Math.max(spaceGap, median * 1.6 + 0.05) : spaceGap
}

function sameStyle(a: Glyph, b: Glyph): boolean {
  return (
    (a.style === b.style || sameFace(a.style, b.style)) &&
    Math.abs(a.size - b.size) < 0.1 &&
    a.mcid === b.mcid &&
    a.hidden === b.hidden &&
    (a.colour === b.colour || String(a.colour) === String(b.colour))
  )
}

/** One face is often embedded in several subsets, the ligatures in one of their own. */
const sameFace = (a: FontStyle, b: FontStyle): boolean =>
  a.name === b.name && a.weight === b.weight && a.italic === b.italic

function runOf(glyphs: readonly Glyph[], start: number, end: number, spaced: boolean): PaintedRun {
  const first = glyphs[start]!
  let text = ''
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const [ux, uy] = direction(glyphs[end - 1]!)
  for (let i = start; i < end; i += 1) {
    const glyph = glyphs[i]!
    text += ligatures[glyph.text] ?? glyph.text
    const up = glyph.ascent * glyph.size
    const down = glyph.descent * glyph.size
    // Across the baseline, towards the letter's upper side: (uy, -ux), as y points down.
    for (const [x, y] of [
      [glyph.x, glyph.y],
      [glyph.endX, glyph.endY]
    ] as const) {
      left = Math.min(left, x + uy * up, x + uy * down)
      right = Math.max(right, x + uy * up, x + uy * down)
      top = Math.min(top, y - ux * up, y - ux * down)
      bottom = Math.max(bottom, y - ux * up, y - ux * down)
    }
  }
  const box: Box = roundBox([left, top, right, bottom])
  const run: PaintedRun = {
    text,
    box,
    baseline: hundredths(first.y),
    font: first.style.name,
    size: hundredths(first.size),
    weight: first.style.weight,
    italic: first.style.italic
  }
  if (first.colour) run.colour = first.colour
  if (first.mcid !== undefined) run.mcid = first.mcid
  const angle = Math.round((Math.atan2(-uy, ux) * 180) / Math.PI)
  if (angle !== 0) run.angle = angle
  if (spaced) run.afterSpace = true
  if (first.hidden) run.hidden = true
  return run
}
