import {keyOf, type Look, lookOf, type StyleLooks} from './looks.ts'

/** A paragraph of a Word file: where it stands in the XML, and what tells how it looks. Offsets are into the XML. */
export interface WordParagraph {
  /** Right after `<w:p …>`. */
  at: number
  /** Style id. */
  style?: string
  /** The list that it is an item of by its own word, and the level there, 0 first; list '0' is none. */
  list?: {id: string; level: number}
  /** Where its `w:numPr` element begins and ends; the end is -1 till it is met. */
  listAt?: [from: number, to: number]
  /** Where its first words begin. */
  wordsAt?: number
  /** Its words as far as a heading may be long, tabs and line breaks among them. */
  text: string
  /** Its letters by the key of their look. */
  letters: Letters
  /** Number of the innermost table that it stands in. */
  table?: number
}

/** How many letters are set in each look. */
export type Letters = Map<string, {look: Look; count: number}>

/** So many characters of a paragraph are kept: enough to tell that it is too long for a heading. */
const keptText = 640

const tags = /<(\/?)w:(p|tbl|tc|r|rPr|pStyle|numPr|numId|ilvl|t|tab|br)(?=[\s/>])([^>]{0,2000})>/g

/** Paragraphs in the order of the XML, and the number of cells of each table. One pass, in linear time. */
export function wordParagraphs(xml: string, looks: StyleLooks): {paragraphs: WordParagraph[]; cells: number[]} {
  const scan = new Scan(xml, looks)
  for (const tag of xml.matchAll(tags)) {
    const [whole, slash, name = '', rest = ''] = tag
    const kind = slash === '/' ? 'end' : rest.endsWith('/') ? 'alone' : 'start'
    scan.take(name, kind, rest, tag.index, tag.index + whole.length)
  }
  return {paragraphs: scan.paragraphs, cells: scan.cells}
}

class Scan {
  readonly paragraphs: WordParagraph[] = []
  readonly cells: number[] = []
  readonly #tables: number[] = []
  readonly #open: WordParagraph[] = []
  readonly #xml: string
  readonly #looks: StyleLooks
  #inRun = false
  #run: Look | undefined
  #properties = -1

  constructor(xml: string, looks: StyleLooks) {
    this.#xml = xml
    this.#looks = looks
  }

  take(name: string, kind: 'start' | 'end' | 'alone', rest: string, from: number, to: number): void {
    if (name === 'tbl') {
      if (kind === 'start') this.#tables.push(this.cells.push(0) - 1)
      else if (kind === 'end') this.#tables.pop()
    } else if (name === 'tc') {
      const table = this.#tables.at(-1)
      if (kind === 'end' && table !== undefined) this.cells[table]! += 1
    } else if (name === 'p') {
      if (kind === 'start') this.#begin(to)
      else if (kind === 'end') this.#open.pop()
    } else {
      const paragraph = this.#open.at(-1)
      if (!paragraph) return
      if (name === 'r') {
        this.#inRun = kind === 'start'
        this.#run = undefined
      } else if (name === 'rPr') this.#runProperties(kind, from, to)
      else if (name === 't') {
        if (kind === 'start') this.#words(paragraph, to)
      } else if (name === 'tab' || name === 'br') {
        if (this.#inRun && paragraph.text.length < keptText) paragraph.text += name === 'tab' ? '\t' : ' '
      } else ownProperty(paragraph, name, kind, rest, from, to)
    }
  }

  #begin(at: number): void {
    const table = this.#tables.at(-1)
    const paragraph = {at, text: '', letters: new Map(), ...(table === undefined ? {} : {table})}
    this.paragraphs.push(paragraph)
    this.#open.push(paragraph)
  }

  #runProperties(kind: 'start' | 'end' | 'alone', from: number, to: number): void {
    if (!this.#inRun) return
    if (kind === 'start') this.#properties = to
    else if (kind === 'end' && this.#properties >= 0) {
      this.#run ??= lookOf(this.#xml.slice(this.#properties, from))
      this.#properties = -1
    }
  }

  #words(paragraph: WordParagraph, from: number): void {
    const end = this.#xml.indexOf('<', from)
    const words = this.#xml.slice(from, end < 0 ? undefined : end)
    paragraph.wordsAt ??= from
    if (paragraph.text.length < keptText) paragraph.text += words
    const look = {...this.#looks.of(paragraph.style), ...this.#run}
    const key = keyOf(look)
    const known = paragraph.letters.get(key) ?? {look, count: 0}
    known.count += words.replace(/\s+/g, '').length
    paragraph.letters.set(key, known)
  }
}

/** Style and list of a paragraph. What it was before a tracked change of its format comes after, and does not count. */
function ownProperty(
  paragraph: WordParagraph,
  name: string,
  kind: 'start' | 'end' | 'alone',
  rest: string,
  from: number,
  to: number
): void {
  const value = /w:val="([^"]{1,200})"/.exec(rest)?.[1] ?? ''
  const inList = paragraph.listAt?.[1] === -1
  if (name === 'pStyle') paragraph.style ??= value
  else if (name === 'numPr' && kind === 'start') paragraph.listAt ??= [from, -1]
  else if (name === 'numPr' && inList) paragraph.listAt![1] = to
  else if (name === 'numId' && inList) paragraph.list = {level: paragraph.list?.level ?? 0, id: value}
  else if (name === 'ilvl' && inList)
    paragraph.list = {level: Math.min(8, Number(value) || 0), id: paragraph.list?.id ?? ''}
}
