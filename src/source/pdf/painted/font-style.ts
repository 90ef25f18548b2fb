/** What a font's PostScript name says of its style, where the file itself does not. */

export interface FontStyle {
  /** PostScript name without the subset prefix. */
  name: string
  /** 100 to 900. */
  weight: number
  italic: boolean
}

/** Words of weight in font names, heaviest meaning first where one holds another ('ExtraBold' before 'Bold'). */
const weights: readonly [pattern: RegExp, weight: number][] = [
  [/extra ?black|ultra ?black/i, 950],
  [/(extra|ultra) ?bold|xbold/i, 800],
  [/semi ?bold|demi ?bold|demi(?![a-z])|demibd|semibd|smbd/i, 600],
  [/black|heavy|blk(?![a-z])|hv(?![a-z])|fat(?![a-z])|poster/i, 900],
  [/bold|(?<![a-z])bd(?![a-z])|bd(mt|it)?$|[-,]b(i|o)?$|^cm(b|bx|ssbx|bxti|bxsl)\d+$/i, 700],
  // 'Medi' is the bold of the Type 1 clones (NimbusRomNo9L-Medi); 'Medium' is lighter than bold.
  [/medi(?![a-z])|mediital/i, 700],
  [/medium|(?<![a-z])md(?![a-z])/i, 500],
  [/(extra|ultra) ?light|thin|hairline/i, 200],
  [/light|(?<![a-z])lt(?![a-z])/i, 300]
]

const numbered = /[-_ ]W([1-9])(?![0-9])|[-_ ]([1-9])00(?![0-9])/
const slanted = /ital|obliq|slanted|(?<![a-z])it(?![a-z])|[-,]b?i$|kursiv/i

/** Style from a name such as 'ABCDEF+Arial-BoldMT' or 'Calibri,Bold'; weight 400 where it says nothing. */
export function styleOfName(raw: string): FontStyle {
  const name = raw.replace(/^[A-Z]{6}\+/, '')
  const family = name.slice(Math.max(name.search(/[-,_]/), 0))
  const digits = numbered.exec(family)
  const weight = digits ? Number(digits[1] ?? digits[2]) * 100 : weights.find(([pattern]) => pattern.test(name))?.[1]
  return {name, weight: weight ?? 400, italic: slanted.test(name)}
}

/**
 * How far a face's letters reach above (positive) and below (negative) the baseline, in ems. Fonts that give nothing, or
 * nonsense, get the usual values; some give their whole line height, which would put one line's boxes into the next.
 */
export function extentOf(ascent: number | undefined, descent: number | undefined): {ascent: number; descent: number} {
  return {
    ascent: ascent && ascent > 0.3 ? Math.min(Math.max(ascent, 0.7), 0.95) : 0.8,
    descent: descent && descent < 0 ? Math.min(Math.max(descent, -0.25), -0.2) : -0.22
  }
}

const bold = new WeakMap<FontStyle, FontStyle>()

/** The same face in bold; the same object for the same face. */
export function boldened(style: FontStyle): FontStyle {
  const known = bold.get(style) ?? {...style, weight: Math.max(style.weight, 700)}
  bold.set(style, known)
  return known
}
