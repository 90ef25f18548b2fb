/** A worker that fails in the ways its file's name asks for. */
import {existsSync} from 'node:fs'
import read, {type ReadTask} from '../../src/pool/worker.ts'

export default async function failing(task: ReadTask) {
  const {file, options} = task
  if (file.includes('hangs')) for (;;);
  if (file.includes('hoards')) {
    const hoard: string[][] = []
    for (;;) hoard.push(new Array(100_000).fill(`more${hoard.length}`))
  }
  if (file.includes('dies')) process.exit(9)
  if (file.includes('throws')) throw new Error('out of the worker')
  if (file.includes('first-library') && options.engine !== 'pdfium') for (;;);
  if (!existsSync(file)) return read(task)
  return read({...task, options: {}})
}
