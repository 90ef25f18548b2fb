import {describe, expect, it} from 'vitest'
import {type Glyph, runsOf} from '../../src/source/runs.ts'

const style = {name: 'Serif', weight: 400, italic: false}
const looks = {
  capital: {style, size: 12, ascent: 0.8, descent: -0.2},
  small: {style, size: 8, ascent: 0.8, descent: -0.2}
}

/** A line in small capitals: each letter half an em wide, an 'l' with the narrow advance of the small letter. */
function smallCapitals(text: string): Glyph[] {
  let x = 50
  return [...text].map((letter) => {
    const look = /[A-Z]/.test(letter) ? looks.capital : looks.small
    const wide = 0.5 * look.size
    const advance = letter === 'l' ? 0.2 * look.size : wide
    const glyph = {text: letter, x, y: 100, endX: x + advance, endY: 100, look, spaced: false}
    x += wide
    return glyph
  })
}

describe('small capitals', () => {
  it('are not parted where a letter is wider than its font says', () => {
    const runs = runsOf(smallCapitals('All Children Play'))
    const words = runs.map(({text, afterSpace}) => (afterSpace ? ` ${text}` : text)).join('')
    expect(words).toBe('All Children Play')
  })
})
