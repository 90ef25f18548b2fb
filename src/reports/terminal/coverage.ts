import type {CoverageReport} from '../../analyses/types.ts'

/** Themes for people at a prompt: of each theme the level and quote of every plan. */
export function coverageText({themes, plans, cells}: CoverageReport): string {
  const lines: string[] = []
  for (const theme of themes) {
    lines.push(theme.name)
    for (const plan of plans) {
      const cell = cells.find((each) => each.theme === theme.id && each.plan === plan.id)!
      const where = cell.page === null ? '' : `, p. ${cell.page}`
      lines.push(
        `  ${cell.level.padEnd(9)} ${plan.title}${cell.quote ? `${where}: "${cell.quote}"` : ': no words found'}`
      )
    }
  }
  return `${lines.join('\n')}\n`
}
