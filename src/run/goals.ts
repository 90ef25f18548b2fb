/** The words of each plan's goals as they are read for comparing: made once a run, and once for all runs where an archive keeps them. */

import type {Archive} from '../archive/archive.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import type {Correction} from '../recognise/corrections/corrections.ts'
import {version} from '../version.ts'
import type {AnalysisOptions} from './analyses.ts'
import type {Analysts} from './analysts.ts'
import {correctionsKey} from './corrections.ts'
import {packedReadings} from './shared-cells.ts'

/** Where the readings of a plan's goals are kept, packed, from run to run. */
interface KeptGoals {
  find(digest: string): Promise<Uint8Array | null>
  keep(digest: string, goals: Uint8Array): Promise<void>
}

/** Kept in an archive: they hang on the product, the plan and what readers corrected in it. */
function goalsIn(archive: Archive, corrections: readonly Correction[] = []): KeptGoals {
  const analysis = readingsKey(corrections)
  const keyOf = (digest: string) => ({kind: 'goals', a: digest, b: '', analysis}) as const
  return {
    find: (digest) => archive.packedFinding(keyOf(digest)),
    keep: (digest, goals) => archive.keepFinding(keyOf(digest), goals)
  }
}

/** Names the readings of one version of the product; 'worded' ones hold restatements and pages. */
export const readingsKey = (corrections: readonly Correction[]): string =>
  `${version} worded ${correctionsKey(corrections)}`.trim()

export interface GoalsOptions extends Pick<AnalysisOptions, 'signal'> {
  archive?: Archive
  corrections?: readonly Correction[]
  /** Threads that read; without them this one does. */
  analysts?: Analysts
}

/** The packed readings of a plan, from the archive or made now; null where reading came to no end, which is not tried again. */
export type Goals = (plan: Plan) => Promise<Uint8Array | null>

export function openGoals({archive, corrections, analysts}: GoalsOptions): Goals {
  const kept = archive && goalsIn(archive, corrections)
  /** What is being made, was made and is kept nowhere else, or could not be made. */
  const held = new Map<string, Promise<Uint8Array | null>>()
  const made = async (plan: Plan) => {
    const found = await kept?.find(plan.digest)
    if (found) return found
    const answer = analysts ? await analysts.readings({...plan}) : {found: packedReadings(plan)}
    if (!('found' in answer)) return null
    await kept?.keep(plan.digest, answer.found)
    return answer.found
  }
  return async (plan) => {
    const {digest} = plan
    const before = held.get(digest)
    if (before) return before
    const making = made(plan)
    held.set(digest, making)
    const found = await making
    if (found && kept) held.delete(digest)
    return found
  }
}
