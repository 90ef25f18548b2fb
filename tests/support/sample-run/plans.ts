/** Two drafts of one plan with page boxes, another authority and its earlier plan. */
import type {Action, Plan, Priority} from '../../../src/plan-tree/nodes.ts'
import {at, digest, foreword, lead, line, measure, outcome, plan, priority, voice} from './nodes.ts'

export function eastPlan(version: 'draft' | 'final'): Plan {
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

export function westPlan(): Plan {
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

export function earlierWestPlan(): Plan {
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
