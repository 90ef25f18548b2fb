import {describe, expect, it} from 'vitest'
import {firmnessOf} from '../../src/language/firmness.ts'

describe('firmnessOf', () => {
  it('goes by the first verb of aiming or exploring, else a promise', () => {
    expect(firmnessOf('Open three hubs')).toBe('will')
    expect(firmnessOf('We aim to explore a fourth')).toBe('aim')
    expect(firmnessOf('Explore whether to open a fourth, as we intend')).toBe('explore')
    expect(firmnessOf('Residents may ask for one')).toBe('explore')
  })

  it('takes no month for a doubt', () => {
    expect(firmnessOf('Open three hubs by May 2026')).toBe('will')
  })
})
