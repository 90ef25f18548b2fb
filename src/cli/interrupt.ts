/** Exit code of a program that Ctrl-C ended: 128 and the number of the signal. */
const interrupted = 130

/** Does work that Ctrl-C stops cleanly: files being read are given up, what is kept stays whole. A second Ctrl-C ends at once. */
export async function interruptible(work: (signal: AbortSignal) => Promise<number>, told = 'stopped'): Promise<number> {
  const stop = new AbortController()
  const onSignal = () => stop.abort(new Error(told))
  process.once('SIGINT', onSignal)
  process.once('SIGTERM', onSignal)
  try {
    return await work(stop.signal)
  } catch (error) {
    if (!stop.signal.aborted) throw error
    process.stderr.write(`\nplanlens: ${told}\n`)
    return interrupted
  } finally {
    process.off('SIGINT', onSignal)
    process.off('SIGTERM', onSignal)
  }
}
