/** XML that is written: a plan’s words are always text. */

import {xml} from '../language/xml.ts'

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
    .map(([key, value]) => ` ${key}="${kept(value!)}"`)
    .join('')
  const inner = printed(content)
  return {[finished]: inner === '' ? `<${name}${marks}/>` : `<${name}${marks}>${inner}</${name}>`}
}

export function printed(content: Child): string {
  if (!content) return ''
  if (typeof content === 'string') return kept(content)
  if (finished in content) return content[finished]
  return content.map(printed).join('')
}

/** A carriage return is kept through reading only as a reference. */
const kept = (text: string): string => xml(text).replace(/\r/g, '&#13;')

export function optional(name: string, text: string | undefined): Child {
  return text ? element(name, text) : undefined
}
