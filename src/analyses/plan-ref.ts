import type {Plan} from '../plan-tree/nodes.ts'
import type {PlanRef} from './types.ts'

/** How findings name a plan. */
export function planRef(plan: Plan): PlanRef {
  const ref: PlanRef = {id: plan.digest, title: plan.title, status: plan.status, path: plan.source.path}
  if (plan.authority !== undefined) ref.authority = plan.authority
  if (plan.period !== undefined) ref.period = plan.period
  return ref
}
