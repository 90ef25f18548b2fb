/** The style sheet and the scripts that stand beside this file, read once. */
import {readFileSync} from 'node:fs'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

let style: string | undefined
let script: string | undefined
let search: string | undefined

export function styleSheet(): string {
  style ??= read('planlens.css')
  return style
}

/** Filters, folding, decisions: every page reads without it. */
export function pageScript(): string {
  script ??= read('browser/planlens.js')
  return script
}

/** Search over the listed units, for the search page alone. */
export function searchScript(): string {
  search ??= read('browser/search.js')
  return search
}
