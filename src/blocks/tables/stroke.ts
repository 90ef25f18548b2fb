/** A level stroke at `at` = y from x `from` to `to`, or an upright one at `at` = x. Points. */
export interface Stroke {
  at: number
  from: number
  to: number
  /** The edge of a filled box, not a drawn rule. */
  edge?: boolean
  /** Where the pieces that it was drawn in meet, from left to right or from top to bottom: cells each with a border of their own. */
  joints?: number[]
}

/** Strokes nearer than this lie on one line, in points (pdfplumber snaps at 3). */
export const snap = 2.2
/** Strokes on one line with a gap up to this are one, in points. */
export const joinGap = 3
