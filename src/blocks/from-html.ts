import type {Root as HastRoot} from 'hast'
import type {Nodes, Paragraph, Root, RootContent} from 'mdast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {HtmlSource} from '../source/types.ts'
import {arranged} from './arrange.ts'
import {blocksOfHtml} from './html-blocks.ts'
import {contentOfPage, type PageContent} from './html-page.ts'
import {piecesOfMarkup} from './inline-markup.ts'
import {type Piece, phrasingOf, plainOf, tidied} from './pieces.ts'
import {TextWriter} from './reading-text.ts'
import type {Blocks} from './types.ts'

const parser = unified().use(rehypeParse).freeze()

/**
 * HTML, from a saved web page or a Word file, as blocks. Navigation, scripts, banners and footers are left out. The reading
 * text is the words of the blocks, one block a paragraph, one row a line.
 */
export function fromHtml(source: HtmlSource): Blocks {
  const warnings = [...source.warnings]
  const {content, furniture, title} = pageOf(source.html)
  let blocks: RootContent[]
  if (content) blocks = arranged(blocksOfHtml(content))
  else {
    blocks = plainBlocks(source.html)
    warnings.push({ruleId: 'html-nesting', message: 'elements nested too deep to follow; only their words were read'})
  }
  const marks = (source.marks ?? []).map(({text, kind}) => ({text, kind}))
  const declared = source.title ?? title
  return {
    ...written(blocks),
    furniture: [...marks, ...furniture],
    pages: 0,
    warnings,
    ...(declared ? {title: declared} : {})
  }
}

/** The page's content; none when its elements are nested deeper than the parser can follow. */
function pageOf(html: string): Partial<PageContent> & {furniture: PageContent['furniture']} {
  try {
    return contentOfPage(parser.parse(html) as HastRoot)
  } catch (error) {
    if (error instanceof RangeError) return {furniture: []}
    throw error
  }
}

function plainBlocks(html: string): RootContent[] {
  const lines: Piece[][] = [[]]
  for (const piece of piecesOfMarkup(html.replace(/<(script|style)\b[^<]{0,100000}<\/\1>/gi, ''))) {
    if (piece === 'break') lines.push([])
    else lines.at(-1)!.push(piece)
  }
  return lines
    .map((line) => tidied(line))
    .filter((line) => plainOf(line).trim() !== '')
    .map((line): Paragraph => ({type: 'paragraph', children: phrasingOf(line)}))
}

/** The blocks with their places in the text that they make. */
function written(blocks: RootContent[]): {tree: Root; text: string} {
  const writer = new TextWriter()
  const write = (node: Nodes): void => {
    const before = writer.length
    switch (node.type) {
      case 'heading':
      case 'paragraph':
        writer.block()
        writer.mark(node, writer.write(node.children))
        return
      case 'tableCell':
        writer.mark(node, writer.write(node.children))
        return
      case 'tableRow': {
        writer.line()
        const start = writer.length
        node.children.forEach((cell, index) => {
          if (index > 0) writer.add('\t')
          write(cell)
        })
        writer.mark(node, [start, writer.length])
        return
      }
      default: {
        if (node.type === 'table') writer.block()
        const start = node.type === 'table' ? writer.length : before
        if ('children' in node) for (const child of node.children) write(child as Nodes)
        writer.mark(node, [
          Math.min(start + (before > 0 && node.type !== 'table' ? 2 : 0), writer.length),
          writer.length
        ])
      }
    }
  }
  const tree: Root = {type: 'root', children: blocks}
  for (const block of blocks) write(block)
  const text = writer.toString()
  writer.mark(tree, [0, text.length])
  writer.place()
  return {tree, text}
}
