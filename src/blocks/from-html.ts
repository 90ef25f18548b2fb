import type {HtmlSource} from '../source/types.ts'
import type {Blocks} from './types.ts'

export function fromHtml(source: HtmlSource): Blocks {
  return {tree: {type: 'root', children: []}, text: '', furniture: [], pages: 0, warnings: source.warnings}
}
