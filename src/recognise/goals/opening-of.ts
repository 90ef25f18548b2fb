/** A piece as the opening of a goal: its words without the level's label or number before them. */

import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import type {Opening} from './openings.ts'

const numbered = /^(?:\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+(?=\p{L})/u
/** 'A6 – Warm homes': letters and a number, told from a word by the mark after them. */
const coded = /^[A-Z]{1,2}-?\d{1,2}(?:\.\d{1,2})?\s?[.):–—-]\s*(?=\p{L})/u

export function openingOf(
  piece: Piece,
  type: Opening['type'],
  term: string,
  rule: string,
  confidence: number,
  lexicon?: Lexicon
): Opening {
  const labelled = lexicon?.levelOf(piece.text)
  if (labelled?.label && labelled.title !== '') {
    const plain = openingOf({...piece, text: labelled.title}, type, labelled.term, rule, confidence)
    return {...plain, label: labelled.label}
  }
  const number = piece.kind === 'listItem' ? null : (numbered.exec(piece.text) ?? coded.exec(piece.text))
  const title = number ? piece.text.slice(number[0].length) : piece.text
  return {
    piece: piece.index,
    type,
    term,
    ...(number ? {label: number[0].trim().replace(/\s?[.):–—-]$/, '')} : {}),
    title: title.replace(/\s*:$/, ''),
    key: `unlabelled ${piece.index}`,
    rule,
    confidence,
    consumed: [],
    depth: piece.kind === 'heading' ? piece.depth : boldHeadingDepth + 1
  }
}
