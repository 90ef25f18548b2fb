/** The reading stages, one line each: bytes, pages, blocks, plan tree. */
import {blocksOf, sketchAhead} from './blocks/blocks.ts'
import type {Blocks} from './blocks/types.ts'
import type {Plan, PlanSource} from './plan-tree/nodes.ts'
import {PlanError} from './problems.ts'
import {readyPlan} from './ready.ts'
import {recognise} from './recognise/recognise.ts'
import {extendVocabulary, type Vocabulary} from './recognise/vocabulary.ts'
import {type Opened, openSource} from './source/open.ts'
import type {ReadOptions} from './source/types.ts'

export interface Reading {
  opened: Opened
  blocks: Blocks
  plan: Plan
}

/**
 * Reads one file into a plan tree, keeping the stages between.
 * @throws {PlanError} when the file cannot be used; everything less is a warning on the plan.
 */
export async function readStages(path: string, options: ReadOptions = {}): Promise<Reading> {
  try {
    const opened = await openSource(path, {onPage: sketchAhead, ...options})
    const ready = readyOf(opened)
    if (ready) return {opened, blocks: noBlocks, plan: ready}
    const blocks = blocksOf(opened.source)
    const plan = recognise(blocks, {source: sourceOf(opened, blocks), ...vocabularyOf(options)})
    return {opened, blocks, plan}
  } catch (error) {
    if (error instanceof PlanError && !error.file)
      throw new PlanError(error.code, error.message, {stage: error.stage, file: path, ...withPage(error), cause: error})
    throw error
  }
}

/** The plan tree of one file. @throws {PlanError} */
export async function readPlan(path: string, options: ReadOptions = {}): Promise<Plan> {
  return (await readStages(path, options)).plan
}

/** A user's words are plain words: what would be a pattern in them is taken as printed. */
function vocabularyOf({vocabulary}: ReadOptions): {vocabulary?: Vocabulary} {
  const {levels = [], posts = [], bodies = []} = vocabulary ?? {}
  if (levels.length + posts.length + bodies.length === 0) return {}
  const plain = (words: readonly string[]) => words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}' -]/gu, ''))
  return {vocabulary: extendVocabulary({levels: plain(levels), posts: plain(posts), bodies: plain(bodies)})}
}

/** The blocks of a file that holds a finished tree. */
const noBlocks: Blocks = {tree: {type: 'root', children: []}, text: '', furniture: [], pages: 0, warnings: []}

function readyOf({source, digest, path}: Opened): Plan | undefined {
  if (source.kind === 'pages') return undefined
  return readyPlan(source.kind === 'text' ? source.text : source.html, {path, digest, pages: 0})
}

function withPage(error: PlanError): {page?: number} {
  return error.page === undefined ? {} : {page: error.page}
}

function sourceOf({source, digest, path}: Opened, blocks: Blocks): PlanSource {
  const format = source.kind === 'pages' ? 'pdf' : source.format
  return {path, format, digest, pages: blocks.pages}
}
