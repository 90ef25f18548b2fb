import {describe, expect, it} from 'vitest'
import {withLearned} from '../../../../src/recognise/goals/lead-ins/learned.ts'
import {lexiconOf} from '../../../../src/recognise/lexicon.ts'
import {vocabulary} from '../../../../src/recognise/vocabulary.ts'

describe('lines that a plan makes its lead-ins', () => {
  it('may hold a hyphen', () => {
    const line = 'well-being comes first'
    expect(lexiconOf(withLearned(vocabulary, new Map([[line, 'actions']]))).leadInOf(line)).toBe('actions')
  })
})
