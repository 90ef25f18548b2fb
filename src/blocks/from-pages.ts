import type {PagedSource} from '../source/types.ts'
import type {Blocks} from './types.ts'

export function fromPages(source: PagedSource): Blocks {
  return {tree: {type: 'root', children: []}, text: '', furniture: [], pages: 0, warnings: source.warnings}
}
