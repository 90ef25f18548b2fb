import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {siteFiles} from '../../src/reports/html/site.ts'
import {measuredAccuracy} from '../../src/settings/accuracy.ts'
import {accuracyOf} from '../rules/accuracy.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

test('the methods page tells what the scoreboard measured, rounded down', () => {
  const rows = measuredAccuracy()
  const file = JSON.parse(readFileSync(new URL('../../src/settings/accuracy.json', import.meta.url), 'utf8'))
  expect(rows).toHaveLength(file.length)
  const page = String(siteFiles(sampleRun(), {record: {accuracy: rows}}).get('methods.html'))
  const words = page.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|')
  for (const [statement, figure] of rows) expect(words).toContain(`${statement}|${figure}`)
})

test('figures of one kind over all cases become one line', () => {
  const figures = new Map([
    ['gaps 000: found', 0.9],
    ['gaps 001: found', 0.955],
    ['gaps 001: precision', 0.8]
  ])
  expect(accuracyOf(figures).map(({lowest, highest, cases}) => [lowest, highest, cases])).toEqual([
    [0.9, 0.955, 2],
    [0.8, 0.8, 1]
  ])
})
