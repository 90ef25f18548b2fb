import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {VFile} from 'vfile'
import {describe, expect, it} from 'vitest'
import {assertPlan} from '../src/plan-tree/guards.ts'
import type {Plan} from '../src/plan-tree/nodes.ts'
import {unitsOf} from '../src/plan-tree/units.ts'
import {remarkPlan} from '../src/unified.ts'

const text = `# Tidewater Harbour Strategy 2031-34

## Outcome 1 - The harbour is clean

### Our priorities:

- **Keep the quays clean.**
  Sweep them every day.
- Fish out nets and ropes.

### We will know we have made a difference when:

- At least 90% of quays are swept by March 2032.

Action	Start	Who's responsible
Buy a second sweeper	May 2031	Harbour Office
`

describe('remarkPlan', () => {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkPlan)

  it('turns Markdown into a plan tree, and reads from the text what Markdown loses', async () => {
    const file = new VFile({value: text, path: 'harbour.md'})
    const plan = (await processor.run(processor.parse(file), file)) as unknown as Plan
    assertPlan(plan)
    const units = unitsOf(plan)
    expect(plan.title).toBe('Tidewater Harbour Strategy 2031-34')
    expect(units.filter(({type}) => type === 'outcome').map((unit) => unit.text)).toEqual(['The harbour is clean'])
    expect(units.find(({type}) => type === 'priority')).toMatchObject({
      text: 'Keep the quays clean.',
      detail: 'Sweep them every day.'
    })
    expect(units.find((unit) => unit.text.startsWith('Buy'))?.leads).toEqual(['Harbour Office'])
  })

  it('every unit stands where its position says', async () => {
    const file = new VFile({value: text, path: 'harbour.md'})
    const plan = (await processor.run(processor.parse(file), file)) as unknown as Plan
    for (const unit of unitsOf(plan)) {
      if (!unit.position) continue
      const words = text.slice(unit.position.start.offset, unit.position.end.offset)
      expect(words.replace(/[*\s]+/g, ' ')).toContain(unit.text.split(' ').slice(0, 3).join(' '))
    }
  })

  it('reads a tree that has no text with it', async () => {
    const tree = processor.parse(text)
    const plan = (await processor.run(tree, new VFile())) as unknown as Plan
    assertPlan(plan)
    expect(unitsOf(plan).filter(({type}) => type === 'priority')).toHaveLength(2)
  })
})
