import {chainOf, type StyleTable} from './style-table.ts'

/** How the letters of a style or run look, as far as it says so itself. */
export interface Look {
  /** Points. */
  size?: number
  bold?: boolean
  italic?: boolean
  underline?: boolean
  caps?: boolean
  /** Hex; 'auto' and black are ''. */
  colour?: string
}

/** Looks of the paragraph and character styles of a Word file by id, what they are based on counted in. */
export interface StyleLooks {
  /** Of text in the style; of text in no style where the id is undefined or unknown. */
  of(id: string | undefined): Look
}

/** What styles say of letters: the defaults of `word/styles.xml`, then the chain of styles, the nearest last. */
export function styleLooks(xml: string, styles: StyleTable): StyleLooks {
  const defaults = lookOf(/<w:rPrDefault>([\s\S]{0,4000}?)<\/w:rPrDefault>/.exec(xml)?.[1] ?? '')
  const usual = [...styles].find(([, style]) => style.ofParagraphs && style.usual)?.[0] ?? 'Normal'
  const known = new Map<string, Look>()
  return {
    of(id = '') {
      const kept = known.get(id)
      if (kept) return kept
      const chain = chainOf(styles, styles.has(id) ? id : usual)
      const looks = chain.map((each) =>
        lookOf(/<w:rPr>([\s\S]{0,4000}?)<\/w:rPr>/.exec(styles.get(each)!.xml)?.[1] ?? '')
      )
      const look: Look = Object.assign({size: 10}, defaults, ...looks.reverse())
      known.set(id, look)
      return look
    }
  }
}

/** The look that the inside of a `w:rPr` element gives. */
export function lookOf(properties: string): Look {
  const look: Look = {}
  for (const [, name, rest = ''] of properties.matchAll(
    /<w:(b|i|u|caps|smallCaps|sz|color)(?=[\s/>])([^>]{0,300})>/g
  )) {
    const value = /w:val="([^"]{0,40})"/.exec(rest)?.[1]
    const on = value === undefined || !/^(?:0|false|off|none)$/.test(value)
    if (name === 'b') look.bold = on
    else if (name === 'i') look.italic = on
    else if (name === 'u') look.underline = on
    else if (name === 'caps') look.caps = on
    else if (name === 'sz' && Number(value) > 0) look.size = Number(value) / 2
    else if (name === 'color') look.colour = /^(?:auto|0{6})?$/i.test(value ?? '') ? '' : (value ?? '').toLowerCase()
  }
  return look
}

/** Equal keys look alike. */
export const keyOf = ({size, bold, italic, underline, caps, colour}: Look): string =>
  [size ?? 0, bold === true, italic === true, underline === true, caps === true, colour ?? ''].join('|')
