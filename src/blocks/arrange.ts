import type {Data, Heading, List, ListItem, Nodes, Paragraph, RootContent} from 'mdast'
import type {Position} from 'unist'
import {mergedPages} from './page-spans.ts'
import {isAllStrong, type Piece, phrasingOf, piecesOf, plainOf, tidied, withoutStrong} from './pieces.ts'
import {endsOpen, endsSentence, startsInside} from './text/lines.ts'

/** A sentence is cut by page breaks and wraps into no more parts than this. */
const mostParts = 12

/** Blocks of the parser as blocks of the plan: bold lines are headings, cut sentences whole, lists of one kind joined. */
export function arranged(blocks: readonly RootContent[]): RootContent[] {
  const whole: RootContent[] = []
  let depth = 1
  let parts = 1
  const add = (block: RootContent): void => {
    // A list of its own, so that it can grow in place: copying it for each item would take time that grows with its square.
    whole.push(block.type === 'list' ? {...block, children: [...block.children]} : block)
    parts = 1
  }
  for (const block of blocks) {
    const before = whole.at(-1)
    if (block.type === 'heading') depth = block.depth
    const lone = block.type === 'list' ? loneNumber(block) : undefined
    if (lone)
      add(isTitleLine(lone) ? {...headingOf(lone, Math.min(6, depth + 1)), data: {rule: 'numbered-line'}} : lone)
    else if (block.type === 'paragraph' && !block.data?.contents && isBoldLine(piecesOf(block.children)))
      add(headingOf(block, Math.min(6, depth + 1)))
    else if (block.type === 'paragraph' && before && parts < mostParts && joins(before, block)) {
      parts++
      if (before.type === 'list') growItem(before, block)
      else whole[whole.length - 1] = joinedParagraph(before as Paragraph, block)
    } else if (block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered) {
      for (const item of block.children) before.children.push(item)
      Object.assign(before, across(before, block))
      parts = 1
    } else add(block)
  }
  return withExplainedItems(whole)
}

/** Explanations that stand between items become the items' own; items that head those after them become headings. */
export function withExplainedItems(blocks: readonly RootContent[]): RootContent[] {
  return withExplanations(blocks).flatMap((block, index, all) =>
    block.type === 'list' ? partedList(block, all[index - 1]) : [block]
  )
}

/** This many lists, each followed by one paragraph, show that the paragraphs belong to the items before them. */
const explained = 3

/** Most items of a list that stands between two explanations. */
const itemsBetween = 3

/** Item, explanation, item, explanation …: the explanations are the items' own, and the lists are one. */
function withExplanations(blocks: readonly RootContent[]): RootContent[] {
  const whole: RootContent[] = []
  for (let index = 0; index < blocks.length; index++) {
    let [end, pairs] = [index, 0]
    while (isShortList(blocks[end], blocks[index]) && isExplanation(blocks[end + 1])) {
      pairs++
      end += 2
    }
    if (pairs < explained) {
      whole.push(blocks[index]!)
      continue
    }
    const last = isShortList(blocks[end], blocks[index]) ? blocks[end] : undefined
    const items: ListItem[] = []
    for (const block of blocks.slice(index, last ? end + 1 : end)) {
      if (block.type === 'list') items.push(...block.children)
      else items.push(explainedItem(items.pop()!, block as Paragraph))
    }
    const first = blocks[index] as List
    whole.push({...first, children: items, ...across(first, last ?? blocks[end - 1]!)})
    index = last ? end : end - 1
  }
  return whole
}

function isShortList(block: RootContent | undefined, first: RootContent | undefined): boolean {
  return (
    block?.type === 'list' &&
    block.children.length <= itemsBetween &&
    first?.type === 'list' &&
    first.ordered === block.ordered
  )
}

function isExplanation(block: RootContent | undefined): boolean {
  if (block?.type !== 'paragraph' || block.data?.contents !== undefined || block.data?.aside !== undefined) return false
  const words = plainOf(piecesOf(block.children)).trim()
  return !words.endsWith(':') && (endsSentence(words) || words.split(/\s+/).length > longestTitleLine)
}

/** Longest line that is no sentence and may be the title of what follows it, words. */
const longestTitleLine = 12

function explainedItem(item: ListItem, explanation: Paragraph): ListItem {
  const [head, ...rest] = item.children
  if (head?.type !== 'paragraph') return {...item, children: [...item.children, explanation]}
  const pieces: Piece[] = [...piecesOf(head.children), 'break', ...piecesOf(explanation.children)]
  const paragraph: Paragraph = {...head, children: phrasingOf(pieces), ...across(head, explanation)}
  return {...item, children: [paragraph, ...rest], ...across(item, explanation)}
}

function headingOf(block: Paragraph, depth: number): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: phrasingOf(withoutStrong(piecesOf(block.children))),
    ...(block.position ? {position: block.position} : {}),
    data: {...block.data, rule: block.data?.rule ?? 'bold-line'}
  }
}

/** A numbered list of one is a numbered line: '2. Year one (2031-32)'. */
function loneNumber(list: List): Paragraph | undefined {
  const item = list.children[0]
  const paragraph = item?.children[0]
  if (!list.ordered || list.children.length > 1 || item?.children.length !== 1 || paragraph?.type !== 'paragraph')
    return undefined
  const marker: Piece[] = item.data?.marker ? [{value: `${item.data.marker} `, strong: false}] : []
  return {...paragraph, children: phrasingOf([...marker, ...piecesOf(paragraph.children)])}
}

/** A title has no more words than this. */
const titleWords = 14

function isTitleLine(paragraph: Paragraph): boolean {
  const words = plainOf(piecesOf(paragraph.children))
  return words.split(/\s+/).length <= titleWords && !/[.;,]$/.test(words) && !words.includes('\n')
}

/** From the start of one block to the end of another, and on the pages of both, where they have positions and pages. */
function across(before: Nodes, after: Nodes): {position?: Position; data?: Data} {
  const pages = mergedPages(before.data?.pages, after.data?.pages)
  return {
    ...(before.position && after.position ? {position: {start: before.position.start, end: after.position.end}} : {}),
    ...(pages.length > 0 ? {data: {...before.data, pages}} : {})
  }
}

/** A value this short, in words, may be the cut-off end of the labelled line above. */
const tailWords = 4
/** 'Objective 3 Give visitors a reason to stop' */
const numberedLine = /^\p{Lu}\p{Ll}{2,20} \d{1,2}(?:\s?[:.–—-])?\s+\p{Lu}/u
/** A numbered title of fewer characters has not wrapped. */
const shortTitle = 30

/** Whether a paragraph goes on with the sentence of the block before: a page break or a wrapped line parted them. */
function joins(before: RootContent, block: Paragraph): boolean {
  if (block.data?.contents !== undefined || before.data?.contents !== undefined) return false
  const head = lastWords(before)
  if (head === '' || endsSentence(head)) return false
  const words = plainOf(piecesOf(block.children))
  if (startsInside(words)) return before.type !== 'heading'
  if (before.type !== 'paragraph') return false
  // 'Objective 3 …' starts anew whatever word the line before ends in
  if (numberedLine.test(words)) return false
  if (endsOpen(head)) return true
  // 'Aim 2: Response' is whole
  const titled = head.length < shortTitle && /^\p{Lu}[\p{L} ]{2,30} \d{1,2}\s?:/u.test(head)
  const labelled = !titled && /^[^:]{3,60}:\s+\S/.test(head)
  return labelled && /\.$/.test(words) && words.split(/\s+/).length <= tailWords && !words.includes(':')
}

function lastWords(block: RootContent): string {
  if (block.type === 'paragraph') return plainOf(piecesOf(block.children))
  const item = block.type === 'list' ? block.children.at(-1) : undefined
  const last = item?.children.at(-1)
  return last?.type === 'paragraph' ? plainOf(piecesOf(last.children)) : ''
}

/** The rest of the last item's sentence. */
function growItem(list: List, block: Paragraph): void {
  const item = list.children.at(-1)!
  const paragraph = joinedParagraph(item.children.at(-1) as Paragraph, block)
  list.children[list.children.length - 1] = {
    ...item,
    children: [...item.children.slice(0, -1), paragraph],
    ...across(item, block)
  }
  Object.assign(list, across(list, block))
}

function joinedParagraph(head: Paragraph, tail: Paragraph): Paragraph {
  const [left, right] = [piecesOf(head.children), piecesOf(tail.children)]
  const space: Piece = {value: ' ', strong: isAllStrong(left.slice(-1)) && isAllStrong(right.slice(0, 1))}
  return {...head, children: phrasingOf(tidied([...left, space, ...right])), ...across(head, tail)}
}

/** A short item that ends in '...' like the heading over its list ('We will...', 'We won't...') heads the items after it. */
function partedList(list: List, before: RootContent | undefined): RootContent[] {
  const dots = /(?:\.{3}|…)$/
  if (before?.type !== 'heading' || !dots.test(plainOf(piecesOf(before.children)))) return [list]
  const parts: RootContent[] = []
  let items: ListItem[] = []
  const close = (): void => {
    const [first, last] = [items[0], items.at(-1)]
    if (first && last) parts.push({...list, children: items, ...across(first, last)})
    items = []
  }
  list.children.forEach((item, index) => {
    const paragraph = item.children[0]
    const words = paragraph?.type === 'paragraph' ? plainOf(piecesOf(paragraph.children)) : ''
    if (
      paragraph?.type === 'paragraph' &&
      dots.test(words) &&
      words.split(/\s+/).length <= 6 &&
      index + 1 < list.children.length
    ) {
      close()
      parts.push({...headingOf(paragraph, before.depth), data: {rule: 'list-heading'}})
    } else items.push(item)
  })
  close()
  return parts
}

/** Whether a paragraph's words are all bold and end no sentence: printed as a heading, whatever the markup says. */
function isBoldLine(pieces: readonly Piece[]): boolean {
  const words = plainOf(pieces)
  return isAllStrong(pieces) && !/[.;,]["'”’]?$/.test(words) && /\p{L}/u.test(words) && !pieces.includes('break')
}
