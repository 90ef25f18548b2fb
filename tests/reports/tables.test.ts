import fc from 'fast-check'
import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {csvCell, csvOf} from '../../src/reports/csv.ts'
import {stableJson} from '../../src/reports/json.ts'
import type {Table} from '../../src/reports/tables/table.ts'
import {tablesOf} from '../../src/reports/tables.ts'
import {columnName} from '../../src/reports/xlsx/sheet.ts'
import {readCsv} from '../support/csv.ts'
import {dataFiles, workbookOf} from '../support/report-files.ts'
import {hostileWords} from '../support/sample-run/hostile-plan.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

const tables = tablesOf(sampleRun())

describe('tables', () => {
  test('one row for each plan, unit, measure, change, pair, gap, cell and failure', () => {
    const counts = Object.fromEntries(tables.map(({name, rows}) => [name, rows.length]))
    expect(counts).toMatchObject({plans: 5, changes: 9, overlaps: 4, gaps: 8, coverage: 6, failures: 3})
    for (const {columns, rows, name} of tables) for (const row of rows) expect(row, name).toHaveLength(columns.length)
  })

  test('overlaps.json keeps every pair that is near and the nearest of every unit', () => {
    const {overlaps} = sampleRun()
    const all = overlaps.flatMap(({pairs}) => pairs)
    const kept = (JSON.parse(String(dataFiles(sampleRun()).get('data/overlaps.json'))) as typeof overlaps).flatMap(
      ({pairs}) => pairs
    )
    const near = (pairs: typeof all) => pairs.filter(({band}) => band !== 'none').map(({a, b}) => `${a}|${b}`)
    expect(near(kept)).toEqual(near(all))
    const units = (pairs: typeof all) => [...new Set(pairs.flatMap(({a, b}) => [a, b]))].sort()
    expect(units(kept)).toEqual(units(all))
  })

  test('primary keys are unique and foreign keys lead somewhere', () => {
    const keysOf = ({columns, rows}: Table, names: readonly string[]) =>
      rows.map((row) => JSON.stringify(names.map((name) => row[columns.findIndex((each) => each.name === name)])))
    for (const table of tables) {
      const keys = keysOf(table, table.primaryKey)
      expect(new Set(keys).size, table.name).toBe(keys.length)
      for (const {columns, table: target, references} of table.foreignKeys) {
        const there = new Set(keysOf(tables.find(({name}) => name === target)!, references))
        const lost = keysOf(table, columns).filter((key) => !key.includes('null') && !there.has(key))
        expect(lost, `${table.name} to ${target}`).toEqual([])
      }
    }
  })
})

describe('csv', () => {
  test('reads back as it was, but for cells that a spreadsheet would run', () => {
    const units = tables.find(({name}) => name === 'units')!
    const [head, ...rows] = readCsv(csvOf(units))
    expect(head).toEqual(units.columns.map(({name}) => name))
    expect(rows).toHaveLength(units.rows.length)
    const at = units.columns.findIndex(({name}) => name === 'text')
    const printable = (words: unknown) => String(words).toWellFormed().replaceAll('\u0000', '\ufffd')
    for (const [index, row] of rows.entries()) {
      const words = printable(units.rows[index]![at])
      expect([words, `'${words}`]).toContain(row[at])
    }
  })

  test('no text cell begins like a formula', () => {
    for (const table of tables)
      for (const row of readCsv(csvOf(table)).slice(1))
        for (const [index, cell] of row.entries())
          if (table.columns[index]!.type === 'text') expect(cell).not.toMatch(/^[=+\-@\t\r]/)
    expect(csvCell('=1+1')).toBe("'=1+1")
    expect(csvCell(-2.5)).toBe('-2.5')
  })

  test('any text survives', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const table: Table = {
          name: 't',
          title: 't',
          description: '',
          columns: [{name: 'c', type: 'text', description: ''}],
          rows: [[text]],
          primaryKey: [],
          foreignKeys: []
        }
        const read = readCsv(csvOf(table))[1]![0]
        const words = text.toWellFormed().replaceAll('\u0000', '\ufffd')
        expect([words, `'${words}`]).toContain(read)
      })
    )
  })
})

describe('workbook', () => {
  const bytes = workbookOf('Plans', tables)
  const parts = unzipSync(bytes)

  test('the same run gives the same bytes', () => {
    expect(Buffer.from(workbookOf('Plans', tablesOf(sampleRun()))).equals(Buffer.from(bytes))).toBe(true)
  })

  test('is well-formed, with a sheet for each table and one that tells of them', () => {
    const sheets = Object.keys(parts).filter((path) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path))
    expect(sheets).toHaveLength(tables.length + 1)
    for (const [path, content] of Object.entries(parts)) {
      const parser = new SaxesParser({xmlns: true})
      parser.on('error', (error) => {
        throw new Error(`${path}: ${error.message}`)
      })
      parser.write(strFromU8(content)).close()
    }
  })

  test('holds no formula; texts that look like one are marked as text', () => {
    const units = strFromU8(parts['xl/worksheets/sheet3.xml']!)
    expect(units).not.toContain('<f>')
    expect(units).toMatch(/s="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK/)
  })

  test('heads are frozen and filtered, dates and numbers typed, links lead into the report', () => {
    const measures = strFromU8(parts['xl/worksheets/sheet4.xml']!)
    expect(measures).toContain('state="frozen"')
    expect(measures).toContain('<autoFilter ref="A1:')
    expect(measures).toMatch(/s="6"><v>46843<\/v>/)
    expect(strFromU8(parts['xl/worksheets/_rels/sheet4.xml.rels']!)).toContain(
      'Target="plans/east-marlshire-room-to-grow-2026-30-draft.html#o1p1m1"'
    )
  })

  test('columns are named as Excel names them', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('data files', () => {
  test('the same run gives the same bytes, whatever order keys were set in', () => {
    expect(dataFiles(sampleRun())).toEqual(dataFiles(sampleRun()))
    expect(stableJson({b: 1, a: {d: 1, id: 2}})).toBe(stableJson({a: {id: 2, d: 1}, b: 1}))
  })

  test('hold the words of a hostile plan unchanged as JSON', () => {
    const plans = JSON.parse(String(dataFiles(sampleRun()).get('data/plans.json')))
    expect(plans[4].title).toBe(hostileWords[0])
  })
})
