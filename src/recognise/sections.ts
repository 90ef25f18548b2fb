/** The rest of the document: sections with their roles, achievements, statistics, and words that no rule claimed. */

import {goalRank} from '../plan-tree/guards.ts'
import type {Goal} from '../plan-tree/nodes.ts'
import {dateOf, quoteOf} from './facets/facets.ts'
import {kindsOf} from './outline.ts'
import {isPeriod} from './periods.ts'
import {boldHeadingDepth, type Piece} from './pieces.ts'
import {closeGoals, hang, innermost, made, openSection, passage, type Reading, whereOf} from './reading.ts'
import type {Recogniser} from './recogniser.ts'
import {wordCount} from './words.ts'

/** The heading ends the open goals whose own headings are not above it. */
function closesGoals(piece: Piece, reading: Reading): boolean {
  const outermost = reading.goals[0]
  if (!outermost || piece.kind !== 'heading') return false
  const kind = reading.sections[piece.index]!.kind
  if (!outermost.byTable && outermost.depth > boldHeadingDepth) return !isTopicOver(piece, outermost.node, reading)
  if (outermost.byTable) return true
  if (piece.depth >= boldHeadingDepth && outermost.depth < boldHeadingDepth)
    return kind === 'contents' || kind === 'glossary'
  return piece.depth <= outermost.depth
}

/** Most pieces from a heading to the goal that it is the topic of, itself counted. */
const nearTopic = 3

/** A heading right over a labelled goal that is lower than one printed as a plain line: a topic under that. */
function isTopicOver({index}: Piece, {type, label}: Goal, {scheme}: Reading): boolean {
  if (label === undefined) return false
  for (let at = index + 1; at <= index + nearTopic; at += 1) {
    const opening = scheme.openings.get(at)
    if (opening) return opening.label !== undefined && goalRank[opening.type] > goalRank[type]
  }
  return false
}

/** All of it stands in quotation marks. */
const quoted = /^["“'‘][^"“”]{3,}["”'’][.,]?$/u

export const sectionRecognisers: Recogniser[] = [
  {
    id: 'facets/period',
    applies: (piece, reading) => (innermost(reading) && piece.kind !== 'table' && isPeriod(piece.text) ? 0.91 : 0),
    read: (piece, reading) => {
      hang(reading, dateOf(reading, 'period', piece.text, piece))
    }
  },
  {
    id: 'sections/heading',
    applies: (piece, reading) => {
      const place = reading.sections[piece.index]!
      if (place.heading !== piece.index) return 0
      if (innermost(reading)) return closesGoals(piece, reading) ? 0.6 : 0
      return 0.6
    },
    read: (piece, reading) => {
      const place = reading.sections[piece.index]!
      closeGoals(reading)
      if (reading.echo && place.depth <= reading.echo.section.depth) delete reading.echo
      openSection(reading, piece, place)
      if (piece.kind !== 'heading' && place.title !== piece.text.replace(/\s*:$/, '')) passage(reading, piece)
    }
  },
  {
    id: 'sections/subheading-of-goal',
    applies: (piece, reading) => {
      if (!innermost(reading)) return 0
      if (piece.kind === 'heading') return 0.3
      // a bare line over a list is a heading that was set plainly
      const bare = piece.kind === 'paragraph' && wordCount(piece.text) <= 6 && !/[.;,:!?]$/.test(piece.text)
      return bare && reading.mode?.used && reading.pieces[piece.index + 1]?.kind === 'listItem' ? 0.8 : 0
    },
    read: (piece, reading) => {
      delete reading.mode
      passage(reading, piece)
    }
  },
  {
    id: 'sections/achievement',
    applies: (piece, reading) => {
      if (innermost(reading) || piece.kind === 'heading' || piece.kind === 'table') return 0
      return kindsOf(reading.sections[piece.index])[0] === 'progress' ||
        (kindsOf(reading.sections[piece.index]).includes('progress') && piece.kind === 'listItem')
        ? 0.5
        : 0
    },
    read: (piece, reading) => {
      const section = reading.openSections.at(-1)
      if (!section) return passage(reading, piece)
      const against = section.node.title
      hang(reading, {type: 'achievement', value: piece.text, against, ...whereOf(reading, piece), ...made(reading)})
    }
  },
  {
    id: 'sections/voice',
    applies: (piece, reading) =>
      !innermost(reading) &&
      (piece.kind === 'listItem' || piece.kind === 'paragraph') &&
      kindsOf(reading.sections[piece.index]).includes('voice') &&
      quoted.test(piece.text)
        ? 0.55
        : 0,
    read: (piece, reading) => {
      hang(reading, quoteOf(reading, 'voice', piece.text, piece))
    }
  },
  {
    id: 'sections/statistic',
    applies: (piece, reading) => {
      if (innermost(reading) || piece.kind !== 'listItem') return 0
      const kinds = kindsOf(reading.sections[piece.index])
      return (kinds.includes('needs') || kinds.includes('introduction') || kinds[0] === 'other') &&
        /\d[\d.,]*\s?%|\b\d{2,3}(?:,\d{3})+\b|\b\d{2,}\b(?!\s*(?:[-–]\s*\d|years?))/.test(piece.text)
        ? 0.4
        : 0
    },
    read: (piece, reading) => {
      hang(reading, quoteOf(reading, 'statistic', piece.text, piece))
    }
  },
  {
    id: 'sections/table',
    applies: (piece) => (piece.kind === 'table' ? 0.2 : 0),
    read: (piece, reading) => {
      for (const row of piece.rows ?? []) {
        const value = row.cells
          .map((cell) => cell.text)
          .filter(Boolean)
          .join(' | ')
        const where = {
          pages: row.pages.length > 0 ? row.pages : piece.pages,
          ...((row.position ?? piece.position) ? {position: (row.position ?? piece.position)!} : {})
        }
        hang(reading, {type: 'passage', value, block: 'tableRow', ...where, ...made(reading)})
      }
    }
  },
  {
    id: 'sections/passage',
    applies: () => 0.1,
    read: (piece, reading) => {
      if (reading.goals[0]?.byTable || (reading.goals[0]?.depth ?? 0) > boldHeadingDepth) {
        if (piece.kind === 'paragraph' && reading.goals[0]?.byTable) closeGoals(reading)
      }
      passage(reading, piece)
    }
  }
]
