/** What runs in a process of its own: the commitments that many plans share. Settings, plans and answer come and go as messages. */
import {type EmbedderChoice, openEmbedder} from '../analyses/embedding/open.ts'
import type {PlanReadings} from '../analyses/meaning/plan-readings.ts'
import {clustersIn} from '../analyses/overlaps/clusters.ts'
import type {Cluster} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import {leanHeap} from './lean-heap.ts'
import {goalsOfPacked, packedReadings} from './shared-cells.ts'

/**
 * What it is told, in this order: the settings once, each plan or the packed readings of its goals, then that these were all.
 * The last is answered by the clusters.
 */
export type ClusterTask = {embedder?: EmbedderChoice} | {plan: Plan} | {goals: Uint8Array} | {all: true}
export type ClusterAnswer = {clusters: Cluster[]} | {problem: string}

const plans: PlanReadings[] = []
let choice: EmbedderChoice | undefined

process.on('message', async (task: ClusterTask) => {
  if ('goals' in task) take(task.goals)
  else if ('plan' in task) take(packedReadings(task.plan))
  else if ('all' in task) tell(await answered(), () => process.disconnect())
  else choice = task.embedder
})

/** Plans from which this process is held to less memory; 505 take 470 MB either way, and a tenth less of the processor without. */
const many = 600

function take(goals: Uint8Array): void {
  if (plans.push(goalsOfPacked(goals)) === many) leanHeap()
}

function tell(answer: ClusterAnswer, then = () => {}): void {
  process.send!(answer, then)
}

async function answered(): Promise<ClusterAnswer> {
  try {
    return {clusters: await clustersIn(plans, {embedder: await openEmbedder(choice)})}
  } catch (error) {
    return {problem: error instanceof Error ? error.message.split('\n')[0]! : String(error)}
  }
}
