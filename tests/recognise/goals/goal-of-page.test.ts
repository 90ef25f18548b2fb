import {describe, expect, it} from 'vitest'
import {blocksOfMarkdown, goalTitles, planOfMarkdown} from '../../support/documents.ts'

const page = (title: string, lead = 'We will:'): string => `---
layout: topic
title: "${title}"
---

The harbour is the council's own, and its boats are those of the residents.

## How we need to change

${lead}

- Mend the steps of the quay
- Hang a lamp at each slip
- Print the tide tables in large type
`

const work = ['Mend the steps of the quay', 'Hang a lamp at each slip', 'Print the tide tables in large type']

describe('a page of one goal that only its front matter names', () => {
  it('has its work under that name, which keeps its place in the text', () => {
    const text = page('Safe landings')
    expect(goalTitles(text)).toEqual(['outcome: Safe landings', ...work.map((title) => `  action: ${title}`)])
    const outcome = planOfMarkdown(text).children.find(({type}) => type === 'outcome')
    const {start, end} = outcome!.position!
    expect(text.slice(start.offset, end.offset)).toBe('Safe landings')
  })

  it('is none where the name is that of a plan or of its work', () => {
    for (const title of ['What we will do', 'Our objectives', 'Harbour strategy'])
      expect(goalTitles(page(title)).map((line) => line.replace(/^(?:outcome|action): /, ''))).toEqual(work)
  })
})

it('a page is called what its front matter calls it, unless a heading of the first level names it', () => {
  expect(planOfMarkdown(page('Safe landings')).title).toBe('Safe landings')
  const headed = page('Safe landings').replace('The harbour is', '# Quays and steps\n\nThe harbour is')
  expect(planOfMarkdown(headed).title).toBe('Quays and steps')
})

it('a page whose front matter leaves its name empty is given none', () => {
  expect(blocksOfMarkdown(page(''))).not.toHaveProperty('title')
})
