/** Plan trees built by hand, in words made up for the tests. */
import {withIds} from '../../../src/plan-tree/build.ts'
import type {
  Goal,
  Lead,
  Measure,
  Outcome,
  Passage,
  Plan,
  Priority,
  Rationale,
  Restatement,
  Section,
  Voice
} from '../../../src/plan-tree/nodes.ts'

const pages = [{page: 1}]

export const passage = (value: string): Passage => ({type: 'passage', value, block: 'paragraph', pages})
export const section = (title: string, ...children: Section['children']): Section => ({
  type: 'section',
  role: 'other',
  title,
  pages,
  children
})
export const measure = (title: string, ...children: Measure['children']): Measure => ({
  type: 'measure',
  id: '',
  title,
  term: 'measure',
  direction: 'unstated',
  pages,
  children
})
export const lead = (value: string): Lead => ({type: 'lead', value, term: 'Lead', holder: 'body', pages})
export const voice = (value: string): Voice => ({type: 'voice', value, pages})
const rationale = (value: string): Rationale => ({type: 'rationale', value, pages})
export const summary = (value: string): Restatement => ({
  type: 'restatement',
  value,
  where: 'summary',
  of: 'priority',
  pages
})

export function priority(
  title: string,
  more: {detail?: string; label?: string} = {},
  ...children: Priority['children']
): Priority {
  return {type: 'priority', id: '', title, term: 'priority', pages, children, ...more}
}

export function outcome(label: string, title: string, ...children: Outcome['children']): Outcome {
  return {type: 'outcome', id: '', label, title, term: 'outcome', pages, children}
}

export function plan(
  digest: string,
  children: (Goal | Section | Passage)[],
  status: Plan['status'] = 'unstated'
): Plan {
  return withIds({
    type: 'plan',
    version: 1,
    digest,
    title: 'Plan for young people of Harbourside',
    status,
    source: {path: `${digest}.md`, format: 'markdown', digest, pages: 1},
    warnings: [],
    pages,
    children
  })
}

const hubs = 'Open three family hubs by March 2027, one in each town.'
const swimming = 'Keep swimming lessons free for all children under five.'
const detail = 'The pools will open earlier on school days.'
const speech = 'Train every nursery to spot delay in speech.'
const walk = 'Somebody to walk with us from the last bus.'
const years = 'The first years matter most, and help often comes late.'
const fathers = 'More fathers say that they know where to find advice.'

/** A draft and its final, with changes of every kind. */
export const draft = plan('draft', [
  section(
    'Foreword',
    passage('We wrote this plan with young people. They read every page, and they asked for plain words.')
  ),
  outcome(
    '1',
    'Babies and toddlers thrive',
    rationale(years),
    priority(hubs, {label: '1.1'}, measure('90% of parents can reach a hub within half an hour.')),
    priority(speech, {label: '1.2'}),
    priority(swimming, {label: '1.3', detail}),
    lead('Early Years Board'),
    measure('Fewer toddlers wait for speech therapy.'),
    measure(fathers),
    summary(speech)
  ),
  outcome(
    '2',
    'Teenagers feel safe',
    voice(walk),
    priority('We will light the canal path and clear its hedges.', {label: '2.1'}),
    priority('Offer advice on debts and offer advice on tenancies.', {label: '2.2'}),
    measure('More teenagers feel safe after dark, education, work or leisure alike.')
  )
])

export const final = plan('final', [
  section(
    'Foreword',
    passage('We wrote this plan with young people. They read every page and they asked for plain words.')
  ),
  outcome(
    '1',
    'Babies and toddlers thrive',
    rationale(years),
    priority(
      hubs.replace('March 2027', 'September 2027'),
      {label: '1.1'},
      measure('85% of parents can reach a hub within half an hour.')
    ),
    priority('Pay for a play worker on every ward.', {label: '1.2'}),
    priority(speech, {label: '1.3'}),
    lead('Families Committee'),
    measure(fathers),
    summary(speech)
  ),
  outcome(
    '2',
    'Teenagers feel safe',
    voice(walk),
    priority(swimming, {label: '2.1', detail}),
    priority('We aim to light the canal path and clear its hedges.', {label: '2.2'}),
    priority('Offer advice on debts.', {label: '2.3'}),
    priority('Offer advice on tenancies.', {label: '2.4'}),
    measure('More teenagers feel safe after dark, education, work, or leisure alike.')
  )
])
