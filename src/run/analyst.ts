/** What runs on a thread of the analysts: one piece of analysis. Settings come once, with the thread; plans with each piece. */
import {workerData} from 'node:worker_threads'
import {findChanges} from '../analyses/changes/changes.ts'
import {type EmbedderChoice, openEmbedder} from '../analyses/embedding/open.ts'
import {meaningsOf} from '../analyses/meaning/meaning.ts'
import {wordedUnits} from '../analyses/meaning/units.ts'
import {clustersIn} from '../analyses/overlaps/clusters.ts'
import {findOverlaps} from '../analyses/overlaps/overlaps.ts'
import type {Framework, Theme} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {findingsOf, type GapReportOptions} from './findings.ts'
import {goalsOfPacked, packedReadings, type SharedBlock, sharedInBlock} from './shared-cells.ts'

/** Plain JSON: it crosses threads. */
export interface StudySettings extends Pick<GapReportOptions, 'severity' | 'anyYears'> {
  themes: readonly Theme[]
  frameworks?: readonly Framework[]
  embedder?: EmbedderChoice
}

export type StudyTask =
  | {kind: 'plan'; plan: Plan; beside: readonly Plan[]}
  | {kind: 'changes'; before: Plan; after: Plan}
  | {kind: 'overlaps'; a: Plan; b: Plan}
  | {kind: 'readings'; plan: Plan}
  | {kind: 'shared'; block: SharedBlock}
  | {kind: 'clusters'; goals: readonly Uint8Array[]}

const {embedder: choice, themes, ...settings} = workerData as StudySettings
const opening = openEmbedder(choice)

export default async function study(task: StudyTask): Promise<unknown> {
  const embedder = await opening
  switch (task.kind) {
    case 'plan': {
      const {plan, beside} = task
      // All that comparisons will ask for, in one go: the vectors are then at hand for whoever compares.
      await meaningsOf([{plan, units: wordedUnits(plan)}], {embedder})
      return findingsOf(plan, beside, {...settings, themes, embedder})
    }
    case 'changes':
      return findChanges(task.before, task.after)
    case 'overlaps':
      return findOverlaps([task.a, task.b], {embedder})
    case 'readings':
      return packedReadings(task.plan)
    case 'shared':
      return sharedInBlock(task.block, embedder)
    case 'clusters':
      return clustersIn(task.goals.map(goalsOfPacked), {embedder})
    default:
      return task satisfies never
  }
}
