import {describe, expect, it} from 'vitest'
import {type Glyph, runsOf} from '../../src/source/pdf/painted/runs.ts'

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

/** A line in a face that a program laid out in whole pixels: an ordinary letter fills its room, a 'rounded' one leaves a gap of its own. */
function wholePixels(text: string, y: number): Glyph[] {
  const look = looks.capital
  let x = 50
  let spaced = false
  return [...text].flatMap((letter): Glyph[] => {
    if (letter === ' ') {
      x += 0.27 * look.size
      spaced = true
      return []
    }
    const endX = x + 0.5 * look.size
    const own = /[tonr]/.test(letter) ? 0.12 : 0
    const glyph = {text: letter, x, y, endX, endY: y, look, spaced}
    x = endX + own * look.size
    // What the back end guesses: a wide gap is a space.
    spaced = own > 0
    return [glyph]
  })
}

const wordsOf = (glyphs: Glyph[]) =>
  runsOf(glyphs)
    .map(({text, afterSpace}) => (afterSpace ? ` ${text}` : text))
    .join('')

describe('letters laid out in whole pixels', () => {
  it('are not parted at the gaps that they leave within words', () => {
    expect(wordsOf(wholePixels('Each family calls the child back', 100))).toBe('Each family calls the child back')
  })

  it('are told from the page where a line has one word', () => {
    const above = wholePixels('Our parents ask for more boats and not rent on trams', 100)
    const runs = runsOf([
      ...above,
      ...wholePixels('Harbour', 140),
      ...wholePixels('nrto', 180),
      ...wholePixels('Action', 220)
    ])
    expect(runs.map(({text}) => text).slice(-3)).toEqual(['Harbour', 'nrto', 'Action'])
  })
})
