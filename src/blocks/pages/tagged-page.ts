/** A page of a tagged PDF in the order of its structure tree: what each element holds, where its tags bear a check. */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Page, Run, Tag} from '../../source/types.ts'
import {type TableDraft, wordsOfDraft} from '../tables/draft.ts'
import type {LongTable} from '../tables/long-table.ts'
import {taggedTable} from '../tables/tagged.ts'
import {around, shared, widthOf} from './boxes.ts'
import type {Line} from './lines.ts'
import {linesInOrder, type TagReading, wordsOfTag} from './tagged-lines.ts'
import {holdsBlocks, isHeadingRole, isLeafRole, type TagFacts} from './tags.ts'

/** Words of one element, or of what stands loose between elements, in their order. */
export interface TaggedBlock {
  kind: 'block'
  /** 'H2', 'P' …; '' for words that stand loose in a container. */
  role: string
  id: number
  lines: Line[]
  box: Box
  /** Set for the first block of a list item: its printed label, '' where none is printed as a word. */
  label?: Run[]
  /** Lists around it. */
  depth: number
  /** It goes on with the last element of the page before. */
  continues?: boolean
}

export interface TaggedTable {
  kind: 'table'
  table: LongTable
  box: Box
}

export type TaggedPart = TaggedBlock | TaggedTable

/** Words of the page, in letters, that must stand in tagged elements for their order to be followed. */
const coverage = 0.85
/** Steps from element to element that may go up in one column, of all steps. */
const upwardShare = 0.08
/** Elements that may stop in mid-sentence where the next one goes on below: more, and each line has a tag of its own. */
const brokenShare = 0.25
/** Distance of baselines over the usual one of an element, and the number of such gaps, that show several paragraphs in one. */
const innerGap = 1.6
const innerGaps = 3
/** Letters in elements of several paragraphs, of all, from which the tags are those of a careless program. */
const lumpedShare = 0.3

/** The page's elements in order and the words that none holds; undefined where the tags cannot be trusted. `gone` holds furniture. */
export function taggedParts(
  page: Page,
  gone: ReadonlySet<Run>,
  drawn: readonly TableDraft[],
  facts: TagFacts
): {parts: TaggedPart[]; rest: Run[]} | undefined {
  if (!page.tags || page.tags.length === 0) return undefined
  const loose = page.runs.filter((run) => !gone.has(run) && Math.abs(run.angle ?? 0) <= 5)
  // Where tables have no tags, those that rules draw are not torn.
  const ruled = new Set(facts.tables ? [] : drawn.flatMap(wordsOfDraft))
  const words = ruled.size > 0 ? loose.filter((word) => !ruled.has(word)) : loose
  const held = new Map<number, Run[]>()
  for (const word of words) {
    if (word.mcid === undefined) continue
    const there = held.get(word.mcid)
    if (there) there.push(word)
    else held.set(word.mcid, [word])
  }
  if (holdsTwice(page.tags)) return undefined
  const reading: Reading = {
    page,
    held,
    order: new Map(words.map((word, i) => [word, i])),
    drawn,
    facts,
    parts: [],
    ids: 0,
    failed: false
  }
  readChildren({role: '', mcids: [], children: page.tags}, reading, {depth: 0})
  const {parts} = reading
  const taken = new Set(parts.flatMap(wordsOfPart))
  if (lettersOf(taken) < coverage * lettersOf(words)) return undefined
  if (reading.failed || !inOrder(parts) || isLumped(parts) || isBroken(parts)) return undefined
  return {parts, rest: loose.filter((word) => !taken.has(word))}
}

/** Whether two elements claim the same words. */
function holdsTwice(tags: readonly Tag[], seen = new Set<number>()): boolean {
  return tags.some(({mcids, children}) => {
    for (const mcid of mcids) {
      if (seen.has(mcid)) return true
      seen.add(mcid)
    }
    return holdsTwice(children, seen)
  })
}

interface Reading extends TagReading {
  parts: TaggedPart[]
  /** A table whose tags and places do not fit together. */
  failed: boolean
}

interface Context {
  depth: number
  /** The label of the item whose first words come next. */
  item?: {label: Run[]; used: boolean}
  /** The element, or the item around it, begins on the page before. */
  cut?: boolean
}

/** Elements in elements; what stands loose between them is a block of its own. */
function readChildren(tag: Tag, reading: Reading, context: Context): void {
  let loose: Run[] = tag.mcids.flatMap((mcid) => reading.held.get(mcid) ?? [])
  const close = (): void => {
    addBlock('', loose, reading, context)
    loose = []
  }
  for (const child of tag.children) {
    if (child.role === 'Lbl' && context.item) continue
    if (holdsBlocks(child)) {
      close()
      readTag(child, reading, context)
    } else loose.push(...wordsOfTag(child, reading.held))
  }
  close()
}

function readTag(tag: Tag, reading: Reading, context: Context): void {
  const {role} = tag
  if (isHeadingRole(role)) addBlock(role, wordsOfTag(tag, reading.held), reading, {depth: context.depth})
  else if (isLeafRole(role)) {
    const inner = tag.children.filter(holdsBlocks)
    const own: Tag = inner.length > 0 ? {...tag, children: tag.children.filter((child) => !inner.includes(child))} : tag
    addBlock(role, wordsOfTag(own, reading.held), reading, tag.cut?.above ? {...context, cut: true} : context)
    for (const child of inner) readTag(child, reading, context)
  } else if (role === 'L') readChildren(tag, reading, {depth: context.depth + 1})
  else if (role === 'LI') {
    const labels = tag.children.filter((child) => child.role === 'Lbl')
    const heads = tag.children.some((child) => isHeadingRole(child.role))
    const label = labels.flatMap((child) => wordsOfTag(child, reading.held))
    const {depth} = context
    // An item that a page break cut has its label on the page before.
    const cut = tag.cut?.above === true && label.length === 0 && reading.parts.length === 0
    readChildren(tag, reading, heads ? {depth} : cut ? {depth, cut} : {depth, item: {label, used: false}})
  } else if (role === 'Table') {
    const table = taggedTable(tag, reading)
    if (table === 'unfit') reading.failed = true
    else if (table)
      reading.parts.push({
        kind: 'table',
        table,
        box: around(table.rows.flatMap(({parts}) => parts.map(({box}) => box)))
      })
    else readChildren(tag, reading, context)
  } else readChildren(tag, reading, context)
}

function addBlock(role: string, words: readonly Run[], reading: Reading, context: Context): void {
  if (words.length === 0) return
  reading.ids += 1
  const lines = linesInOrder(words, reading)
  const first = context.item && !context.item.used ? context.item : undefined
  if (first) first.used = true
  for (const line of lines) if (role !== '') line.block = reading.ids
  reading.parts.push({
    kind: 'block',
    role,
    id: reading.ids,
    lines,
    box: around(lines.map(({box}) => box)),
    depth: context.depth,
    ...(first ? {label: first.label} : {}),
    ...(context.cut && reading.parts.length === 0 ? {continues: true} : {})
  })
}

const wordsOfPart = (part: TaggedPart): Run[] =>
  part.kind === 'block'
    ? [...part.lines.flatMap(({words}) => words), ...(part.label ?? [])]
    : part.table.rows.flatMap(({cells}) =>
        cells.flatMap(({parts}) => parts.flatMap(({lines}) => lines.flatMap(({words}) => words)))
      )

const lettersOf = (words: Iterable<Run>): number => {
  let letters = 0
  for (const {text} of words) letters += text.length
  return letters
}

/** Reading goes down a column, and up only to begin another. */
function inOrder(parts: readonly TaggedPart[]): boolean {
  let [up, steps] = [0, 0]
  parts.forEach((part, i) => {
    const before = parts[i - 1]
    if (!before) return
    const [from, to] = [lastBox(before), firstBox(part)]
    steps += 1
    const over = shared(from[0], from[2], to[0], to[2])
    if (to[3] < from[1] + 1 && over > 0.5 * Math.min(widthOf(from), widthOf(to))) up += 1
  })
  return up <= Math.max(1, upwardShare * steps)
}

const lastBox = (part: TaggedPart): Box => (part.kind === 'block' ? part.lines.at(-1)!.box : part.box)
const firstBox = (part: TaggedPart): Box => (part.kind === 'block' ? part.lines[0]!.box : part.box)

/** Several paragraphs in one element. */
function isLumped(parts: readonly TaggedPart[]): boolean {
  let [lumped, all] = [0, 0]
  for (const part of parts) {
    if (part.kind !== 'block') continue
    const letters = lettersOf(wordsOfPart(part))
    all += letters
    if (part.role === '') continue
    const pitches = part.lines.slice(1).map((line, i) => (line.baseline - part.lines[i]!.baseline) / line.size)
    const usual = pitches.toSorted((a, b) => a - b)[pitches.length >> 1] ?? 0
    if (pitches.filter((pitch) => pitch > innerGap * usual).length >= innerGaps) lumped += letters
  }
  return lumped > lumpedShare * all
}

/** Elements that end in mid-sentence, the next going on in small letters right below. */
function isBroken(parts: readonly TaggedPart[]): boolean {
  let [broken, all] = [0, 0]
  parts.forEach((part, i) => {
    const next = parts[i + 1]
    if (part.kind !== 'block' || part.role !== 'P') return
    all += 1
    const [last, first] = [part.lines.at(-1)!, next?.kind === 'block' ? next.lines[0]! : undefined]
    if (!first || next?.kind !== 'block' || next.role !== 'P') return
    const goesOn = /^\p{Ll}/u.test(first.words[0]!.text) && !/[.!?:;]["'”’)]*$/.test(last.words.at(-1)!.text)
    if (goesOn && Math.abs(first.size - last.size) < 0.3) broken += 1
  })
  return broken > Math.max(2, brokenShare * all)
}
