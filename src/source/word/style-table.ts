/** One style of `word/styles.xml`, before what it is based on is counted in. */
export interface WordStyle {
  /** Its XML, as far as it is looked at. */
  xml: string
  ofParagraphs: boolean
  /** Paragraphs that name no style are in this one. */
  usual: boolean
  /** Id of the style that it is based on. */
  base: string | undefined
}

/** Styles of a Word file by id, in the order of the file. */
export type StyleTable = ReadonlyMap<string, WordStyle>

/** So much of a style is looked at, in characters, and so much of it for its type and id. */
const longest = 6000
const longestTag = 400

/** A chain of styles based on one another is followed this far. */
const longestChain = 12

export function styleTable(xml: string): StyleTable {
  const styles = new Map<string, WordStyle>()
  for (const block of xml.split('<w:style ').slice(1)) {
    const style = block.slice(0, longest)
    const tag = style.slice(0, longestTag)
    const id = /w:styleId="([^"]{1,200})"/.exec(tag)?.[1]
    if (!id) continue
    styles.set(id, {
      xml: style,
      ofParagraphs: /w:type="paragraph"/.test(tag),
      usual: /w:default="(?:1|true)"/.test(tag),
      base: /<w:basedOn\s[^>]{0,60}w:val="([^"]{1,200})"/.exec(style)?.[1]
    })
  }
  return styles
}

/** Ids of a style and of those that it is based on, the nearest first; none for an unknown style. Circles end after some steps. */
export function chainOf(styles: StyleTable, id: string): string[] {
  const chain: string[] = []
  for (let at: string | undefined = id; at !== undefined && styles.has(at) && chain.length < longestChain; )
    at = styles.get(chain[chain.push(at) - 1]!)!.base
  return chain
}
