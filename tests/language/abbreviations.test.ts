import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {abbreviationsIn, shortForm} from '../../src/language/abbreviations.ts'

describe('abbreviationsIn', () => {
  it('learns what a text explains, either way round', () => {
    expect(
      abbreviationsIn(['Work with the Marlshire Youth Forum (MYF) and the MCG (Marlshire Carers Group).'])
    ).toEqual([
      {short: 'MCG', long: 'Marlshire Carers Group'},
      {short: 'MYF', long: 'Marlshire Youth Forum'}
    ])
  })

  it('passes over words between, small words, plurals and mixed case', () => {
    expect(abbreviationsIn(['support for Special Educational Needs and Disabilities (SEND)'])[0]?.long).toBe(
      'Special Educational Needs and Disabilities'
    )
    expect(abbreviationsIn(['Children in Care (CiC) council'])).toEqual([{short: 'CiC', long: 'Children in Care'}])
    expect(abbreviationsIn(['special guardianship orders (SGOs)'])).toEqual([
      {short: 'SGO', long: 'special guardianship orders'}
    ])
  })

  it('takes no remark in brackets for an abbreviation', () => {
    expect(abbreviationsIn(['Leads to be named (TBC). The board (LSCB) met (see page 4). We (THE) go'])).toEqual([])
    expect(shortForm('tbc')).toBe(false)
  })

  it('keeps the first explanation, and reads hostile text in bounded time', () => {
    expect(abbreviationsIn(['Road Safety (RS)', 'River Survey (RS)'])).toEqual([{short: 'RS', long: 'Road Safety'}])
    const started = process.cpuUsage().user
    abbreviationsIn(['('.repeat(50_000), `${'A '.repeat(50_000)}(AA)`, '(AB) '.repeat(20_000)])
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(2)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.array(fc.string()), (texts) => Array.isArray(abbreviationsIn(texts))))
  })

  it('takes no words after the long form for a part of it', () => {
    expect(
      abbreviationsIn(['The needs of pupils with Special Educational Needs and Disability are met (SEND).'])
    ).toEqual([])
    expect(abbreviationsIn(['Ask with the Strengths and Difficulties Questionnaire (SDQ).'])).toEqual([
      {short: 'SDQ', long: 'Strengths and Difficulties Questionnaire'}
    ])
  })
})
