import {PlanError} from '../problems.ts'
import type {HtmlSource} from './types.ts'

/** A Word file as HTML. @throws {PlanError} damaged, unsupported, too-large. */
export async function readZip(_bytes: Uint8Array): Promise<HtmlSource> {
  throw new PlanError('unsupported', 'Word files are not read yet', {stage: 'source'})
}
