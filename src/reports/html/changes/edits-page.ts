/** What several people did to one base: where their drafts meet first, then every place of the base with what each made of it. */
import type {Change, ChangeReport, ChangeThread} from '../../../analyses/types.ts'
import {fileOf} from '../../names.ts'
import {changeHeading, placeInWords, setSentence, threadHeading} from '../../wording.ts'
import type {Context} from '../context.ts'
import {type Html, html} from '../html.ts'
import {page} from '../page.ts'
import {
  blank,
  classMark,
  count,
  filters,
  filterValues,
  headRow,
  kindMark,
  points,
  said,
  section,
  table,
  tally,
  unsaid
} from '../parts.ts'
import {oneLine, wordsOfChange} from '../words.ts'
import {titlesOf} from './places.ts'

/** One place of the base, or one addition, with the change that each draft made there. */
interface Touched {
  /** Words of the base; null for what came in. */
  base: string | null
  where: string
  class: Change['class']
  /** Whether the drafts meet here, and how. */
  met: ChangeThread['kind'] | 'one'
  /** By draft, in order; a draft that left the place alone has none. */
  changes: Change[][]
}

/** Heading of what only one draft touched. */
const alone = 'Changed by one draft'
const meetings: readonly Touched['met'][] = ['conflict', 'alike', 'one']

/** `edits` are the reports of one base to each person's draft, `threads` what they did to the same words. */
export function editsPage(context: Context, edits: readonly ChangeReport[], threads: readonly ChangeThread[]): string {
  const [first] = edits
  if (!first) throw new TypeError('a page of edits needs one draft at least')
  const names = draftNames(edits)
  const touched = touchedPlaces(edits, threads)
  const base = fileOf({source: {path: first.before.path ?? ''}}) || 'the base'
  return page(context, {
    title: `What ${count(edits.length, 'draft')} made of one base: ${first.before.title}`,
    nav: 'changes',
    body: [
      html`<header class="lede">
  <h1>What ${count(edits.length, 'draft')} made of one base</h1>
  <p class="stand">${said(first.before.title)}, base ${said(base)}; ${edits.map(({summary, changes}, at) => html`${at > 0 && '; '}${said(names[at]!)}: ${count(changes.length, 'change')}, ${String(summary.substantive)} of substance`)}.</p>
</header>
`,
      touched.length === 0
        ? section('h-list', 'All places', blank('No draft changes the base.', 'Only the layout may differ.'))
        : [
            section('h-first', 'Read these first', points(meetingPoints(touched))),
            section('h-list', 'All places, those the drafts quarrel over first', placesList(edits, touched, names))
          ]
    ],
    caution: 'A draft that left a place alone shows nothing there: the words of the base stand.'
  })
}

function meetingPoints(touched: readonly Touched[]) {
  return meetings
    .map((met) => ({met, places: touched.filter((each) => each.met === met)}))
    .filter(({places}) => places.length > 0)
    .map(({met, places}) => ({
      finding: `${count(places.length, 'place')}: ${headingOf(met).toLowerCase()}`,
      note: `${places.filter((each) => each.class === 'substantive').length} of substance.`
    }))
}

const headingOf = (met: Touched['met']): string => (met === 'one' ? alone : threadHeading(met))

/** Changes of all drafts by the place in the base that they touch; conflicts before agreement before the rest, in base order. */
function touchedPlaces(edits: readonly ChangeReport[], threads: readonly ChangeThread[]): Touched[] {
  const groups = new Map<string, Touched>()
  const groupOf = new Map<string, Touched>()
  const name = (report: number, id: string) => `${report} ${id}`
  edits.forEach((report, at) => {
    for (const change of report.changes) {
      const tied = threads.find(({changes}) => changes.some((each) => each.report === at && each.id === change.id))
      const other = tied?.changes.map((each) => groupOf.get(name(each.report, each.id))).find((found) => found)
      const group = other ?? {
        base: change.before?.text ?? null,
        where: placeInWords(change.where, titlesOf(report)),
        class: change.class,
        met: 'one' as const,
        changes: edits.map(() => [])
      }
      if (!other) groups.set(name(at, change.id), group)
      groupOf.set(name(at, change.id), group)
      group.changes[at]!.push(change)
      if (tied && group.met !== 'conflict') group.met = tied.kind
      if (change.class === 'substantive') group.class = 'substantive'
    }
  })
  return [...groups.values()].sort(
    (a, b) =>
      meetings.indexOf(a.met) - meetings.indexOf(b.met) ||
      Number(a.class === 'editorial') - Number(b.class === 'editorial')
  )
}

function placesList(edits: readonly ChangeReport[], touched: readonly Touched[], names: readonly string[]): Html {
  const by = touched.flatMap(({changes}) => changes.flatMap((own, at) => (own.length > 0 ? [names[at]!] : [])))
  return html`<div class="side rail">
    ${filters('.edit', 'places', [
      {
        legend: 'Meeting',
        name: 'met',
        values: filterValues(
          tally(
            touched.map(({met}) => met),
            meetings
          ),
          (met) => headingOf(met as Touched['met'])
        )
      },
      {
        legend: 'Class',
        name: 'class',
        values: filterValues(
          tally(
            touched.map((each) => each.class),
            ['substantive', 'editorial']
          ),
          (grade) => grade
        )
      },
      {
        legend: 'Draft',
        name: 'draft',
        values: edits.map((_, at) => ({
          value: String(at),
          words: names[at]!,
          count: by.filter((each) => each === names[at]).length
        }))
      }
    ])}
    <div>
      <div class="bar"><p data-script hidden><output id="shown" data-what="places"></output></p><p class="small soft"><ins>underlined</ins> added, <del>struck out</del> removed</p></div>
      ${table({
        id: 't-edits',
        caption: `${count(touched.length, 'place')} that the drafts touch`,
        head: headRow(['Where', 'In the base', ...names.map((each) => said(each))]),
        body: html`<tbody>${touched.map(placeRow)}</tbody>`
      })}
    </div>
  </div>`
}

function placeRow({base, where, class: grade, met, changes}: Touched): Html {
  const drafts = changes.flatMap((own, at) => (own.length > 0 ? [String(at)] : [])).join(' ')
  return html`<tr class="edit" data-met="${met}" data-class="${grade}" data-draft="${drafts}"><th scope="row">${met !== 'one' && html`<b>${headingOf(met)}</b>. `}${where} ${classMark(grade)}</th><td>${base === null ? unsaid('not there') : said(base)}</td>${changes.map(
    (own) => html`<td>${own.length === 0 ? unsaid('as in the base') : own.map(changeCell)}</td>`
  )}</tr>
`
}

function changeCell(change: Change): Html {
  return html`<p>${kindMark(change.kind)} <b>${changeHeading(change)}</b></p><p class="said" dir="auto">${oneLine(wordsOfChange(change))}</p><p class="why">${setSentence(change.reason)}</p>`
}

/** The drafts by their file names; by number where two have one name. */
function draftNames(edits: readonly ChangeReport[]): string[] {
  const files = edits.map(({after}) => fileOf({source: {path: after.path ?? ''}}))
  return files.map((file, at) =>
    file !== '' && files.filter((each) => each === file).length === 1 ? file : `Draft ${at + 1}${file && `, ${file}`}`
  )
}
