/** Goals said again: in the contents, the foreword, a summary. */
import type {Restatement} from '../../../plan-tree/nodes.ts'
import {kindsOf} from '../../outline.ts'
import {endsInPageNumber, withoutLeaders} from '../../page-numbers.ts'
import type {Piece} from '../../pieces.ts'
import {passage, type Reading} from '../../reading.ts'
import type {Recogniser} from '../../recogniser.ts'
import {restated} from '../outcomes.ts'

function whereSaid(piece: Piece, reading: Reading): Restatement['where'] {
  const kinds = kindsOf(reading.sections[piece.index])
  if (piece.entry || kinds.includes('contents') || endsInPageNumber(piece.text)) return 'contents'
  if (kinds.includes('foreword') || kinds.includes('introduction')) return 'foreword'
  if (kinds.includes('summary')) return 'summary'
  if (/^appendix|^annex/i.test(reading.sections[piece.index]?.title ?? '')) return 'appendix'
  // before any goal has been opened, a plan introduces itself
  return reading.byKey.size === 0 ? 'foreword' : 'summary'
}

export const restatementRecognisers: Recogniser[] = [
  {
    id: 'restatements/labelled',
    applies: (piece, reading) => (reading.scheme.echoes.has(piece.index) ? 0.95 : 0),
    read: (piece, reading) => {
      const echo = reading.scheme.echoes.get(piece.index)!
      const where = whereSaid(piece, reading)
      const words =
        where === 'contents' ? withoutLeaders(echo.title).replace(/(\p{L}\S*)\s+\d{1,3}$/u, '$1') : echo.title
      reading.waiting.push({
        key: echo.key,
        piece: piece.index,
        node: restated(piece, reading, 'outcome', where, echo.label, words)
      })
      if (where !== 'contents' && reading.goals.length === 0)
        reading.echo = {...echo, section: reading.sections[piece.index]!}
    }
  },
  {
    id: 'restatements/priority-of-summary',
    applies: (piece, reading) => {
      const {echo} = reading
      if (!echo || reading.goals.length > 0 || piece.kind !== 'listItem') return 0
      const opener = reading.pieces[echo.piece]!
      if (opener.kind === 'listItem') return piece.parent === echo.piece ? 0.9 : 0
      for (let at = piece.index - 1; at > echo.piece; at -= 1) if (reading.pieces[at]!.kind !== 'listItem') return 0
      return 0.9
    },
    read: (piece, reading) => {
      const {echo} = reading
      reading.waiting.push({
        key: echo!.key,
        piece: piece.index,
        node: restated(piece, reading, 'priority', whereSaid(piece, reading), undefined)
      })
    }
  },
  {
    id: 'restatements/contents-line',
    applies: (piece, reading) =>
      reading.goals.length === 0 &&
      reading.sections[piece.index]!.heading !== piece.index &&
      kindsOf(reading.sections[piece.index]).includes('contents') &&
      piece.kind !== 'heading'
        ? 0.6
        : 0,
    read: (piece, reading) => passage(reading, piece)
  }
]

/** Hangs what waited for its goal: what stood before the goal comes first, the rest last. */
export function settleRestatements(reading: Reading): void {
  const before = new Map<string, Restatement[]>()
  for (const {key, node, piece} of reading.waiting) {
    const known = reading.byKey.get(key)
    if (!known) {
      reading.children.push(node)
      continue
    }
    const {goal} = known
    const settled = node.type === 'restatement' && node.of === 'outcome' ? {...node, of: goal.type} : node
    if (piece < known.piece) before.set(key, [...(before.get(key) ?? []), settled as Restatement])
    else (goal.children as (typeof node)[]).push(settled)
  }
  for (const [key, nodes] of before) {
    const goal = reading.byKey.get(key)!.goal
    ;(goal.children as Restatement[]).unshift(...nodes)
  }
}
