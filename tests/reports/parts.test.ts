import fc from 'fast-check'
import {expect, test} from 'vitest'
import {bytesOf, keepNothing} from '../../src/reports/contents.ts'
import {csvOf, csvParts} from '../../src/reports/csv.ts'
import {siteOf} from '../../src/reports/html/context.ts'
import {stableJson, stableJsonParts} from '../../src/reports/json.ts'
import {annotationsJson, annotationsOf} from '../../src/reports/open-data/annotations.ts'
import {tablesOf} from '../../src/reports/tables.ts'
import {sampleRun} from '../support/run-result.ts'

test('JSON in pieces is the JSON in one', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.constantFrom(0, 1, 2), (list, indent) => {
      expect([...stableJsonParts(list, indent)].join('')).toBe(stableJson(list, indent))
    })
  )
})

test('annotations and tables in pieces are those in one', () => {
  const run = sampleRun()
  expect([...annotationsJson(siteOf(run, {}), keepNothing)].map(bytesOf).join('')).toBe(
    stableJson(annotationsOf(run), 0)
  )
  const none = {...run, changes: [], gaps: {plans: [], gaps: []}, coverage: {plans: [], themes: [], cells: []}}
  expect([...annotationsJson(siteOf(none, {}), keepNothing)].map(bytesOf).join('')).toBe(
    stableJson(annotationsOf(none), 0)
  )
  for (const table of tablesOf(run)) expect([...csvParts(table)].map(bytesOf).join('')).toBe(csvOf(table))
})
