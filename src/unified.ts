/** The reading stages as a unified plugin: a Markdown tree becomes a plan tree. Wiring only. */
import {createHash} from 'node:crypto'
import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import type {VFile} from 'vfile'
import {fromMarkdown} from './blocks/text/from-markdown.ts'
import {fromText} from './blocks/text/from-text.ts'
import type {Plan} from './plan-tree/nodes.ts'
import {type RecogniseOptions, recognise} from './recognise/recognise.ts'

export type RemarkPlanOptions = Pick<RecogniseOptions, 'vocabulary'>

/**
 * Turns the tree of remark-parse (with remark-gfm, for tables) into a plan tree:
 *
 *     const processor = unified().use(remarkParse).use(remarkGfm).use(remarkPlan)
 *     const plan = await processor.run(processor.parse(file), file)
 *
 * Markdown loses what plans need (tab-separated tables, line ends, page marks), so where the file's text is at hand it is
 * read again from the text; positions point into it. Warnings become messages of the file, with rule id.
 */
export const remarkPlan: Plugin<[RemarkPlanOptions?], Root, Plan> = (options = {}) => {
  return (tree: Root, file: VFile): Plan => {
    const text = String(file.value ?? '').replace(/\r\n?/g, '\n')
    const blocks =
      text.trim() === ''
        ? fromMarkdown(tree)
        : fromText({kind: 'text', format: 'markdown', text, encoding: 'utf-8', warnings: []})
    const digest = createHash('sha256')
      .update(text === '' ? blocks.text : text)
      .digest('hex')
    const source = {path: file.path ?? '', format: 'markdown' as const, digest, pages: blocks.pages}
    const plan = recognise(blocks, {source, ...options})
    for (const {ruleId, message, place} of plan.warnings)
      file.message(place ? `${message} (${place})` : message, {source: 'planlens', ruleId})
    return plan
  }
}

export default remarkPlan
