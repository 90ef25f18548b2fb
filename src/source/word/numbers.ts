import {xml as escapedXml} from '../../language/xml.ts'
import type {StyleLooks} from './looks.ts'
import {type WordParagraph, wordParagraphs} from './paragraphs.ts'
import {chainOf, type StyleTable} from './style-table.ts'
import {plainXml} from './styles.ts'

/** One level of a kind of list. */
interface Level {
  /** 'decimal', 'lowerLetter', 'bullet' … */
  format: string
  /** '%1.%2', 'Priority %1:' … */
  text: string
  start: number
}

interface Lists {
  /** Kinds of list by the id of a list. */
  kindOf: ReadonlyMap<string, string>
  levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  /** Lists that begin anew, with the number that each of their levels begins at. */
  anew: ReadonlyMap<string, ReadonlyMap<number, number>>
  /** Lists and levels that styles give to their paragraphs. */
  ofStyle: ReadonlyMap<string, {id: string; level: number}>
}

/** Levels of a list in Word. */
const deepest = 8

/**
 * The document with the numbers that Word sets before paragraphs ('Priority 2:', '3.1') written out: before headings, and before
 * any item whose number says more than its place in one list, which then is no item but a paragraph with its number. Other
 * lists stay as they are. `isHeading` says which styles are those of headings.
 */
export function withWrittenNumbers(
  xml: string,
  {numbering, styles, looks}: {numbering: string; styles: StyleTable; looks: StyleLooks},
  isHeading: (style: string | undefined) => boolean
): string {
  const lists = listsOf(numbering, styles)
  if (lists.levels.size === 0) return xml
  const counters = new Map<string, number[]>()
  const begun = new Set<string>()
  let [result, from] = ['', 0]
  for (const paragraph of wordParagraphs(xml, looks).paragraphs) {
    const place = placeOf(paragraph, lists)
    const kind = place && lists.kindOf.get(place.id)
    const levels = kind === undefined ? undefined : lists.levels.get(kind)
    const level = place && levels?.get(place.level)
    if (!level || kind === undefined) continue
    const start = lists.anew.get(place.id)?.get(place.level)
    if (start !== undefined && !begun.has(`${place.id} ${place.level}`)) {
      begun.add(`${place.id} ${place.level}`)
      beginAt(counters, kind, place.level, start)
    }
    const label = counted(counters, kind, place.level, levels!)
    const written = label !== '' && level.format !== 'bullet' && (isHeading(paragraph.style) || isTelling(level.text))
    if (!written || paragraph.wordsAt === undefined || paragraph.wordsAt < from) continue
    const [listFrom, listTo] = paragraph.listAt ?? [paragraph.at, paragraph.at]
    if (listTo < listFrom || listFrom < from || listTo > paragraph.wordsAt) continue
    result += `${xml.slice(from, listFrom)}${xml.slice(listTo, paragraph.wordsAt)}${escapedXml(label)} `
    from = paragraph.wordsAt
  }
  return result + xml.slice(from)
}

/** The number counts more than the items of one list: words beside it, or the numbers of the levels above. */
const isTelling = (text: string): boolean => /\p{L}{3}/u.test(text.replace(/%\d/g, '')) || /%\d.*%\d/.test(text)

/** The list and level of a paragraph: its own, or that of its style. List 0 takes it out of every list. */
function placeOf({list, style}: WordParagraph, {ofStyle}: Lists): {id: string; level: number} | undefined {
  if (list && list.id !== '') return list.id === '0' ? undefined : list
  const given = style === undefined ? undefined : ofStyle.get(style)
  return given && list ? {...given, level: list.level} : given
}

/** The next item of the level has the number `start`. */
function beginAt(counters: Map<string, number[]>, kind: string, at: number, start: number): void {
  const counts = (counters.get(kind) ?? []).slice(0, at)
  counts[at] = start - 1
  counters.set(kind, counts)
}

/** Counts one item on; its label. */
function counted(
  counters: Map<string, number[]>,
  kind: string,
  at: number,
  levels: ReadonlyMap<number, Level>
): string {
  const counts = counters.get(kind) ?? []
  counters.set(kind, counts)
  const startOf = (level: number): number => levels.get(level)?.start ?? 1
  counts[at] = counts[at] === undefined ? startOf(at) : counts[at] + 1
  for (let above = 0; above < at; above++) counts[above] ??= startOf(above)
  counts.length = at + 1
  return levels
    .get(at)!
    .text.replace(/%([1-9])/g, (_, digit: string) => {
      const level = Number(digit) - 1
      return written(counts[level] ?? startOf(level), levels.get(level)?.format ?? 'decimal')
    })
    .trim()
}

function written(count: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
    case 'upperLetter': {
      // After z come aa, bb …
      const letter = String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(4, Math.floor((count - 1) / 26) + 1))
      return format === 'upperLetter' ? letter.toUpperCase() : letter
    }
    case 'lowerRoman':
      return roman(count)
    case 'upperRoman':
      return roman(count).toUpperCase()
    case 'decimalZero':
      return String(count).padStart(2, '0')
    case 'none':
      return ''
    default:
      return String(count)
  }
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i']
] as const

function roman(count: number): string {
  let [left, text] = [Math.min(Math.max(count, 1), 3999), '']
  for (const [value, letters] of romans)
    while (left >= value) {
      text += letters
      left -= value
    }
  return text
}

const attribute = (xml: string, name: string): string | undefined =>
  new RegExp(`<w:${name}\\s[^>]{0,80}w:val="([^"]{0,200})"`).exec(xml)?.[1]

/** `word/numbering.xml` and what the styles say of lists. */
function listsOf(numbering: string, styles: StyleTable): Lists {
  const levels = new Map<string, Map<number, Level>>()
  const ofKindStyle = new Map<string, {kind: string; level: number}>()
  for (const block of numbering.split('<w:abstractNum ').slice(1)) {
    const kind = /w:abstractNumId="(\d{1,9})"/.exec(block.slice(0, 400))?.[1]
    if (kind === undefined) continue
    const own = new Map<number, Level>()
    for (const part of block.split('<w:lvl ').slice(1, deepest + 2)) {
      const at = Number(/w:ilvl="(\d)"/.exec(part.slice(0, 200))?.[1] ?? -1)
      const head = part.slice(0, 4000)
      if (at < 0 || at > deepest) continue
      const style = attribute(head, 'pStyle')
      own.set(at, {
        format: attribute(head, 'numFmt') ?? 'decimal',
        text: plainXml(attribute(head, 'lvlText') ?? ''),
        start: Math.min(9999, Number(attribute(head, 'start') ?? 1) || 0)
      })
      if (style !== undefined) ofKindStyle.set(style, {kind, level: at})
    }
    levels.set(kind, own)
  }
  const kindOf = new Map<string, string>()
  const anew = new Map<string, Map<number, number>>()
  for (const block of numbering.split('<w:num ').slice(1)) {
    const id = /w:numId="(\d{1,9})"/.exec(block.slice(0, 200))?.[1]
    const kind = attribute(block.slice(0, 400), 'abstractNumId')
    if (id === undefined || kind === undefined) continue
    kindOf.set(id, kind)
    for (const part of block.split('<w:lvlOverride ').slice(1, deepest + 2)) {
      const start = attribute(part.slice(0, 400), 'startOverride')
      const at = Number(/w:ilvl="(\d)"/.exec(part.slice(0, 200))?.[1] ?? -1)
      if (start === undefined || at < 0) continue
      const own = anew.get(id) ?? new Map<number, number>()
      anew.set(id, own.set(at, Math.min(9999, Number(start) || 0)))
    }
  }
  return {kindOf, levels, anew, ofStyle: listsOfStyles(styles, ofKindStyle, kindOf)}
}

/** Lists that styles, or those that they are based on, give to their paragraphs. */
function listsOfStyles(
  styles: StyleTable,
  ofKindStyle: ReadonlyMap<string, {kind: string; level: number}>,
  kindOf: ReadonlyMap<string, string>
): Map<string, {id: string; level: number}> {
  const own = new Map<string, {id: string; level: number}>()
  for (const [style, {xml}] of styles) {
    const properties = /<w:numPr>([\s\S]{0,400}?)<\/w:numPr>/.exec(xml)?.[1]
    const id = properties === undefined ? undefined : attribute(properties, 'numId')
    if (id !== undefined) own.set(style, {id, level: Number(attribute(properties!, 'ilvl') ?? 0)})
  }
  const given = new Map<string, {id: string; level: number}>()
  for (const style of styles.keys()) {
    const from = chainOf(styles, style).find((each) => own.has(each))
    const list = from === undefined ? undefined : own.get(from)!
    if (!list || !kindOf.has(list.id)) continue
    const level = ofKindStyle.get(style)?.level ?? ofKindStyle.get(from!)?.level ?? list.level
    given.set(style, {id: list.id, level})
  }
  return given
}
