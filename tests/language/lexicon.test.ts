import {describe, expect, it} from 'vitest'
import {facetIndex, generalLexicon, joinLexicons, lexiconOf, termFinder, termToken} from '../../src/language/lexicon.ts'
import {wordsIn} from '../../src/language/stems.ts'

const find = (text: string, finder = termFinder(generalLexicon())) =>
  finder.find(wordsIn(text), text).map(({say, printed}) => [say, printed])

describe('termFinder', () => {
  it('reads equal words as one, whatever their number and case', () => {
    expect(find('Looked after children and young people leaving care')).toEqual([
      ['children in care', 'Looked after children'],
      ['care leavers', 'young people leaving care']
    ])
  })

  it('takes capitals only for capitals', () => {
    expect(find('Please send help to pupils with SEND')).toEqual([
      ['special educational needs and disabilities', 'SEND']
    ])
  })

  it("puts a plan's own abbreviation before the lexicon's", () => {
    const own = termFinder(generalLexicon(), [{short: 'PA', long: 'physical activity'}])
    expect(find('more PA in schools', own)).toEqual([['physical activity', 'PA']])
    expect(find('each has a PA')).toEqual([['personal adviser', 'PA']])
  })

  it('takes a single word as it stands, singular or plural', () => {
    expect(find('Foster links between schools')).toEqual([])
    expect(find('Fostering pays more')).toEqual([['foster care', 'Fostering']])
  })

  it('takes the longest term', () => {
    expect(find('education, employment and training')).toEqual([
      ['education, employment and training', 'education, employment and training']
    ])
  })
})

describe('generalLexicon', () => {
  const lexicon = generalLexicon()

  it('names a source of every term, and none that is not listed', () => {
    for (const term of lexicon.terms) expect(term.sources?.length, term.say).toBeGreaterThan(0)
  })

  it('reads no form as two terms', () => {
    const said = new Map<string, string>()
    for (const {say, equal} of lexicon.terms)
      for (const form of [say, ...equal]) {
        const key = /^[^a-z]+$/.test(form) ? form : termToken(form)
        expect(said.get(key) ?? say, `${form} is ${said.get(key)} and ${say}`).toBe(say)
        said.set(key, say)
      }
  })

  it('has an opposite only where that is a term', () => {
    const terms = new Set(lexicon.terms.map(({say}) => say))
    for (const {opposite} of lexicon.terms) if (opposite) expect(terms).toContain(opposite)
  })

  it('lets populations be near only those that there are', () => {
    const ids = new Set(lexicon.populations.map(({id}) => id))
    for (const {near} of lexicon.populations) for (const id of near) expect(ids).toContain(id)
  })
})

describe('lexiconOf', () => {
  it("adds a reader's own terms before the general ones", () => {
    const own = lexiconOf('terms:\n  - say: blue badge\n    equal: [parking permit, PEP]\n')
    const finder = termFinder(joinLexicons(generalLexicon(), own))
    expect(find('a parking permit and a PEP', finder)).toEqual([
      ['blue badge', 'parking permit'],
      ['blue badge', 'PEP']
    ])
  })

  it('says which entry is wrong', () => {
    expect(() => lexiconOf('terms:\n  - say: 3\n    equal: none\n')).toThrow('terms[0].equal is not a list')
    expect(() => lexiconOf('[]')).toThrow('terms, populations or themes')
  })

  it('adds words to a theme that is there', () => {
    const joined = joinLexicons(generalLexicon(), lexiconOf('themes:\n  - {id: care, words: [lodgings]}\n'))
    expect(facetIndex(joined).themes.get('lodg')).toEqual(['care'])
  })
})
