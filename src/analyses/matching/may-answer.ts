import type {Unit} from './found.ts'

/** Types whose words stand alone in a cell or after a label: they answer to their own type only. */
export const apart = new Set(['lead', 'date', 'target', 'glossaryEntry', 'plan'])

/** Words that say something of the goal they hang on and nothing by themselves: another goal's are not the same, though they read alike. */
const bound = new Set(['lead', 'date', 'target'])
export const isBound = ({type}: Unit): boolean => bound.has(type)

/** Whether a unit of one draft may be the other's, by what they are: whatever their words. */
export const mayAnswer = (a: Unit, b: Unit): boolean =>
  a.type === b.type || !(isApart(a) || isApart(b) || (isRestated(a) && isRestated(b)) || isSaidAgain(a, b))

/** A goal that only the summary has in the other draft is gone there: its words in the summary are not the goal. */
export const isSaidAgain = (a: Unit, b: Unit): boolean =>
  (isRestated(a) && b.title !== undefined) || (isRestated(b) && a.title !== undefined)

const isApart = ({type}: Unit): boolean => apart.has(type)

/** Sentences of running text answer to each other by their order alone. */
export const bothRun = (a: Unit, b: Unit): boolean => a.running === true && b.running === true

const isRestated = ({type}: Unit): boolean => type.startsWith('restatement')
