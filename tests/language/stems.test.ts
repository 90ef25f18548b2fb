import {describe, expect, it} from 'vitest'
import {stemOf} from '../../src/language/stems.ts'

describe('stemOf', () => {
  it('joins words of one family that the Porter rules leave apart', () => {
    for (const [one, other] of [
      ['healthy', 'health'],
      ['excluded', 'exclusion'],
      ['stability', 'stable'],
      ['children', 'child'],
      ['ambitious', 'ambition']
    ] as const)
      expect(stemOf(one), one).toBe(stemOf(other))
  })

  it('keeps others apart', () => {
    for (const [one, other] of [
      ['placement', 'place'],
      ['nursery', 'nurse']
    ] as const)
      expect(stemOf(one), one).not.toBe(stemOf(other))
  })
})
