import {PlanError} from '../problems.ts'
import type {TextSource} from './types.ts'

/** Most bytes of a text or HTML file: 50 MB, some 25,000 pages of words. */
const maxTextBytes = 50_000_000

/** Of all characters, how many may be unreadable or control characters before a file is no text at all. */
const unreadableShare = 0.1

/** In UTF-16 text of a Western language every other byte is 0: the least share of zeros on one side, and the most on the other. */
const zeroBytes = {least: 0.4, most: 0.1}

/** How many bytes tell the encoding of a file without a mark. */
const probeBytes = 65_536

type Warning = TextSource['warnings'][number]

export interface Decoded {
  text: string
  encoding: string
  warnings: Warning[]
}

/**
 * Bytes in any encoding as text with '\n' line ends and without a byte order mark: UTF-8, UTF-16 of either order with or
 * without a mark, Windows-1252. NULs are dropped and sequences that are no characters become U+FFFD, each with a warning.
 * @param declared the encoding the document names in its own words (`<meta charset>`), used where the bytes do not contradict.
 * @throws {PlanError} too-large, unsupported (not text).
 */
export function decodeText(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes.length > maxTextBytes)
    throw new PlanError('too-large', `${megabytes(bytes.length)} of text, more than ${megabytes(maxTextBytes)}`, {
      stage: 'source'
    })
  const encoding = encodingOf(bytes, declared)
  const warnings: Warning[] = []
  let text = new TextDecoder(encoding).decode(bytes)
  const nuls = count(text, '\0')
  if (nuls > 0) {
    text = text.replaceAll('\0', '')
    warnings.push({ruleId: 'text-nul', message: `${nuls} NUL characters left out`})
  }
  const unreadable = count(text, '\uFFFD')
  if (unreadable > 0)
    warnings.push({
      ruleId: 'text-invalid',
      message: `${unreadable} places are not valid ${encoding} and were read as U+FFFD`
    })
  const controls = text.match(/[\u0001-\u0008\u000E-\u001F\u007F]/g)?.length ?? 0
  if (controls + unreadable > text.length * unreadableShare || (nuls > text.length && text.length > 0))
    throw new PlanError('unsupported', 'is not text, PDF, DOCX or HTML', {stage: 'source'})
  return {text: withPlainLineEnds(text), encoding, warnings}
}

/** Plain or Markdown-like text from bytes. @throws {PlanError} */
export function readText(bytes: Uint8Array): TextSource {
  const {text, encoding, warnings} = decodeText(bytes)
  if (text.trim() === '') throw new PlanError('empty', 'the file holds no words', {stage: 'source'})
  return {kind: 'text', format: looksLikeMarkdown(text) ? 'markdown' : 'text', text, encoding, warnings}
}

function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/[\u0001-\u0008\u000B\u000E-\u001F\u007F]/g, ' ')
}

/** Two signs of markup in the first 200,000 characters: a hash heading, bold marks, a link, a list of dashes, front matter. */
function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, 200_000)
  const signs = [/^#{1,6} ?\S/m, /\*\*\S/, /\]\(\S/, /^[-*] \S/m, /^---\n/, /^\|.*\|$/m]
  return signs.filter((sign) => sign.test(start)).length >= 2
}

function encodingOf(bytes: Uint8Array, declared: string | undefined): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const wide = wideEncoding(bytes.subarray(0, probeBytes))
  if (wide) return wide
  const {valid, invalid, western} = sequences(bytes)
  if (invalid === 0) return 'utf-8'
  if (declared && !/^utf-?8$/i.test(declared) && isEncoding(declared)) return declared
  // One accidental pair of bytes in Windows-1252 ('Ã©') must not outvote the rest; damaged UTF-8 has many whole sequences.
  if (valid * 10 >= invalid && valid >= 2) return 'utf-8'
  return western >= invalid * 0.5 ? 'windows-1252' : 'utf-8'
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  const pairs = Math.floor(bytes.length / 2)
  if (pairs < 2) return undefined
  let first = 0
  let second = 0
  for (let index = 0; index < pairs * 2; index += 2) {
    if (bytes[index] === 0) first++
    if (bytes[index + 1] === 0) second++
  }
  const [least, most] = [pairs * zeroBytes.least, pairs * zeroBytes.most]
  if (second >= least && first <= most) return 'utf-16le'
  if (first >= least && second <= most) return 'utf-16be'
  return undefined
}

/**
 * Counts the multi-byte UTF-8 sequences of the bytes, the bytes that belong to none, and how many of the latter are letters,
 * quotes, dashes or signs of Windows-1252. One pass.
 */
function sequences(bytes: Uint8Array): {valid: number; invalid: number; western: number} {
  let [valid, invalid, western] = [0, 0, 0]
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index]!
    if (byte < 0x80) continue
    const length =
      byte >= 0xc2 && byte <= 0xdf ? 2 : byte >= 0xe0 && byte <= 0xef ? 3 : byte >= 0xf0 && byte <= 0xf4 ? 4 : 0
    let followed = 1
    while (followed < length && ((bytes[index + followed] ?? 0) & 0xc0) === 0x80) followed++
    if (length > 0 && followed === length) {
      valid++
      index += length - 1
    } else {
      invalid++
      if (isWestern(byte)) western++
    }
  }
  return {valid, invalid, western}
}

/** Bytes that Western text uses in Windows-1252: the euro, quotes, dashes, the bullet, dots, and 0xA0 to 0xFF. */
function isWestern(byte: number): boolean {
  return byte === 0x80 || byte === 0x85 || (byte >= 0x91 && byte <= 0x97) || byte >= 0xa0
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined
  } catch {
    return false
  }
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found++
  return found
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`
}
