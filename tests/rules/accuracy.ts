/** What the methods page may say of accuracy: figures of the scoreboard, drawn together over its cases. */

export interface Accuracy {
  /** What was judged, in words of the reports. */
  statement: string
  /** Shares from 0 to 1 over all cases. */
  lowest: number
  highest: number
  cases: number
}

/** Figures of the scoreboard by '<kind> …: <label>', and what each means to a reader. */
const statements: readonly (readonly [kind: string, label: string, statement: string])[] = [
  ['tree', 'core linked F1', 'Outcomes, priorities, actions and measures read, each under the right one (F1)'],
  ['changes', 'found', 'Changes between two versions found'],
  ['changes', 'precision', 'Changes told that are changes'],
  ['changes', 'class right', 'Substantive or editorial, told right'],
  ['overlaps', 'recall@3', 'The true counterpart is among the three nearest'],
  ['overlaps', 'F1', 'Same or related, told right (F1)'],
  ['gaps', 'found', 'Gaps found'],
  ['gaps', 'precision', 'Gaps told that are gaps'],
  ['coverage', 'right', 'Level at which a plan speaks of a theme, told right']
]

export function accuracyOf(figures: ReadonlyMap<string, number>): Accuracy[] {
  return statements.flatMap(([kind, label, statement]) => {
    const own = [...figures]
      .filter(([name]) => name.startsWith(`${kind} `) && name.endsWith(`: ${label}`))
      .map(([, figure]) => figure)
    return own.length === 0 ? [] : [{statement, lowest: Math.min(...own), highest: Math.max(...own), cases: own.length}]
  })
}
