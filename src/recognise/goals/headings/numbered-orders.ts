/** Numbered headings that give orders and start again under each of several headings: '## Harbour', '### 1. Mend the quay', '### 2. Dredge …'. */
import {isAside} from '../../outline.ts'
import type {Piece} from '../../pieces.ts'
import type {Frame} from '../frame.ts'
import {openingOf} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {shareOf} from '../words/forms.ts'
import {isGeneric} from './generic-titles.ts'
import {headingOver} from './under-headings.ts'

/** Fewest headings that hold such series, fewest numbers in each, and share of them that must give orders. */
const [leastOwners, leastNumbers, shareOrders] = [2, 2, 0.6]

const numbered = /^(\d{1,2})[.):]?\s+(?=\p{Lu})/u

/** Openings for the numbered headings as priorities, and for the headings over them as the goals above; empty where one is out of turn. */
export function numberedOrders(frame: Frame): Opening[] {
  const {pieces, sections, lexicon} = frame
  const numberOf = ({text}: Piece) => Number(numbered.exec(text)?.[1] ?? Number.NaN)
  const all = pieces.filter((piece) => piece.kind === 'heading' && !piece.entry && numberOf(piece) > 0)
  const depths = Map.groupBy(all, ({depth}) => depth)
  for (const same of depths.values()) {
    const series = Map.groupBy(same, (piece) => headingOver(piece, pieces))
    const runs = [...series.values()]
    if (series.size < leastOwners || series.has(undefined)) continue
    if (!runs.every((run) => run.length >= leastNumbers && run.every((piece, at) => numberOf(piece) === at + 1)))
      continue
    const owners = [...series.keys()] as Piece[]
    if (new Set(owners.map(({depth}) => depth)).size > 1 || owners.some((owner) => isGeneric(owner, frame))) continue
    if (
      shareOf(
        same.map(({text}) => text),
        'act'
      ) < shareOrders
    )
      continue
    if (same.some(({index}) => isAside(sections[index]))) continue
    return [
      ...owners.map((piece) => openingOf(piece, 'outcome', 'theme', 'outcomes/over-numbered-orders', 0.8, lexicon)),
      ...same.map(
        (piece): Opening => ({
          ...openingOf(piece, 'priority', 'priority', 'priorities/numbered-order', 0.8, lexicon),
          holds: 'actions'
        })
      )
    ].sort((a, b) => a.piece - b.piece)
  }
  return []
}
