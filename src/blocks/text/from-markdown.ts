import type {Root} from 'mdast'
import {arranged} from '../arrange.ts'
import type {Blocks} from '../types.ts'
import {written} from '../written.ts'
import {Places} from './lines.ts'
import {treeBlocks} from './prose.ts'

/** An mdast tree without its text as blocks; the reading text is made of their words. With the text, `fromText` reads more. */
export function fromMarkdown(tree: Root): Blocks {
  const blocks = arranged(treeBlocks(tree.children, new Places('')))
  return {...written(blocks), furniture: [], pages: 0, warnings: []}
}
