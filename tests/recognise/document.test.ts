import {describe, expect, it} from 'vitest'
import {documentFacts} from '../../src/recognise/document/document.ts'
import {blocksOfText} from '../support/documents.ts'

const facts = (text: string) => {
  const {titlePosition: _, ...rest} = documentFacts(blocksOfText(text))
  return rest
}

describe('what a document says about itself', () => {
  it('reads a cover in several lines', () => {
    expect(
      facts(
        'North Fenland\n\nNorth Fenland Children’s Trust\n\n# Children and Young People’s Plan\n\n2031-35\n\n## Contents\n\nForeword.....3\nAim 1.....5\nAim 2.....9\n\n## Foreword\n\nWe live in North Fenland, and across North Fenland children told us that the water is cold and that they like it anyway.\n'
      )
    ).toEqual({
      title: 'Children and Young People’s Plan 2031-35',
      authority: 'North Fenland',
      publisher: "North Fenland Children's Trust",
      period: {from: 2031, to: 2035},
      status: 'unstated',
      kind: "children and young people's plan"
    })
  })

  it.each([
    ['# Harbour Strategy 2031-34 Draft\n\nText.', 'draft'],
    ['# Harbour Strategy 2031-34\n\nConsultation draft\n\nText.', 'draft'],
    ['# Harbour Strategy 2031-34\n\nStatus: final, adopted on 2 May 2031\n\nText.', 'final'],
    ['# Harbour Strategy 2031-34\n\nApproved by the Harbour Board\n\nText.', 'final'],
    ['# Harbour Strategy 2031-34\n\nDRAFT\n\nText.\n\nDRAFT\n\nMore.', 'draft'],
    ['# Harbour Strategy 2031-34\n\nText about drafts: the draft bylaw goes to the board.', 'unstated']
  ])('status of %j', (text, status) => {
    expect(facts(text).status).toBe(status)
    expect(facts(text).title).toBe('Harbour Strategy 2031-34')
  })

  it.each([
    [
      '# Our key aims\n\nThis work of the last years covered these areas of our harbour strategy:\n\n- Boats',
      'Our key aims'
    ],
    ['Aims of the harbour\n\n(Approved 9 March 2031)\n\nText.', 'Untitled document']
  ])('a line that announces what follows, or says when it was approved, is no title: %j', (text, title) => {
    expect(facts(text).title).toBe(title)
  })

  it('a kind of plan is no more than its noun where only an article stands before it', () => {
    expect(facts('# Our Harbour: The Strategy\n\nText.').kind).toBe('strategy')
    expect(facts('# Our Harbour: Flood Strategy\n\nText.').kind).toBe('flood strategy')
  })

  it('a heading that no line speaks of as a place is none, and a body is called by more than what is done for it', () => {
    const text = '# Flood Plan 2031-35\n\n## Hedgerows\n\nText of banks.\n\n## Working for the Council\n\nText.'
    expect(facts(text)).toEqual({
      title: 'Flood Plan 2031-35',
      period: {from: 2031, to: 2035},
      status: 'unstated',
      kind: 'flood plan'
    })
  })

  it('takes the period from the body where the title has none, and never from an earlier plan', () => {
    const body =
      'We reviewed our last plan (2027-30) before we wrote this one. This plan runs from April 2031 to March 2035.'
    expect(facts(`# Tidewater Plan\n\n${body}`).period).toEqual({from: 2031, to: 2035})
  })

  it('is the same whatever marks the words carry', () => {
    const plain = facts(
      'Tidewater Council\n\nHarbour Strategy 2031-34\n\n2031-34\n\nForeword\n\nWe, in Tidewater, like boats and always have liked them, says the mayor of Tidewater.'
    )
    const marked = facts(
      '**Tidewater Council**\n\n# Harbour Strategy 2031–34\n\n2031–34\n\n#### **Foreword**\n\nWe, in Tidewater, like boats and always have liked them, says the mayor of Tidewater.'
    )
    expect({...marked, title: marked.title.replace('–', '-')}).toEqual(plain)
  })

  it('does not fail on a document without words to go by', () => {
    expect(facts('x')).toEqual({title: 'Untitled document', status: 'unstated'})
  })
})
