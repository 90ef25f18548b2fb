import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import type {CompareReport, GapReport} from '../../src/analyses/types.ts'
import {planlens} from '../support/command.ts'

let folder = ''
const file = (name: string) => join(folder, name)
const plan = (years: string, priorities: string[]) =>
  `# Children's Plan for Dunmarl ${years}\n\nDunmarl Council\n\n## Outcome 1 - =Children are safe\n\nOur priorities are:\n\n${priorities.map((words) => `- ${words}`).join('\n')}\n`

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-findings-'))
  writeFileSync(
    file('old.md'),
    plan('2020-2023', ['Train every school in early help', 'Open a night bus for young carers'])
  )
  writeFileSync(file('new.md'), plan('2024-2027', ['Train every school in early help', 'Plant ten community orchards']))
  writeFileSync(file('themes.yaml'), 'themes: [{id: sea, name: Seafaring, synonyms: [lighthouse keeping]}]\n')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const gapsOf = async (...argv: string[]) => {
  const {code, stdout} = await planlens(['gaps', ...argv, '--format', 'json', '--embedder', 'none'])
  return {code, ...(JSON.parse(stdout) as GapReport)}
}

test('gaps of two plans tell what the earlier one had and the later one has not', async () => {
  const {gaps, code} = await gapsOf(file('old.md'), file('new.md'))
  expect(code).toBe(1)
  const dropped = gaps.filter(({rule}) => rule === 'dropped').map(({text}) => text)
  expect(dropped).toEqual(['Open a night bus for young carers'])
})

test('a decision stands beside its gap, in JSON and in CSV', async () => {
  const {gaps} = await gapsOf(file('new.md'))
  writeFileSync(file('decisions.yaml'), `${gaps[0]!.id}: {decision: ignored, note: known to the board}\n`)
  const decided = await gapsOf(file('new.md'), '--decisions', file('decisions.yaml'))
  expect(decided.gaps[0]!.decision).toEqual({mark: 'ignored', note: 'known to the board'})
  const {stdout} = await planlens([
    'gaps',
    file('new.md'),
    '--embedder',
    'none',
    '--format',
    'csv',
    '--decisions',
    file('decisions.yaml')
  ])
  expect(stdout.split('\r\n')[0]).toMatch(/^plan,rule,severity,confidence/)
  expect(stdout).toContain('ignored,known to the board')
  expect(stdout).toContain(",'=Children are safe")
})

test('themes of a file are asked of the plan', async () => {
  const {gaps} = await gapsOf(file('new.md'), '--themes', file('themes.yaml'))
  expect(gaps.filter(({rule}) => rule === 'framework-item-not-covered').map(({text}) => text)).toEqual(['Seafaring'])
})

test('gaps as a page hold the gaps of one plan', async () => {
  const {stdout, code} = await planlens(['gaps', file('new.md'), '--embedder', 'none', '--format', 'html'])
  expect(code).toBe(1)
  expect(stdout).toMatch(/^<!doctype html>/i)
  expect(stdout).toContain('=Children are safe')
  expect((await planlens(['gaps', file('old.md'), file('new.md'), '--format', 'html'])).code).toBe(2)
})

test.each(['gaps', 'coverage', 'compare', 'overlaps', 'changes'])(
  '%s names the formats that it has',
  async (command) => {
    const {code, stdout, stderr} = await planlens([command, file('old.md'), file('new.md'), '--format', 'poem'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/there is no format 'poem': text, json/)
  }
)

test('authorities stand side by side with their plans taken together', async () => {
  const argv = ['compare', file('old.md'), file('new.md'), 'corpus/west-marlshire-plan-2023-27.md', '--format', 'json']
  const by = async (side: string) => JSON.parse((await planlens([...argv, '--by', side])).stdout) as CompareReport
  const [plans, authorities] = [await by('plan'), await by('authority')]
  expect(plans.profiles).toHaveLength(3)
  expect(authorities.profiles.map(({plan: {authority, title}}) => [authority, title])).toEqual([
    [plans.profiles[0]!.plan.authority, '2 plans'],
    [plans.profiles[2]!.plan.authority, plans.profiles[2]!.plan.title]
  ])
  expect(authorities.profiles[0]!.goals.priority).toBe(
    plans.profiles[0]!.goals.priority + plans.profiles[1]!.goals.priority
  )
  expect(authorities.differences).toHaveLength(1)
})
