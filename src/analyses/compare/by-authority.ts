/** All plans of one authority taken together, so that authorities can stand side by side as plans do. */
import {coverageRank} from '../coverage-rank.ts'
import type {CoverageCell, CoverageReport, PlanProfile, PlanRef, Share} from '../types.ts'

/** The authority's name, folded, is its id; a plan that names none stands for itself. */
const sideOf = ({authority, id}: PlanRef): string => (authority ? authority.toLowerCase() : id)

/** One profile for each authority, in the order in which they are first named: counts summed, the grade by words. */
export function profilesByAuthority(profiles: readonly PlanProfile[]): PlanProfile[] {
  return [...Map.groupBy(profiles, ({plan}) => sideOf(plan))].map(([side, own]) =>
    own.length === 1 ? {...own[0]!, plan: {...own[0]!.plan, id: side}} : together(side, own)
  )
}

/** Of each theme the highest level in any plan of the authority, with that plan's quote and page. */
export function coverageByAuthority({plans, themes, cells}: CoverageReport): CoverageReport {
  const sides = new Map(plans.map((plan) => [plan.id, sideOf(plan)]))
  const best = new Map<string, CoverageCell>()
  for (const cell of cells) {
    const side = sides.get(cell.plan) ?? cell.plan
    const key = `${cell.theme}\n${side}`
    const held = best.get(key)
    if (!held || coverageRank[cell.level] > coverageRank[held.level]) best.set(key, {...cell, plan: side})
  }
  return {plans: [...plans], themes: [...themes], cells: [...best.values()]}
}

function together(id: string, own: readonly PlanProfile[]): PlanProfile {
  const sum = (of: (profile: PlanProfile) => number) => own.reduce((total, profile) => total + of(profile), 0)
  const share = (of: (profile: PlanProfile) => Share): Share => ({
    of: sum((profile) => of(profile).of),
    are: sum((profile) => of(profile).are)
  })
  const words = sum((profile) => profile.words)
  const graded = sum((profile) => profile.grade * profile.words) / Math.max(words, 1)
  const measured = sum(({smart}) => smart.of)
  const {authority} = own[0]!.plan
  return {
    plan: {id, title: `${own.length} plans`, ...(authority ? {authority} : {})},
    goals: {
      outcome: sum(({goals}) => goals.outcome),
      priority: sum(({goals}) => goals.priority),
      action: sum(({goals}) => goals.action),
      measure: sum(({goals}) => goals.measure),
      milestone: sum(({goals}) => goals.milestone)
    },
    quantified: share(({quantified}) => quantified),
    dated: share(({dated}) => dated),
    led: share(({led}) => led),
    smart: share(({smart}) => smart),
    ...(measured > 0
      ? {meanSmart: Math.round((sum(({meanSmart, smart}) => (meanSmart ?? 0) * smart.of) / measured) * 100) / 100}
      : {}),
    answered: share(({answered}) => answered),
    firm: share(({firm}) => firm),
    words,
    grade: Math.round(graded * 10) / 10
  }
}
