/** How a thread of the analysts begins: compiled code is kept from run to run, which each thread asks for by itself. */
import {enableCompileCache} from 'node:module'

enableCompileCache()
const analyst = import('./analyst.ts')

export default async (...of: Parameters<Awaited<typeof analyst>['default']>): Promise<unknown> =>
  (await analyst).default(...of)
