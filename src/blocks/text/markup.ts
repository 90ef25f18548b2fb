/** HTML that stands in Markdown as a block of its own: lists, tables and headings as what they are. */
import type {Root as HastRoot} from 'hast'
import type {RootContent} from 'mdast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {arranged} from '../arrange.ts'
import {blocksOfHtml} from '../html/html-blocks.ts'
import {contentOfPage} from '../html/html-page.ts'

const parser = unified().use(rehypeParse, {fragment: true}).freeze()

/** Longest such block that is parsed, characters. */
const longest = 200_000

const telling = /<(?:ul|ol|table|h[1-6])[\s>]/i
/** Where each element that parts blocks opens, and where it closes. */
const parted = ['ul', 'ol', 'li', 'table', 'tr', 'td', 'th', 'div'].map((tag) => ({
  opens: new RegExp(`<${tag}[\\s>]`, 'gi'),
  closes: new RegExp(`</${tag}\\s*>`, 'gi')
}))

/**
 * The blocks of a piece of HTML, without positions; undefined where it is none but phrasing, or only part of what it opens and
 * closes: its words are then read as they stand.
 */
export function blocksOfMarkup(html: string): RootContent[] | undefined {
  if (html.length > longest || !telling.test(html) || !isWhole(html)) return undefined
  try {
    const {content, furniture} = contentOfPage(parser.parse(html) as HastRoot)
    const blocks = furniture.length > 0 ? [] : arranged(blocksOfHtml(content))
    return blocks.length > 0 ? blocks : undefined
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The text closes as many of them as it opens. */
function isWhole(html: string): boolean {
  const count = (pattern: RegExp) => html.match(pattern)?.length ?? 0
  return parted.every(({opens, closes}) => count(opens) === count(closes))
}
