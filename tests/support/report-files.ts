/** Files of a report in one piece each, as tests look at them; the product writes them in parts. */
import type {RunResult} from '../../src/analyses/types.ts'
import {keepNothing, whole} from '../../src/reports/contents.ts'
import {dataParts} from '../../src/reports/data-files.ts'
import {siteOf} from '../../src/reports/html/context.ts'
import type {Table} from '../../src/reports/tables/table.ts'
import {workbookParts} from '../../src/reports/xlsx/workbook.ts'

/** Paths in the report folder to contents. */
export function dataFiles(run: RunResult): Map<string, string | Uint8Array> {
  return new Map([...dataParts(run, siteOf(run, {}))].map(({path, make}) => [path, whole(make(keepNothing)!)]))
}

/** The bytes of an .xlsx. */
export function workbookOf(title: string, tables: readonly Table[]): Uint8Array {
  return whole(workbookParts(title, tables)) as Uint8Array
}
