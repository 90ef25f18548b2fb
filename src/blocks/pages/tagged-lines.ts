/** The words of tagged elements and their lines. */
import type {Page, Run, Tag} from '../../source/types.ts'
import type {TableDraft} from '../tables/draft.ts'
import {type Line, linesOf} from './lines.ts'
import type {TagFacts} from './tags.ts'

/** What is known of a page while its tags are read. */
export interface TagReading {
  page: Page
  /** Words by marked-content id. */
  held: ReadonlyMap<number, Run[]>
  /** Place of a word in the order of painting. */
  order: ReadonlyMap<Run, number>
  /** Tables that rules draw. */
  drawn: readonly TableDraft[]
  facts: TagFacts
  /** The last number given to an element. */
  ids: number
}

/** A step up the page that begins another column, ems. */
const columnStep = 1.2

export function wordsOfTag(tag: Tag, held: ReadonlyMap<number, Run[]>): Run[] {
  const own = tag.mcids.flatMap((mcid) => held.get(mcid) ?? [])
  return tag.children.length === 0 ? own : [...own, ...tag.children.flatMap((child) => wordsOfTag(child, held))]
}

/** Lines of words as they were painted: a step up and to the right goes on in the next column. */
export function linesInOrder(words: readonly Run[], {page, order}: Pick<TagReading, 'page' | 'order'>): Line[] {
  const painted = [...words].sort((a, b) => order.get(a)! - order.get(b)!)
  const columns: Run[][] = []
  let right = -Infinity
  for (const [i, word] of painted.entries()) {
    const before = painted[i - 1]
    const up = before && word.baseline < before.baseline - columnStep * Math.max(word.size, before.size)
    if (!before || (up && word.box[0] >= right - word.size)) {
      columns.push([])
      right = -Infinity
    }
    columns.at(-1)!.push(word)
    right = Math.max(right, word.box[2])
  }
  return columns.flatMap((column) => linesOf(column, page.number))
}
