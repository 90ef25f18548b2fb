/**
 * The commitments that many plans share, found in a process of its own: the words and vectors of thousands of plans are in
 * memory together then, which the process that holds the run need not bear, and which are gone with the other.
 */
import {type ChildProcess, fork} from 'node:child_process'
import type {EmbedderChoice} from '../analyses/embedding/open.ts'
import type {Cluster} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import type {ClusterAnswer, ClusterTask} from './clusterer.ts'
import type {KeptGoals} from './goals.ts'

/** Plans up to which it is not worth the start of a process: some 150 MB with sentence vectors. */
export const togetherUpTo = 250
/** Megabytes of heap that the process may fill, vectors not counted; 2,000 plans take some 900. */
const heapMost = 4096

const child = new URL(`./clusterer-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * As `findClusters`, but null where the process has come to an end before it had an answer. Trees are looked at one after the
 * other, and only those of plans whose goals are not `kept`. @throws the signal's reason when cancelled.
 */
export async function findClustersApart(
  plans: readonly Plan[],
  {embedder, signal, kept}: {embedder?: EmbedderChoice; signal?: AbortSignal; kept?: KeptGoals}
): Promise<Cluster[] | null> {
  signal?.throwIfAborted()
  const process = fork(child, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${heapMost}`]
  })
  const stop = () => process.kill('SIGKILL')
  signal?.addEventListener('abort', stop, {once: true})
  let keeping = Promise.resolve()
  const answer = answerOf(process, (digest, goals) => {
    if (kept) keeping = keeping.then(() => kept.keep(digest, goals))
    // What it throws is thrown when it is waited for.
    keeping.catch(() => {})
  })
  try {
    await told(process, embedder ? {embedder} : {})
    for (const plan of plans) {
      const goals = await kept?.find(plan.digest)
      if (!(await told(process, goals ? {goals} : {plan: {...plan}}))) break
      await keeping
    }
    await told(process, {all: true})
    const found = await answer
    await keeping
    signal?.throwIfAborted()
    return found
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

/** False once the process is gone. */
function told(process: ChildProcess, task: ClusterTask): Promise<boolean> {
  return new Promise((resolve) => {
    if (!process.connected) resolve(false)
    else process.send(task, (error) => resolve(error === null))
  })
}

/** The clusters once the process has ended by itself; null where it did not come to any. */
function answerOf(
  process: ChildProcess,
  onRead: (digest: string, goals: Uint8Array) => void
): Promise<Cluster[] | null> {
  return new Promise((resolve) => {
    let found: Cluster[] | null = null
    process.on('message', (answer: ClusterAnswer) => {
      if ('goals' in answer) onRead(answer.digest, answer.goals)
      else if ('clusters' in answer) found = answer.clusters
    })
    process.once('error', () => resolve(null))
    process.once('exit', () => resolve(found))
  })
}
