/** A worker that fails in the ways its file's name asks for. */
import read, {type ReadTask} from '../../src/pool/worker.ts'

export default async function failing(task: ReadTask) {
  const {file, options} = task
  if (file.includes('hangs')) hang()
  if (file.includes('hoards')) {
    const hoard: string[][] = []
    for (;;) hoard.push(new Array(100_000).fill(`more${hoard.length}`))
  }
  if (file.includes('dies')) process.exit(9)
  if (file.includes('counts-threads')) throw new Error(`${options.threads}`)
  if (file.includes('throws')) throw new Error('out of the worker')
  if (file.includes('long-scan')) {
    for (let page = 1; page <= 7; page++) {
      wait(1000)
      task.port?.postMessage('page')
    }
  }
  if (file.includes('first-library')) return options.engine === 'pdfium' ? {plan: {title: 'by the other'}} : hang()
  return read(task)
}

function wait(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/** Stops the thread for good without keeping the core busy. */
function hang(): never {
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
