import {strFromU8, strToU8, type UnzipFileInfo, unzipSync, zipSync} from 'fflate'
import {PlanError} from '../../problems.ts'
import type {HtmlSource} from '../types.ts'
import {withDrawnHeadings} from './drawn-headings.ts'
import {styleLooks} from './looks.ts'
import {withWrittenNumbers} from './numbers.ts'
import {styleTable} from './style-table.ts'
import {headingStyles, plainXml, withOutlineStyles} from './styles.ts'

/** Most bytes of one part of a Word file, and of all its parts that are read, once inflated. */
export const docxBounds = {part: 60_000_000, whole: 150_000_000, parts: 5000}

const read =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]{1,100}\.xml|word\/_rels\/[^/]{1,100}\.rels)$/

/**
 * A zip file as a plan: Word files as HTML, all others refused by name. Sizes are checked before anything is inflated, and no
 * part may declare entities. Tracked changes are read as accepted, comments are left out, each with a warning.
 * @throws {PlanError} damaged, unsupported, too-large.
 */
export async function readZip(bytes: Uint8Array): Promise<HtmlSource> {
  const {parts, names} = inflated(bytes)
  const main = parts['word/document.xml']
  if (!main) throw new PlanError('unsupported', `is ${otherZip(names)}`, {stage: 'source'})
  for (const [name, part] of Object.entries(parts))
    if (/<!(?:DOCTYPE|ENTITY)/i.test(strFromU8(part.subarray(0, 4096), true)) || has(part, '<!ENTITY'))
      throw new PlanError('damaged', `${name} declares entities, which no Word file does`, {stage: 'source'})
  const xml = strFromU8(main)
  const stylesXml = parts['word/styles.xml'] ? strFromU8(parts['word/styles.xml']) : ''
  const table = styleTable(stylesXml)
  const styles = headingStyles(table)
  const looks = styleLooks(stylesXml, table)
  const numbering = parts['word/numbering.xml'] ? strFromU8(parts['word/numbering.xml']) : ''
  const numbered = withWrittenNumbers(
    withOutlineStyles(xml, styles),
    {numbering, styles: table, looks},
    (style) => style !== undefined && styles.levels.has(style)
  )
  const headed = withDrawnHeadings(numbered, styles, looks)
  const html = await htmlOf({...parts, 'word/document.xml': strToU8(headed)}, styles)
  const title = /<dc:title>([^<]{1,300})<\/dc:title>/
    .exec(strFromU8(parts['docProps/core.xml'] ?? new Uint8Array()))?.[1]
    ?.trim()
  return {
    kind: 'html',
    format: 'docx',
    html,
    ...(title ? {title: plainXml(title)} : {}),
    marks: marksOf(parts),
    warnings: revisionWarnings(xml, names)
  }
}

function inflated(bytes: Uint8Array): {parts: Record<string, Uint8Array>; names: string[]} {
  const names: string[] = []
  let whole = 0
  const filter = ({name, originalSize}: UnzipFileInfo): boolean => {
    names.push(name)
    if (names.length > docxBounds.parts) throw tooLarge(`more than ${docxBounds.parts} parts`)
    if (!read.test(name)) return false
    whole += originalSize
    if (originalSize > docxBounds.part || whole > docxBounds.whole)
      throw tooLarge(`${name} unpacks to ${Math.round(originalSize / 1e6)} MB`)
    return true
  }
  try {
    return {parts: unzipSync(bytes, {filter}), names}
  } catch (cause) {
    if (cause instanceof PlanError) throw cause
    throw new PlanError('damaged', 'is a damaged zip or Word file', {stage: 'source', cause})
  }
}

function tooLarge(what: string): PlanError {
  return new PlanError('too-large', `unpacks to too much: ${what}`, {stage: 'source'})
}

const zips: readonly (readonly [part: RegExp, name: string])[] = [
  [/^xl\/workbook/, 'an Excel workbook'],
  [/^ppt\/presentation/, 'a PowerPoint presentation'],
  [/^META-INF\/manifest\.xml$/, 'an OpenDocument file (.odt or the like)'],
  [/^OEBPS\/|^META-INF\/container\.xml$/, 'an e-book'],
  [/^Index\/Document\.iwa$/, 'a Pages file']
]

function otherZip(names: readonly string[]): string {
  return (
    zips.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? 'a zip archive without a Word document in it'
  )
}

async function htmlOf(parts: Record<string, Uint8Array>, styles: ReturnType<typeof headingStyles>): Promise<string> {
  const buffer = Buffer.from(zipSync(parts, {level: 0}))
  type WordParagraph = {styleId?: string; numbering?: unknown}
  const headed = (paragraph: WordParagraph): WordParagraph => {
    const level = paragraph.styleId === undefined ? undefined : styles.levels.get(paragraph.styleId)
    return level === undefined ? paragraph : {...paragraph, styleId: `${styles.prefix}${level}`, numbering: null}
  }
  const styleMap = [1, 2, 3, 4, 5, 6].map((level) => `p.${styles.prefix}${level} => h${level}:fresh`)
  // Two hundred modules, for Word files only.
  const {default: mammoth} = await import('mammoth')
  try {
    const {value} = await mammoth.convertToHtml(
      {buffer},
      {
        styleMap,
        ignoreEmptyParagraphs: true,
        convertImage: mammoth.images.imgElement(async () => ({src: ''})),
        transformDocument: (
          mammoth as unknown as {
            transforms: {paragraph(each: (paragraph: WordParagraph) => WordParagraph): (document: unknown) => unknown}
          }
        ).transforms.paragraph(headed)
      }
    )
    return value
  } catch (cause) {
    throw new PlanError('damaged', 'is a Word file that cannot be read', {stage: 'source', cause})
  }
}

/** Heads, feet and watermarks: the words beside the text. */
function marksOf(parts: Record<string, Uint8Array>): NonNullable<HtmlSource['marks']> {
  return Object.keys(parts)
    .filter((name) => /^word\/(?:header|footer)\d{0,3}\.xml$/.test(name))
    .sort()
    .flatMap((name) => {
      const xml = strFromU8(parts[name]!)
      const text = wordsOfXml(xml).slice(0, 300)
      const kind = name.includes('footer') ? ('foot' as const) : ('head' as const)
      const mark = /<v:textpath[^>]{0,2000}\sstring="([^"]{1,100})"/.exec(xml)?.[1]
      return [...(text ? [{text, kind}] : []), ...(mark ? [{text: plainXml(mark), kind: 'watermark' as const}] : [])]
    })
}

function wordsOfXml(xml: string): string {
  const words: string[] = []
  for (const match of xml.matchAll(/<w:t(?:\s[^<>]{0,100})?>([^<]{0,5000})<\/w:t>|<\/w:p>/g))
    words.push(match[1] ?? ' ')
  return plainXml(words.join('')).replace(/\s+/g, ' ').trim()
}

function revisionWarnings(xml: string, names: readonly string[]): HtmlSource['warnings'] {
  const count = (tag: RegExp) => xml.match(tag)?.length ?? 0
  const [inserted, deleted] = [
    count(/<w:ins[\s>]/g) + count(/<w:moveTo[\s>]/g),
    count(/<w:del[\s>]/g) + count(/<w:moveFrom[\s>]/g)
  ]
  const warnings: HtmlSource['warnings'] = []
  if (inserted + deleted > 0)
    warnings.push({
      ruleId: 'tracked-changes',
      message: `tracked changes (${inserted} insertions, ${deleted} deletions) were read as accepted`
    })
  if (names.includes('word/comments.xml') && xml.includes('<w:commentReference'))
    warnings.push({ruleId: 'comments', message: `${count(/<w:commentReference[\s/>]/g)} comments were left out`})
  return warnings
}

function has(part: Uint8Array, words: string): boolean {
  return Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes(words)
}
