import {chainOf, type StyleTable} from './style-table.ts'

/** Which paragraph styles of a Word file are headings, and of which level. */
export interface HeadingStyles {
  /** Level 1 to 6 by style id. */
  levels: ReadonlyMap<string, number>
  /** Style ids that begin with this belong to no style of the file: `${prefix}2` marks a heading of level 2. */
  prefix: string
}

const prefix = 'PlanlensHeading'

/** Heading styles by name ('heading 2', 'Title'), by outline level, or by the style that they are based on. */
export function headingStyles(styles: StyleTable): HeadingStyles {
  const levels = new Map<string, number>()
  for (const [id, {ofParagraphs}] of styles) {
    const level = ofParagraphs ? levelOf(id, styles) : undefined
    if (level !== undefined) levels.set(id, level)
  }
  for (let level = 1; level <= 6; level++) levels.set(`${prefix}${level}`, level)
  return {levels, prefix}
}

function levelOf(id: string, styles: StyleTable): number | undefined {
  for (const each of chainOf(styles, id)) {
    const {xml, ofParagraphs} = styles.get(each)!
    if (!ofParagraphs) return undefined
    const name = plainXml(/<w:name\s[^>]{0,60}w:val="([^"]{1,200})"/.exec(xml)?.[1] ?? each)
    const named = /^(?:heading|überschrift|titre)\s?([1-9])\b/i.exec(name)?.[1]
    if (named) return Math.min(6, Number(named))
    if (/^title$/i.test(name)) return 1
    const outline = /<w:outlineLvl\s[^>]{0,60}w:val="(\d)"/.exec(xml)?.[1]
    // 9 is body text by its own word.
    if (outline !== undefined) return Number(outline) <= 8 ? Math.min(6, Number(outline) + 1) : undefined
  }
  return undefined
}

/** The document with each paragraph that has an outline level of its own given a heading style of that level. */
export function withOutlineStyles(xml: string, {prefix: own}: HeadingStyles): string {
  return xml.replace(
    /<w:pPr>((?:(?!<\/w:pPr>)[\s\S]){0,4000}?)<w:outlineLvl\s[^>]{0,40}w:val="([0-8])"[^>]{0,20}\/>/g,
    (whole, before: string, level: string) => {
      const style = `<w:pStyle w:val="${own}${Math.min(6, Number(level) + 1)}"/>`
      const rest = whole.slice('<w:pPr>'.length).replace(/<w:pStyle\s[^>]{0,240}\/>/, '')
      return before.includes('<w:pPr>') ? whole : `<w:pPr>${style}${rest}`
    }
  )
}

/** The five entities of XML and character numbers decoded. */
export function plainXml(text: string): string {
  return text
    .replace(/&#(\d{1,7});/g, (whole, code) => (Number(code) <= 0x10ffff ? String.fromCodePoint(Number(code)) : whole))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
}
