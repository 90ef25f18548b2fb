/** What changed between the two drafts. */
import type {Change, ChangeReport} from '../../../src/analyses/types.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {unitsOf} from '../../../src/plan-tree/units.ts'
import {hostileWords} from './hostile-plan.ts'
import {ref} from './nodes.ts'

function change(fields: Partial<Change> & Pick<Change, 'id' | 'kind'>): Change {
  return {
    class: 'substantive',
    level: 'measure',
    where: 'Outcome 1 / measures',
    facets: [],
    before: null,
    after: null,
    words: [],
    reason: 'Same place, other words.',
    ...fields
  }
}

export function changesOf(before: Plan, after: Plan): ChangeReport {
  const place = (of: Plan, id: string) => {
    const unit = unitsOf(of).find((each) => each.id === id)
    if (!unit) throw new Error(`no unit ${id}`)
    return {id, text: unit.text, pages: unit.pages}
  }
  const changes: Change[] = [
    change({
      id: 'c1',
      kind: 'removed',
      facets: ['target', 'date'],
      before: place(before, 'outcome-1/priority-3/measure-1'),
      words: [['-', 'Twelve footpaths re-lit by autumn 2027']],
      reason: 'No measure in the final is near this one.'
    }),
    change({
      id: 'c2',
      kind: 'reworded',
      where: 'Outcome 2 / measures',
      facets: ['number', 'target'],
      before: place(before, 'outcome-2/priority-1/measure-1'),
      after: place(after, 'outcome-2/priority-1/measure-1'),
      words: [
        ['-', '90%'],
        ['+', '85%'],
        ['=', ' of children who are referred are seen within four weeks']
      ],
      reason: 'The same words but for the number.'
    }),
    change({
      id: 'c3',
      kind: 'reworded',
      level: 'priority',
      where: 'Outcome 2 / priorities',
      facets: ['commitment'],
      before: place(before, 'outcome-2/priority-2'),
      after: place(after, 'outcome-2/priority-2'),
      words: [
        ['=', 'We '],
        ['-', 'will'],
        ['+', 'aim to'],
        ['=', ' keep a swimming place open for every child under eleven']
      ],
      reason: '“Will” states that it is going to be done, “aim to” that it is going to be tried.'
    }),
    change({
      id: 'c4',
      kind: 'moved',
      level: 'priority',
      where: 'Outcome 1 / priorities',
      before: {...place(before, 'outcome-1/priority-2'), where: 'Outcome 2 / priorities'},
      after: {...place(after, 'outcome-1/priority-2'), where: 'Outcome 1 / priorities'},
      words: [['=', 'Teach safe use of phones in every primary school']]
    }),
    change({
      id: 'c5',
      kind: 'split',
      level: 'priority',
      where: 'Outcome 1 / priorities',
      before: place(before, 'outcome-1/priority-1'),
      after: place(after, 'outcome-1/priority-1'),
      also: [place(after, 'outcome-1/priority-2')],
      words: []
    }),
    change({
      id: 'c6',
      kind: 'added',
      level: 'glossaryEntry',
      where: 'Glossary',
      after: place(after, 'glossaryEntry-1'),
      words: [['+', hostileWords[0]]],
      size: 3
    }),
    change({
      id: 'c7',
      kind: 'renumbered',
      class: 'editorial',
      level: 'priority',
      where: 'Outcome 2 / priorities',
      before: place(before, 'outcome-2/priority-2'),
      after: place(after, 'outcome-2/priority-2'),
      words: [
        ['-', '2.3'],
        ['+', '2.2'],
        ['=', ' swimming']
      ],
      reason: 'The number follows from a move.'
    }),
    change({
      id: 'c8',
      kind: 'merged',
      class: 'editorial',
      level: 'measure',
      where: 'Outcome 1 / measures',
      before: place(before, 'outcome-1/priority-1/measure-1'),
      after: place(after, 'outcome-1/priority-1/measure-1'),
      also: [place(before, 'outcome-1/priority-2/measure-1')],
      words: []
    }),
    change({
      id: 'c9',
      kind: 'reworded',
      class: 'editorial',
      level: 'foreword',
      where: 'Foreword',
      before: place(before, 'passage-1'),
      after: place(after, 'passage-1'),
      words: [
        ['=', 'We are grateful for your honest '],
        ['-', 'judgement'],
        ['+', 'judgment'],
        ['=', ' of the first version.']
      ],
      reason: 'Two spellings of one word.'
    })
  ]
  const of = (key: 'kind' | 'class', value: string) => changes.filter((each) => each[key] === value).length
  return {
    before: ref(before),
    after: ref(after),
    summary: {
      added: of('kind', 'added'),
      removed: of('kind', 'removed'),
      reworded: of('kind', 'reworded'),
      moved: of('kind', 'moved'),
      split: of('kind', 'split'),
      merged: of('kind', 'merged'),
      renumbered: of('kind', 'renumbered'),
      substantive: of('class', 'substantive'),
      editorial: of('class', 'editorial')
    },
    changes,
    consequences: [
      {
        id: 'q1',
        rule: 'measure-removed',
        text: 'Measure removed, its priority stays',
        where: 'Outcome 1 / priorities',
        changes: ['c1']
      }
    ]
  }
}
