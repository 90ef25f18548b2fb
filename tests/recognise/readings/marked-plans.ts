/**
 * Plans marked by hand. Markdown in which each commitment stands in brackets: `⟦o …⟧` a goal at the top, `⟦p …⟧` one under the last `o`,
 * `⟦a …⟧` an action under the last `p`, `⟦m …⟧` a measure under the last `p` or else `o`, `⟦M …⟧` one under the last `o`, `⟦q N …⟧` a `p`
 * of the N-th `o`. ` ‖ ` parts other wordings, of which the first is the document's own. A file without marks is no plan.
 */
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {begin} from '../../../src/recognise/begin.ts'
import {documentFacts} from '../../../src/recognise/document/document.ts'
import {sectionsOf} from '../../../src/recognise/outline.ts'
import type {Piece} from '../../../src/recognise/pieces.ts'
import {goal, nothing, work} from '../../../src/recognise/readings/beliefs.ts'
import {type Draft, out, top} from '../../../src/recognise/readings/drafts.ts'
import {type Marks, marksOf} from '../../../src/recognise/readings/marks.ts'
import {type Place, placesOf} from '../../../src/recognise/readings/places.ts'
import {vocabulary} from '../../../src/recognise/vocabulary.ts'
import {blocksOfMarkdown} from '../../support/documents.ts'

export interface MarkedPlan {
  path: string
  text: string
  pieces: readonly Piece[]
  places: readonly Place[]
  marks: readonly Marks[]
  /** Part of each piece: nothing, work or goal. */
  parts: readonly number[]
  /** The reading that the marks ask for; marks in tables left out. */
  truth: Draft
  /** It has marks at all, and has some outside tables. */
  isPlan: boolean
  inLines: boolean
}

interface Mark {
  kind: string
  start: number
  parent?: Mark
}

/** Every marked plan of the folders, in order of their names. */
export function markedPlans(folders: readonly string[]): MarkedPlan[] {
  return folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:ann|md)$/.test(name))
      .sort()
      .map((name) => markedPlan(join(folder, name)))
  )
}

function markedPlan(path: string): MarkedPlan {
  const {text, found} = unmarked(readFileSync(path, 'utf8'))
  const blocks = blocksOfMarkdown(text)
  const {title} = documentFacts(blocks, path)
  const {pieces, lexicon} = begin(blocks, vocabulary, title)
  const sections = sectionsOf(pieces, lexicon, () => false)
  const places = placesOf(pieces, lexicon)
  const at = new Map(found.map((mark) => [mark, pieceAt(pieces, mark.start)]))
  const truth = new Int32Array(pieces.length).fill(out)
  const parts = pieces.map(() => nothing as number)
  for (const mark of found) {
    const piece = at.get(mark)
    if (piece === undefined || piece.kind === 'table' || truth[piece.index] !== out) continue
    const above = mark.parent && at.get(mark.parent)
    truth[piece.index] = above?.index ?? top
    parts[piece.index] = found.some(({parent}) => parent === mark) ? goal : work
  }
  const marks = marksOf({pieces, sections, lexicon}, title, places)
  const inLines = parts.some((part) => part !== nothing)
  return {path, text, pieces, places, marks, parts, truth, isPlan: found.length > 0, inLines}
}

/** The document's own words and where in them each mark starts. */
function unmarked(raw: string): {text: string; found: Mark[]} {
  const found: Mark[] = []
  const goals: Mark[] = []
  let [text, last] = ['', 0]
  let below: Mark | undefined
  for (const match of raw.matchAll(/⟦([opamMq]) ([^⟧]*)⟧/g)) {
    text += raw.slice(last, match.index)
    last = match.index + match[0].length
    const kind = match[1]!
    const nth = kind === 'q' ? /^(\d+) /.exec(match[2]!) : null
    const words = match[2]!.slice(nth?.[0].length ?? 0).split(' ‖ ')[0]!
    const top = goals.at(-1)
    const parents: Record<string, Mark | undefined> = {
      p: top,
      a: below,
      m: below ?? top,
      M: top,
      q: goals[Number(nth?.[1]) - 1]
    }
    const parent = parents[kind]
    const mark: Mark = {kind, start: text.length, ...(parent ? {parent} : {})}
    if (kind === 'o') [below] = [undefined, goals.push(mark)]
    if (kind === 'p') below = mark
    found.push(mark)
    text += words
  }
  return {text: text + raw.slice(last), found}
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces.findLast(({position}) => {
    const [start, end] = [position?.start.offset, position?.end.offset]
    return start !== undefined && end !== undefined && offset >= start - 1 && offset < end
  })
}
