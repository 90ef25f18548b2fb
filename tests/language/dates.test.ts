import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findDates, readWhen} from '../../src/language/dates.ts'
import type {When} from '../../src/plan-tree/nodes.ts'

const shown = (when: When): string => {
  switch (when.kind) {
    case 'span':
      return `${when.from}..${when.to} ${when.grain}`
    case 'ongoing':
      return `ongoing${when.from ? ` from ${when.from}` : ''}`
    case 'recurring':
      return `every ${when.every}`
    default:
      return when.kind
  }
}

describe('what a date cell means', () => {
  it.each([
    ['autumn 2022', '2022-09-01..2022-11-30 season'],
    ['Autumn 2031', '2031-09-01..2031-11-30 season'],
    ['winter 2031/32', '2031-12-01..2032-02-29 season'],
    ['spring term 2032', '2032-01-01..2032-04-30 season'],
    ['Sept/Oct 2012', '2012-09-01..2012-10-31 month'],
    ['June/July 2012', '2012-06-01..2012-07-31 month'],
    ['31 august 2012', '2012-08-31..2012-08-31 day'],
    ['31st of August, 2012', '2012-08-31..2012-08-31 day'],
    ['Monday 4 March 2030', '2030-03-04..2030-03-04 day'],
    ['30 September 2012', '2012-09-30..2012-09-30 day'],
    ['Dec 2012', '2012-12-01..2012-12-31 month'],
    ['Sept. 2012', '2012-09-01..2012-09-30 month'],
    ['Sep-31', '2031-09-01..2031-09-30 month'],
    ["Nov '31", '2031-11-01..2031-11-30 month'],
    ['November, 2031', '2031-11-01..2031-11-30 month'],
    ['late 2022', '2022-09-01..2022-12-31 season'],
    ['early 2022', '2022-01-01..2022-04-30 season'],
    ['mid-2031', '2031-05-01..2031-08-31 season'],
    ['by the end of 2015', '2015-12-01..2015-12-31 month'],
    ['end 2015', '2015-12-01..2015-12-31 month'],
    ['end of March 2031', '2031-03-31..2031-03-31 day'],
    ['late September 2031', '2031-09-21..2031-09-30 month'],
    ['TBC (provisional date Sept/Oct 2012)', '2012-09-01..2012-10-31 month'],
    ['TBC', 'unread'],
    ['tbc', 'unread'],
    ['n/a', 'unread'],
    ['', 'unread'],
    ['Ongoing', 'ongoing'],
    ['on-going', 'ongoing'],
    ['Ongoing from April 2031', 'ongoing from 2031-04-01'],
    ['April 2031 onwards', 'ongoing from 2031-04-01'],
    ['2031 and beyond', 'ongoing from 2031-01-01'],
    ['Same as below', 'elsewhere'],
    ['as above', 'elsewhere'],
    ['See section 4', 'elsewhere'],
    ['every 12 weeks', 'every P12W'],
    ['every other week', 'every P2W'],
    ['Reviewed monthly in the short term', 'every P1M'],
    ['quarterly', 'every P3M'],
    ['Annually', 'every P1Y'],
    ['twice a year', 'every P6M'],
    ['six-monthly', 'every P6M'],
    ['each term', 'every P4M'],
    ['Q2 2023/24', '2023-07-01..2023-09-30 season'],
    ['Q4 2023/24', '2024-01-01..2024-03-31 season'],
    ['Quarter 1 (April to June) 2023-24', '2023-04-01..2023-06-30 season'],
    ['Q2 2023', '2023-04-01..2023-06-30 season'],
    ['third quarter of 2031', '2031-07-01..2031-09-30 season'],
    ['H1 2031', '2031-01-01..2031-06-30 season'],
    ['FY2020', '2019-10-01..2020-09-30 year'],
    ['FY 20', '2019-10-01..2020-09-30 year'],
    ['financial year 2023/24', '2023-04-01..2024-03-31 year'],
    ['2023/24', '2023-04-01..2024-03-31 year'],
    ['2023-24 academic year', '2023-09-01..2024-08-31 year'],
    ['academic year 2031/32', '2031-09-01..2032-08-31 year'],
    ['2022-26', '2022-01-01..2026-12-31 year'],
    ['2012 – 2015', '2012-01-01..2015-12-31 year'],
    ['2015 to 2019', '2015-01-01..2019-12-31 year'],
    ['2031', '2031-01-01..2031-12-31 year'],
    ['July 5, 2019', '2019-07-05..2019-07-05 day'],
    ['09/15/2031', '2031-09-15..2031-09-15 day'],
    ['15/09/2031', '2031-09-15..2031-09-15 day'],
    ['2031-09-15', '2031-09-15..2031-09-15 day'],
    ['22nd January 2021 until 12th March 2021', '2021-01-22..2021-03-12 day'],
    ['21-25 March 2031', '2031-03-21..2031-03-25 day'],
    ['November to March 2015', '2014-11-01..2015-03-31 month'],
    ['between July and November 2031', '2031-07-01..2031-11-30 month'],
    ['1 April 2011 - 31 March 2012', '2011-04-01..2012-03-31 day'],
    // No such day: the month is what is left to read.
    ['30 February 2031', '2031-02-01..2031-02-28 month'],
    ['Draft 3', 'unread'],
    ['within 3 months', 'unread'],
    ['Head of Service', 'unread'],
    ['May', 'unread']
  ])('%j', (words, meaning) => {
    expect(shown(readWhen(words))).toBe(meaning)
  })
})

describe('dates inside sentences', () => {
  it.each([
    ['Cut smoking to 12% or less by end of 2015', ['end of 2015 by']],
    ['The pool will open from April 2031.', ['April 2031 from']],
    ['By April 2031, all wards have one', ['April 2031 by']],
    ['On 31 March 2031 we had 522 boats', ['31 March 2031 in']],
    ['data as at 31 March 2031', ['31 March 2031 asAt']],
    ['Ferry panel will meet bi-monthly', ['bi-monthly every']],
    ['In 2011 there were 2,019 swans', ['2011 in']],
    [
      'A new board will be in place by September 2031, with others to follow by autumn 2032.',
      ['September 2031 by', 'autumn 2032 by']
    ],
    ['Team in place by September 31, then 15 more', ['September 31 by']],
    ['You may march in 12 parades', []],
    ['We will act by March', ['March by']],
    ['Deliver the River Strategy 2031-2035 and review for 2036', ['2031-2035', '2036 in']],
    ['Over 2000 people', []],
    ['Call 0300 2031 123', []],
    ['1001 days', []],
    ['Improve daily lives', []]
  ])('%j', (text, expected) => {
    expect(findDates(text).map(({value, relation}) => (relation ? `${value} ${relation}` : value))).toEqual(expected)
  })

  it('gives words that stand in the text, in order, apart, with a span that does not run backwards', () => {
    const part = fc.constantFrom(
      'by ',
      'June',
      '/',
      '2031',
      ' ',
      '31',
      'st',
      'to',
      '-',
      'end of ',
      'autumn',
      'Q2',
      'FY',
      ', ',
      'ongoing',
      'x',
      "'",
      '…',
      'TBC'
    )
    fc.assert(
      fc.property(fc.array(part, {maxLength: 14}), (parts) => {
        const text = parts.join('')
        let last = 0
        for (const {value, start, end, when} of findDates(text)) {
          expect(text.slice(start, end)).toBe(value)
          expect(start).toBeGreaterThanOrEqual(last)
          last = end
          if (when.kind === 'span') expect(when.from <= when.to).toBe(true)
        }
      })
    )
  })

  it.each([
    ['9'.repeat(100_000)],
    ['may '.repeat(25_000)],
    ['2031-'.repeat(20_000)],
    [' '.repeat(100_000)],
    ['every '.repeat(20_000)],
    ['end of the '.repeat(10_000)],
    ['June/'.repeat(20_000)]
  ])('is quick on hostile text', (text) => {
    const start = performance.now()
    findDates(text)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
