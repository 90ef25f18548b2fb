/** Less memory for more tidying up: for runs of many plans. */
import {getHeapStatistics, setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'

/**
 * Percent by which a heap may grow beyond what lived in it before V8 tidies up. By itself V8 lets it grow to four times that
 * on a machine with memory to spare; 100 plans took 628 MB so and 523 MB with this, for some more seconds of the processor.
 */
const growth = 50
/**
 * The same in a run of many plans, whose heap is large; and V8 tidies up at once there, not little by little while the heap
 * grows on, which on a busy machine took it 100 MB beyond its bound. The reports of ten thousand plans took 715 MB with 50
 * percent, 622 MB with 20 and marking at once.
 */
const growthOfMany = 10
/**
 * Half of what a thread that begins from now on may fill with its newest objects, in megabytes. The main thread runs already:
 * its room grows no further than it has by now, where V8 would let it have 128 MB. 1,000 plans take 566 MB and 159 s of the
 * processor without it, 555 MB and 169 s with it; ten thousand some 100 MB less with it.
 */
const newest = 8
/** Runs of more plans than this would take too much memory without it. */
const many = 2_000

/**
 * Bytes that lie outside the heap, as packed trees and the packers' own rooms do, by which they may grow before V8 tidies up
 * for their sake. What packs holds on to its room until all of the heap is gone through, and V8 by itself lets that come to
 * 64 MB: reading 2,100 plans took 520 MB so, 455 MB with this, for one second of 120.
 */
const outside = 24 << 20
/** Milliseconds between two looks at what lies outside. */
const lookedAt = 100

/**
 * Runs of so many plans at most that read few of them fit into the memory as V8 takes it by itself: ten new of 1,000 take 488 to 576 MB
 * and 16 s of the processor so, 486 MB and 18.7 s where they are held to less.
 */
export const roomy = 1_200

/** Holds for all threads of the program, from now on. @param plans how many the main thread may come to hold */
export function leanHeap(plans = 0): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  if (!isWatched) watchOutside()
  isWatched = true
  if (plans <= many) return
  setFlagsFromString(`--heap-growing-percent=${growthOfMany}`)
  setFlagsFromString('--no-incremental-marking')
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString(`--min-semi-space-size=${newest}`)
  setFlagsFromString(`--max-semi-space-size=${newest}`)
}

/** In this thread, as long as the program lives; it does not keep it alive. */
let isWatched = false

function watchOutside(): void {
  setFlagsFromString('--expose-gc')
  const tidyUp = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  let least = Infinity
  const look = () => {
    const {external_memory: held} = getHeapStatistics()
    // What is let go of is counted off only some time after the tidying.
    least = Math.min(least, held)
    if (held < least + outside) return
    tidyUp()
    least = getHeapStatistics().external_memory
  }
  setInterval(look, lookedAt).unref()
}
