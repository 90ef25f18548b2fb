/** The words of a Markdown tree as pieces of text with their weight. */
import type {Heading, Paragraph, PhrasingContent} from 'mdast'
import {type Piece, tidied} from '../pieces.ts'

export type Flat = Piece | 'newline' | 'break-line'

/** Phrasing laid flat: text with its weight, hard breaks, line ends. Links keep their words; pictures go. */
export function flattened(nodes: readonly PhrasingContent[]): Flat[] {
  const flat: Flat[] = []
  let tagged = 0
  const visit = (node: PhrasingContent, strong: boolean): void => {
    const bold = strong || tagged > 0
    switch (node.type) {
      case 'text':
        node.value
          .replaceAll('**', '')
          .split('\n')
          .forEach((value, index) => {
            if (index > 0) flat.push('newline')
            if (value !== '') flat.push({value, strong: bold})
          })
        break
      case 'break':
        flat.push('break-line')
        break
      case 'inlineCode':
        flat.push({value: node.value, strong: bold})
        break
      case 'html':
        if (/^<(?:b|strong)[\s>]/i.test(node.value)) tagged++
        else if (/^<\/(?:b|strong)>/i.test(node.value)) tagged = Math.max(0, tagged - 1)
        else if (/^<\/?(?:br|p|li|div|tr|td)\b/i.test(node.value)) flat.push('break')
        for (let at = node.value.indexOf('\n'); at >= 0; at = node.value.indexOf('\n', at + 1)) flat.push('newline')
        break
      default:
        if ('children' in node) for (const child of node.children) visit(child, strong || node.type === 'strong')
    }
  }
  for (const node of nodes) visit(node, false)
  return flat
}

/** The words of a block as they were made. */
export function piecesOfBlock(block: Paragraph | Heading): Piece[] {
  return block.children.map((child): Piece => {
    if (child.type === 'break') return 'break'
    if (child.type === 'strong')
      return {value: child.children.map((text) => ('value' in text ? text.value : '')).join(''), strong: true}
    return {value: 'value' in child ? child.value : '', strong: false}
  })
}

/** The words of a table's cell, a break between its lines. */
export function cellPieces(children: readonly PhrasingContent[]): Piece[] {
  return tidied(
    flattened(children).map((piece): Piece => (piece === 'newline' || piece === 'break-line' ? 'break' : piece))
  )
}
