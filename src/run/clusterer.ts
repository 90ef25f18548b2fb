/** What runs in a process of its own: the commitments that many plans share. Settings, plans and answer come and go as messages. */
import {type EmbedderChoice, openEmbedder} from '../analyses/embedding/open.ts'
import {findClusters} from '../analyses/overlaps/clusters.ts'
import type {Cluster} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {leanHeap} from './lean-heap.ts'

/** What it is told, in this order: the settings once, each plan, then that these were all. */
export type ClusterTask = {embedder?: EmbedderChoice} | {plan: Plan} | {all: true}
export type ClusterAnswer = {clusters: Cluster[]} | {problem: string}

const plans: Plan[] = []
let choice: EmbedderChoice | undefined

leanHeap()
process.on('message', async (task: ClusterTask) => {
  if ('plan' in task) plans.push(task.plan)
  else if ('all' in task) {
    const answer = await answered()
    process.send!(answer, () => process.disconnect())
  } else choice = task.embedder
})

async function answered(): Promise<ClusterAnswer> {
  try {
    return {clusters: await findClusters(plans, {embedder: await openEmbedder(choice)})}
  } catch (error) {
    return {problem: error instanceof Error ? error.message.split('\n')[0]! : String(error)}
  }
}
