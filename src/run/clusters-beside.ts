/** The commitments that many plans share, looked for while this thread goes on: on a thread, of many plans in a process of its own. */
import type {EmbedderChoice} from '../analyses/embedding/open.ts'
import type {Cluster} from '../analyses/types.ts'
import type {Archive} from '../archive/archive.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {inOrder} from '../pool/in-order.ts'
import type {Analysts} from './analysts.ts'
import {findClustersApart, togetherUpTo} from './clusters-apart.ts'
import type {Goals} from './goals.ts'

/** Plans that a shared commitment stands in at least. */
const fewestPlans = 3

export interface ClustersOptions {
  embedder?: EmbedderChoice | undefined
  signal?: AbortSignal
  archive?: Archive
}

/** As `findClusters`, but null where they could not be looked for. @throws the signal's reason when cancelled. */
export async function findClustersBeside(
  analysts: Analysts,
  {embedder, signal, archive}: ClustersOptions,
  plans: readonly Plan[],
  goals: Goals
): Promise<Cluster[] | null> {
  const bound = signal ? {signal} : {}
  if (plans.length > togetherUpTo)
    return findClustersApart(plans, {
      ...(embedder ? {embedder} : {}),
      ...bound,
      // Without an archive they would all be held in this process.
      ...(archive ? {goals} : {})
    })
  if (plans.length < fewestPlans) return []
  const read: Uint8Array[] = []
  for await (const packed of inOrder(plans, goals, {jobs: analysts.jobs, ahead: plans.length, ...bound})) {
    if (!packed) return null
    read.push(packed)
  }
  const answer = await analysts.clusters(read, plans[0]!.source.path)
  return 'found' in answer ? answer.found : null
}
