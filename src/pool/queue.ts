/**
 * A queue of files in PostgreSQL from which workers on many machines take. The only import of pg-boss. A job is done at least
 * once: what a worker makes of it is keyed by content, so that doing it twice changes nothing.
 */

/** One file to read: as it is found on every machine, and what its bytes must be. */
export interface QueuedFile {
  file: string
  digest: string
  bytes: number
  reader: string
}

export interface Queue {
  /** A content that is waiting or being read already is not sent again. */
  send(files: readonly QueuedFile[]): Promise<void>
  /** Takes files until the queue is closed. A throw gives the file back, to be tried again later or by another. */
  take(jobs: number, read: (file: QueuedFile) => Promise<void>): Promise<void>
  /** Files that were given up on after every try. */
  takeDead(bury: (file: QueuedFile) => Promise<void>): Promise<void>
  close(): Promise<void>
}

/** Tries of one file before it is given up on: enough for two machines that go down. */
const retries = 3
/** A worker that has not been heard of for this long is taken for dead, and its file goes to another. */
const heartbeatSeconds = 15
/** How often the queue is searched for such workers: with the heartbeat, well within a minute. */
const watchSeconds = 10
const mostSeconds = 15 * 60
const pollSeconds = 0.5

/** Workers of different versions never share a queue: each reads what its own version was asked to read. */
export async function openQueue(url: string, version: string): Promise<Queue> {
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
  const name = `read-${version}`
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
    async send(files) {
      await boss.insert(
        name,
        files.map((data) => ({data, singletonKey: `${data.reader} ${data.digest}`}))
      )
    },
    async take(jobs, read) {
      const options = {batchSize: 1, localConcurrency: jobs, pollingIntervalSeconds: pollSeconds}
      await boss.work<QueuedFile>(name, options, async ([job]) => read(job!.data))
    },
    async takeDead(bury) {
      await boss.work<QueuedFile>(dead, {batchSize: 1, pollingIntervalSeconds: pollSeconds}, async ([job]) =>
        bury(job!.data)
      )
    },
    close: () => boss.stop({graceful: true, timeout: 10_000})
  }
}
