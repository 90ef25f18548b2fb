/** Any two plans against each other: how many commitments they share. */

import {bodyOf, type Context, matrixMost, type PlanEntry, to} from '../context.ts'
import {type Html, html, type Part} from '../html.ts'
import {pairPlaces, sharedCount} from '../overlaps/pairs.ts'
import {count, figure, headRow, hidden, said, table} from '../parts.ts'

/** Beyond `matrixMost` plans the pairs are listed, most shared first. */
const listMost = 60

export function pairMatrix(context: Context): Html {
  const {site} = context
  const shared = new Map(
    site.pages.overlaps.map((place) => [
      key(place.a, place.b),
      {path: place.path, ...sharedCount(pairPlaces(site.run.overlaps[place.report]!, place.a, place.b))}
    ])
  )
  const ids = [...new Set(site.pages.overlaps.flatMap(({a, b}) => [a, b]))]
  const plans = site.plans.filter(({id}) => ids.includes(id))
  if (plans.length > matrixMost) return pairList(context, shared)
  const most = Math.max(1, ...[...shared.values()].map(({all}) => all))
  const columns = plans.slice(0, -1)
  const cell = (a: string, b: string): Part => {
    const found = shared.get(key(a, b))
    if (!found) return html`<td></td>`
    const shade = found.all === 0 ? '' : `s${Math.min(4, Math.ceil((found.all / most) * 4))}`
    return html`<td class="${shade}"><a href="${to(context, found.path)}"><b>${found.all}</b>${hidden(` shared, see ${site.planById.get(a)?.short} and ${site.planById.get(b)?.short}`)}</a></td>`
  }
  return html`<h3 id="pairs">Any two plans against each other</h3>${table({
    id: 't-pairs',
    class: 'matrix low pinned',
    caption: 'Commitments that two plans share',
    note: 'Pairs in the band same or related, each unit counted with its best counterpart. The stronger the shade, the more. Each number opens the pairs side by side.',
    head: headRow([['Plan', 'first'], ...columns.map(named)]),
    body: html`<tbody>${plans.slice(1).map(
      (
        row,
        index
      ) => html`<tr><th scope="row">${named(row)}</th>${columns.map((column, at) => (at <= index ? cell(column.id, row.id) : html`<td></td>`))}</tr>
`
    )}</tbody>`
  })}`
}

/** A plan under its body's name: several bodies call their plans alike. */
function named({plan, short}: PlanEntry): Html {
  const body = bodyOf(plan)
  return html`${body && html`<small class="soft">${body}</small><br>`}${said(short)}`
}

type Shared = ReadonlyMap<string, {path: string; all: number; same: number}>

function pairList(context: Context, shared: Shared): Html {
  const {site} = context
  const rows = [...shared].sort(([a, x], [b, y]) => y.all - x.all || (a < b ? -1 : 1))
  const sharing = rows.filter(([, {all}]) => all > 0)
  const name = (id: string | undefined) => said(site.planById.get(id ?? '')?.short ?? id ?? '')
  const listed = sharing.slice(0, listMost).map(([pair, {path, all, same}]) => {
    const [a, b] = pair.split('|')
    return html`<tr><th scope="row">${name(a)}</th><td>${name(b)}</td><td class="num"><a href="${to(context, path)}">${all}</a></td><td class="num">${same}</td></tr>
`
  })
  const others = rows.slice(sharing.length).map(([pair, {path}]) => {
    const [a, b] = pair.split('|')
    return html`<li><a href="${to(context, path)}">${name(a)} and ${name(b)}</a></li>
`
  })
  return html`<h3 id="pairs">Any two plans against each other</h3>${
    listed.length > 0 &&
    table({
      id: 't-pairs',
      caption: `Plans that share most: ${count(listed.length, 'pair')} of ${figure(rows.length)} compared`,
      note: 'All pairs are in overlaps.csv.',
      head: headRow(['One plan', 'The other', ['Shared', 'num'], ['Of these the same', 'num']]),
      body: html`<tbody>${listed}</tbody>`
    })
  }${
    others.length > 0 &&
    html`<details><summary>${count(others.length, 'pair')} in which nothing shared was found</summary><ul class="plain">${others}</ul></details>`
  }`
}

function key(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}
