/** Rows and cells of tables of goals as plans print them: parted, moved, numbered again, with lists and codes inside. */
import {describe, expect, it} from 'vitest'
import {goalLines, goalTitles} from '../support/documents.ts'

describe('rows of tables', () => {
  it('rows with words in their first cell only part the table, and the parts', () => {
    expect(
      goalTitles(`# Ferry office milestones

| # | Owner(s) | Milestone actions | 1 | 3 | 6 | 12 |
| --- | --- | --- | --- | --- | --- | --- |
| Part A: On the water | | | | | | |
| 1. Make the crossings safe | | | | | | |
| 1.1 | Harbour | Fit new rails on both boats. http://ferry.example/rails | | * | | |
| 1.2 | Crew | Train the crew in the cold. | | | * | |
| 2. Make the crossings quick | | | | | | |
| 2.1 | Harbour | Widen the north ramp. | | | | * |
| Part B: On the shore | | | | | | |
| 3. Keep people dry | | | | | | |
| 3.1 | Works | Roof the waiting bay. | * | | | |`)
    ).toEqual([
      'outcome: On the water',
      '  priority: Make the crossings safe',
      '    action: Fit new rails on both boats.',
      '    action: Train the crew in the cold.',
      '  priority: Make the crossings quick',
      '    action: Widen the north ramp.',
      'outcome: On the shore',
      '  priority: Keep people dry',
      '    action: Roof the waiting bay.'
    ])
  })

  it('outcomes that a table of measures and one of work name are one; a table that goes on under its header has parts as it had', () => {
    const header = '| No | Commitment | Delivery date |\n| --- | --- | --- |'
    const found = goalTitles(`# Summary of the ferry plan

| Priority area | Metric | Description |
| --- | --- | --- |
| **Crews & Pay** | **Crew survey score** | Share of crew who would stay. |
| | **Days lost** | Days lost to sickness. |
| **Safe boats** | **Boats inspected** | Share of boats seen in a year. |

Ferry plan 57

---
# Summary of the ferry plan

${header}
| **1) Crews and Pay** |
| **1** | Write a new pay scale | 2031 |
| **2** | Train mates as masters | 2032 |
| **2) Safe boats** |
| **3** | Inspect every hull | 2031 |

Ferry plan 58

---
# Summary of the ferry plan

${header}
| **4** | Renew the rafts | 2033 |
| **3) Quiet piers** |
| **5** | Move the night boat | 2033 |`)
    const outcomes = found.filter((line) => line.startsWith('outcome'))
    expect(outcomes).toEqual(['outcome: Crews & Pay', 'outcome: Safe boats', 'outcome: Quiet piers'])
    const under = (title: string) => {
      const rest = found.slice(found.indexOf(title) + 1)
      const end = rest.findIndex((line) => line.startsWith('outcome'))
      return (end < 0 ? rest : rest.slice(0, end)).map((line) => line.trim())
    }
    expect(under('outcome: Crews & Pay')).toEqual(
      expect.arrayContaining(['measure: Crew survey score', expect.stringContaining('Write a new pay scale')])
    )
    expect(under('outcome: Quiet piers')).toEqual([expect.stringContaining('Move the night boat')])
  })

  it('cells that moved to the left, where one that reaches over rows is left out, are moved back', () => {
    expect(
      goalTitles(`# Delivery plan

## Priority 1 - Warm homes

| What will we do | How will we do it | Responsibilities and timescales |
| --- | --- | --- |
| We will help people mend their houses | We will lend ladders from the depot. | Housing group - March 2031 |
| We will teach roofing on Saturdays. | Training group - June 2031 | |
| We will make sure that landlords act | We will visit each let house once. | Housing group - May 2032 |
| We will publish what we find. | Press office - August 2032 | |`)
    ).toEqual([
      'outcome: Warm homes',
      '  action: We will help people mend their houses',
      '    milestone: We will lend ladders from the depot.',
      '    milestone: We will teach roofing on Saturdays.',
      '  action: We will make sure that landlords act',
      '    milestone: We will visit each let house once.',
      '    milestone: We will publish what we find.'
    ])
  })

  it('tables whose goals are numbered from one again stand under their headings', () => {
    expect(
      goalTitles(`# Strategic directions

## Fair play

| Goals | Objectives |
| --- | --- |
| Goal 1: Teams share the pitch. | Draw up a rota for the pitch. |
| Goal 2: Girls have a league. | Found a league for girls. |

## Good ground

| Goals | Objectives |
| --- | --- |
| Goal 1: The pitch drains. | Lay pipes under the pitch. |
| Goal 2: The nets hold. | Buy nets that last. |`)
    ).toEqual([
      'outcome: Fair play',
      '  priority: Teams share the pitch.',
      '    priority: Draw up a rota for the pitch.',
      '  priority: Girls have a league.',
      '    priority: Found a league for girls.',
      'outcome: Good ground',
      '  priority: The pitch drains.',
      '    priority: Lay pipes under the pitch.',
      '  priority: The nets hold.',
      '    priority: Buy nets that last.'
    ])
  })

  it('a numbered list in a cell, after words that say why; codes before titles; bullets alone in a cell', () => {
    expect(
      goalTitles(`# Map room strategic plan

| Goals | Supporting strategies |
| --- | --- |
| Goal 1. Show the maps | Why. Nobody sees the maps now. We will:<br>1. Hang the largest in the hall.<br>2. Lend copies to schools. |
| Goal 2. Save the maps | Why. Damp harms them. We will:<br>1. Dry the cellar.<br>2. Copy each sheet. |`)
    ).toEqual([
      'outcome: Show the maps',
      '  action: Hang the largest in the hall.',
      '  action: Lend copies to schools.',
      'outcome: Save the maps',
      '  action: Dry the cellar.',
      '  action: Copy each sheet.'
    ])
    expect(
      goalTitles(`# Pillar 2: Proud drivers

| Focus area | Action | Description | Launch |
| --- | --- | --- | --- |
| P2.F1 Keep drivers longer | Pay by the mile | A rate for each mile driven. | July 2031 |
| P2.F1 Keep drivers longer | Mend the canteen | New stoves and chairs. | May 2031 |
| P2.F2 Teach new drivers | Open a yard | A yard to practise in. | June 2031 |`)
    ).toEqual([
      'outcome: Proud drivers',
      '  priority: Keep drivers longer',
      '    action: Pay by the mile',
      '    action: Mend the canteen',
      '  priority: Teach new drivers',
      '    action: Open a yard'
    ])
  })

  it('labels without numbers over tables of tasks, some of them still empty', () => {
    expect(
      goalTitles(`STRATEGIC PLAN

What to begin with in the next year

High Priority: Find more singers.

| Tasks | Champion | Status |
| --- | --- | --- |
| · Ask the schools for names. | | |
| · Put up a poster. | | |

High Priority: Learn the new songs.

| Tasks | Champion | Status |
| --- | --- | --- |
| · Copy the music. | | |
| · | | |`)
    ).toEqual([
      'outcome: Find more singers.',
      '  action: Ask the schools for names.',
      '  action: Put up a poster.',
      'outcome: Learn the new songs.',
      '  action: Copy the music.'
    ])
  })

  it('two columns of numbers and words are a numbered list, bold titles and counted clauses with it', () => {
    expect(
      goalTitles(`# Ferry office vision and goals

## 3. Ferry goals

To reach our vision we must achieve the following goals:

|  |  |
| --- | --- |
| **3.1** | **Crossings:** The goals of our crossings are to (1) carry people in all weathers; (2) carry carts on market days; and (3) carry post at night. Post pays for the lamps. |
| **3.2** | **Shore:** Give every quay a dry place to wait. |
| **3.3** | **Crew:** Train ten new hands a year. |`)
    ).toEqual([
      'outcome: Crossings',
      '  priority: carry people in all weathers',
      '  priority: carry carts on market days',
      '  priority: carry post at night. Post pays for the lamps.',
      'outcome: Shore',
      'outcome: Crew'
    ])
  })

  it('a column of commitments is told by its name and years, and a theme after it is no goal', () => {
    expect(
      goalTitles(`# Ferry office 2031-2033

## Appendix B: what the government of the isles was told

| # | Commitment for 2031-2033 | Section of the plan | Topic |
| --- | --- | --- | --- |
| 1 | The crew will light the north ramp. | Section 2.2 | Safety |
| 2 | The office plans to open a second landing. | Section 2.3 | Landings |
| 3 | The office is working to mend the slip. | Section 2.3 | Landings |`)
    ).toEqual([
      'priority: The crew will light the north ramp.',
      'priority: The office plans to open a second landing.',
      'priority: The office is working to mend the slip.'
    ])
  })

  it('milestones lose their number, and how they are reported is none of them, also in rows whose last pipe is lost', () => {
    const rows =
      '| **1.1** Map the quays | Map printed | Harbour log | May 2031 | Survey |\n| **1.2** Mend the wall\t| Wall dry\t| Harbour log\t| June 2031\t| Masons\n|'
    expect(
      goalLines(
        `# Harbour action plan\n\n### Action 1: Dry quays\n\n| **Milestone** |\t**Measurement** |\t**Reporting Mechanism** |\t**Target Date**\t| **Responsible Party** |\n|---|---|---|---|---|\n${rows}\n\n### Action 2: Full nets\n\n| Milestone | Measurement | Reporting Mechanism | Target Date | Responsible Party |\n|---|---|---|---|---|\n| 2.1 Buy a hoist | Hoist bought | Harbour log | July 2031 | Crew |\n`
      )
    ).toEqual([
      'action [Action 1] Dry quays',
      '  milestone [1.1] Map the quays',
      '  measure Map printed',
      '  milestone [1.2] Mend the wall',
      '  measure Wall dry',
      'action [Action 2] Full nets',
      '  milestone [2.1] Buy a hoist',
      '  measure Hoist bought'
    ])
  })

  it('a table set in HTML within Markdown holds numbered goals, and beside them what is done, after the words that lead it in', () => {
    const row = (goal: string, work: string) =>
      `<tr><td><b>${goal}</b></td>\n<td><p>Why this matters. The sea comes in. We will:</p>\n${work}</td></tr>\n`
    const list = (...items: string[]) => `<ol>${items.map((item) => `<li>${item}</li>`).join('\n')}</ol>`
    expect(
      goalLines(
        `# Harbour strategic plan\n\n<table>\n<tr><th>Goals</th><th>Supporting strategies</th></tr>\n${row('Goal 1. Dry quays', list('Mend the wall—this keeps the sea out.', 'Raise the slip'))}${row('Goal 2. Full nets', list('Buy a hoist', 'Train two crews'))}${row('Goal 3. Calm seas', list('Build a mole', 'Drop an anchor'))}</table>\n\nThat is all.\n`
      )
    ).toEqual([
      'outcome [Goal 1] Dry quays',
      '  action Mend the wall—this keeps the sea out.',
      '  action Raise the slip',
      'outcome [Goal 2] Full nets',
      '  action Buy a hoist',
      '  action Train two crews',
      'outcome [Goal 3] Calm seas',
      '  action Build a mole',
      '  action Drop an anchor'
    ])
  })

  it('a table under each goal whose first column holds lead-ins is what they lead in, bold titles and all', () => {
    const part = (goal: string, why: string, work: string[], signs: string[]) =>
      `## ${goal}\n\n<table>\n<tr><td>Why this matters</td><td>${why}</td></tr>\n<tr><td>Our priorities</td><td>${work.join('<br>')}</td></tr>\n<tr><td>How we will know that it worked</td><td>${signs.join('<br>')}</td></tr>\n</table>\n\n`
    const first = [
      '<b>Mend the wall.</b> Masons will be hired in spring.',
      '<b>Raise the slip.</b> It floods twice a year.'
    ]
    expect(
      goalLines(
        `# Harbour plan 2031-35\n\n${part('Outcome 1 – Dry quays', 'The sea comes in.', first, ['Fewer floods.', 'More boats moored in winter.'])}${part('Outcome 2 – Full nets', 'Crews are few.', ['Buy a hoist', 'Train two crews'], ['More fish landed.', 'Fewer days lost.'])}`
      )
    ).toEqual([
      'outcome [Outcome 1] Dry quays',
      '  priority Mend the wall. // Masons will be hired in spring.',
      '  priority Raise the slip. // It floods twice a year.',
      '  measure (fewer) Fewer floods.',
      '  measure (more) More boats moored in winter.',
      'outcome [Outcome 2] Full nets',
      '  priority Buy a hoist',
      '  priority Train two crews',
      '  measure (more) More fish landed.',
      '  measure (fewer) Fewer days lost.'
    ])
  })

  it('rows of labelled cells stand over the table, and codes of another plan are no part of the words', () => {
    expect(
      goalTitles(`# Healthy isles plan 2031-2036

**Goal 1:** Everyone can get about

### Shared space

| Objective 3 (HP / 151): Help groups that lend boats | HP outcome: More people get out |
|---|---|

| No. | Action | Responsibility | Timeline |
|---|---|---|---|
| 18 | HP 214: Mend the wall by the slip | Harbour office | 2031 |
| 19 | HP 280: Run a night boat<br>HP 198: Extend the day boat | Crew | 2032 |`)
    ).toEqual([
      'outcome: Everyone can get about',
      '  priority: Help groups that lend boats',
      '    action: Mend the wall by the slip',
      '    action: Run a night boat',
      '    action: Extend the day boat'
    ])
  })

  it('a table without a header whose first cells come back is grouped by them', () => {
    expect(
      goalTitles(`# Appendix: summary of new actions

| | | | |
|---|---|---|---|
| Tide reform 1 | Crossing engagement framework | Minister for Ferries | 2031 |
| Tide reform 1 | Landing stocktake | Minister for Ferries | 2031 |
| Tide reform 2 | Night boat guidance | Minister for Lamps | TBC |
| Tide reform 2 | Crew survey of trust | Minister for Lamps | 2032 |`)
    ).toEqual([
      'outcome: Tide reform 1',
      '  action: Crossing engagement framework',
      '  action: Landing stocktake',
      'outcome: Tide reform 2',
      '  action: Night boat guidance',
      '  action: Crew survey of trust'
    ])
  })

  it('names in capitals alone in their rows are no work, and not the end of the row above', () => {
    expect(
      goalTitles(`# Strategic objectives

The parish council has a plan for its priorities and goals, and shows them below.

| Serial no. | Priority (H/M/L) | Item | Action | Progress % |
| --- | --- | --- | --- | --- |
| | | CLERK | | |
| 1 | H | Develop a plan for the flood week | Clerk | 10 |
| 2 | L | Review benches by the slip (near the lamp) | Clerk | 75 |
| | | FINANCE | | |
| 3 | H | Consider the cost of the new wall | Clerk | 100 |`)
    ).toEqual([
      'action: Develop a plan for the flood week',
      'action: Review benches by the slip (near the lamp)',
      'action: Consider the cost of the new wall'
    ])
  })

  it('a first column without a name, beside dates, posts or progress, holds what is done', () => {
    expect(
      goalTitles(`# Lighthouse improvement actions

## Keeping the lamp lit through the winter

| | Original due date |
| --- | --- |
| Compliance with the lamp policy. | |
| Introduce the new wick in all towers. | |

Link to the harbour outcome

## Safer steps on the rock

| | Lead officer | Revised due date |
| --- | --- | --- |
| Fit rails on the seaward side. | Keeper | May 2031 |
| Paint each edge white. | Mate | |`)
    ).toEqual([
      'outcome: Keeping the lamp lit through the winter',
      '  action: Compliance with the lamp policy.',
      '  action: Introduce the new wick in all towers.',
      'outcome: Safer steps on the rock',
      '  action: Fit rails on the seaward side.',
      '  action: Paint each edge white.'
    ])
  })

  it('outcomes listed several to a cell stand under what the first column calls their row', () => {
    expect(
      goalTitles(`# Island families plan at a glance

| Vision | Main outcomes | How will we know? |
| --- | --- | --- |
| Sheltered<br>"I have a dry roof" | - Families are warm in winter,<br>- No child sleeps in a boat. | - Fewer leaking roofs,<br>- More boats sold. |
| Lively<br>"There is always a dance" | - Young people meet every week,<br>- The hall is open at night. | - More dances,<br>- Fewer closed halls. |`)
    ).toEqual([
      'outcome: Sheltered',
      '  priority: Families are warm in winter,',
      '  priority: No child sleeps in a boat.',
      '  measure: Fewer leaking roofs,',
      '  measure: More boats sold.',
      'outcome: Lively',
      '  priority: Young people meet every week,',
      '  priority: The hall is open at night.',
      '  measure: More dances,',
      '  measure: Fewer closed halls.'
    ])
  })

  it('measures have their numbers as labels, one after the other in a cell too; paragraphs are no measures', () => {
    const told =
      'The office starts with the north ramp, since crews land there in the dark and cannot see the stones. Then the south ramp follows, once the board has found the money for it and the masons are free again from their work upon the wall.'
    expect(
      goalTitles(`# Harbour plan 2031

We have two priorities for the harbour.

## Light the ramps

The ramps are dark, and boats are lost on them every winter.

## Mend the slips

The slips are worn, and boats wait for days to land.

# How we measure it

## Light the ramps

| Success measures | Targets for 2031-32 | Result |
| --- | --- | --- |
| 1.1 Boats are lost less often 1.2 Crews feel safe | Ten lamps | ${told} |

## Mend the slips

| Success measures | Targets for 2031-32 | Result |
| --- | --- | --- |
| 2.1 Boats land on the day | Two slips | ${told} |`)
    ).toEqual([
      'outcome: Light the ramps',
      '  measure: Boats are lost less often',
      '  measure: Crews feel safe',
      'outcome: Mend the slips',
      '  measure: Boats land on the day'
    ])
  })
})
