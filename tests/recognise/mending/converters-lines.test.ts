/** Lines that a converter set into a text: brackets where a picture was, a page's number beside the words of its part. */
import {describe, expect, it} from 'vitest'
import {goalTitles, linesOfText} from '../../support/documents.ts'

const goal = (title: string, ...work: string[]) =>
  `## Our goal: ${title}\n\nIt matters to the harbour.\n\n## [Chart Data]\n\n${work.map((words) => `- ${words}`).join('\n')}\n\n`

describe('what stands where a picture was', () => {
  const told = ['outcome: Dry quays', '  priority: Mend the walls', '  priority: Raise the steps']
  const more = ['outcome: Full nets', '  priority: Dig the ponds', '  priority: Sow the reeds']
  const text = `# Harbour Strategy\n\n${goal('Dry quays', 'Mend the walls', 'Raise the steps')}${goal('Full nets', 'Dig the ponds', 'Sow the reeds')}`

  it.each(['## [Chart Data]', '**(Diagram: the harbour)**', '### (An image of two boats)'])(
    '%s parts nothing and is no goal',
    (line) => {
      expect(goalTitles(text.replaceAll('## [Chart Data]', line))).toEqual([...told, ...more])
    }
  )
})

describe('a number and a bar beside the same words, page after page', () => {
  const page = (head: string, words: string) => `${head}\n\n${words}\n\n***\n\n`

  it('are furniture while the numbers ascend', () => {
    const text = ['# 4 | PART 1: QUAYS', '# PART 1: QUAYS | 5', '# 6 | PART 1: QUAYS'].map((head, at) =>
      page(head, `We mend wall ${at}.`)
    )
    expect(linesOfText(text.join('')).join('\n')).not.toContain('PART 1')
  })

  it('stay where the words differ, or the numbers do not ascend', () => {
    const others = ['# 4 | Quays', '# 5 | Nets', '# 6 | Boats'].map((head) => page(head, 'We mend.'))
    expect(linesOfText(others.join('')).join('\n')).toContain('Nets')
    const same = ['# 4 | Quays', '# 4 | Quays', '# 4 | Quays'].map((head) => page(head, 'We mend.'))
    expect(linesOfText(same.join('')).join('\n')).toContain('Quays')
  })
})
