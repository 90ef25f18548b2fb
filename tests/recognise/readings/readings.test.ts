import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {childrenOf, isGoal} from '../../../src/plan-tree/guards.ts'
import type {Goal, PlanNode} from '../../../src/plan-tree/nodes.ts'
import {lexiconOf} from '../../../src/recognise/lexicon.ts'
import {type Piece, piecesOf} from '../../../src/recognise/pieces.ts'
import {type Belief, believed, goal, nothing, work} from '../../../src/recognise/readings/beliefs.ts'
import {draftOf, draftsOf, out, top} from '../../../src/recognise/readings/drafts.ts'
import {placesOf} from '../../../src/recognise/readings/places.ts'
import {agreement, drawn, expected} from '../../../src/recognise/readings/weighing.ts'
import {vocabulary} from '../../../src/recognise/vocabulary.ts'
import {blocksOfMarkdown, planOfMarkdown} from '../../support/documents.ts'

const piecesIn = (text: string): readonly Piece[] => piecesOf(blocksOfMarkdown(text).tree)
const lexicon = lexiconOf(vocabulary)

const goalsIn = (nodes: readonly PlanNode[]): Goal[] =>
  nodes.flatMap((node) => [...(isGoal(node) ? [node] : []), ...goalsIn(childrenOf(node))])

/** Lines without a heading, list, label or lead-in: nothing of its form tells that they are work. */
const plainLines = `# Marsh Villages Care Strategy

Looking after each other

We will visit every person who lives alone once a month

We will train two carers in every village

We will pay for the bus to the clinic

Warm homes

We will look at each roof before winter

We will lend heaters to those who have none
`

const numbered = `# Quay Strategy 2031

## Goal 1: Open quays

- Action 1.1: Mend the cranes
- Action 1.2: Let the sheds

## Goal 2: Safe water

- Action 2.1: Mark a swimming lane
- Action 2.2: Train lifeguards
`

describe('a document that its form tells badly', () => {
  it('is read line by line, and says so', () => {
    const goals = goalsIn(planOfMarkdown(plainLines).children)
    const promised = goals.filter(({title}) => title.startsWith('We will'))
    expect(promised).toHaveLength(5)
    for (const {data} of promised) {
      expect(data?.rule).toMatch(/^readings\//)
      expect(data?.competed?.[0]).toMatch(/^by form \(agrees 0\.\d\d\)$/)
    }
  })

  it('reads the same each time', () => {
    expect(JSON.stringify(planOfMarkdown(plainLines))).toBe(JSON.stringify(planOfMarkdown(plainLines)))
  })

  it('loses no line', () => {
    const text = JSON.stringify(planOfMarkdown(plainLines).children)
    for (const line of plainLines.split('\n\n').slice(1)) expect(text).toContain(line.trim())
  })
})

/** It calls itself no plan, and has hardly a word of plans. */
const helping = `Some 400 boats lie in the bay. Half of them leak, and one in nine sinks before its tenth summer.

## The port is helping its crews to:

- Improve safety at sea - by supporting four hundred rowers to read the charts of the bay, and training 30 pilots;
- Support old boats - by helping 120 crews to mend their hulls and by providing tar and rope to at least 40 more;
- Build up the market – the port will open a hall on the north quay and help half of the crews to sell there;
- Protect the reeds - by helping another twenty crews to dig ponds;
- Increase shelter ashore - by building two houses, and supporting 60 rowers to stay in them each winter;

The port will continue to pay for new nets after each storm.
`

describe('a document that speaks of no plan', () => {
  it('has goals where orders stand under words that end in to', () => {
    expect(goalsIn(planOfMarkdown(helping).children).map(({title}) => title)).toEqual([
      'Improve safety at sea',
      'Support old boats',
      'Build up the market',
      'Protect the reeds',
      'Increase shelter ashore'
    ])
    expect(goalsIn(planOfMarkdown(helping.replace('is helping its crews to:', 'in summer')).children)).toEqual([])
  })
})

describe('other documents', () => {
  it('are read by their form where they number their goals', () => {
    const rules = goalsIn(planOfMarkdown(numbered).children).map(({data}) => data?.rule)
    expect(rules).toHaveLength(6)
    expect(rules.filter((rule) => rule?.startsWith('readings/'))).toEqual([])
  })

  it('have no goals where they are about something else', () => {
    const recipe =
      '# Barley soup\n\nThis soup feeds six.\n\n- Wash the barley\n- Boil the stock\n- Add the leeks\n\nServe it hot.\n'
    expect(goalsIn(planOfMarkdown(recipe).children)).toEqual([])
  })
})

describe('places', () => {
  it('puts lines under their heading, lists under the line over them, numbers under their numbers', () => {
    const pieces = piecesIn('# Plan\n\n## Open quays\n\nWe will:\n\n- mend\n- let\n\n1 Water\n\n1.1 Mark a lane\n')
    const places = placesOf(pieces, lexicon)
    const within = Object.fromEntries(pieces.map(({text, index}) => [text, pieces[places[index]!.within ?? -1]?.text]))
    expect(within).toEqual({
      Plan: undefined,
      'Open quays': 'Plan',
      'We will:': 'Open quays',
      mend: 'We will:',
      let: 'We will:',
      '1 Water': 'Open quays',
      '1.1 Mark a lane': '1 Water'
    })
  })
})

describe('drafts', () => {
  const pieces = piecesIn('# Plan\n\n## Quays\n\n- mend\n- let\n\n## Water\n\n- mark\n')
  const places = placesOf(pieces, lexicon)

  it('hangs work under the last open goal, and a heading closes those of its depth', () => {
    const parts = pieces.map(({text, kind}) => (text === 'Plan' ? nothing : kind === 'heading' ? goal : work))
    const names = [...draftOf(parts, pieces, places)].map((above) => pieces[above]?.text ?? above)
    expect(names).toEqual([out, top, 'Quays', 'Quays', top, 'Water'])
  })

  it('holds the empty draft and the likeliest of each line', () => {
    const beliefs = pieces.map(
      ({kind, depth}): Belief =>
        kind === 'listItem' ? [0.1, 0.8, 0.1] : depth === 2 ? [0.1, 0.1, 0.8] : [0.9, 0.05, 0.05]
    )
    const drafts = draftsOf(beliefs, pieces, places).map((draft) => [...draft].join())
    expect(drafts).toContain(pieces.map(() => out).join())
    expect(drafts).toContain([out, top, 1, 1, top, 4].join())
  })
})

describe('weighing', () => {
  const text = '# Plan\n\n## Quays\n\n- mend\n- let\n\nOf old.\n\n## Water\n\n- mark\n\n### Deep\n\n1. dig\n2. fill\n'
  const pieces = piecesIn(text)
  const places = placesOf(pieces, lexicon)
  const parts = fc.array(fc.constantFrom(nothing, work, goal), {minLength: pieces.length, maxLength: pieces.length})

  it('agrees wholly with itself, never beyond 0 to 1', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const [a, b] = [draftOf(one, pieces, places), draftOf(other, pieces, places)]
        expect(agreement(a, a)).toBe(1)
        expect(agreement(a, b)).toBeGreaterThanOrEqual(0)
        expect(agreement(a, b)).toBeLessThanOrEqual(1)
      })
    )
  })

  it('prefers what is sure to what is not', () => {
    const sure = pieces.map(({kind}): Belief => (kind === 'listItem' ? [0.01, 0.98, 0.01] : [0.98, 0.01, 0.01]))
    const among = drawn(sure, pieces, places)
    const [listed, none] = [
      pieces.map(({kind}) => (kind === 'listItem' ? work : nothing)),
      pieces.map(() => nothing)
    ].map((each) => expected(draftOf(each, pieces, places), among))
    expect(listed).toBeGreaterThan(0.9)
    expect(none).toBeLessThan(0.1)
  })

  it('asks chances that add up to 1', () => {
    const weights = new Map([['act', [-1, 2, 0.5]]])
    const sum = believed(new Map([['act', 1]]), weights).reduce((so, chance) => so + chance, 0)
    expect(sum).toBeCloseTo(1, 9)
    expect(believed(new Map([['act', 1]]), weights)[work]).toBeGreaterThan(0.7)
  })
})

/** One numbered goal, whose parts and work are all printed with a number or a label, among lines of bold and plain words. */
const oneGoal = `Harbour Strategy |

## Goal 3: Keep the harbour open

Our crew looks after the quay and answers to the harbour board.

3.1 Set up a dredging crew.

The crew has a leader who knows the channel.

Action: The crew sounds the channel twice a year.

Action: We train two deck hands.

Tasks of the crew

**Sounding**

Measure the depth at every mark and share what is found with the pilots.

**Lamps**

Maintain and lend out lamps, glass and wicks to increase safe passage for small boats.

**Ledgers**

Develop best practices, books and forms for the clerks to use each tide.

**Gates**

Provide keepers for the lower gate and offer training to improve how it is opened.

3.2 Make room for small boats.

Small boats pay as much as they can.

Action: The crew lays six new moorings.

Action: We lend a dinghy to new skippers.

3.3 Tell people what we do.

Few people know the hours of the gate.

Action: The crew paints the hours on the gate.
`

describe('a plan that prints a number or a label before all its goals', () => {
  it('is read as it is printed', () => {
    const goals = goalsIn(planOfMarkdown(oneGoal).children)
    expect(goals.map(({type, title}) => `${type}: ${title}`)).toEqual([
      'outcome: Keep the harbour open',
      'priority: Set up a dredging crew.',
      'action: The crew sounds the channel twice a year.',
      'action: We train two deck hands.',
      'priority: Make room for small boats.',
      'action: The crew lays six new moorings.',
      'action: We lend a dinghy to new skippers.',
      'priority: Tell people what we do.',
      'action: The crew paints the hours on the gate.'
    ])
  })
})
