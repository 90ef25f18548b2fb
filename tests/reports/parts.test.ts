import fc from 'fast-check'
import {expect, test} from 'vitest'
import {bytesOf, keepNothing} from '../../src/reports/contents.ts'
import {csvOf, csvParts} from '../../src/reports/csv.ts'
import {siteOf} from '../../src/reports/html/context.ts'
import {stableJson, stableJsonParts} from '../../src/reports/json.ts'
import {annotationsJson} from '../../src/reports/open-data/annotations.ts'
import {tablesOf} from '../../src/reports/tables.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

const run = sampleRun()

test('JSON in pieces is the JSON in one', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 1, 2), (list, indent) => {
      expect([...stableJsonParts(list, indent)].join('')).toBe(stableJson(list, indent))
    })
  )
})

test('annotations in pieces are one collection, without findings too, and count their items', () => {
  const none = {...run, changes: [], gaps: {plans: [], gaps: []}, coverage: {plans: [], themes: [], cells: []}}
  for (const findings of [run, none]) {
    const text = [...annotationsJson(siteOf(findings, {}), keepNothing)].map(bytesOf).join('')
    const collection = JSON.parse(text)
    expect(text).toBe(stableJson(collection, 0))
    expect(collection.total).toBe(collection.first.items.length)
    expect(collection.total > 0).toBe(findings === run)
  }
})

test('tables in pieces are those in one', () => {
  for (const table of tablesOf(run)) expect([...csvParts(table)].map(bytesOf).join('')).toBe(csvOf(table))
})
