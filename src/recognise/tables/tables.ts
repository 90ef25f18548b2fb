/** Which kind of table it is: of goals, of terms, or other. */

import {kindsOf} from '../outline.ts'
import type {Piece} from '../pieces.ts'
import {innermost, made, type Reading, whereOf} from '../reading.ts'
import type {Recogniser} from '../recogniser.ts'
import {readGoalTable} from './action-tables.ts'
import {addEntry, entryOfLine, glossaryUse, readGlossaryTable} from './glossary.ts'
import {goalColumnsOf, headlessColumns} from './goal-columns.ts'

function inGlossary(piece: Piece, reading: Reading): boolean {
  return kindsOf(reading.sections[piece.index]).includes('glossary')
}

export const tableRecognisers: Recogniser[] = [
  {
    id: 'glossary/table',
    applies: (piece, reading) => (piece.kind === 'table' && glossaryUse(piece, inGlossary(piece, reading)) ? 0.95 : 0),
    read: (piece, reading) => readGlossaryTable(reading, piece, glossaryUse(piece, inGlossary(piece, reading))!)
  },
  {
    id: 'glossary/line',
    applies: (piece, reading) => {
      if (
        innermost(reading) ||
        !inGlossary(piece, reading) ||
        (piece.kind !== 'paragraph' && piece.kind !== 'listItem')
      )
        return 0
      const place = reading.sections[piece.index]!
      if (place.heading === piece.index || !entryOfLine(piece)) return 0
      const around = reading.pieces.filter((each) => reading.sections[each.index] === place)
      const lines = around.filter((each) => each.kind !== 'table' && entryOfLine(each)).length
      return lines >= 3 && !around.some((each) => each.kind === 'table') ? 0.7 : 0
    },
    read: (piece, reading) => {
      const {name, value} = entryOfLine(piece)!
      addEntry(reading, piece, {
        type: 'glossaryEntry',
        name,
        value,
        use: 'means',
        ...whereOf(reading, piece, name),
        ...made(reading)
      })
    }
  },
  {
    id: 'action-tables/header',
    applies: (piece, reading) => (piece.kind === 'table' && goalColumnsOf(piece, reading) ? 0.9 : 0),
    read: (piece, reading) => {
      const columns = goalColumnsOf(piece, reading)!
      readGoalTable(reading, piece, columns)
      reading.columns = columns
    }
  },
  {
    id: 'action-tables/headless',
    applies: (piece, reading) => (piece.kind === 'table' && headlessColumns(piece, reading, reading.columns) ? 0.6 : 0),
    read: (piece, reading) => readGoalTable(reading, piece, headlessColumns(piece, reading, reading.columns)!)
  }
]
