/** Plans of earlier runs without their trees: what every run asks of every plan is kept on a card, the tree is read when looked at. */
import {type GoalWords, goalWords} from '../analyses/pairing/pairing.ts'
import type {Archive} from '../archive/archive.ts'
import {expanded} from '../archive/compressed.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {figuresOf, knowFigures, type PlanFigures} from '../reports/figures.ts'
import type {PlanHead, TreeShelf} from './tree-shelf.ts'

interface Card {
  head: PlanHead
  figures: PlanFigures
  /** The words of each goal, parted by spaces. */
  goals: string[]
}

export interface Cards {
  /** A plan that the archive holds, as if it had just been read from `path`; null where there is no card of it yet. */
  recall(digest: string, path: string): Promise<Plan | null>
  /** Makes the card of a plan that was read now. `shelved`: the same plan as the run goes on with it. */
  keep(plan: Plan, shelved: Plan): Promise<void>
  goalWords(plan: Plan): GoalWords
}

/**
 * `reader`: whose reading the cards are of. Plans that are recalled have their trees on the shelf. Without an archive the cards
 * last for this run.
 */
export function openCards(archive: Archive | undefined, reader: string, shelf: TreeShelf): Cards {
  const words = new WeakMap<Plan, () => string>()
  const know = (plan: Plan, {figures, goals}: Pick<Card, 'figures' | 'goals'>) => {
    knowFigures(plan, figures)
    words.set(plan, shelf.keepText(goals.map((goal) => `${goal}\n`).join('')))
  }
  const keyOf = (digest: string) => ({kind: 'card', a: digest, b: '', analysis: reader}) as const
  return {
    async recall(digest, path) {
      const packed = await archive?.packedFinding(keyOf(digest))
      const tree = packed && (await archive?.packedPlan(digest))
      if (!tree) return null
      const {head, ...card} = expanded<Card>(packed)
      const plan = shelf.lend({...head, source: {...head.source, path}}, tree)
      know(plan, card)
      return plan
    },
    async keep(plan, shelved) {
      const {children: _, ...head} = plan
      const goals = goalWords(plan).map((goal) => goal.join(' '))
      const card: Card = {head: {...head, source: {...head.source, path: ''}}, figures: figuresOf(plan), goals}
      know(shelved, card)
      await archive?.keepFinding(keyOf(plan.digest), card)
    },
    goalWords: (plan) =>
      words
        .get(plan)?.()
        .split('\n')
        .slice(0, -1)
        .map((goal) => (goal === '' ? [] : goal.split(' '))) ?? goalWords(plan)
  }
}
