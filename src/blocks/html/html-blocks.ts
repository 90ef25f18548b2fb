import type {Element, ElementContent} from 'hast'
import type {Heading, ListItem, Paragraph, RootContent} from 'mdast'
import {type Piece, phrasingOf, plainOf, tidied, withoutStrong} from '../pieces.ts'
import {itemOf, linkedEntries, markerOf} from './html-items.ts'
import {property, wordsOf} from './html-page.ts'
import {blockTags, isBold, piecesOfHtml} from './html-phrasing.ts'
import {cellElements, gridOf, rowElements, tablesFrom} from './html-tables.ts'

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
        return linkedEntries(element) ?? this.list(element, bold)
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
    if (block.type !== 'paragraph' || !isEntry(block) || block.data?.rule !== undefined) return block
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

function wordsLines(element: Element): string[] {
  const text = element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('')
  return text.split('\n').filter((line) => line.trim() !== '')
}
