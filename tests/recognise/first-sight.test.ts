import {describe, expect, it} from 'vitest'
import {goalLines} from '../support/documents.ts'

describe('labels that ran together', () => {
  it('are parted at the next of their level and, after a sentence, at another level', () => {
    expect(
      goalLines(
        'Objective 1: Dry quays. Goal 1.1: Mend the north wall – two courses a year. Goal 1.2: Raise the slip. Objective 2: Full nets. Goal 2.1: Buy a hoist.'
      )
    ).toEqual([
      'outcome [Objective 1] Dry quays.',
      '  priority [Goal 1.1] Mend the north wall – two courses a year.',
      '  priority [Goal 1.2] Raise the slip.',
      'outcome [Objective 2] Full nets.',
      '  priority [Goal 2.1] Buy a hoist.'
    ])
  })

  it('are parted at a dash too, as entries with entries of their own', () => {
    const text =
      '• FOCUS AREA I - Dry Quays\n\n    · Mend the north wall\n\n    FOCUS AREA II - Full Nets\n\n    · Buy a hoist\n\n    FOCUS AREA III- Good Crews\n\n    · Train two deckhands\n'
    expect(goalLines(text)).toEqual([
      'outcome [FOCUS AREA I] Dry Quays',
      '  priority Mend the north wall',
      'outcome [FOCUS AREA II] Full Nets',
      '  priority Buy a hoist',
      'outcome [FOCUS AREA III] Good Crews',
      '  priority Train two deckhands'
    ])
  })
})

describe('headings that are a goal with its label', () => {
  const goals = (mark: string) => (depth: string) =>
    ['Dry quays', 'Full nets']
      .map(
        (title, i) =>
          `${depth} ${mark.replace('N', String(i + 1))}Pledge ${i + 1}: ${title}\n\n${depth}# What we will do\n\n- Mend the wall\n- Buy a hoist\n`
      )
      .join('\n')
  const expected = ['Dry quays', 'Full nets'].flatMap((title, i) => [
    `outcome [Pledge ${i + 1}] ${title}`,
    '  action Mend the wall',
    '  action Buy a hoist'
  ])

  it('stand in no glossary, though they are printed smaller than its name', () => {
    const text = `# Harbour plan\n\n## Jargon buster\n\n| Word | Meaning |\n| --- | --- |\n| Slip | A ramp for boats |\n| Mole | A wall in the sea |\n\n${goals('')('###')}`
    expect(goalLines(text)).toEqual(expected)
  })

  it('have the number once that a ring beside the label says again', () => {
    expect(goalLines(`# Harbour plan\n\n${goals('N ')('##')}`)).toEqual(expected)
  })

  it('are known by their label behind the number of a chapter', () => {
    expect(goalLines(`# Harbour plan\n\n${goals('1N. ')('##')}`)).toEqual(expected)
  })
})

describe('a list of the goals that says more than the parts after it', () => {
  it('gives those that have no part of their own', () => {
    const text =
      '# Harbour plan\n\nWe have four harbour goals, each with indicators.\n\n- Dry quays in every tide\n- Full nets all year round\n- Good crews on every boat\n- Clean water at the slip\n\n## Dry quays in every tide\n\n| Indicator | Lead |\n| --- | --- |\n| Quays under water | Harbour master |\n'
    expect(goalLines(text)).toEqual([
      'outcome Full nets all year round',
      'outcome Good crews on every boat',
      'outcome Clean water at the slip',
      'outcome Dry quays in every tide',
      '  measure Quays under water'
    ])
  })

  it('adds nothing where a goal of the plan stands beside the list', () => {
    const text =
      '# Harbour plan\n\nWe will keep the following pledges:\n\n1. Warm huts for all crews\n2. Full nets\n3. Fair prices\n\n## Pledge 1: Dry quays\n\nWe will:\n\n- mend the wall\n'
    expect(goalLines(text)).toContain('outcome [Pledge 1] Dry quays')
  })
})

describe('numbers', () => {
  it('make goals of the lines that dotted numbers of work go on from', () => {
    const text =
      '# Harbour action plan\n\nRespect is at the heart of it.\n\n**1. Build trust with the fishing families.**\n\n1.1 Meet the families each spring\n\nJune 2031\n\n1.2 Write down their wishes\n\nMay 2032\n\n1.3 Hold a supper on the quay\n\nMay 2033\n'
    expect(goalLines(text)).toEqual([
      'outcome [1] Build trust with the fishing families.',
      '  priority [1.1] Meet the families each spring',
      '  priority [1.2] Write down their wishes',
      '  priority [1.3] Hold a supper on the quay'
    ])
  })

  it('of chapters do not', () => {
    const text =
      '# Harbour strategy\n\n## 1. Introduction\n\n### 1.1 The bay\n\nIt is wide.\n\n### 1.2 The town\n\nIt is small.\n\n### 1.3 The boats\n\nThey are old.\n'
    expect(goalLines(text)).toEqual([])
  })

  it('are sections over numbered work', () => {
    expect(
      goalLines(
        '# Harbour commitments 2031\n\nThis strategy is for the whole bay.\n\n## Section 1: Open quays\n\n### 1.1 Publish the tide book\n\nIt is old.\n\n### 1.2 Support the young pilots\n\nThey are few.\n\n## Section 2: Calm water\n\n### 2.1 Launch a second tug\n\nOne is not enough.\n'
      )
    ).toEqual([
      'outcome [1] Open quays',
      '  priority [1.1] Publish the tide book',
      '  priority [1.2] Support the young pilots',
      'outcome [2] Calm water',
      '  priority [2.1] Launch a second tug'
    ])
  })

  it('that start again in each list make the lines over the lists the goals above', () => {
    const text =
      '# Harbour action plan\n\nDry quays for every boat that lands here\n\n- Goal 1: Mend the wall\n- Goal 2: Raise the slip\n\nGood crews who know the bay\n\n- Goal 1: Train two deckhands\n- Goal 2: Pay by the tide\n'
    expect(goalLines(text)).toEqual([
      'outcome Dry quays for every boat that lands here',
      '  priority [Goal 1] Mend the wall',
      '  priority [Goal 2] Raise the slip',
      'outcome Good crews who know the bay',
      '  priority [Goal 1] Train two deckhands',
      '  priority [Goal 2] Pay by the tide'
    ])
  })

  it('of steps in which the plan was made are none of its goals', () => {
    const text =
      '# Harbour plan\n\n## Goal 1: Dry quays\n\n- Mend the wall\n\n## Goal 2: Full nets\n\n- Buy a hoist\n\n## How this came about\n\n- Step 1: Listening – crews met in the hut.\n- Step 2: Drafting – the board wrote it down.\n'
    expect(goalLines(text).filter((line) => /Listening|Drafting/.test(line))).toEqual([])
  })
})

describe('goals that only their place tells', () => {
  it('are short lines without any mark, each over things to do', () => {
    const text =
      '# Harbour strategy\n\nIt has three ambitions.\n\nDry\n\nMend the north wall.\n\nRaise the slip by a foot.\n\nFull\n\nBuy a hoist for the nets.\n\nOpen the ice house again.\n\nFair\n\nPay every crew by the tide.\n\nShare the catch by the boat.\n'
    expect(goalLines(text)).toEqual([
      'outcome Dry',
      '  priority Mend the north wall.',
      '  priority Raise the slip by a foot.',
      'outcome Full',
      '  priority Buy a hoist for the nets.',
      '  priority Open the ice house again.',
      'outcome Fair',
      '  priority Pay every crew by the tide.',
      '  priority Share the catch by the boat.'
    ])
  })

  it('are lines without any mark over lists, with a sentence between, and over goals whose numbers start again', () => {
    const card = (name: string, ...lines: string[]) => `${name}\n\nIt matters to every crew.\n\n${lines.join('\n')}\n\n`
    expect(
      goalLines(
        `Harbour strategic plan\n\n${card('Dry quays', '- Mend the wall', '- Raise the slip')}${card('Full nets', '- Buy a hoist')}${card('Fair pay', '- Pay by the tide')}`
      )
    ).toEqual([
      'outcome Dry quays',
      '  priority Mend the wall',
      '  priority Raise the slip',
      'outcome Full nets',
      '  priority Buy a hoist',
      'outcome Fair pay',
      '  priority Pay by the tide'
    ])
    expect(
      goalLines(
        'Harbour strategic plan\n\nLook ahead\n\nGoal 1: Dry quays\n\nGoal 2: Full nets\n\nLook inward\n\nGoal 1: Good crews\n\nGoal 2: Fair pay\n'
      )
    ).toEqual([
      'outcome Look ahead',
      '  priority [Goal 1] Dry quays',
      '  priority [Goal 2] Full nets',
      'outcome Look inward',
      '  priority [Goal 1] Good crews',
      '  priority [Goal 2] Fair pay'
    ])
  })

  it('are numbered lines over lists, one with no list among them', () => {
    const text =
      'Harbour strategy\n\nThe following three priorities guide us.\n\n1. Mending the quays\n\n  • Mend the wall\n\n2. Filling the nets\n\n3. Paying the crews\n\n  • Pay by the tide\n'
    expect(goalLines(text)).toEqual([
      'outcome [1] Mending the quays',
      '  priority Mend the wall',
      'outcome [2] Filling the nets',
      'outcome [3] Paying the crews',
      '  priority Pay by the tide'
    ])
  })

  it('are a numbered list of orders after a paragraph that speaks of goals', () => {
    const text =
      'The harbour board sets goals for the bay, in step with its vision and mission. Staff report on progress each quarter.\n\n1. Mend the north wall\n2. Raise the slip by a foot\n3. Train two deckhands\n'
    expect(goalLines(text)).toEqual([
      'outcome [1] Mend the north wall',
      'outcome [2] Raise the slip by a foot',
      'outcome [3] Train two deckhands'
    ])
  })

  it('are lines that name their level, again and again, and orders over the sentences that explain them', () => {
    const card = (name: string) =>
      `Outcome: ${name}\nWhat good looks like\nEvery boat is ${name}.\nPriorities\n- Mend what is not ${name}\n- A crew that keeps it ${name}\n`
    expect(
      goalLines(`Harbour vision\n${['dry', 'clean', 'quick'].map(card).join('')}`).filter(
        (line) => !/measure/.test(line)
      )
    ).toEqual(
      ['dry', 'clean', 'quick'].flatMap((name) => [
        `outcome ${name}`,
        `  priority Mend what is not ${name}`,
        `  priority A crew that keeps it ${name}`
      ])
    )
    const goal = (what: string) =>
      `Raise ${what} at the slip\n\nIncrease the share of ${what} at the slip that come back to it dry before the end of the year.\n\n`
    expect(
      goalLines(
        `Harbour goals\n\nThe board set the following goals:\n\n${['boats', 'crews', 'nets'].map(goal).join('')}`
      )
    ).toEqual(['boats', 'crews', 'nets'].map((what) => `outcome Raise ${what} at the slip`))
  })

  it('are headings beside the announced ones with the same lead-in under them, and no heading that only names the level', () => {
    const part = (name: string, work: string) => `### ${name}\n\nBy 2035:\n\n- ${work}\n\n`
    const text = `# Harbour strategy\n\n## Our themes\n\nThe strategy has two themes.\n\n${part('Dry quays for all', 'every berth will be above water')}${part('Full nets at dawn', 'every boat will land its catch by noon')}## What holds it up\n\n${part('Crews and pay', 'no crew will leave for want of pay')}`
    expect(goalLines(text).filter((line) => line.startsWith('outcome'))).toEqual([
      'outcome Dry quays for all',
      'outcome Full nets at dawn',
      'outcome Crews and pay'
    ])
  })

  it('are lines with what they mean after a dash, over lists', () => {
    const part = (name: string) =>
      `A ${name} harbour – where every boat can land its catch and every crew is paid\n\n- Mending the ${name} wall\n- Raising the ${name} slip\n\n`
    expect(
      goalLines(
        `Harbour strategy\n\nThese are our objectives:\n\n${['north', 'south', 'old'].map(part).join('')}`
      ).filter((line) => line.startsWith('outcome'))
    ).toHaveLength(3)
  })

  it('are the entries of two lists, each counted over it', () => {
    const text =
      'Our harbour priorities\n\nWe have two core priorities:\n\n- Dry quays\n- Full nets\n\nWe have a further three supporting priorities, since these too matter to every boat, to every crew and to every house along the quay, in winter as in summer, by night as by day, and in every year to come.\n\n- Good crews\n- Clean water\n- Fair pay\n'
    expect(goalLines(text)).toEqual(
      ['Dry quays', 'Full nets', 'Good crews', 'Clean water', 'Fair pay'].map((each) => `outcome ${each}`)
    )
  })

  it('are lines over lists, several under most goals', () => {
    const goal = (name: string) =>
      `### ${name}\n\nEvery boat will find a ${name.toLowerCase()} berth.\n\n- Mend the wall\n- Raise the slip\n\nNo crew will wait for a ${name.toLowerCase()} tide.\n\n- Dredge the channel\n`
    expect(
      goalLines(`# Harbour strategic plan\n\n## Focus Areas\n\n${['North', 'South'].map(goal).join('\n')}`)
    ).toEqual(
      ['North', 'South'].flatMap((name) => [
        `outcome ${name}`,
        `  priority Every boat will find a ${name.toLowerCase()} berth.`,
        '    action Mend the wall',
        '    action Raise the slip',
        `  priority No crew will wait for a ${name.toLowerCase()} tide.`,
        '    action Dredge the channel'
      ])
    )
  })

  it('are headings over a page of promises, those of partners among them', () => {
    const text =
      '# Harbour plan\n\n## Quays\n\nThe wall leaks.\n\nWe will mend it by May.\n\nThe pilots will sound the channel.\n\n## Nets\n\nMost are old.\n\nWe will buy a hoist.\n\n## Crews\n\nThere are too few.\n\nWe will train two deckhands.\n'
    expect(goalLines(text)).toEqual([
      'outcome Quays',
      '  priority We will mend it by May.',
      '  priority The pilots will sound the channel.',
      'outcome Nets',
      '  priority We will buy a hoist.',
      'outcome Crews',
      '  priority We will train two deckhands.'
    ])
  })

  it('are the one ambition that all of a page sets out', () => {
    const text =
      '# Ambition: ready for the tide\n\n## Strategic priorities\n\n- Mend the wall\n- Raise the slip\n\n## Strategic measures\n\n- Quays under water\n'
    expect(goalLines(text)).toEqual([
      'outcome ready for the tide',
      '  priority Mend the wall',
      '  priority Raise the slip',
      '  measure Quays under water'
    ])
  })
})

describe('entries and cells', () => {
  it('are parted from the text after their list, and from a list of something else that it announces', () => {
    const text =
      'Our three harbour priorities are:\n- Dry quays\n- Full nets\n- Good crews\nRead the whole harbour plan.\nFor each priority, the board reads about:\n- what was done\n- what it cost\n- what comes next\n'
    expect(goalLines(text)).toEqual(['outcome Dry quays', 'outcome Full nets', 'outcome Good crews'])
  })

  it('are parted from titles that ran into them one by one', () => {
    const text =
      'HARBOUR STRATEGIC PLAN\nDry\nBoats are safe, in every tide and in every wind that there is\n- Mend the wall\n- Raise the slip\n- Light the pier\nFull\nNets are mended, hung and dried before the boats go out again\n- Buy a hoist\n- Open the ice house\nFair\nCrews are paid, trained and housed by the boats that they sail on\n- Pay by the tide\n- Share the catch\n'
    expect(goalLines(text)).toEqual([
      'outcome Dry',
      '  priority Mend the wall',
      '  priority Raise the slip',
      '  priority Light the pier',
      'outcome Full',
      '  priority Buy a hoist',
      '  priority Open the ice house',
      'outcome Fair',
      '  priority Pay by the tide',
      '  priority Share the catch'
    ])
  })

  it('are goals right under the name of the plan where all of them are orders', () => {
    const entries = ['mend the wall', 'raise the slip', 'light the pier', 'dredge the channel']
    expect(goalLines(`Harbour Board Action Plan\n\n${entries.map((entry) => `- To ${entry}\n`).join('')}`)).toEqual(
      entries.map((entry) => `outcome To ${entry}`)
    )
  })

  it('stand under lead-ins of measures as paragraphs too, whatever form they have', () => {
    const text =
      'Goal 1: Dry quays\n\nStrategic targets\n\nWe will keep every berth above water.\n\nWe will lose no boat at anchor.\n\nStrategy 1.1: Mend the wall.\n'
    expect(goalLines(text)).toEqual([
      'outcome [Goal 1] Dry quays',
      '  measure We will keep every berth above water.',
      '  measure We will lose no boat at anchor.',
      '  priority [Strategy 1.1] Mend the wall.'
    ])
  })

  it('have labels before a dash where others have the same, of several names too', () => {
    const card = (what: string) => `Action - ${what}\n\n- target / outcome - fewer boats lost\n- year - ongoing\n`
    expect(
      goalLines(
        `# Harbour strategy\n\n## Priority one\n\n**Dry quays**\n\n${card('mend the wall')}\n${card('raise the slip')}`
      )
    ).toEqual([
      'outcome [Priority one] Dry quays',
      '  action mend the wall',
      '    measure (fewer) fewer boats lost',
      '  action raise the slip',
      '    measure (fewer) fewer boats lost'
    ])
  })

  it('plan ahead under a heading of what was done, several things to do in a cell', () => {
    const theme = (year: number, name: string) =>
      `## Year ${year} - Theme: ${name}\n\nIt matters.\n\n### Achievements to date\n\nCrews were content.\n\n| Issue found | How the harbour might achieve this | Indicators |\n| --- | --- | --- |\n| Boats wait | Mend the north wall<br>Raise the slip by a foot | Hours waited |\n`
    expect(goalLines(`# Harbour action plan\n\n${theme(1, 'Quays')}\n${theme(2, 'Nets')}`)).toEqual(
      ['Quays', 'Nets'].flatMap((name) => [
        `outcome ${name}`,
        '  action Mend the north wall',
        '  action Raise the slip by a foot',
        '  measure Hours waited'
      ])
    )
  })
})

describe('goals of clean pages', () => {
  const page = (over: string, heads: readonly string[]) =>
    `# Harbour youth plan 2031\n\n## Who we work with\n\nSchools and crews.\n\n## ${over}\n\n${heads.map((head) => `### ${head}\n\nThe harbour will work on this with the crews.\n`).join('\n')}`

  it('are the headings over promises, under a heading that only names the level, of one word too', () => {
    for (const over of ['Priorities', 'Our goals', 'Priorities for 2031-32'])
      expect(goalLines(page(over, ['Prevention', 'Calm quays', 'Resettlement']))).toEqual([
        'outcome Prevention',
        'outcome Calm quays',
        'outcome Resettlement'
      ])
  })

  it('are all of a numbered series that a sentence counts, whatever sections their words name', () => {
    const titles = ['Nurturing crews', 'Community engagement', 'Governance of the quays']
    const parts = titles.map((title, at) => `${at + 1}. ${title}\n\nWe want more of it.\n`)
    expect(
      goalLines(`Strategic priorities\n\nWe have chosen three strategic priorities.\n\n${parts.join('\n')}`)
    ).toEqual(titles.map((title, at) => `outcome [${at + 1}] ${title}`))
  })

  it('are numbered over numbered work, one called after a section and one over work in other words among them', () => {
    const plan =
      '# Harbour plan: our commitments 2031\n\n## Section 1: New ferry\n\n### 1.1 The night boat\n\nIt is new.\n\n## Section 2: Open quays\n\n### 2.1 Mend the wall\n\nIt leaks.\n\n### 2.2 Raise the slip\n\nIt floods.\n\n## Section 3: Public participation\n\n### 3.1 Hold a quay day\n\nEach May.\n\n### 3.2 Publish the log\n\nEach June.\n'
    expect(goalLines(plan).filter((line) => line.startsWith('outcome'))).toEqual([
      'outcome [1] New ferry',
      'outcome [2] Open quays',
      'outcome [3] Public participation'
    ])
  })

  it('part nested entries at the dash before what they are for', () => {
    const plan =
      '# Priorities of the plan\n\nThe strategic priorities are:\n\n1. Dry quays\n   a. Walls - to keep the sea out of the town\n   b. Slips -to let boats land at low water\n2. Full nets\n   a. Hoists—to lift the nets over the new wall\n   b. Scales - to weigh each catch on the quay\n'
    expect(goalLines(plan)).toEqual([
      'outcome [1] Dry quays',
      '  priority [a] Walls // to keep the sea out of the town',
      '  priority [b] Slips // to let boats land at low water',
      'outcome [2] Full nets',
      '  priority [a] Hoists // to lift the nets over the new wall',
      '  priority [b] Scales // to weigh each catch on the quay'
    ])
  })

  it('lose the label that a word of the plan gives each of them', () => {
    const part = (number: number, title: string, work: string) =>
      `## Phase ${number}: ${title}\n\nThe harbour trust will:\n\n* ${work}\n* Report each spring\n\n`
    const plan = `# Roadmap\n\n${part(0, 'found the trust', 'Find members')}${part(1, 'grow the fleet', 'Buy boats')}`
    expect(goalLines(plan).filter((line) => line.startsWith('outcome'))).toEqual([
      'outcome [Phase 0] found the trust',
      'outcome [Phase 1] grow the fleet'
    ])
  })

  it('lose the pictures set before their words', () => {
    expect(
      goalLines('# Our strategy\n\n## 🎯 Goal 1: Dry quays\n\n- 🧱 Mend the wall\n\n## ➡️ Goal 2: Full nets\n')
    ).toEqual(['outcome [Goal 1] Dry quays', '  priority Mend the wall', 'outcome [Goal 2] Full nets'])
  })

  it('hold what bullets of another kind mark, and end before the words that lead it in', () => {
    const plan =
      'Key priorities for 2031\n\nOver the next year the harbour council will:\n* Refocus on dry quays. It will do this by:\n- Mending the wall\n- Raising the slip\n\n* Cut waste by:\n- Sorting nets\n* Train crews\n'
    expect(goalLines(plan)).toEqual([
      'outcome Refocus on dry quays. // It will do this by:',
      '  priority Mending the wall',
      '  priority Raising the slip',
      'outcome Cut waste',
      '  priority Sorting nets',
      'outcome Train crews'
    ])
  })
})
