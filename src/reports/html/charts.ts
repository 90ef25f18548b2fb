/** Charts as pictures of the table beside them: SVG by hand, geometry in attributes, colour in classes, never scaled up. */
import {type Html, html} from './html.ts'
import {who} from './parts.ts'

export interface ChartSide {
  name: string
  mark: 'east' | 'west'
}

export interface Share {
  label: string
  /** [amount, of how many] of each side. */
  values: readonly [readonly [number, number], readonly [number, number]]
}

const chartWidth = 280
/** Longest bar: leaves room for its figure. */
const barMost = 200
const rowHeight = 62

/** Two bars for each share; a bar of full length is everything of that plan. */
export function shareChart(
  id: string,
  title: string,
  note: string,
  sides: readonly [ChartSide, ChartSide],
  shares: readonly Share[]
): Html {
  const height = shares.length * rowHeight
  return html`<figure class="chart"><figcaption id="${id}">${title}<small>${note}</small></figcaption><svg viewBox="0 0 ${chartWidth} ${height}" width="${chartWidth}" height="${height}" role="img" aria-label="Two bars for each of ${shares.map(({label}) => label).join(', ')}. The table holds the same figures."><path class="axis" d="M0 0V${height - 4}"/>${shares.map(
    ({label, values}, row) =>
      html`<text class="lab" x="0" y="${row * rowHeight + 12}">${label}</text>${values.map(([amount, all], side) => {
        const y = row * rowHeight + 18 + side * 16
        const width = all > 0 ? Math.round((amount / all) * barMost) : 0
        return html`<rect class="f-${sides[side]!.mark}" x="0" y="${y}" width="${width}" height="11"/><text x="${width + 6}" y="${y + 10}">${amount} of ${all}</text>`
      })}`
  )}</svg>${sideTable(
    id,
    sides,
    shares.map(({label, values}) => [label, ...values.map(([amount, all]) => `${amount} of ${all}`)])
  )}</figure>
`
}

export interface Stack {
  label: string
  values: readonly [number, number]
}

const fills = ['f-ink', 'f-mid', 'f-none', 'f-dash'] as const
const stackWidth = 268

/** One bar for each side, cut into parts; the last part is what is missing. */
export function stackChart(
  id: string,
  title: string,
  note: string,
  sides: readonly [ChartSide, ChartSide],
  parts: readonly Stack[],
  what: string
): Html {
  const height = 116
  const totals = sides.map((_, side) => parts.reduce((sum, part) => sum + part.values[side]!, 0))
  return html`<figure class="chart"><figcaption id="${id}">${title}<small>${note}</small></figcaption><svg viewBox="0 0 ${chartWidth} ${height}" width="${chartWidth}" height="${height}" role="img" aria-label="One bar for each plan, cut into ${parts.map(({label}) => label).join(', ')}. The table holds the same figures.">${sides.map(
    (side, index) => {
      const y = index * 62
      let x = 0
      return html`<text class="lab" x="0" y="${y + 12}">${shortened(side.name)}, ${totals[index]} ${what}</text>${parts.map(
        (part, at) => {
          const amount = part.values[index]!
          if (amount === 0 || totals[index] === 0) return undefined
          const width = Math.max(3, (amount / totals[index]!) * stackWidth)
          const from = x
          x += width
          return html`<rect class="${at === parts.length - 1 ? 'f-dash' : fills[at]}" x="${from.toFixed(1)}" y="${y + 19}" width="${(width - 2).toFixed(1)}" height="13"/><text x="${from.toFixed(1)}" y="${y + 46}">${width > 12 && amount}</text>`
        }
      )}`
    }
  )}</svg>${sideTable(
    id,
    sides,
    parts.map(({label, values}) => [label, ...values.map(String)])
  )}</figure>
`
}

function shortened(name: string): string {
  return name.length > 30 ? `${name.slice(0, 29).toWellFormed()}…` : name
}

function sideTable(id: string, sides: readonly [ChartSide, ChartSide], rows: readonly (readonly string[])[]): Html {
  return html`<table aria-labelledby="${id}"><thead><tr><td></td>${sides.map((side) => html`<th scope="col" class="num">${who(shortened(side.name), side.mark)}</th>`)}</tr></thead><tbody>${rows.map(
    ([label, ...cells]) =>
      html`<tr><th scope="row">${label}</th>${cells.map((cell) => html`<td class="num">${cell}</td>`)}</tr>`
  )}</tbody></table>`
}
