/** How the process of the shared commitments begins: compiled code is kept from run to run. */
import {enableCompileCache} from 'node:module'

enableCompileCache()
await import('./clusterer.ts')
