/** How a thread that reads begins: compiled code is kept from run to run, which each thread asks for by itself. */
import {enableCompileCache} from 'node:module'

enableCompileCache()
const worker = import('./worker.ts')

export default async (...of: Parameters<Awaited<typeof worker>['default']>): Promise<unknown> =>
  (await worker).default(...of)
