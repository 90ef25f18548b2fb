/** Tables of one plan: its measures, what people asked for, and what was read with little confidence. */
import type {AnsweredAsk} from '../../../analyses/types.ts'
import {type SmartSum, smartMarks, smartSums} from '../../../language/measures/smart.ts'
import type {Measure, PlanNode} from '../../../plan-tree/nodes.ts'
import {pagesInWords, walk, wordsOf} from '../../../plan-tree/walk.ts'
import {type MeasureRow, measureRows} from '../../figures.ts'
import {gist, inHundred, placeInWords, termWords} from '../../wording.ts'
import {type Context, type PlanEntry, to, unitAnchor} from '../context.ts'
import {type Html, html, joined, type Part} from '../html.ts'
import {chip, count, figure, headRow, hidden, said, state, table, unsaid} from '../parts.ts'

/** Confidence under which a unit is listed to be checked by eye. */
const doubtBelow = 0.7
/** Rows of that list; the rest stands in units.csv. */
const doubtMost = 40
/** Characters of their words there; all of them stand where the link leads. */
const doubtWords = 110

const directions: Readonly<Record<Measure['direction'], string>> = {
  more: '▲ more',
  fewer: '▼ fewer',
  reached: '● reached',
  unstated: ''
}

export function measuresTable(context: Context, entry: PlanEntry): Html {
  const rows = measureRows(entry.plan)
  const groups = [...Map.groupBy(rows, ({above}) => above[0])]
  const span = 9
  const sums = new Map(smartSums(entry.plan).map((sum) => [sum.unit, sum]))
  return table({
    id: 't-measures',
    caption: `${count(rows.length, 'measure')}, as the plan words them`,
    note: html`Open dot: baseline. Full dot: target. A dash: the plan’s words give none. SMART: ${smartMarks.map((mark, index) => html`${index > 0 && ', '}${markLetters[mark]} ${markTold[mark]}`)}; a raised dot stands for a mark that the words do not have.${smartTold(sums.get(null))}`,
    head: headRow(['Measure', 'Under', 'Direction', 'Baseline', 'Target', 'Deadline', 'Lead', 'SMART', 'Page']),
    body: groups.map(
      ([top, members]) => html`<tbody class="group"><tr><th scope="rowgroup" colspan="${span}">${
        top ? html`${termWords(top)} ${said(top.title)}` : 'Under no goal'
      }${top && smartTold(sums.get(top.id))}</th></tr>
${members.map((row, index) => measureRow(context, entry, row, members[index - 1]))}</tbody>`
    )
  })
}

function measureRow(context: Context, entry: PlanEntry, row: MeasureRow, before: MeasureRow | undefined): Html {
  const {measure, above} = row
  const repeated = before?.above.at(-1) === above.at(-1) && before?.leads.join() === row.leads.join()
  const parent = above.at(-1)
  return html`<tr><th scope="row">${said(measure.title)}${partsTold(row)}</th><td>${parent && html`<a href="${to(context, `#${unitAnchor(parent.id)}`)}">${parent.type === 'outcome' ? 'the outcome' : (parent.label ?? termWords(parent))}</a>`}</td><td class="nb">${directions[row.reading.direction] || unsaid('–')}</td><td>${row.baseline ? said(row.baseline) : unsaid('–')}</td><td>${row.target ? said(row.target) : unsaid('–')}${progressDots(row)}</td><td>${row.deadline ? said(row.deadline) : unsaid('–')}</td><td class="leads">${
    row.leads.length > 0 && repeated
      ? html`<span class="soft">as above</span>`
      : row.leads.length
        ? joined(
            row.leads.map((lead) => said(lead)),
            '; '
          )
        : unsaid('–')
  }</td><td class="nb">${smartCell(row)}</td><td>${chip(context, {plan: entry.id, unit: measure.id, pages: measure.pages})}</td></tr>
`
}

const markLetters = {specific: 'S', measurable: 'M', assignable: 'A', realistic: 'R', timeRelated: 'T'} as const
const markShort = {
  specific: 'what',
  measurable: 'how much',
  assignable: 'who',
  realistic: 'from where',
  timeRelated: 'by when'
} as const
const markTold = {
  specific: 'says what is counted',
  measurable: 'how much, or a thing done or not',
  assignable: 'who answers for it',
  realistic: 'from what level',
  timeRelated: 'by when'
} as const

/** How many measures of each outcome have which mark; undefined for a plan that measures nothing. */
export function smartTable(entry: PlanEntry): Html | undefined {
  const [plan, ...outcomes] = smartSums(entry.plan)
  if (!plan || plan.measures === 0) return undefined
  const row = (name: Part, sum: SmartSum) =>
    html`<tr><th scope="row">${name}</th><td class="num">${figure(sum.measures)}</td>${smartMarks.map((mark) => html`<td class="num">${figure(sum[mark])}</td>`)}<td class="num">${sum.score === null ? unsaid('no measure') : sum.score.toFixed(1)}</td></tr>
`
  return table({
    id: 't-smart',
    caption: 'SMART marks of the measures and milestones',
    note: html`Each mark is something that stands in the words or does not: ${smartMarks.map((mark, index) => html`${index > 0 && ', '}${markLetters[mark]} ${markTold[mark]}`)}. Mean: marks of each measure, of five.`,
    head: headRow([
      'Outcome',
      ['Measures', 'num'],
      ...smartMarks.map((mark) => [`${markLetters[mark]}: ${markShort[mark]}`, 'num'] as const),
      ['Mean', 'num']
    ]),
    body: html`<tbody>${outcomes.map((sum) => row(said(sum.text), sum))}${row('The whole plan', plan)}</tbody>`
  })
}

/** ' 3.2 of 5 marks' beside a plan or an outcome. */
function smartTold(sum: SmartSum | undefined): Html | undefined {
  if (!sum || sum.score === null) return undefined
  return html` <span class="soft">Mean SMART score: ${sum.score.toFixed(1)} of 5.</span>`
}

/** The marks that it has by letter, a dot for each that it has not. */
function smartCell({reading: {smart}}: MeasureRow): Html {
  const letters = smartMarks.filter((mark) => smart[mark]).map((mark) => markLetters[mark])
  return html`<span aria-hidden="true">${smartMarks.map((mark) => (smart[mark] ? markLetters[mark] : '·'))}</span>${hidden(`${letters.join(' ')}, ${smart.score} of 5`)}`
}

/** What the columns do not show: for whom, a service standard, where the figure comes from, a second thing counted. */
function partsTold({reading: {forWhom, standard, source, second}}: MeasureRow): Html | undefined {
  const told = joined(
    [
      forWhom.length > 0 && html`for ${said(forWhom.join(', '))}`,
      standard && html`standard ${said(standard)}`,
      source && html`by ${said(source)}`,
      second && html`two in one: ${said(second)}`
    ],
    ' · '
  )
  return told.length > 0 ? html`<p class="why">${told}</p>` : undefined
}

const spark = {width: 100, from: 6, to: 94, middle: 7}

/** Baseline and target on one scale from 0 to 100 when both are percentages. */
function progressDots({measure}: MeasureRow): Html | undefined {
  const children = measure.children as PlanNode[]
  const at = (type: 'statistic' | 'target') => {
    const node = children.find((child) => child.type === type && (type === 'target' || child.data?.baseline === true))
    const quantity = node && 'quantity' in node ? node.quantity : undefined
    return quantity?.unit === '%' && quantity.amount >= 0 && quantity.amount <= 100 ? quantity.amount : undefined
  }
  const [baseline, target] = [at('statistic'), at('target')]
  if (target === undefined) return undefined
  const x = (amount: number) => Number((spark.from + ((spark.to - spark.from) * amount) / 100).toFixed(1))
  return html`<svg width="${spark.width}" height="14" viewBox="0 0 100 14" aria-hidden="true"><path class="grid" d="M6 7H94"/>${
    baseline !== undefined &&
    html`<path class="axis" d="M${x(baseline)} 7H${x(target)}"/><circle class="f-none" cx="${x(baseline)}" cy="7" r="3.5"/>`
  }<circle class="f-ink" cx="${x(target)}" cy="7" r="3.5"/></svg>`
}

const answeredBy: Readonly<Record<AnsweredAsk['by'], readonly [mood: 'good' | 'part' | 'bad', words: string]>> = {
  outcome: ['good', 'in the same outcome'],
  plan: ['good', 'in the plan'],
  authority: ['part', 'in another plan:'],
  none: ['bad', 'no words found']
}

/** "You said, we will": what people asked for, where the plan puts it, and the words that answer it. */
export function askedTable(context: Context, entry: PlanEntry): Html | undefined {
  const asks = context.site.asksOf(entry.id)
  if (asks.length === 0) return undefined
  return table({
    id: 't-asked',
    caption: `${count(asks.length, 'thing')} that people asked for`,
    note: 'The words nearest to each in meaning. No words found: none is near, a reason to look, not a verdict.',
    head: headRow(['You said', 'Where it stands', 'We will', 'Answered']),
    body: html`<tbody>${asks.map((ask) => askedRow(context, entry, ask))}</tbody>`
  })
}

/** How many of the asks of each plan are answered, and where; the asks themselves stand on the pages of the plans. */
export function askedCounts(context: Context, entries: readonly PlanEntry[]): Html | undefined {
  const asking = entries.filter((entry) => context.site.asksOf(entry.id).length > 0)
  if (asking.length === 0) return undefined
  const places = Object.keys(answeredBy) as AnsweredAsk['by'][]
  return table({
    id: 't-asked',
    caption: 'What people asked for, and where it is answered',
    note: 'By the words nearest in meaning. No words found: a reason to look, not a verdict.',
    head: headRow([
      'Plan',
      ['Asked', 'num'],
      ...places.map((by) => [answeredBy[by][1].replace(/:$/, ''), 'num wide'] as const)
    ]),
    body: html`<tbody>${asking.map((entry) => {
      const asks = context.site.asksOf(entry.id)
      return html`<tr><th scope="row"><a href="${to(context, `${entry.path}#h-asked`)}">${said(entry.short)}</a></th><td class="num">${asks.length}</td>${places.map(
        (place) => html`<td class="num">${asks.filter(({by}) => by === place).length}</td>`
      )}</tr>
`
    })}</tbody>`
  })
}

function askedRow(context: Context, entry: PlanEntry, {text, where, unit, pages, by, answer}: AnsweredAsk): Html {
  const other = answer && context.site.planById.get(answer.plan)
  const [mood, words] = answeredBy[by]
  return html`<tr><th scope="row">${said(text)} ${chip(context, {plan: entry.id, ...(unit ? {unit} : {}), pages})}</th><td>${placeInWords(where, [entry.plan.title])}</td><td>${
    answer && by !== 'none'
      ? html`${said(answer.text)} ${chip(context, {plan: answer.plan, unit: answer.id, pages: answer.pages})}`
      : answer
        ? html`${unsaid('nothing; the nearest is')} ${said(answer.text)}`
        : unsaid('nothing near')
  }</td><td>${state(mood, words)}${by === 'authority' && other && html` ${said(other.short)}`}</td></tr>
`
}

/** Units below the bound of confidence, most doubtful first; undefined when there are none. */
export function doubtTable(entry: PlanEntry): Html | undefined {
  const doubtful: {node: PlanNode; confidence: number}[] = []
  walk(entry.plan, (node) => {
    const confidence = node.data?.confidence
    if (node.type !== 'passage' && confidence !== undefined && confidence < doubtBelow && entry.idOf.has(node))
      doubtful.push({node, confidence})
  })
  if (doubtful.length === 0) return undefined
  doubtful.sort((a, b) => a.confidence - b.confidence)
  return table({
    id: 't-doubt',
    caption: `${count(doubtful.length, 'unit')} to check by eye`,
    note: `Confidence is the reader’s own estimate; units below ${Math.round(doubtBelow * 100)} in 100 are listed.${doubtful.length > doubtMost ? ` The first ${doubtMost}; all are in units.csv.` : ''}`,
    head: headRow(['The words', 'Read as', 'Could also be', ['Confidence', 'num'], 'Rule']),
    body: html`<tbody>${doubtful.slice(0, doubtMost).map(
      ({node, confidence}) =>
        html`<tr><th scope="row">${said(gist(wordsOf(node), doubtWords))} <a href="#${unitAnchor(entry.idOf.get(node)!)}">${pagesInWords(node.pages) || 'see it'}</a></th><td>${node.type}</td><td>${node.data?.competed?.join(', ') || unsaid('nothing else')}</td><td class="num">${inHundred(confidence)}</td><td>${node.data?.rule ?? unsaid('not named')}</td></tr>
`
    )}</tbody>`
  })
}
