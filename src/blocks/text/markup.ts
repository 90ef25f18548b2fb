/** HTML that stands in Markdown as a block of its own: lists, tables and headings as what they are. */
import type {RootContent} from 'mdast'
import {arranged} from '../arrange.ts'
import {blocksOfHtml} from '../html/html-blocks.ts'
import {contentOfPage} from '../html/html-page.ts'
import {parsedFragment} from '../html/parsed.ts'

/** Longest such block that is parsed, characters. */
const longest = 200_000

const telling = /<(?:ul|ol|table|h[1-6])[\s>]/i
/** Where each element that parts blocks opens, and where it closes. */
const parted = ['ul', 'ol', 'li', 'table', 'tr', 'td', 'th'].map(edgesOf)
const frame = edgesOf('div')

function edgesOf(tag: string): {opens: RegExp; closes: RegExp} {
  return {opens: new RegExp(`<${tag}[\\s>]`, 'gi'), closes: new RegExp(`</${tag}\\s*>`, 'gi')}
}

/**
 * The blocks of a piece of HTML, without positions; undefined where it is none but phrasing, or only part of what it opens and
 * closes: its words are then read as they stand.
 */
export function blocksOfMarkup(html: string): RootContent[] | undefined {
  if (html.length > longest || !telling.test(html) || !parted.every((edges) => isBalanced(html, edges)))
    return undefined
  try {
    const {content, furniture} = contentOfPage(parsedFragment(unframed(html)))
    const blocks = furniture.length > 0 ? [] : arranged(blocksOfHtml(content))
    return blocks.length > 0 ? blocks : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The text closes as many of an element as it opens. */
function isBalanced(html: string, {opens, closes}: {opens: RegExp; closes: RegExp}): boolean {
  return (html.match(opens)?.length ?? 0) === (html.match(closes)?.length ?? 0)
}

/** Frames that a blank line of Markdown cuts in two hold nothing but what stands in them: their edges only end paragraphs. */
function unframed(html: string): string {
  return isBalanced(html, frame) ? html : html.replace(/<\/?div(?:\s[^>]{0,2000})?>/gi, '</p>')
}
