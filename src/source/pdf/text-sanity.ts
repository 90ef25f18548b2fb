/** Tells words from the garbage that a PDF without (or with wrong) letter tables gives. */
import type {Page, Run} from '../types.ts'

/** Share of letters unknown, private or broken from which a page is garbage. */
const mostUnknown = 0.15
/** Words from which the other signs tell anything. */
const leastWords = 20
/** English prose holds 40 to 50 % of these, tables of names and figures 5 %; a shifted alphabet next to none. */
const leastCommon = 0.015
/** Vowels among letters: English 0.38, Welsh 0.35 (with y and w 0.45), a shifted alphabet about 0.1 to 0.25 or more than 0.6. */
const vowelRange = [0.27, 0.6] as const
/** Letters among all marks: a shifted alphabet puts signs and digits inside words. */
const leastLetters = 0.5

/** Where the fonts are lost, every letter stands alone: this share of at least so many words. Charts come to a half. */
const mostStrewn = 0.8
const leastStrewn = 100
/** Two letters nearer than this, in ems, belong to one word. */
const touching = 0.05

const common = new Set(
  'the of and to in for is on that by this with be are it as at from was an or we our will have not their they you your all has can who which but if so more what when how been were than about into up out do yn ar mae ac eu gan bod'.split(
    ' '
  )
)
const unknown = /[\ufffd\ue000-\uf8ff\u0000-\u0008\u000b\u000e-\u001f]/g

/** No words that a reader could use: the letters are unknown, or stand for others. */
export function isGarbled(page: Pick<Page, 'runs'>): boolean {
  const words = page.runs.map((run) => run.text)
  const text = words.join('')
  if (text.length === 0) return false
  if ((text.match(unknown)?.length ?? 0) > mostUnknown * text.length) return true
  if (isStrewn(page.runs)) return true
  let [spoken, usual] = [0, 0]
  for (const word of words) {
    if (!hasTwoLetters(word)) continue
    spoken += 1
    if (!common.has(lettersOf(word))) continue
    usual += 1
    // Prose is known by its first few words.
    if (usual > leastCommon * words.length) return false
  }
  if (spoken < leastWords || usual > leastCommon * spoken) return false
  // Other scripts have other vowels: only what is written in Latin letters is judged by them.
  const latin = text.match(/[a-z]/gi)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (latin < 0.8 * letters) return false
  const vowels = text.match(/[aeiouy]/gi)?.length ?? 0
  const share = vowels / Math.max(latin, 1)
  return share < vowelRange[0] || share > vowelRange[1] || latin < leastLetters * text.length
}

/** Words of plain small letters, nearly all there are, need no search. */
const plain = /^[a-z]+$/
const hasTwoLetters = (word: string): boolean =>
  plain.test(word) ? word.length > 1 : word.length > 1 && /\p{L}.*\p{L}/u.test(word)
const lettersOf = (word: string): string => (plain.test(word) ? word : word.toLowerCase().replace(/\P{L}/gu, ''))

/** Nearly every word is one letter, and it stands alone: not set letter by letter, each where the one before it ends. */
function isStrewn(runs: readonly Run[]): boolean {
  const single = runs.filter(({text}) => text.length === 1)
  if (runs.length < leastStrewn || single.length <= mostStrewn * runs.length) return false
  const starts = new Set(single.map(({box, baseline}) => placeKey(quarters(box[0]), baseline)))
  const joined = single.filter(({box, baseline, size}) => {
    const until = Math.min(quarters(box[2] + touching * size), quarters(box[2]) + 8)
    for (let x = Math.max(quarters(box[2] - touching * size), quarters(box[0]) + 1); x <= until; x += 1)
      if (starts.has(placeKey(x, baseline))) return true
    return false
  })
  return single.length - joined.length > mostStrewn * runs.length
}

const quarters = (points: number): number => Math.round(points * 4)
const placeKey = (x: number, baseline: number): number => x * 65_536 + Math.round(baseline * 2)

/** How many letters the page's fonts leave unknown. */
export function unknownLetters(page: Pick<Page, 'runs'>): number {
  let count = 0
  for (const run of page.runs) if (run.text.includes('\ufffd')) count += run.text.split('\ufffd').length - 1
  return count
}
