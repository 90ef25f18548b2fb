import type {Element, ElementContent} from 'hast'
import type {Piece} from '../pieces.ts'
import {property, wordsOf} from './html-page.ts'

/** Elements that stand as blocks of their own. */
export const blockTags = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' '
  )
)
const boldTags = new Set(['b', 'strong', 'th', 'dt'])

/** Its tag or its style sets it bold. */
export function isBold(element: Element): boolean {
  if (boldTags.has(element.tagName)) return true
  return /font-weight\s{0,3}:\s{0,3}(?:bold|bolder|[6-9]00)/i.test(property(element, 'style'))
}

/** The words of phrasing with their weight; inner blocks and list items start new lines. No recursion. */
export function piecesOfHtml(children: readonly ElementContent[], bold: boolean): Piece[] {
  const pieces: Piece[] = []
  const open: {node: ElementContent | 'break'; bold: boolean}[] = children.map((node) => ({node, bold})).reverse()
  for (let next = open.pop(); next; next = open.pop()) {
    const {node} = next
    if (node === 'break') pieces.push('break')
    else if (node.type === 'text') pieces.push({value: node.value, strong: next.bold})
    else if (node.type === 'element') {
      if (node.tagName === 'br') pieces.push('break')
      else if (!isNoteMark(node)) {
        const strong = next.bold || isBold(node)
        const block = blockTags.has(node.tagName)
        if (block) open.push({node: 'break', bold: false})
        for (let index = node.children.length - 1; index >= 0; index--)
          open.push({node: node.children[index]!, bold: strong})
        if (block) open.push({node: 'break', bold: false})
      }
    }
  }
  return pieces
}

/** A raised number or '↑' that links to a note is no word. */
function isNoteMark(element: Element): boolean {
  if (element.tagName === 'sup')
    return /^\s*\[?\d{1,3}\]?\s*$/.test(wordsOf(element)) && element.children.some((child) => child.type === 'element')
  return element.tagName === 'a' && wordsOf(element) === '↑'
}
