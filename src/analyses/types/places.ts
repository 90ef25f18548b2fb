/** A plan or a place in one, as findings name it. */
import type {PageSpan} from '../../plan-tree/nodes.ts'

/** A plan named in a finding. `id` is the digest of its source. */
export interface PlanRef {
  id: string
  title: string
  authority?: string
  period?: {from: number; to: number}
  status?: string
  path?: string
}

export interface Place {
  /** Unit id in its plan's tree. */
  id: string
  text: string
  pages: PageSpan[]
  /** 'Outcome 3 / measures' on this side, where the two sides differ. */
  where?: string
}
