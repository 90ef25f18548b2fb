/** Who does the analyses of a run, and how many at a time: threads where there are some, else the functions given. */
import {createHash} from 'node:crypto'
import {profileOf} from '../analyses/compare/compare.ts'
import type {ChangeReport, OverlapReport, Theme} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {inOrder} from '../pool/in-order.ts'
import type {Analysts, Answered} from './analysts.ts'
import {findingsOf, type GapReportOptions, type PlanFindings} from './findings.ts'

export interface AnalysisOptions extends Pick<GapReportOptions, 'severity' | 'frameworks' | 'anyYears' | 'embedder'> {
  themes: readonly Theme[]
  /** Threads for the analyses; without them this one does them all, with the functions given. */
  analysts?: Analysts
  findChanges?(before: Plan, after: Plan): ChangeReport
  findOverlaps?(plans: Plan[]): Promise<OverlapReport>
  signal?: AbortSignal
}

export interface Analyses {
  /** `partial` where it could not be done: such findings are not kept. */
  study(plan: Plan, beside: readonly Plan[]): Promise<PlanFindings & {partial?: true}>
  /** null where the two could not be compared; a warning on the later plan says why. */
  changes?: (before: Plan, after: Plan) => Promise<ChangeReport | null>
  overlaps?: (a: Plan, b: Plan) => Promise<OverlapReport | null>
}

export function analysesOf(options: AnalysisOptions): Analyses {
  const {analysts, findChanges, findOverlaps} = options
  if (!analysts)
    return {
      study: (plan, beside) => findingsOf(plan, beside, options),
      ...(findChanges ? {changes: async (before, after) => findChanges(before, after)} : {}),
      ...(findOverlaps ? {overlaps: (a, b) => findOverlaps([a, b])} : {})
    }
  return {
    study: async (plan, beside) =>
      orWarned(await analysts.study(plan, beside), [plan], 'gaps and themes were not looked for') ?? {
        ...nothingFound,
        profile: profileOf(plan, [], 0)
      },
    changes: async (a, b) =>
      orWarned(await analysts.changes(a, b), [b], `its changes against ${a.source.path} were not looked for`),
    overlaps: async (a, b) =>
      orWarned(
        await analysts.overlaps(a, b),
        [a, b],
        `the overlaps of ${a.source.path} and ${b.source.path} were not looked for`
      )
  }
}

const nothingFound: Omit<PlanFindings, 'profile'> & {partial: true} = {gaps: [], asks: [], cells: [], partial: true}

function orWarned<Result>(answer: Answered<Result>, plans: readonly Plan[], what: string): Result | null {
  if ('found' in answer) return answer.found
  for (const plan of plans) plan.warnings.push({ruleId: 'not-analysed', message: `${what}: ${answer.problem.message}`})
  return null
}

/** Results that wait for a slower one before them, per thread. */
const aheadPerThread = 4

/** Does each thing, as many at a time as there are threads, and yields the results in the order of the things. */
export function each<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
  {analysts, signal}: Pick<AnalysisOptions, 'analysts' | 'signal'>
): AsyncGenerator<Result> {
  const jobs = analysts?.jobs ?? 1
  return inOrder(things, work, {jobs, ahead: jobs * aheadPerThread, ...(signal ? {signal} : {})})
}

/** Names the settings that findings in one plan hang on. */
export function studyKey(
  {themes, frameworks, anyYears, severity, embedder}: AnalysisOptions,
  corrections: string
): string {
  const settings = JSON.stringify([themes, frameworks, anyYears, severity, embedder?.model])
  return `${corrections} study=${createHash('sha256').update(settings).digest('hex').slice(0, 16)}`.trim()
}
