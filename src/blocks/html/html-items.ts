import type {Element, Nodes} from 'hast'
import type {BlockContent, ListItem, Paragraph, RootContent} from 'mdast'
import {type Piece, phrasingOf, plainOf, tidied} from '../pieces.ts'
import {property, wordsOf} from './html-page.ts'

/** First its words in one paragraph, printed lines parted by breaks, then lists and tables. */
export function itemOf(blocks: RootContent[], marker: string | undefined): ListItem | undefined {
  const words: Piece[] = []
  const rest: BlockContent[] = []
  for (const block of blocks) {
    if (rest.length === 0 && (block.type === 'paragraph' || block.type === 'heading')) {
      if (words.length > 0) words.push('break')
      for (const child of block.children) {
        if (child.type === 'break') words.push('break')
        else if (child.type === 'strong')
          words.push({
            value: child.children.map((inner) => ('value' in inner ? inner.value : '')).join(''),
            strong: true
          })
        else if ('value' in child) words.push({value: child.value, strong: false})
      }
    } else rest.push(block as BlockContent)
  }
  const pieces = tidied(words)
  if (plainOf(pieces).trim() === '') return undefined
  const told = bulletOf(pieces)
  return {
    type: 'listItem',
    spread: false,
    children: [{type: 'paragraph', children: phrasingOf(told.pieces)}, ...rest],
    ...(told.marker || marker ? {data: {marker: told.marker ?? marker!}} : {})
  }
}

/** Fewer links to places of the same page are no contents. */
const leastEntries = 3

/** A list, with the lists in it, that is all links to places of the same page: its entries as those of the contents. */
export function linkedEntries(list: Element): Paragraph[] | undefined {
  const links: Element[] = []
  const open: Nodes[] = [list]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text' && node.value.trim() !== '') return undefined
    if (node.type !== 'element') continue
    if (node.tagName === 'a' && property(node, 'href').startsWith('#')) links.push(node)
    else for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index]!)
  }
  if (links.length < leastEntries) return undefined
  return links.map(wordsOf).flatMap((words): Paragraph[] => {
    if (words === '') return []
    return [{type: 'paragraph', children: [{type: 'text', value: words}], data: {contents: '', rule: 'contents-entry'}}]
  })
}

/** A glyph or letter typed at the start of an item is its mark, not its words. */
function bulletOf(pieces: Piece[]): {pieces: Piece[]; marker?: string} {
  const [first, ...rest] = pieces
  if (first === undefined || first === 'break') return {pieces}
  const glyph = /^[•▪●◦‣∙·–-]\s+/.exec(first.value)
  if (glyph) return {pieces: [{...first, value: first.value.slice(glyph[0].length)}, ...rest]}
  const letter = /^(\(?(?:[ivx]{1,6}|[a-z])[.)])\s+/.exec(first.value)
  if (letter) return {pieces: [{...first, value: first.value.slice(letter[0].length)}, ...rest], marker: letter[1]!}
  return {pieces}
}

/** The mark that a numbered item shows: '3.', 'c.', 'iv.'. */
export function markerOf(number: number, type: string): string {
  if (type === 'a' && number <= 26) return `${String.fromCharCode(96 + number)}.`
  if (type === 'A' && number <= 26) return `${String.fromCharCode(64 + number)}.`
  if (/^i$/i.test(type) && number <= 20) {
    const roman = `${'x'.repeat(Math.floor(number / 10))}${['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'][number % 10]}`
    return `${type === 'I' ? roman.toUpperCase() : roman}.`
  }
  return `${number}.`
}
