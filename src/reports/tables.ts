/** A run as tables: the one source of the CSV files, the workbook and their descriptions. */
import type {RunResult} from '../analyses/types.ts'
import {type Site, siteOf} from './html/context.ts'
import {changesTable, coverageTable, gapsTable, matrixTable, overlapsTable} from './tables/findings.ts'
import {failuresTable, measuresTable, plansTable, smartTable, unitsTable} from './tables/plans.ts'
import type {Table} from './tables/table.ts'

/** All tables of a run, in the order of the workbook's sheets. */
export function tablesOf(run: RunResult, site: Site = siteOf(run, {})): Table[] {
  return [
    plansTable(site),
    unitsTable(site),
    measuresTable(site),
    smartTable(site),
    changesTable(site),
    overlapsTable(site),
    matrixTable(site),
    gapsTable(site),
    coverageTable(site),
    failuresTable(run)
  ]
}
