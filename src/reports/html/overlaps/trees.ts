/** The outcomes and priorities of two plans in two columns, with a line for each tie. A picture of the pairs listed below. */
import type {OverlapReport, OverlapUnit} from '../../../analyses/types.ts'
import {gist} from '../../wording.ts'
import {type Html, html} from '../html.ts'
import {count, said, who} from '../parts.ts'
import {topOf} from './matrix.ts'
import type {PairView} from './pair-view.ts'
import {unitIndex} from './pairs.ts'

/** Rows of a column: a longer plan shows only what is tied. */
const rowsMost = 45
/** Height of a row in rem, as in the style sheet (.ties). */
const rowHeight = 2.5
/** Characters that the two lines of a row can hold on a wide screen. */
const rowWords = 120

interface Column {
  rows: OverlapUnit[]
  left: number
}

export function tiedTrees(view: PairView): Html {
  const ends = view.shared.map(({pair, a, b}) => ({band: pair.band, a: rowOf(view, a), b: rowOf(view, b)}))
  const ties = new Map(ends.map((end) => [`${end.a.id}|${end.b.id}`, end]))
  const columns = ([0, 1] as const).map((side) =>
    columnOf(view, side, new Set([...ties.values()].map((tie) => (side === 0 ? tie.a.id : tie.b.id))))
  )
  const height = Math.max(...columns.map(({rows}) => rows.length))
  const at = columns.map(({rows}) => new Map(rows.map((unit, index) => [unit.id, index + 0.5])))
  const lines = [...ties.values()].flatMap(({band, a, b}) => {
    const [from, until] = [at[0]!.get(a.id), at[1]!.get(b.id)]
    return from === undefined || until === undefined
      ? []
      : [
          html`<path class="tie ${band}" d="M0 ${from}C45 ${from} 55 ${until} 100 ${until}" vector-effect="non-scaling-stroke"/>`
        ]
  })
  const left = columns.reduce((sum, column) => sum + column.left, 0)
  return html`<p class="small soft">Solid: the same commitment. Dashed: related. A tie between measures is drawn from the goal above them.${left > 0 && ` ${count(left, 'goal')} without a tie ${left === 1 ? 'is' : 'are'} left out here.`}</p>
<div class="scroll" role="region" aria-label="The two plans with a line for each tie" tabindex="0"><div class="ties">
${column(view, columns[0]!, 0)}
<svg viewBox="0 0 100 ${height}" preserveAspectRatio="none" height="${height * rowHeight}rem" role="img" aria-label="${count(lines.length, 'line joins', 'lines join')} goals of the two plans; every pair is listed below">${lines}</svg>
${column(view, columns[1]!, 1)}
</div></div>`
}

function column(view: PairView, {rows}: Column, side: 0 | 1): Html {
  const {name, mark} = view.sides[side]
  return html`<ul aria-label="${name}">${rows.map(
    (unit) =>
      html`<li${unit.type === 'outcome' && html` class="top"`}><span>${unit.type === 'outcome' && who('', mark)}${unit.label && html`<b class="term">${unit.label}</b> `}${said(gist(unit.text, rowWords))}</span></li>`
  )}</ul>`
}

/** Outcomes and priorities in the plan's order; only those with a tie, and what is above them, when there are too many. */
function columnOf({report, sides}: PairView, side: 0 | 1, tied: ReadonlySet<string>): Column {
  const rows = report.units.filter((unit) => unit.plan === sides[side].id && (isRow(report, unit) || tied.has(unit.id)))
  if (rows.length <= rowsMost) return {rows, left: 0}
  const tops = new Set(rows.filter((unit) => tied.has(unit.id)).map((unit) => topOf(report, unit).id))
  const kept = rows.filter((unit) => tied.has(unit.id) || tops.has(unit.id))
  return {rows: kept, left: rows.length - kept.length}
}

/** Top goals and what stands right under them, but for measures and milestones. */
function isRow(report: OverlapReport, unit: OverlapUnit): boolean {
  if (unit.type === 'measure' || unit.type === 'milestone' || unit.type === 'restatement') return false
  const parent = unitIndex(report).get(unit.parent ?? '')
  return parent === undefined || topOf(report, parent) === parent
}

/** The row that a unit is drawn in: itself, or the nearest above it that is one. */
function rowOf({report}: PairView, unit: OverlapUnit): OverlapUnit {
  const byId = unitIndex(report)
  for (let row: OverlapUnit | undefined = unit; row; row = byId.get(row.parent ?? ''))
    if (isRow(report, row)) return row
  return unit
}
