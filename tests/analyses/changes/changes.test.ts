import {describe, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import {redlineOf} from '../../../src/analyses/changes/redline.ts'
import type {Change} from '../../../src/analyses/types.ts'
import {draft, final, lead, measure, outcome, passage, plan, priority, section, summary} from './drafts.ts'

const report = findChanges(draft, final)
const told = (change: Change) =>
  `${change.kind} ${change.level}: ${change.before?.text ?? ''} -> ${change.after?.text ?? ''}`
const about = (words: string) => report.changes.filter((change) => told(change).includes(words))

describe('findChanges', () => {
  test('every planted change is told once, by its kind and class', () => {
    const rows = report.changes.map(({kind, class: grade, level}) => `${kind} ${grade} ${level}`)
    expect(rows.sort()).toEqual(
      [
        'reworded editorial other',
        'reworded substantive priority',
        'reworded substantive measure',
        'added substantive priority',
        'renumbered editorial priority',
        'renumbered editorial priority',
        'renumbered editorial priority',
        'renumbered editorial priority',
        'reworded substantive lead',
        'removed substantive measure',
        'moved substantive priority',
        'reworded substantive priority',
        'split substantive priority',
        'reworded editorial measure'
      ].sort()
    )
  })
  test('dates are compared as values, with the delay', () => {
    const [change] = about('family hubs')
    expect(change?.facets).toEqual(['date'])
    expect(change?.reason).toContain('later by 6 months')
  })
  test('a move is told once with both places, and what hangs on it not at all', () => {
    const [change, ...more] = about('swimming').filter(({kind}) => kind === 'moved')
    expect(more).toEqual([])
    expect(change?.reason).toBe('Moved from Outcome 1 to Outcome 2, words unchanged.')
    expect([change?.before?.id, change?.after?.id]).toEqual(['outcome-1/priority-3', 'outcome-2/priority-1'])
  })
  test('a split names all its parts', () => {
    const [change] = about('debts').filter(({kind}) => kind === 'split')
    expect(change?.after?.text).toBe('Offer advice on debts.')
    expect(change?.also?.map(({text}) => text)).toEqual(['Offer advice on tenancies.'])
  })
  test('consequences come gravest first, each with its changes', () => {
    expect(report.consequences.map(({rule}) => rule)).toEqual([
      'measure-removed-priority-stays',
      'deadline-put-off',
      'target-lowered',
      'promise-weakened',
      'lead-changed'
    ])
    const ids = new Set(report.changes.map(({id}) => id))
    for (const {changes} of report.consequences) for (const id of changes) expect(ids).toContain(id)
  })
  test('the summary counts the list', () => {
    const {summary, changes} = report
    expect(summary.substantive + summary.editorial).toBe(changes.length)
    expect(changes.filter(({kind}) => kind === 'renumbered')).toHaveLength(summary.renumbered)
  })
  test('ids are unique and hang on words, not on places', () => {
    const ids = report.changes.map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const later = plan('final', [
      section('Before', passage('A page that both drafts have.')),
      ...final.children
    ] as never)
    const earlier = plan('draft', [
      section('Before', passage('A page that both drafts have.')),
      ...draft.children
    ] as never)
    expect(findChanges(earlier, later).changes.map(({id}) => id)).toEqual(ids)
  })
})

describe('what only another layout or converter changed is no change', () => {
  const same = (before: Parameters<typeof plan>[1], after: Parameters<typeof plan>[1]) =>
    findChanges(plan('a', before), plan('b', after)).changes.map(told)

  test('quotes, dashes, bullets, spaces', () => {
    expect(
      same(
        [section('Aims', passage('• The ‘Safe Streets’ plan – 2024–28 – covers every estate'))],
        [section('Aims', passage("The 'Safe Streets' plan - 2024- 28 - covers  every estate"))]
      )
    ).toEqual([])
  })
  test('hyphens, where one draft was read from the lines of pages', () => {
    const [before, after] = ['multi-agency', 'multiagency'].map((word) =>
      plan(word, [section('Aims', passage(`The plan covers ${word} work in every town.`))])
    )
    const paged = {...after!, source: {...after!.source, format: 'pdf' as const}}
    expect(findChanges(before!, paged).changes).toEqual([])
    expect(findChanges(before!, after!).changes.map(({kind, class: grade}) => [kind, grade])).toEqual([
      ['reworded', 'editorial']
    ])
  })
  test('labels, numbers of headings, leaders and pages of the contents', () => {
    expect(
      same(
        [section('3. Our aims', passage('Contents line one ..... 4')), outcome('1', 'Outcome 1 – Towns are green')],
        [section('Our aims', passage('Contents line one')), outcome('1', 'Towns are green')]
      )
    ).toEqual([])
  })
  test('a list turned into one paragraph, a title that holds its explanation', () => {
    expect(
      same(
        [
          section('Values', passage('Kind to all'), passage('Open to new ideas'), passage('Honest')),
          priority('Plant trees. Two hundred a year.')
        ],
        [
          section('Values', passage('Kind to all Open to new ideas Honest')),
          priority('Plant trees.', {detail: 'Two hundred a year.'})
        ]
      )
    ).toEqual([])
  })
  test('numbers before entries that one layout prints and another counts', () => {
    expect(
      same(
        [
          section(
            'Values',
            passage('1. Kindness: kind to all who come.'),
            passage('2. Candour: honest with each other.')
          )
        ],
        [section('Values', passage('Kindness: kind to all who come.'), passage('Candour: honest with each other.'))]
      )
    ).toEqual([])
  })
  test('borders of cells that one reading left in the words', () => {
    expect(
      same(
        [section('Values', passage('| Paths are dry all year | Bridges are safe for all |'))],
        [section('Values', passage('Paths are dry all year'), passage('Bridges are safe for all'))]
      )
    ).toEqual([])
  })
  test('a title that only one reading took from among the headings', () => {
    const body = [
      section('Clean rivers', passage('Rivers run clear.')),
      section('Calm roads', passage('Roads are calm.'))
    ]
    const titled = (title: string) => ({...plan(title, body), title})
    expect(findChanges(titled('Clean rivers'), titled('Calm roads')).changes.map(told)).toEqual([])
  })
  test('a sentence that one reading broke in two, changed at its end', () => {
    const [change, ...more] = findChanges(
      plan('a', [
        section(
          'Aims',
          passage('By mending every path in the valley the council of Marsh'),
          passage('Parish hopes to bring walkers back to the mill and the weir.')
        )
      ]),
      plan('b', [
        section(
          'Aims',
          passage(
            'By mending every path in the valley the council of Marsh Parish hopes to bring walkers back to the mill and the barge.'
          )
        )
      ])
    ).changes
    expect(more).toEqual([])
    expect(change?.words.filter(([mark]) => mark !== '=').map(([, text]) => text)).toEqual(['weir', 'barge'])
  })
  test('a word that a narrow column broke without a hyphen', () => {
    const words = (word: string) => [
      section('Aims', passage(`${word} one stands.`), passage('Priority two stands.'), passage('No priority is last.'))
    ]
    const [before, after] = [plan('a', words('Priority')), plan('b', words('Priorit y'))]
    const paged = {...after, source: {...after.source, format: 'pdf' as const}}
    expect(findChanges(before, paged).changes).toEqual([])
    expect(findChanges(before, after).changes).toHaveLength(1)
  })
  test('a table inside a cell, written three times over by a converter', () => {
    const row = (value: string) => ({...passage(value), block: 'tableRow' as const})
    const cells = ['Name and town', 'Born in March']
    expect(
      same(
        [section('Record', row(`My record ${cells.join(' ')}`), ...cells.map(row), ...cells.map(row))],
        [section('Record', row('My record'), ...cells.map(row))]
      )
    ).toEqual([])
  })
  test('a column head of the contents run into the first entry', () => {
    const contents = (...entries: string[]) => ({
      ...section('Contents', ...entries.map(passage)),
      role: 'other' as const
    })
    expect(same([contents('Page 1 Our aims ..... 4')], [contents('Our aims ..... 4')])).toEqual([])
  })
  test('a section read at another depth', () => {
    const inner = section('Money', passage('The grant is fixed for two years.'))
    expect(same([section('How', inner)], [section('How'), inner])).toEqual([])
  })
})

test.each([
  ['Help was given in 2022-23 in all towns.', 'Help was given in 2022 to 2023 in all towns.', 'editorial'],
  ['It opens on 31 March 2026 in town.', 'It opens on the 31st of March 2026 in town.', 'editorial'],
  ['It opens on 31 March 2026 in town.', 'It opens on the 30th of March 2026 in town.', 'substantive'],
  ['Help was given in 2022-23 in all towns.', 'Help was given in 2023 to 2024 in all towns.', 'substantive']
])('%s -> %s: %s', (before, after, grade) => {
  const [old, now] = [before, after].map((text) => plan(text, [section('Aims', passage(text))]))
  expect(findChanges(old!, now!).changes.map((change) => change.class)).toEqual([grade])
})

describe('sections', () => {
  const long = (title: string, word: string) =>
    section(title, passage(`The ${word} ${'walks by the river and counts the boats that pass '.repeat(6)}today.`))
  test('one that stands elsewhere among its neighbours is told once', () => {
    const parts = [long('Money', 'treasurer'), long('People', 'warden'), long('Places', 'keeper')] as const
    const [before, after] = [plan('a', [...parts]), plan('b', [parts[1], parts[2], parts[0]])]
    const [change, ...more] = findChanges(before, after).changes
    expect(more).toEqual([])
    expect([change?.kind, change?.class, change?.before?.text]).toEqual(['moved', 'editorial', 'Money'])
    expect(findChanges(after, before).changes.map(({before: old}) => old?.text)).toEqual(['Money'])
  })
  test('a lone heading read at another place has not moved', () => {
    const parts = [section('Money', passage('It is fixed.')), long('People', 'warden')] as const
    expect(findChanges(plan('a', [...parts]), plan('b', [parts[1], parts[0]])).changes).toEqual([])
  })
  test("the body's name over the title is of no substance", () => {
    const body = [section('Aims', passage('Every town has a park.'))]
    const [change] = findChanges(plan('a', body), plan('b', [passage('Young people of Harbourside'), ...body])).changes
    expect([change?.kind, change?.class]).toEqual(['added', 'editorial'])
  })
})

describe('redline', () => {
  test('a paragraph that is typed on over its end keeps that end after what was typed', () => {
    const page = (...texts: string[]) => plan(texts.join(), [section('Aims', ...texts.map(passage))])
    const before = page('The park opens in May.', 'The pool opens in June.')
    const after = page('The park opens in May and never closes again.', 'It has a new gate.', 'The pool opens in June.')
    const marks = redlineOf(before, after).map(({mark, runs}) => [mark, runs.map((run) => run.text).join('')])
    expect(marks.slice(2)).toEqual([
      ['=', 'The park opens in May and never closes again.'],
      ['+', 'It has a new gate.'],
      ['=', 'The pool opens in June.']
    ])
    const open = redlineOf(
      page('The park opens', 'The pool opens in June.'),
      page('The park opens in May', 'A gate.', 'The pool opens in June.')
    )
    expect(open.slice(2).map(({mark}) => mark)).toEqual(['+', '=', '='])
  })
})

describe('words that stand elsewhere', () => {
  const welcome = section(
    'Welcome',
    passage(
      'The council wrote this plan with three hundred young people who live on the two islands and along the coast.'
    ),
    passage('They met on nine evenings in the harbour hall, and what they said stands on every page that follows here.')
  )
  const numbers = section(
    'The islands in numbers',
    passage('Four thousand children live on the islands, and every third of them crosses the water to go to school.'),
    passage('The last ferry leaves before most clubs begin, so that few of them can stay for sport or for music.'),
    passage('Families pay twice what others pay for childcare, and wait for twice as long until they find a place.'),
    passage('Two in five young people say that they feel lonely at least once a week, more than anywhere else.'),
    passage(
      'Half of the pupils who leave school at sixteen leave the islands within a year, and few of those who go come back to live here.'
    )
  )
  const whole = [welcome, numbers, outcome('1', 'Ferries run late'), outcome('2', 'Clubs are open to all')]
  test('a section that moved is one change, of its root, with its size', () => {
    const {changes} = findChanges(plan('a', whole), plan('b', [numbers, whole[2]!, welcome, whole[3]!]))
    expect(changes.map(told)).toEqual(['moved other: Welcome -> Welcome'])
    expect(changes[0]).toMatchObject({class: 'editorial', size: 3})
  })
  test('sentences that moved together within a section are one change', () => {
    const [first, second, ...rest] = numbers.children
    const after = {...numbers, children: [...rest, first!, second!]}
    const {changes} = findChanges(plan('a', whole), plan('b', [welcome, after, whole[2]!, whole[3]!]))
    expect(changes.map(({kind, reason}) => [kind, reason])).toEqual([
      ['moved', 'Moved within “The islands in numbers”, words unchanged.']
    ])
  })
  test('a lead that another goal had is a lead that changed', () => {
    const goals = (one: string, other: string) => [
      outcome('1', 'Ferries run late', lead(one)),
      outcome('2', 'Clubs are open to all', lead(other)),
      outcome('3', 'Childcare is near', lead('Early Years Board'))
    ]
    const {changes} = findChanges(
      plan('a', goals('Harbour Trust', 'Sports Forum')),
      plan('b', goals('Sports Forum', 'Early Years Board'))
    )
    expect(changes.map(told)).toEqual([
      'reworded lead: Harbour Trust -> Sports Forum',
      'reworded lead: Sports Forum -> Early Years Board'
    ])
  })
  test('a priority that only the summary has now is gone', () => {
    const speech = 'Train every nursery on the islands to spot delay in speech.'
    const {changes} = findChanges(
      plan('a', [outcome('1', 'Babies thrive', priority(speech)), outcome('2', 'Clubs are open to all')]),
      plan('b', [outcome('1', 'Babies thrive', summary(speech)), outcome('2', 'Clubs are open to all')])
    )
    expect(changes.map(({kind, level}) => [kind, level])).toContainEqual(['removed', 'priority'])
  })
})

describe('whole subtrees', () => {
  test('a removed outcome is one change with its size', () => {
    const gone = outcome('2', 'Rivers are clean', priority('Clear the weirs.', {}, measure('More otters are seen.')))
    const {changes} = findChanges(
      plan('a', [outcome('1', 'Towns are green'), gone]),
      plan('b', [outcome('1', 'Towns are green')])
    )
    expect(changes.map(told)).toEqual(['removed outcome: Rivers are clean -> '])
    expect(changes[0]?.size).toBe(3)
  })
})

describe('what a reviewer needs beside the words', () => {
  test('how much of the older draft stands in the newer', () => {
    const {kept} = findChanges(
      plan('a', [section('Aims', passage('Paths are dry.'), passage('Bridges are safe.'))]),
      plan('b', [section('Aims', passage('Paths are dry.'), passage('Every gate opens wide.'))])
    )
    expect(kept!.same).toBe(kept!.before - 1)
    expect(kept!.before).toBe(kept!.after)
  })
  test('a heading with another letter is renumbered, with other words reworded', () => {
    const kinds = (title: string) =>
      findChanges(
        plan('a', [section('Appendix B - Paths and bridges', passage('Paths are dry and bridges are safe.'))]),
        plan('b', [section(title, passage('Paths are dry and bridges are safe.'))])
      ).changes.map(({kind, class: grade, reason}) => [kind, grade, reason])
    expect(kinds('Appendix C: Paths and bridges')).toEqual([
      ['renumbered', 'editorial', 'Appendix B is now Appendix C.']
    ])
    expect(kinds('Appendix C: Paths and gates').map(([kind]) => kind)).toEqual(['reworded'])
  })
  test('a lead names what it leads, and the place the goal at the top', () => {
    const under = (name: string) => [
      priority('Mend the long path.'),
      {...priority('Mend the short path.'), children: [lead(name)]}
    ]
    const {changes, consequences} = findChanges(plan('a', under('Ola Fen')), plan('b', under('Ada Marsh')))
    expect(changes.map(({about, where}) => [about, where])).toEqual([
      ['Mend the short path.', 'Mend the short path. / lead']
    ])
    expect(consequences.map(({text}) => text)).toEqual([
      'Lead changed: “Ola Fen” is now “Ada Marsh”, of “Mend the short path.”'
    ])
  })
})
