/** Goals said again: in the contents, the foreword, a summary. */
import type {Restatement} from '../plan-tree/nodes.ts'
import {restated} from './outcomes.ts'
import {kindsOf} from './outline.ts'
import type {Piece} from './pieces.ts'
import {passage, type Reading} from './reading.ts'
import type {Recogniser} from './recogniser.ts'
import {endsInPageNumber} from './scheme.ts'

function whereSaid(piece: Piece, reading: Reading): Restatement['where'] {
  const kinds = kindsOf(reading.sections[piece.index])
  if (kinds.includes('contents') || endsInPageNumber(piece.text)) return 'contents'
  if (kinds.includes('foreword') || kinds.includes('introduction')) return 'foreword'
  return /^appendix|^annex/i.test(reading.sections[piece.index]?.title ?? '') ? 'appendix' : 'summary'
}

/** 'Outcome 1 – Children are safe ..... 8' without its label and page number. */
export function withoutLeaders(text: string): string {
  return text
    .replace(/[\s.…]*\s\d{1,3}$/, '')
    .replace(/[\s.…]{3,}\d{1,3}$/, '')
    .trim()
}

export const restatementRecognisers: Recogniser[] = [
  {
    id: 'restatements/labelled',
    applies: (piece, reading) => (reading.scheme.echoes.has(piece.index) ? 0.95 : 0),
    read: (piece, reading) => {
      const echo = reading.scheme.echoes.get(piece.index)!
      const where = whereSaid(piece, reading)
      const words = where === 'contents' ? withoutLeaders(echo.title) : echo.title
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
      const at = reading.pieces[piece.index - 1]
      return at && (at.index === echo.piece || at.kind === 'listItem' || at.kind === 'paragraph') ? 0.9 : 0
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
