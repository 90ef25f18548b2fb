/** PDF bytes to pages of runs, rules and boxes, through the chosen back end and, where that fails, the other. */
import {readWithPdfParse} from './pdf-parse.ts'
import type {PagedSource, ReadOptions} from './types.ts'

/** @throws {PlanError} damaged, locked, too-large */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<PagedSource> {
  return readWithPdfParse(bytes, options)
}
