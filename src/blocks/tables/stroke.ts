/** A level stroke at `at` = y from x `from` to `to`, or an upright one at `at` = x. Points. */
export interface Stroke {
  at: number
  from: number
  to: number
  /** The edge of a filled box, not a drawn rule. */
  edge?: boolean
}
