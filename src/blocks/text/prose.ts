import type {
  BlockContent,
  DefinitionContent,
  Heading,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  Table
} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {piecesOfMarkup} from '../inline-markup.ts'
import {type Piece, phrasingOf, plainOf, tidied, withoutStrong} from '../pieces.ts'
import type {Row} from '../table-rows.ts'
import {cleaningEdits} from './cleaning.ts'
import {applyEdits, type Edited} from './edits.ts'
import {endsOpen, endsSentence, type Line, type Places, startsInside} from './lines.ts'
import {tableBlocks} from './tables.ts'

/** Constructs that plain text triggers by accident: indented lines are not code, and nothing in a plan is. */
const plainMarkdown = {disable: {null: ['codeIndented', 'codeFenced', 'codeText', 'definition']}}

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, {singleTilde: false})
  .use(function (this: {data(): object}) {
    const data = this.data() as {micromarkExtensions?: object[]}
    data.micromarkExtensions ??= []
    data.micromarkExtensions.push(plainMarkdown)
  })
  .freeze()

/** How a text breaks its lines: whether it is wrapped at a width, and at which. */
export interface Wrapping {
  wrapped: boolean
  /** Characters; where it is not wrapped those of its long lines, past which no line could have gone on. */
  width: number
}

/** What says where a parsed node stands in the source. */
interface Context {
  edited: Edited
  places: Places
  wrapping: Wrapping
  /** Where the lines of the edited text start. */
  starts: number[]
}

/** Lines of Markdown-like prose as blocks: headings, paragraphs, lists, pipe tables. Positions point into the whole text. */
export function proseBlocks(
  lines: readonly Line[],
  furniture: ReadonlySet<number>,
  places: Places,
  wrapping: Wrapping
): RootContent[] {
  const first = lines[0]
  if (!first) return []
  const source = lines.map((line) => line.text).join('\n')
  const local = lines.map((line) => ({start: line.start - first.start, text: line.text}))
  const edited = applyEdits(source, cleaningEdits(local, furniture, first.start === 0))
  const shifted: Edited = {text: edited.text, toSource: (offset) => edited.toSource(offset) + first.start}
  const starts = [0]
  for (let at = edited.text.indexOf('\n'); at >= 0; at = edited.text.indexOf('\n', at + 1)) starts.push(at + 1)
  const context: Context = {edited: shifted, places, wrapping, starts}
  const tree = parser.parse(edited.text) as Root
  return tree.children.flatMap((node) => blocksOf(node, context))
}

/** A parsed Markdown tree whose text is not at hand as blocks; its positions are as good as it brought them. */
export function treeBlocks(nodes: readonly RootContent[], places: Places): RootContent[] {
  const edited: Edited = {text: '', toSource: (offset) => offset}
  const context: Context = {edited, places, wrapping: {wrapped: true, width: 0}, starts: [0]}
  return nodes.flatMap((node) => blocksOf(node, context))
}

function blocksOf(node: RootContent, context: Context): RootContent[] {
  switch (node.type) {
    case 'heading':
      return headings(node, context)
    case 'paragraph':
      return paragraphs(node, context)
    case 'list':
      return lists(node, context)
    case 'table':
      return tableBlocks(pipeRows(node, context), context.places)
    case 'blockquote':
    case 'footnoteDefinition':
      return (node.children as RootContent[]).flatMap((child) => blocksOf(child, context))
    case 'html':
      return stray(node.value, node, context)
    case 'code':
    case 'yaml':
      return stray(node.value.replace(/</g, '&lt;').replaceAll('\n', '<br>'), node, context)
    default:
      return []
  }
}

/** HTML that stands as a block: its lines as paragraphs. */
function stray(value: string, node: RootContent, context: Context): Paragraph[] {
  const pieces = tidied(piecesOfMarkup(value))
  return linesOfPieces(pieces).map((line) => ({
    type: 'paragraph',
    children: phrasingOf(line),
    position: positionOf(node, context)
  }))
}

function linesOfPieces(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece === 'break') lines.push([])
    else lines.at(-1)!.push(piece)
  }
  return lines.filter((line) => plainOf(line).trim() !== '')
}

function headings(node: Heading, context: Context): Heading[] {
  const pieces = withoutStrong(tidied(flattened(node.children).filter((piece) => piece !== 'newline') as Piece[]))
  if (plainOf(pieces).trim() === '') return []
  return [{type: 'heading', depth: node.depth, children: phrasingOf(pieces), position: positionOf(node, context)}]
}

/** A printed line of a paragraph: its pieces, where it stands, and whether a hard break ends it. */
interface PrintedLine {
  pieces: Piece[]
  words: string
  start: number
  end: number
  hard: boolean
}

function paragraphs(node: Paragraph, context: Context): Paragraph[] {
  const lines = printedLines(node, context)
  const again = context.wrapping.wrapped ? new Set<string>() : repeatedStarts(lines)
  const groups: PrintedLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const own =
      again.has(startOf(line)) || (!context.wrapping.wrapped && isLabelled(line) && before && !endsOpen(before.words))
    if (group && before && (before.hard || (!own && isWrapped(before, line, context.wrapping)))) group.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => {
    const pieces = joinedLines(group, context.wrapping)
    if (plainOf(pieces).trim() === '') return []
    return [
      {
        type: 'paragraph' as const,
        children: phrasingOf(pieces),
        position: context.places.position(group[0]!.start, group.at(-1)!.end)
      }
    ]
  })
}

/** The first word of a line, where it is one that lines of a kind may share: 'Objective', 'Action'. */
function startOf({words}: PrintedLine): string {
  return /^\p{Lu}\p{Ll}{3,20}(?= \S)/u.exec(words.trimStart())?.[0] ?? ''
}

/** Words that open several lines of one paragraph: 'Objective Train …', 'Objective Open …', which are lines of their own. */
function repeatedStarts(lines: readonly PrintedLine[]): Set<string> {
  const starts = Map.groupBy(lines.map(startOf).filter(Boolean), (start) => start)
  return new Set([...starts.values()].filter(({length}) => length > 1).map(([start]) => start!))
}

/** 'Policy T2: …', 'Actions:' at the start of a line. */
function isLabelled({words}: PrintedLine): boolean {
  return /^\p{Lu}[\p{L}'’-]{2,20}(?: \p{L}{2,20})?(?: [A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?)?:(?:\s|$)/u.test(
    words.trimStart()
  )
}

function joinedLines(group: readonly PrintedLine[], wrapping: Wrapping): Piece[] {
  const pieces: Piece[] = []
  group.forEach((line, index) => {
    const before = group[index - 1]
    if (before) {
      const wrapped =
        !before.hard || (startsInside(line.words) && !endsSentence(before.words) && isWrapped(before, line, wrapping))
      if (!wrapped) pieces.push('break')
      else if (!/\p{L}-$/u.test(before.words) || !startsInside(line.words))
        pieces.push({value: ' ', strong: isBoldAcross(before, line)})
    }
    pieces.push(...line.pieces)
  })
  return tidied(pieces)
}

function isBoldAcross(before: PrintedLine, line: PrintedLine): boolean {
  const [last, first] = [before.pieces.at(-1), line.pieces[0]]
  return (
    last !== undefined && last !== 'break' && last.strong && first !== undefined && first !== 'break' && first.strong
  )
}

/** 'Aim 2: Protection' */
const numberedLabel = /^\p{Lu}[\p{L}'’-]{2,20}(?: \p{L}{2,20})? [A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?\s?[:–—-]\s*\S/u

/** Characters below which such a line is whole in any text: no column of a page is so narrow. */
const shortLabel = 30

/** Share of the text's width below which a line that is a label has not wrapped. */
const shortOfWidth = 0.6

/** Whether a line end inside a paragraph only wraps the words, rather than ending what they say. */
export function isWrapped(before: {words: string}, after: {words: string}, {wrapped, width}: Wrapping): boolean {
  const [head, tail] = [before.words.trimEnd(), after.words.trimStart()]
  if (numberedLabel.test(head) && head.length < Math.max(shortLabel, width * shortOfWidth) && /^\p{Lu}/u.test(tail))
    return false
  if (/^(?:[A-Z][\w'’ -]{2,40}):\s/.test(tail) && endsSentence(head)) return false
  if (startsInside(tail)) return true
  if (!endsSentence(head) && endsOpen(head)) return true
  const next = /^\S{0,40}/.exec(tail)![0].length
  const full = head.length + 1 + next >= width * 0.8
  if (wrapped) return endsSentence(head) ? full && !head.endsWith(':') : full || head.length > width * 0.5
  return !endsSentence(head) && head.length >= 60 && full
}

function printedLines(node: Paragraph, context: Context): PrintedLine[] {
  const from = context.edited.text
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const lines: PrintedLine[] = []
  let pieces: Piece[] = []
  let [line, at] = [(node.position?.start.line ?? 1) - 1, start]
  const close = (hard: boolean): void => {
    const next = context.starts[line + 1] ?? from.length + 1
    const stop = Math.min(next - 1, end)
    const raw = from.slice(at, stop)
    const lead = raw.length - raw.trimStart().length
    const tidy = tidied(pieces)
    lines.push({
      pieces: tidy,
      words: plainOf(tidy),
      start: context.edited.toSource(at + lead),
      end: context.edited.toSource(Math.max(at + lead, at + raw.trimEnd().length)),
      hard
    })
    pieces = []
    line++
    at = next
  }
  for (const piece of flattened(node.children)) {
    if (piece === 'newline') close(false)
    else if (piece === 'break-line') close(true)
    else pieces.push(piece)
  }
  close(false)
  return lines.filter(({words}) => words.trim() !== '')
}

type Flat = Piece | 'newline' | 'break-line'

/** Phrasing laid flat: text with its weight, hard breaks, line ends. Links keep their words; pictures go. */
function flattened(nodes: readonly PhrasingContent[]): Flat[] {
  const flat: Flat[] = []
  let tagged = 0
  const visit = (node: PhrasingContent, strong: boolean): void => {
    const bold = strong || tagged > 0
    switch (node.type) {
      case 'text':
        node.value
          .replaceAll('**', '')
          .split('\n')
          .forEach((value, index) => {
            if (index > 0) flat.push('newline')
            if (value !== '') flat.push({value, strong: bold})
          })
        break
      case 'break':
        flat.push('break-line')
        break
      case 'inlineCode':
        flat.push({value: node.value, strong: bold})
        break
      case 'html':
        if (/^<(?:b|strong)[\s>]/i.test(node.value)) tagged++
        else if (/^<\/(?:b|strong)>/i.test(node.value)) tagged = Math.max(0, tagged - 1)
        else if (/^<\/?(?:br|p|li|div|tr|td)\b/i.test(node.value)) flat.push('break')
        for (let at = node.value.indexOf('\n'); at >= 0; at = node.value.indexOf('\n', at + 1)) flat.push('newline')
        break
      default:
        if ('children' in node) for (const child of node.children) visit(child, strong || node.type === 'strong')
    }
  }
  for (const node of nodes) visit(node, false)
  return flat
}

/** Columns further in, from which on a numbered item stands in the one before, though Markdown wants as many as the number takes. */
const setIn = 2

function lists(node: List, context: Context): List[] {
  const [first] = node.children
  const furthest = (first?.position?.start.column ?? 1) + setIn
  const children: ListItem[] = []
  for (const [isIn, items] of runsOf(node.children, ({position}) => (position?.start.column ?? 1) >= furthest)) {
    const nested = node.ordered === true && isIn && items.length < node.children.length
    if (nested) children.at(-1)?.children.push(...lists({...node, children: items}, context))
    else children.push(...items.flatMap((item) => listItems(item, node.ordered === true, context)))
  }
  if (children.length === 0) return []
  const ordered = node.ordered === true || children.every((item) => item.data?.marker !== undefined)
  const start = children[0]!.position!.start.offset!
  const end = children.at(-1)!.position!.end.offset!
  return [
    {
      type: 'list',
      ordered,
      spread: false,
      children,
      position: context.places.position(start, end)
    }
  ]
}

/** Items next to each other of which the same is true. */
function runsOf<Item>(items: readonly Item[], test: (item: Item) => boolean): [is: boolean, items: Item[]][] {
  const runs: [boolean, Item[]][] = []
  for (const item of items) {
    const is = test(item)
    const last = runs.at(-1)
    if (last?.[0] === is) last[1].push(item)
    else runs.push([is, [item]])
  }
  return runs
}

const printedMarker = /^(\(?(?:[ivx]{1,6}|[a-z])[.)])\s+/

/** A list item holds one paragraph, its printed lines parted by breaks, and then at most lists and tables. */
function listItems(item: ListItem, ordered: boolean, context: Context): ListItem[] {
  const words: Piece[] = []
  const rest: (BlockContent | DefinitionContent)[] = []
  let [start, end] = [-1, -1]
  for (const block of item.children.flatMap((child) => blocksOf(child, context))) {
    if (rest.length === 0 && (block.type === 'paragraph' || block.type === 'heading')) {
      if (words.length > 0) words.push('break')
      words.push(...piecesOfBlock(block))
      if (start < 0) start = block.position!.start.offset!
      end = block.position!.end.offset!
    } else rest.push(block as BlockContent)
  }
  const nested = rest.flatMap((block) => (block.type === 'list' && words.length === 0 ? block.children : []))
  if (words.length === 0) return nested
  const from = item.position?.start.offset ?? 0
  const raw = context.edited.text.slice(from, from + 12)
  let pieces = tidied(words)
  let marker = ordered ? /^\s*(\d{1,9}[.)])/.exec(raw)?.[1] : undefined
  const head = pieces[0]
  const printed = head !== undefined && head !== 'break' ? printedMarker.exec(head.value) : null
  if (printed && head !== undefined && head !== 'break') {
    marker = printed[1]!
    pieces = [{...head, value: head.value.slice(printed[0].length)}, ...pieces.slice(1)]
  }
  const stop = Math.max(end, ...rest.map((block) => block.position?.end.offset ?? 0))
  const paragraph: Paragraph = {
    type: 'paragraph',
    children: phrasingOf(pieces),
    position: context.places.position(start, end)
  }
  if (paragraph.children.length === 0) return []
  return [
    {
      type: 'listItem',
      spread: false,
      children: [paragraph, ...rest],
      position: context.places.position(start, stop),
      ...(marker ? {data: {marker}} : {})
    }
  ]
}

function piecesOfBlock(block: Paragraph | Heading): Piece[] {
  return block.children.map((child): Piece => {
    if (child.type === 'break') return 'break'
    if (child.type === 'strong')
      return {value: child.children.map((text) => ('value' in text ? text.value : '')).join(''), strong: true}
    return {value: 'value' in child ? child.value : '', strong: false}
  })
}

function pipeRows(node: Table, context: Context): Row[] {
  return node.children.map((row) => {
    const cells = row.children.map((cell) => {
      const {start, end} = offsets(cell, context)
      return {pieces: cellPieces(cell.children), start, end}
    })
    return {cells, afterGap: false, ...offsets(row, context)}
  })
}

function cellPieces(children: readonly PhrasingContent[]): Piece[] {
  return tidied(
    flattened(children).map((piece): Piece => (piece === 'newline' || piece === 'break-line' ? 'break' : piece))
  )
}

function offsets(
  node: {position?: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined},
  context: Context
) {
  const start = context.edited.toSource(node.position?.start.offset ?? 0)
  return {start, end: Math.max(start, context.edited.toSource(node.position?.end.offset ?? 0))}
}

function positionOf(node: RootContent, context: Context) {
  const {start, end} = offsets(node, context)
  return context.places.position(start, end)
}
