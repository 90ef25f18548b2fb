/** A page of one goal, whose name stands in its front matter only: 'title: Clean quays' over 'We will: …'. */
import type {Blocks} from '../../../blocks/types.ts'
import {isGoal} from '../../../plan-tree/guards.ts'
import type {Action, PlanNode} from '../../../plan-tree/nodes.ts'
import {planNoun} from '../../document/words.ts'
import type {Lexicon} from '../../lexicon.ts'
import {goalOf, hangOn, type Reading} from '../../reading.ts'
import {wordCount} from '../../words.ts'

/** Fewest things to do that make a page one of a goal, and the longest name of one, words. */
const [leastWork, longestName] = [3, 15]

/** The page's name as an outcome over its work, where all the goals on the page are things to do that nothing is said of. */
export function withGoalOfPage(reading: Reading, {title = '', titlePosition}: Blocks): void {
  const goals = reading.children.filter(isGoal)
  if (goals.length < leastWork || !goals.every(isLedWork)) return
  if (reading.notAPlan || !titlePosition || !mayName(title, reading.lexicon)) return
  reading.rule = {id: 'outcomes/page', confidence: 0.6, competed: []}
  const outcome = goalOf(reading, 'outcome', {title, term: 'outcome'}, {pages: [], position: titlePosition})
  reading.children.splice(reading.children.indexOf(goals[0]!), 0, outcome)
  reading.children = reading.children.filter((node) => node === outcome || !isGoal(node))
  for (const goal of goals) hangOn(outcome, goal)
}

/** An action of a list that 'We will:' or the like leads in. */
function isLedWork(node: PlanNode): node is Action {
  return node.type === 'action' && node.data?.rule === 'priorities/list'
}

/** The name of a subject: not of a plan, of a part of one or of its work. */
function mayName(title: string, lexicon: Lexicon): boolean {
  return (
    wordCount(title) <= longestName &&
    /\p{L}{3}/u.test(title) &&
    !planNoun.test(title) &&
    lexicon.sectionOf(title) === undefined &&
    lexicon.leadInOf(title) === undefined &&
    lexicon.levelNamed(title) === undefined
  )
}
