/**
 * The commitments that many plans share, found in a process of its own: the words and vectors of thousands of plans are in
 * memory together then, which the process that holds the run need not bear, and which are gone with the other.
 */
import {type ChildProcess, fork} from 'node:child_process'
import type {EmbedderChoice} from '../analyses/embedding/open.ts'
import type {Cluster} from '../analyses/types.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import type {ClusterAnswer, ClusterTask} from './clusterer.ts'
import type {Goals} from './goals.ts'

/** Plans up to which it is not worth the start of a process: some 150 MB with sentence vectors. */
export const togetherUpTo = 250
/** Megabytes of heap that the process may fill, vectors not counted; 2,000 plans take some 900. */
const heapMost = 4096

const child = new URL(`./clusterer-process.${import.meta.url.endsWith('.ts') ? 'ts' : 'js'}`, import.meta.url)

/**
 * As `findClusters`, but null where the process has come to an end before it had an answer. Trees are looked at one after the
 * other, and only those of plans of which `goals` gives nothing. @throws the signal's reason when cancelled.
 */
export async function findClustersApart(
  plans: readonly Plan[],
  {embedder, signal, goals}: {embedder?: EmbedderChoice; signal?: AbortSignal; goals?: Goals}
): Promise<Cluster[] | null> {
  signal?.throwIfAborted()
  const process = fork(child, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [`--max-old-space-size=${heapMost}`]
  })
  const stop = () => process.kill('SIGKILL')
  signal?.addEventListener('abort', stop, {once: true})
  const answer = answerOf(process)
  try {
    await told(process, embedder ? {embedder} : {})
    for (const plan of plans) {
      const read = await goals?.(plan)
      if (!(await told(process, read ? {goals: read} : {plan: {...plan}}))) break
    }
    await told(process, {all: true})
    const found = await answer
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
function answerOf(process: ChildProcess): Promise<Cluster[] | null> {
  return new Promise((resolve) => {
    let found: Cluster[] | null = null
    process.on('message', (answer: ClusterAnswer) => {
      if ('clusters' in answer) found = answer.clusters
    })
    process.once('error', () => resolve(null))
    process.once('exit', () => resolve(found))
  })
}
