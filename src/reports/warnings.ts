/** A plan's warnings as lines for people: those of one kind on many pages become one line that names the pages. */
import type {PlanWarning} from '../plan-tree/nodes.ts'

/** Warnings of one kind from which on they are told in one line. */
const toldTogether = 3

/** One line each, in the order of their first: 'pages 1-24: read by OCR, 87 % sure on average (page 1)'. */
export function warningLines(warnings: readonly PlanWarning[]): string[] {
  const kinds = new Map<string, PlanWarning[]>()
  for (const warning of warnings) {
    const kind = warning.page === undefined ? `${warning.ruleId} ${warning.message}` : warning.ruleId
    kinds.set(kind, [...(kinds.get(kind) ?? []), warning])
  }
  return [...kinds.values()].flatMap((alike) => (alike.length < toldTogether ? alike.map(line) : [together(alike)]))
}

function line({page, message, place}: PlanWarning): string {
  return `${page === undefined ? '' : `page ${page}: `}${message}${place ? ` (${place})` : ''}`
}

function together(alike: readonly PlanWarning[]): string {
  const [first] = alike
  const messages = new Set(alike.map(({message}) => message))
  const pages = alike.flatMap(({page}) => page ?? [])
  const example = messages.size > 1 && first?.page !== undefined ? ` (page ${first.page})` : ''
  const where = pages.length > 0 ? `pages ${spans(pages)}: ` : ''
  return `${where}${first?.message}${example}${pages.length === 0 ? ` (${alike.length} times)` : ''}`
}

/** '1-4, 7, 9-10' */
function spans(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of [...new Set(pages)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ')
}
