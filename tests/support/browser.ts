/** One Chromium for a test file: `@sparticuz/chromium`'s binary with flags of our own, driven by `playwright-core`. */
import chromiumBinary from '@sparticuz/chromium'
import {type Browser, chromium, type Page} from 'playwright-core'

/** Starts the browser. The caller closes it once, after all its pages. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? (await chromiumBinary.executablePath())
  return chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage']})
}

export interface Seen {
  page: Page
  /** Requests to anything but files and data. */
  network: string[]
  /** Files that were asked for and are not there. */
  missing: string[]
  /** Console errors and uncaught exceptions. */
  errors: string[]
}

/** A page that notes what it asks for and what goes wrong. Close with `seen.page.context().close()`. */
export async function openPage(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0] = {}
): Promise<Seen> {
  const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
  const page = await context.newPage()
  const seen: Seen = {page, network: [], missing: [], errors: []}
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url())) seen.network.push(request.url())
  })
  page.on('requestfailed', (request) => seen.missing.push(request.url()))
  page.on('console', (message) => {
    if (message.type() === 'error') seen.errors.push(message.text())
  })
  page.on('pageerror', (error) => seen.errors.push(error.message))
  await page.goto(url, {waitUntil: 'load'})
  return seen
}
