/**
 * A run over a made-up county, by hand: two drafts of one plan with page boxes, another authority, an earlier plan, a plan
 * whose every word is hostile, files that failed. What the reports must show of each is tested against this.
 */
import type {
  Change,
  ChangeReport,
  CoverageReport,
  Gap,
  GapReport,
  OverlapPair,
  OverlapReport,
  OverlapUnit,
  RunResult
} from '../../src/analyses/types.ts'
import {withIds} from '../../src/plan-tree/build.ts'
import type {
  Action,
  Box,
  Facet,
  Measure,
  Outcome,
  PageSpan,
  Plan,
  Priority,
  Section
} from '../../src/plan-tree/nodes.ts'
import {unitsOf} from '../../src/plan-tree/units.ts'

const digest = (letter: string): string => letter.repeat(64)

const at = (page: number, box?: Box): PageSpan[] => [box ? {page, printed: String(page), box} : {page}]

/** The nth line of a page, as a box in points. */
const line = (nth: number, lines = 1): Box => [72, 70 + nth * 26, 520, 70 + nth * 26 + lines * 20]

interface MeasureParts {
  title: string
  pages: PageSpan[]
  baseline?: string
  target?: string
  due?: string
  direction?: Measure['direction']
}

function measure({title, pages, baseline, target, due, direction = 'more'}: MeasureParts): Measure {
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

const lead = (value: string, pages: PageSpan[]): Facet => ({
  type: 'lead',
  value,
  holder: /tbc/i.test(value) ? 'unnamed' : 'body',
  term: 'Lead',
  pages
})

const voice = (value: string, pages: PageSpan[]): Facet => ({
  type: 'voice',
  value,
  askedBy: 'Young people’s panel',
  pages
})

function priority(label: string, title: string, pages: PageSpan[], children: Priority['children']): Priority {
  return {type: 'priority', id: '', title, term: 'priority', label, pages, children}
}

function outcome(label: string, title: string, pages: PageSpan[], children: Outcome['children']): Outcome {
  return {type: 'outcome', id: '', title, term: 'outcome', label, pages, children}
}

function plan(
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

const foreword = (words: string): Section => ({
  type: 'section',
  role: 'foreword',
  title: 'Welcome',
  pages: at(2),
  children: [{type: 'passage', value: words, block: 'paragraph', pages: at(2, line(2, 3))}]
})

function eastPlan(version: 'draft' | 'final'): Plan {
  const final = version === 'final'
  const walking = priority(
    '1.3',
    'Light and look after the footpaths that young people told us they avoid',
    at(4, line(8)),
    [
      lead('Highways and Parks', at(4, line(9))),
      ...(final
        ? []
        : [
            measure({
              title: 'Twelve footpaths re-lit by autumn 2027',
              pages: at(4, line(10)),
              target: '12',
              due: 'autumn 2027'
            })
          ])
    ]
  )
  return plan(
    {
      digest: digest(final ? 'b' : 'a'),
      title: 'Room to Grow: Children and Young People’s Plan 2026–30',
      authority: 'East Marlshire',
      publisher: 'East Marlshire Council',
      period: {from: 2026, to: 2030},
      status: version,
      kind: 'children and young people’s plan',
      warnings: final ? [] : [{ruleId: 'row-cut', message: 'A table row runs over the page break.', page: 4}],
      children: [
        foreword(`We are grateful for your honest ${final ? 'judgment' : 'judgement'} of the first version.`),
        outcome('Outcome 1', 'Children grow up safe at home, online and out and about', at(3, line(1, 2)), [
          {
            type: 'rationale',
            value: 'One child in nine told our autumn survey of a street they try not to walk along.',
            pages: at(3, line(4, 2))
          },
          voice('Light the cut-through behind the sports hall.', at(3, line(6))),
          lead('Marlshire Safeguarding Partnership', at(3, line(7))),
          priority('1.1', 'Act on neglect sooner, with one assessment that every service uses', at(3, line(9)), [
            measure({
              title: 'Fewer children placed on a second plan for neglect within two years',
              pages: at(3, line(10)),
              baseline: '21%',
              target: '14%',
              due: 'March 2029',
              direction: 'fewer'
            })
          ]),
          priority('1.2', 'Teach safe use of phones in every primary school', at(4, line(3)), [
            measure({
              title: 'Primary schools that teach the shared course',
              pages: at(4, line(4)),
              baseline: '38 of 61',
              target: '61 of 61',
              due: 'July 2028'
            })
          ]),
          walking
        ]),
        outcome('Outcome 2', 'Children are well in body and mind', at(5, line(1)), [
          voice('Do not make us tell the story again to each new person.', at(5, line(3))),
          priority('2.1', 'See every child who is referred for low mood within four weeks', at(5, line(5)), [
            measure({
              title: `${final ? '85%' : '90%'} of children who are referred are seen within four weeks`,
              pages: at(5, line(6)),
              baseline: '57%',
              target: final ? '85%' : '90%',
              due: final ? 'March 2028' : 'September 2027'
            }),
            lead('Marlshire Minds Partnership', at(5, line(7)))
          ]),
          priority(
            '2.2',
            `We ${final ? 'aim to' : 'will'} keep a swimming place open for every child under eleven`,
            at(6, line(2)),
            [
              measure({title: 'More children can swim 25 metres', pages: at(6, line(3)), due: 'July 2029'}),
              lead(final ? 'TBC' : 'Head of Leisure', at(6, line(4)))
            ]
          )
        ]),
        {
          type: 'glossary',
          pages: at(7),
          children: [
            {
              type: 'glossaryEntry',
              name: 'Panel',
              value: 'the group of young people who advise the board',
              use: 'means',
              pages: at(7, line(2))
            }
          ]
        }
      ]
    },
    `east-${version}.pdf`,
    7
  )
}

function westPlan(): Plan {
  const action = (label: string, title: string, children: Action['children']): Action =>
    ({
      type: 'action',
      id: '',
      title,
      term: 'action',
      label,
      pages: at(6),
      children,
      data: {confidence: 0.54, rule: 'action/row', competed: ['measure/row']}
    }) as Action
  return plan(
    {
      digest: digest('c'),
      title: 'Firm Ground 2026–31',
      authority: 'West Marlshire',
      period: {from: 2026, to: 2031},
      status: 'final',
      kind: 'children and young people’s plan',
      children: [
        outcome('A', 'Feeling well, feeling heard', at(4), [
          priority('A1', 'First appointment within four weeks for eight in ten referrals', at(4), [
            measure({title: 'Eight in ten seen within four weeks', pages: at(4), target: '80%', due: 'December 2028'}),
            action('A1.1', 'Hire two more counsellors', [
              {
                type: 'milestone',
                id: '',
                title: 'Posts advertised',
                term: 'milestone',
                pages: at(6),
                children: [{type: 'date', role: 'due', value: 'June 2026', when: {kind: 'unread'}, pages: at(6)}]
              }
            ])
          ]),
          priority('A2', 'No vapes at the school gate', at(5), [])
        ]),
        outcome('B', 'Safe places, safe people', at(7), [])
      ]
    },
    'west/plan_v3 (1).docx',
    9,
    'docx'
  )
}

function earlierWestPlan(): Plan {
  return plan(
    {
      digest: digest('d'),
      title: 'Firm Ground 2022–26',
      authority: 'West Marlshire',
      period: {from: 2022, to: 2026},
      status: 'final',
      children: [priority('', 'Five-year-olds keep all their teeth', at(3), []) as never].map((each) => ({
        ...(each as Priority),
        label: '3'
      }))
    },
    'west-old.md',
    0,
    'markdown'
  )
}

/** Words that try to be markup, script, style, formula, another direction or a line break. */
export const hostileWords = [
  '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">',
  '"><svg onload=alert(1)>',
  "javascript:alert('x')",
  '=HYPERLINK("http://example.invalid","plan")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A2)',
  '\t=1+1',
  '\u202etxet desrever\u202c',
  'خطة الأطفال 2026',
  '</title><h1>out</h1>',
  '{{constructor}} $' + '{alert(1)} `x`',
  '\u0000\u0007 control \ud800 lone',
  'a'.repeat(10_000)
] as const

function hostilePlan(): Plan {
  return plan(
    {
      digest: digest('e'),
      title: hostileWords[0],
      authority: hostileWords[1],
      kind: hostileWords[10],
      warnings: [{ruleId: '<b>', message: hostileWords[0], place: hostileWords[1]}],
      children: hostileWords.map((words, index) =>
        outcome(words.slice(0, 40), words, at(1), index === 0 ? [lead(words, at(1)), voice(words, at(1))] : [])
      ) as Outcome[]
    },
    '../<b>hostile</b> "plan".html',
    1,
    'html'
  )
}

const ref = (of: Plan) => ({
  id: of.digest,
  title: of.title,
  ...(of.authority ? {authority: of.authority} : {}),
  ...(of.period ? {period: of.period} : {}),
  status: of.status,
  path: of.source.path
})

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

function changesOf(before: Plan, after: Plan): ChangeReport {
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

function overlapsOf(plans: Plan[]): OverlapReport {
  const units = plans.flatMap((each) =>
    unitsOf(each)
      .filter((unit) => ['outcome', 'priority', 'action', 'measure'].includes(unit.type))
      .map(
        (unit): OverlapUnit => ({
          id: `${each.digest}#${unit.id}`,
          plan: each.digest,
          type: unit.type,
          text: unit.text,
          parent: unit.parent ? `${each.digest}#${unit.parent}` : null,
          label: unit.label,
          pages: unit.pages
        })
      )
  )
  const [east, west] = plans as [Plan, Plan]
  const pair = (a: string, b: string, fields: Partial<OverlapPair>): OverlapPair => ({
    a: `${east.digest}#${a}`,
    b: `${west.digest}#${b}`,
    score: 20,
    band: 'same',
    reasons: [],
    ...fields
  })
  return {
    plans: plans.map(ref),
    units,
    tier: 'words',
    pairs: [
      pair('outcome-2/priority-1', 'outcome-1/priority-1', {
        score: 27.9,
        mutual: true,
        reasons: [
          {kind: 'shared-words', text: 'within four weeks', words: ['within', 'four', 'weeks']},
          {kind: 'equal-words', text: '“referred”, “referrals”', words: ['referred', 'referrals']},
          {kind: 'facet-clashes', text: 'East asks for 85% by March 2028, West for 80% by December 2028'}
        ]
      }),
      pair('outcome-2/priority-1/measure-1', 'outcome-1/priority-1/measure-1', {
        score: 22,
        band: 'related',
        mutual: true,
        reasons: [{kind: 'shared-words', text: 'seen within four weeks', words: ['seen', 'within', 'four', 'weeks']}]
      }),
      pair('outcome-2', 'outcome-1', {
        score: 9.1,
        band: 'topic',
        reasons: [{kind: 'meaning', text: 'both speak of being well'}]
      }),
      pair('outcome-1/priority-3', 'outcome-1/priority-2', {score: 3.2, band: 'none'}),
      pair('outcome-1', 'outcome-2', {
        score: 12.4,
        band: 'related',
        mutual: true,
        reasons: [{kind: 'shared-words', text: 'safe', words: ['safe']}]
      })
    ]
  }
}

function gapsOf(east: Plan, west: Plan, hostile: Plan): Gap[] {
  const gap = (fields: Partial<Gap> & Pick<Gap, 'id' | 'rule' | 'plan'>): Gap => ({
    unit: null,
    where: 'Whole plan',
    text: 'words',
    note: 'One line of why.',
    confidence: 0.9,
    severity: 'medium',
    pages: [],
    ...fields
  })
  const at1 = (of: Plan, id: string) => {
    const unit = unitsOf(of).find((each) => each.id === id)!
    return {plan: of.digest, unit: id, text: unit.text, pages: unit.pages}
  }
  return [
    gap({
      id: 'g1',
      rule: 'priority-no-measure',
      severity: 'high',
      where: 'Outcome 1 / priority 1.3',
      note: 'The draft had one.',
      ...at1(east, 'outcome-1/priority-3')
    }),
    gap({
      id: 'g2',
      rule: 'lead-placeholder',
      severity: 'high',
      where: 'Outcome 2 / priority 2.2',
      note: '“TBC” names nobody.',
      ...at1(east, 'outcome-2/priority-2')
    }),
    gap({
      id: 'g3',
      rule: 'measure-no-target',
      where: 'Outcome 2 / measures',
      note: '“More” from how many, to how many?',
      ...at1(east, 'outcome-2/priority-2/measure-1')
    }),
    gap({
      id: 'g4',
      rule: 'measure-no-baseline',
      severity: 'low',
      where: 'Outcome 2 / measures',
      ...at1(east, 'outcome-2/priority-2/measure-1')
    }),
    gap({
      id: 'g5',
      rule: 'ask-unanswered',
      where: 'Outcome 1',
      ...at1(east, 'outcome-1/voice-1'),
      nearest: {
        plan: east.digest,
        id: 'outcome-1/priority-3',
        text: 'Light and look after the footpaths that young people told us they avoid',
        score: 7.2
      }
    }),
    gap({id: 'g6', rule: 'outcome-no-priority', severity: 'high', where: 'Aim B', ...at1(west, 'outcome-2')}),
    gap({
      id: 'g7',
      rule: 'no-counterpart',
      ...at1(west, 'outcome-1/priority-2'),
      nearest: {
        plan: east.digest,
        id: 'outcome-1/priority-2',
        text: 'Teach safe use of phones in every primary school',
        score: 4.1
      }
    }),
    gap({
      id: 'g8',
      rule: 'placeholder',
      plan: hostile.digest,
      text: hostileWords[0],
      note: hostileWords[2],
      where: hostileWords[1]
    })
  ]
}

/** The run that the report tests write. Made anew on each call. */
export function sampleRun(): RunResult & {gaps: GapReport; coverage: CoverageReport} {
  const [draft, final, west, earlier, hostile] = [
    eastPlan('draft'),
    eastPlan('final'),
    westPlan(),
    earlierWestPlan(),
    hostilePlan()
  ]
  const plans = [draft, final, west, earlier, hostile]
  const current = [final, west]
  return {
    plans,
    pairs: [
      {
        a: draft.digest,
        b: final.digest,
        relation: 'versions',
        reason: 'Most goals of the draft stand in the final in the same words.'
      },
      {
        a: earlier.digest,
        b: west.digest,
        relation: 'replaces',
        reason: 'The same authority, and the later period follows the earlier.'
      },
      {a: final.digest, b: west.digest, relation: 'compared', reason: 'Plans of the same kind of two authorities.'}
    ],
    failures: [
      {
        file: 'board-pack-annex-c.pdf',
        code: 'locked',
        message: 'The file is locked with a password.',
        advice: 'save a copy without the password'
      },
      {
        file: 'note.pdf',
        code: 'not-a-plan',
        message: 'No outcome, priority or measure was found in its 9 pages.',
        advice: 'leave it out',
        page: 9
      },
      {file: '<i>x</i>.pdf', code: 'damaged', message: hostileWords[0], advice: hostileWords[1]}
    ],
    changes: [changesOf(draft, final)],
    overlaps: [overlapsOf([final, west])],
    gaps: {plans: plans.map(ref), gaps: gapsOf(final, west, hostile)},
    coverage: {
      plans: current.map(ref),
      themes: [
        {id: 'mind', name: 'Mental health'},
        {id: 'vape', name: 'Smoking and vaping'},
        {id: 'money', name: 'Cost of living'}
      ],
      cells: [
        {
          theme: 'mind',
          plan: final.digest,
          level: 'priority',
          quote: 'See every child who is referred for low mood within four weeks',
          page: 5,
          unit: 'outcome-2/priority-1',
          by: 'low mood'
        },
        {
          theme: 'mind',
          plan: west.digest,
          level: 'outcome',
          quote: 'Feeling well, feeling heard',
          page: 4,
          unit: 'outcome-1'
        },
        {theme: 'vape', plan: final.digest, level: 'none', quote: null, page: null, unit: null},
        {
          theme: 'vape',
          plan: west.digest,
          level: 'priority',
          quote: 'No vapes at the school gate',
          page: 5,
          unit: 'outcome-1/priority-2'
        },
        {theme: 'money', plan: final.digest, level: 'none', quote: null, page: null, unit: null},
        {theme: 'money', plan: west.digest, level: 'none', quote: null, page: null, unit: null}
      ]
    },
    comparison: {
      profiles: current.map((each) => ({
        plan: ref(each),
        goals: {outcome: 2, priority: 5, action: 0, measure: 4, milestone: 0},
        quantified: {of: 4, are: 3},
        dated: {of: 4, are: 4},
        led: {of: 7, are: 5},
        answered: {of: 2, are: 1},
        firm: {of: 5, are: 4},
        smart: {of: 4, are: 3},
        meanSmart: 4,
        words: 198,
        grade: 8.25
      })),
      differences: [
        {
          a: final.digest,
          b: west.digest,
          themes: [
            {
              theme: 'vape',
              name: 'Smoking and vaping',
              only: west.digest,
              level: 'priority',
              other: 'none',
              quote: 'No vapes at the school gate',
              page: 5
            }
          ]
        }
      ]
    },
    clusters: [
      {
        id: 'k1',
        title: 'First help within four weeks',
        members: [
          {
            plan: west.digest,
            unit: 'outcome-1/priority-1',
            text: 'First appointment within four weeks for eight in ten referrals',
            strength: 'aim',
            words: ['within four weeks']
          },
          {
            plan: draft.digest,
            unit: 'outcome-2/priority-1',
            text: 'See every child who is referred for low mood within four weeks',
            strength: 'will',
            words: ['within four weeks']
          },
          {
            plan: final.digest,
            unit: 'outcome-2/priority-1',
            text: 'See every child who is referred for low mood within four weeks',
            words: ['within four weeks']
          }
        ]
      }
    ]
  }
}
