/** The small parts that pages are put together from: quotes, page chips, marks, tables, filters. */
import type {Band, ChangeClass, ChangeKind, CoverageLevel} from '../../analyses/types.ts'
import type {PageSpan} from '../../plan-tree/nodes.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'
import {boxAnchor, type Context, type PlanEntry, to, unitAnchor} from './context.ts'
import {type Html, html, type Part} from './html.ts'

/**
 * The plan's own words, in its own voice: the style sheet gives them a direction of their own. With an anchor where links lead to them.
 */
export function said(words: Part, anchor?: string | false): Html {
  return anchor ? html`<q id="${anchor}">${words}</q>` : html`<q>${words}</q>`
}

export function unsaid(words: string): Html {
  return html`<i>${words}</i>`
}

export function hidden(words: Part): Html {
  return html`<span class="hide">${words}</span>`
}

/** '1 measure', '2 measures', '0 measures', with a comma in thousands. */
export function count(amount: number, one: string, many = `${one}s`): string {
  return `${figure(amount)} ${amount === 1 ? one : many}`
}

export function figure(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** 'a', 'a and b', 'a, b and c'. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? ''
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

export interface ChipPlace {
  plan: string
  /** Unit id in the plan, where the words are a unit. */
  unit?: string | null | undefined
  pages: readonly PageSpan[]
  /** 'the final': whose page it is, for those who hear the page. */
  of?: string
}

/** 'p. 8': leads to the framed words, or to the unit in the plan's page, or nowhere where there is nowhere to go. */
export function chip(context: Context, place: ChipPlace): Html | undefined {
  const entry = context.site.planById.get(place.plan)
  const unit = place.unit ? entry?.unitById.get(place.unit) : undefined
  const words = pagesInWords(place.pages) || lineOf(unit)
  const target = entry && !context.single ? targetOf(context, entry, place) : undefined
  if (!words)
    return target === undefined
      ? undefined
      : html`<a class="page" href="${target}">see${hidden(` it in ${place.of ?? entry?.short}`)}</a>`
  const label = html`${words}${place.of && hidden(` of ${place.of}`)}`
  return target ? html`<a class="page" href="${target}">${label}</a>` : html`<b class="page">${label}</b>`
}

function lineOf(unit: {position: {start: {line: number}} | null} | undefined): string {
  return unit?.position ? `line ${unit.position.start.line}` : ''
}

function targetOf(context: Context, entry: PlanEntry, {unit, pages}: ChipPlace): string | undefined {
  const here = context.path === entry.path
  const known = unit ? entry.unitById.has(unit) : false
  const framed = known && pages.some(({box}) => box)
  if (here) return framed ? to(context, `#${boxAnchor(unit!)}`) : undefined
  if (known) return to(context, `${entry.path}#${unitAnchor(unit!)}`)
  const page = pages[0]?.page
  const shown = page !== undefined && context.site.pictures?.(entry.plan, page) !== undefined
  return to(context, shown ? `${entry.path}#page-${page}` : entry.path)
}

/** A body or a plan before its words, with the mark of its side. */
export function who(name: Part, side: string, wrap = true): Html {
  return html`<span class="who ${side}${wrap ? ' wrap' : ''}">${name}</span>`
}

const kindSigns: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '−',
  reworded: '±',
  moved: '→',
  split: '1→2',
  merged: '2→1',
  renumbered: '#'
}

export function kindMark(kind: ChangeKind): Html {
  return html`<span class="kind ${kind}"><b aria-hidden="true">${kindSigns[kind]}</b>${kind}</span>`
}

export function classMark(name: ChangeClass): Html {
  return html`<span class="class ${name}"><b aria-hidden="true">${name === 'substantive' ? '!' : '·'}</b>${name}</span>`
}

export function bandMark(band: Band): Html {
  return html`<span class="${band === 'none' ? 'band' : `band b-${band}`}">${band === 'none' ? 'not near' : band}</span>`
}

export function levelMark(level: CoverageLevel): Html {
  return html`<span class="${`l-${level}`}">${level}</span>`
}

export function state(kind: 'good' | 'part' | 'bad', words: Part): Html {
  const signs = {good: '✓', part: '~', bad: '×'}
  return html`<span class="state ${kind}"><b aria-hidden="true">${signs[kind]}</b>${words}</span>`
}

export interface Point {
  finding: Part
  note?: Part
  /** Where to look: a link with its words. */
  link?: {href: string; words: Part}
}

/** "Read these first": numbered findings, each a statement, then where, then a link. */
export function points(entries: readonly Point[]): Html {
  return html`<ol class="points">${entries.map(
    ({finding, note, link}) =>
      html`<li><span><b>${finding}</b>${note && html` <span class="soft">${note}</span>`}</span>${link ? html`<a href="${link.href}">${link.words}</a>` : html`<span></span>`}</li>
`
  )}</ol>`
}

export interface TableParts {
  id: string
  caption: Part
  note?: Part
  /** Further classes of the table. */
  class?: string
  columns?: Part
  head: Part
  body: Part
}

/** A table in a region that scrolls by itself, by keyboard too. */
export function table({id, caption, note, class: classes, columns, head, body}: TableParts): Html {
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table${classes && html` class="${classes}"`}><caption id="${id}">${caption}${note && html` <small>${note}</small>`}</caption>${columns}
<thead>${head}</thead>
${body}</table>
</div>`
}

/** Rows from which a table has a field to find some of them by their words. */
const findFrom = 30

/** A field that keeps the rows of a table with the words typed: hidden until scripts run, and left out for a short table. */
export function rowFinder(tableId: string, what: string, rows: number): Html | undefined {
  if (rows < findFrom) return undefined
  return html`<p class="search" data-script hidden><label for="${`find-${tableId}`}">Find ${what}</label> <input id="${`find-${tableId}`}" type="search" autocomplete="off" data-rows="${tableId}"> <output></output></p>
`
}

/** A head row: [words, class] each. */
export function headRow(cells: readonly (Part | readonly [Part, string])[]): Html {
  return html`<tr>${cells.map((cell) => {
    const [words, classes] = isClassed(cell) ? cell : [cell, '']
    return html`<th scope="col"${classes && html` class="${classes}"`}>${words}</th>`
  })}</tr>`
}

function isClassed(cell: Part | readonly [Part, string]): cell is readonly [Part, string] {
  return Array.isArray(cell) && cell.length === 2 && typeof cell[1] === 'string'
}

export function section(id: string, title: Part, ...body: Part[]): Html {
  return html`<section aria-labelledby="${id}">
  <h2 id="${id}">${title}</h2>
  ${body}
</section>`
}

export interface FilterGroup {
  legend: string
  /** Name of the data attribute that holds an entry's values. */
  name: string
  values: readonly {value: string; words: string; count: number}[]
}

/** Counted values as a filter offers them. `words` are those that a reader sees. */
export function filterValues(
  counts: Iterable<readonly [string, number]>,
  words: (value: string) => string = (value) => value
): FilterGroup['values'] {
  return [...counts].map(([value, amount]) => ({value, words: words(value), count: amount}))
}

/** Ticks that narrow a list: hidden until scripts run. Groups with fewer than two values are left out. */
export function filters(of: string, what: string, groups: readonly FilterGroup[]): Html {
  return html`<details class="filters" data-script data-wide hidden><summary>Filters</summary><form data-filter="${of}" data-status="shown" aria-label="Filter the ${what}">
${groups
  .filter(({values}) => values.length > 1)
  .map(
    ({legend, name, values}) =>
      html`<fieldset><legend>${legend}</legend>${values.map(
        ({value, words, count: amount}) =>
          html`<label class="opt"><input type="checkbox" name="${name}" value="${value}"> ${words}<span class="n">${figure(amount)}</span></label>`
      )}</fieldset>
`
  )}<p class="end"><button type="reset">Show all</button></p></form></details>`
}

/** How often each value occurs, in the order given or of first sight. */
export function tally(values: readonly string[], order: readonly string[] = []): Map<string, number> {
  const counts = new Map<string, number>(order.filter((each) => values.includes(each)).map((each) => [each, 0]))
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}

/** "Nothing to report": what that means here and what can be done. */
export function blank(finding: Part, note: Part): Html {
  return html`<div class="blank"><p><b>${finding}</b></p><p class="soft">${note}</p></div>`
}

/** '1 same, 2 related'; those of none are left out. */
export function joinedCounts(counts: readonly (readonly [number, string])[]): string {
  return counts
    .filter(([amount]) => amount > 0)
    .map(([amount, words]) => `${figure(amount)} ${words}`)
    .join(', ')
}
