/** Drafts in the words of the tests, read from Markdown as a user's file is. */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {findChanges} from '../../../src/analyses/changes/changes.ts'
import {readPlan} from '../../../src/index.ts'
import {firstFindings, keptSentence} from '../../../src/reports/first-changes.ts'

const folder = mkdtempSync(join(tmpdir(), 'drafts-'))
afterAll(() => rmSync(folder, {recursive: true}))

let files = 0
async function changesBetween(before: string, after: string) {
  const plans = [before, after].map((text) => {
    files += 1
    const path = join(folder, `${files}.md`)
    writeFileSync(path, text)
    return readPlan(path)
  })
  return findChanges((await plans[0])!, (await plans[1])!)
}

const table = (rows: readonly string[]) =>
  `# Marsh Plan 2031\n\n## Action 1: Better paths\n\n| Milestone | Measurement | Reporting | Target date |\n|---|---|---|---|\n${rows.join('\n')}\n`

test('a cell that holds a link now is reworded where it stands, and its row has not moved', async () => {
  const first = '| Mend the long path | Survey done | Path notes and web page | May 2031 |'
  const {changes} = await changesBetween(
    table([first, '| Mend the short path | Survey done | Path notes | June 2031 |']),
    table([
      first.replace('Path notes', '[Path team notes](https://marsh.example/notes)'),
      '| Mend the short path | Survey done | Path notes | June 2031 |'
    ])
  )
  expect(
    changes.map(({kind, words}) => [kind, words.filter(([mark]) => mark !== '=').map(([, text]) => text.trim())])
  ).toEqual([['reworded', ['team']]])
})

test('a deadline put off says what is put off, first of all', async () => {
  const rows = (date: string) =>
    table([
      '| Mend the long path | Survey done | Path notes | May 2031 |',
      `| Mend the short path | Survey done | Path notes | ${date} |`
    ])
  const report = await changesBetween(rows('June 2031'), rows('September 2031'))
  const [first] = firstFindings(report)
  expect(first?.finding).toBe(
    'Deadline put off by 3 months: “June 2031” is now “September 2031”, of “Mend the short path”'
  )
})

test('of many findings of one kind the first three are told and the rest are counted', async () => {
  const list = (names: readonly string[]) =>
    `# Marsh Plan 2031\n\n## Outcome 1: Dry paths\n\nWe will:\n\n${names.map((name) => `- ${name}`).join('\n')}\n`
  const kept = ['Mend the long path', 'Clear the east ditch']
  const gone = [
    'Open the mill bridge',
    'Teach wardens to swim',
    'Plant willows by the weir',
    'Paint every gate',
    'Buy a second barge',
    'Count the otters'
  ]
  const report = await changesBetween(list([...kept, ...gone]), list(kept))
  const findings = firstFindings(report)
  expect(findings.map(({finding}) => finding.replace(/:.*/, ''))).toEqual([
    ...['', '', ''].map(() => expect.stringMatching(/ removed$/)),
    expect.stringMatching(/^3 more .* removed$/)
  ])
  expect(keptSentence(report)).toBe('')
})

test('a plan written anew is called so', async () => {
  const plan = (word: string) =>
    `# Marsh Plan 2031\n\n## Our aims\n\n${Array.from({length: 24}, (_, at) => `The ${word} number ${at} of ${word} parish stays ${word} in ${word} hands.`).join('\n\n')}\n`
  const sentence = keptSentence(await changesBetween(plan('mill'), plan('weir')))
  expect(sentence).toContain('The newer is largely written anew.')
})

test('a way of measuring that went with its step is no measure lost', async () => {
  const rows = [
    '| Mend the long path | Completion | Path notes | May 2031 |',
    '| Clear the ditch | Completion | Path notes | June 2031 |'
  ]
  const report = await changesBetween(
    table([...rows, '| Paint the gate | Completion | Path notes | July 2031 |']),
    table(rows)
  )
  expect(report.consequences.map(({rule}) => rule)).not.toContain('measure-removed-priority-stays')
})

test('a measure lost is said with the goal that stays', async () => {
  const plan = (measures: string) =>
    `# Marsh Plan 2031\n\n## Outcome 1: Dry paths\n\nWe will know we have succeeded when:\n\n${measures}`
  const report = await changesBetween(
    plan('- fewer walkers turn back at the weir\n- more barges moor by the mill each year\n'),
    plan('- fewer walkers turn back at the weir\n')
  )
  expect(report.consequences.map(({text}) => text)).toEqual(['Measure removed, its outcome stays: “Dry paths”'])
})

test('a scrap that came in is told after a sentence that did', async () => {
  const plan = (more: string) =>
    `# Marsh Plan 2031\n\n## Our aims\n\nThe mill stays open to all who walk by the weir.\n${more}`
  const report = await changesBetween(
    plan('\n## How to read it\n\nThe weir is kept by wardens of the parish.\n'),
    plan(
      '\nMap of paths\n\n## How to read it\n\nThe weir is kept by wardens of the parish.\n\nThe parish pays for a warden at each of the bridges.\n'
    )
  )
  expect(firstFindings(report).map(({words}) => words)).toEqual([
    'The parish pays for a warden at each of the bridges.',
    'Map of paths'
  ])
})

test('numbers of steps that only one draft prints are no change', async () => {
  const rows = ['Mend the long path', 'Clear the east ditch'].map(
    (step) => `| ${step} | Survey done | Path notes | May 2031 |`
  )
  const numbered = rows.map((row, at) => row.replace('| ', `| 1.${at + 1} `))
  const {changes} = await changesBetween(table(rows), table(numbered))
  expect(changes.filter(({level}) => level === 'milestone')).toEqual([])
})
