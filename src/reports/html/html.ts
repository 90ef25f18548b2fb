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

/**
 * `html\`<p title="${words}">${words}</p>\``: every part is escaped unless it is markup itself. Quote every attribute here:
 * what is printed leaves out the quotes and end tags that HTML does without, a tenth of a site.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  const template = templateOf(strings)
  let text = template.texts[0] ?? ''
  parts.forEach((part, index) => {
    const words = printed(part)
    text +=
      (template.values[index] && !plainValue.test(words) ? `"${words}"` : words) + (template.texts[index + 1] ?? '')
  })
  return trusted(text)
}

/** A template as it is printed: its texts, and for each part whether it is a whole attribute value, whose quotes were taken. */
interface Template {
  texts: readonly string[]
  values: readonly boolean[]
}

const templates = new WeakMap<TemplateStringsArray, Template>()

function templateOf(strings: TemplateStringsArray): Template {
  let template = templates.get(strings)
  if (!template) {
    template = terse(strings)
    templates.set(strings, template)
  }
  return template
}

/** An attribute value that needs no quotes; one that ends in a slash could be taken for the end of its tag. */
const plainValue = /^[\w.#/:-]*[\w.#:-]$/
/** The same in a template; a tag that closes itself would take its slash for a part of the value. */
const plainAttribute = / ([\w-]+)="([\w.#/:-]*[\w.#:-])"(?=([\s>]|$))/g
/** End tags that the next tag or the end of the parent implies wherever they stand. */
const impliedEnds = /<\/(?:li|dt|dd|td|th|tr|thead|tbody|tfoot)>/g

/** The end tag of a paragraph, before the end of what holds it and before what cannot stand in one. */
const impliedParagraphEnds =
  /<\/p>(?=\s*<(?:\/(?:div|dd|td|li|section|details|header|figure|blockquote)|(?:p|ul|ol|dl|div|details|section|table|figure|fieldset|form|h[1-6])[\s>]))/g
const indents = /\n\s+/g

function terse(strings: readonly string[]): Template {
  /** Whether the tag goes on or ends after the part at the end of this text, which can then only be attributes. */
  const goesOn = (index: number) => /^[\s>]/.test(strings[index + 1] ?? '')
  const values = strings
    .slice(1)
    .map(
      (after, index) =>
        strings[index]!.endsWith('="') && (/^"[\s>]/.test(after) || (after === '"' && goesOn(index + 1)))
    )
  const texts = strings.map((text, index) =>
    text
      .slice(values[index - 1] ? 1 : 0, values[index] ? -1 : undefined)
      .replace(plainAttribute, (whole, name, value, next) => (next || goesOn(index) ? ` ${name}=${value}` : whole))
      .replace(indents, '\n')
      .replace(impliedParagraphEnds, '')
      .replace(impliedEnds, '')
  )
  return {texts, values}
}

/** The markup as a string, to be written to a file. */
export function render(part: Part): string {
  return printed(part)
}

/** Markup made elsewhere: the style sheet, the script, a picture drawn by us. Never a plan's words. */
export function trusted(text: string): Html {
  return {[markup]: text}
}

/** Text for an element or an attribute in double quotes. Total: any string gives well-formed text. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(overrides, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] as string)
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
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
