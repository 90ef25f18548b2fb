/**
 * A plan on the web is often a folder of pages: a first page with the contents, and a page for each chapter. Pages are one
 * document when the first links to them (or each to the next), they link back, and all print the same document title.
 */
import {lstat, readFile} from 'node:fs/promises'
import {dirname, isAbsolute, join, normalize, relative, sep} from 'node:path'
import {declaredEncoding, formatOf} from './format.ts'
import {decodeText} from './text.ts'

/** One page of the document, with its bytes as they are on disk. */
export interface WebPage {
  path: string
  bytes: Uint8Array
  html: string
}

/** A plan with more chapters is not known; a site's archive has thousands of pages. */
const mostPages = 100
/** Bytes of one page of words; pages with pictures inside are larger and still fit. */
const mostBytes = 8 << 20
/** Names that a folder's first page has; else it is the page that the others link back to. */
const firstNames = ['index.html', 'index.htm', 'default.html', 'contents.html']

/** What a title calls a document, as against the name of a site or of a section of one. */
const documentNoun =
  /\b(?:plan|strategy|strategies|framework|programme|program|priorities|charter|vision|agenda|roadmap|pledge|commitments?)\b/i

/** The pages that follow this one, in their order; none when it stands for itself. `bytes` are the first page's. */
export async function pagesAfter(path: string, bytes: Uint8Array): Promise<WebPage[]> {
  if (!mayLink(bytes)) return []
  const folder = dirname(path)
  const first = webPage(normalize(path), bytes)
  const pages: WebPage[] = [first]
  const seen = new Set([first.path])
  // The contents give the order; a chain of 'next' links goes on from the last page of it.
  for (let at = 0; at < pages.length && pages.length < mostPages; at++) {
    const links = at === 0 ? linksOf(first, folder) : nextOf(pages[at]!, folder)
    for (const link of links) {
      if (seen.has(link) || pages.length >= mostPages) continue
      seen.add(link)
      const page = await openPage(link)
      if (page && isChapter(page, pages)) pages.push(page)
    }
  }
  return pages.slice(1)
}

/** The folder's first page: by its name. Undefined when there is none. */
export async function firstPageIn(folder: string): Promise<string | undefined> {
  for (const name of firstNames) {
    const found = await lstat(join(folder, name)).catch(() => undefined)
    if (found?.isFile()) return join(folder, name)
  }
  return undefined
}

/** Of HTML files, those that another one of them holds as a chapter. */
export async function chaptersAmong(paths: readonly string[]): Promise<Set<string>> {
  const chapters = new Set<string>()
  for (const path of startsFirst(paths)) {
    if (chapters.has(normalize(path))) continue
    const bytes = await htmlIn(path)
    if (bytes) for (const chapter of await pagesAfter(path, bytes)) chapters.add(chapter.path)
  }
  return chapters
}

/** First pages by name before others, so that no chapter takes the first page for a chapter of its own. */
function startsFirst(paths: readonly string[]): string[] {
  const isFirst = (path: string) => firstNames.includes(path.split(sep).at(-1)!.toLowerCase())
  return [...paths.filter(isFirst), ...paths.filter((path) => !isFirst(path))]
}

/** The title that the page shares with the document it belongs to: a part of its title that names a document. */
function documentTitle(page: WebPage, other: WebPage): string | undefined {
  const theirs = new Set(titleParts(other).map(folded))
  return titleParts(page).find((part) => documentNoun.test(part) && theirs.has(folded(part)))
}

function isChapter(page: WebPage, pages: readonly WebPage[]): boolean {
  const [first] = pages
  if (!first || documentTitle(page, first) === undefined) return false
  return linksOf(page, dirname(first.path)).some((link) => pages.some(({path}) => path === link))
}

function titleParts({html}: WebPage): string[] {
  const title = /<title[^>]{0,200}>([^<]{1,300})/i.exec(html)?.[1] ?? ''
  const heading = /<h1[^>]{0,300}>([\s\S]{1,600}?)<\/h1>/i.exec(html)?.[1] ?? ''
  const parts = [...title.split(/\s[|–—:·-]\s|\s?\|\s?|:\s/), heading.replace(/<[^>]{0,300}>/g, ' ')]
  return parts.map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part.length > 3)
}

const folded = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Files of the first page's folder that the page links to, in the order of the links. */
function linksOf({html, path}: WebPage, folder: string): string[] {
  const links = html.matchAll(/<a\s[^>]{0,500}?href\s?=\s?["']([^"'#?]{1,300})/gi)
  return [...links].flatMap(([, href]) => localFile(href!, path, folder))
}

function nextOf({html, path}: WebPage, folder: string): string[] {
  return [...html.matchAll(/<(?:a|link)\s[^>]{0,500}>/gi)]
    .filter(([tag]) => /\brel\s?=\s?["']?next\b/i.test(tag))
    .flatMap(([tag]) => localFile(/href\s?=\s?["']([^"'#?]{1,300})/i.exec(tag)?.[1] ?? '', path, folder))
}

/** Nothing outside the folder is followed. */
function localFile(href: string, from: string, folder: string): string[] {
  if (!/\.html?$/i.test(href) || /^[a-z][a-z\d+.-]*:|^[/\\]/i.test(href)) return []
  let name: string
  try {
    name = decodeURIComponent(href)
  } catch {
    return []
  }
  if (name.includes('\0') || name.includes('\\')) return []
  const path = join(dirname(from), ...name.split('/'))
  const below = relative(folder, path)
  return below.startsWith('..') || isAbsolute(below) ? [] : [path]
}

async function openPage(path: string): Promise<WebPage | undefined> {
  const bytes = await htmlIn(path)
  return bytes && webPage(path, bytes)
}

async function htmlIn(path: string): Promise<Uint8Array | undefined> {
  const found = await lstat(path).catch(() => undefined)
  if (!found?.isFile() || found.size > mostBytes) return undefined
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && formatOf(bytes).kind === 'html' ? bytes : undefined
}

/** Whether the name of a page stands in the bytes, in whatever encoding: quickly told, of every file in every run. */
function mayLink(bytes: Uint8Array): boolean {
  const {buffer, byteOffset, byteLength} = bytes
  return /\.\0{0,3}h\0{0,3}t\0{0,3}m/i.test(Buffer.from(buffer, byteOffset, byteLength).toString('latin1'))
}

function webPage(path: string, bytes: Uint8Array): WebPage {
  return {path, bytes, html: decodeText(bytes, declaredEncoding(bytes)).text}
}
