/** The site in a browser, opened from disk as its readers do. */
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Browser, Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {changesFile, siteFiles} from '../../src/reports/html/site.ts'
import {openPage, startBrowser} from '../support/browser.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A page drawn as SVG: what the frames must cover is known by construction. */
const drawn = (words: readonly (readonly [number, number, number, number])[]) =>
  new TextEncoder().encode(
    `<svg xmlns="http://www.w3.org/2000/svg" width="595" height="842" viewBox="0 0 595 842"><rect width="595" height="842" fill="#fff"/>${words
      .map(
        ([left, top, right, bottom]) =>
          `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="#000"/>`
      )
      .join('')}</svg>`
  )

const run = sampleRun()
const folder = mkdtempSync(join(tmpdir(), 'planlens-site-'))
const files = siteFiles(run, {
  pictures: (plan, page) =>
    plan.source.format === 'pdf'
      ? {bytes: drawn(page === 3 ? [[72, 304, 520, 324]] : []), type: 'image/svg+xml', width: 595, height: 842}
      : undefined
})
files.set('single.html', changesFile(run.changes[0]!, run.plans))

/** One page of every kind. */
const kinds = [...files.keys()].filter(
  (path) => path.endsWith('.html') && !/^plans\/(?!.*final|svg)|^gaps\/(?!.*final|index)/.test(path)
)
const address = (path: string) => pathToFileURL(join(folder, path)).href

let browser: Browser
beforeAll(async () => {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), content)
  }
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, {recursive: true, force: true})
})

/** What axe finds wrong; in the dark only what colours can do. */
async function violations(page: Page, runOnly: readonly string[]): Promise<string[]> {
  const options = {
    preload: false,
    runOnly: runOnly.length > 1 ? {type: 'tag', values: runOnly} : {type: 'rule', values: runOnly}
  }
  const found = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as {
    violations: {id: string; nodes: {html: string}[]}[]
  }
  return found.violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html.slice(0, 160)}`))
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** How far the page itself scrolls sideways, in CSS pixels. */
const sideways = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'))

describe.each(kinds)('%s', (path) => {
  test('opens from disk: no request, no error, no barrier, light and dark', async () => {
    const seen = await openPage(browser, address(path), {bypassCSP: true})
    await seen.page.evaluate(axe)
    expect(await violations(seen.page, standards), 'light').toEqual([])
    await seen.page.emulateMedia({colorScheme: 'dark'})
    expect(await violations(seen.page, ['color-contrast']), 'dark').toEqual([])
    expect([seen.network, seen.missing, seen.errors]).toEqual([[], [], []])
    expect(await seen.page.title()).not.toBe('run')
    await seen.page.context().close()
  })

  test('fits a phone and a wide screen, and reads without scripts', async () => {
    const seen = await openPage(browser, address(path), {viewport: {width: 320, height: 700}, javaScriptEnabled: true})
    expect(await sideways(seen.page)).toBeLessThanOrEqual(0)
    await seen.page.setViewportSize({width: 1920, height: 1000})
    expect(await sideways(seen.page)).toBeLessThanOrEqual(0)
    const words = await seen.page.locator('main').textContent()
    await seen.page.context().close()
    const bare = await openPage(browser, address(path), {javaScriptEnabled: false})
    const still = await bare.page.locator('main').textContent()
    expect(still!.length).toBeGreaterThan(words!.length * 0.8)
    expect(bare.errors).toEqual([])
    await bare.page.context().close()
  })
})

const find = (pattern: RegExp): string => kinds.find((path) => pattern.test(path))!

describe('controls', () => {
  test('filters narrow by keyboard, and say how many are left', async () => {
    const {page} = await openPage(browser, address(find(/^changes/)))
    await page.getByRole('checkbox', {name: 'editorial'}).focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.locator('#shown').textContent()).toBe('3 of 9 changes shown')
    await page.getByRole('button', {name: 'Show all'}).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.locator('#shown').textContent()).toBe('9 of 9 changes shown')
    await page.context().close()
  })

  test('decisions are kept in the browser', async () => {
    const {page} = await openPage(browser, address(find(/^changes/)))
    await page.locator('[id="c/c1"]').getByRole('radio', {name: 'Accepted'}).check()
    await expect.poll(() => page.locator('#decided').textContent()).toBe('1 accepted, 0 ignored, 8 open')
    await page.reload()
    expect(await page.locator('[id="c/c1"]').getByRole('radio', {name: 'Accepted'}).isChecked()).toBe(true)
    await page.context().close()
  })

  test('side by side shows both sides, without scripts too', async () => {
    const {page} = await openPage(browser, address(find(/^changes/)), {javaScriptEnabled: false})
    const sides = page.locator('[id="c/c2"] .sides')
    expect(await sides.isVisible()).toBe(false)
    await page.getByRole('radio', {name: 'Side by side'}).check()
    expect(await sides.isVisible()).toBe(true)
    await page.context().close()
  })

  test('search finds words and what is near them, and leads there', async () => {
    const {page} = await openPage(browser, address('search.html'))
    await page.getByRole('searchbox').fill('appointm weeks')
    await page.getByRole('button', {name: 'Search'}).click()
    const hit = page.locator('#hits > li').first()
    expect(await hit.textContent()).toContain('First appointment within four weeks')
    expect(await hit.textContent()).toContain('near in meaning')
    await hit.locator('a').first().click()
    await page.waitForURL(/plans\/.*#o1p1$/)
    await page.goBack()
    await page.getByRole('searchbox').fill('firm ground west')
    await expect.poll(() => page.locator('#hits > li').first().textContent()).toMatch(/^plan .*Firm Ground/)
    await page.context().close()
  })

  test('a chip scrolls the page pictures to the framed words, and the frame covers them', async () => {
    const {page} = await openPage(browser, address(find(/^plans\/.*final/)), {viewport: {width: 1400, height: 900}})
    await page.locator('a[href="#b/o1p1"]').click()
    const frame = page.locator('[id="b/o1p1"]')
    expect(await frame.getAttribute('class')).toContain('on')
    const [box, picture] = [
      await frame.locator('rect').first().boundingBox(),
      await page.locator('#page-3 img').boundingBox()
    ]
    const scale = picture!.width / 595
    expect(box!.y - picture!.y).toBeLessThanOrEqual(304 * scale)
    expect(box!.y + box!.height - picture!.y).toBeGreaterThanOrEqual(324 * scale)
    expect(box!.x - picture!.x).toBeLessThanOrEqual(72 * scale)
    expect(box!.x + box!.width - picture!.x).toBeGreaterThanOrEqual(520 * scale)
    await page.context().close()
  })

  test('a link into a closed fold opens it', async () => {
    const {page} = await openPage(browser, `${address('coverage.html')}#${encodeURIComponent('w-mind')}`)
    expect(await page.locator('#w-mind details').getAttribute('open')).not.toBe(null)
    await page.context().close()
  })
})

test('prints as a tagged PDF with every fold open', async () => {
  const {page} = await openPage(browser, address(find(/^changes/)))
  const pdf = Buffer.from(await page.pdf({format: 'A4', tagged: true, preferCSSPageSize: true}))
  expect(pdf.includes('/StructTreeRoot')).toBe(true)
  expect(pdf.includes('/MarkInfo')).toBe(true)
  await page.context().close()
})
