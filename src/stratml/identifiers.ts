/** Identifiers of one document. */
import {type Child, element} from './xml.ts'

export interface Ids {
  taken: Set<string>
}

/** xsd:ID: an XML name, unique in the document. */
export function identifier(ids: Ids, wanted: string): Child {
  const name = /^[A-Za-z_][\w.-]*$/.test(wanted) ? wanted : `_${wanted.replace(/[^\w.-]+/g, '.')}`
  let free = name
  for (let count = 2; ids.taken.has(free); count += 1) free = `${name}-${count}`
  ids.taken.add(free)
  return element('Identifier', free)
}
