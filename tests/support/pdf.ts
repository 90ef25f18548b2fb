/** A small PDF writer for tests: pages of drawing operators, the standard fonts, boxes, tags, outline, labels, pictures. */
import {deflateSync} from 'node:zlib'

export interface PdfPage {
  /** Drawing operators; `text`, `rule`, `box` and `image` below write them. */
  content: string
  width?: number
  height?: number
  rotate?: number
  crop?: readonly [left: number, bottom: number, right: number, top: number]
  /** Grey pixels, drawn by `image()`. */
  picture?: {width: number; height: number; data: Uint8Array}
  /** A form, drawn by `form()`; `layer` is the place of the layer that its own dictionary puts it on. */
  form?: {content: string; layer?: number}
}

export interface PdfFile {
  pages: PdfPage[]
  title?: string
  /** Page from 1; `up` in points from the page's foot. */
  outline?: {title: string; page: number; up: number}[]
  /** Style 'r' for roman, 'D' for digits; each from a page (from 1). */
  labels?: {page: number; style: 'r' | 'D'}[]
  /** Roles with the marked-content ids of the first page, in order. */
  tags?: {role: string; mcids: number[]; colSpan?: number}[]
  /** Layers; `onLayer` puts words on one by its place. */
  layers?: {name: string; on: boolean}[]
  /** Objects as they are, for what the writer does not know: each 'dictionary' becomes an object that nothing refers to, or the catalog's entry. */
  catalog?: string
}

/** F1 Helvetica, F2 bold, F3 oblique, F4 Times. */
const fonts = ['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique', 'Times-Roman']

const escaped = (words: string) => words.replace(/[\\()]/g, '\\$&').replace(/[^\x20-\x7e]/g, octal)
const octal = (letter: string) => `\\${letter.charCodeAt(0).toString(8).padStart(3, '0')}`

export interface TextLook {
  size?: number
  font?: 'F1' | 'F2' | 'F3' | 'F4'
  colour?: string
  mcid?: number
  role?: string
  /** Text rendering mode: 3 leaves no mark. */
  mode?: number
  /** Degrees, anticlockwise. */
  turn?: number
}

/** Words at x, y (the baseline, from the page's foot). */
export function text(x: number, y: number, words: string, look: TextLook = {}): string {
  const {size = 11, font = 'F1', colour = '0 0 0', mcid, role = 'P', mode = 0, turn = 0} = look
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
  const matrix = [cos, sin, -sin, cos, x, y].map((n) => n.toFixed(4)).join(' ')
  const show = `BT /${font} ${size} Tf ${colour} rg ${mode} Tr ${matrix} Tm (${escaped(words)}) Tj ET\n`
  return mcid === undefined ? show : `/${role} <</MCID ${mcid}>> BDC\n${show}EMC\n`
}

export const rule = (x0: number, y0: number, x1: number, y1: number, width = 1) =>
  `q ${width} w 0 0 0 RG ${x0} ${y0} m ${x1} ${y1} l S Q\n`

/** A filled box from its left foot. */
export const box = (x: number, y: number, width: number, height: number, colour = '0.8 0.8 0.8') =>
  `q ${colour} rg ${x} ${y} ${width} ${height} re f Q\n`

/** What the operators paint, on the layer of that place. */
export const onLayer = (place: number, content: string) => `/OC /L${place} BDC\n${content}EMC\n`

/** The page's form where it is. */
export const form = () => 'q /Fm Do Q\n'

/** The page's picture over a box. */
export const image = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /Im Do Q\n`

export function pdfOf(file: PdfFile): Uint8Array<ArrayBuffer> {
  const objects: (string | Buffer)[] = []
  const add = (body: string | Buffer) => objects.push(body)
  const catalogAt = add('')
  const pagesAt = add('')
  const fontRefs = fonts.map(
    (name, i) =>
      `/F${i + 1} ${add(`<</Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding>>`)} 0 R`
  )
  const layers = (file.layers ?? []).map(({name, on}) => ({at: add(`<</Type /OCG /Name (${escaped(name)})>>`), on}))
  const pageRefs = file.pages.map((page, index) => addPage(page, index))
  objects[pagesAt - 1] =
    `<</Type /Pages /Count ${pageRefs.length} /Kids [${pageRefs.map((at) => `${at} 0 R`).join(' ')}]>>`
  const entries = [
    '/Type /Catalog',
    `/Pages ${pagesAt} 0 R`,
    ...(file.outline ? [`/Outlines ${addOutline(file.outline)} 0 R`] : []),
    ...(file.labels
      ? [`/PageLabels <</Nums [${file.labels.map(({page, style}) => `${page - 1} <</S /${style}>>`).join(' ')}]>>`]
      : []),
    ...(file.tags ? ['/MarkInfo <</Marked true>>', `/StructTreeRoot ${addTags(file.tags)} 0 R`] : []),
    ...(layers.length > 0
      ? [`/OCProperties <</OCGs [${refsOf(layers)}] /D <</OFF [${refsOf(layers.filter(({on}) => !on))}]>>>>`]
      : []),
    file.catalog ?? ''
  ]
  objects[catalogAt - 1] = `<<${entries.join(' ')}>>`
  const info = file.title ? add(`<</Title (${escaped(file.title)})>>`) : undefined
  return assembled(objects, `/Root ${catalogAt} 0 R${info ? ` /Info ${info} 0 R` : ''}`)

  function addPage({content, width = 595, height = 842, rotate, crop, picture, form}: PdfPage, index: number): number {
    const named = layers.map(({at}, place) => `/L${place} ${at} 0 R`).join(' ')
    const drawn = [
      ...(picture ? [`/Im ${add(pictureObject(picture))} 0 R`] : []),
      ...(form ? [`/Fm ${addForm(form)} 0 R`] : [])
    ]
    const images = drawn.length > 0 ? ` /XObject <<${drawn.join(' ')}>>` : ''
    const stream = add(streamOf('', Buffer.from(content, 'latin1')))
    const more = [
      rotate ? `/Rotate ${rotate}` : '',
      crop ? `/CropBox [${crop.join(' ')}]` : '',
      file.tags && index === 0 ? '/StructParents 0' : ''
    ].join(' ')
    return add(
      `<</Type /Page /Parent ${pagesAt} 0 R /MediaBox [0 0 ${width} ${height}] ${more} /Contents ${stream} 0 R /Resources <</Font <<${fontRefs.join(' ')}>> /Properties <<${named}>>${images}>>>>`
    )
  }

  function addForm({content, layer}: NonNullable<PdfPage['form']>): number {
    const on = layer === undefined ? '' : ` /OC ${layers[layer]!.at} 0 R`
    const entries = `/Type /XObject /Subtype /Form /BBox [0 0 595 842]${on} /Resources <</Font <<${fontRefs.join(' ')}>>>>`
    return add(streamOf(entries, Buffer.from(content, 'latin1')))
  }

  function addOutline(outline: NonNullable<PdfFile['outline']>): number {
    const root = add('')
    const first = objects.length + 1
    outline.forEach(({title, page, up}, i) => {
      const next = i + 1 < outline.length ? `/Next ${first + i + 1} 0 R` : ''
      const prev = i > 0 ? `/Prev ${first + i - 1} 0 R` : ''
      add(
        `<</Title (${escaped(title)}) /Parent ${root} 0 R ${next} ${prev} /Dest [${pageRefs[page - 1]} 0 R /XYZ 0 ${up} 0]>>`
      )
    })
    objects[root - 1] = `<</Type /Outlines /First ${first} 0 R /Last ${objects.length} 0 R /Count ${outline.length}>>`
    return root
  }

  function addTags(tags: NonNullable<PdfFile['tags']>): number {
    const root = add('')
    const all = add('')
    const byMcid: string[] = []
    const refs = tags.map(({role, mcids, colSpan}) => {
      const span = colSpan ? ` /A <</O /Table /ColSpan ${colSpan}>>` : ''
      const at = add(
        `<</Type /StructElem /S /${role} /P ${all} 0 R /Pg ${pageRefs[0]} 0 R /K [${mcids.join(' ')}]${span}>>`
      )
      for (const mcid of mcids) byMcid[mcid] = `${at} 0 R`
      return `${at} 0 R`
    })
    objects[all - 1] = `<</Type /StructElem /S /Document /P ${root} 0 R /K [${refs.join(' ')}]>>`
    objects[root - 1] =
      `<</Type /StructTreeRoot /K ${all} 0 R /ParentTree <</Nums [0 [${byMcid.join(' ')}]]>> /ParentTreeNextKey 1>>`
    return root
  }
}

const pictureObject = ({width, height, data}: NonNullable<PdfPage['picture']>): Buffer =>
  streamOf(
    `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
    deflateSync(data)
  )

const refsOf = (all: readonly {at: number}[]): string => all.map(({at}) => `${at} 0 R`).join(' ')

const streamOf = (entries: string, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${entries} /Length ${bytes.length}>>\nstream\n`), bytes, Buffer.from('\nendstream')])

/** Numbered objects, cross-reference table, trailer. */
function assembled(objects: readonly (string | Buffer)[], trailer: string): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  let at = parts[0]!.length
  const offsets = objects.map((body, i) => {
    const start = at
    const bytes = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(body as Buffer),
      Buffer.from('\nendobj\n')
    ])
    parts.push(bytes)
    at += bytes.length
    return start
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<</Size ${objects.length + 1} ${trailer}>>\nstartxref\n${at}\n%%EOF\n`
    )
  )
  return Uint8Array.from(Buffer.concat(parts))
}
