import {readFileSync} from 'node:fs'
import {type Decision, decisionsOf, PlanError} from '../index.ts'

/** What reviewers decided, from the files of `--decisions`; of two on one finding the last holds. */
export function readDecisions(files: readonly string[] = []): Map<string, Decision> {
  return new Map(files.flatMap((file) => [...decisionsIn(file)]))
}

function decisionsIn(file: string): Map<string, Decision> {
  try {
    return decisionsOf(readFileSync(file, 'utf8'), file)
  } catch (error) {
    if (error instanceof PlanError) throw error
    throw new PlanError('missing', 'the decisions cannot be read', {stage: 'cli', file, cause: error})
  }
}
