/** Themes of two plans, and the two plans side by side. */
import type {CoverageReport, RunResult} from '../../../src/analyses/types.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {ref} from './nodes.ts'

export function coverageOf(final: Plan, west: Plan): CoverageReport {
  return {
    plans: [final, west].map(ref),
    themes: [
      {id: 'mind', name: 'Mental health'},
      {id: 'vape', name: 'Smoking and vaping'},
      {id: 'money', name: 'Cost of living'}
    ],
    cells: [
      {
        theme: 'mind',
        plan: final.digest,
        level: 'priority',
        quote: 'See every child who is referred for low mood within four weeks',
        page: 5,
        unit: 'outcome-2/priority-1',
        by: 'low mood'
      },
      {
        theme: 'mind',
        plan: west.digest,
        level: 'outcome',
        quote: 'Feeling well, feeling heard',
        page: 4,
        unit: 'outcome-1'
      },
      {theme: 'vape', plan: final.digest, level: 'none', quote: null, page: null, unit: null},
      {
        theme: 'vape',
        plan: west.digest,
        level: 'priority',
        quote: 'No vapes at the school gate',
        page: 5,
        unit: 'outcome-1/priority-2'
      },
      {theme: 'money', plan: final.digest, level: 'none', quote: null, page: null, unit: null},
      {theme: 'money', plan: west.digest, level: 'none', quote: null, page: null, unit: null}
    ]
  }
}

export function comparisonOf(final: Plan, west: Plan): NonNullable<RunResult['comparison']> {
  return {
    profiles: [final, west].map((each) => ({
      plan: ref(each),
      goals: {outcome: 2, priority: 5, action: 0, measure: 4, milestone: 0},
      quantified: {of: 4, are: 3},
      dated: {of: 4, are: 4},
      led: {of: 7, are: 5},
      answered: {of: 2, are: 1},
      firm: {of: 5, are: 4},
      smart: {of: 4, are: 3},
      meanSmart: 4,
      words: 198,
      grade: 8.25
    })),
    differences: [
      {
        a: final.digest,
        b: west.digest,
        themes: [
          {
            theme: 'vape',
            name: 'Smoking and vaping',
            only: west.digest,
            level: 'priority',
            other: 'none',
            quote: 'No vapes at the school gate',
            page: 5
          }
        ]
      }
    ]
  }
}
