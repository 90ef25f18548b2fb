/** Libraries that most starts of the program never need. */
import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)

/** A library that is loaded at the first call: all the modules of a large one take as long to load as pages take to read. */
export function whenNeeded<Library>(name: string): () => Library {
  return () => require(name) as Library
}
