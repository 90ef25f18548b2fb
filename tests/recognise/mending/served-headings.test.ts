import {describe, expect, it} from 'vitest'
import {lexiconOf} from '../../../src/recognise/lexicon.ts'
import {withServedHeadings} from '../../../src/recognise/mending/served-headings.ts'
import type {Piece} from '../../../src/recognise/pieces.ts'
import {vocabulary} from '../../../src/recognise/vocabulary.ts'
import {goalLines} from '../../support/documents.ts'

const headings = (...lines: string[]): Piece[] =>
  lines.map((line, index) => {
    const [hashes = '#', ...rest] = line.split(' ')
    const text = rest.join(' ')
    return {
      index,
      kind: 'heading',
      depth: hashes.length,
      text,
      lines: [text],
      lead: '',
      bold: false
    } as unknown as Piece
  })
const lexicon = lexiconOf(vocabulary)
const depths = (...lines: string[]): number[] => withServedHeadings(headings(...lines), lexicon).map(({depth}) => depth)

describe('headings that every goal has', () => {
  it('go below the headings that they serve, and what is under them goes with them', () => {
    expect(
      depths(
        '# Welcome',
        '# Quays',
        '# How we will know',
        '## Counts',
        '# Cranes',
        '# How we will know',
        '# Ropes',
        '# How we will know'
      )
    ).toEqual([1, 1, 2, 3, 1, 2, 1, 2])
  })

  it('stay where several goals share one', () => {
    const one = ['# Quay one', '# Quay two', '# Quay three', '# How we will know']
    expect(
      depths(
        ...one,
        ...one.map((line) => line.replace('Quay', 'Crane')),
        ...one.map((line) => line.replace('Quay', 'Rope'))
      )
    ).toEqual(Array(12).fill(1))
  })

  it('stay where they are deeper already, and where they come back twice only', () => {
    expect(depths('# Quays', '## Why', '# Cranes', '## Why', '# Ropes', '## Why')).toEqual([1, 2, 1, 2, 1, 2])
    expect(depths('# Quays', '# Why', '# Cranes', '# Why')).toEqual([1, 1, 1, 1])
    expect(depths('# Goal 1: Quays', '# Why', '# Goal 2: Cranes', '# Why')).toEqual([1, 2, 1, 2])
  })

  it('a plan whose headings are all of one level keeps the measures of each goal', () => {
    const goal = (number: number, title: string, measure: string): string =>
      `# Ambition ${number}: ${title}\n\n# Our priorities\n\n- Mend the ${title.toLowerCase()}\n\n# What we will measure\n\n| Measure | By when |\n| --- | --- |\n| ${measure} | May 2031 |\n`
    const text = `# Harbour plan 2029-33\n\n${goal(1, 'Quays', 'Metres of quay mended')}\n${goal(2, 'Cranes', 'Cranes that pass their test')}\n${goal(3, 'Ropes', 'Ropes replaced')}`
    const lines = goalLines(text)
    expect(lines.filter((line) => line.trim().startsWith('measure'))).toHaveLength(3)
    expect(lines.filter((line) => line.startsWith('measure'))).toEqual([])
  })
})
