/** What a run is asked for, and what it tells while it works. */
import type {GoalWords} from '../analyses/pairing/pairing.ts'
import type {Cluster, Failure} from '../analyses/types.ts'
import type {Archive} from '../archive/archive.ts'
import type {Plan} from '../plan-tree/nodes.ts'
import type {ReadAllOptions} from '../pool/read-all.ts'
import type {Correction} from '../recognise/corrections/corrections.ts'
import type {AnalysisOptions} from './analyses.ts'
import type {Goals} from './goals.ts'
import type {NewFile} from './remembered.ts'
import type {TreeShelf} from './tree-shelf.ts'

/** What a run tells while it works. */
export type RunEvent =
  | {type: 'read'; file: string; done: number; of: number; plan: Plan; remembered: boolean}
  | {type: 'failed'; file: string; done: number; of: number; failure: Failure}
  | {type: 'studied'; plan: Plan; done: number; of: number}
  | {type: 'comparing'; what: 'changes' | 'overlaps'; a: Plan; b: Plan; done: number; of: number}
  | {type: 'sharing'; done: number; of: number}

export interface RunOptions extends Omit<ReadAllOptions, 'onProgress'>, AnalysisOptions {
  /** What readers found wrong in the trees; see `correctionsFrom`. */
  corrections?: readonly Correction[]
  /** Where plans and findings are kept from run to run. */
  archive?: Archive
  /** Address of the PostgreSQL archive whose workers read what is new; without it this machine reads. */
  workers?: string
  /** The contents of the files, where they are known already. */
  contents?: readonly NewFile[]
  /** Where the trees of a run of many plans are kept; without it in memory. */
  shelf?: TreeShelf
  /** The words of a plan's goals, where they are known without its tree. */
  goalWords?: (plan: Plan) => GoalWords
  /** null when they could not be looked for. `goals`: how the run reads them for its other comparisons. */
  findClusters?(plans: Plan[], goals: Goals): Promise<Cluster[] | null>
  /** Look for them while everything else is found: where that is done elsewhere, and most of it was read before. */
  clustersAhead?: boolean
  /** How plans' goals are read for comparing; by these options when not given. */
  goals?: Goals
  onEvent?: (event: RunEvent) => void
}
