/** Gaps: one page for each plan, by rule and by part of the plan, and the table over all plans. */
import type {Gap, Nearest} from '../../analyses/types.ts'
import {gapCount} from '../tallies.ts'
import {gapInWords, gist, inHundred, placeInWords, scoreInWords, setSentence} from '../wording.ts'
import {bodyOf, type Context, currentPlans, gapAnchor, type PlanEntry, to} from './context.ts'
import {type Html, html, joined} from './html.ts'
import {page} from './page.ts'
import {
  blank,
  chip,
  count,
  figure,
  filters,
  filterValues,
  headRow,
  hidden,
  points,
  rowFinder,
  said,
  section,
  table,
  tally,
  who
} from './parts.ts'
import {askedCounts, askedTable, smartTable} from './plan/tables.ts'

const severities: readonly Gap['severity'][] = ['high', 'medium', 'low']
const severityWords: Readonly<Record<Gap['severity'], string>> = {
  high: 'look first',
  medium: 'worth a look',
  low: 'for completeness'
}
/** Findings that open the page. */
const firstMost = 6

const caution = 'A gap speaks of the document, never of the work: what a plan does not say may be said elsewhere.'

/** The gaps of one plan: `gaps` may be of one file alone, without a site around it. */
export function gapsPage(context: Context, plan: {id: string; title: string}, all: readonly Gap[]): string {
  const entry = context.site.planById.get(plan.id)
  const gaps = all.filter((gap) => gap.plan === plan.id)
  const asked = entry && (context.single ? askedTable(context, entry) : askedCounts(context, [entry]))
  const smart = entry && smartTable(entry)
  const sorted = [...gaps].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
  return page(context, {
    title: `Gaps in ${plan.title}`,
    nav: 'gaps',
    caution,
    body: [
      html`<header class="lede">
  ${!context.single && html`<p class="trail"><a href="${to(context, 'index.html')}">${context.site.title}</a> / <a href="${to(context, 'gaps/index.html')}">Gaps</a>${entry && html` / <a href="${to(context, entry.path)}">${said(entry.short)}</a>`}</p>`}
  <h1>What the plan does not say</h1>
  <p class="stand">${said(plan.title)}: ${count(gaps.length, 'gap')} in its words.${decidedWords(gaps)}</p>
</header>
`,
      gaps.length === 0
        ? section(
            'h-list',
            'Gaps',
            blank(
              'No gap was found.',
              'Every outcome has priorities and measures, every measure a target and a date, and the plan agrees with itself.'
            )
          )
        : [
            section('h-first', 'Read these first', points(firstGaps(sorted))),
            section('h-list', 'All gaps', gapList(context, sorted))
          ],
      smart && section('h-smart', 'How the measures are worded', smart),
      asked && section('h-asked', 'You said, we will', asked)
    ]
  })
}

/** How many gaps a reviewer has been through, where any carries a decision. */
function decidedWords(gaps: readonly Gap[]): string {
  const marks = tally(gaps.flatMap(({decision}) => (decision ? [decision.mark] : [])))
  if (marks.size === 0) return ''
  return ` Decided before: ${[...marks].map(([mark, amount]) => `${amount} ${mark}`).join(', ')}.`
}

/** One line for each rule, the most severe first; what was ignored before is no news, unless all was. */
function firstGaps(all: readonly Gap[]) {
  const news = all.filter(({decision}) => decision?.mark !== 'ignored')
  const gaps = news.length > 0 ? news : all
  return [...Map.groupBy(gaps, (gap) => gap.rule)].slice(0, firstMost).map(([rule, alike]) => ({
    finding: alike.length === 1 ? `Gap: ${gapInWords(rule)}` : `${figure(alike.length)} gaps: ${gapInWords(rule)}`,
    note:
      alike.length === 1
        ? html`${placeInWords(alike[0]!.where)}${!alike[0]!.where.endsWith('…') && '.'} ${setSentence(alike[0]!.note)}`
        : html`${said(`“${gist(alike[0]!.text)}”`)} and ${count(alike.length - 1, 'more', 'more')}.`,
    link: {href: `#r/${rule}`, words: html`See ${alike.length === 1 ? 'it' : 'them'}${hidden(`: ${gapInWords(rule)}`)}`}
  }))
}

function gapList(context: Context, gaps: readonly Gap[]): Html {
  const rules = [...Map.groupBy(gaps, (gap) => gap.rule)]
  return html`<div class="side rail">
    ${filters('.rule li', 'gaps', [
      {
        legend: 'Weight',
        name: 'severity',
        values: filterValues(
          tally(
            gaps.map((gap) => gap.severity),
            severities
          ),
          (value) => severityWords[value as Gap['severity']]
        )
      },
      {legend: 'Rule', name: 'rule', values: filterValues(tally(gaps.map((gap) => gap.rule)), gapInWords)},
      ...(gaps.some(({decision}) => decision)
        ? [{legend: 'Decision', name: 'decision', values: filterValues(tally(gaps.map(markOf), marks), (mark) => mark)}]
        : [])
    ])}
    <div${gaps.some(({decision}) => decision) && html` data-decision="open"`}>
      <div class="bar"><p data-script hidden><output id="shown" data-what="gaps"></output></p><p class="small soft">Weight: look first, worth a look, for completeness. Confidence: how sure the rule is.</p></div>
      ${rules.map(([rule, alike]) => ruleSection(context, rule, alike))}
    </div>
  </div>`
}

/** What is the same for all gaps of a rule stands once, above them. */
interface Common {
  /** The note, or what each note says before it names the nearest words. */
  note: string | undefined
  severity: Gap['severity'] | undefined
  confidence: number | undefined
}

function ruleSection(context: Context, rule: string, alike: readonly Gap[]): Html {
  const [first] = alike
  const same = (part: (gap: Gap) => unknown) => alike.length > 1 && alike.every((gap) => part(gap) === part(first!))
  const common: Common = {
    note: same(({note}) => note) ? first!.note : same(beforeNearest) ? beforeNearest(first!) : undefined,
    severity: same(({severity}) => severity) ? first!.severity : undefined,
    confidence: same(({confidence}) => confidence) ? first!.confidence : undefined
  }
  const told = joined(
    [
      common.note && setSentence(common.note),
      common.severity && severityWords[common.severity],
      common.confidence !== undefined && `${inHundred(common.confidence)} sure`
    ],
    ' · '
  )
  return html`<section class="rule" aria-labelledby="r/${rule}" data-rule="${rule}"${common.severity !== undefined && html` data-severity="${common.severity}"`}><h3 id="r/${rule}">Gap: ${gapInWords(rule)} <span class="soft">${figure(alike.length)}</span></h3>${told.length > 0 && html`<p class="why">${told}</p>`}<ol class="list">${alike.map((gap) => gapEntry(context, gap, common))}</ol></section>
`
}

/** 'No measure speaks to this.' of 'No measure speaks to this; the nearest is …'. */
function beforeNearest({note, nearest}: Gap): string | undefined {
  const [told, quoted] = note.split('; the nearest is ')
  return quoted && nearest && quoted.includes(nearest.text) ? `${told}.` : undefined
}

const marks = ['open', 'accepted', 'ignored'] as const
const markOf = ({decision}: Gap): (typeof marks)[number] => decision?.mark ?? 'open'

function gapEntry(context: Context, gap: Gap, common: Common): Html {
  const title = context.site.planById.get(gap.plan)?.plan.title ?? ''
  const {nearest} = gap
  const told = joined(
    [
      placeAbove(placeInWords(gap.where, [title]), gap.text),
      common.note === undefined && setSentence(gap.note),
      nearest && nearestWords(context, nearest, (common.note ?? gap.note).includes(nearest.text)),
      common.severity === undefined && severityWords[gap.severity],
      common.confidence === undefined && `${inHundred(gap.confidence)} sure`
    ],
    ' · '
  )
  return html`<li id="${gapAnchor(gap)}"${common.severity === undefined && html` data-severity="${gap.severity}"`}${gap.decision && html` data-decision="${gap.decision.mark}"`}><p>${said(gap.text)} ${chip(context, {plan: gap.plan, unit: gap.unit, pages: gap.pages})}</p><p>${told}</p>${gap.decision && html`<p><b>Decided before: ${gap.decision.mark}</b>${gap.decision.note && html`, ${said(gap.decision.note)}`}</p>`}</li>
`
}

/** Where a gap stands: without the last step where that is the beginning of the words quoted above it. */
function placeAbove(place: string, text: string): string {
  const steps = place.split(' / ')
  const last = steps.at(-1)!.replace(/\s*…$/, '')
  return last !== '' && text.startsWith(last) ? steps.slice(0, -1).join(' / ') : place
}

function nearestWords(context: Context, nearest: Nearest, told: boolean): Html {
  const place = chip(context, {
    plan: nearest.plan,
    unit: nearest.id,
    pages: context.site.planById.get(nearest.plan)?.unitById.get(nearest.id)?.pages ?? []
  })
  return html`nearest${!told && html`: ${said(nearest.text)}`} ${place} scores ${scoreInWords(nearest.score)}`
}

/** Rules by plan over the whole archive. */
export function gapsIndexPage(context: Context): string {
  const {site} = context
  const tallies = site.plans.map(({id}) => site.tallyOf(id))
  const counts = new Map<string, number>()
  for (const {rules: own} of tallies)
    for (const [rule, amount] of Object.entries(own)) counts.set(rule, (counts.get(rule) ?? 0) + amount)
  const rules = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  const all = tallies.reduce((sum, each) => sum + gapCount(each), 0)
  const read = site.plans.filter(({hasGoals}) => hasGoals)
  const byRule = rules.length > 0 && section('h-rules', 'By rule', ruleTable(context, rules))
  const byPlan = section(
    'h-plans',
    'Plan by plan',
    rowFinder('t-plans', 'a plan', read.length),
    planTable(context, read)
  )
  return page(context, {
    title: 'Gaps',
    nav: 'gaps',
    caution,
    body: [
      html`<header class="lede"><p class="trail"><a href="${to(context, 'index.html')}">${site.title}</a></p><h1>What the plans do not say</h1><p class="stand">${count(all, 'gap')} in ${count(read.length, 'file')}, every version counted by itself.</p></header>
`,
      ...(read.length > longFrom ? [byRule, byPlan] : [byPlan, byRule])
    ]
  })
}

/** Files from which the short table comes before the long one. */
const longFrom = 60

function planTable(context: Context, read: readonly PlanEntry[]): Html {
  return table({
    id: 't-plans',
    caption: 'Gaps in each plan',
    head: headRow([
      'Plan',
      'Authority',
      ...severities.map((severity) => [severityWords[severity], 'num'] as const),
      ['All', 'num']
    ]),
    body: html`<tbody>${read.map((entry) => {
      const own = context.site.tallyOf(entry.id)
      return html`<tr><th scope="row"><a href="${to(context, context.site.pages.gaps.get(entry.id) ?? entry.path)}">${said(entry.short)}</a></th><td>${bodyOf(entry.plan) && who(bodyOf(entry.plan), entry.side)}</td>${severities.map(
        (severity) => {
          const amount = own.gaps[severity]
          return amount === 0 ? html`<td class="num zero">0</td>` : html`<td class="num">${figure(amount)}</td>`
        }
      )}<td class="num">${figure(gapCount(own))}</td></tr>
`
    })}</tbody>`
  })
}

/** Columns of the rule table: a wider archive has only the sum. */
const columnsMost = 10

function ruleTable(context: Context, rules: readonly (readonly [string, number])[]): Html {
  const current = currentPlans(context.site)
  const columns: readonly PlanEntry[] = current.length <= columnsMost ? current : []
  return table({
    id: 't-rules',
    class: 'pinned',
    caption: 'Each rule in each plan',
    note: 'Each number opens the gaps. The columns are the newest versions; the sum counts every version.',
    head: headRow(['Gap', ...columns.map((entry) => [said(entry.short), 'num wide'] as const), ['All', 'num']]),
    body: html`<tbody>${rules.map(
      ([rule, amount]) => html`<tr><th scope="row">${gapInWords(rule)}</th>${columns.map((entry) => {
        const own = context.site.tallyOf(entry.id).rules[rule] ?? 0
        return own === 0
          ? html`<td class="num zero">0</td>`
          : html`<td class="num"><a href="${to(context, `${context.site.pages.gaps.get(entry.id)}#r/${rule}`)}">${figure(own)}${hidden(` ${gapInWords(rule)} in ${entry.short}`)}</a></td>`
      })}<td class="num">${figure(amount)}</td></tr>
`
    )}</tbody>`
  })
}
