import type {CompareReport, PlanProfile, Share} from '../../analyses/types.ts'

const figures: [name: string, of: (profile: PlanProfile) => string][] = [
  ['Outcomes', ({goals}) => String(goals.outcome)],
  ['Priorities and actions', ({goals}) => String(goals.priority + goals.action)],
  ['Measures and milestones', ({goals}) => String(goals.measure + goals.milestone)],
  ['... with a level to reach', ({quantified}) => share(quantified)],
  ['... with a day to reach it', ({dated}) => share(dated)],
  ['... with 4 SMART marks of 5', ({smart}) => share(smart)],
  ['Mean SMART score (of 5)', ({meanSmart}) => meanSmart?.toFixed(1) ?? 'none there'],
  ['Outcomes and actions led', ({led}) => share(led)],
  ['Asks answered where made', ({answered}) => share(answered)],
  ['Promises to do, not to look', ({firm}) => share(firm)],
  ['Words', ({words}) => String(words)],
  ['Reading grade (years)', ({grade}) => grade.toFixed(1)]
]

/** Plans or authorities side by side for people at a prompt, one column each. */
export function compareText({profiles, differences}: CompareReport): string {
  const lines = profiles.map(({plan}, index) => `${index + 1}. ${nameOf(plan)}`)
  lines.push('', `${''.padEnd(28)}${profiles.map((_, index) => String(index + 1).padStart(14)).join('')}`)
  for (const [name, of] of figures)
    lines.push(`${name.padEnd(28)}${profiles.map((profile) => of(profile).padStart(14)).join('')}`)
  const number = (id: string) => profiles.findIndex(({plan}) => plan.id === id) + 1
  for (const {a, b, themes} of differences) {
    lines.push('', `Themes that only one of ${number(a)} and ${number(b)} promises anything about`)
    for (const each of themes) {
      const quote = each.quote ? `: "${each.quote}"${each.page === null ? '' : `, p. ${each.page}`}` : ''
      lines.push(`  ${number(each.only)} only  ${each.name} (${each.level}; the other: ${each.other})${quote}`)
    }
  }
  return `${lines.join('\n')}\n`
}

function nameOf({authority, title}: PlanProfile['plan']): string {
  return authority && !title.includes(authority) ? `${authority}: ${title}` : title
}

function share({of, are}: Share): string {
  return of === 0 ? 'none there' : `${are} of ${of}`
}
