import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const table = (name: string, counted: string) => `|${name}|KPI|2031|\n|---|---|---|\n${counted}\n\n`
const part = (number: string, title: string, counted: string, name = 'Col1') =>
  `${number} ${title}\n\nIt is paid for by dues and by the sale of ice.\n\n${table(name, counted)}`

const report = (numbers: readonly string[], name?: string) => `3. Objectives, performance measures and targets

The harbour trust reports by these objectives:

${part(numbers[0]!, 'Teaching of crews', '|Mates taught|75|73|\n|Evenings held|$TBA|4|', name)}${part(numbers[1]!, 'Song and supper', '|Suppers laid|62|54|', name)}${part(numbers[2]!, 'The net loft', '|Nets mended|127|92|', name)}`

const read = [
  'outcome: Teaching of crews',
  '  measure: Mates taught',
  '    target: 75',
  '  measure: Evenings held',
  '    target: $TBA',
  'outcome: Song and supper',
  '  measure: Suppers laid',
  '    target: 62',
  'outcome: The net loft',
  '  measure: Nets mended',
  '    target: 127'
]

describe('plain lines numbered under the number of their chapter', () => {
  it('are titles over tables; where figures stand under KPI, the words before them are what is counted', () => {
    expect(goalTitles(report(['3.1.', '3.2.', '3.3.']), ['target'])).toEqual(read)
    expect(goalTitles(report(['3.1', '3.2', '3.3'], ' '), ['target'])).toEqual(read)
  })

  it('are none under another number', () => {
    expect(goalTitles(report(['5.1.', '5.2.', '5.3.'])).filter((line) => line.startsWith('outcome'))).toEqual([])
  })
})

it('words under a header of their own are not what is counted in a column of figures', () => {
  const text = `# Harbour plan\n\n${table('Berth', '|North|75|73|\n|South|62|54|')}`
  expect(goalTitles(text)).not.toContain('measure: North')
})
