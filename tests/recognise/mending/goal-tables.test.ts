/** Tables that set out a goal: its title over all columns, lists side by side below it. */
import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const heads = '| Our priorities | How we will know we have made a difference |'

describe('tables that set out goals', () => {
  it('hold the lists of the goal over all columns', () => {
    expect(
      goalTitles(`# Harbour plan

| Outcome 1: Dry quays | |
| --- | --- |
| Lead partnership: Harbour office | |
${heads}
| Mend the north wall.<br>Raise the slip. | Fewer floods in winter.<br>More boats at the quay. |

| Outcome 2: Lit lanes | |
| --- | --- |
${heads}
| Hang a lamp at each gate.<br>Paint the kerbs. | Fewer falls after dark.<br>More walkers at night. |`)
    ).toEqual([
      'outcome: Dry quays',
      '  priority: Mend the north wall.',
      '  priority: Raise the slip.',
      '  measure: Fewer floods in winter.',
      '  measure: More boats at the quay.',
      'outcome: Lit lanes',
      '  priority: Hang a lamp at each gate.',
      '  priority: Paint the kerbs.',
      '  measure: Fewer falls after dark.',
      '  measure: More walkers at night.'
    ])
  })

  it('hold several goals under one header', () => {
    expect(
      goalTitles(`# Harbour plan

${heads}
| --- | --- |
| Outcome 1: Dry quays | |
| Mend the north wall.<br>Raise the slip. | Fewer floods in winter. |
| Outcome 2: Lit lanes | |
| Hang a lamp at each gate.<br>Paint the kerbs. | Fewer falls after dark. |`)
    ).toEqual([
      'outcome: Dry quays',
      '  priority: Mend the north wall.',
      '  priority: Raise the slip.',
      '  measure: Fewer floods in winter.',
      'outcome: Lit lanes',
      '  priority: Hang a lamp at each gate.',
      '  priority: Paint the kerbs.',
      '  measure: Fewer falls after dark.'
    ])
  })

  it('are grids where each row says how one thing is judged', () => {
    expect(
      goalTitles(`# Harbour plan

| Outcome 1: Dry quays | |
| --- | --- |
${heads}
| Mend the north wall. | Fewer floods in winter. |
| Raise the slip. | More boats at the quay. |`)
    ).toEqual([
      'outcome: Dry quays',
      '  priority: Mend the north wall.',
      '    measure: Fewer floods in winter.',
      '  priority: Raise the slip.',
      '    measure: More boats at the quay.'
    ])
  })
})
