/** The public API of Planlens: re-exports only. */
export type * from './analyses/types.ts'
export {readPlan, readStages} from './pipeline.ts'
export * from './plan-tree/guards.ts'
export type * from './plan-tree/nodes.ts'
export {type Unit, unitsOf} from './plan-tree/units.ts'
export {goalsOf, pagesInWords, walk, wordsOf} from './plan-tree/walk.ts'
export {advice, PlanError, type ProblemCode, problemLine} from './problems.ts'
export type {ReadOptions} from './source/types.ts'
