import {describe, expect, test} from 'vitest'
import {classify} from '../../../src/analyses/changes/classify.ts'

const verdict = (before: string, after: string, type = 'priority') =>
  classify(before, after, {type, title: false, status: false, isKnown: (word) => word !== 'diference'})

describe('editorial', () => {
  test.each([
    ['homes, schools and clubs', 'homes, schools, and clubs'],
    ['The diference is large.', 'The difference is large.'],
    ['We organise our selves.', 'We organise ourselves.'],
    ['Clubs, e.g. chess', 'Clubs, for example chess'],
    ['The text say so.', 'The text says so.'],
    ['a Virtual School teacher', 'a virtual school teacher'],
    ['Improve childrens services', "Improve children's services"],
    ['by 31 Dec. 2031', 'by 31 December 2031'],
    ['95 % of homes', '95% of homes'],
    ['We will stay, and we cannot say why.', "We'll stay, and we can't say why."],
    ['The four principles that guide us', 'The 4 principles that guide us'],
    ['Thirty-nine schools took part.', '39 schools took part.'],
    ['The Riverside Path Plan covers it.', 'The RPP covers it.'],
    ['Ask the PWs and the GKs first.', 'Ask the Path Wardens (PWs) and the Gate Keepers (GKs) first.'],
    ['Raise the return on planting (ROP).', 'Raise the ROP.'],
    ['It helped the newly-hired PWs.', 'It helped the newly hired Path Wardens.'],
    ['The United Parishes Path Service', 'The U.P. Path Service']
  ])('%s -> %s', (before, after) => {
    const {class: grade, facets, reason} = verdict(before, after)
    expect({grade, facets}).toEqual({grade: 'editorial', facets: []})
    expect(reason).not.toBe('')
  })
})

describe('substantive', () => {
  test.each([
    ['We will open a clinic.', 'We aim to open a clinic.', 'commitment'],
    ['Explore a new clinic.', 'Open a new clinic.', 'commitment'],
    ['Ensure that homes are warm.', 'Support homes to be warm.', 'commitment'],
    ['for all schools', 'for some schools', 'scope'],
    ['support for families', 'support for families who get a grant', 'scope'],
    ['Visit every parent.', 'Visit almost every parent.', 'scope'],
    ['Help young people to move.', 'Help young people in care to move.', 'scope'],
    ['Help families to move.', 'Help disabled families to move.', 'scope'],
    ['Results of 2021 were good.', 'Results of 2022 were good.', 'date'],
    ['Open by March 2031.', 'Open by June 2031.', 'date'],
    ['We report every two years.', 'We report every year.', 'date'],
    ['up to the age of 25', 'up to the age of 19', 'number'],
    ['led by the Young Voices Group', 'led by the Harbour Youth Assembly', 'name'],
    ['We will close the site.', 'We will not close the site.', 'meaning'],
    ['Encouraged for all parishes', 'Required for all parishes', 'commitment'],
    ['Paths Plan 2030', 'Paths Plan 2031', 'date'],
    ['as the Paths Act asks', 'as the Paths and Bridges Act of 2031 asks', 'name'],
    ['The Riverside Path Plan covers it.', 'The RPB covers it.', 'name'],
    ['Keep paths, e.g. the Riverside Path Plan, open.', 'Keep some paths, e.g. the RPP, open.', 'scope'],
    ['better life chances', 'the help they need', 'meaning']
  ])('%s -> %s: %s', (before, after, facet) => {
    const {class: grade, facets} = verdict(before, after)
    expect(grade).toBe('substantive')
    expect(facets).toContain(facet)
  })
  test('a measure that asks for less has its target changed', () => {
    expect(verdict('95% of babies are seen.', '90% of babies are seen.', 'measure').facets).toEqual([
      'target',
      'number'
    ])
  })
})

test('a place that is covered throughout is no date, a year is one and no amount', () => {
  expect(verdict('Mend paths throughout the valley.', 'Mend paths and gates.').facets).not.toContain('date')
  expect(verdict('The year 2031 is a time to mend.', 'This is a time to mend.').facets).toContain('date')
  expect(verdict('The year 2031 is a time to mend.', 'This is a time to mend.').facets).not.toContain('number')
})

test('a reason begins with the words, and says once with a capital how the scope changed', () => {
  const {reason} = verdict('Teach pupils.', 'Teach new skills, and only those, to most pupils.')
  expect(reason).not.toMatch(/“,|; (?:Widened|Narrowed)/)
})

test('words that changed places are said to stand elsewhere, a mark that gave way to words is not quoted', () => {
  expect(verdict('to guide well-kept paths and gates', 'to guide paths and well-kept gates').reason).toBe(
    '“well-kept” stands elsewhere in it.'
  )
  expect(verdict('Asked of parishes only.', 'Asked of parishes only, welcome from schools').reason).toBe(
    '“welcome from schools” is new.'
  )
})
