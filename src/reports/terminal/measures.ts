import type {MeasureReport} from '../../analyses/types.ts'
import {type MeasureReading, type SmartSum, smartMarks} from '../../language/measures/smart.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'

/** Measures taken apart, for people at a prompt: plan by plan, each with its parts and its marks; then the marks summed up. */
export function measuresText({plans, measures, smart}: MeasureReport): string {
  const lines = plans.flatMap((plan) => {
    const own = measures.filter(({plan: of}) => of === plan.id)
    return [
      `${plan.title}: ${own.length === 1 ? '1 measure' : `${own.length} measures`} and milestones`,
      '',
      ...own.flatMap(measureLines),
      ...smartLines(smart.filter(({plan: of}) => of === plan.id))
    ]
  })
  return `${lines.join('\n')}\n`
}

function measureLines(reading: MeasureReading): string[] {
  const {text, pages, counting, direction, forWhom, baseline, target, standard, deadline, source, second} = reading
  const page = pagesInWords(pages)
  const parts = [
    `counts ${counting === 'unsaid' ? '' : `(${counting}) `}"${reading.counted}"`,
    forWhom.length > 0 && `for ${forWhom.join(', ')}`,
    direction !== 'unstated' && direction,
    baseline && `from ${baseline.words}`,
    target && `to ${target.words}`,
    standard && `standard ${standard}`,
    deadline && `by ${deadline.words}`,
    source && `told by ${source}`,
    reading.leads.length > 0 && `lead ${reading.leads.join(', ')}`,
    second && `second count "${second}"`
  ].filter((part) => part)
  return [`  ${marksOf(reading)}  "${text}"${page ? ` ${page}` : ''}`, `         ${parts.join('; ')}`]
}

/** 'S·A··': the letter of each mark that it has. */
const marksOf = ({smart}: MeasureReading) =>
  smartMarks.map((mark, index) => (smart[mark] ? 'SMART'[index] : '·')).join('')

/** How many measures have which SMART mark, for each outcome and for the plan. */
export function smartLines(sums: readonly SmartSum[]): string[] {
  const [plan] = sums
  if (!plan || plan.measures === 0) return []
  const head = 'Measures, and how many say what (S), how much (M), who (A), from where (R) and by when (T); mean of 5'
  const lines = [...sums.slice(1).filter(({measures}) => measures > 0), plan].map((sum) => {
    const marks = smartMarks.map((mark, index) => `${'SMART'[index]} ${sum[mark]}`.padEnd(6)).join(' ')
    const name = sum.unit === null ? 'all' : sum.text.length > 60 ? `${sum.text.slice(0, 57).trimEnd()}…` : sum.text
    return `  ${String(sum.measures).padStart(4)}  ${marks} ${(sum.score ?? 0).toFixed(1)}  ${name}`
  })
  return [head, ...lines, '']
}
