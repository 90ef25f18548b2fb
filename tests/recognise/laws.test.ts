import fc from 'fast-check'
import type {Root, RootContent} from 'mdast'
import {describe, expect, test} from 'vitest'
import type {Blocks} from '../../src/blocks/types.ts'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import {explain, explanationLine} from '../../src/recognise/explain.ts'
import {recognise} from '../../src/recognise/recognise.ts'
import {extendVocabulary} from '../../src/recognise/vocabulary.ts'

const source = {path: 'made-up', format: 'markdown', digest: '0', pages: 0} as const

function read(children: RootContent[], vocabulary?: Parameters<typeof extendVocabulary>[0]) {
  const tree: Root = {type: 'root', children}
  const blocks: Blocks = {tree, text: '', furniture: [], pages: 0, warnings: []}
  return recognise(blocks, {source, ...(vocabulary ? {vocabulary: extendVocabulary(vocabulary)} : {})})
}

const phrases = [
  'Outcome 1: Everyone has a home',
  'Outcome 2 – People feel safe',
  'Outcome 1 – Continued',
  'Goal 3',
  'What we will do',
  'How will we know?',
  'Why this matters: rents rose by a fifth.',
  'Lead: Head of Housing and Chief Nurse',
  'You said',
  'Open a night shelter by May 2031.',
  'More people keep their tenancy.',
  'Our priorities are:',
  'Governance',
  'Contents',
  'Glossary',
  'Summary of our plan',
  'The board meets each quarter',
  '1.1 Build on the old dairy site',
  '90% of repairs done in 20 days',
  'National policy has three aims:'
]
const phrase = fc.constantFrom(...phrases)
const words = (value: string) => [{type: 'text' as const, value}]
const paragraph = phrase.map((value): RootContent => ({type: 'paragraph', children: words(value)}))
const bold = phrase.map(
  (value): RootContent => ({type: 'paragraph', children: [{type: 'strong', children: words(value)}]})
)
const heading = fc
  .tuple(phrase, fc.integer({min: 1, max: 6}))
  .map(([value, depth]): RootContent => ({type: 'heading', depth: depth as 1, children: words(value)}))
const list = fc.tuple(fc.array(phrase, {minLength: 1, maxLength: 4}), fc.boolean()).map(
  ([entries, ordered]): RootContent => ({
    type: 'list',
    ordered,
    children: entries.map((value) => ({type: 'listItem', children: [{type: 'paragraph', children: words(value)}]}))
  })
)
const headers = [
  'Ref',
  'Action',
  'Milestone',
  'Measure of success',
  'Lead',
  'By when',
  'Outcome',
  'Why',
  'RAG',
  'Thing'
]
const table = fc
  .tuple(
    fc.subarray(headers, {minLength: 2, maxLength: 5}),
    fc.array(fc.array(fc.oneof(phrase, fc.constant('')), {minLength: 5, maxLength: 5}), {minLength: 1, maxLength: 4})
  )
  .map(
    ([header, rows]): RootContent => ({
      type: 'table',
      children: [header, ...rows.map((row) => row.slice(0, header.length))].map((row) => ({
        type: 'tableRow',
        children: row.map((value) => ({type: 'tableCell', children: words(value)}))
      }))
    })
  )
const document = fc.array(fc.oneof(paragraph, bold, heading, list, table), {maxLength: 14})

/** Every word of the blocks, header rows apart: their words name the columns. */
function wordsOfBlocks(children: RootContent[]): string[] {
  const found: string[] = []
  const visit = (node: {type: string; value?: string; children?: unknown[]}, skip: boolean): void => {
    if (node.type === 'text' && !skip) found.push(...(node.value!.match(/[\p{L}\p{N}]+/gu) ?? []))
    node.children?.forEach((child, at) => {
      visit(child as typeof node, skip || (node.type === 'table' && at === 0))
    })
  }
  for (const child of children) visit(child as never, false)
  return found
}

describe('laws of recognising', () => {
  test('any document gives a sound tree, the same one each time', () => {
    fc.assert(
      fc.property(document, (children) => {
        const plan = read(children)
        assertPlan(plan)
        expect(JSON.parse(JSON.stringify(plan))).toEqual(plan)
        expect(read(children)).toEqual(plan)
      }),
      {numRuns: 150}
    )
  })

  test('no word is lost', () => {
    fc.assert(
      fc.property(document, (children) => {
        const kept = new Set(
          JSON.stringify(read(children).children)
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? []
        )
        const lost = wordsOfBlocks(children).filter((word) => !kept.has(word.toLowerCase()))
        // the label of a continued page and the label of a facet name what the node is
        expect(lost.filter((word) => !/^(?:why|this|matters|lead|aims?|continued)$/i.test(word))).toEqual([])
      }),
      {numRuns: 150}
    )
  })

  test('a number in a cell that the reference column does not say stays in the title', () => {
    const row = (...values: string[]) => ({
      type: 'tableRow' as const,
      children: values.map((value) => ({type: 'tableCell' as const, children: words(value)}))
    })
    const plan = read([
      {
        type: 'table',
        children: [
          row('Ref', 'Outcome', 'Lead'),
          row('7', 'Outcome 2 – People feel safe', 'Police'),
          row('3', 'Outcome 3 – Warm homes', 'Housing')
        ]
      }
    ])
    expect(plan.children.map((node) => ('title' in node ? node.title : ''))).toEqual([
      'Outcome 2 – People feel safe',
      'Warm homes'
    ])
  })

  test('a user may name a level of their own', () => {
    const page = (label: string): RootContent[] => [
      {type: 'heading', depth: 2, children: words(`${label} 1: Warm homes`)},
      {type: 'paragraph', children: words('What we will do:')},
      {
        type: 'list',
        children: [{type: 'listItem', children: [{type: 'paragraph', children: words('Insulate every loft.')}]}]
      },
      {type: 'heading', depth: 2, children: words(`${label} 2: Clean air`)},
      {type: 'paragraph', children: words('What we will do:')},
      {type: 'list', children: [{type: 'listItem', children: [{type: 'paragraph', children: words('Plant a hedge.')}]}]}
    ]
    const plan = read(page('Beacon'), {levels: ['beacon']})
    expect(plan.children.map((node) => ('label' in node ? node.label : node.type))).toEqual(['Beacon 1', 'Beacon 2'])
  })

  test('explain names the rule and what it beat', () => {
    const plan = read([
      {type: 'heading', depth: 2, children: words('Outcome 1: Warm homes')},
      {type: 'paragraph', children: words('What we will do:')},
      {
        type: 'list',
        children: [{type: 'listItem', children: [{type: 'paragraph', children: words('Insulate every loft.')}]}]
      }
    ])
    const [found] = explain(plan, 'every loft')
    expect(found).toMatchObject({id: 'outcome-1/action-1', rule: 'priorities/list', within: 'Warm homes'})
    expect(explain(plan, 'outcome-1')[0]?.rule).toBe('outcomes/labelled-heading')
    expect(explanationLine(found!)).toContain('made by priorities/list')
  })
})
