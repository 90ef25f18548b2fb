/** Blocks as HTML pages for printing: one style sheet for each layout that councils use. */
import type {Block} from './source.ts'

export interface Layout {
  name: 'plain' | 'council' | 'landscape'
  /** Running head and foot. */
  head: string
  foot: string
  /** Headings that the contents print in other words. */
  contents?: Record<string, string>
}

/** Page of each entry of the contents. */
export type Pages = Map<string, number>

export function htmlOf(blocks: Block[], layout: Layout, pages: Pages): string {
  const title = blocks.find((block) => block.kind === 'heading')
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title?.kind === 'heading' ? escape(title.text) : ''}</title>
<style>${common}${styles[layout.name]}
@page{@top-left{content:${JSON.stringify(layout.head)}}@bottom-left{content:${JSON.stringify(layout.foot)}}@bottom-right{content:counter(page)}}
@page :first{@top-left{content:""}@bottom-left{content:""}@bottom-right{content:""}}</style></head><body class="${layout.name}">
${blocks.map((block) => html(block, blocks, layout, pages)).join('\n')}</body></html>`
}

/** The headings that the contents list: those of the second level, once each. */
export function listed(blocks: Block[]): string[] {
  const depthTwo = blocks.filter((block) => block.kind === 'heading' && block.depth === 2) as {text: string}[]
  return depthTwo.map((heading) => heading.text).filter((text) => text !== 'Contents' && !/– Continued$/.test(text))
}

function html(block: Block, all: Block[], layout: Layout, pages: Pages): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.depth}${headingClass(block.text)}>${inline(block.text)}</h${block.depth}>`
    case 'paragraph':
      return /^\*\*Lead/.test(block.text) ? `<p class="lead">${inline(block.text)}</p>` : `<p>${inline(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>${block.entries.map((entry) => `<li>${inline(entry)}</li>`).join('')}</${tag}>`
    }
    case 'table':
      return table(block.head, block.rows)
    case 'box':
      return `<div class="${block.shape}">${block.title ? `<h4>${inline(block.title)}</h4>` : ''}${block.blocks
        .map((inner) => html(inner, all, layout, pages))
        .join('')}</div>`
    case 'contents':
      return `<div class="contents">${listed(all)
        .map((text) => {
          const printed = layout.contents?.[text] ?? text
          return `<p><span>${escape(printed)}</span><i></i><b>${pages.get(text) ?? 0}</b></p>`
        })
        .join('')}</div>`
    default:
      return block satisfies never
  }
}

const headingClass = (text: string) =>
  /– Continued$/.test(text) ? ' class="continued"' : /^(Contents|1 |Appendix)/.test(text) ? ' class="opener"' : ''

/** `^` joins a cell to the one above. */
function table(head: string[], rows: string[][]): string {
  const body = rows.map((row, index) => `<tr>${row.map((cell, column) => (cell === '^' ? '' : data(cell, span(rows, index, column)))).join('')}</tr>`)
  return `<table class="columns-${head.length}"><thead><tr>${head.map((cell) => `<th>${inline(cell)}</th>`).join('')}</tr></thead><tbody>${body.join('')}</tbody></table>`
}

function data(cell: string, rows: number): string {
  const words = cell.split(' // ').map((part) => inline(part))
  const inner = words.length > 1 ? words.map((part) => `<p>${part}</p>`).join('') : words[0]
  return `<td${rows > 1 ? ` rowspan="${rows}"` : ''}>${inner}</td>`
}

function span(rows: string[][], from: number, column: number): number {
  let to = from + 1
  while (rows[to]?.[column] === '^') to++
  return to - from
}

const inline = (text: string) =>
  escape(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const common = `
*{box-sizing:border-box}body{margin:0}
.contents p{display:flex;margin:0 0 .5em;gap:.5em}.contents span{max-width:85%}.contents i{flex:1;border-bottom:1.5px dotted #555;margin-bottom:.3em}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #555;padding:3pt 5pt;text-align:left;vertical-align:top}td p{margin:0 0 4pt}
thead{display:table-header-group}h2,h3,h4{break-after:avoid}
`
const styles: Record<Layout['name'], string> = {
  plain: `
@page{size:210mm 297mm;margin:22mm 24mm;font:8pt "DejaVu Serif"}
body{font:10.5pt/1.45 "DejaVu Serif",serif}h1{font-size:22pt;margin-top:60mm}h2{font-size:15pt;break-before:page}h3{font-size:12pt}h4{font-size:10.5pt;margin:0}
li{margin-bottom:3pt}`,
  council: `
@page{size:210mm 297mm;margin:20mm 17mm 18mm;font:8pt "DejaVu Sans";color:#345}
body{font:9.5pt/1.4 "DejaVu Sans",sans-serif;color:#112}
h1{font-size:27pt;color:#fff;background:#175c63;padding:48mm 12mm 14mm;margin:0 0 10mm}
h2{font-size:15pt;color:#fff;background:#175c63;padding:5mm 6mm;margin:0 0 5mm;break-before:page}
h2.continued{background:#5b8f94}
h3{font-size:11.5pt;color:#175c63;border-bottom:2px solid #e0a030;margin:4mm 0 2mm}h4{margin:0 0 1mm;font-size:10pt}
li{margin-bottom:2.5pt}.lead{background:#f7e6c6;padding:2.5mm 4mm}
.box{float:right;width:62mm;background:#e3f0f0;border-left:4px solid #175c63;padding:3mm 4mm;margin:0 0 3mm 6mm;font-size:8.7pt}
.two{columns:2;column-gap:9mm}.two h3:first-child{margin-top:0}
.banner{background:#e0a030;padding:3mm 6mm;margin:3mm 0;break-inside:avoid}.banner p{margin:1mm 0;font-size:10.5pt}
th{background:#175c63;color:#fff}`,
  landscape: `
@page{size:297mm 210mm;margin:17mm 16mm 16mm;font:8pt "DejaVu Sans"}
body{font:9.5pt/1.4 "DejaVu Sans",sans-serif}h1{font-size:26pt;margin-top:50mm}h2{font-size:16pt}h2.opener{break-before:page}
h3{font-size:12pt;margin:6mm 0 2mm}table{font-size:8.8pt;margin-bottom:6mm}th{background:#ddd}
.columns-5 th:nth-child(1){width:20%}.columns-5 th:nth-child(2){width:40%}.columns-5 th:nth-child(3),.columns-5 th:nth-child(4){width:11%}`
}
