import type {Nodes, Root, RootContent} from 'mdast'
import {TextWriter} from './reading-text.ts'

/** The blocks with their places in the text that they make. */
export function written(blocks: RootContent[]): {tree: Root; text: string} {
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
