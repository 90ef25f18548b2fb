/** Goals that no word announces: told by what comes back under each, by counting, by numbers and by how a table is laid out. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../support/documents.ts'

describe('lines that come back', () => {
  it('over lists of work under several headings are lead-ins, whatever they say', () => {
    const part = (title: string, work: string) =>
      `## Mission ${title}\n\nBeacon projects\n\n- ${work}\n\nGroundwork activity\n\n- A clerk for ${work.toLowerCase()}\n`
    expect(
      goalTitles(
        `# Moorside growth strategy\n\n${part('1: Busy quays', 'Crane hall')}\n${part('2: Warm homes', 'Boiler bank')}`
      )
    ).toEqual([
      'outcome: Busy quays',
      '  action: Crane hall',
      '  action: A clerk for crane hall',
      'outcome: Warm homes',
      '  action: Boiler bank',
      '  action: A clerk for boiler bank'
    ])
  })

  it('open goals by promises alone in a document that hardly speaks of plans', () => {
    const part = (title: string, work: string) =>
      `## ${title}\n\nFolk say that it matters. By 2033 we aim to:\n\n- ${work}\n`
    const text = [
      'Sheltering more dogs|open a barn',
      'Finding good homes|vet each adopter',
      'Paying our way|run two stalls'
    ]
    expect(
      goalTitles(
        `# Hound haven 2030\n\n${text.map((each) => part(...(each.split('|') as [string, string]))).join('\n')}`
      )
    ).toEqual([
      'outcome: Sheltering more dogs',
      '  action: open a barn',
      'outcome: Finding good homes',
      '  action: vet each adopter',
      'outcome: Paying our way',
      '  action: run two stalls'
    ])
  })

  it('as headings under goal after goal open none', () => {
    const part = (title: string) =>
      `### ${title}\n\n#### What we will do\n\n- Mend the ${title.toLowerCase()}\n\n#### Useful pages\n\n#### What we will do next\n\n- Paint the ${title.toLowerCase()}\n`
    expect(
      goalTitles(`# Harbour plan\n\n${['Walls', 'Gates', 'Lamps'].map(part).join('\n')}`).filter(
        (line) => !line.startsWith(' ')
      )
    ).toEqual(['outcome: Walls', 'outcome: Gates', 'outcome: Lamps'])
  })
})

describe('running text', () => {
  it('counts goals: first, second, third', () => {
    expect(
      goalTitles(`# Strategy for the ferry

Our work has three parts.

First, we will sail on time. Too many boats are late. We will crew each boat twice over.

Second, we will keep fares low. We will freeze the island fare.

Third, we will go quietly. We will fit batteries to both boats.`)
    ).toEqual([
      'outcome: we will sail on time.',
      '  priority: We will crew each boat twice over.',
      'outcome: we will keep fares low.',
      '  priority: We will freeze the island fare.',
      'outcome: we will go quietly.',
      '  priority: We will fit batteries to both boats.'
    ])
  })

  it('counts goals by the name of their level, two in one paragraph', () => {
    expect(
      goalTitles(`# The mill trust's strategy

Our first aim is to grind local corn. It has been done for years. Our second aim is to teach milling to the young.`)
    ).toEqual(['outcome: to grind local corn.', 'outcome: to teach milling to the young.'])
  })

  it('a single "first" or instructions that are counted open nothing', () => {
    expect(goalTitles('# Strategy for readers\n\nFirst, we will meet in May. Then the clerk reads the notes.')).toEqual(
      []
    )
    expect(goalTitles('# Strategy of play\n\nFirst, shuffle.\n\nSecond, deal.\n\nThird, look at your hand.')).toEqual(
      []
    )
  })

  it('"Pillar one is about …" opens its goal by what it is about', () => {
    expect(
      goalTitles(
        '# People plan\n\nPillar one is about resting well\n\n- Open a quiet room\n\nPillar two is about learning\n\n- Lend books'
      )
    ).toEqual(['outcome: resting well', '  priority: Open a quiet room', 'outcome: learning', '  priority: Lend books'])
  })

  it('questions that the plan asks itself are its goals; how it will know is none', () => {
    expect(
      goalTitles(`# Path strategy

## How will we get more people out on foot?

- Mend every stile
- Print a map

## How will we keep the paths dry?

- Dig ditches

## How will we know?

- Walkers each week`)
    ).toEqual([
      'outcome: How will we get more people out on foot?',
      '  priority: Mend every stile',
      '  priority: Print a map',
      'outcome: How will we keep the paths dry?',
      '  priority: Dig ditches'
    ])
  })
})

describe('lines of one paragraph', () => {
  it('that open with one and the same level are goals without a mark', () => {
    expect(
      goalTitles(`# Museum plan

Goal 1
To show what we hold to everyone who asks, in the town and beyond it
Objective Provide a handling shelf in every room that visitors pass through
Objective Open the stores on the first Sunday
Objective Write labels in plain words`)
    ).toEqual([
      'outcome: To show what we hold to everyone who asks, in the town and beyond it',
      '  priority: Provide a handling shelf in every room that visitors pass through',
      '  priority: Open the stores on the first Sunday',
      '  priority: Write labels in plain words'
    ])
  })

  it('numbered with a colon are a list, and what follows is none of it', () => {
    expect(
      goalTitles(`Parish plan

The following priorities have been agreed in the plan:

1: Keeping the green open to all comers

2: Giving young people a say

3: Looking after the old school

To see the whole plan, ask the clerk.`)
    ).toEqual([
      'outcome: Keeping the green open to all comers',
      'outcome: Giving young people a say',
      'outcome: Looking after the old school'
    ])
  })
})

describe('tables', () => {
  it('that name goals by number hang their rows on these', () => {
    expect(
      goalTitles(`# Lock keepers' plan

## Objectives

1. Open every lock by eight
2. Keep the towpath clear

## Programme

| Action | Objective | Lead |
| --- | --- | --- |
| Hire two keepers | 1 | Clerk |
| Cut the hedge | 2 | Warden |
| Oil the gates | 1, 2 | Warden |`)
    ).toEqual([
      'outcome: Open every lock by eight',
      '  action: Hire two keepers',
      '  action: Oil the gates',
      'outcome: Keep the towpath clear',
      '  action: Cut the hedge'
    ])
  })

  it('of one header are read alike, under the plain lines over them', () => {
    const table = (rows: string[]) =>
      `| Item | Cost | Timescale |\n| --- | --- | --- |\n${rows.map((row) => `| ${row} | £10 | 2031 |`).join('\n')}\n`
    expect(
      goalTitles(
        `PARISH\n\nACTION PLAN\n\nROADS\n\n${table(['Ask for a crossing', 'Mend the verge'])}\nGREEN\n\n${table(['New slide'])}`
      )
    ).toEqual([
      'outcome: ROADS',
      '  action: Ask for a crossing',
      '  action: Mend the verge',
      'outcome: GREEN',
      '  action: New slide'
    ])
  })

  it('with goals side by side and rows of what is told of them', () => {
    expect(
      goalTitles(`# Bakery co-op: our strategy

| | Good bread | Good work |
| --- | --- | --- |
| What we will do | Bake twice a day | Pay for training |
| How we will know | Loaves sold by noon | Bakers who stay |`)
    ).toEqual([
      'outcome: Good bread',
      '  action: Bake twice a day',
      '  measure: Loaves sold by noon',
      'outcome: Good work',
      '  action: Pay for training',
      '  measure: Bakers who stay'
    ])
  })

  it('with goals that have labels and titles of any length side by side, or below one another', () => {
    const wanted = [
      'outcome: Everybody in the town has good bread in the morning and in the evening',
      '  priority: Bake twice a day',
      '  measure: Loaves sold by noon',
      'outcome: Everybody who works in the bakery has good work and learns from it',
      '  priority: Pay for training',
      '  measure: Bakers who stay'
    ]
    const [bread, work] = [
      'Outcome 1 - Everybody in the town has good bread in the morning and in the evening',
      'Outcome 2 - Everybody who works in the bakery has good work and learns from it'
    ]
    const [will, know] = ['Our priorities for 2030', 'How we will know']
    expect(
      goalTitles(`# Bakery co-op: our strategy

| | ${bread} | ${work} |
| --- | --- | --- |
| ${will} | Bake twice a day | Pay for training |
| ${know} | Loaves sold by noon | Bakers who stay |`)
    ).toEqual(wanted)
    expect(
      goalTitles(`# Bakery co-op: our strategy

| Outcome | ${will} | ${know} |
| --- | --- | --- |
| ${bread} | Bake twice a day | Loaves sold by noon |
| ${work} | Pay for training | Bakers who stay |`)
    ).toEqual(wanted)
  })

  it('with goals side by side whose cells list work by bullets: a line without one goes on with the entry above', () => {
    expect(
      goalTitles(`# Bakery co-op: our strategy

| | Outcome 1 - Good bread | Outcome 2 - Good work |
| --- | --- | --- |
| Our priorities for 2030 | • Bake twice a day and<br>sell by noon<br>• Mill our own flour | Pay for training |`)
    ).toEqual([
      'outcome: Good bread',
      '  priority: Bake twice a day and sell by noon',
      '  priority: Mill our own flour',
      'outcome: Good work',
      '  priority: Pay for training'
    ])
  })

  it('of measures may be followed by the number of a page, which is none', () => {
    const goal = (number: number, title: string, counted: string) =>
      `## Ambition ${number}: ${title}\n\n- Mend the ${title.toLowerCase()}\n\n### What we will measure\n\n| Measure | By when |\n| --- | --- |\n| ${counted} | May 2031 |\n\n${number + 3}\n`
    expect(
      goalTitles(
        `# Harbour plan\n\n${goal(1, 'Quays', 'Metres of quay mended')}\n${goal(2, 'Cranes', 'Cranes tested')}`
      )
        .map((line) => line.trim())
        .filter((line) => line.startsWith('measure'))
    ).toEqual(['measure: Metres of quay mended', 'measure: Cranes tested'])
  })

  it('"Measured by" over what is counted holds measures', () => {
    expect(
      goalTitles(`# Watch plan

| We will | Measured by | Lead |
| --- | --- | --- |
| Walk every street | Streets walked | Sergeant |
| Visit each shop | Shops visited | Inspector |`)
    ).toEqual([
      'action: Walk every street',
      '  measure: Streets walked',
      'action: Visit each shop',
      '  measure: Shops visited'
    ])
  })

  it('of a logic model hang what is done on what it is for', () => {
    expect(
      goalTitles(`# Logic model of the cycling programme

| Inputs | Activities | Outputs | Outcomes |
| --- | --- | --- | --- |
| A trainer | Run lessons in the yard | 90 lessons | Children ride to school |
| A van | Mend bikes for nothing | 200 bikes | Bikes are safe |`)
    ).toEqual([
      'outcome: Children ride to school',
      '  action: Run lessons in the yard',
      '    measure: 90 lessons',
      'outcome: Bikes are safe',
      '  action: Mend bikes for nothing',
      '    measure: 200 bikes'
    ])
  })

  it('what is wanted, between a goal and its actions, is no goal', () => {
    expect(
      goalTitles(`# Wellbeing strategy

| Priority area | What we want to achieve | What we will do |
| --- | --- | --- |
| Sleep | Nobody lies awake | Dim the street lamps |
| Food | More cook at home | Lend pans |`)
    ).toEqual(['outcome: Sleep', '  action: Dim the street lamps', 'outcome: Food', '  action: Lend pans'])
  })
})

describe('entries', () => {
  it('with a measure nested in each are goals, and the measure is theirs', () => {
    expect(
      goalTitles(`# Corporate strategy

## Customer perspective

- Turn boats round
  - Measure: Hours alongside
- Be easy to deal with
  - Measure: Score out of ten

## Money perspective

- Flat costs
  - Measure: Pounds a tonne

## Staff perspective

- Fewer leavers
  - Measure: Leavers a year`)
    ).toEqual([
      'outcome: Customer perspective',
      '  priority: Turn boats round',
      '    measure: Hours alongside',
      '  priority: Be easy to deal with',
      '    measure: Score out of ten',
      'outcome: Money perspective',
      '  priority: Flat costs',
      '    measure: Pounds a tonne',
      'outcome: Staff perspective',
      '  priority: Fewer leavers',
      '    measure: Leavers a year'
    ])
  })

  it('a promise right over the work of a goal says what the goal is', () => {
    const part = (title: string, work: string) =>
      `## ${title}\n\n**Our promise:** Nobody waits.\n\n| We will | Lead |\n| --- | --- |\n| ${work} | Inspector |\n`
    expect(
      goalTitles(
        `# Delivery plan\n\n${part('1. Answer calls', 'Staff the desk')}\n${part('2. Come quickly', 'Buy bicycles')}`
      )
    ).toEqual(['outcome: Answer calls', '  action: Staff the desk', 'outcome: Come quickly', '  action: Buy bicycles'])
  })

  it('"Outcome: …" once under each heading is the goal, and the heading what it is about', () => {
    const part = (title: string, outcome: string, work: string) =>
      `## ${title}\n\n### Outcome: ${outcome}\n\nObjectives\n\nN1. ${work}\n\nN2. Fund it\n`
    expect(
      goalTitles(
        `# Fell plan\n\n${part('A place for birds', 'Curlews nest here', 'Cut late')}\n${part('A place for feet', 'All can walk here', 'Mend gates')}`
      )
    ).toEqual([
      'outcome: Curlews nest here',
      '  priority: Cut late',
      '  priority: Fund it',
      'outcome: All can walk here',
      '  priority: Mend gates',
      '  priority: Fund it'
    ])
  })

  it('labels on cards are one card over the headings of their own lists', () => {
    const card = (outcome: string, work: string) =>
      `**Outcome:** ${outcome}\n**Indicator:** Number of ${outcome.toLowerCase()}\n**Actions:**\n- ${work}\n`
    expect(
      goalTitles(
        `# Families plan\n\n${[card('Calm evenings', 'Visit each home'), card('Full plates', 'Open a kitchen')].join('\n')}`
      )
    ).toEqual([
      'outcome: Calm evenings',
      '  measure: Number of calm evenings',
      '  action: Visit each home',
      'outcome: Full plates',
      '  measure: Number of full plates',
      '  action: Open a kitchen'
    ])
  })
})

describe('words of the plan alone', () => {
  it('letters before numbers are a level: O1, O2 with key results', () => {
    expect(
      goalTitles(
        '# Objectives of the digital team\n\n## O1: Make forms short\n\n- KR1: Half the fields\n- KR2: 90% finish\n\n## O2: Answer letters\n\n- KR1: All within a week\n'
      )
    ).toEqual([
      'outcome: Make forms short',
      '  measure: Half the fields',
      '  measure: 90% finish',
      'outcome: Answer letters',
      '  measure: All within a week'
    ])
  })

  it('quarters and figures are no such letters', () => {
    expect(goalTitles('# Plan of works\n\n## Q1: Money\n\n- It came in\n\n## Q2: Staff\n\n- Two left\n')).toEqual([])
  })

  it('a level that the plan counts needs no work under each of its goals', () => {
    const text = (said: string, name = 'strategy') =>
      `# Youth ${name}\n\nYoung people wrote it. ${said}\n\nBIG ASK 1: Free buses\nWe cannot pay.\n\nBIG ASK 2: A place to meet\nIt rains here.\n`
    expect(goalTitles(text('There are two big asks.'))).toEqual(['outcome: Free buses', 'outcome: A place to meet'])
    expect(goalTitles(text('There were many.', 'letters'))).toEqual([])
  })

  it('entries that each hold a list of work are goals', () => {
    expect(
      goalTitles(
        '# Town strategy\n\n1. Centre\n   a. Fill the shops\n   b. Hold a market\n2. River\n   a. Clear the weir\n   b. Open the path\n'
      )
    ).toEqual([
      'outcome: Centre',
      '  priority: Fill the shops',
      '  priority: Hold a market',
      'outcome: River',
      '  priority: Clear the weir',
      '  priority: Open the path'
    ])
  })

  it('what will be achieved is measured where the list says how things will be', () => {
    const part = (title: string, state: string, work: string) =>
      `## ${title}\n\n### What we will achieve by 2031\n\n- ${state}\n\n### What we will do\n\n- ${work}\n`
    expect(
      goalTitles(
        `# Borough plan\n\n${part('Warm homes', 'No home is damp', 'Line the lofts')}\n${part('Clean streets', 'Half of all waste is sorted', 'Collect peelings')}\n## How we will pay for it\n\nThe rates will rise.\n\n## How we will measure progress\n\nEach year.\n`
      )
    ).toEqual([
      'outcome: Warm homes',
      '  measure: No home is damp',
      '  action: Line the lofts',
      'outcome: Clean streets',
      '  measure: Half of all waste is sorted',
      '  action: Collect peelings'
    ])
  })

  it('key outcomes under each goal are its results, and measures that are orders are its work', () => {
    const part = (title: string, state: string, work: string) =>
      `## ${title}\n\n### Key outcomes\n\n- ${state}\n\n### Measures\n\n- ${work}\n`
    const twoGoals = `# Borough plan\n\n${part('Goal 1: Warm homes', 'No home is damp', 'Line the lofts')}\n${part('Goal 2: Clean streets', 'Half of all waste is sorted', 'Share of streets swept each week')}`
    expect(goalTitles(twoGoals)).toEqual([
      'outcome: Warm homes',
      '  measure: No home is damp',
      '  action: Line the lofts',
      'outcome: Clean streets',
      '  measure: Half of all waste is sorted',
      '  measure: Share of streets swept each week'
    ])
  })

  it('a first line that names the plan makes no section of it; a short label does not wrap', () => {
    expect(
      goalTitles(
        'INTEGRATED RISK MANAGEMENT PLAN\n\nAim 1: Prevention\nMake fires fewer.\n\nTo deliver this aim we will:\n• Visit homes\n\nAim 2: Response\nCome in good time.\n\nTo deliver this aim we will:\n• Buy ladders\n'
      )
    ).toEqual(['outcome: Prevention', '  action: Visit homes', 'outcome: Response', '  action: Buy ladders'])
  })

  it('headings over promises open goals though the document hardly speaks of plans', () => {
    expect(
      goalTitles(
        '# Fostering: what we offer\n\n**Support**\n\nWe will be there at night.\n\n**Money**\n\nWe will pay on time.\n\n**Learning**\n\nWe will lend you books.\n'
      ).filter((line) => line.startsWith('outcome'))
    ).toEqual(['outcome: Support', 'outcome: Money', 'outcome: Learning'])
  })

  it('a row of work that looks like names of columns is no second header', () => {
    const table = (rows: string) =>
      `| Objective | Strategy | Lead department | Status |\n| --- | --- | --- | --- |\n${rows}\n`
    expect(
      goalTitles(
        `# County strategic plan\n\n## Goal 1: Trust\n\n${table('| 1.1 Make data open | Publish the books | Finance | Complete |')}`
      )
    ).toEqual(['outcome: Trust', '  priority: Make data open', '    action: Publish the books'])
  })

  it('work under an objective that is itself under a goal is an action', () => {
    expect(
      goalTitles(
        '# Forest plan\n\n**Goal A. Safe towns**\n\nObjective A-1. Thin the pines\n\nStrategy: Hire a crew\n\nStrategy: Lend saws\n\n**Goal B. Working woods**\n\nObjective B-1. Keep the mills\n\nStrategy: Buy land\n'
      )
    ).toEqual([
      'outcome: Safe towns',
      '  priority: Thin the pines',
      '    action: Hire a crew',
      '    action: Lend saws',
      'outcome: Working woods',
      '  priority: Keep the mills',
      '    action: Buy land'
    ])
  })
})

describe('forms of other bodies', () => {
  it('a driver diagram in words: one aim, its drivers and what is done', () => {
    const plan = (one: string, two: string) =>
      `# Falls project\n\nAim: To halve falls on the wards by spring\n\n${one}: Safe floors\n- Mend the lino\n- Light the ward\n\n${two}: Strong legs\n- Walk twice a day\n`
    const goals = [
      'outcome: To halve falls on the wards by spring',
      '  priority: Safe floors',
      '    action: Mend the lino',
      '    action: Light the ward',
      '  priority: Strong legs',
      '    action: Walk twice a day'
    ]
    expect(goalTitles(plan('Primary driver', 'Primary driver'))).toEqual(goals)
    expect(goalTitles(plan('**Primary driver 1**', '**Primary driver 2**'))).toEqual(goals)
  })

  it('lists of work stand apart from the goals and name the goal that each is for', () => {
    expect(
      goalTitles(
        '# Drama strategy\n\nOUR OUTCOMES\n\nBy 2033:\n\nEvery child sees a play\n\nVillage halls have full houses\n\nOUR WORK\n\nSo that every child sees a play, we will:\n\n- give schools a bus grant\n\nSo that village halls have full houses, we will:\n\n- lend lights and drapes\n'
      )
    ).toEqual([
      'outcome: Every child sees a play',
      '  action: give schools a bus grant',
      'outcome: Village halls have full houses',
      '  action: lend lights and drapes'
    ])
  })

  it('topics come back under each period', () => {
    const year = (name: string, works: string[]) =>
      `## ${name}\n\n### Music\n\n- ${works[0]}\n\n### Buildings\n\n- ${works[1]}\n`
    expect(
      goalTitles(
        `# Choir plan\n\n${year('Year One', ['Hire an organist', 'Mend the roof'])}\n${year('Year Two', ['Tour the coast', 'Raise a wall'])}`
      )
    ).toEqual([
      'outcome: Year One',
      '  priority: Music',
      '    action: Hire an organist',
      '  priority: Buildings',
      '    action: Mend the roof',
      'outcome: Year Two',
      '  priority: Music',
      '    action: Tour the coast',
      '  priority: Buildings',
      '    action: Raise a wall'
    ])
  })

  it('bold titles over what the body will do, and a number of parts that the headings agree with', () => {
    expect(
      goalTitles(
        '# Tenants: promises for spring\n\nWe agreed these at the spring council, in partnership with residents and the board.\n\n**Warmth**: We will line every loft.\n\n**Lifts**: We will mend lifts in four hours.\n\n**Letters**: We will write plainly.\n'
      )
    ).toEqual(['outcome: Warmth', 'outcome: Lifts', 'outcome: Letters'])
    expect(
      goalTitles(
        '# Strategy against scams\n\nOur work is in three parts.\n\n**1. Prepare**\n\nWe will visit clubs. Banks will help.\n\n**2. Protect**\n\nNobody should be alone. We will fit call blockers.\n\n**3. Pursue**\n\nWe will share what we know.\n'
      ).filter((line) => line.startsWith('outcome'))
    ).toEqual(['outcome: Prepare', 'outcome: Protect', 'outcome: Pursue'])
  })

  it('a letter in bold is a number and no article', () => {
    expect(
      goalTitles(
        '# Town plan\n\n**Objective A** Mend what is broken\n\n- Fix the clock\n\n**Objective B** Stop the rot\n\n- Paint the mill\n'
      )
    ).toEqual([
      'outcome: Mend what is broken',
      '  priority: Fix the clock',
      'outcome: Stop the rot',
      '  priority: Paint the mill'
    ])
  })

  it('what is done by several dates side by side are the steps of the theme before them', () => {
    expect(
      goalTitles(
        '# Island plan\n\n## Outcome 1: People can stay\n\n| Theme | By 2031 | By 2034 |\n| --- | --- | --- |\n| Homes | Land bought | Ten homes let |\n\n## Outcome 2: People come back\n\n| Theme | By 2031 | By 2034 |\n| --- | --- | --- |\n| Work | Hub open | 15 at work in it |\n'
      )
    ).toEqual([
      'outcome: People can stay',
      '  priority: Homes',
      '    milestone: Land bought',
      '    milestone: Ten homes let',
      'outcome: People come back',
      '  priority: Work',
      '    milestone: Hub open',
      '    milestone: 15 at work in it'
    ])
  })
})

describe('lines and headers that look like others', () => {
  it('a numbered line starts anew, whatever word the line before ends in', () => {
    expect(
      goalTitles(
        '# Town plan\n\n**Objective 1** Make the square a place to walk in\n\n**Objective 2** Give guests a reason to stop\n'
      )
    ).toEqual(['outcome: Make the square a place to walk in', 'outcome: Give guests a reason to stop'])
  })

  it('"Priority 1 response time" in a list is no goal of that number', () => {
    expect(
      goalTitles(
        '# Police plan\n\n## Goal 1: Safe nights\n\nMetrics:\n\n- Priority 1 response time under 5 minutes\n- Patrols after dark\n'
      )
    ).toEqual([
      'outcome: Safe nights',
      '  measure: Priority 1 response time under 5 minutes',
      '  measure: Patrols after dark'
    ])
  })

  it('headers of several names, and terms with their years', () => {
    expect(
      goalTitles(
        '# Statement of strategy\n\n**Keep the record**\n\n| Strategic actions | Outcomes/Outputs |\n| --- | --- |\n| Scan the ledgers | Ledgers online |\n\n**Warn in time**\n\n| Strategic actions | Outcomes/Outputs |\n| --- | --- |\n| Put up sirens | Towns with sirens |\n'
      )
    ).toEqual([
      'outcome: Keep the record',
      '  action: Scan the ledgers',
      '    measure: Ledgers online',
      'outcome: Warn in time',
      '  action: Put up sirens',
      '    measure: Towns with sirens'
    ])
    expect(
      goalTitles(
        '# Island plan\n\n## Outcome 1: Children thrive\n\n| Priority | Short term (1 year) | Long term (10 years) |\n| --- | --- | --- |\n| Early help | Map what there is | Fewer on the register |\n'
      )
    ).toEqual([
      'outcome: Children thrive',
      '  priority: Early help',
      '    milestone: Map what there is',
      '    measure: Fewer on the register'
    ])
  })

  it('a period keeps its years', () => {
    const year = (name: string, works: string[]) =>
      `### ${name}\n\n#### Teams\n\n- ${works[0]}\n\n#### Ground\n\n- ${works[1]}\n`
    expect(
      goalTitles(
        `# Club plan\n\n${year('Year 1 (2031/32)', ['Start a squad', 'Mend the roof'])}\n${year('Year 2 (2032/33)', ['Enter the league', 'Lay a pitch'])}`
      ).filter((line) => line.startsWith('outcome'))
    ).toEqual(['outcome: Year 1 (2031/32)', 'outcome: Year 2 (2032/33)'])
  })
})

describe('entries with bold titles', () => {
  it('and promises after them are goals, whatever their heading says', () => {
    expect(
      goalTitles(
        '# Health board strategic plan\n\n## Intentions\n\n1. **Early help**\n\n   We will pay for link workers.\n\n2. **Care at home**\n\n   We will train carers.\n\n3. **Good ends**\n\n   We will ask people where.\n'
      )
    ).toEqual(['outcome: Early help', 'outcome: Care at home', 'outcome: Good ends'])
  })

  it('"In ten years the trust intends:" announces what will be done', () => {
    expect(
      goalTitles(
        'The Fell Trust\n\nConservation Strategy\n\nIn the next ten years the Trust intends:\n\n(a) to protect ten fields;\n\n(b) to restore a river;\n\n(c) to welcome all.\n'
      ).length
    ).toBeGreaterThanOrEqual(3)
  })
})

describe('lines made to be slow', () => {
  const plan = '# Harbour plan\n\n'
  const named = ['card', 'boat', 'pier', 'lamp'].map((word) => `## Night ferry ${word}\n\n`)
  const made: [what: string, text: string][] = [
    [
      'figures in a row in the title of a stretch of time',
      `${plan}## Goal 1: Safe quays\n\n- Mend the wall\n\n${[1, 2].map((n) => `## Phase ${n}: may ${'1'.repeat(60)}!\n\n- Mend the wall\n`).join('\n')}`
    ],
    [
      'capitals in a row where the name of a body stands',
      plan + named.map((heading) => `${heading}The ${'A'.repeat(5000)} and so on it goes.\n\n`).join('')
    ],
    [
      'names in a row where the name of a body stands',
      plan + named.map((heading) => `${heading}The ${'Ferry and '.repeat(500)}so on it goes.\n\n`).join('')
    ]
  ]
  it.each(made)('%s are read at once', (_, text) => {
    goalTitles(plan)
    const started = performance.now()
    goalTitles(text)
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('of work under a goal, lost marks and all, take as long each in a long row as in a short one', () => {
    const row = (lines: number) =>
      `${plan}## Goal 1: Safe quays\n\n${Array.from({length: lines}, (_, i) => `Mend the wall of pier ${i}\n\n`).join('')}## Goal 2: Clean water\n\nDredge the slip\n\nClear the ditch\n`
    expect(goalTitles(row(2000))).toHaveLength(2004)
    const [few, many] = [1000, 8000].map((lines) => {
      const text = row(lines)
      const started = performance.now()
      goalTitles(text)
      return performance.now() - started
    })
    expect(many! / few!).toBeLessThan(20)
  }, 60_000)
})
