/** The style sheet and the scripts that stand beside this file, read once. */
import {readFileSync} from 'node:fs'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')

let style: string | undefined
let script: string | undefined
let search: string | undefined

export function styleSheet(): string {
  style ??= packed(read('planlens.css'))
  return style
}

/** The same rules without comments and the space around signs: a report sent by mail carries them. No string of ours holds these signs. */
function packed(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*([{};])\s*/g, '$1')
    .replace(/([{;][\w-]+):\s+/g, '$1:')
    .replaceAll(';}', '}')
    .trim()
}

/** Filters, folding, decisions: every page reads without it. */
export function pageScript(): string {
  script ??= bare(read('browser/planlens.js'))
  return script
}

/** Search over the listed units, for the search page alone. */
export function searchScript(): string {
  search ??= bare(read('browser/search.js'))
  return search
}

/** The same script without its indentation and the lines that are comments; no string of ours goes over a line. */
function bare(script: string): string {
  return script
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:\/\/|\/\*\*|\*)/.test(line))
    .join('\n')
}
