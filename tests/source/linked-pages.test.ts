import {mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {planFiles, readPlan, unitsOf} from '../../src/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-web-'))
})
afterEach(() => rmSync(folder, {recursive: true}))

const contents =
  '<nav><a href="index.html">Start</a> <a href="chapters/one.html">One</a> <a href="chapters/two.html">Two</a></nav>'
const back = '<a href="../index.html">Back to the contents</a>'

function page(name: string, title: string, body: string, site = 'Marlshire Council'): string {
  const path = join(folder, name)
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(
    path,
    `<!doctype html><html><head><title>${title} | ${site}</title></head><body><header><p>${site}</p></header>${body}</body></html>`
  )
  return path
}

const chapter = (label: string, words: string, links = back) =>
  `<main><h1>Young Marlshire Plan 2025-2028</h1><h2>${label}</h2><h3>Priorities</h3><ul><li>${words}</li></ul></main>${links}`

function plan(): string {
  // Two comes before one in the alphabet of nobody: the order is that of the contents.
  page(
    'chapters/two.html',
    'Outcome 2 - Young Marlshire Plan 2025-2028',
    chapter('Outcome 2: Children are well', 'Open four more family hubs')
  )
  page(
    'chapters/one.html',
    'Outcome 1 - Young Marlshire Plan 2025-2028',
    chapter('Outcome 1: Children are safe', 'Train every school in early help')
  )
  return page(
    'index.html',
    'Young Marlshire Plan 2025-2028',
    `<main><h1>Young Marlshire Plan 2025-2028</h1><p>What we promise.</p>${contents.replace(/nav>/g, 'div>')}</main>`
  )
}

const outline = async (path: string) =>
  unitsOf(await readPlan(path))
    .filter(({type}) => type === 'outcome' || type === 'priority')
    .map(({type, text}) => `${type} ${text}`)

test('a first page, the pages it links to and back are one plan, in the order of the contents', async () => {
  const first = plan()
  const whole = [
    'outcome Children are safe',
    'priority Train every school in early help',
    'outcome Children are well',
    'priority Open four more family hubs'
  ]
  expect(await outline(first)).toEqual(whole)
  expect(await outline(folder)).toEqual(whole)
  expect((await planFiles([folder])).files).toEqual([first])
  const read = await readPlan(first)
  expect(read.title).toBe('Young Marlshire Plan 2025-2028')
})

test('links are seen in pages of two bytes a letter and of names in capitals', async () => {
  const first = plan()
  const whole = await outline(first)
  const text = readFileSync(first, 'utf8')
  writeFileSync(first, Buffer.from(`\ufeff${text}`, 'utf16le'))
  expect(await outline(first)).toEqual(whole)
  renameSync(join(folder, 'chapters/one.html'), join(folder, 'chapters/one.HTM'))
  writeFileSync(first, text.replace('chapters/one.html', 'chapters/one.HTM'))
  expect(await outline(first)).toEqual(whole)
})

test('the document has the digest of all its pages: a change in a chapter is a change of the plan', async () => {
  const first = plan()
  const before = (await readPlan(first)).digest
  page(
    'chapters/two.html',
    'Outcome 2 - Young Marlshire Plan 2025-2028',
    chapter('Outcome 2: Children are well', 'Open five more family hubs')
  )
  expect((await readPlan(first)).digest).not.toBe(before)
})

test('a chain of next links is followed', async () => {
  page(
    'three.html',
    'Outcome 3 - Young Marlshire Plan 2025-2028',
    chapter('Outcome 3: Children are heard', 'Ask every class', '<a href="two.html">Previous</a>')
  )
  page(
    'two.html',
    'Outcome 2 - Young Marlshire Plan 2025-2028',
    chapter(
      'Outcome 2: Children are well',
      'Open four hubs',
      '<a href="index.html">Previous</a><a rel="next" href="three.html">Next</a>'
    )
  )
  const first = page(
    'index.html',
    'Young Marlshire Plan 2025-2028',
    `<main><h1>Young Marlshire Plan 2025-2028</h1><a rel="next" href="two.html">Next</a></main>`
  )
  expect((await planFiles([folder])).files).toEqual([first])
  expect(await outline(first)).toHaveLength(4)
})

test('a list of plans, each a page of its own, is no plan', async () => {
  page('index.html', 'Our plans and strategies', `<main><h1>Our plans and strategies</h1>${contents}</main>`)
  page(
    'chapters/one.html',
    'Housing Strategy 2025',
    chapter('Outcome 1: Homes', 'Build homes').replaceAll('Young Marlshire Plan 2025-2028', 'Housing Strategy 2025')
  )
  page(
    'chapters/two.html',
    'Transport Plan 2026',
    chapter('Outcome 1: Roads', 'Mend roads').replaceAll('Young Marlshire Plan 2025-2028', 'Transport Plan 2026')
  )
  expect((await planFiles([folder])).files).toHaveLength(3)
})

test('nothing outside the folder is followed, nor a link that is a symbolic one', async () => {
  plan()
  const outside = mkdtempSync(join(tmpdir(), 'planlens-else-'))
  writeFileSync(
    join(outside, 'secret.html'),
    '<title>Young Marlshire Plan 2025-2028</title><a href="index.html">x</a><p>secret words</p>'
  )
  symlinkSync(join(outside, 'secret.html'), join(folder, 'secret.html'))
  const first = page(
    'index.html',
    'Young Marlshire Plan 2025-2028',
    `<main><h1>Young Marlshire Plan 2025-2028</h1><a href="../${outside.split('/').at(-1)}/secret.html">a</a><a href="secret.html">b</a><a href="/etc/x.html">c</a><a href="%00.html">d</a><a href="%E0%A4%A.html">e</a><a href="https://example.org/x.html">f</a></main>`
  )
  expect(JSON.stringify(await readPlan(first))).not.toContain('secret words')
  rmSync(outside, {recursive: true})
})

test('a folder without a first page says so', async () => {
  await expect(readPlan(folder)).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('index.html')
  })
})
