import {posix} from 'node:path'
import {describe, expect, test} from 'vitest'
import {threadsOfEdits} from '../../../src/analyses/changes/versions.ts'
import {keepNothing, whole} from '../../../src/reports/contents.ts'
import {siteOf} from '../../../src/reports/html/context.ts'
import {changesFile, editsFile, gapsFile, overlapsFile, siteFiles, sitePages} from '../../../src/reports/html/site.ts'
import {matrixTable} from '../../../src/reports/tables/findings.ts'
import {elementsOf, idsOf, linksOf, parsePage} from '../../support/pages.ts'
import {hostileWords} from '../../support/sample-run/hostile-plan.ts'
import {sampleRun} from '../../support/sample-run/sample-run.ts'

const picture = {
  bytes: new Uint8Array([1, 2, 3]),
  type: 'image/webp',
  width: 1190,
  height: 1684,
  points: {width: 595, height: 842}
}
const files = siteFiles(sampleRun(), {pictures: (plan) => (plan.source.format === 'pdf' ? picture : undefined)})
const pages = [...files].flatMap(([path, text]) =>
  path.endsWith('.html') ? [{path, text: String(text), tree: parsePage(String(text))}] : []
)
const pageAt = (path: string) => pages.find((page) => page.path === path)!

describe('site', () => {
  test('holds a page of every kind', () => {
    const folders = new Set([...files.keys()].map((path) => path.split('/')[0]))
    for (const kind of [
      'index.html',
      'plans',
      'changes',
      'overlaps',
      'compare',
      'gaps',
      'coverage.html',
      'clusters.html',
      'search.html',
      'methods.html',
      'assets',
      'pictures'
    ])
      expect(folders).toContain(kind)
    expect(pages.filter(({path}) => path.startsWith('plans/'))).toHaveLength(5)
  })

  test('the same run gives the same bytes', () => {
    expect(siteFiles(sampleRun())).toEqual(siteFiles(sampleRun()))
  })

  test('every link leads to a file of the site, and to an anchor that is there', () => {
    const anchors = new Map(pages.map(({path, tree}) => [path, new Set(idsOf(tree))]))
    const broken: string[] = []
    for (const {path, tree} of pages) {
      for (const link of linksOf(tree)) {
        const [file = '', hash] = link.split('#')
        const target = file ? posix.join(posix.dirname(path), decodeURIComponent(file)) : path
        if (!files.has(target)) broken.push(`${path}: ${link}`)
        else if (hash && !anchors.get(target)?.has(decodeURIComponent(hash))) broken.push(`${path}: ${link}`)
      }
    }
    expect(broken).toEqual([])
  })

  test('ids are unique on each page', () => {
    for (const {path, tree} of pages) {
      const ids = idsOf(tree)
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        path
      ).toEqual([])
    }
  })

  test('hostile words are text: no element, attribute or address comes from a plan', () => {
    for (const {path, tree} of pages) {
      for (const {tagName, properties} of elementsOf(tree)) {
        if (tagName === 'script') expect(properties.src, path).toMatch(/assets\/(planlens|search|words-1)\.js$/)
        expect(tagName).not.toMatch(/^(iframe|object|embed|base|style)$/)
        expect(
          Object.keys(properties).filter((name) => /^on|^style$/i.test(name)),
          path
        ).toEqual([])
      }
      for (const link of linksOf(tree)) expect(link).not.toMatch(/^\s*(javascript|data|https?):/i)
      expect(
        elementsOf(tree).filter(({tagName}) => tagName === 'h1'),
        path
      ).toHaveLength(1)
    }
    expect(pageAt('index.html').text).toContain('&lt;script&gt;document.title')
  })

  test('the words of every unit stand on the page of its plan', () => {
    for (const plan of sampleRun().plans) {
      const page = pages.find(
        ({path, text}) =>
          path.startsWith('plans/') &&
          text.includes(
            plan.source.path
              .replaceAll('&', '&amp;')
              .replaceAll('<', '&lt;')
              .replaceAll('>', '&gt;')
              .replaceAll('"', '&quot;')
          )
      )
      expect(page, plan.source.path).toBeDefined()
    }
    const hostile = pages.find(({path, text}) => path.startsWith('plans/') && text.includes('a'.repeat(10_000)))
    expect(hostile).toBeDefined()
  })

  test('a chip leads to the frame around the words', () => {
    const plan = pages.find(({path}) => /plans\/.*room-to-grow-2026-30-final/.test(path))!
    expect(plan.text).toContain('href=#b/o1p1>')
    expect(plan.text).toMatch(/id="b\/o1p1"><rect x=69\.5 y=301\.5/)
    expect(plan.text).toContain('viewBox="0 0 595 842"')
  })

  test('figures agree: gaps on the overview and on the pages', () => {
    expect(pageAt('gaps/index.html').text).toContain('8 gaps in 5 files')
    expect(pageAt('index.html').text).toMatch(/<dt>gaps<dd>8<\/div>/)
  })

  test('an empty run is a page too', () => {
    const run = {
      ...sampleRun(),
      plans: [],
      pairs: [],
      failures: [],
      changes: [],
      overlaps: [],
      gaps: {plans: [], gaps: []},
      coverage: {plans: [], themes: [], cells: []},
      clusters: []
    }
    expect([...siteFiles(run).keys()].filter((path) => path.endsWith('.html'))).toEqual(['index.html', 'methods.html'])
  })
})

describe('single files', () => {
  const run = sampleRun()
  const texts = [
    changesFile(run.changes[0]!, run.plans),
    overlapsFile(run.overlaps[0]!, run.plans),
    gapsFile({plans: run.gaps.plans.slice(1, 2), gaps: run.gaps.gaps}, run.plans),
    editsFile([run.changes[0]!, run.changes[0]!], threadsOfEdits([run.changes[0]!, run.changes[0]!]), run.plans)
  ]

  test('gaps carry what a reviewer decided before', () => {
    const gaps = run.gaps.gaps.filter(({plan}) => plan === run.gaps.plans[1]!.id)
    const decided = gaps.map((gap, at) =>
      at === 0 ? {...gap, decision: {mark: 'ignored' as const, note: 'Known.'}} : gap
    )
    const text = gapsFile({plans: run.gaps.plans.slice(1, 2), gaps: decided}, run.plans)
    expect(text).toContain('<b>Decided before: ignored</b>, <q>Known.</q>')
    expect(text).toContain(' Decided before: 1 ignored.')
    expect(texts[2]).not.toContain('Decided before')
  })
  test('hold style and script, allow no other, and lead to nothing outside', () => {
    for (const text of texts) {
      const tree = parsePage(text)
      expect(linksOf(tree).filter((link) => !link.startsWith('#'))).toEqual([])
      expect(text).toMatch(/style-src 'sha256-/)
      expect(elementsOf(tree).filter(({tagName}) => tagName === 'style')).toHaveLength(1)
    }
    expect(texts[3]).toContain('Changed alike')
    expect(texts[0]).toContain(
      hostileWords[0].replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    )
  })
})

test('an archive of 1,000 plans is split over pages that each stay under 1 MB', () => {
  const run = sampleRun()
  const [, , plan] = run.plans
  const plans = Array.from({length: 1000}, (_, index) => {
    const digest = String(index).padStart(64, '0')
    const title = `Children and Young People’s Plan of borough number ${index}`
    return {...plan!, digest, title, authority: `Borough ${index % 173}`, source: {...plan!.source, digest}}
  })
  const ofAll = <Found extends {plan: string}>(found: readonly Found[]) =>
    plans.flatMap(({digest}) =>
      found.filter((each) => each.plan === plan!.digest).map((each) => ({...each, plan: digest}))
    )
  const coverage = {
    ...run.coverage,
    plans: plans.map(({digest, title}) => ({id: digest, title})),
    cells: ofAll(run.coverage.cells)
  }
  const large = {
    ...run,
    plans,
    coverage,
    gaps: {plans: [], gaps: ofAll(run.gaps.gaps)},
    pairs: [],
    changes: [],
    overlaps: [],
    clusters: []
  }
  const ofOnePlan = /^(?:plans|gaps)\/(?!index)|^assets\//
  const pages = [...sitePages(siteOf(large, {}))].filter(({path}) => !ofOnePlan.test(path))
  const texts = new Map(pages.map(({path, make}) => [path, String(whole(make(keepNothing)!))]))
  for (const kind of ['plans-7.html', 'gaps/index.html', 'coverage.html', 'search.html', 'methods.html'])
    expect([...texts.keys()]).toContain(kind)
  for (const [path, text] of texts) expect(Buffer.byteLength(text), path).toBeLessThan(1_000_000)
  const overview = [...texts].filter(([path]) => /^(?:index|plans-\d+)[.]html$/.test(path))
  const rows = overview.flatMap(([, text]) => [...text.matchAll(/borough number (\d+)/g)].map(([, number]) => number))
  expect(new Set(rows).size).toBe(1000)
})

test('a commitment of many plans shows the words of some, and says how many more there are', () => {
  const members = Array.from({length: 1052}, (_, n) => ({plan: `plan ${n}`, unit: 'outcome-1', text: `Words ${n}`}))
  const clusters = [{id: 'x', title: 'A home for all', members}]
  const page = String(siteFiles({...sampleRun(), clusters}).get('clusters.html'))
  expect(page).toContain('In 1,052 plans.')
  expect(page).toContain('Words 39')
  expect(page).not.toContain('Words 40')
  expect(page).toContain('1,012 more in clusters.json')
})

test('of thousands of files some of each cause are listed, the others are counted and stand in the data', () => {
  const sample = sampleRun()
  const failures = Array.from({length: 3000}, (_, n) => ({
    file: `broken/${n}.pdf`,
    code: n % 10 === 0 ? 'encrypted' : 'damaged',
    message: 'cannot be opened',
    advice: 'open it by hand'
  }))
  const plans = Array.from({length: 1500}, (_, n) => ({
    ...sample.plans[0]!,
    digest: n.toString(16).padStart(64, '0'),
    source: {...sample.plans[0]!.source, path: `plans/number-${n}.pdf`}
  }))
  const large = {plans, failures, pairs: [], changes: [], overlaps: []}
  const empty = {gaps: {plans: [], gaps: []}, coverage: {plans: [], themes: [], cells: []}}
  const pages = new Map([...sitePages(siteOf({...large, ...empty}, {}))].map(({path, make}) => [path, make]))
  const textOf = (path: string) => String(whole(pages.get(path)!(keepNothing)!))
  const methods = textOf('methods.html')
  expect(methods).toContain('1,500 files read: 1,500 pdf. 3,000 files not read: 300 encrypted and 2,700 damaged')
  expect(methods).toContain('number-199.pdf')
  expect(methods).not.toContain('number-200.pdf')
  expect(methods).toContain('data/plans.csv')
  expect(Buffer.byteLength(methods)).toBeLessThan(120_000)
  const index = textOf('index.html')
  expect(index.match(/broken\/\d+\.pdf/g)).toHaveLength(40)
  expect(index).toContain('300 encrypted, 2,700 damaged')
  expect(index).toContain('data/failures.csv')
})

test('plans that share most are listed with the words and the pages of what they share', () => {
  const sample = sampleRun()
  const [a, b] = [sample.plans[1]!, sample.plans[2]!]
  const words = (text: string, page: number) => ({unit: 'outcome-1', text, pages: [{page}]})
  const surest = [
    {band: 'same' as const, probability: 0.9, a: words('Dry <b>feet</b>', 4), b: words('Feet stay dry', 7)}
  ]
  const cell = {a: a.digest, b: b.digest, goals: [12, 9] as [number, number], same: 1, related: 2, surest}
  const matrix = {plans: 40, cells: [cell], leftOut: 25, lost: 2}
  const page = String(siteFiles({...sample, matrix}).get('closest.html'))
  expect(page).toContain('1 of the 780 pairs of 40 plans were compared goal by goal')
  expect(page).toContain('25 further pairs')
  expect(page).toContain('2 pairs could not be compared')
  expect(page).toContain('33 in 100')
  expect(page).toContain('Dry &lt;b&gt;feet&lt;/b&gt;')
  expect(page).toContain('p. 7')
  expect(siteFiles({...sample, matrix}).get('index.html')).toContain('closest.html')
  expect(siteFiles(sample).has('closest.html')).toBe(false)
  const table = matrixTable(siteOf({...sample, matrix}, {}))
  const row = Object.fromEntries(table.columns.map(({name}, at) => [name, table.rows[0]![at]]))
  expect(row).toMatchObject({shared: 3, same: 1, goals_a: 12, share: 0.333, text_a: 'Dry <b>feet</b>', page_b: 7})
})
