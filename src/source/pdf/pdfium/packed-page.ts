/**
 * A page that a thread hands to another. What is handed over is copied value by value, and a page has hundreds of words with a
 * dozen values each: in one string and one list of numbers they cost the receiver a fifth of the time.
 */

import type {Page, Run} from '../../types.ts'
import type {ReadPage} from './pages.ts'

/** What words of one style share. */
type Style = Pick<Run, 'font' | 'size' | 'weight' | 'italic' | 'colour'>

export interface PackedPage extends Omit<ReadPage, 'page'> {
  page: Omit<Page, 'runs'>
  /** Each ended by `end`, which no word holds. */
  texts: string
  styles: Style[]
  /** `width` numbers for each word: box, baseline, place in `styles`, tag or -1, angle, 1 after a space. */
  numbers: Float64Array<ArrayBuffer>
}

const end = '\0'
const width = 9
/** Styles compared with a word's: one seen longer ago is kept once more. */
const nearStyles = 8

export function packed({page: {runs, ...page}, ...read}: ReadPage): PackedPage {
  const styles: Style[] = []
  const numbers = new Float64Array(runs.length * width)
  let texts = ''
  let style = -1
  runs.forEach((run, i) => {
    texts += run.text + end
    if (style < 0 || !isSet(run, styles[style]!)) style = placeOf(run, styles)
    const {box, baseline, mcid = -1, angle = 0, afterSpace = false} = run
    const at = i * width
    for (let side = 0; side < 4; side += 1) numbers[at + side] = box[side]!
    numbers[at + 4] = baseline
    numbers[at + 5] = style
    numbers[at + 6] = mcid
    numbers[at + 7] = angle
    numbers[at + 8] = afterSpace ? 1 : 0
  })
  return {...read, page, texts, styles, numbers}
}

function placeOf(run: Run, styles: Style[]): number {
  for (let place = styles.length - 1; place >= Math.max(0, styles.length - nearStyles); place -= 1)
    if (isSet(run, styles[place]!)) return place
  const {font, size, weight, italic, colour} = run
  return styles.push({font, size, weight, italic, ...(colour ? {colour} : {})}) - 1
}

/** Words of one look share their colour itself. */
const isSet = (run: Run, style: Style): boolean =>
  run.font === style.font &&
  run.size === style.size &&
  run.weight === style.weight &&
  run.italic === style.italic &&
  run.colour === style.colour

export function unpacked({page, texts, styles, numbers, ...read}: PackedPage): ReadPage {
  const words = texts.split(end)
  const runs: Run[] = []
  for (let i = 0, at = 0; at < numbers.length; i += 1, at += width) {
    const {font, size, weight, italic, colour} = styles[numbers[at + 5]!]!
    const run: Run = {
      text: words[i]!,
      box: [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!, numbers[at + 3]!],
      baseline: numbers[at + 4]!,
      font,
      size,
      weight,
      italic
    }
    if (colour) run.colour = colour
    if (numbers[at + 6]! >= 0) run.mcid = numbers[at + 6]!
    if (numbers[at + 7] !== 0) run.angle = numbers[at + 7]!
    if (numbers[at + 8] === 1) run.afterSpace = true
    runs.push(run)
  }
  const {number, label, width: wide, height, ...rest} = page
  return {...read, page: {number, ...(label ? {label} : {}), width: wide, height, runs, ...rest}}
}
