/** Lists of Markdown-like prose, nested as they are set in, with the markers that are printed. */
import type {BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent} from 'mdast'
import {type Piece, phrasingOf, tidied} from '../pieces.ts'
import type {Context} from './context.ts'
import {piecesOfBlock} from './flat-phrasing.ts'

/** What a node is as blocks: an item may hold any. */
type BlocksOf = (node: RootContent, context: Context) => RootContent[]

/** Columns further in, from which on a numbered item stands in the one before, though Markdown wants as many as the number takes. */
const setIn = 2

/**
 * A list, and what follows it in text that is no Markdown: there, lines under a single number belong to it only where they
 * wrap its words. '4. Our priorities' is a title over them.
 */
export function listBlocks(node: List, context: Context, blocksOf: BlocksOf): RootContent[] {
  const entries = linkedEntries(node)
  if (entries && entries.length >= leastEntries) return contentsOf(entries, context, blocksOf)
  const only = node.children.length === 1 ? node.children[0]!.children : []
  const plain = node.ordered === true && !context.wrapping.breaks && only.length === 1 && only[0]!.type === 'paragraph'
  const [title, ...under] = plain ? blocksOf(only[0]!, context) : []
  if (title === undefined) return lists(node, context, blocksOf)
  return [...lists(node, context, () => [title]), ...under]
}

/** Fewer links to places of the same document are no contents. */
const leastEntries = 3

/** The paragraphs of a list that is all links to places of the same document, the lists in its items included; undefined where it is not. */
function linkedEntries({children}: List): Paragraph[] | undefined {
  const entries: Paragraph[] = []
  for (const block of children.flatMap((item) => item.children)) {
    const within = block.type === 'list' ? linkedEntries(block) : isInnerLink(block) ? [block] : undefined
    if (within === undefined) return undefined
    entries.push(...within)
  }
  return entries
}

function isInnerLink(block: BlockContent | DefinitionContent): block is Paragraph {
  if (block.type !== 'paragraph') return false
  const [link, ...more] = block.children.filter((child) => child.type !== 'text' || child.value.trim() !== '')
  return link?.type === 'link' && link.url.startsWith('#') && more.length === 0
}

function contentsOf(entries: readonly Paragraph[], context: Context, blocksOf: BlocksOf): Paragraph[] {
  return entries.flatMap((entry) =>
    blocksOf(entry, context).flatMap((block): Paragraph[] => {
      if (block.type !== 'paragraph') return []
      return [{...block, data: {...block.data, contents: '', rule: 'contents-entry'}}]
    })
  )
}

function lists(node: List, context: Context, blocksOf: BlocksOf): List[] {
  const [first] = node.children
  const furthest = (first?.position?.start.column ?? 1) + setIn
  const children: ListItem[] = []
  for (const [isIn, items] of runsOf(node.children, ({position}) => (position?.start.column ?? 1) >= furthest)) {
    const nested = node.ordered === true && isIn && items.length < node.children.length
    if (nested) children.at(-1)?.children.push(...lists({...node, children: items}, context, blocksOf))
    else children.push(...items.flatMap((item) => listItems(item, node.ordered === true, context, blocksOf)))
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
function listItems(item: ListItem, ordered: boolean, context: Context, blocksOf: BlocksOf): ListItem[] {
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
