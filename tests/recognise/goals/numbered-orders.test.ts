import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const plan = (titles: readonly string[]): string => `# Quayside action plan

### Sheltered water

#### 1. ${titles[0]}

The wall was built when boats were small and few.

● Weigh every stone before it is moved.

The stones on the north side carry most of the load.

● Ask the pilots where the wall fails.

Pilots see it in all weathers.

#### 2. ${titles[1]}

The charter of the port is older than its lamps.

### Public engagement

#### 1. ${titles[2]}

Few people know when the gate opens.

#### 2. ${titles[3]}

The walkway is closed when it rains.`

describe('numbered headings that start again under headings', () => {
  it('are priorities where they give orders, also on the law and on membership', () => {
    expect(
      goalTitles(
        plan(['Mend the sea wall', 'Modernise the Harbour Lamps Act', 'Grow our membership', 'Roof the long walkway'])
      )
    ).toEqual([
      'outcome: Sheltered water',
      '  priority: Mend the sea wall',
      '    action: Weigh every stone before it is moved.',
      '    action: Ask the pilots where the wall fails.',
      '  priority: Modernise the Harbour Lamps Act',
      'outcome: Public engagement',
      '  priority: Grow our membership',
      '  priority: Roof the long walkway'
    ])
  })

  it('are steps to a reader where the document is no plan', () => {
    expect(
      goalTitles(`# The quay lamp

## Setting up

### 1. Unpack the lamp

Keep the box.

### 2. Fill the tank

Any oil will do.

## Putting out

### 1. Close the tap

It turns to the left.

### 2. Empty the tank

Use the jug.`)
    ).toEqual([])
  })
})
