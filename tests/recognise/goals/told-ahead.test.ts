import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const services = (second: string): string => `The ferry office runs four boats.

## Night ferries

The last boat leaves at ten. This initiative will see one boat run until two.

## Shared ferry card

Most riders pay at the gate. The current shared ferry card will be taken on all boats.

## ${second}`

describe('headings whose paragraphs tell what will be done', () => {
  it('are goals where nothing else is', () => {
    expect(
      goalTitles(services('Harbour radio\n\nThe Ferry Office is establishing a better radio for the pilots.'))
    ).toEqual(['outcome: Night ferries', 'outcome: Shared ferry card', 'outcome: Harbour radio'])
  })

  it('are words like any others where only some do, or where a thing will do something by itself', () => {
    expect(goalTitles(services('The old pier\n\nThe pier was built in 1931 of oak.'))).toEqual([])
    expect(
      goalTitles(`# Ferry simulator

## Loading boats

The loader will read each boat from its file.

## Moving boats

The solver will stop when no boat moves.

## Drawing boats

The screen will show the boats as they move.`)
    ).toEqual([])
  })
})
