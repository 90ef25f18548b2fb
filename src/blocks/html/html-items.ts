import type {BlockContent, ListItem, RootContent} from 'mdast'
import {type Piece, phrasingOf, plainOf, tidied} from '../pieces.ts'

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
