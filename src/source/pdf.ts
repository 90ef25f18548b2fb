import {PlanError} from '../problems.ts'
import type {PagedSource, ReadOptions} from './types.ts'

/** PDF bytes to pages of runs, rules and boxes, through the chosen back end and, where that fails, the other. */
export async function readPdf(_bytes: Uint8Array, _options: ReadOptions): Promise<PagedSource> {
  throw new PlanError('unsupported', 'PDF reading is not in place yet', {stage: 'source'})
}
