/** Blocks as Markdown: headings, paragraphs, lists; tables with merged cells as HTML, all others with pipes. */
import type {List, PhrasingContent, Root, RootContent, Table, TableCell} from 'mdast'

export function toMarkdown(tree: Root): string {
  const blocks = tree.children.map((node) => blockText(node, '')).filter((text) => text !== '')
  return blocks.length > 0 ? `${blocks.join('\n\n')}\n` : ''
}

function blockText(node: RootContent, indent: string): string {
  switch (node.type) {
    case 'heading':
      return `${'#'.repeat(node.depth)} ${phrasing(node.children, false, ' ')}`
    case 'paragraph':
      return guarded(phrasing(node.children, true, `\n${indent}`))
    case 'list':
      return listText(node, indent)
    case 'table':
      return hasSpans(node) ? htmlTable(node) : pipeTable(node)
    default:
      return ''
  }
}

/** A paragraph that begins like a heading, a quote or a bullet stays a paragraph. */
const guarded = (text: string): string => text.replace(/^(?=(?:#{1,6}|[-+>])\s)/, '\\')

function phrasing(nodes: readonly PhrasingContent[], bold: boolean, lineEnd: string): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return lineEnd
      if (!('children' in node)) return ''
      const inner = phrasing(node.children as PhrasingContent[], bold, lineEnd)
      return bold && node.type === 'strong' ? `**${inner}**` : inner
    })
    .join('')
}

function listText(list: List, indent: string): string {
  return list.children
    .map((entry, i) => {
      const marker = list.ordered ? (entry.data?.marker ?? `${(list.start ?? 1) + i}.`) : '-'
      const inner = `${indent}${' '.repeat(marker.length + 1)}`
      const [first, ...rest] = entry.children.map((child) => blockText(child, inner))
      return `${indent}${marker} ${[first ?? '', ...rest.map((text) => (text.startsWith(inner) ? text : inner + text))].join('\n')}`
    })
    .join('\n')
}

const hasSpans = (table: Table): boolean =>
  table.children.some((row) => row.children.some(({data}) => (data?.rowSpan ?? 1) > 1 || (data?.colSpan ?? 1) > 1))

function pipeTable(table: Table): string {
  const [head, ...body] = table.children.map(
    ({children}) => `|${children.map((cell) => ` ${cellText(cell)} |`).join('')}`
  )
  const width = table.children[0]?.children.length ?? 0
  return [head, `|${' --- |'.repeat(width)}`, ...body].join('\n')
}

const cellText = (cell: TableCell): string => phrasing(cell.children, false, ' ').replaceAll('|', '\\|')

function htmlTable(table: Table): string {
  const reach: number[] = []
  const rows = table.children.map((row) => {
    let column = 0
    const cells = row.children.flatMap((cell) => {
      const {rowSpan = 1, colSpan = 1} = cell.data ?? {}
      const covered = (reach[column] ?? 0) > 0
      for (let x = column; x < column + colSpan; x += 1) reach[x] = Math.max((reach[x] ?? 0) - 1, rowSpan - 1)
      column += colSpan
      if (covered) return []
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`
      return [`<td${spans}>${escaped(phrasing(cell.children, false, ' '))}</td>`]
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table>${rows.join('')}</table>`
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
