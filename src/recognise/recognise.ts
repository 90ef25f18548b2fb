import type {Blocks} from '../blocks/types.ts'
import type {Plan, PlanSource} from '../plan-tree/nodes.ts'

export interface RecogniseOptions {
  source: PlanSource
}

/** Blocks to a plan tree. */
export function recognise(blocks: Blocks, {source}: RecogniseOptions): Plan {
  return {
    type: 'plan',
    version: 1,
    digest: source.digest,
    title: source.path,
    status: 'unstated',
    source,
    warnings: [...blocks.warnings],
    pages: [],
    children: []
  }
}
