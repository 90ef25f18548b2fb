import {bareWords} from '../matching/profile.ts'
import type {Change, ChangeReport, ChangeThread, Place} from '../types.ts'

/**
 * What several drafts in a row did to the same words: put back as they were, changed again, or dropped after they came in.
 * `steps` are the reports of each draft to the next, in order: what a step left is what the next one starts from.
 */
export function threadsOfSteps(steps: readonly ChangeReport[]): ChangeThread[] {
  return threadsAmong(
    steps,
    (first, second, apart) => (apart === 1 ? followedUp(first, second) : undefined) ?? broughtBack(first, second)
  )
}

/** Both changes are of one place in the draft between: its words after the first are its words before the second. */
function followedUp(first: Change, second: Change): ChangeThread['kind'] | undefined {
  if (!first.after || !second.before || first.after.id !== second.before.id || !overlap(first.after, second.before))
    return undefined
  if (first.kind === 'renumbered' || second.kind === 'renumbered') return undefined
  if (first.kind === 'added') return second.kind === 'removed' ? 'taken-back' : 'changed-again'
  if (first.before && second.after && bareWords(first.before.text) === bareWords(second.after.text))
    return first.kind === 'moved' && first.before.where !== second.after.where ? 'changed-again' : 'taken-back'
  return 'changed-again'
}

/** Words that one step removed and a later one has again. */
function broughtBack(first: Change, second: Change): ChangeThread['kind'] | undefined {
  const removed = first.kind === 'removed' && second.kind === 'added'
  return removed && bareWords(first.before!.text) === bareWords(second.after!.text) ? 'brought-back' : undefined
}

/**
 * What two or more people did to one base: the same, or what cannot both stand. `edits` are the reports of the base to each
 * person's draft; what only one of them changed is in no thread.
 */
export function threadsOfEdits(edits: readonly ChangeReport[]): ChangeThread[] {
  return threadsAmong(edits, metIn)
}

/** A thread for every change of one report and change of a later one that `tie` ties; `apart` counts the reports between, from 1. */
function threadsAmong(
  reports: readonly ChangeReport[],
  tie: (one: Change, two: Change, apart: number) => ChangeThread['kind'] | undefined
): ChangeThread[] {
  const threads: ChangeThread[] = []
  reports.forEach((report, at) => {
    for (const later of range(at + 1, reports.length))
      for (const one of report.changes)
        for (const two of reports[later]!.changes) {
          const kind = tie(one, two, later - at)
          if (kind) threads.push(threadOf(kind, [at, one], [later, two]))
        }
  })
  return threads
}

function metIn(one: Change, two: Change): ChangeThread['kind'] | undefined {
  if (one.kind === 'renumbered' || two.kind === 'renumbered') return undefined
  if (!one.before || !two.before)
    return !one.before && !two.before && wordsOf(one.after) === wordsOf(two.after) ? 'alike' : undefined
  if (one.before.id !== two.before.id || !overlap(one.before, two.before)) return undefined
  const same = wordsOf(one.after) === wordsOf(two.after) && placeOf(one) === placeOf(two)
  return same ? 'alike' : 'conflict'
}

const wordsOf = (place: Place | null): string => (place ? bareWords(place.text) : '')
const placeOf = ({kind, after, where}: Change): string => (kind === 'moved' ? (after?.where ?? where) : '')

const overlap = (a: Place, b: Place): boolean => {
  const [one, other] = [wordsOf(a), wordsOf(b)]
  return one.includes(other) || other.includes(one)
}

const range = (from: number, to: number): number[] => Array.from({length: Math.max(0, to - from)}, (_, k) => from + k)

type Numbered = readonly [report: number, change: Change]

/** Two changes with the words before the first, after it, and after the second. */
function threadOf(kind: ChangeThread['kind'], one: Numbered, two: Numbered): ChangeThread {
  const [, first] = one
  const [, second] = two
  const grave = first.class === 'substantive' || second.class === 'substantive'
  return {
    kind,
    class: grave ? 'substantive' : 'editorial',
    where: first.where,
    texts: [first.before, first.after, second.after].map((place) => place?.text ?? null),
    changes: [one, two].map(([report, {id}]) => ({report, id}))
  }
}
