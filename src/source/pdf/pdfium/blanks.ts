/** Spaces painted as objects of their own, by programs that place letter by letter: PDFium's text leaves them out. */

import type {Glyph} from '../painted/runs.ts'
import type {OpenPdf} from './memory.ts'

/** Text objects over letters at least where letters are placed one by one. */
const objectShare = 0.5
/** Objects in a row that paint nothing at most, before they are looked for elsewhere. */
const mostBlanks = 3
/** Letters to a painted space at most where all spaces are painted. */
const lettersPerSpace = 14
/** So many letters in one look without a space say that its spaces are not painted. */
const leastWithout = 60

/** Tells of each text object, as they come, whether a space is painted between it and the one before; undefined where objects hold many letters. */
export function blanksBefore(
  {wasm, scratch}: OpenPdf,
  words: readonly number[],
  letters: number
): ((object: number) => boolean) | undefined {
  if (words.length < objectShare * letters) return undefined
  let at = -1
  let places: Map<number, number> | undefined
  return (object) => {
    const from = at + 1
    for (let to = from; to <= from + mostBlanks; to += 1) {
      if (words[to] !== object) continue
      at = to
      for (let i = from; i < to; i += 1) if (isBlank(words[i]!)) return true
      return false
    }
    places ??= new Map(words.map((each, i) => [each, i]))
    at = places.get(object) ?? at
    return false
  }

  /** A box without any size: letters that PDFium leaves out as shadows of others have one. */
  function isBlank(object: number): boolean {
    if (wasm._FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12) === 0) return false
    const box = scratch >> 2
    const heap = wasm.HEAPF32
    return heap[box] === heap[box + 2] && heap[box + 1] === heap[box + 3]
  }
}

/** Marks the looks whose spaces are all painted. */
export function markTold(glyphs: readonly Glyph[], blanks: number): void {
  if (blanks * lettersPerSpace < glyphs.length) return
  const looks = new Map<Glyph['look'], {letters: number; blanks: number}>()
  for (const {look, text} of glyphs) {
    const known = looks.get(look)
    const count = known ?? {letters: 0, blanks: 0}
    if (!known) looks.set(look, count)
    if (text === ' ') count.blanks += 1
    else count.letters += 1
  }
  for (const [look, {letters, blanks: own}] of looks) if (own > 0 || letters < leastWithout) look.told = true
}
