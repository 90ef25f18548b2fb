/** `node tests/shots.ts [REPORT FOLDER]`: the pictures of the README, taken from the report of the sample archive. */
import {existsSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs'
import {join, resolve} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {createCanvas, loadImage} from '@napi-rs/canvas'
import {openPage, startBrowser} from './support/browser.ts'

interface Shot {
  name: string
  /** Page of the report: a path, or a folder and words that its file name holds. */
  page: string | readonly [folder: string, words: RegExp]
  /** Selector that is scrolled to the top. */
  at?: string
  /** Selector that is clicked first. */
  click?: string
  fill?: readonly [selector: string, words: string]
  width?: number
  height?: number
  dark?: boolean
}

const shots: readonly Shot[] = [
  {name: 'overview', page: 'index.html'},
  {name: 'plan', page: ['plans', /cypp.*final/], at: '#h-tree', click: '.tree .unit > div > .page[href^="#b/"]'},
  {name: 'changes', page: ['changes', /./], at: '#h-find', height: 1000},
  {name: 'change', page: ['changes', /./], at: '#h-list'},
  {name: 'overlaps', page: ['overlaps', /cypp.*west.*cypp/], at: '#h-mx', height: 1000},
  {name: 'pairs', page: ['overlaps', /cypp.*west.*cypp/], at: '#pairs'},
  {name: 'compare', page: ['compare', /cypp.*west.*cypp/], at: '#h-how', height: 760},
  {name: 'coverage', page: 'coverage.html', at: '#h-cov'},
  {name: 'gaps', page: ['gaps', /cypp.*final/], at: '#h-first'},
  {name: 'clusters', page: 'clusters.html', at: '#h-all'},
  {name: 'search', page: 'search.html', fill: ['#q', 'named worker'], height: 760},
  {name: 'methods', page: 'methods.html', height: 760},
  {name: 'changes-dark', page: ['changes', /./], at: '#h-list', dark: true},
  {name: 'changes-phone', page: ['changes', /./], at: '#h-find', width: 390, height: 780}
]

/** WebP quality: text stays sharp, a picture takes 30 to 80 kB. */
const quality = 78

const report = resolve(process.argv[2] ?? 'output')
const out = fileURLToPath(new URL('shots/', import.meta.url))
mkdirSync(out, {recursive: true})

function pathOf({page}: Shot): string | undefined {
  if (typeof page === 'string') return existsSync(join(report, page)) ? page : undefined
  const [folder, words] = page
  const names = existsSync(join(report, folder))
    ? readdirSync(join(report, folder)).filter((name) => name.endsWith('.html') && name !== 'index.html')
    : []
  const found = names.find((name) => words.test(name)) ?? names[0]
  return found && join(folder, found)
}

const browser = await startBrowser()
try {
  for (const shot of shots) {
    const path = pathOf(shot)
    if (!path) {
      process.stderr.write(`${shot.name}: the report has no such page\n`)
      continue
    }
    const {page} = await openPage(browser, pathToFileURL(join(report, path)).href, {
      viewport: {width: shot.width ?? 1280, height: shot.height ?? 860},
      colorScheme: shot.dark ? 'dark' : 'light'
    })
    if (shot.fill) {
      await page.fill(...shot.fill)
      await page.waitForSelector('#hits > li')
    }
    if (shot.at) await page.evaluate(`document.querySelector(${JSON.stringify(shot.at)})?.scrollIntoView()`)
    if (shot.click && (await page.locator(shot.click).count()) > 0) await page.locator(shot.click).first().click()
    await page.waitForTimeout(300)
    const picture = await loadImage(await page.screenshot())
    const canvas = createCanvas(picture.width, picture.height)
    canvas.getContext('2d').drawImage(picture, 0, 0)
    const bytes = canvas.encodeSync('webp', quality)
    writeFileSync(join(out, `${shot.name}.webp`), bytes)
    process.stdout.write(`${shot.name}.webp ${Math.round(bytes.length / 1000)} kB\n`)
    await page.context().close()
  }
} finally {
  await browser.close()
}
