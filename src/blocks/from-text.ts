import type {Heading, List, ListItem, Paragraph, Root, RootContent} from 'mdast'
import type {TextSource} from '../source/types.ts'
import {isAllStrong, type Piece, phrasingOf, piecesOf, plainOf, tidied, withoutStrong} from './pieces.ts'
import {frontMatterEnd} from './text-cleaning.ts'
import {furnitureOf} from './text-furniture.ts'
import {endsOpen, endsSentence, type Line, linesOf, Places, startsInside} from './text-lines.ts'
import {isBoldLine, proseBlocks, type Wrapping} from './text-prose.ts'
import {contentsBlocks, rangesOf, rowsOf, tableBlocks} from './text-tables.ts'
import type {Blocks} from './types.ts'

/**
 * Plain or Markdown-like text as blocks. The reading text is the source's own text, so that every position can be looked up
 * in the file. What one converter adds and another does not (bullets, bold, wraps, page marks) leaves no trace in the tree.
 */
export function fromText(source: TextSource): Blocks {
  const {text} = source
  const lines = linesOf(text)
  const places = new Places(text)
  const {lines: furnitureLines, furniture} = furnitureOf(lines)
  const wrapping = wrappingOf(lines)
  const blocks = rangesOf(lines, furnitureLines).flatMap((range): RootContent[] => {
    switch (range.kind) {
      case 'table':
        return tableBlocks(rowsOf(lines, range, furnitureLines), places)
      case 'contents':
        return contentsBlocks(lines, range, furnitureLines, places)
      case 'prose': {
        const local = new Set<number>()
        for (let index = range.from; index < range.to; index++)
          if (furnitureLines.has(index)) local.add(index - range.from)
        return proseBlocks(lines.slice(range.from, range.to), local, places, wrapping)
      }
      default:
        return range.kind satisfies never
    }
  })
  const title = frontMatterTitle(lines)
  const tree: Root = {
    type: 'root',
    children: withPages(arranged(blocks), text),
    position: places.position(0, text.length)
  }
  return {
    tree,
    text,
    furniture,
    pages: text.includes('\f') ? text.replace(/\f\s*$/, '').split('\f').length : 0,
    warnings: [...source.warnings],
    ...(title ? {title} : {})
  }
}

function frontMatterTitle(lines: readonly Line[]): string | undefined {
  for (const line of lines.slice(0, frontMatterEnd(lines))) {
    const title = /^title\s*:\s*(.{1,300})$/i.exec(line.text)?.[1]?.trim()
    if (title) return title.replace(/^(["'])(.*)\1$/, '$2')
  }
  return undefined
}

/** Lines that end in mid-sentence before a lower-case line, at least this many and this share, show a text wrapped at a width. */
const wrapEvidence = {lines: 12, share: 0.35}

/** Share of the wrapped lines that are no longer than the width. */
const widthShare = 0.9

export function wrappingOf(lines: readonly Line[]): Wrapping {
  const widths: number[] = []
  let pairs = 0
  for (let index = 0; index + 1 < lines.length; index++) {
    const [line, next] = [lines[index]!.text, lines[index + 1]!.text]
    if (line.trim() === '' || next.trim() === '' || line.includes('\t') || next.includes('\t')) continue
    if (/^\s*(?:[#|>]|[-*+•·]\s|\d{1,3}[.)]\s)/.test(next) || /^\s*[#|]/.test(line)) continue
    pairs++
    if (startsInside(next) && !endsSentence(line)) widths.push(line.trimEnd().length)
  }
  if (widths.length < wrapEvidence.lines || widths.length < pairs * wrapEvidence.share)
    return {wrapped: false, width: 0}
  widths.sort((a, b) => a - b)
  return {wrapped: true, width: widths[Math.floor((widths.length - 1) * widthShare)]!}
}

/** Blocks of the parser as blocks of the plan: bold lines are headings, cut sentences whole, lists of one kind joined. */
function arranged(blocks: readonly RootContent[]): RootContent[] {
  const whole: RootContent[] = []
  let depth = 1
  for (const block of blocks) {
    const before = whole.at(-1)
    if (block.type === 'heading') depth = block.depth
    const lone = block.type === 'list' ? loneNumber(block) : undefined
    if (lone) {
      whole.push(isTitleLine(lone) ? {...headingOf(lone, Math.min(6, depth + 1)), data: {rule: 'numbered-line'}} : lone)
      continue
    }
    if (block.type === 'paragraph' && !block.data?.contents && isBoldLine(piecesOf(block.children))) {
      whole.push(headingOf(block, Math.min(6, depth + 1)))
    } else if (block.type === 'paragraph' && before && joins(before, block)) {
      whole[whole.length - 1] = joinedTo(before, block)
    } else if (block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered) {
      whole[whole.length - 1] = {
        ...before,
        children: [...before.children, ...block.children],
        position: across(before, block)
      }
    } else whole.push(block)
  }
  return whole.flatMap((block, index) => (block.type === 'list' ? partedList(block, whole[index - 1]) : [block]))
}

function headingOf(block: Paragraph, depth: number): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: phrasingOf(withoutStrong(piecesOf(block.children))),
    ...(block.position ? {position: block.position} : {}),
    data: {...block.data, rule: block.data?.rule ?? 'bold-line'}
  }
}

/** A numbered list of one is a numbered line: '2. Year one (2031-32)'. */
function loneNumber(list: List): Paragraph | undefined {
  const item = list.children[0]
  const paragraph = item?.children[0]
  if (!list.ordered || list.children.length > 1 || item?.children.length !== 1 || paragraph?.type !== 'paragraph')
    return undefined
  const marker: Piece[] = item.data?.marker ? [{value: `${item.data.marker} `, strong: false}] : []
  return {...paragraph, children: phrasingOf([...marker, ...piecesOf(paragraph.children)])}
}

/** A title has no more words than this. */
const titleWords = 14

function isTitleLine(paragraph: Paragraph): boolean {
  const words = plainOf(piecesOf(paragraph.children))
  return words.split(/\s+/).length <= titleWords && !/[.;,]$/.test(words) && !words.includes('\n')
}

function across(before: RootContent, after: RootContent) {
  return {start: before.position!.start, end: after.position!.end}
}

/** A value this short, in words, may be the cut-off end of the labelled line above. */
const tailWords = 4

/** Whether a paragraph goes on with the sentence of the block before: a page break or a wrapped line parted them. */
function joins(before: RootContent, block: Paragraph): boolean {
  if (block.data?.contents !== undefined || before.data?.contents !== undefined) return false
  const head = lastWords(before)
  if (head === '' || endsSentence(head)) return false
  const words = plainOf(piecesOf(block.children))
  if (startsInside(words)) return before.type !== 'heading'
  if (before.type !== 'paragraph') return false
  if (endsOpen(head)) return true
  const labelled = /^[^:]{3,60}:\s+\S/.test(head)
  return labelled && /\.$/.test(words) && words.split(/\s+/).length <= tailWords && !words.includes(':')
}

function lastWords(block: RootContent): string {
  if (block.type === 'paragraph') return plainOf(piecesOf(block.children))
  const item = block.type === 'list' ? block.children.at(-1) : undefined
  const last = item?.children.at(-1)
  return last?.type === 'paragraph' ? plainOf(piecesOf(last.children)) : ''
}

function joinedTo(before: RootContent, block: Paragraph): RootContent {
  if (before.type === 'list') {
    const item = before.children.at(-1)!
    const last = item.children.at(-1) as Paragraph
    const paragraph = joinedParagraph(last, block)
    const grown: ListItem = {
      ...item,
      children: [...item.children.slice(0, -1), paragraph],
      position: {start: item.position!.start, end: block.position!.end}
    }
    return {...before, children: [...before.children.slice(0, -1), grown], position: across(before, block)}
  }
  return joinedParagraph(before as Paragraph, block)
}

function joinedParagraph(head: Paragraph, tail: Paragraph): Paragraph {
  const [left, right] = [piecesOf(head.children), piecesOf(tail.children)]
  const space: Piece = {value: ' ', strong: isAllStrong(left.slice(-1)) && isAllStrong(right.slice(0, 1))}
  return {...head, children: phrasingOf(tidied([...left, space, ...right])), position: across(head, tail)}
}

/** A short item that ends in '...' like the heading over its list ('We will...', 'We won't...') heads the items after it. */
function partedList(list: List, before: RootContent | undefined): RootContent[] {
  const dots = /(?:\.{3}|…)$/
  if (before?.type !== 'heading' || !dots.test(plainOf(piecesOf(before.children)))) return [list]
  const parts: RootContent[] = []
  let items: ListItem[] = []
  const close = (): void => {
    const [first, last] = [items[0], items.at(-1)]
    if (first && last)
      parts.push({...list, children: items, position: {start: first.position!.start, end: last.position!.end}})
    items = []
  }
  list.children.forEach((item, index) => {
    const paragraph = item.children[0]
    const words = paragraph?.type === 'paragraph' ? plainOf(piecesOf(paragraph.children)) : ''
    if (
      paragraph?.type === 'paragraph' &&
      dots.test(words) &&
      words.split(/\s+/).length <= 6 &&
      index + 1 < list.children.length
    ) {
      close()
      parts.push({...headingOf(paragraph, before.depth), data: {rule: 'list-heading'}})
    } else items.push(item)
  })
  close()
  return parts
}

/** Form feeds part the pages of a text; without them a text has none. */
function withPages(blocks: RootContent[], text: string): RootContent[] {
  if (!text.includes('\f')) return blocks
  const feeds: number[] = []
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) feeds.push(at)
  const pageAt = (offset: number): number => {
    let [low, high] = [0, feeds.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (feeds[middle]! < offset) low = middle + 1
      else high = middle
    }
    return low + 1
  }
  type Node = {
    type: string
    position?: {start: {offset?: number}; end: {offset?: number}}
    data?: object
    children?: Node[]
  }
  const paged = (node: Node): Node => {
    const [from, to] = [
      pageAt(node.position?.start.offset ?? 0),
      pageAt(Math.max(0, (node.position?.end.offset ?? 0) - 1))
    ]
    const pages = Array.from({length: Math.max(1, to - from + 1)}, (_, index) => ({page: from + index}))
    return {
      ...node,
      ...(node.position ? {data: {...node.data, pages}} : {}),
      ...(node.children ? {children: node.children.map(paged)} : {})
    }
  }
  return blocks.map((block) => paged(block as Node) as RootContent)
}
