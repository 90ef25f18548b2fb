/** The vocabularies that ship with the program: YAML for those who write them, and JSON beside it once the program is built. */
import {existsSync, readFileSync} from 'node:fs'
import {whenNeeded} from './when-needed.ts'

/** What stands in a YAML file of the program's own. The build puts its JSON beside it, which every thread reads 50 times as fast. */
export function ownData(yaml: URL): unknown {
  const json = new URL(`${yaml.pathname.split('/').at(-1)}.json`, yaml)
  if (existsSync(json)) return JSON.parse(readFileSync(json, 'utf8'))
  return fromYaml(readFileSync(yaml, 'utf8'))
}

const library = whenNeeded<typeof import('yaml')>('yaml')
/** A user's file of more is made to fill the memory. */
const mostAliases = 10

/** What stands in a file of YAML. @throws where it is none */
export function fromYaml(text: string): unknown {
  return library().parse(text, {maxAliasCount: mostAliases})
}
