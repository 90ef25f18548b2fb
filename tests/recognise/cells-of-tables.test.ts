/** What the cells of tables of goals say beside the goal itself: titles in bold, explanations, words that lead in work, states of steps. */
import {describe, expect, it} from 'vitest'
import {goalLines} from '../support/documents.ts'

const table = (header: readonly string[], ...rows: readonly string[][]): string =>
  [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

describe('cells of tables of goals', () => {
  const measured = (...objectives: string[]): string =>
    `# Harbour strategy\n\n## Objective and key results for the harbour\n\n${table(
      ['**Objective**', '**Key result**'],
      ...objectives.map((objective, at) => [objective, `More boats at quay ${at + 1}`])
    )}\n`

  it('are called by their titles in bold, where all have one; a heading that names the columns is no goal over them', () => {
    expect(goalLines(measured('**Dry quays:** Nobody slips in the wet', '**Calm water**: Boats lie still'))).toEqual([
      'priority Dry quays // Nobody slips in the wet',
      '  measure (more) More boats at quay 1',
      'priority Calm water // Boats lie still',
      '  measure (more) More boats at quay 2'
    ])
  })

  it('keep bold words that one row has alone, or that all share', () => {
    const titles = (...objectives: string[]) =>
      goalLines(measured(...objectives)).filter((line) => line.startsWith('priority'))
    expect(titles('**Dry quays:** Nobody slips', 'Boats lie still in the basin')).toEqual([
      'priority Dry quays: Nobody slips',
      'priority Boats lie still in the basin'
    ])
    expect(titles('**Note:** Nobody slips', '**Note:** Boats lie still')).toEqual([
      'priority Note: Nobody slips',
      'priority Note: Boats lie still'
    ])
  })

  it('leave out of a goal what a dash says that it is good for', () => {
    expect(
      goalLines(
        `# Harbour action plan\n\n${table(
          ['Action', 'Lead'],
          ['Keep a log of the tides—this will help pilots.', 'Pilot'],
          ['Paint the mole—white, then red', 'Warden']
        )}\n`
      )
    ).toEqual(['action Keep a log of the tides // this will help pilots.', 'action Paint the mole—white, then red'])
  })

  it('list work after words that lead it in, though the verb of one line is not known', () => {
    const row = (goal: string, ...work: string[]) => [goal, ['The sea comes in. We will:', ...work].join('<br>')]
    expect(
      goalLines(
        `# Harbour strategic plan\n\n${table(
          ['Goals', 'Supporting strategies'],
          row('Goal 1. Dry quays', 'Mend the wall', 'Better berths for guests', 'Raise the slip'),
          row('Goal 2. Full nets', 'Buy a hoist', 'Train two crews'),
          row('Goal 3. Calm seas', 'Build a mole', 'Drop an anchor')
        )}\n`
      ).slice(0, 4)
    ).toEqual([
      'outcome [Goal 1] Dry quays',
      '  action Mend the wall',
      '  action Better berths for guests',
      '  action Raise the slip'
    ])
  })

  it('that say of most milestones one and the same are no measures', () => {
    const plan = (...states: string[]): string =>
      `# Harbour action plan\n\n## Action 1: Dry quays\n\n${table(
        ['Milestone', 'Measurement', 'Target date'],
        ...states.map((state, at) => [`Mend quay ${at + 1}`, state, `May 203${at}`])
      )}\n`
    const measures = (...states: string[]) => goalLines(plan(...states)).filter((line) => /measure /.test(line))
    expect(measures('Completion', 'Completion', 'Wall is dry', 'Completion')).toEqual([])
    expect(measures('Wall is dry', 'Slip is clean', 'Lamps are lit', 'Completion')).toHaveLength(4)
  })
})
