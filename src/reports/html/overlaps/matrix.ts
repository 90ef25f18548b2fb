/** Outcomes of one plan against outcomes of the other, with how many commitments each two share. */
import type {OverlapReport, OverlapUnit} from '../../../analyses/types.ts'
import {gist} from '../../wording.ts'
import {type Html, html} from '../html.ts'
import {headRow, hidden, joinedCounts, said, table, who} from '../parts.ts'
import {type PairView, unitName} from './pair-view.ts'
import {unitIndex} from './pairs.ts'

/** Columns beyond which the matrix is turned so that the longer list runs down. */
const widest = 14

/** The outermost unit above a unit; itself at the top. */
export function topOf(report: OverlapReport, unit: OverlapUnit): OverlapUnit {
  const units = unitIndex(report)
  let top = unit
  for (let parent = units.get(unit.parent ?? ''); parent; parent = units.get(parent.parent ?? '')) top = parent
  return top
}

export function outcomeMatrix(view: PairView): Html {
  const {report, sides, shared} = view
  const tops = sides.map(({id}) => report.units.filter((unit) => unit.plan === id && topOf(report, unit) === unit))
  const turned = tops[1]!.length > widest && tops[0]!.length < tops[1]!.length
  const [down, across] = turned ? [1, 0] : [0, 1]
  const cells = new Map<string, {same: number; related: number}>()
  for (const {pair, a, b} of shared) {
    const ends = [topOf(report, a).id, topOf(report, b).id]
    const key = `${ends[down]}|${ends[across]}`
    const cell = cells.get(key) ?? {same: 0, related: 0}
    cell[pair.band === 'same' ? 'same' : 'related'] += 1
    cells.set(key, cell)
  }
  const most = Math.max(1, ...[...cells.values()].map(({same, related}) => same + related))
  const columns = tops[across]!
  return table({
    id: 't-mx',
    class: 'matrix pinned',
    caption: `Top goals of ${sides[down]!.name} against those of ${sides[across]!.name}`,
    note: 'Commitments they share, counted from everything below them, each unit once. The stronger the shade, the more.',
    head: headRow([
      [
        html`${who(sides[down]!.name, sides[down]!.mark)} ${hidden('down,')}<br>${who(sides[across]!.name, sides[across]!.mark)} ${hidden('across')}`,
        'first'
      ],
      ...columns.map((unit) => said(headText(unit)))
    ]),
    body: html`<tbody>${tops[down]!.map(
      (row) => html`<tr><th scope="row">${said(headText(row))}</th>${columns.map((column) => {
        const cell = cells.get(`${row.id}|${column.id}`)
        if (!cell) return html`<td class="zero">0</td>`
        const all = cell.same + cell.related
        return html`<td class="s${Math.min(4, Math.ceil((all / most) * 4))}"><a href="#pairs"><b>${all}</b> <span class="small">${joinedCounts(
          [
            [cell.same, 'same'],
            [cell.related, 'related']
          ]
        )}</span></a></td>`
      })}</tr>
`
    )}</tbody>`
  })
}

const headMost = 64

function headText(unit: OverlapUnit): string {
  const label = unit.label?.trim()
  const text = label && !unitName(unit).startsWith(unit.type) ? unit.text : label ? `${label} ${unit.text}` : unit.text
  return gist(text, headMost)
}
