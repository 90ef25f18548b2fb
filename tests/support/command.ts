import {execFile} from 'node:child_process'
import {fileURLToPath} from 'node:url'

export interface Ran {
  code: number
  stdout: string
  stderr: string
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Runs the built command as a user does. `npm test` builds before it tests. */
export function planlens(argv: string[], options: {cwd?: string; preload?: string} = {}): Promise<Ran> {
  const preload = options.preload ? ['--import', options.preload] : []
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [...preload, `${root}dist/cli/main.js`, ...argv],
      {cwd: options.cwd ?? root, maxBuffer: 1 << 28, timeout: 110_000},
      (error, stdout, stderr) =>
        resolve({code: error ? (typeof error.code === 'number' ? error.code : -1) : 0, stdout, stderr})
    )
  })
}
