import {describe, expect, it} from 'vitest'
import {goalTitles} from '../../support/documents.ts'

const chapter = (over: string, titles: readonly string[]): string =>
  `# ${over}

${titles.map((title, at) => `### 4.${at + 1} ${title}\n\nThe quay board set this out in its strategy with the council, its partners and the community.`).join('\n\n')}

- Ask the pilots where the wall fails
- Weigh every stone`

describe('a chapter without its number over numbered work', () => {
  it('is the goal that the numbers go on from', () => {
    expect(
      goalTitles(chapter('Sheltered water', ['Mend the sea wall', 'Deepen the channel', 'Mark the shoals']))
    ).toEqual([
      'outcome: Sheltered water',
      '  priority: Mend the sea wall',
      '  priority: Deepen the channel',
      '  priority: Mark the shoals',
      '    action: Ask the pilots where the wall fails',
      '    action: Weigh every stone'
    ])
  })

  it('is none where it names the plan, or where most of what is numbered gives no order', () => {
    const opened = (text: string) => goalTitles(text).filter((line) => line.includes('outcome:'))
    const named = chapter('Harbour strategy', ['Mend the sea wall', 'Deepen the channel', 'Mark the shoals'])
    expect(opened(named)).not.toContain('outcome: Harbour strategy')
    const told = chapter('Sheltered water', ['The old wall', 'A short history', 'Mark the shoals'])
    expect(opened(told)).not.toContain('outcome: Sheltered water')
  })
})
