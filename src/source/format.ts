/** What the first bytes of a file say that it is. */
export type Format =
  | {kind: 'pdf' | 'zip' | 'html' | 'text'}
  /** A format that is known and cannot be read; `name` is what people call it. */
  | {kind: 'other'; name: string}

/** How far into a file a PDF header may stand (ISO 32000-1, annex H, note 13). */
const pdfHeaderBytes = 1024

const signatures: readonly (readonly [name: string, bytes: readonly number[], at?: number])[] = [
  ['a PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG picture', [0xff, 0xd8, 0xff]],
  ['a GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['a TIFF picture', [0x49, 0x49, 0x2a, 0x00]],
  ['a TIFF picture', [0x4d, 0x4d, 0x00, 0x2a]],
  ['a WebP picture', [0x57, 0x45, 0x42, 0x50], 8],
  ['an old Office file (.doc, .xls or .ppt) or a password-protected Office file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['an RTF file', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['a PostScript file', [0x25, 0x21, 0x50, 0x53]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['a program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a program', [0x4d, 0x5a, 0x90, 0x00]],
  ['a recording', [0x66, 0x74, 0x79, 0x70], 4],
  ['a recording', [0x49, 0x44, 0x33]],
  ['a font', [0x77, 0x4f, 0x46]]
]

/** Tells a file's format by its first bytes, never by its name. Text in any encoding is 'text' or 'html'. */
export function formatOf(bytes: Uint8Array): Format {
  if (latin(bytes, pdfHeaderBytes).includes('%PDF-')) return {kind: 'pdf'}
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return {kind: 'zip'}
  for (const [name, signature, at] of signatures) {
    if (startsWith(bytes, signature, at)) return {kind: 'other', name}
  }
  return {kind: startsLikeHtml(bytes) ? 'html' : 'text'}
}

/** The encoding that an HTML document names in its first 2,048 bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = latin(bytes, 2048)
  return (/<meta[^>]{0,200}charset\s{0,9}=\s{0,9}["']?([\w-]{2,40})/i.exec(head) ??
    /^\s{0,99}<\?xml[^>]{0,200}encoding\s{0,9}=\s{0,9}["']([\w-]{2,40})/i.exec(head))?.[1]?.toLowerCase()
}

function startsLikeHtml(bytes: Uint8Array): boolean {
  // UTF-16 has a zero beside each of these letters; without zeros both encodings look alike.
  const head = latin(bytes, 4096)
    .replaceAll('\0', '')
    .replace(/^[^\x21-\x7e]+/, '')
  const start = head.replace(/^(?:\s|<!--[\s\S]{0,2000}?-->|<\?xml[^>]{0,300}>)+/, '').toLowerCase()
  if (/^<!doctype\s+html|^<html[\s>]/.test(start)) return true
  if (/^<(?:head|body|title|meta)[\s>]/.test(start)) return /<\/(?:title|h\d|p|div|head)>/.test(start)
  // Markdown may be framed by elements: it has headings and lists of its own
  if (/^(?:#{1,6} |[-*+] )/m.test(start)) return false
  if (/^<(?:main|article|section|div|h1)[\s>]/.test(start)) return /<\/(?:h\d|p|div)>/.test(start)
  return /^<(?:p|ul|ol|table|h[2-6])[\s>]/.test(start) && isMarkedUp(start)
}

/** Fewest elements that end in the first bytes of a part of a page; Markdown may open with one or two for its looks. */
const leastElements = 4

function isMarkedUp(start: string): boolean {
  return (start.match(/<\/(?:p|li|h\d|td|th|tr)>/g)?.length ?? 0) >= leastElements
}

function startsWith(bytes: Uint8Array, signature: readonly number[], at = 0): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte)
}

/** The first bytes, each as one letter. */
function latin(bytes: Uint8Array, most: number): string {
  return String.fromCharCode(...bytes.subarray(0, most))
}
