import type {Root as HastRoot} from 'hast'
import type {Paragraph, RootContent} from 'mdast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {HtmlSource} from '../source/types.ts'
import {arranged} from './arrange.ts'
import {blocksOfHtml} from './html-blocks.ts'
import {contentOfPage, type PageContent} from './html-page.ts'
import {piecesOfMarkup} from './inline-markup.ts'
import {type Piece, phrasingOf, plainOf, tidied} from './pieces.ts'
import type {Blocks} from './types.ts'
import {written} from './written.ts'

const parser = unified().use(rehypeParse).freeze()

/**
 * HTML, from a saved web page or a Word file, as blocks. Navigation, scripts, banners and footers are left out. The reading
 * text is the words of the blocks, one block a paragraph, one row a line.
 */
export function fromHtml(source: HtmlSource): Blocks {
  const warnings = [...source.warnings]
  const {content, furniture, title} = pageOf(source.html)
  let blocks: RootContent[]
  if (content) blocks = arranged(blocksOfHtml(content))
  else {
    blocks = plainBlocks(source.html)
    warnings.push({ruleId: 'html-nesting', message: 'elements nested too deep to follow; only their words were read'})
  }
  const marks = (source.marks ?? []).map(({text, kind}) => ({text, kind}))
  const declared = source.title ?? title
  return {
    ...written(blocks),
    furniture: [...marks, ...furniture],
    pages: 0,
    warnings,
    ...(declared ? {title: declared} : {})
  }
}

/** The page's content; none when its elements are nested deeper than the parser can follow. */
function pageOf(html: string): Partial<PageContent> & {furniture: PageContent['furniture']} {
  try {
    return contentOfPage(parser.parse(html) as HastRoot)
  } catch (error) {
    if (error instanceof RangeError) return {furniture: []}
    throw error
  }
}

function plainBlocks(html: string): RootContent[] {
  const lines: Piece[][] = [[]]
  for (const piece of piecesOfMarkup(html.replace(/<(script|style)\b[^<]{0,100000}<\/\1>/gi, ''))) {
    if (piece === 'break') lines.push([])
    else lines.at(-1)!.push(piece)
  }
  return lines
    .map((line) => tidied(line))
    .filter((line) => plainOf(line).trim() !== '')
    .map((line): Paragraph => ({type: 'paragraph', children: phrasingOf(line)}))
}
