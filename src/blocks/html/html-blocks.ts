import type {Element, ElementContent} from 'hast'
import type {BlockContent, Heading, List, ListItem, Paragraph, RootContent, Table, TableRow} from 'mdast'
import {type Piece, phrasingOf, plainOf, tidied, withoutStrong} from '../pieces.ts'
import {type Cell, type Row, tablesOf} from '../table-rows.ts'
import {property, wordsOf} from './html-page.ts'

/** Elements that stand as blocks of their own. */
const blockTags = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' '
  )
)
const boldTags = new Set(['b', 'strong', 'th', 'dt'])

/** Counts the side boxes of a page, so that each has its number. */
interface Boxes {
  count: number
}

/** HTML elements as mdast blocks without positions. */
export function blocksOfHtml(content: readonly ElementContent[]): RootContent[] {
  return withContents(new Walk({count: 0}).blocks(content, false))
}

class Walk {
  readonly #boxes: Boxes

  constructor(boxes: Boxes) {
    this.#boxes = boxes
  }

  /** Runs of phrasing between block elements are paragraphs. */
  blocks(children: readonly ElementContent[], bold: boolean): RootContent[] {
    const blocks: RootContent[] = []
    let run: ElementContent[] = []
    const close = (): void => {
      if (run.length > 0) blocks.push(...paragraphsOf(run, bold))
      run = []
    }
    for (const child of children) {
      if (child.type === 'element' && (blockTags.has(child.tagName) || holdsBlocks(child))) {
        close()
        blocks.push(...this.block(child, bold))
      } else run.push(child)
    }
    close()
    return blocks
  }

  block(element: Element, bold: boolean): RootContent[] {
    const {tagName, children} = element
    const level = headingLevel(element)
    if (level > 0) return headingOf(children, level)
    switch (tagName) {
      case 'ul':
      case 'ol':
      case 'dir':
        return this.list(element, bold)
      case 'table':
        return this.table(element, bold)
      case 'dl':
        return definitions(children)
      case 'pre':
        return wordsLines(element).map((line) => ({
          type: 'paragraph',
          children: phrasingOf([{value: line, strong: bold}])
        }))
      case 'summary':
      case 'caption':
      case 'legend':
      case 'figcaption':
        return paragraphsOf(children, tagName !== 'figcaption')
      case 'aside':
        return this.aside(element, bold)
      case 'hr':
        return []
      default:
        return this.blocks(children, bold || isBold(element))
    }
  }

  aside(element: Element, bold: boolean): RootContent[] {
    const aside = ++this.#boxes.count
    return this.blocks(element.children, bold).map((block) => ({...block, data: {...block.data, aside}}))
  }

  list(element: Element, bold: boolean): RootContent[] {
    const ordered = element.tagName === 'ol'
    const blocks: RootContent[] = []
    let items: ListItem[] = []
    let number = Number(property(element, 'start')) || 1
    const close = (): void => {
      if (items.length > 0) blocks.push({type: 'list', ordered, spread: false, children: items})
      items = []
    }
    for (const child of element.children) {
      if (child.type !== 'element') {
        if (child.type === 'text' && child.value.trim() !== '') {
          close()
          blocks.push(...this.blocks([child], bold))
        }
        continue
      }
      const inner = this.blocks(child.children, bold || isBold(child))
      // A heading set as a list item (numbered headings of a Word file) ends the list.
      if (inner.length === 1 && inner[0]!.type === 'heading') {
        close()
        blocks.push(inner[0]!)
        continue
      }
      const item = itemOf(inner, ordered ? markerOf(number, property(element, 'type')) : undefined)
      if (item) items.push(item)
      else if (inner.length > 0) {
        close()
        blocks.push(...inner)
      }
      number++
    }
    close()
    return blocks
  }

  /** A table of one cell, or whose cells hold headings, is there for the layout: its cells' blocks stand in its place. */
  table(element: Element, bold: boolean): RootContent[] {
    const rows = rowElements(element)
    const cells = rows.flatMap((row) => cellElements(row))
    const layout =
      cells.length < 2 ||
      property(element, 'role') === 'presentation' ||
      cells.some(({children}) => holdsHeading(children))
    const caption = element.children.filter(
      (child): child is Element => child.type === 'element' && child.tagName === 'caption'
    )
    const captions = caption.flatMap((each) => paragraphsOf(each.children, true))
    if (layout) return [...captions, ...cells.flatMap(({children}) => this.blocks(children, bold))]
    return [...captions, ...tablesFrom(gridOf(rows))]
  }
}

function headingLevel(element: Element): number {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level) return Number(level)
  if (property(element, 'role') === 'heading')
    return Math.min(6, Math.max(1, Number(property(element, 'ariaLevel')) || 2))
  return 0
}

function headingOf(children: readonly ElementContent[], level: number): Heading[] {
  const pieces = tidied(
    withoutStrong(piecesOfHtml(children, false)).map((piece) =>
      piece === 'break' ? {value: ' ', strong: false} : piece
    )
  )
  return plainOf(pieces).trim() === ''
    ? []
    : [{type: 'heading', depth: level as Heading['depth'], children: phrasingOf(pieces)}]
}

/** Two line breaks in a row part paragraphs. */
function paragraphsOf(children: readonly ElementContent[], bold: boolean): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let pieces: Piece[] = []
  const close = (): void => {
    const raw = plainOf(pieces)
    const tidy = tidied(pieces)
    if (/[\p{L}\p{N}]/u.test(raw))
      paragraphs.push({type: 'paragraph', children: phrasingOf(tidy), ...contentsEntry(raw)})
    pieces = []
  }
  let breaks = 0
  for (const piece of piecesOfHtml(children, bold)) {
    if (piece === 'break') breaks++
    else if (piece.value.trim() !== '') {
      if (breaks > 1) close()
      breaks = 0
    }
    pieces.push(piece)
  }
  close()
  return paragraphs
}

/** 'Foreword⇥3' and 'Foreword ..... 3': told from other words once three stand in a row. */
function contentsEntry(raw: string): {data?: {contents: string}} {
  if (raw.length > 400) return {}
  const page = /(?:\t|[.…_]{3,}|(?:\s\.){3,})\s{0,9}(\d{1,4})\s{0,9}$/.exec(raw.slice(-60))?.[1]
  return page === undefined ? {} : {data: {contents: page}}
}

function withContents(blocks: RootContent[]): RootContent[] {
  const isEntry = (block: RootContent | undefined): boolean => block?.data?.contents !== undefined
  return blocks.map((block, index) => {
    if (block.type !== 'paragraph' || !isEntry(block)) return block
    let [from, to] = [index, index]
    while (isEntry(blocks[from - 1])) from--
    while (to - from < 3 && isEntry(blocks[to + 1])) to++
    if (to - from < 2) {
      const {data: _lone, ...plain} = block
      return plain
    }
    const pieces: Piece[] = [{value: plainOfBlock(block).replace(/[\s.…_]{0,200}\d{1,4}$/, ''), strong: false}]
    return {...block, children: phrasingOf(pieces), data: {...block.data, rule: 'contents-entry'}}
  })
}

function plainOfBlock(block: Paragraph): string {
  return block.children
    .map((child) =>
      child.type === 'text'
        ? child.value
        : child.type === 'strong'
          ? child.children.map((inner) => ('value' in inner ? inner.value : '')).join('')
          : ' '
    )
    .join('')
}

/** First its words in one paragraph, printed lines parted by breaks, then lists and tables. */
function itemOf(blocks: RootContent[], marker: string | undefined): ListItem | undefined {
  const words: Piece[] = []
  const rest: BlockContent[] = []
  for (const block of blocks) {
    if (rest.length === 0 && (block.type === 'paragraph' || block.type === 'heading')) {
      if (words.length > 0) words.push('break')
      for (const child of block.children) {
        if (child.type === 'break') words.push('break')
        else if (child.type === 'strong')
          words.push({
            value: child.children.map((inner) => ('value' in inner ? inner.value : '')).join(''),
            strong: true
          })
        else if ('value' in child) words.push({value: child.value, strong: false})
      }
    } else rest.push(block as BlockContent)
  }
  const pieces = tidied(words)
  if (plainOf(pieces).trim() === '') return undefined
  const told = bulletOf(pieces)
  return {
    type: 'listItem',
    spread: false,
    children: [{type: 'paragraph', children: phrasingOf(told.pieces)}, ...rest],
    ...(told.marker || marker ? {data: {marker: told.marker ?? marker!}} : {})
  }
}

/** A glyph or letter typed at the start of an item is its mark, not its words. */
function bulletOf(pieces: Piece[]): {pieces: Piece[]; marker?: string} {
  const [first, ...rest] = pieces
  if (first === undefined || first === 'break') return {pieces}
  const glyph = /^[•▪●◦‣∙·–-]\s+/.exec(first.value)
  if (glyph) return {pieces: [{...first, value: first.value.slice(glyph[0].length)}, ...rest]}
  const letter = /^(\(?(?:[ivx]{1,6}|[a-z])[.)])\s+/.exec(first.value)
  if (letter) return {pieces: [{...first, value: first.value.slice(letter[0].length)}, ...rest], marker: letter[1]!}
  return {pieces}
}

function markerOf(number: number, type: string): string {
  if (type === 'a' && number <= 26) return `${String.fromCharCode(96 + number)}.`
  if (type === 'A' && number <= 26) return `${String.fromCharCode(64 + number)}.`
  if (/^i$/i.test(type) && number <= 20) {
    const roman = `${'x'.repeat(Math.floor(number / 10))}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]}`
    return `${type === 'I' ? roman.toUpperCase() : roman}.`
  }
  return `${number}.`
}

/** A term and its meaning: the term bold, the meaning on the next line. */
function definitions(children: readonly ElementContent[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let term: Piece[] = []
  for (const child of children.flatMap((each) =>
    each.type === 'element' && each.tagName === 'div' ? each.children : [each]
  )) {
    if (child.type !== 'element') continue
    const pieces = tidied(piecesOfHtml(child.children, child.tagName === 'dt'))
    if (child.tagName === 'dt') term = pieces
    else if (pieces.length > 0) {
      paragraphs.push({
        type: 'paragraph',
        children: phrasingOf(term.length > 0 ? [...term, 'break', ...pieces] : pieces)
      })
      term = []
    }
  }
  return paragraphs
}

function holdsBlocks(element: Element): boolean {
  const open: ElementContent[] = [...element.children]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element') continue
    if (blockTags.has(node.tagName)) return true
    open.push(...node.children)
  }
  return false
}

function holdsHeading(children: readonly ElementContent[]): boolean {
  return children.some(
    (child) =>
      child.type === 'element' &&
      (/^h[1-6]$/.test(child.tagName) || (child.tagName !== 'table' && holdsHeading(child.children)))
  )
}

function rowElements(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowElements(child) : []
  })
}

function cellElements(row: Element): Element[] {
  return row.children.filter((child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName))
}

/** No table of a plan spans more cells; a page that claims so would only take memory. */
const mostSpanned = 50

/** Rows of equal columns: a cell that spans stands first, with empty cells where it reaches. */
function gridOf(rows: readonly Element[]): Row[] {
  const covered: number[] = []
  return rows.map((row) => {
    const cells: Cell[] = []
    const skip = (): void => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length]!--
        cells.push({pieces: [], start: 0, end: 0})
      }
    }
    for (const element of cellElements(row)) {
      skip()
      const rowSpan = spanOf(element, 'rowSpan')
      const colSpan = spanOf(element, 'colSpan')
      const pieces = tidied(piecesOfHtml(element.children, element.tagName === 'th'))
      for (let column = 0; column < colSpan; column++) {
        if (rowSpan > 1) covered[cells.length] = rowSpan - 1
        const own: Cell = {pieces: column === 0 ? pieces : [], start: 0, end: 0}
        if (column === 0 && rowSpan > 1) own.rowSpan = rowSpan
        if (column === 0 && colSpan > 1) own.colSpan = colSpan
        cells.push(own)
      }
    }
    skip()
    return {cells, afterGap: false, start: 0, end: 0}
  })
}

function spanOf(element: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number(property(element, name))
  return Number.isInteger(span) && span > 1 ? Math.min(span, mostSpanned) : 1
}

function tablesFrom(rows: readonly Row[]): (Table | Paragraph)[] {
  return tablesOf(rows).flatMap(({caption, rows: body}) => [
    ...(caption
      ? [
          {
            type: 'paragraph' as const,
            children: phrasingOf(caption.pieces.map((piece) => (piece === 'break' ? piece : {...piece, strong: true}))),
            data: {rule: 'table-caption'}
          }
        ]
      : []),
    {type: 'table' as const, children: body.map((row, index) => tableRow(row, index))}
  ])
}

function tableRow(row: Row, index: number): TableRow {
  return {
    type: 'tableRow',
    children: row.cells.map((cell) => ({
      type: 'tableCell',
      children: phrasingOf(index === 0 ? withoutStrong(cell.pieces) : cell.pieces),
      ...(cell.rowSpan || cell.colSpan
        ? {data: {...(cell.rowSpan ? {rowSpan: cell.rowSpan} : {}), ...(cell.colSpan ? {colSpan: cell.colSpan} : {})}}
        : {})
    }))
  }
}

function wordsLines(element: Element): string[] {
  const text = element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('')
  return text.split('\n').filter((line) => line.trim() !== '')
}

function isBold(element: Element): boolean {
  if (boldTags.has(element.tagName)) return true
  return /font-weight\s{0,3}:\s{0,3}(?:bold|bolder|[6-9]00)/i.test(property(element, 'style'))
}

/** The words of phrasing with their weight; inner blocks and list items start new lines. No recursion. */
export function piecesOfHtml(children: readonly ElementContent[], bold: boolean): Piece[] {
  const pieces: Piece[] = []
  const open: {node: ElementContent | 'break'; bold: boolean}[] = children.map((node) => ({node, bold})).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const {node} = next
    if (node === 'break') pieces.push('break')
    else if (node.type === 'text') pieces.push({value: node.value, strong: next.bold})
    else if (node.type === 'element') {
      if (node.tagName === 'br') pieces.push('break')
      else if (!isNoteMark(node)) {
        const strong = next.bold || isBold(node)
        const block = blockTags.has(node.tagName)
        if (block) open.push({node: 'break', bold: false})
        for (let index = node.children.length - 1; index >= 0; index--)
          open.push({node: node.children[index]!, bold: strong})
        if (block) open.push({node: 'break', bold: false})
      }
    }
  }
  return pieces
}

/** A raised number or '↑' that links to a note is no word. */
function isNoteMark(element: Element): boolean {
  if (element.tagName === 'sup')
    return /^\s*\[?\d{1,3}\]?\s*$/.test(wordsOf(element)) && element.children.some((child) => child.type === 'element')
  return element.tagName === 'a' && wordsOf(element) === '↑'
}

export type {List}
