/** PDF bytes to pages of runs, rules and boxes, through the chosen back end and, where that fails, the other. */
import {readWithPdfParse} from './pdf-parse.ts'
import {readWithPdfium} from './pdfium.ts'
import type {PagedSource, ReadOptions} from './types.ts'

/** @throws {PlanError} damaged, locked, too-large */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<PagedSource> {
  return options.engine === 'pdfium' ? readWithPdfium(bytes, options) : readWithPdfParse(bytes, options)
}
