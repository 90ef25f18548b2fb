import {describe, expect, it} from 'vitest'
import {goalLines} from '../support/documents.ts'

describe('goals numbered on from the headings above them', () => {
  const chapter = (number: string, title: string, objectives: readonly string[]): string =>
    `# ${number} ${title}\n\nWhy this matters to the harbour towns.\n\n${objectives
      .map((objective, at) => `## Objective ${number}.${at + 1} ${objective}\n\n### Actions\n\n- Mend the ${title}\n`)
      .join('\n')}`
  const plan = `# Harbour strategy 2031\n\n${chapter('3.1', 'QUAYS', ['Mend what is broken', 'Light every berth'])}\n${chapter('3.2', 'BOATS', ['Build in oak'])}`

  it('stand under these headings, which are the outcomes', () => {
    expect(goalLines(plan).filter((line) => !/^ {4}/.test(line))).toEqual([
      'outcome [3.1] QUAYS',
      '  priority [Objective 3.1.1] Mend what is broken',
      '  priority [Objective 3.1.2] Light every berth',
      'outcome [3.2] BOATS',
      '  priority [Objective 3.2.1] Build in oak'
    ])
  })

  it('stand by themselves where the headings have other numbers', () => {
    const other = plan.replace('# 3.1 QUAYS', '# 5.1 QUAYS').replace('# 3.2 BOATS', '# 5.2 BOATS')
    expect(goalLines(other)[0]).toBe('outcome [Objective 3.1.1] Mend what is broken')
  })

  it('leave a later chapter of work by sector its own headings', () => {
    const apart = `${plan}\n# WORK BY SECTOR\n\n## FISHING\n\n**Project 1:** Count the herring\n\n**Project 2:** Mend the nets\n\n## FERRIES\n\n**Project 3:** Paint the piers\n`
    expect(goalLines(apart).slice(-5)).toEqual([
      'outcome FISHING',
      '  action [Project 1] Count the herring',
      '  action [Project 2] Mend the nets',
      'outcome FERRIES',
      '  action [Project 3] Paint the piers'
    ])
  })
})

describe('lines of the pages', () => {
  const page = (number: number): string => `# HARBOUR TOWNS STRATEGY FOR BOATS ${number}`
  const goal = (number: number, title: string): string =>
    `# Goal ${number}: ${title}\n\nWords on why this is so.\n\n${page(number + 4)}\n\n## Actions\n\n- Mend the ${title}\n- Paint the ${title}\n\nThe Harbour Towns Strategy for Boats ${number + 9}\n`

  it('neither end a goal nor are said under it', () => {
    const plan = `# Boats for all\n\n${goal(1, 'quays')}\n# Page 8\n\n${goal(2, 'cranes')}\n${goal(3, 'sheds')}`
    expect(goalLines(plan)).toEqual(
      ['quays', 'cranes', 'sheds'].flatMap((title, at) => [
        `outcome [Goal ${at + 1}] ${title}`,
        `  action Mend the ${title}`,
        `  action Paint the ${title}`
      ])
    )
  })
})

describe('goals that have two chapters', () => {
  const names = ['Safe quays', 'Honest scales', 'Warm sheds']
  const work = (name: string, at: number): string =>
    `### ${name}\n\nThe harbour has several of these.${at === 1 ? ' This gives us the chance to:\n\n- weigh the risks\n- share the cost' : ''}\n\nDeliverables:\n\n- ${name} handbook ${at}\n- ${name} survey ${at}\n`
  const judged = (name: string, at: number): string =>
    `### ${name}\n\n| Success measures | Targets for 2031 and beyond |\n| --- | --- |\n| ${at + 1}.1 Fewer complaints about ${name} | A tenth fewer |\n| ${at + 1}.2 More visits for ${name} | A tenth more |\n`
  const plan = `# Harbour plan 2031-34\n\n## Our priorities\n\nWe have three priorities.\n\n${names.map(work).join('\n')}\n## Scorecard\n\n${names.map(judged).join('\n')}\n## Risks\n\nThe sea.\n`

  it('hold what both chapters say, and no other list where their work is led in alike', () => {
    expect(goalLines(plan)).toEqual(
      names.flatMap((name, at) => [
        `outcome ${name}`,
        `  action ${name} handbook ${at}`,
        `  action ${name} survey ${at}`,
        `  measure [${at + 1}.1] (fewer) Fewer complaints about ${name}`,
        `  measure [${at + 1}.2] (more) More visits for ${name}`
      ])
    )
  })
})

describe('headings under labelled goals that prose tells of', () => {
  const part = (title: string, words: string): string => `### ${title}\n\n${words}\n`
  const plan = (second: string): string =>
    `# Harbour strategy 2031\n\n## Objective 1: A name for oak boats\n\nOther harbours want the same builders.\n\n${part('An oak mark', 'Buyers ask who built what. The yards will be given a mark to burn into each keel.')}\n${part('The trade so far', 'Most boats leave for the north. There will be fewer herring next year.')}\n${part('A yard school', 'Apprentices leave young. A school will open beside the slip.')}\n## Objective 2: Fair tides\n\nTides matter.\n\n${part('Tide tables for all', second)}`

  it('are its priorities where their paragraphs say what will be done', () => {
    expect(goalLines(plan('Tables are dear. The harbour office will print them for every home.'))).toEqual([
      'outcome [Objective 1] A name for oak boats',
      '  priority An oak mark',
      '  priority A yard school',
      'outcome [Objective 2] Fair tides',
      '  priority Tide tables for all'
    ])
  })

  it('are none where the goals have lists of actions', () => {
    const listed = plan('The harbour office will print them.\n\nActions:\n\n- Print the tables\n- Post them')
    expect(goalLines(listed).filter((line) => line.includes('oak mark'))).toEqual([])
  })
})
