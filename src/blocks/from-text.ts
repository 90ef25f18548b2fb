import type {TextSource} from '../source/types.ts'
import type {Blocks} from './types.ts'

export function fromText(source: TextSource): Blocks {
  return {tree: {type: 'root', children: []}, text: '', furniture: [], pages: 0, warnings: source.warnings}
}
