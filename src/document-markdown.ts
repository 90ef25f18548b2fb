/** A document as it was read, before anything is taken for a goal: headings, lists and tables in Markdown. */
import {blocksOf, sketchAhead} from './blocks/blocks.ts'
import {toMarkdown} from './blocks/to-markdown.ts'
import {PlanError} from './problems.ts'
import {openSource} from './source/open.ts'
import type {ReadOptions} from './source/types.ts'

export interface DocumentOptions extends ReadOptions {
  /** 'keep' leaves running heads, feet and page numbers where they stand; they are left out by default. */
  furniture?: 'keep' | 'out'
}

/** @throws {PlanError} when the file cannot be used. */
export async function documentMarkdown(
  path: string,
  {furniture = 'out', ...options}: DocumentOptions = {}
): Promise<string> {
  try {
    const {source} = await openSource(path, {onPage: sketchAhead, ...options})
    return toMarkdown(blocksOf(source, {furniture}).tree)
  } catch (error) {
    if (error instanceof PlanError && !error.file)
      throw new PlanError(error.code, error.message, {stage: error.stage, file: path, cause: error})
    throw error
  }
}
