import type {Blocks} from '../../blocks/types.ts'
import {foldMarks} from '../../language/fold.ts'
import type {Plan, PlanStatus, Position} from '../../plan-tree/nodes.ts'
import {type FrontLine, frontLines} from './front.ts'
import {bodiesIn, bodyOf, placeOf} from './names.ts'
import {periodOf} from './period.ts'
import {splitDeclared, titleOf} from './title.ts'
import {planKinds, statusWords} from './words.ts'

/** What a document says about itself, from its words alone. Absent means that the words do not say. */
export interface DocumentFacts extends Pick<Plan, 'title' | 'authority' | 'publisher' | 'period' | 'status' | 'kind'> {
  /** Where the title stands in the reading text. */
  titlePosition?: Position
}

/** Characters of the reading text that are searched for names and years. */
const searched = 400_000

/**
 * Title, place, body, period, status and kind of a document from its words alone; never from a file name. Pure.
 * @param fallback the title where the words give none: a path's last part.
 */
export function documentFacts(blocks: Blocks, fallback = 'Untitled document'): DocumentFacts {
  const front = frontLines(blocks)
  const text = foldMarks(blocks.text.slice(0, searched))
  const declared = blocks.title?.trim()
  const chosen = titleOf(front, text, declared, blocks.titlePosition !== undefined)
  const title = chosen?.text ?? (declared || fallback.split(/[\\/]/).at(-1)!)
  const [ownTitle, ownBody] = splitDeclared(declared)
  const named = bodiesIn(text)
  const publisher = bodyOf(front, named, ownTitle === undefined ? undefined : ownBody)
  const authority = placeOf(front, text, named, chosen ? title : '', publisher)
  const period = periodOf(title, front, text)
  const kind = kindOf(title)
  return {
    title,
    status: statusOf(blocks, front, text),
    ...(authority ? {authority} : {}),
    ...(publisher ? {publisher} : {}),
    ...(period ? {period} : {}),
    ...(kind ? {kind} : {}),
    ...(chosen?.position ? {titlePosition: chosen.position} : {})
  }
}

/** Marks on this many pages, or one on the cover, make a draft. */
const draftMarks = 2

function statusOf(blocks: Blocks, front: readonly FrontLine[], text: string): PlanStatus {
  const marks = blocks.furniture.filter(
    ({kind, text: words}) =>
      (kind === 'mark' || kind === 'watermark' || kind === 'head' || kind === 'foot') && /\bdraft\b/i.test(words)
  )
  for (const [status, words] of statusWords)
    if (front.some((line) => line.text.length <= 200 && words.test(line.text))) return status
  if (marks.length >= draftMarks || marks.some(({kind}) => kind === 'watermark')) return 'draft'
  if (marks.some(({kind, text: words}) => kind !== 'mark' && /^\W{0,3}draft\W{0,3}$/i.test(words))) return 'draft'
  if (marks.length === 1 && blocks.furniture.filter(({kind}) => kind === 'mark').length === 1) return 'draft'
  const own =
    /\b(?:this|the)\s(?:is\sa\s)?(?:consultation\s)?draft\s(?:\S+\s){0,5}?(?:plan|strategy|framework|document)\b/gi
  return (text.slice(0, 30_000).match(own)?.length ?? 0) >= draftMarks ? 'draft' : 'unstated'
}

function kindOf(title: string): string | undefined {
  const folded = foldMarks(title)
  const row = planKinds.find(([, words]) => words.test(folded))
  if (row) return row[0]
  const noun =
    /\b(?:(?!(?:the|our|this|that|your|their|its|new)\s)\p{L}[\p{L}-]{2,20}\s)?(?:plan|strategy|framework|programme|roadmap|charter)\b/iu.exec(
      folded
    )?.[0]
  return noun?.toLowerCase()
}
