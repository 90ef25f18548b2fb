import fc from 'fast-check'
import type {Nodes} from 'mdast'
import {describe, expect, it} from 'vitest'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Run} from '../../src/source/types.ts'
import {linesOfBlocks} from '../support/block-lines.ts'
import {lettersIn, lettersOn, PrintedPage, read, sourceOf} from './printed-page.ts'

const words = [
  'every',
  'child',
  'family',
  'hub',
  'safe',
  'street',
  'nurse',
  'teacher',
  'plan',
  'visit',
  'home',
  'garden',
  'early',
  'help'
]
const word = fc.constantFrom(...words)
const sentence = fc.array(word, {minLength: 4, maxLength: 30}).map((all) => `${capital(all.join(' '))}.`)
const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

type Block =
  | {kind: 'heading'; text: string}
  | {kind: 'prose'; text: string}
  | {kind: 'list'; items: string[]}
  | {kind: 'table'; rows: string[][]}
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    text: fc.array(word, {minLength: 2, maxLength: 4}).map((all) => capital(all.join(' ')))
  }),
  fc.record({kind: fc.constant('prose' as const), text: sentence}),
  fc.record({kind: fc.constant('list' as const), items: fc.array(sentence, {minLength: 1, maxLength: 4})}),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc.array(fc.tuple(word.map(capital), sentence, word.map(capital)), {minLength: 2, maxLength: 4})
  })
)

interface Setting {
  font: string
  /** Over the usual size of page and letters. */
  scale: number
  furniture: boolean
}

/** Blocks set one below the other, on as many pages as they need. */
function printed(blocks: readonly Block[], {font, scale, furniture}: Setting): PrintedPage[] {
  const pages: PrintedPage[] = []
  const fresh = (): PrintedPage => {
    const page = new PrintedPage(pages.length + 1, 595 * scale, 842 * scale)
    pages.push(page)
    return page
  }
  let page = fresh()
  let y = 110
  const style = {font, size: 10}
  for (const each of blocks) {
    if (y > 560) {
      page = fresh()
      y = 110
    }
    if (each.kind === 'heading') y = page.prose(each.text, 50, y + 14, 490, {...style, size: 16, weight: 700}) + 6
    else if (each.kind === 'prose') y = page.prose(each.text, 50, y, 490, style) + 8
    else if (each.kind === 'list') {
      for (const text of each.items) {
        page.line('•', 60, y, style)
        y = page.prose(text, 72, y, 460, style) + 4
      }
      y += 6
    } else y = page.table(each.rows, [50, 150, 420, 540], y) + 26
  }
  if (furniture)
    for (const each of pages) {
      each.line('Arden Vale Borough', 50, 30, {...style, size: 8})
      each.line(`Page ${each.page.number} of ${pages.length}`, 280, 815, {...style, size: 8})
    }
  if (scale !== 1) for (const each of pages) enlarge(each, scale)
  return pages
}

function enlarge({page}: PrintedPage, scale: number): void {
  page.runs = page.runs.map(
    (run): Run => ({
      ...run,
      size: run.size * scale,
      baseline: run.baseline * scale,
      box: [run.box[0] * scale, run.box[1] * scale, run.box[2] * scale, run.box[3] * scale]
    })
  )
  page.rules = page.rules.map((rule) => ({
    ...rule,
    from: [rule.from[0] * scale, rule.from[1] * scale],
    to: [rule.to[0] * scale, rule.to[1] * scale]
  }))
}

const plain: Setting = {font: 'Sans', scale: 1, furniture: false}
const documents = fc.array(block, {minLength: 1, maxLength: 12})
const runs = {numRuns: 60}

describe('laws of layout', () => {
  it('puts every letter of the pages into the blocks or the furniture once', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (blocks, furniture) => {
        const source = sourceOf(...printed(blocks, {...plain, furniture}))
        expect(lettersIn(fromPages(source))).toBe(lettersOn(source))
      }),
      runs
    )
  })

  it('loses no letter of words thrown on a page', () => {
    const thrown = fc.record({
      text: word,
      x: fc.integer({min: 0, max: 560}),
      y: fc.integer({min: 10, max: 830}),
      size: fc.constantFrom(6, 10, 11, 24)
    })
    const rule = fc.tuple(
      fc.boolean(),
      fc.integer({min: 0, max: 590}),
      fc.integer({min: 0, max: 840}),
      fc.integer({min: 5, max: 300})
    )
    fc.assert(
      fc.property(fc.array(thrown, {maxLength: 60}), fc.array(rule, {maxLength: 30}), (all, rules) => {
        const page = new PrintedPage()
        for (const {text, x, y, size} of all) page.line(text, x, y, {size})
        for (const [level, x, y, length] of rules) level ? page.level(y, x, x + length) : page.upright(x, y, y + length)
        const source = sourceOf(page)
        expect(lettersIn(fromPages(source))).toBe(lettersOn(source))
      }),
      {numRuns: 150}
    )
  })

  it('gives every block boxes with an area, of words without any too', () => {
    const flat = fc.record({x: fc.integer({min: 40, max: 60}), y: fc.integer({min: 40, max: 60}), turn: fc.boolean()})
    fc.assert(
      fc.property(fc.array(flat, {minLength: 1, maxLength: 16}), (all) => {
        const page = new PrintedPage()
        for (const {x, y, turn} of all) {
          page.line('Outcome', x, y)
          const run = page.page.runs.at(-1)!
          run.box = turn ? [x, y - 4, x, y + 1] : [x, y, x + 30, y]
          if (turn) run.angle = 90
        }
        const check = (node: Nodes): void => {
          for (const {box} of node.data?.pages ?? []) expect(box && box[0] < box[2] && box[1] < box[3]).toBe(true)
          if ('children' in node) node.children.forEach(check)
        }
        check(fromPages(sourceOf(page)).tree)
      }),
      runs
    )
  })

  it('reads the same with furniture, in another font, on another size of page', () => {
    fc.assert(
      fc.property(documents, (blocks) => {
        const expected = read(...printed(blocks, plain))
        for (const setting of [
          {...plain, font: 'Serif'},
          {...plain, scale: 0.7},
          {...plain, scale: 1.4}
        ])
          expect(read(...printed(blocks, setting))).toEqual(expected)
        const pages = printed(blocks, {...plain, furniture: true})
        // Two pages do not tell a running head from a title.
        if (pages.length > 3) expect(read(...pages)).toEqual(expected)
      }),
      runs
    )
  })

  it('points every block into the reading text', () => {
    fc.assert(
      fc.property(documents, (blocks) => {
        const {tree, text} = fromPages(sourceOf(...printed(blocks, plain)))
        for (const node of tree.children) {
          const {start, end} = node.position ?? {}
          if (node.type !== 'paragraph' && node.type !== 'heading') continue
          expect(text.slice(start?.offset, end?.offset).replace(/\s+/g, ' ')).toBe(
            linesOfBlocks({tree: {type: 'root', children: [node]}})[0]!
              .replace(/^(?:#+|p) /, '')
              .replaceAll('*', '')
              .replaceAll(' / ', ' ')
          )
        }
      }),
      runs
    )
  })
})

describe('bounds', () => {
  it('reads 100,000 words on a page and 1,500 pages in a moment', () => {
    const crowded = new PrintedPage()
    for (let i = 0; i < 100_000; i += 1)
      crowded.page.runs.push({
        text: 'a',
        box: [(i % 400) * 1.4, Math.floor(i / 400) * 3.3, (i % 400) * 1.4 + 1, Math.floor(i / 400) * 3.3 + 2],
        baseline: Math.floor(i / 400) * 3.3 + 2,
        font: '',
        size: 2,
        weight: 400,
        italic: false
      })
    const began = performance.now()
    fromPages(sourceOf(crowded))
    const many = Array.from({length: 1_500}, (_, i) => {
      const page = new PrintedPage(i + 1)
      page.prose(Array.from({length: 60}, (__, k) => words[(i * 7 + k) % words.length]).join(' '), 50, 140, 450)
      return page
    })
    expect(fromPages(sourceOf(...many)).pages).toBe(1_500)
    expect(performance.now() - began).toBeLessThan(30_000)
  })
})
