/** A PDF whose cross-reference table or trailer is lost, put together again from the objects that are still whole. */
import {constants, inflateSync} from 'node:zlib'

export interface RebuiltPdf {
  bytes: Uint8Array
  pages: number
  /** Pages that the file says it has; absent where it does not say. */
  promised?: number
}

interface FoundObject {
  /** Its dictionary and what follows, to the stream or the object's end. */
  head: string
  /** Offset in the file; undefined when it came out of an object stream and stands nowhere by itself. */
  at: number | undefined
}

/** Files larger than this, in bytes, are not searched. */
const largest = 200e6
/** Characters of an object that are looked at: page trees of thousands of pages fit. */
const longestHead = 200_000
/** Bytes that an object stream may unpack to. */
const largestStream = 50e6

/** Undefined when no page is left, or when the words are encrypted and their key is lost with the trailer. */
export function rebuiltPdf(bytes: Uint8Array): RebuiltPdf | undefined {
  if (bytes.length > largest) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return undefined
  const whole = text.lastIndexOf('endobj')
  if (whole < 0) return undefined
  const objects = objectsIn(text, whole)
  for (const [number, found] of packedObjects(text, objects)) if (!objects.has(number)) objects.set(number, found)
  const pages = [...objects].filter(([, {head}]) => /\/Type\s*\/Page(?![a-zA-Z])/.test(head)).map(([number]) => number)
  if (pages.length === 0) return undefined
  const tree = [...objects.values()].find(({head}) => /\/Type\s*\/Pages\b/.test(head) && !/\/Parent\b/.test(head))
  const promised = Number(/\/Count\s+(\d+)/.exec(tree?.head ?? '')?.[1] ?? Number.NaN)
  const catalog = [...objects].find(([, {head}]) => /\/Type\s*\/Catalog\b/.test(head))
  const isComplete = catalog && promised === pages.length
  return {
    bytes: written(
      text.slice(0, whole + 'endobj'.length),
      objects,
      isComplete ? catalog[0] : undefined,
      inOrder(pages, tree)
    ),
    pages: pages.length,
    ...(Number.isNaN(promised) ? {} : {promised})
  }
}

/** Objects that end before `whole`; of several with one number the last counts, as in a file that was saved again. */
function objectsIn(text: string, whole: number): Map<number, FoundObject> {
  const objects = new Map<number, FoundObject>()
  for (const found of text.matchAll(/(?<![0-9])(\d{1,9})[ \t\r\n]{1,4}\d{1,5}[ \t\r\n]{1,4}obj\b/g)) {
    const at = found.index
    if (at > whole) break
    const from = at + found[0].length
    const head = text.slice(from, from + longestHead)
    const end = head.search(/\bendobj\b|\bstream\r?\n/)
    objects.set(Number(found[1]), {head: end < 0 ? head : head.slice(0, end), at})
  }
  return objects
}

/** Objects inside the object streams that can be unpacked. */
function* packedObjects(text: string, objects: ReadonlyMap<number, FoundObject>): Generator<[number, FoundObject]> {
  for (const {head, at} of objects.values()) {
    if (at === undefined || !/\/Type\s*\/ObjStm\b/.test(head) || !/\/FlateDecode\b/.test(head)) continue
    const start = /\bstream\r?\n/g
    start.lastIndex = at
    const found = start.exec(text)
    const end = found ? text.indexOf('endstream', found.index) : -1
    if (!found || end < 0) continue
    const body = unpacked(Buffer.from(text.slice(found.index + found[0].length, end), 'latin1'))
    const first = Number(/\/First\s+(\d+)/.exec(head)?.[1])
    if (!body || !Number.isInteger(first)) continue
    const places = body.slice(0, first).trim().split(/\s+/).map(Number)
    for (let i = 0; i + 1 < places.length; i += 2) {
      const from = first + places[i + 1]!
      const to = i + 3 < places.length ? first + places[i + 3]! : body.length
      if (Number.isInteger(places[i]) && to > from) yield [places[i]!, {head: body.slice(from, to), at: undefined}]
    }
  }
}

function unpacked(packed: Buffer): string | undefined {
  try {
    return inflateSync(packed, {finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: largestStream}).toString('latin1')
  } catch {
    return undefined
  }
}

/** As the page tree lists them; what it does not list, and all without a tree, as they stand in the file. */
function inOrder(pages: readonly number[], tree: FoundObject | undefined): number[] {
  const listed = [...(/\/Kids\s*\[([^\]]*)\]/.exec(tree?.head ?? '')?.[1] ?? '').matchAll(/(\d+)\s+\d+\s+R/g)].map(
    ([, number]) => Number(number)
  )
  const known = listed.filter((number) => pages.includes(number))
  return [...known, ...pages.filter((number) => !known.includes(number))]
}

function written(
  body: string,
  objects: ReadonlyMap<number, FoundObject>,
  catalog: number | undefined,
  pages: readonly number[]
): Uint8Array {
  const parts = [`${body}\n`]
  const offsets = new Map<number, number>()
  let at = body.length + 1
  const add = (number: number, words: string) => {
    const object = `${number} 0 obj\n${words}\nendobj\n`
    offsets.set(number, at)
    parts.push(object)
    at += object.length
  }
  for (const [number, found] of objects) {
    if (found.at === undefined) add(number, found.head)
    else offsets.set(number, found.at)
  }
  const next = Math.max(...objects.keys()) + 1
  if (catalog === undefined) {
    add(next, `<</Type /Pages /Count ${pages.length} /Kids [${pages.map((page) => `${page} 0 R`).join(' ')}]>>`)
    add(next + 1, `<</Type /Catalog /Pages ${next} 0 R>>`)
  }
  const root = catalog ?? next + 1
  const rows = [...offsets]
    .sort(([a], [b]) => a - b)
    .map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`)
  parts.push(
    `xref\n0 1\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${next + 2} /Root ${root} 0 R>>\nstartxref\n${at}\n%%EOF\n`
  )
  return Uint8Array.from(Buffer.from(parts.join(''), 'latin1'))
}
