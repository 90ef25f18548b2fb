/** Runs work on many things at a time and yields the results in the order of the things. */

export interface Bounds {
  /** How many run at once. */
  jobs: number
  /** How far work may run ahead of the result that is waited for: finished results are kept until their turn. */
  ahead: number
  signal?: AbortSignal
}

/** @throws what `work` throws, at that thing's turn; the signal's reason when cancelled. */
export async function* inOrder<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
  {jobs, ahead, signal}: Bounds
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = []
  let running = 0
  let turn = 0
  let wanted = true
  const run = async (thing: Thing): Promise<Result> => {
    running++
    try {
      return await work(thing)
    } finally {
      running--
      start()
    }
  }
  const start = () => {
    while (wanted && running < jobs && started.length < things.length && started.length < turn + ahead) {
      const result = run(things[started.length]!)
      // A failure is thrown at its turn; until then nobody listens, and Node must not take it for a lost one.
      result.catch(() => {})
      started.push(result)
    }
  }
  try {
    for (; turn < things.length; turn++) {
      signal?.throwIfAborted()
      start()
      const result = await started[turn]!
      delete started[turn]
      yield result
    }
  } finally {
    // Who stops listening wants nothing more begun: what is running ends by itself.
    wanted = false
  }
}
