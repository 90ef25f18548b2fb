/** Which part of the plan a change stands in, and the order of its kinds: the same on every list of changes. */
import type {Change, ChangeKind, ChangeReport} from '../../../analyses/types.ts'
import {firstPart, placeInWords} from '../../wording.ts'

export const kinds: readonly ChangeKind[] = ['added', 'removed', 'reworded', 'moved', 'split', 'merged', 'renumbered']

export const titlesOf = ({before, after}: ChangeReport): string[] => [after.title, before.title]

/** The part of the plan that a change stands in. */
export const partOf = (report: ChangeReport, change: Change): string =>
  firstPart(placeInWords(change.where, titlesOf(report)))
