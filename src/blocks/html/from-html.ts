import type {Paragraph, RootContent} from 'mdast'
import {toString as wordsIn} from 'mdast-util-to-string'
import type {HtmlSource} from '../../source/types.ts'
import {arranged} from '../arrange.ts'
import {piecesOfMarkup} from '../inline-markup.ts'
import {type Piece, phrasingOf, plainOf, tidied} from '../pieces.ts'
import type {Blocks, Furniture} from '../types.ts'
import {written} from '../written.ts'
import {blocksOfHtml} from './html-blocks.ts'
import {contentOfPage, type PageContent} from './html-page.ts'
import {parsedPage} from './parsed.ts'

/**
 * HTML, from a saved web page or a Word file, as blocks. Navigation, scripts, banners and footers are left out. The reading
 * text is the words of the blocks, one block a paragraph, one row a line. The chapters of a plan on several pages follow its first.
 */
export function fromHtml(source: HtmlSource): Blocks {
  const warnings = [...source.warnings]
  const furniture: Furniture[] = []
  const blocks: RootContent[] = []
  let title: string | undefined
  for (const html of [source.html, ...(source.chapters ?? [])]) {
    const page = pageOf(html)
    furniture.push(...page.furniture)
    title ??= page.title
    if (!page.content)
      warnings.push({ruleId: 'html-nesting', message: 'elements nested too deep to follow; only their words were read'})
    const found = page.content ? arranged(blocksOfHtml(page.content)) : plainBlocks(html)
    blocks.push(...(blocks.length > 0 ? withoutTitle(found, blocks, furniture) : found))
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

/** A chapter prints the document's title again at its head: furniture there. */
function withoutTitle(found: RootContent[], before: readonly RootContent[], furniture: Furniture[]): RootContent[] {
  const [head] = found
  const title = before.find(({type}) => type === 'heading')
  if (head?.type !== 'heading' || !title || wordsIn(head).trim() !== wordsIn(title).trim()) return found
  furniture.push({text: wordsIn(head), kind: 'repeated'})
  return found.slice(1)
}

/** The page's content; none when its elements are nested deeper than the parser can follow. */
function pageOf(html: string): Partial<PageContent> & {furniture: PageContent['furniture']} {
  try {
    return contentOfPage(parsedPage(html))
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
