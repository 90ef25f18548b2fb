/** Headings of topics under labelled goals, each right over a list of what will be done: 'Goal 1' over 'Workforce' over its actions. */
import type {Lexicon} from '../../lexicon.ts'
import {entriesOf, type Piece} from '../../pieces.ts'
import type {Scheme} from '../openings.ts'
import {startsLikeAction} from '../words/goal-words.ts'

/** Fewest such headings in a plan. */
const leastTopics = 3
/** Share of the headings right below the goals that must be such, and of a list's entries that must be things to do. */
const shareOfHeadings = 0.7
const shareOfEntries = 0.6
/** Fewest goals with a label: where headings of topics are set as the goals are, only the labels tell them apart. */
const leastGoals = 2

/** The pieces that are such headings; none where the goals are not labelled or other headings stand under them as often. */
export function topicHeadings(pieces: readonly Piece[], {openings}: Scheme, lexicon: Lexicon): ReadonlySet<number> {
  const goals = [...openings.values()].sort((a, b) => a.piece - b.piece)
  if (
    goals.length < leastGoals ||
    goals.some(({label, piece}) => label === undefined || pieces[piece]?.kind !== 'heading')
  )
    return new Set()
  const topics = new Set<number>()
  let headings = 0
  goals.forEach(({piece}, at) => {
    const own = pieces[piece]!.depth
    const end = goals[at + 1]?.piece ?? pieces.length
    for (let next = piece + 1; next < end; next += 1) {
      const {kind, depth} = pieces[next]!
      if (kind !== 'heading') continue
      if (depth < own) break
      headings += 1
      if (isTopic(next, pieces, lexicon)) topics.add(next)
    }
  })
  return topics.size >= leastTopics && topics.size >= shareOfHeadings * headings ? topics : new Set()
}

function isTopic(at: number, pieces: readonly Piece[], lexicon: Lexicon): boolean {
  const {text, lead} = pieces[at]!
  if (lexicon.leadInOf(text) !== undefined || lexicon.labelled(text, lead) || lexicon.levelOf(text)) return false
  const list = pieces[at + 1]?.list
  if (list === undefined) return false
  const entries = entriesOf(list, pieces)
  return entries.filter((entry) => startsLikeAction(entry.text)).length >= shareOfEntries * entries.length
}
