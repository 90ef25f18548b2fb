/** Markdown-like prose as blocks: headings, paragraphs, lists, pipe tables. */
import type {Heading, Html, Nodes, Paragraph, RootContent, Table} from 'mdast'
import {piecesOfMarkup} from '../inline-markup.ts'
import {type Piece, phrasingOf, plainOf, tidied, withoutStrong} from '../pieces.ts'
import type {Row} from '../table-rows.ts'
import {cleaningEdits} from './cleaning.ts'
import {type Context, offsets, positionOf} from './context.ts'
import {applyEdits, type Edited} from './edits.ts'
import {cellPieces, flattened} from './flat-phrasing.ts'
import type {Line, Places} from './lines.ts'
import {listBlocks} from './lists.ts'
import {blocksOfMarkup} from './markup.ts'
import {paragraphs} from './paragraphs.ts'
import {parsedMarkdown} from './parsed-markdown.ts'
import type {TitleStyles} from './ruled-titles.ts'
import {tableBlocks} from './tables.ts'
import type {Wrapping} from './wrapping.ts'

/** Lines of Markdown-like prose as blocks: headings, paragraphs, lists, pipe tables. Positions point into the whole text. */
export function proseBlocks(
  lines: readonly Line[],
  furniture: ReadonlySet<number>,
  places: Places,
  wrapping: Wrapping,
  styles: TitleStyles
): RootContent[] {
  const first = lines[0]
  if (!first) return []
  const source = lines.map((line) => line.text).join('\n')
  const local = lines.map((line) => ({start: line.start - first.start, text: line.text}))
  const edited = applyEdits(source, cleaningEdits(local, furniture, first.start === 0, styles))
  const shifted: Edited = {text: edited.text, toSource: (offset) => edited.toSource(offset) + first.start}
  const starts = [0]
  for (let at = edited.text.indexOf('\n'); at >= 0; at = edited.text.indexOf('\n', at + 1)) starts.push(at + 1)
  const context: Context = {edited: shifted, places, wrapping, starts}
  const tree = parsedMarkdown(edited.text)
  return tree.children.flatMap((node) => blocksOf(node, context))
}

/** A parsed Markdown tree whose text is not at hand as blocks; its positions are as good as it brought them. */
export function treeBlocks(nodes: readonly RootContent[], places: Places): RootContent[] {
  const edited: Edited = {text: '', toSource: (offset) => offset}
  const context: Context = {edited, places, wrapping: {wrapped: true, width: 0, breaks: true}, starts: [0]}
  return nodes.flatMap((node) => blocksOf(node, context))
}

function blocksOf(node: RootContent, context: Context): RootContent[] {
  switch (node.type) {
    case 'heading':
      return headings(node, context)
    case 'paragraph':
      return paragraphs(node, context)
    case 'list':
      return listBlocks(node, context, blocksOf)
    case 'table':
      return tableBlocks(pipeRows(node, context), context.places)
    case 'blockquote':
    case 'footnoteDefinition':
      return (node.children as RootContent[]).flatMap((child) => blocksOf(child, context))
    case 'html':
      return markup(node, context) ?? stray(node.value, node, context)
    case 'code':
    case 'yaml':
      return stray(node.value.replace(/</g, '&lt;').replaceAll('\n', '<br>'), node, context)
    default:
      return []
  }
}

/** Lists, tables and headings in HTML: all stand where the HTML does. */
function markup(node: Html, context: Context): RootContent[] | undefined {
  const position = positionOf(node, context)
  const placed = <Block extends Nodes>(block: Block): Block => {
    const at = {...block, position}
    return 'children' in block ? {...at, children: block.children.map(placed)} : at
  }
  return blocksOfMarkup(node.value)?.map(placed)
}

/** HTML that stands as a block: its lines as paragraphs. */
function stray(value: string, node: RootContent, context: Context): Paragraph[] {
  const pieces = tidied(piecesOfMarkup(value))
  return linesOfPieces(pieces).map((line) => ({
    type: 'paragraph',
    children: phrasingOf(line),
    position: positionOf(node, context)
  }))
}

function linesOfPieces(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece === 'break') lines.push([])
    else lines.at(-1)!.push(piece)
  }
  return lines.filter((line) => plainOf(line).trim() !== '')
}

function headings(node: Heading, context: Context): Heading[] {
  const pieces = withoutStrong(tidied(flattened(node.children).filter((piece) => piece !== 'newline') as Piece[]))
  if (plainOf(pieces).trim() === '') return []
  return [{type: 'heading', depth: node.depth, children: phrasingOf(pieces), position: positionOf(node, context)}]
}

function pipeRows(node: Table, context: Context): Row[] {
  return node.children.map((row) => {
    const cells = row.children.map((cell) => {
      const {start, end} = offsets(cell, context)
      return {pieces: cellPieces(cell.children), start, end}
    })
    return {cells, afterGap: false, ...offsets(row, context)}
  })
}
