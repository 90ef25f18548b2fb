import {keyOf, type Look, type StyleLooks} from './looks.ts'
import {type Letters, type WordParagraph, wordParagraphs} from './paragraphs.ts'
import type {HeadingStyles} from './styles.ts'

/** Headings are not longer than this, in characters. */
const longestHeading = 160
/** Letters of a paragraph that must look alike, as a share: a stray space or mark is set otherwise now and then. */
const oneLook = 0.95
/** Points by which letters are larger than the text's to be told apart. */
const larger = 0.9
/** A document with so many headings by style has its headings by style: what is only bold beside them is no heading. */
const styledEnough = 3
/** Share of the text's letters above which a look is that of text, not of headings. */
const mostOfText = 0.3

/**
 * The document with a heading style on each paragraph that is drawn as a heading and is none by its style: short, all in one
 * look that stands out from the text's by size, weight, line or colour. The largest look is level 1, and where the file has
 * headings by style, drawn ones go below those that are larger.
 */
export function withDrawnHeadings(xml: string, styles: HeadingStyles, looks: StyleLooks): string {
  const {paragraphs, cells} = wordParagraphs(xml, looks)
  const free = paragraphs.filter(({table}) => table === undefined || cells[table]! < 2)
  const levelOf = ({style}: WordParagraph): number | undefined =>
    style === undefined ? undefined : styles.levels.get(style)
  const letters = lettersOf(free)
  const text = mostOf(letters)?.look
  if (!text) return xml
  const styled = free.filter((each) => levelOf(each) !== undefined && each.text !== '')
  const sizeOnly = styled.length >= styledEnough
  const common = commonLooks(letters)
  const drawn = free.flatMap((paragraph, at) => {
    const look = levelOf(paragraph) === undefined ? headingLook(paragraph, text, sizeOnly) : undefined
    if (!look || common.has(keyOf(look))) return []
    // What stands out in italics alone is a heading where text follows in other letters.
    if (!isLoud(look, text) && !introduces(free[at + 1], look)) return []
    return [{paragraph, look}]
  })
  const level = levels(
    drawn.map(({look}) => look),
    styled.map((each) => ({level: levelOf(each)!, look: mainLook(each)}))
  )
  let [result, from] = ['', 0]
  for (const {paragraph, look} of drawn) {
    const style = `<w:pStyle w:val="${styles.prefix}${level(look)}"/>`
    const rest = xml.slice(paragraph.at, paragraph.at + 400)
    const opened = /^\s{0,20}<w:pPr>(?:\s{0,20}<w:pStyle\s[^>]{0,240}\/>)?/.exec(rest)
    const empty = /^\s{0,20}<w:pPr\s{0,4}\/>/.exec(rest)
    result += `${xml.slice(from, paragraph.at)}<w:pPr>${style}${opened ? '' : '</w:pPr>'}`
    from = paragraph.at + (opened ?? empty ?? [''])[0]!.length
  }
  return result + xml.slice(from)
}

const mainLook = (paragraph: WordParagraph): Look => mostOf(paragraph.letters)?.look ?? {}

function lettersOf(paragraphs: readonly WordParagraph[]): Letters {
  const sum: Letters = new Map()
  for (const {letters} of paragraphs)
    for (const [key, {look, count}] of letters) sum.set(key, {look, count: (sum.get(key)?.count ?? 0) + count})
  return sum
}

/** The look of most letters. */
function mostOf(letters: Letters): {look: Look; count: number} | undefined {
  let most: {look: Look; count: number} | undefined
  for (const each of letters.values()) if (!most || each.count > most.count) most = each
  return most
}

/** Looks in which much of the document is set. */
function commonLooks(letters: Letters): Set<string> {
  const all = countOf(letters)
  return new Set([...letters].filter(([, {count}]) => count > mostOfText * all).map(([key]) => key))
}

function countOf(letters: Letters): number {
  let all = 0
  for (const {count} of letters.values()) all += count
  return all
}

/** The look of a paragraph that is drawn as a heading; `sizeOnly` where letters must be larger for that. */
function headingLook(paragraph: WordParagraph, text: Look, sizeOnly: boolean): Look | undefined {
  const words = paragraph.text.trim()
  if (words === '' || words.length > longestHeading || !/\p{L}/u.test(words) || /\t[\d\s.…]{1,9}$/.test(words))
    return undefined
  const main = mostOf(paragraph.letters)
  if (!main || main.count < oneLook * countOf(paragraph.letters)) return undefined
  const isLarger = (main.look.size ?? 0) >= (text.size ?? 0) + larger
  if (!isLarger && (sizeOnly || paragraph.list)) return undefined
  // Quotations, ends of sentences, labels before their words.
  if (/^["“'‘«]/.test(words) || /[,;]$/.test(words) || (!isLarger && /[.:]$/.test(words))) return undefined
  return isLarger || isLoud(main.look, text) || main.look.italic !== text.italic ? main.look : undefined
}

/** Larger, bold, underlined or in capitals where the text is not, or in a colour of its own. */
function isLoud(look: Look, text: Look): boolean {
  const more = (name: 'bold' | 'underline' | 'caps'): boolean => look[name] === true && text[name] !== true
  return (
    (look.size ?? 0) >= (text.size ?? 0) + larger ||
    more('bold') ||
    more('underline') ||
    more('caps') ||
    (look.colour ?? '') !== (text.colour ?? '')
  )
}

/** Whether a paragraph follows whose letters look otherwise. */
const introduces = (next: WordParagraph | undefined, look: Look): boolean =>
  next !== undefined && next.text.trim() !== '' && keyOf(mainLook(next)) !== keyOf(look)

/** Ranks looks: the larger, then the bolder, capitals, underlined, coloured; slope last. */
function loudness(look: Look): number {
  const of = (on: boolean | undefined, weight: number): number => (on ? weight : 0)
  return (
    (look.size ?? 0) * 100 +
    of(look.bold, 16) +
    of(look.caps, 8) +
    of(look.underline, 4) +
    of((look.colour ?? '') !== '', 2) -
    of(look.italic, 1)
  )
}

/** The level of each look: below the headings by style that are louder, and one for each louder look that is drawn. */
function levels(drawn: readonly Look[], styled: readonly {level: number; look: Look}[]): (look: Look) => number {
  const ranks = [...new Set(drawn.map(loudness))].sort((a, b) => b - a)
  const found = new Map<number, number>()
  for (const rank of ranks) {
    const above = styled.filter(({look}) => loudness(look) > rank).map(({level}) => level)
    const before = ranks.filter((other) => other > rank).map((other) => found.get(other)!)
    found.set(rank, Math.min(6, Math.max(0, ...above, ...before) + 1))
  }
  return (look) => found.get(loudness(look))!
}
