import {describe, expect, it} from 'vitest'
import {goalLines} from '../support/documents.ts'

const table = (action: string, milestone: string, last = 'Lead'): string =>
  `| Action | Milestone | Start date | ${last} |\n| --- | --- | --- | --- |\n| ${action} | ${milestone} | May 2031 | Harbour Master |\n`
const titles = [
  'Quays that are safe to walk in every weather, by day and by night, so that fewer people come to harm on them',
  'Cranes that lift what they should without breaking down in the busy months',
  'A clean harbour'
]
const plan = (lines: readonly string[]): string =>
  `# Harbour action plan 2031-34\n\n## Priorities and milestones\n\n${lines
    .map(
      (line, i) =>
        `${line}\n\n${table(`Mend quay ${i + 1}`, `Quay ${i + 1} surveyed`, i === 0 ? 'Named person' : 'Lead')}`
    )
    .join('\n')}`

describe('lines over tables that begin with the same columns', () => {
  it('are the outcomes of what the tables hold, however long, where each table has one', () => {
    expect(goalLines(plan(titles)).filter((line) => line.startsWith('outcome'))).toEqual(
      titles.map((title) => `outcome ${title}`)
    )
  })

  it('are words like any others where they end as sentences do', () => {
    const found = goalLines(plan(titles.map((title) => `${title}.`)))
    expect(found.filter((line) => line.startsWith('outcome'))).toEqual([])
  })
})
