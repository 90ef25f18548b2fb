/** Blocks as the text that PDF converters give: headings, tables as tab-separated lines, page furniture between sections. */
import type {Block} from './source.ts'

export function tabbed(blocks: Block[]): string {
  let page = 1
  const parts = blocks.map((block) => {
    const furniture = block.kind === 'heading' && block.depth === 2 ? `\nOFFICIAL\n\n${page++}\n\n\n\n\n` : ''
    return furniture + lines(block)
  })
  return `${parts.join('\n\n')}\n\nOFFICIAL\n\n${page}\n`
}

function lines(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.depth === 1 ? `# ${block.text}` : block.text
    case 'paragraph':
      return block.text
    case 'list':
      return block.entries.map((entry, index) => (block.ordered ? `${index + 1}. ${entry}` : `• ${entry}`)).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(cell).join('\t')).join('\n')
    case 'box':
      return [block.title, ...block.blocks.map(lines)].filter(Boolean).join('\n\n')
    case 'contents':
      return ''
    default:
      return block satisfies never
  }
}

const cell = (text: string) => {
  const parts = text.split(' // ')
  return parts.length > 1 ? parts.map((part) => `<p>${part}</p>`).join(' ') : text
}
