/** XML that is written: a plan’s words are always text. */

/** Signs that XML 1.0 forbids. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g
export type Child = string | Xml | undefined | false | readonly Child[]

/** Finished XML. Only `element` makes it: a plan's words are always text. */
export interface Xml {
  readonly [finished]: string
}

const finished = Symbol('xml')

export function element(
  name: string,
  content: Child,
  attributes: Readonly<Record<string, string | undefined>> = {}
): Xml {
  const marks = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xml(value!)}"`)
    .join('')
  const inner = printed(content)
  return {[finished]: inner === '' ? `<${name}${marks}/>` : `<${name}${marks}>${inner}</${name}>`}
}

export function printed(content: Child): string {
  if (!content) return ''
  if (typeof content === 'string') return xml(content)
  if (finished in content) return content[finished]
  return content.map(printed).join('')
}

function xml(text: string): string {
  return text
    .toWellFormed()
    .replace(unprintable, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;')
}

export function optional(name: string, text: string | undefined): Child {
  return text ? element(name, text) : undefined
}
