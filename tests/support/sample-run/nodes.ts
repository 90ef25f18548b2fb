/** Nodes of the sample run, each in the fewest words, with their pages and boxes. */
import {withIds} from '../../../src/plan-tree/build.ts'
import type {Box, Facet, Measure, Outcome, PageSpan, Plan, Priority, Section} from '../../../src/plan-tree/nodes.ts'

export const digest = (letter: string): string => letter.repeat(64)

export const at = (page: number, box?: Box): PageSpan[] => [box ? {page, printed: String(page), box} : {page}]

/** The nth line of a page, as a box in points. */
export const line = (nth: number, lines = 1): Box => [72, 70 + nth * 26, 520, 70 + nth * 26 + lines * 20]

interface MeasureParts {
  title: string
  pages: PageSpan[]
  baseline?: string
  target?: string
  due?: string
  direction?: Measure['direction']
}

export function measure({title, pages, baseline, target, due, direction = 'more'}: MeasureParts): Measure {
  const percent = (words: string) => {
    const amount = Number(/^(\d+)%/.exec(words)?.[1])
    return Number.isNaN(amount) ? {} : {quantity: {amount, unit: '%', bound: 'atLeast' as const}}
  }
  const children: Facet[] = []
  if (baseline) children.push({type: 'statistic', value: baseline, pages, data: {baseline: true}, ...percent(baseline)})
  if (target) children.push({type: 'target', value: target, pages, ...percent(target)})
  if (due)
    children.push({
      type: 'date',
      role: 'due',
      value: due,
      when: {kind: 'span', from: '2028-03-01', to: '2028-03-31', grain: 'month'},
      pages
    })
  return {type: 'measure', id: '', title, term: 'measure', direction, pages, children}
}

export const lead = (value: string, pages: PageSpan[]): Facet => ({
  type: 'lead',
  value,
  holder: /tbc/i.test(value) ? 'unnamed' : 'body',
  term: 'Lead',
  pages
})

export const voice = (value: string, pages: PageSpan[]): Facet => ({
  type: 'voice',
  value,
  askedBy: 'Young people’s panel',
  pages
})

export function priority(label: string, title: string, pages: PageSpan[], children: Priority['children']): Priority {
  return {type: 'priority', id: '', title, term: 'priority', label, pages, children}
}

export function outcome(label: string, title: string, pages: PageSpan[], children: Outcome['children']): Outcome {
  return {type: 'outcome', id: '', title, term: 'outcome', label, pages, children}
}

export function plan(
  fields: Partial<Plan> & Pick<Plan, 'digest' | 'title' | 'children'>,
  path: string,
  pages: number,
  format: Plan['source']['format'] = 'pdf'
): Plan {
  return withIds({
    type: 'plan',
    version: 1,
    status: 'unstated',
    warnings: [],
    pages: [],
    source: {path, format, digest: fields.digest, pages},
    ...fields
  })
}

export const foreword = (words: string): Section => ({
  type: 'section',
  role: 'foreword',
  title: 'Welcome',
  pages: at(2),
  children: [{type: 'passage', value: words, block: 'paragraph', pages: at(2, line(2, 3))}]
})

/** A plan as findings name it. */
export const ref = (of: Plan) => ({
  id: of.digest,
  title: of.title,
  ...(of.authority ? {authority: of.authority} : {}),
  ...(of.period ? {period: of.period} : {}),
  status: of.status,
  path: of.source.path
})
