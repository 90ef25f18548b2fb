/** Search over every listed unit, in the reader's own browser: the words in small script files, the search beside them. */
import {deflateSync} from 'node:zlib'
import type {OverlapReport} from '../../analyses/types.ts'
import type {Unit} from '../../plan-tree/units.ts'
import {bodyOf, type Context, type PlanEntry, type Site, to, unitAnchor} from './context.ts'
import {html} from './html.ts'
import {page} from './page.ts'
import {count, figure, said} from './parts.ts'

/** Units that are searched: goals and what people asked for, and the passages around them. */
const searched = new Set([
  'outcome',
  'priority',
  'action',
  'measure',
  'milestone',
  'voice',
  'rationale',
  'statistic',
  'glossaryEntry',
  'passage',
  'achievement'
])
/** Longest text of a unit in the index, in characters. */
const textMost = 200
/** Plans that are listed below the search. */
const listedMost = 400
/** Plans of one script file: the page asks for them one after another. */
const plansPerFile = 40

export function searchPage(context: Context): string {
  const {site} = context
  const files = Math.ceil(site.plans.length / plansPerFile)
  return page(context, {
    title: 'Search',
    nav: 'search',
    scripts: ['assets/search.js', ...Array.from({length: files}, (_, index) => wordsPath(index))],
    body: html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${site.title}</a></p><h1>Search all plans</h1><p class="stand">Over the goals, asks and passages of ${count(site.plans.length, 'plan')}. A plan is found by its name and authority, too. Words may be cut short; what is near in meaning in another plan stands below each hit.</p></header>
<section aria-labelledby="h-search"><h2 id="h-search">Search</h2>
<form id="search" class="search" role="search" data-script hidden><label for="q">Words</label> <input id="q" type="search" autocomplete="off" spellcheck="false"> <label for="of">Level</label> <select id="of"><option value="">all</option><option>outcome</option><option>priority</option><option>action</option><option>measure</option><option>milestone</option><option>voice</option><option>passage</option></select> <button type="submit">Search</button></form>
<p id="found" role="status" class="soft"></p>
<ol id="hits" class="list"></ol>
<noscript><div class="note"><p><b>Scripts are off.</b> Search needs them. Every plan can be opened below and searched with the browser’s own search.</p></div></noscript>
</section>
<section aria-labelledby="h-all"><h2 id="h-all">All plans</h2><ul class="list">${site.plans.slice(0, listedMost).map((entry) => html`<li><a href="${to(context, entry.path)}">${said(entry.short)}</a></li>`)}</ul>${site.plans.length > listedMost && html`<p class="soft">The first ${listedMost} of ${figure(site.plans.length)}; <a href="${to(context, 'index.html#plans')}">the overview</a> has all.</p>`}</section>`
  })
}

const wordsPath = (index: number): string => `assets/words-${index + 1}.js`

/** One row of the index: plan number, anchor, type, label, text or the row of the same file that has it, page, near units in other plans [plan number, anchor]. */
type Row = [number, string, string, string, string | number, string, [number, string][]]

/** A script file that holds the words of some plans: 'assets/words-1.js' … */
export interface WordsFile {
  path: string
  plans: readonly PlanEntry[]
  make(): string
}

/** All of them. */
export function searchFiles(site: Site): WordsFile[] {
  let near: ReadonlyMap<string, Near[]> | undefined
  const numbers = new Map(site.plans.map((entry, index) => [entry.id, index]))
  return Array.from({length: Math.ceil(site.plans.length / plansPerFile)}, (_, index) => {
    const plans = site.plans.slice(index * plansPerFile, (index + 1) * plansPerFile)
    return {
      path: wordsPath(index),
      plans,
      make: () => {
        near ??= nearUnits(site)
        return wordsOf(plans, numbers, near)
      }
    }
  })
}

function wordsOf(
  plans: readonly PlanEntry[],
  numbers: ReadonlyMap<string, number>,
  near: ReadonlyMap<string, Near[]>
): string {
  const rows = plans.flatMap((entry) =>
    entry.units.filter(({type}) => searched.has(type)).map((unit) => rowOf(entry, unit, numbers, near))
  )
  shareTexts(rows)
  const own = {
    plans: plans.map((entry) => [numbers.get(entry.id), entry.short, entry.path, bodyOf(entry.plan)]),
    rows
  }
  return `(globalThis.planlensWords??=[]).push("${packed(own)}")\n`
}

/** Words that an earlier row has are told by its number. */
function shareTexts(rows: Row[]): void {
  const at = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    const text = String(row[4])
    const earlier = at.get(text)
    if (earlier === undefined) at.set(text, index)
    else if (text.length > sharedFrom) row[4] = earlier
  }
}

/** Shorter words than this are not worth a number, in characters. */
const sharedFrom = 8

/** JSON, deflated, as base64: a page opened from disk can load scripts and nothing else. */
function packed(value: unknown): string {
  return deflateSync(JSON.stringify(value)).toString('base64')
}

function rowOf(
  entry: PlanEntry,
  unit: Unit,
  numbers: ReadonlyMap<string, number>,
  near: ReadonlyMap<string, Near[]>
): Row {
  const ties = (near.get(`${entry.id}#${unit.id}`) ?? []).slice(0, 2)
  const [first] = unit.pages
  return [
    numbers.get(entry.id)!,
    unitAnchor(unit.id),
    unit.type,
    unit.label ?? '',
    cut(unit.detail ? `${unit.text} ${unit.detail}` : unit.text),
    first ? (first.printed ?? String(first.page)) : '',
    ties.flatMap(({plan, unit: id}): [number, string][] => {
      const number = numbers.get(plan)
      return number === undefined ? [] : [[number, unitAnchor(id)]]
    })
  ]
}

function cut(text: string): string {
  return text.length > textMost ? `${text.slice(0, textMost).toWellFormed()}…` : text.toWellFormed()
}

interface Near {
  plan: string
  unit: string
  score: number
}

/** Units of other plans in the band same or related, by 'digest#unit', nearest first. */
function nearUnits(site: Site): Map<string, Near[]> {
  const near = new Map<string, Near[]>()
  for (const report of site.run.overlaps) {
    const units = new Map(report.units.map((unit) => [unit.id, unit]))
    const add = (from: string, until: string, {score}: OverlapReport['pairs'][number]) => {
      const unit = units.get(until)
      if (unit)
        near.set(from, [...(near.get(from) ?? []), {plan: unit.plan, unit: until.slice(until.indexOf('#') + 1), score}])
    }
    for (const pair of report.pairs.filter(({band}) => band === 'same' || band === 'related')) {
      add(pair.a, pair.b, pair)
      add(pair.b, pair.a, pair)
    }
  }
  for (const ties of near.values()) ties.sort((a, b) => b.score - a.score || (a.unit < b.unit ? -1 : 1))
  return near
}
