import {PlanError} from '../index.ts'

/** The value, when it is one of those that an option takes. @throws {PlanError} 'arguments', naming them all. */
export function choiceOf<const C extends string>(what: string, value: string, choices: readonly C[]): C {
  const found = choices.find((choice) => choice === value)
  if (found === undefined)
    throw new PlanError('arguments', `there is no ${what} '${value}': ${choices.join(', ')}`, {stage: 'cli'})
  return found
}
