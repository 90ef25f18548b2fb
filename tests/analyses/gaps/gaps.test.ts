import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {findGaps} from '../../../src/analyses/gaps/gaps.ts'
import {gapRules} from '../../../src/analyses/gaps/rules/index.ts'
import type {Plan} from '../../../src/plan-tree/nodes.ts'
import {
  action,
  date,
  glossary,
  lead,
  measure,
  milestone,
  month,
  outcome,
  passage,
  plan,
  priority,
  restatement,
  section,
  target,
  voice
} from '../../support/plans.ts'

/** Words of the gaps that one rule finds in a plan. */
function found(rule: string, of: Plan): string[] {
  return findGaps(of)
    .filter((gap) => gap.rule === rule)
    .map((gap) => gap.text)
}

/** For each rule: a plan that has the gap, with the words it must speak of, and the same plan mended. */
const cases: Record<string, {gap: Plan; text: string; mended: Plan}> = {
  'plan-no-priority': {
    gap: plan([outcome('Rivers are clean'), outcome('Woods are deep'), outcome('Moors are wet')]),
    text: 'A plan for Marlshire',
    mended: plan([
      outcome('Rivers are clean', priority('Dredge the Marl')),
      outcome('Woods are deep', priority('Plant oaks')),
      outcome('Moors are wet')
    ])
  },
  'plan-no-measure': {
    gap: plan([outcome('Rivers are clean'), outcome('Woods are deep'), outcome('Moors are wet')]),
    text: 'A plan for Marlshire',
    mended: plan([
      outcome('Rivers are clean', measure('More otters')),
      outcome('Woods are deep', measure('More oaks')),
      outcome('Moors are wet')
    ])
  },
  'plan-no-lead': {
    gap: plan([outcome('Rivers are clean'), outcome('Woods are deep'), outcome('Moors are wet')]),
    text: 'A plan for Marlshire',
    mended: plan([
      outcome('Rivers are clean', lead('Rivers Board')),
      outcome('Woods are deep', lead('Woods Board')),
      outcome('Moors are wet')
    ])
  },
  'outcome-no-priority': {
    gap: plan([outcome('Rivers are clean')]),
    text: 'Rivers are clean',
    mended: plan([outcome('Rivers are clean', priority('Dredge the Marl'))])
  },
  'outcome-no-measure': {
    gap: plan([outcome('Rivers are clean', priority('Dredge the Marl'))]),
    text: 'Rivers are clean',
    mended: plan([outcome('Rivers are clean', priority('Dredge the Marl', measure('More otters')))])
  },
  'priority-no-measure': {
    gap: plan([
      outcome(
        'Rivers are clean',
        priority('Dredge the Marl'),
        priority('Plant willows'),
        measure('More willows planted on banks')
      )
    ]),
    text: 'Dredge the Marl',
    mended: plan([
      outcome('Rivers are clean', priority('Dredge the Marl'), measure('Fewer silted miles to dredge in the Marl'))
    ])
  },
  'measure-no-priority': {
    gap: plan([outcome('Rivers are clean', priority('Plant willows'), measure('Fewer children with tooth decay'))]),
    text: 'Fewer children with tooth decay',
    mended: plan([outcome('Rivers are clean', priority('Plant willows'), measure('More willows planted'))])
  },
  'priority-measure-mismatch': {
    gap: plan([
      outcome(
        'Parents are well',
        priority('Improve maternal mental health'),
        measure('More parents in good mental health')
      )
    ]),
    text: 'Improve maternal mental health',
    mended: plan([
      outcome('Parents are well', priority('Improve maternal mental health'), measure('Better maternal mental health'))
    ])
  },
  'name-inconsistent': {
    gap: plan([outcome('A', priority('Strengthen the Early Help Board'), lead('Early Help Together Board'))]),
    text: 'Early Help Together Board',
    mended: plan([outcome('A', priority('Strengthen the Early Help Board'), lead('Early Help Board'))])
  },
  'abbreviation-unexplained': {
    gap: plan([outcome('A', priority('B'), measure('More CP plans on time'))]),
    text: 'More CP plans on time',
    mended: plan([outcome('A', priority('B'), measure('More CP plans on time')), glossary(['CP', 'Child protection'])])
  },
  'value-garbled': {
    gap: plan([outcome('A', priority('B'), measure('Ready at their 2 - 2/12-year review'))]),
    text: 'Ready at their 2 - 2/12-year review',
    mended: plan([outcome('A', priority('B'), measure('Ready at their 2-year review'))])
  },
  'measure-no-target': {
    gap: plan([outcome('A', priority('B'), measure('More otters'))]),
    text: 'More otters',
    mended: plan([outcome('A', priority('B'), measure('More otters', 'more', target('90%', 90)))])
  },
  'measure-no-baseline': {
    gap: plan([outcome('A', priority('B'), measure('More otters', 'more', target('90%', 90)))]),
    text: 'More otters',
    mended: plan([
      outcome(
        'A',
        priority('B'),
        measure('More otters', 'more', target('90%', 90), {
          type: 'statistic',
          value: '40% in 2023',
          pages: [],
          data: {baseline: true}
        })
      )
    ])
  },
  'measure-no-deadline': {
    gap: plan([outcome('A', action('B', milestone('Survey done', month('due', 2026, 3)), milestone('Weir built')))]),
    text: 'Weir built',
    mended: plan([
      outcome(
        'A',
        action('B', milestone('Survey done', month('due', 2026, 3)), milestone('Weir built', month('review', 2026, 9)))
      )
    ])
  },
  'measure-no-owner': {
    gap: plan([
      outcome(
        'A',
        action('B', milestone('Survey done', lead('Rivers team')), milestone('Weir built', lead('TBC', 'unnamed')))
      )
    ]),
    text: 'Weir built',
    mended: plan([
      outcome(
        'A',
        action('B', milestone('Survey done', lead('Rivers team')), milestone('Weir built', lead('Works team')))
      )
    ])
  },
  'measure-contradiction': {
    gap: plan([outcome('A', priority('B'), measure('More young people in work or training (NEET)', 'more'))]),
    text: 'More young people in work or training (NEET)',
    mended: plan([outcome('A', priority('B'), measure('Fewer young people out of work and training (NEET)', 'fewer'))])
  },
  'measure-mismatch': {
    gap: plan([outcome('A', priority('B'), measure('% of rivers tested % of ponds tested'))]),
    text: '% of rivers tested % of ponds tested',
    mended: plan([outcome('A', priority('B'), measure('% of rivers tested'))])
  },
  'outcome-no-lead': {
    gap: plan([outcome('A', priority('B'))]),
    text: 'A',
    mended: plan([outcome('A', priority('B'), lead('Rivers Board'))])
  },
  'lead-not-named': {
    gap: plan([
      outcome('A', priority('B'), lead('Rivers Board')),
      section('review', 'Checks', passage('A young person champion – one for each outcome.'))
    ]),
    text: 'A young person champion',
    mended: plan([
      outcome('A', priority('B'), lead('Ada, young person champion')),
      section('review', 'Checks', passage('A young person champion – one for each outcome.'))
    ])
  },
  'lead-placeholder': {
    gap: plan([outcome('A', priority('B'), lead('TBC', 'unnamed'))]),
    text: 'TBC',
    mended: plan([outcome('A', priority('B'), lead('Rivers Board'))])
  },
  placeholder: {
    gap: plan([section('other', 'Money', passage('The budget is [insert figure] a year.'))]),
    text: 'The budget is [insert figure] a year.',
    mended: plan([section('other', 'Money', passage('The budget is £4 a year.'))])
  },
  'ask-unanswered': {
    gap: plan([outcome('Rivers are clean', voice('Cheaper buses at night'), priority('Plant willows'))]),
    text: 'Cheaper buses at night',
    mended: plan([
      outcome('Rivers are clean', voice('Cheaper buses at night'), priority('Run night buses at half fare'))
    ])
  },
  'need-no-action': {
    gap: plan([
      outcome('Rivers are clean', priority('Plant willows')),
      section('needs', 'Needs', passage('Asthma is worse than in England.'))
    ]),
    text: 'Asthma is worse than in England.',
    mended: plan([
      outcome('Breathing is easy', priority('Open an asthma clinic')),
      section('needs', 'Needs', passage('Asthma is worse than in England.'))
    ])
  },
  'body-not-in-summary': {
    gap: plan([
      outcome('Rivers', priority('Plant willows on banks'), priority('Dredge the Marl')),
      section(
        'summary',
        'Summary',
        restatement('summary', 'outcome', 'Rivers'),
        restatement('summary', 'priority', 'Plant willows on banks')
      )
    ]),
    text: 'Dredge the Marl',
    mended: plan([
      outcome('Rivers', priority('Plant willows on banks')),
      section(
        'summary',
        'Summary',
        restatement('summary', 'outcome', 'Rivers'),
        restatement('summary', 'priority', 'Plant willows on banks')
      )
    ])
  },
  'body-merged-in-summary': {
    gap: plan([
      outcome('Rivers', priority('Survey the weirs of the county'), priority('Survey the fish of Pelling')),
      section(
        'summary',
        'Summary',
        restatement('summary', 'outcome', 'Rivers'),
        restatement('summary', 'priority', 'Survey the weirs of the county and of Pelling')
      )
    ]),
    text: 'Survey the fish of Pelling',
    mended: plan([
      outcome('Rivers', priority('Survey the weirs of the county')),
      section(
        'summary',
        'Summary',
        restatement('summary', 'outcome', 'Rivers'),
        restatement('summary', 'priority', 'Survey the weirs of the county')
      )
    ])
  },
  'summary-order-differs': {
    gap: plan([
      outcome('Rivers', priority('Plant willows'), priority('Dredge the Marl'), priority('Mend the weir')),
      section(
        'summary',
        'S',
        restatement('summary', 'outcome', 'Rivers'),
        ...['Mend the weir', 'Plant willows', 'Dredge the Marl'].map((value) =>
          restatement('summary', 'priority', value)
        )
      )
    ]),
    text: 'Mend the weir',
    mended: plan([
      outcome('Rivers', priority('Plant willows'), priority('Mend the weir')),
      section(
        'summary',
        'S',
        restatement('summary', 'outcome', 'Rivers'),
        ...['Plant willows', 'Mend the weir'].map((value) => restatement('summary', 'priority', value))
      )
    ])
  },
  'summary-wording-differs': {
    gap: plan([
      outcome('Rivers', priority('Review how we adjust spending on river works')),
      section(
        'summary',
        'S',
        restatement('summary', 'outcome', 'Rivers'),
        restatement('summary', 'priority', 'Review how we cut spending on river works')
      )
    ]),
    text: 'Review how we cut spending on river works',
    mended: plan([
      outcome('Rivers', priority('Review how we adjust spending on river works')),
      section(
        'summary',
        'S',
        restatement('summary', 'outcome', 'Rivers'),
        restatement('summary', 'priority', 'Review how we adjust spending')
      )
    ])
  },
  'title-inconsistent': {
    gap: plan([
      outcome('Children and adults swim safely'),
      section('foreword', 'Foreword', restatement('foreword', 'outcome', 'Children and young adults swim safely'))
    ]),
    text: 'Children and young adults swim safely',
    mended: plan([
      outcome('Children and adults swim safely'),
      section('foreword', 'Foreword', restatement('foreword', 'outcome', 'Children and adults swim safely.'))
    ])
  },
  'heading-duplicated': {
    gap: plan([section('other', 'Our plan', section('other', 'Our plan', passage('It begins here.')))]),
    text: 'Our plan',
    mended: plan([section('other', 'Our plan', section('other', 'Its money', passage('It begins here.')))])
  },
  'crossref-wrong': {
    gap: plan([
      section('contents', 'Contents', passage('A - Actions and milestones'), passage('B - Area profiles')),
      section('needs', 'Area profiles', passage('These are printed as Appendix A to this plan.'))
    ]),
    text: 'These are printed as Appendix A to this plan.',
    mended: plan([
      section('contents', 'Contents', passage('A - Actions and milestones'), passage('B - Area profiles')),
      section('needs', 'Area profiles', passage('These are printed as Appendix B to this plan.'))
    ])
  },
  'date-inconsistent': {
    gap: plan([outcome('A', action('B', milestone('Weir built', month('start', 2026, 5), month('due', 2026, 2))))]),
    text: 'Weir built',
    mended: plan([outcome('A', action('B', milestone('Weir built', month('start', 2026, 2), month('due', 2026, 5))))])
  },
  'section-empty': {
    gap: plan([
      section('foreword', 'Foreword', passage('Ada Marl, Chair of the Trust')),
      section('other', 'Next', passage('Words stand here.'))
    ]),
    text: 'Ada Marl, Chair of the Trust',
    mended: plan([
      section('foreword', 'Foreword', passage('We are proud of this plan and of those who wrote it.')),
      section('other', 'Next', passage('Words stand here.'))
    ])
  },
  'glossary-truncated': {
    gap: plan([glossary(['Weir', 'A low wall across a river that holds the water and'])]),
    text: 'A low wall across a river that holds the water and',
    mended: plan([glossary(['Weir', 'A low wall across a river.'])])
  }
}

describe('gap rules', () => {
  it('every rule has its case here', () => {
    expect(Object.keys(cases).sort()).toEqual(gapRules.map((rule) => rule.id).sort())
  })
  it.each(Object.entries(cases))('%s is found, and gone once mended', (rule, {gap, text, mended}) => {
    expect(found(rule, gap)).toContain(text)
    expect(found(rule, mended)).not.toContain(text)
  })
  it('every rule says what it checks, what not, and gives an example', () => {
    for (const rule of gapRules)
      expect([rule.checks, rule.doesNotCheck, rule.example].every((words) => words.length > 15)).toBe(true)
  })
})

describe('findGaps', () => {
  const sample = cases['measure-no-owner']!.gap

  it('takes severities from the user, and leaves out what is off', () => {
    expect(
      findGaps(sample, {severity: {'measure-no-owner': 'off'}}).some((gap) => gap.rule === 'measure-no-owner')
    ).toBe(false)
    expect(
      findGaps(sample, {severity: {'measure-no-owner': 'high'}}).find((gap) => gap.rule === 'measure-no-owner')
        ?.severity
    ).toBe('high')
  })
  it('gives ids that do not hang on the rest of the plan', () => {
    const alone = findGaps(plan([outcome('Rivers are clean')]))
    const second = findGaps(plan([outcome('Woods are deep', priority('Plant')), outcome('Rivers are clean')]))
    const id = alone.find((gap) => gap.rule === 'outcome-no-priority')!.id
    expect(second.map((gap) => gap.id)).toContain(id)
  })
  it('reads "same as below" as no date where the row below has none', () => {
    const steps = [
      milestone('First', date('start', 'Same as below', {kind: 'elsewhere'})),
      milestone('Second', date('start', 'see note', {kind: 'unread'}))
    ]
    expect(found('date-inconsistent', plan([outcome('A', action('B', ...steps))]))).toEqual(['First'])
  })

  const words = fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){1,5}$/)
  const noMeasure = (of: Plan) =>
    findGaps(of)
      .filter(({rule}) => rule === 'outcome-no-measure' || rule === 'priority-no-measure')
      .map(({text}) => text)

  /** Goals that a finding leaves without a measure: those told, and all below an outcome that has none. */
  const unmeasured = (of: Plan) => {
    const told = new Set(noMeasure(of))
    return of.children.flatMap((top) =>
      top.type !== 'outcome'
        ? []
        : top.children.flatMap((goal) =>
            goal.type === 'priority' && (told.has(top.title) || told.has(goal.title)) ? [goal.title] : []
          )
    )
  }
  const goals = fc.uniqueArray(words, {minLength: 1, maxLength: 5})

  it('adding a measure never leaves a goal without one that had one, and so removing one never mends a gap', () => {
    fc.assert(
      fc.property(goals, fc.array(words, {maxLength: 3}), words, fc.nat(5), (titles, measures, extra, place) => {
        const whole = (at: number | undefined) =>
          plan([
            outcome(
              'All is well',
              ...titles.map((title, index) => priority(title, ...(at === index ? [measure(extra)] : []))),
              ...measures.map((title) => measure(title)),
              ...(at !== undefined && at >= titles.length ? [measure(extra)] : [])
            )
          ])
        const before = unmeasured(whole(undefined))
        expect(unmeasured(whole(place)).every((title) => before.includes(title))).toBe(true)
      })
    )
  })
  it('tells nothing of a measure that states all or none, a number in words or its end', () => {
    const of = plan([
      outcome(
        'A',
        priority('B'),
        measure('Every town has a library'),
        measure('Forty new homes are found by the end of the plan'),
        measure('The centre is used by at least sixty young people'),
        measure('More children are seen within twenty weeks')
      )
    ])
    expect(found('measure-no-target', of)).toEqual(['More children are seen within twenty weeks'])
  })
  it('asks nothing of what is quoted and only tells', () => {
    const of = plan([
      outcome(
        'A',
        voice('"Eleven months is a whole school year."'),
        voice('87% of young people said that they were happy'),
        voice('"Let me learn to drive."'),
        priority('Plant willows')
      )
    ])
    expect(found('ask-unanswered', of)).toEqual(['"Let me learn to drive."'])
  })
  it('tells once, of the plan, what most of its outcomes lack, and each of them with less weight', () => {
    const of = plan(['Rivers', 'Woods', 'Moors'].map((title) => outcome(`${title} are well`, priority('Mend them'))))
    const gaps = findGaps(of)
    expect(gaps.find(({rule}) => rule === 'plan-no-measure')).toMatchObject({
      note: 'None of its 3 outcomes has a measure or milestone.',
      severity: 'high',
      unit: null
    })
    const each = gaps.filter(({rule}) => rule === 'outcome-no-measure')
    expect(each).toHaveLength(3)
    expect(each.every(({confidence, severity}) => confidence === 0.5 && severity === 'low')).toBe(true)
  })
  it('takes work that states its own level for measured', () => {
    const of = plan([
      outcome(
        'Rivers are clean',
        priority('Build 40 fish ladders by 2034'),
        priority('Put a warden on every bridge'),
        priority('Write a guide each year'),
        measure('Otters counted')
      )
    ])
    expect(found('priority-no-measure', of)).toEqual(['Write a guide each year'])
  })
  it('takes a measure in the row of a dated action for dated, and what is counted each year for no date', () => {
    const row = plan([
      outcome(
        'Rivers are clean',
        action('Plant willows', month('due', 2026, 3), measure('Willows that live')),
        action('Dredge', month('due', 2026, 4), measure('Miles dredged', 'unstated', month('due', 2026, 5)))
      )
    ])
    expect(found('measure-no-deadline', row)).toEqual([])
    const yearly = plan([outcome('A', priority('B'), measure('Eels counted each year'), measure('Weirs mended'))])
    expect(found('measure-no-deadline', yearly)).toEqual([])
  })
  it('asks for no level of what is done or not', () => {
    const of = plan([outcome('A', priority('B'), measure('River map published (Y/N)'), measure('More otters', 'more'))])
    expect(found('measure-no-target', of)).toEqual(['More otters'])
  })
  it('takes words of a title in capitals for words', () => {
    expect(
      found('abbreviation-unexplained', plan([outcome('THE RIVER IS FOR ALL', priority('Mend the WQI'))]))
    ).toEqual(['Mend the WQI'])
  })
  it('takes a rare word in common for an answer, and a word of many goals for none', () => {
    const of = plan([
      outcome(
        'Everyone can get about',
        voice('Let me learn to drive a tractor'),
        voice('Bridges that do not sway'),
        priority('Offer tractor lessons to all who left care at eighteen and who hold a licence to be out at night'),
        priority('Paint bridges'),
        priority('Light bridges'),
        priority('Count bridges'),
        priority('Name bridges')
      )
    ])
    expect(found('ask-unanswered', of)).not.toContain('Let me learn to drive a tractor')
  })
})
