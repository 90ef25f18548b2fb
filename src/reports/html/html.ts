/** Markup built by a tag that escapes: a plan's words are text, never markup. */

const markup = Symbol('markup')

/** A piece of finished markup. Only this file can make one: words from a file, even from a JSON file, never pass as markup. */
export interface Html {
  readonly [markup]: string
}

/** What may stand in a template. Absent parts print nothing; lists print one after another. */
export type Part = Html | string | number | null | undefined | false | readonly Part[]

/** Controls that HTML forbids, lone surrogates, and the bidirectional overrides that could turn the words after them. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g
const overrides = /[\u202a-\u202e\u2066-\u2069]/g

/** `html\`<p title="${words}">${words}</p>\``: every part is escaped unless it is markup itself. Quote every attribute. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  let text = strings[0] ?? ''
  parts.forEach((part, index) => {
    text += printed(part) + (strings[index + 1] ?? '')
  })
  return trusted(text)
}

/** The markup as a string, to be written to a file. */
export function render(part: Part): string {
  return printed(part)
}

/** Markup made elsewhere: the style sheet, the script, a picture drawn by us. Never a plan's words. */
export function trusted(text: string): Html {
  return {[markup]: text}
}

/** Text for an element or a quoted attribute. Total: any string gives well-formed text. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(overrides, '')
    .replace(/[&<>"']/g, (sign) => entities[sign] as string)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

function printed(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  if (isList(part)) return part.map(printed).join('')
  const text = part[markup]
  if (typeof text !== 'string') throw new TypeError('only text and markup can be printed')
  return text
}

function isList(part: Html | readonly Part[]): part is readonly Part[] {
  return Array.isArray(part)
}

/** Parts with one space, or the words given, between them; absent ones are left out. */
export function joined(parts: readonly Part[], between: Part = ' '): Part[] {
  const kept = parts.filter((part) => part !== null && part !== undefined && part !== false && part !== '')
  return kept.flatMap((part, index) => (index ? [between, part] : [part]))
}
