/** Cards side by side, each a title in bold over what it means, that were read as the two rows of a table: entries of one list. */

import {formOf} from '../goals/words/forms.ts'
import type {Lexicon} from '../lexicon.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import {endsSentence, wordCount} from '../words.ts'
import {lineOf} from './lines-of-cells.ts'
import {firstListOf, replaced} from './mended.ts'

/** Fewest and most cards in a row. */
const [leastCards, mostCards] = [2, 4]
/** Longest title, words, and fewest words of what it means, in most of the cards. */
const [longestTitle, leastBody] = [30, 4]
/** Share of the titles that must be sentences or orders where none runs on into its second row. */
const shareTold = 0.6

interface Card {
  title: string
  body: string
  /** The number that stands in the row over it. */
  number?: string
}

/** The same pieces, such cards as entries. Numbers that stand by themselves over the cards, one for each, are their marks. */
export function withCardRows(pieces: readonly Piece[], lexicon: Lexicon): Piece[] {
  const rows = new Map<Piece, Card[]>()
  for (const piece of pieces) {
    const cards =
      piece.kind === 'table' ? (numberedCards(piece.rows ?? []) ?? cardsOf(piece.rows ?? [], lexicon)) : undefined
    if (cards) rows.set(piece, cards)
  }
  if (rows.size === 0) return [...pieces]
  const marks = new Map<Piece, string[]>()
  const used = new Set<Piece>()
  for (const [table, cards] of rows) {
    if (cards[0]!.number !== undefined) continue
    const numbers = numbersOver(table, pieces)
    const printed = numbers.flatMap(({text}) => text.split(' '))
    if (printed.length !== cards.length) continue
    marks.set(table, printed)
    for (const number of numbers) used.add(number)
  }
  // rows of cards one after the other are one list
  let list = 0
  let last: Piece | undefined
  return replaced(pieces, (piece) => {
    if (used.has(piece)) return []
    const cards = rows.get(piece)
    if (!cards) {
      last = undefined
      return [piece]
    }
    if (!last) list = firstListOf.cardRows + piece.index
    last = piece
    return cards.map((card, at) => entryOf(piece, card, list, card.number ?? marks.get(piece)?.[at]))
  })
}

/** The pieces right over a table that are numbers and nothing else, in their order. */
function numbersOver({index}: Piece, pieces: readonly Piece[]): Piece[] {
  const numbers: Piece[] = []
  for (let at = index - 1; at >= 0 && pieces[at]!.kind !== 'table' && onlyNumbers.test(pieces[at]!.text); at -= 1)
    numbers.unshift(pieces[at]!)
  return numbers
}

const onlyNumbers = /^\d{1,2}(?: \d{1,2}){0,3}$/

function entryOf(table: Piece, {title, body}: Card, list: number, mark: string | undefined): Piece {
  const text = body === '' ? title : `${title} ${body}`
  return {
    ...lineOf(table, {cells: [], pages: table.pages}, []),
    kind: 'listItem',
    depth: 1,
    list,
    ordered: mark !== undefined,
    marker: mark ?? '•',
    text,
    lines: body === '' ? [title] : [title, body],
    lead: title,
    bold: body === ''
  }
}

/** Rows of numbers that run on, and under each number the words of its card, in one row or several. */
function numberedCards(rows: readonly Row[]): Card[] | undefined {
  const cards: Card[] = []
  let numbers: string[] = []
  let words: Cell[][] = []
  const close = (): void => {
    for (const [column, number] of numbers.entries()) {
      if (number === '') continue
      const text = words[column]!.map((cell) => cell.text).join(' ')
      const title = words[column]!.slice(0, 1).map(leadOf).join('') || text
      cards.push({number, title, body: text.slice(title.length).trim()})
    }
  }
  for (const {cells} of rows) {
    const texts = cells.map(({text}) => text)
    if (texts.some(Boolean) && texts.every((text) => text === '' || /^\d{1,2}$/.test(text))) {
      close()
      numbers = texts
      words = texts.map(() => [])
    } else if (texts.some((text, column) => text !== '' && !numbers[column])) return undefined
    else for (const [column, cell] of cells.entries()) if (cell.text !== '') words[column]!.push(cell)
  }
  close()
  const runOn = cards.every(({number, title}, at) => title !== '' && Number(number) === Number(cards[0]!.number) + at)
  return runOn && cards.length >= leastCards ? cards : undefined
}

/** The cards of a table of two rows; undefined where the first is a header. */
function cardsOf(rows: readonly Row[], lexicon: Lexicon): Card[] | undefined {
  const [head, below] = rows
  if (!head || !below || rows.length > 2 || head.cells.length !== below.cells.length) return undefined
  const width = head.cells.length
  if (width < leastCards || width > mostCards) return undefined
  if (rows.some(({cells}) => cells.some(({colSpan, rowSpan}) => colSpan > 1 || rowSpan > 1))) return undefined
  if (!head.cells.every((cell) => isTitle(cell, lexicon))) return undefined
  const cards = head.cells.map((cell, at) => cardOf(cell, below.cells[at]!))
  if (cards.filter(({body}) => wordCount(body) >= leastBody).length < width / 2) return undefined
  const runsOn = below.cells.some((cell, at) => leadOf(cell) !== '' && !endsSentence(head.cells[at]!.text))
  const told = cards.filter(({title}) => endsSentence(title) || formOf(title) === 'act')
  return runsOn || told.length >= width * shareTold ? cards : undefined
}

function isTitle({text, lead, bold}: Cell, lexicon: Lexicon): boolean {
  if (text === '' || !(bold || lead === text) || wordCount(text) > longestTitle) return false
  return endsSentence(text) || (lexicon.columnOf(text) === undefined && lexicon.leadInOf(text) === undefined)
}

/** A title that wraps ends in bold in the row below. */
function cardOf(head: Cell, below: Cell): Card {
  const rest = endsSentence(head.text) ? '' : leadOf(below)
  return {
    title: rest === '' ? head.text : `${head.text} ${rest}`,
    body: below.text.slice(rest.length).trim()
  }
}

const leadOf = ({text, lead}: Cell): string => (lead !== '' && text.startsWith(lead) ? lead : '')
