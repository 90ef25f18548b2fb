/**
 * A queue of jobs in PostgreSQL from which workers on many machines take. The only import of pg-boss. A job is done at least
 * once: what a worker makes of it is keyed by content, so that doing it twice changes nothing.
 */
import {createHash} from 'node:crypto'

/** One file to read: as it is found on every machine, and what its bytes must be. */
export interface QueuedFile {
  file: string
  digest: string
  bytes: number
  reader: string
}

/** `Job` is plain JSON. */
export interface Queue<Job extends object> {
  /** What is waiting or being done already is not sent again. */
  send(jobs: readonly Job[]): Promise<void>
  /** Takes jobs until the queue is closed. A throw gives the job back, to be tried again later or by another. */
  take(atOnce: number, work: (job: Job) => Promise<void>): Promise<void>
  /** Jobs that were given up on after every try. */
  takeDead(bury: (job: Job) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Tries of one job before it is given up on: enough for two machines that go down. */
const retries = 3
/** A worker that has not been heard of for this long is taken for dead, and its job goes to another. */
const heartbeatSeconds = 15
/** How often the queue is searched for such workers: with the heartbeat, well within a minute. */
const watchSeconds = 10
const mostSeconds = 15 * 60
const pollSeconds = 0.5

/** Files to read. Workers of different versions never share a queue: each reads what its own version was asked to read. */
export const openFileQueue = (url: string, version: string): Promise<Queue<QueuedFile>> =>
  openQueue(url, `read-${version}`, ({reader, digest}) => `${reader} ${digest}`)

/** Blocks of plans to compare. */
export const openBlockQueue = <Block extends object>(url: string, version: string): Promise<Queue<Block>> =>
  openQueue(url, `share-${version}`, (block) => createHash('sha256').update(JSON.stringify(block)).digest('hex'))

/** `keyOf` names what a job does: of two of the same name one is done. */
async function openQueue<Job extends object>(
  url: string,
  name: string,
  keyOf: (job: Job) => string
): Promise<Queue<Job>> {
  const {PgBoss} = await import('pg-boss')
  const boss = new PgBoss({
    connectionString: url,
    schema: 'planlens_queue',
    application_name: 'planlens queue',
    max: 4,
    schedule: false,
    superviseIntervalSeconds: watchSeconds,
    monitorIntervalSeconds: watchSeconds
  })
  // A database that is away for a while is met again at the next poll; each command tells of its own failures.
  boss.on('error', () => {})
  await boss.start()
  const dead = `${name}-dead`
  await boss.createQueue(dead)
  await boss.createQueue(name, {
    policy: 'exclusive',
    retryLimit: retries,
    retryDelay: 1,
    retryBackoff: true,
    expireInSeconds: mostSeconds,
    heartbeatSeconds,
    deadLetter: dead
  })
  return {
    async send(jobs) {
      await boss.insert(
        name,
        jobs.map((data) => ({data, singletonKey: keyOf(data)}))
      )
    },
    async take(atOnce, work) {
      const options = {batchSize: 1, localConcurrency: atOnce, pollingIntervalSeconds: pollSeconds}
      await boss.work<Job>(name, options, async ([job]) => work(job!.data))
    },
    async takeDead(bury) {
      await boss.work<Job>(dead, {batchSize: 1, pollingIntervalSeconds: pollSeconds}, async ([job]) => bury(job!.data))
    },
    close: () => boss.stop({graceful: true, timeout: 10_000})
  }
}
