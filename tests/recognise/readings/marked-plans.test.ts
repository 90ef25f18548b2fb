import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, it} from 'vitest'
import {goal, nothing, work} from '../../../src/recognise/readings/beliefs.ts'
import {out, top} from '../../../src/recognise/readings/drafts.ts'
import {markedPlans} from './marked-plans.ts'

it('finds the line of each mark, and the line that it belongs to', () => {
  const folder = mkdtempSync(join(tmpdir(), 'marked-'))
  writeFileSync(
    join(folder, 'quay.ann'),
    '# Quay plan\n\n## ⟦o Open quays ‖ Quays⟧\n\nOf old.\n\n- ⟦p Mend the cranes⟧\n  - ⟦a Buy rope⟧\n- ⟦M Boats landed⟧\n\n## ⟦o Water⟧\n'
  )
  const [plan] = markedPlans([folder])
  rmSync(folder, {recursive: true})
  expect(plan!.text).not.toContain('⟦')
  expect(plan!.pieces.map(({text}) => text)).toEqual([
    'Quay plan',
    'Open quays',
    'Of old.',
    'Mend the cranes',
    'Buy rope',
    'Boats landed',
    'Water'
  ])
  expect(plan!.parts).toEqual([nothing, goal, nothing, goal, work, work, work])
  expect([...plan!.truth]).toEqual([out, top, out, 1, 3, 1, top])
})
