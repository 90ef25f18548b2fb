/** Numbers that run on through a list, or through headings and lists: what stands between two of them is nested in the first. */

import type {Piece} from '../pieces.ts'
import {firstListOf, numberedHeading} from './mended.ts'

const numberMark = /^\(?(\d{1,2})([.)])$/
const letterMark = /^\(?([a-z])[.)]$/i
const headingNumber = /^(\d{1,2})([.)])\s+(?=\S)/

function numberOf(piece: Piece | undefined): [number: number, mark: string] | undefined {
  if (!piece || (piece.kind === 'listItem' && piece.depth !== 1)) return undefined
  const text = piece.kind === 'listItem' ? numberMark.exec(piece.marker ?? '') : null
  const [, number, mark] = text ?? (piece.kind === 'heading' ? headingNumber.exec(piece.text) : null) ?? []
  return number && mark ? [Number(number), mark] : undefined
}

/** The same pieces with such lists nested, and with the first or last of such a series of one make with the others. */
export function withNumberedSeries(pieces: readonly Piece[]): Piece[] {
  return withMixedSeries(withLetteredLists(pieces))
}

/** '1) … a) … b) … 2) …' in one list of one depth: the letters are below the numbers; a number that starts again starts a list. */
function withLetteredLists(pieces: readonly Piece[]): Piece[] {
  let over: Piece | undefined
  let [last, list, lettered] = [0, 0, false]
  const lists = new Set(
    pieces
      .filter(({kind, depth, marker}) => kind === 'listItem' && depth === 1 && letterMark.test(marker ?? ''))
      .map((piece) => piece.list)
  )
  return pieces.map((piece, at) => {
    if (piece.kind !== 'listItem' || piece.list === undefined || !lists.has(piece.list)) return piece
    const before = pieces[at - 1]
    if (before?.list !== piece.list) [over, last, list, lettered] = [undefined, 0, piece.list, false]
    const number = numberOf(piece)
    if (number) {
      if (last > 0 && number[0] <= last) list = firstListOf.numberedSeries + at
      ;[over, last, lettered] = [piece, number[0], false]
      return list === piece.list ? piece : {...piece, list}
    }
    const letter = piece.depth === 1 ? letterMark.exec(piece.marker ?? '')?.[1]?.toLowerCase() : undefined
    if (over && (lettered || letter === 'a')) {
      lettered = true
      return {...piece, depth: piece.depth + 1, parent: over.index, list: firstListOf.numberedSeries + over.index}
    }
    return piece
  })
}

/** The list that starts there ends before a heading with its next number: its entries are headings between headings. */
function headingGoesOn(pieces: readonly Piece[], start: number): boolean {
  let last = numberOf(pieces[start])![0]
  for (let at = start + 1; at < pieces.length; at += 1) {
    const number = numberOf(pieces[at])
    if (number) last += 1
    if (number && number[0] !== last) return false
    if (pieces[at]!.kind === 'heading') return number !== undefined
  }
  return false
}

/** A number that a heading has and its neighbours in a list, or the other way round. */
function withMixedSeries(pieces: readonly Piece[]): Piece[] {
  const out = [...pieces]
  pieces.forEach((piece, at) => {
    const number = numberOf(piece)
    if (!number) return
    let end = at + 1
    while (pieces[end]?.kind === 'listItem' && !numberOf(pieces[end])) end += 1
    const next = pieces[end]
    const after = numberOf(next)
    if (!next || end === at + 1 || after?.[0] !== number[0] + 1 || after[1] !== number[1] || next.kind === piece.kind)
      return
    const inside = pieces.slice(at + 1, end)
    if (piece.kind === 'heading') {
      if (headingGoesOn(pieces, end)) return
      const [mark] = headingNumber.exec(piece.text)!
      const text = piece.text.slice(mark.length)
      out[at] = {
        ...piece,
        kind: 'listItem',
        depth: 1,
        list: next.list!,
        marker: mark.trim(),
        ordered: true,
        text,
        lines: [text],
        lead: ''
      }
      // what stands under the later numbers is nested as what stands under the first is
      let over = piece
      for (let below = at + 1; pieces[below]?.kind === 'listItem'; below += 1) {
        const each = pieces[below]!
        if (numberOf(each)) over = each
        else if (each.list !== next.list)
          out[below] = {...each, depth: each.depth + 1, ...(each.parent === undefined ? {parent: over.index} : {})}
      }
      return
    }
    out[at] = {...numberedHeading(piece, next.depth), lead: ''}
    inside.forEach((each, place) => {
      const {parent, ...own} = each
      out[at + 1 + place] = parent === piece.index ? {...own, depth: Math.max(1, each.depth - 1)} : each
    })
  })
  return out
}
