/** Jargon busters: what a term means, or what to say instead of it. */

import type {GlossaryEntry} from '../../plan-tree/nodes.ts'
import type {Cell, Piece} from '../pieces.ts'
import {made, type Reading, whereOf} from '../reading.ts'
import {collapse, endsSentence, fold, wordCount} from '../words.ts'
import {gridOf} from './grid.ts'

type Use = GlossaryEntry['use']

const termHeader =
  /^(?:jargon|terms?|words?|phrases?|acronyms?|abbreviations?|expression|name|what (?:workers|we|professionals|people|staff|you) (?:might )?(?:say|hear).*|instead of.*|don't say|language|title|initials)$/
const meaningHeader =
  /^(?:meanings?|definitions?|what (?:it|this|that|they) means?|explanation|description|in full|full (?:name|term|title)|stands for|plain english|what (?:do|does) (?:it|this) mean\??)$/
const insteadHeader =
  /\b(?:say instead|like you to say|prefer(?:red)?|use instead|instead|say this|better words|should say|want you to say)\b/

/** How a table's two columns read as a glossary; undefined when they do not. */
export function glossaryUse(piece: Piece, inGlossary: boolean): Use | undefined {
  const grid = gridOf(piece.rows ?? [])
  if (grid.width < 2 || grid.width > 3) return undefined
  const [first, second] = (grid.rows[0] ?? []).map((cell) => fold(cell.text))
  if (first === undefined || second === undefined) return undefined
  if (termHeader.test(first) && insteadHeader.test(second)) return 'sayInstead'
  if (insteadHeader.test(second) && /\bsay\b/.test(first)) return 'sayInstead'
  if (termHeader.test(first) && meaningHeader.test(second)) return 'means'
  if (/^(?:meanings?|definitions?|what (?:it|this) means)$/.test(second) && wordCount(first) <= 3) return 'means'
  return inGlossary ? 'means' : undefined
}

export function readGlossaryTable(reading: Reading, piece: Piece, use: Use): void {
  const rows = piece.rows ?? []
  const grid = gridOf(rows)
  const header = isGlossaryHeader(grid.rows[0] ?? [])
  const entries: {name: Cell[]; value: Cell[]; row: number}[] = []
  grid.rows.forEach((cells, row) => {
    if ((row === 0 && header) || isGlossaryHeader(cells)) return
    const name = cells[0]!
    const value: Cell = {
      ...cells[1]!,
      text: cells
        .slice(1)
        .map((cell) => cell.text)
        .filter(Boolean)
        .join(' ')
    }
    const last = entries.at(-1)
    if (last && name.text === '' && value.text !== '') last.value.push(value)
    else if (last && value.text === '' && wrapsTerm(last.name.at(-1)!.text, name.text)) last.name.push(name)
    else entries.push({name: [name], value: [value], row})
  })
  for (const {name, value, row} of entries) {
    const words = collapse(name.map((cell) => cell.text).join(' '))
    const meaning = collapse(value.map((cell) => cell.text).join(' '))
    if (words === '' && meaning === '') continue
    const source = rows[row]!
    const where = {
      pages: source.pages.length > 0 ? source.pages : piece.pages,
      ...((source.position ?? piece.position) ? {position: (source.position ?? piece.position)!} : {})
    }
    const node: GlossaryEntry = {
      type: 'glossaryEntry',
      name: words || meaning,
      value: collapse(value.map((cell) => cell.text).join(' ')),
      use,
      ...whereOf(reading, where, words),
      ...made(reading)
    }
    addEntry(reading, piece, node)
  }
}

function isGlossaryHeader(cells: readonly Cell[]): boolean {
  const [first = '', second = ''] = cells.map((cell) => fold(cell.text))
  return (
    (termHeader.test(first) && (meaningHeader.test(second) || insteadHeader.test(second))) ||
    (insteadHeader.test(second) && /\bsay\b/.test(first))
  )
}

/** A term over two rows: the second part is short, and the first cannot end a term or opens a bracket. */
function wrapsTerm(first: string, second: string): boolean {
  return second !== '' && wordCount(second) <= 4 && !endsSentence(first)
}

/** 'NEET – not in education, employment or training': an entry printed as a line. */
export function entryOfLine(piece: Piece): {name: string; value: string} | undefined {
  const {text, lead} = piece
  if (lead !== '' && lead.length < text.length && text.startsWith(lead)) {
    const value = text.slice(lead.length).replace(/^[\s:–—-]+/u, '')
    if (value !== '') return {name: lead.replace(/[\s:–—-]+$/u, ''), value}
  }
  const cut = /^([^:–—]{2,70}?)\s*(?::|\s[–—-](?=\s)|[–—])\s*(\S.+)$/u.exec(text)
  return cut && wordCount(cut[1]!) <= 9 ? {name: cut[1]!, value: cut[2]!} : undefined
}

export function addEntry(reading: Reading, piece: Piece, node: GlossaryEntry): void {
  const place = reading.sections[piece.index]!
  if (!reading.glossary || reading.glossary.place !== place) {
    const glossary = {
      type: 'glossary' as const,
      ...(place.title ? {title: place.title} : {}),
      ...whereOf(reading, piece),
      ...made(reading),
      children: []
    }
    reading.children.push(glossary)
    reading.glossary = {node: glossary, place}
  }
  const {node: glossary} = reading.glossary
  glossary.children.push(node)
  const seen = new Set(glossary.pages.map((span) => span.page))
  glossary.pages = [...glossary.pages, ...node.pages.filter((span) => !seen.has(span.page))].sort(
    (a, b) => a.page - b.page
  )
}
