/** Documents as HTML to be printed: mdast or the sample archive's own blocks, nested in sections so that a style sheet can set them as it likes. */
import type {Nodes} from 'mdast'
import {type Block, bare} from '../../corpus/make/source.ts'

/** A piece of a document in reading order. */
export type Piece = {depth: number; html: string} | {html: string}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const marked = (text: string) =>
  escaped(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')

export function piecesOfBlocks(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    switch (block.kind) {
      case 'heading':
        return [{depth: block.depth, html: marked(block.text)}]
      case 'paragraph':
        return [{html: `<p>${marked(block.text)}</p>`}]
      case 'list': {
        const tag = block.ordered ? 'ol' : 'ul'
        return [{html: `<${tag}>${block.entries.map((entry) => `<li>${marked(entry)}</li>`).join('')}</${tag}>`}]
      }
      case 'table':
        return [
          {
            html: table(
              block.head.map(marked),
              block.rows.map((row) => row.map(cellOf))
            )
          }
        ]
      case 'box': {
        const title = block.title ? `<h4>${marked(block.title)}</h4>` : ''
        return [{html: `<aside>${title}${sectioned(piecesOfBlocks(block.blocks))}</aside>`}]
      }
      case 'contents':
        return []
      default:
        return block satisfies never
    }
  })
}

const cellOf = (text: string) => {
  if (text === '^') return text
  const parts = text.split(' // ').map(marked)
  return parts.length > 1 ? parts.map((part) => `<p>${part}</p>`).join('') : parts[0]!
}

/** A table of cells as HTML; '^' goes on with the cell above. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const span = (from: number, column: number) => {
    let to = from + 1
    while (rows[to]?.[column] === '^') to++
    return to - from
  }
  const body = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      if (cell === '^') return ''
      const rowSpan = span(index, column)
      return `<td class="c${column + 1}"${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}>${cell}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  const heads = head.map((cell, column) => `<th class="c${column + 1}">${cell}</th>`).join('')
  return `<table class="k${head.length}">${heads ? `<thead><tr>${heads}</tr></thead>` : ''}<tbody>${body.join('')}</tbody></table>`
}

function htmlOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      switch (node.type) {
        case 'text':
          return escaped(node.value)
        case 'strong':
          return `<strong>${htmlOf(node.children)}</strong>`
        case 'emphasis':
          return `<em>${htmlOf(node.children)}</em>`
        case 'break':
          return '<br>'
        case 'paragraph':
          return `<p>${htmlOf(node.children)}</p>`
        case 'heading':
          return `<h${node.depth}>${htmlOf(node.children)}</h${node.depth}>`
        case 'list': {
          const tag = node.ordered ? 'ol' : 'ul'
          return `<${tag}>${htmlOf(node.children)}</${tag}>`
        }
        case 'listItem': {
          const only =
            node.children.length === 1 && node.children[0]!.type === 'paragraph' ? node.children[0]! : undefined
          return `<li>${htmlOf(only && 'children' in only ? only.children : node.children)}</li>`
        }
        case 'table':
          return tableOf(node)
        default:
          return 'children' in node ? htmlOf(node.children as Nodes[]) : 'value' in node ? escaped(node.value) : ''
      }
    })
    .join('')
}

function tableOf(node: Nodes & {type: 'table'}): string {
  const columns = Math.max(
    ...node.children.map(({children}) => children.reduce((sum, cell) => sum + (cell.data?.colSpan ?? 1), 0))
  )
  const covered = new Map<string, true>()
  const rows = node.children.map((row, at) => {
    let column = 0
    const cells = row.children.map((cell, index) => {
      const own = covered.has(`${at} ${index}`)
      const span = cell.data?.rowSpan ?? 1
      for (let i = 1; i < span; i++) covered.set(`${at + i} ${index}`, true)
      column++
      if (own) return ''
      const tag = at === 0 ? 'th' : 'td'
      const spans = `${span > 1 ? ` rowspan="${span}"` : ''}${cell.data?.colSpan ? ` colspan="${cell.data.colSpan}"` : ''}`
      return `<${tag} class="c${column}"${spans}>${htmlOf(cell.children)}</${tag}>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table class="k${columns}"><thead>${rows[0] ?? ''}</thead><tbody>${rows.slice(1).join('')}</tbody></table>`
}

/** Headings open sections that last until the next heading of the same depth or above. */
export function sectioned(pieces: readonly Piece[]): string {
  const open: number[] = []
  let html = ''
  for (const piece of pieces) {
    if (!('depth' in piece)) {
      html += piece.html
      continue
    }
    while (open.length > 0 && open.at(-1)! >= piece.depth) {
      html += '</div></section>'
      open.pop()
    }
    open.push(piece.depth)
    const {depth, html: words} = piece
    html += `<section class="s${depth} ${roleOf(words)}"><h${depth}><span>${words}</span></h${depth}><div class="b${depth}">`
  }
  return html + '</div></section>'.repeat(open.length)
}

/** Headings of the same use get the same dress. */
function roleOf(html: string): string {
  const words = bare(html.replace(/<[^>]+>/g, ''))
  if (/continued$/i.test(words)) return 'continued'
  if (/^(outcome|ambition|pledge|aim)\b/i.test(words)) return 'goal'
  if (/know (that )?we have|how we will know|measure/i.test(words)) return 'measures'
  if (/asked|told us|say/i.test(words)) return 'voice'
  if (/priorit/i.test(words)) return 'priorities'
  return 'other'
}
