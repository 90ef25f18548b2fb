import {describe, expect, it} from 'vitest'
import {withLearned} from '../../src/recognise/goals/learned-lead-ins.ts'
import {lexiconOf} from '../../src/recognise/lexicon.ts'
import {vocabulary} from '../../src/recognise/vocabulary.ts'

describe('lines that a plan makes its lead-ins', () => {
  it('may hold any sign that means something in a pattern', () => {
    const line = 'outcome 4 - well-being (and more) / what we expect'
    expect(() => lexiconOf(withLearned(vocabulary, new Map([[line, 'priorities']]))).leadInOf(line)).not.toThrow()
  })
})
