/** Where nodes that were parsed from an edited text stand in the source. */
import type {RootContent} from 'mdast'
import type {Edited} from './edits.ts'
import type {Places} from './lines.ts'
import type {Wrapping} from './wrapping.ts'

/** What says so. */
export interface Context {
  edited: Edited
  places: Places
  wrapping: Wrapping
  /** Where the lines of the edited text start. */
  starts: number[]
}

/** From where to where in the source, in characters. */
export function offsets(
  node: {position?: {start: {offset?: number | undefined}; end: {offset?: number | undefined}} | undefined},
  context: Context
) {
  const start = context.edited.toSource(node.position?.start.offset ?? 0)
  return {start, end: Math.max(start, context.edited.toSource(node.position?.end.offset ?? 0))}
}

export function positionOf(node: RootContent, context: Context) {
  const {start, end} = offsets(node, context)
  return context.places.position(start, end)
}
