/** Date wordings to When; the reading of dates itself is shared. */
import type {When} from '../plan-tree/nodes.ts'

export function whenOf(value: string): When {
  if (/^(?:ongoing|continuous|in progress)\b/i.test(value.trim())) return {kind: 'ongoing'}
  if (/^(?:same as|as) (?:above|below)|^see\b/i.test(value.trim())) return {kind: 'elsewhere'}
  return {kind: 'unread'}
}
