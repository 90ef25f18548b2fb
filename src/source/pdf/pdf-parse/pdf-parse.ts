/** PDF back end: pdf-parse, through the pdf.js document behind its `load()`. The only import of that library. */
import type {PDFParse} from 'pdf-parse'
import type {Box} from '../../../plan-tree/nodes.ts'
import {PlanError} from '../../../problems.ts'
import {pageMap} from '../../geometry.ts'
import type {OutlineEntry, Page, PagedSource, ReadOptions, Tag} from '../../types.ts'
import {beyondBound, maxGlyphs, pageOf, unseenLayers} from '../painted/painted-page.ts'
import {type OperatorList, paintedBy} from './operators.ts'

/** The part of pdf.js that this file uses; its own types are not among pdf-parse's. */
interface PdfDocument {
  numPages: number
  getPage(number: number): Promise<PdfPage>
  getMarkInfo(): Promise<{Marked?: boolean} | null>
  getMetadata(): Promise<{info?: {Title?: unknown}}>
  getOutline(): Promise<PdfBookmark[] | null>
  getPageLabels(): Promise<string[] | null>
  getDestination(name: string): Promise<unknown[] | null>
  getPageIndex(ref: unknown): Promise<number>
  getOptionalContentConfig(): Promise<LayerConfig>
}
interface PdfPage {
  view: Box
  rotate: number
  userUnit: number
  commonObjs: {get(id: string): unknown; has(id: string): boolean}
  getOperatorList(parameters: object): Promise<OperatorList>
  getStructTree(): Promise<PdfTag | null>
  cleanup(): boolean
}
interface LayerConfig extends Iterable<[id: string, group: {name: unknown; visible: boolean}]> {
  isVisible(group: unknown): boolean
  getGroup(id: string): {name: unknown} | null
}
interface PdfBookmark {
  title: string
  dest: string | unknown[] | null
  items: PdfBookmark[]
}
interface PdfTag {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: PdfTag[]
}

/** pdf.js: annotations and form fields are not part of the text. */
const noAnnotations = 0
/** Outline entries read at most; plans have a few hundred. */
const maxOutline = 5_000

/** @throws {PlanError} damaged, locked */
export async function readWithPdfParse(
  bytes: Uint8Array,
  options: ReadOptions = {},
  only?: ReadonlySet<number>
): Promise<PagedSource> {
  const parser = await parserOf(bytes)
  try {
    return await readDocument(await load(parser), options, only)
  } finally {
    await parser.destroy()
  }
}

/** Names of the layers that the file switches off; a name that another layer bears too is none of them. */
export async function hiddenLayers(bytes: Uint8Array): Promise<Set<string>> {
  const parser = await parserOf(bytes)
  try {
    const groups = [...(await (await load(parser)).getOptionalContentConfig())].map(([, group]) => group)
    const shown = new Set(groups.filter(({visible}) => visible).map(({name}) => name))
    const off = groups.flatMap(({name, visible}) => (!visible && typeof name === 'string' ? [name] : []))
    return new Set(off.filter((name) => !shown.has(name)))
  } finally {
    await parser.destroy()
  }
}

/** The library is loaded when the first file asks for it: most never do. */
async function parserOf(bytes: Uint8Array): Promise<PDFParse> {
  const {PDFParse} = await import('pdf-parse')
  return new PDFParse({
    // pdf.js takes the buffer away from its owner.
    data: Uint8Array.from(bytes),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false,
    disableFontFace: true,
    verbosity: 0
  } as ConstructorParameters<typeof PDFParse>[0])
}

async function load(parser: PDFParse): Promise<PdfDocument> {
  try {
    return await (parser as unknown as {load(): Promise<PdfDocument>}).load()
  } catch (cause) {
    const {name = '', message = ''} = cause as Error
    if (/password/i.test(`${name} ${message}`))
      throw new PlanError('locked', 'opens only with a password', {stage: 'source', cause})
    throw new PlanError('damaged', 'cannot be read as a PDF', {stage: 'source', cause})
  }
}

async function readDocument(
  doc: PdfDocument,
  options: ReadOptions,
  only: ReadonlySet<number> | undefined
): Promise<PagedSource> {
  const tagged = (await doc.getMarkInfo().catch(() => null))?.Marked === true
  const labels = await doc.getPageLabels().catch(() => null)
  const title = (await doc.getMetadata().catch(() => undefined))?.info?.Title
  const groups = await doc.getOptionalContentConfig().catch(() => undefined)
  const source: PagedSource = {
    kind: 'pages',
    pages: [],
    outline: [],
    tagged,
    ...(typeof title === 'string' && title.trim() ? {title: title.trim()} : {}),
    engine: 'pdf-parse',
    warnings: []
  }
  const hiddenLayer = (group: unknown) => (!groups || groups.isVisible(group) ? undefined : nameOf(groups, group))
  const last = Math.min(doc.numPages, options.maxPages ?? Number.POSITIVE_INFINITY)
  for (let number = 1; number <= last; number += 1) {
    if (only && !only.has(number)) continue
    options.signal?.throwIfAborted()
    const unseen = new Map<string, number>()
    source.pages.push(await readPage(doc, number, {label: labels?.[number - 1], tagged, hiddenLayer, unseen}))
    source.warnings.push(...unseenLayers(unseen, number))
    options.onProgress?.({page: number, of: last})
  }
  source.outline = await readOutline(doc).catch(() => [])
  if (doc.numPages > last) source.warnings.push(beyondBound(last, doc.numPages))
  return source
}

/** The layer's name, or that of the first layer on which its being shown depends. */
function nameOf(groups: LayerConfig, group: unknown): string {
  const {id, ids} = group as {id?: string; ids?: string[]}
  const name = groups.getGroup(ids?.[0] ?? id ?? '')?.name
  return typeof name === 'string' ? name : ''
}

interface PageSetting {
  label?: string | undefined
  tagged: boolean
  hiddenLayer: (group: unknown) => string | undefined
  unseen: Map<string, number>
}

async function readPage(
  doc: PdfDocument,
  number: number,
  {label, tagged, hiddenLayer, unseen}: PageSetting
): Promise<Page> {
  const empty = {number, runs: [], rules: [], fills: [], images: [], ...(label ? {label} : {})}
  let page: PdfPage | undefined
  try {
    page = await doc.getPage(number)
    const {map, width, height} = pageMap(page.view, page.rotate, page.userUnit)
    const operators = await page.getOperatorList({annotationMode: noAnnotations})
    const tree = tagged ? await page.getStructTree().catch(() => null) : null
    const fonts = page.commonObjs
    const font = (id: string) => fonts.has(id) && fonts.get(id)
    const painted = paintedBy(operators, {map, width, height, hiddenLayer, font})
    if (painted.glyphs.length > maxGlyphs)
      return {...empty, width, height, leftOut: `it holds more than ${maxGlyphs} letters`}
    const tags = tree ? tagsOf(tree.children ?? []) : undefined
    return pageOf({number, label, width, height, ...painted, tags, unseen})
  } catch (cause) {
    return {...empty, width: 0, height: 0, leftOut: `it cannot be read (${(cause as Error).message})`}
  } finally {
    page?.cleanup()
  }
}

function tagsOf(nodes: PdfTag[], depth = 0): Tag[] {
  if (depth > 100) return []
  return nodes.flatMap((node) => (node.role ? [tagOf(node, depth)] : []))
}

function tagOf({role = '', alt, children = []}: PdfTag, depth: number): Tag {
  const mcids = children.flatMap(({type, id}) => {
    const found = type === 'content' ? /_mc(\d+)$/.exec(id ?? '') : null
    return found ? [Number(found[1])] : []
  })
  return {role, ...(alt ? {alt} : {}), mcids, children: tagsOf(children, depth + 1)}
}

async function readOutline(doc: PdfDocument): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const visit = async (bookmarks: PdfBookmark[], level: number): Promise<void> => {
    for (const {title, dest, items} of bookmarks) {
      if (entries.length >= maxOutline || level > 20) return
      entries.push({title, level, ...(await placeOf(doc, dest).catch(() => ({})))})
      await visit(items ?? [], level + 1)
    }
  }
  await visit((await doc.getOutline()) ?? [], 1)
  return entries
}

async function placeOf(doc: PdfDocument, dest: PdfBookmark['dest']): Promise<{page?: number; top?: number}> {
  const target = typeof dest === 'string' ? await doc.getDestination(dest) : dest
  if (!target) return {}
  const [ref, kind] = target as [unknown, {name?: string} | undefined]
  const index = typeof ref === 'number' ? ref : await doc.getPageIndex(ref)
  const [left, up] = kind?.name === 'XYZ' ? [target[2], target[3]] : [0, target[2]]
  if (typeof up !== 'number' || !/^(XYZ|FitB?H)$/.test(kind?.name ?? '')) return {page: index + 1}
  const page = await doc.getPage(index + 1)
  const {map, height} = pageMap(page.view, page.rotate, page.userUnit)
  const top = map[1] * (typeof left === 'number' ? left : 0) + map[3] * up + map[5]
  return {page: index + 1, top: Math.max(0, Math.min(height, top))}
}
