/** A second thread that claims every page it finds free, and then fails in the way that its address asks for. */
import {parentPort} from 'node:worker_threads'
import {claimPage, type Share} from '../../src/source/pdf/pdfium/second-thread.ts'

parentPort?.on('message', ({last, claims}: Share) => {
  for (let number = last; number > 0 && claimPage(claims, number); number -= 1);
  if (import.meta.url.endsWith('dies')) process.exit(9)
  if (import.meta.url.endsWith('throws')) throw new Error('out of the thread')
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})
