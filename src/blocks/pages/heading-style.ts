/** The style of the running text, and of paragraphs that may be headings. */
import type {Line} from './lines.ts'
import type {Paragraph} from './paragraphs.ts'

export interface BodyStyle {
  size: number
  bold: boolean
  colour: string
}

/** A size with at least this share of the letters is that of the text; else the median size is. */
const mainShare = 0.4

/** The style of most of the running text's letters; `cells` are lines in tables, which count where there is little else. */
export function bodyStyle(paragraphs: readonly Paragraph[], cells: readonly Line[] = []): BodyStyle {
  const letters = new Map<string, number>()
  const sizes = new Map<number, number>()
  const count = (line: Line, share: number): void => {
    let length = 0
    for (const {text} of line.words) length += text.length * share
    const size = half(line.size)
    const key = `${size}|${line.bold > 0.5}|${line.colour}`
    letters.set(key, (letters.get(key) ?? 0) + length)
    sizes.set(size, (sizes.get(size) ?? 0) + length)
  }
  // Short lines alone are labels and captions.
  for (const {lines} of paragraphs) for (const line of lines) count(line, lines.length > 1 ? 1 : 0.6)
  for (const line of cells) count(line, 0.3)
  const total = [...sizes.values()].reduce((sum, each) => sum + each, 0)
  const most = [...letters].sort((a, b) => b[1] - a[1])[0]
  const [size = '10', bold, colour = ''] = (most?.[0] ?? '10|false|').split('|')
  const known = {size: Number(size), bold: bold === 'true', colour}
  if ((sizes.get(known.size) ?? 0) >= mainShare * total) return known
  let passed = 0
  for (const [each, share] of [...sizes].sort((a, b) => a[0] - b[0])) {
    passed += share
    if (passed >= total / 2)
      return {...known, size: Math.min(each, known.size), bold: each < known.size ? false : known.bold}
  }
  return known
}

/** A size to the next half point. */
export const half = (size: number): number => Math.round(size * 2) / 2

/** What tells the styles of headings apart: size, weight, colour, banner, capitals, slope. */
export function styleOf({lines, banner, capitals}: Paragraph): string {
  const first = lines[0]
  const marks = `${banner ? 'banner' : ''}${capitals ? 'capitals' : ''}`
  return first
    ? `${half(first.size)}|${lines.every(({bold}) => bold > 0.9)}|${first.colour}|${marks}|${first.italic}`
    : ''
}

/** Letters of a line in capitals from which on it is no abbreviation. */
const leastCapitals = 9

/** Whether a paragraph is set in capitals: 'surely' where it is too long for an abbreviation. */
export function capitalsOf({lines}: Paragraph): 'surely' | 'maybe' | undefined {
  let letters = 0
  for (const {words} of lines)
    for (const {text} of words) {
      if (/\p{Ll}/u.test(text)) return undefined
      letters += text.replace(/\P{Lu}/gu, '').length
    }
  return letters >= leastCapitals ? 'surely' : letters > 0 ? 'maybe' : undefined
}

/** Headings of each kind, in capitals and not, that a style must have for the capitals to be a style of their own. */
const leastOfCase = 2

/** Marks the headings in capitals whose style is otherwise that of headings which are not. */
export function markCapitals(headings: readonly Paragraph[]): void {
  for (const own of Map.groupBy(headings, styleOf).values()) {
    const cases = own.map(capitalsOf)
    const sure = cases.filter((each) => each === 'surely').length
    if (sure < leastOfCase || cases.filter((each) => each === undefined).length < leastOfCase) continue
    own.forEach((heading, i) => {
      if (cases[i]) heading.capitals = true
    })
  }
}

/** Letters and spaces. */
export const lengthOf = ({lines}: Paragraph): number =>
  lines.reduce((sum, {words}) => sum + words.reduce((all, {text}) => all + text.length + 1, 0), 0)

/** Letters and digits alone. */
export const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
