/** Blocks as short lines: '# Title', 'p words', '- item', 'row a | b'; bold in asterisks, breaks as ' / '. */
import type {Nodes, RootContent} from 'mdast'
import type {Blocks} from '../../src/blocks/types.ts'

export function linesOfBlocks({tree}: Pick<Blocks, 'tree'>): string[] {
  return tree.children.flatMap((node) => linesOfNode(node, ''))
}

/** The words of a node; bold as *bold*, breaks as ' / '. */
export function wordsOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' / '
  if (!('children' in node)) return ''
  const inner = node.children.map((child) => wordsOf(child)).join('')
  return node.type === 'strong' ? `*${inner}*` : inner
}

function linesOfNode(node: RootContent, indent: string): string[] {
  switch (node.type) {
    case 'heading':
      return [`${indent}${'#'.repeat(node.depth)} ${wordsOf(node)}`]
    case 'paragraph':
      return [`${indent}p ${wordsOf(node)}${node.data?.contents === undefined ? '' : ` … ${node.data.contents}`}`]
    case 'list':
      return node.children.flatMap((entry) => {
        const [first, ...rest] = entry.children
        const head = `${indent}${entry.data?.marker ?? '-'} ${first ? wordsOf(first) : ''}`
        return [head, ...rest.flatMap((child) => linesOfNode(child, `${indent}  `))]
      })
    case 'table':
      return node.children.map(
        (row) => `${indent}row ${row.children.map((cell) => `${spans(cell.data)}${wordsOf(cell)}`).join(' | ')}`
      )
    default:
      return [`${indent}${node.type}`]
  }
}

function spans(data: {rowSpan?: number; colSpan?: number} = {}): string {
  return `${data.rowSpan ? `r${data.rowSpan} ` : ''}${data.colSpan ? `c${data.colSpan} ` : ''}`
}
