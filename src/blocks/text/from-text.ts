import type {Root, RootContent} from 'mdast'
import type {TextSource} from '../../source/types.ts'
import {arranged} from '../arrange.ts'
import type {Blocks} from '../types.ts'
import {frontMatterEnd} from './cleaning.ts'
import {furnitureOf} from './furniture.ts'
import {type Line, linesOf, Places} from './lines.ts'
import {plainBlocks, proseParts} from './parts.ts'
import {proseBlocks} from './prose.ts'
import {titleStylesOf} from './ruled-titles.ts'
import {contentsBlocks, rangesOf, rowsOf, tableBlocks} from './tables.ts'
import {wrappingOf} from './wrapping.ts'

/**
 * Plain or Markdown-like text as blocks. The reading text is the source's own text, so that every position can be looked up
 * in the file. What one converter adds and another does not (bullets, bold, wraps, page marks) leaves no trace in the tree.
 */
export function fromText(source: TextSource): Blocks {
  const {text} = source
  const lines = linesOf(text)
  const places = new Places(text)
  const {lines: furnitureLines, furniture} = furnitureOf(lines)
  const styles = titleStylesOf(lines)
  const wrapping = wrappingOf(lines, source.format === 'markdown')
  const blocks = rangesOf(lines, furnitureLines).flatMap((range): RootContent[] => {
    switch (range.kind) {
      case 'table':
        return tableBlocks(rowsOf(lines, range, furnitureLines), places)
      case 'contents':
        return contentsBlocks(lines, range, furnitureLines, places)
      case 'prose':
        return proseParts(lines, range).flatMap((part) =>
          part.plain
            ? plainBlocks(lines, part, furnitureLines, places)
            : proseBlocks(lines.slice(part.from, part.to), within(furnitureLines, part), places, wrapping, styles)
        )
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
    ...(title
      ? {title: title.text, titlePosition: {start: places.point(title.start), end: places.point(title.end)}}
      : {})
  }
}

function within(indexes: ReadonlySet<number>, {from, to}: {from: number; to: number}): Set<number> {
  const own = new Set<number>()
  for (let index = from; index < to; index++) if (indexes.has(index)) own.add(index - from)
  return own
}

/** The title that front matter gives, without its quotes, and its offsets in the text. */
function frontMatterTitle(lines: readonly Line[]): {text: string; start: number; end: number} | undefined {
  for (const line of lines.slice(0, frontMatterEnd(lines))) {
    const title = /^title\s*:\s*(.{1,300})$/i.exec(line.text)?.[1]?.trim()
    const text = title?.replace(/^(["'])(.*)\1$/, '$2')
    if (!text) continue
    const start = line.start + line.text.lastIndexOf(text)
    return {text, start, end: start + text.length}
  }
  return undefined
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
