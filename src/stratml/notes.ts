/**
 * What StratML has no place for, as lines of OtherInformation: '[type] action', '[facet] {…}'. People can read them, and
 * reading a file of ours back loses nothing.
 */
import type {PageSpan} from '../plan-tree/nodes.ts'

export type NoteName =
  | 'type'
  | 'label'
  | 'detail'
  | 'parent'
  | 'synthetic'
  | 'facet'
  | 'target'
  | 'baseline'
  | 'direction'
  | 'provenance'
  | 'rationale'
  | 'plan'
  | 'part'

export interface Note {
  name: NoteName
  value: string
}

const names: ReadonlySet<string> = new Set<NoteName>([
  'type',
  'label',
  'detail',
  'parent',
  'synthetic',
  'facet',
  'target',
  'baseline',
  'direction',
  'provenance',
  'rationale',
  'plan',
  'part'
])
const noteLine = /^\[([a-z]{1,12})\] ?([^\n]*)$/

/** Lines of ours, and the words between them. */
export function readNotes(text: string | undefined): {notes: Note[]; words: string} {
  const notes: Note[] = []
  const rest: string[] = []
  for (const line of (text ?? '').split('\n')) {
    const found = noteLine.exec(line.trim())
    if (found && names.has(found[1]!)) notes.push({name: found[1] as NoteName, value: found[2]!})
    else rest.push(line)
  }
  return {notes, words: rest.join('\n').trim()}
}

export function noteOf(notes: readonly Note[], name: NoteName): string | undefined {
  return notes.find((note) => note.name === name)?.value
}

/** The JSON of every note of a name; broken ones are passed over. */
export function jsonNotes(notes: readonly Note[], name: NoteName): unknown[] {
  return notes
    .filter((note) => note.name === name)
    .map(({value}) => {
      try {
        return JSON.parse(value) as unknown
      } catch {
        return undefined
      }
    })
}

export function note(name: NoteName, value: string | object): string {
  return `[${name}] ${typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value)}`
}

export function provenance(pages: readonly PageSpan[]): string[] {
  return pages.length ? [note('provenance', {pages})] : []
}

/** Pages of a '[provenance]' line; [] when there are none, or none that can be believed. */
export function pagesOf(notes: readonly Note[]): PageSpan[] {
  const [found] = jsonNotes(notes, 'provenance') as ({pages?: PageSpan[]} | undefined)[]
  const pages = found?.pages
  return Array.isArray(pages) && pages.every(({page}) => Number.isInteger(page) && page >= 1) ? pages : []
}
