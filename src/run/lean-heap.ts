/** Less memory for more tidying up: for runs of many plans. */
import {setFlagsFromString} from 'node:v8'

/**
 * Percent by which a heap may grow beyond what lived in it before V8 tidies up. By itself V8 lets it grow to four times that
 * on a machine with memory to spare; 100 plans took 628 MB so and 523 MB with this, for some more seconds of the processor.
 */
const growth = 50
/**
 * Half of what a thread that begins from now on may fill with its newest objects, in megabytes. The main thread runs already:
 * its room grows no further than it has by now, where V8 would let it have 128 MB. 320 plans took 448 MB without either and 362
 * MB with both, for a tenth more of the processor.
 */
const newest = 8

/** Holds for all threads of the program, from now on. */
export function leanHeap(): void {
  setFlagsFromString(`--heap-growing-percent=${growth}`)
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString(`--min-semi-space-size=${newest}`)
  setFlagsFromString(`--max-semi-space-size=${newest}`)
}
