/** Pieces as openings of goals: their words without the level's label or number before them. */

import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Piece} from '../pieces.ts'
import type {Opening} from './openings.ts'

const numbered = /^(?:\d{1,2}(?:\.\d{1,2}){0,2})[.):]?\s+(?=\p{L})/u
/** 'A6 – Warm homes': letters and a number, told from a word by the mark after them. */
const coded = /^[A-Z]{1,2}-?\d{1,2}(?:\.\d{1,2})?\s?[.):–—-]\s*(?=\p{L})/u

/** 'Harbour – 3 projects': how many stand under it. */
const counted =
  /\s+(?:[–—-]\s*|\()\d{1,2} (?:key |priority |strategic )?(?:projects?|actions?|objectives?|goals?|measures?|initiatives?|activit(?:y|ies)|targets?|priorit(?:y|ies)|indicators?)\)?$/i

/** A piece as the opening of a goal; with a lexicon, by its label of a level if it has one. */
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
  return plainOpening(piece, {
    type,
    term,
    ...(number ? {label: number[0].trim().replace(/\s?[.):–—-]$/, '')} : {}),
    title: title.replace(/\s*:$/, '').replace(counted, ''),
    rule,
    confidence,
    depth: piece.kind === 'heading' ? piece.depth : boldHeadingDepth + 1
  })
}

type Plain = Pick<Opening, 'type' | 'term' | 'title' | 'rule' | 'confidence'>

/** A piece as the opening of a goal that no level's label names, with the words and the rule given. */
export function plainOpening(piece: Piece, told: Plain & Partial<Opening>): Opening {
  return {piece: piece.index, key: `unlabelled ${piece.index}`, consumed: [], depth: depthOf(piece), ...told}
}

/** How deep a piece stands among headings: a bold line, and any line that is none, below all that the document marks. */
export function depthOf(piece: Piece): number {
  return piece.kind === 'heading' ? Math.min(piece.depth, boldHeadingDepth) : boldHeadingDepth + 1
}
