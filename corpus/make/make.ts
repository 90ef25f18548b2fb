/**
 * Makes the sample archive: `node corpus/make/make.ts`. Prints the PDFs with Chromium, writes the tab-separated text, the list
 * of the documents with their digests, and the truth that the tests read. The same sources give the same files.
 */
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import chromium from '@sparticuz/chromium'
import {PDFParse} from 'pdf-parse'
import {type Browser, chromium as driver} from 'playwright-core'
import {documents, type Document} from './documents.ts'
import {htmlOf, type Layout, listed, type Pages} from './print.ts'
import {type Block, blocksOf, versionOf} from './source.ts'
import {tabbed} from './tabbed.ts'
import {truth} from './truth.ts'

const corpus = fileURLToPath(new URL('../', import.meta.url))

async function main(): Promise<void> {
  const browser = await driver.launch({executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu']})
  const sources = []
  for (const document of documents) {
    const path = `${corpus}${document.file}`
    if (document.layout) writeFileSync(path, await printed(browser, blocksFrom(document), document.layout))
    else if (document.source) writeFileSync(path, tabbed(blocksFrom(document)))
    const bytes = readFileSync(path)
    const pages = document.layout ? (await pageTexts(bytes)).length : 0
    const {file, title, publisher, status} = document
    sources.push({file, title, publisher, status, pages, sha256: createHash('sha256').update(bytes).digest('hex')})
  }
  await browser.close()
  writeFileSync(`${corpus}sources.json`, `${JSON.stringify(sources, null, 2)}\n`)
  writeFileSync(`${corpus}make/truth.json`, `${JSON.stringify(truth(), null, 1)}\n`)
}

function blocksFrom({source, version}: Document): Block[] {
  return blocksOf(versionOf(readFileSync(`${corpus}make/${source}`, 'utf8'), version ?? 'final'))
}

/** Printed twice: the first print tells on which page each heading of the contents stands. */
async function printed(browser: Browser, blocks: Block[], layout: Layout): Promise<Uint8Array> {
  const first = await print(browser, htmlOf(blocks, layout, new Map()))
  return print(browser, htmlOf(blocks, layout, found(listed(blocks), await pageTexts(first))))
}

async function print(browser: Browser, html: string): Promise<Uint8Array> {
  const page = await browser.newPage()
  await page.setContent(html)
  const bytes = await page.pdf({preferCSSPageSize: true, printBackground: true, tagged: true, outline: true})
  await page.close()
  return fixed(bytes)
}

/** The time of printing is the only thing in the file that changes from run to run. */
function fixed(bytes: Buffer): Uint8Array {
  return Buffer.from(bytes.toString('latin1').replace(/(Date \(D:)\d{14}/g, '$120250106090000'), 'latin1')
}

async function pageTexts(bytes: Uint8Array): Promise<string[]> {
  const parser = new PDFParse({data: new Uint8Array(bytes)})
  const {pages} = await parser.getText()
  await parser.destroy()
  return pages.map((page) => squeezed(page.text))
}

/** Every heading of the contents starts a page: of the pages that hold its words, the one that has them soonest is its own. */
function found(headings: string[], pages: string[]): Pages {
  return new Map(
    headings.map((heading) => {
      const places = pages.map((text) => (text.includes('Contents') ? -1 : text.indexOf(squeezed(heading).slice(0, 60))))
      const soonest = Math.min(...places.filter((place) => place >= 0))
      const page = places.indexOf(soonest)
      if (page < 0) throw new Error(`no page has the heading ${heading}`)
      return [heading, page + 1]
    })
  )
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

await main()
