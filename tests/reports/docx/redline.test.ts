import {strFromU8, unzipSync} from 'fflate'
import {describe, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import {printed, redlineOf, separator} from '../../../src/analyses/changes/redline.ts'
import {statementsOf} from '../../../src/analyses/changes/statements.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {planBookmark, redlineDocx} from '../../../src/reports/docx/redline.ts'
import {draft, final, outcome, plan, priority} from '../../analyses/changes/drafts.ts'
import {longPlan} from '../../bench/long-plan.ts'
import {faultsOf} from './markup.ts'
import {trackedText} from './read-back.ts'

const linesOf = (plan: Plan): string[] => {
  const statements = statementsOf(plan)
  const text = statements.map((each, at) => printed(each) + separator(statements, at)).join('')
  return text.split('\n').filter((line) => line !== '')
}
const docxOf = (before: Plan, after: Plan, date?: string) =>
  redlineDocx(findChanges(before, after), redlineOf(before, after), date ? {date} : {})

/** Control letters, markup and a lone half of a pair among the words. */
const hostile = (digest: string): Plan =>
  plan(digest, [
    outcome(
      '1',
      `Quays <b>&amp; \u0001 locks \uD800 ${digest}`,
      priority(`Sweep "them" ]]> \u000B ${digest} daily, at dawn.`)
    )
  ])

describe('a Word file with tracked changes', () => {
  for (const [name, [before, after]] of Object.entries({
    'draft to final': [draft, final],
    'final to draft': [final, draft],
    'the same twice': [draft, draft],
    'a plan of 300 units': longPlan(300)
  }) as [string, [Plan, Plan]][])
    test(`${name}: accepted it is the new draft, rejected the old one`, () => {
      const docx = docxOf(before, after)
      expect(trackedText(docx, 'accept', planBookmark)).toEqual(linesOf(after))
      expect(trackedText(docx, 'reject', planBookmark)).toEqual(linesOf(before))
    })

  test.each([
    ['draft to final', draft, final],
    ['final to draft', final, draft],
    ['300 units', ...longPlan(300)],
    ['words that are no XML', hostile('a'), hostile('b')]
  ] as [string, Plan, Plan][])('%s: built as Word demands', (_, before, after) => {
    const parts = unzipSync(docxOf(before, after, '2030-05-01T00:00:00Z'))
    expect(faultsOf(strFromU8(parts['word/document.xml']!))).toEqual([])
  })

  test('a fault of each kind is seen', () => {
    const body = (inner: string) => `<w:document xmlns:w="w"><w:body>${inner}<w:p/></w:body></w:document>`
    const ins = (id: number) => `<w:ins w:id="${id}" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins>`
    expect(faultsOf(body(`<w:p>${ins(1)}${ins(2)}</w:p>`))).toEqual([])
    for (const [inner, fault] of [
      [`<w:p>${ins(1)}${ins(1)}</w:p>`, 'id 1 is given 2 times'],
      ['<w:p><w:r/></w:p>', 'an empty run'],
      ['<w:p><w:del w:id="1" w:author="A"><w:r><w:t>x</w:t></w:r></w:del></w:p>', 'w:t in w:del'],
      ['<w:p><w:r><w:t> x</w:t></w:r></w:p>', 'w:t loses its spaces'],
      ['<w:p><w:moveFromRangeStart w:id="1" w:name="m"/></w:p>', 'w:moveFromRangeStart m has no counterpart'],
      ['<w:p><w:pPr><w:rPr/><w:pStyle/></w:pPr></w:p>', 'w:pPr: w:rPr,w:pStyle out of order']
    ] as const)
      expect(faultsOf(body(inner))).toEqual([fault])
  })

  test('a sentence cut in two keeps its words: only the cut is tracked', () => {
    const cut = redlineOf(draft, final).filter(({runs}) => runs.some(({text}) => text.includes('debts')))
    expect(cut.flatMap(({runs}) => runs.filter(({mark}) => mark === '=').map(({text}) => text)).join('')).toContain(
      'Offer advice on debts'
    )
  })

  test('moved words are tracked as a move', () => {
    const xml = strFromU8(unzipSync(docxOf(draft, final))['word/document.xml']!)
    expect(xml).toMatch(/<w:moveFrom [^>]*><w:r><w:t [^>]*>[^<]*swimming/)
    expect(xml).toMatch(/<w:moveTo [^>]*><w:r><w:t [^>]*>[^<]*swimming/)
  })

  test('changes name their author, and a day only where one is given', () => {
    const xml = (date?: string) => strFromU8(unzipSync(docxOf(draft, final, date))['word/document.xml']!)
    expect(xml()).toMatch(/<w:ins w:id="\d+" w:author="Planlens">/)
    expect(xml('2030-05-01T00:00:00Z')).toMatch(/<w:ins w:id="\d+" w:author="Planlens" w:date="2030-05-01T00:00:00Z">/)
  })

  test('the table in front is not tracked', () => {
    const xml = strFromU8(unzipSync(docxOf(draft, final))['word/document.xml']!)
    expect(xml.slice(0, xml.indexOf(planBookmark))).not.toMatch(/<w:(ins|del|moveFrom|moveTo) /)
  })

  test('the same drafts give the same bytes', () => {
    expect(docxOf(draft, final)).toEqual(docxOf(draft, final))
  })
})
