/** The sample archive, whose truth is known by construction (corpus/make/truth.json): what Planlens finds is held to it. */
import {execFile} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {describe, expect, test} from 'vitest'
import type {TrueGoal, Truth} from '../../corpus/make/truth.ts'
import {truth as truthOfSources} from '../../corpus/make/truth.ts'
import type {Change, ChangeReport, CoverageReport, GapReport, OverlapReport} from '../../src/analyses/types.ts'
import {goalsOf, type Plan, readPlan, unitsOf} from '../../src/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const truth: Truth = JSON.parse(readFileSync(`${root}corpus/make/truth.json`, 'utf8'))
const pathOf = (id: string) => `${root}corpus/${truth.trees.find((tree) => tree.id === id)!.file}`
const folded = (words: string | null | undefined) =>
  (words ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}% ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const holds = (a: string, b: string) => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

/** Runs the command as a user does; null where this build has no such command. */
async function planlens<T>(...argv: string[]): Promise<T | null> {
  if (unbuilt) return null
  try {
    const run = promisify(execFile)
    const {stdout} = await run(process.execPath, [`${root}src/cli/main.ts`, ...argv, '--format', 'json'], {
      maxBuffer: 1e9
    })
    return JSON.parse(stdout) as T
  } catch (error) {
    const {code, stdout, stderr} = error as {code?: number; stdout?: string; stderr?: string}
    if (code === 1 && stdout) return JSON.parse(stdout) as T
    if (stderr?.includes('there is no command')) return null
    throw error
  }
}

/** Nothing to hold to the truth while the recogniser is not built: it finds not one goal in the plainest of the plans. */
const unbuilt = await readPlan(pathOf('pellingham')).then(
  (plan) => goalsOf(plan).length === 0,
  () => true
)

describe('the files', () => {
  test('are those that sources.json tells of', () => {
    for (const {file, sha256} of JSON.parse(readFileSync(`${root}corpus/sources.json`, 'utf8')))
      expect(
        createHash('sha256')
          .update(readFileSync(`${root}corpus/${file}`))
          .digest('hex'),
        file
      ).toBe(sha256)
  })
  test('have the truth that their sources give', () => {
    expect(truth).toEqual(JSON.parse(JSON.stringify(truthOfSources())))
  })
})

describe('trees', () => {
  for (const {id, file, title, status, goals, voices} of truth.trees.filter((tree) => tree.id !== 'policy')) {
    test.skipIf(unbuilt)(file, async () => {
      const plan = await readPlan(pathOf(id))
      expect
        .soft(folded(plan.title), 'title')
        .toContain(folded(title.replace(/ 20\d\d-\d\d$/, '').replace(/^The /, '')))
      expect.soft(plan.status, 'status').toBe(status)
      const read = readGoals(plan)
      const wanted = goals.map((goal) => line(goal.type, goal.title, goal.parent))
      expect
        .soft(
          read.filter((goal) => !wanted.includes(goal)),
          'read and not printed'
        )
        .toEqual([])
      expect
        .soft(
          wanted.filter((goal) => !read.includes(goal)),
          'printed and not read'
        )
        .toEqual([])
      expect.soft(facetsMissing(plan, goals), 'facets').toEqual([])
      const said = unitsOf(plan).filter((unit) => unit.type === 'voice')
      const unheard = voices.filter((voice) => !said.some((unit) => holds(folded(unit.text), folded(voice))))
      expect.soft(unheard, 'voices').toEqual([])
    })
  }

  test('a policy is not read as a plan', async () => {
    const goals = await readPlan(pathOf('policy')).then(goalsOf, () => [])
    expect(goals.map((goal) => goal.title)).toEqual([])
  })
})

const line = (type: string, title: string, parent: string | null | undefined) =>
  `${type}: ${folded(title)} < ${parent ? folded(parent) : 'plan'}`

function readGoals(plan: Plan): string[] {
  const goals = goalsOf(plan)
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]))
  return goals.map((goal) => line(goal.type, goal.title, titles.get(goal.id.slice(0, goal.id.lastIndexOf('/')))))
}

/** Label, leads, dates, baseline and target of each goal, as far as the plan prints them. */
function facetsMissing(plan: Plan, goals: TrueGoal[]): string[] {
  const units = unitsOf(plan)
  return goals.flatMap((goal) => {
    const unit = units.find((other) => other.type === goal.type && folded(other.text) === folded(goal.title))
    if (!unit) return []
    const leads = unit.leads.map(folded).join(' ')
    const wanted: [string, string | undefined, string | null][] = [
      ['label', goal.label?.replace(/\D*(?=\d)/, ''), unit.label],
      ['start', goal.start, unit.start],
      ['review', goal.review, unit.due],
      ['due', goal.due, unit.due],
      ['baseline', goal.baseline, unit.baseline],
      ['target', goal.target, unit.target],
      ['owner', goal.owner, leads],
      ...(goal.leads ?? []).map((lead): [string, string, string] => ['lead', lead, leads])
    ]
    return wanted
      .filter(([, words, read]) => words && !holds(folded(words), folded(read)))
      .map(([name, words, read]) => `${name} of ${goal.title}: ${words}, not ${read}`)
  })
}

describe('changes between draft and final', async () => {
  const report = await planlens<ChangeReport>('changes', pathOf('east-draft'), pathOf('east'))
  const changes = report?.changes ?? []
  const told = truth.changes.map((fact) => ({fact, found: changes.filter((change) => tells(change, fact))}))

  test.skipIf(!report)('every planted change is found', () => {
    expect(told.filter(({found}) => found.length === 0).map(({fact}) => fact.mark)).toEqual([])
  })
  test.skipIf(!report)('each by its kind', () => {
    const wrong = told.filter(({fact, found}) => found.length > 0 && !found.some(({kind}) => fact.kind.includes(kind)))
    expect(wrong.map(({fact, found}) => `${fact.mark}: ${found.map(({kind}) => kind)}, not ${fact.kind}`)).toEqual([])
  })
  test.skipIf(!report)('each by its class', () => {
    const wrong = told.filter(({fact, found}) => found.length > 0 && !found.some((change) => classed(change, fact)))
    expect(wrong.map(({fact, found}) => `${fact.mark}: ${found[0]!.class}, not ${fact.class}`)).toEqual([])
  })
  test.skipIf(!report)('nothing else is called substantive', () => {
    const planted = new Set(told.flatMap(({found}) => found))
    const rest = changes.filter((change) => change.class === 'substantive' && !planted.has(change))
    expect(rest.map(({kind, where, before, after}) => `${kind} ${where}: ${before?.text} -> ${after?.text}`)).toEqual(
      []
    )
  })
})

type Fact = Truth['changes'][number]

/** A change tells of a planted one when it holds the planted words, in their line, on each side that has any. */
function tells({before, after, also = []}: Change, {kind, places}: Fact): boolean {
  const further = also.map(({text}) => text).join(' ')
  const was = folded(`${before?.text ?? ''} ${kind === 'merged' ? further : ''}`)
  const is = folded(`${after?.text ?? ''} ${kind === 'split' ? further : ''}`)
  return places.some((place) => {
    const [old, now] = [folded(place.draft), folded(place.final)]
    const [oldLine, nowLine] = [
      unnumbered(place.line?.draft ?? place.draft),
      unnumbered(place.line?.final ?? place.final)
    ]
    if (kind === 'moved') return holds(was, old || now) && holds(is, old || now)
    if (kind === 'renumbered') return holds(was, oldLine) && holds(is, nowLine)
    if (oldLine === '') return holds(is, nowLine) && !holds(was, nowLine)
    if (nowLine === '') return holds(was, oldLine) && !holds(is, oldLine)
    if (kind === 'split' || kind === 'merged') return holds(was, oldLine) && holds(is, nowLine)
    return was.includes(old) && is.includes(now) && holds(was, oldLine) && (now === '' || holds(is, nowLine))
  })
}

const unnumbered = (words: string) => folded(words.replace(/^\d[\d.]* /, ''))
const classed = (change: Change, fact: Fact) => fact.class === 'either' || change.class === fact.class

describe('overlaps', async () => {
  const reports = new Map<string, OverlapReport | null>()
  for (const other of ['west', 'care', 'health'])
    reports.set(other, await planlens<OverlapReport>('overlaps', pathOf('east'), pathOf(other)))

  for (const {a, b, words, band} of truth.overlaps) {
    const report = reports.get(b) ?? null
    test.skipIf(!report)(`${a} and ${b} are ${band}: ${words[0]} | ${words[1]}`, () => {
      const found = bandOf(report!, words)
      if (band === 'different') expect(['topic', 'none']).toContain(found)
      else if (band === 'related') expect(['same', 'related']).toContain(found)
      else expect(found).toBe('same')
    })
  }
})

/** The band of the pair whose units have these words; 'none' where it is not among the pairs. */
function bandOf(report: OverlapReport, [one, other]: [string, string]): string {
  const texts = new Map(report.units.map((unit) => [unit.id, folded(unit.text)]))
  for (const unit of report.units) texts.set(`${unit.plan}#${unit.id}`, folded(unit.text))
  const fits = (id: string, words: string) => texts.get(id) === folded(words)
  const pair = report.pairs.find((p) => (fits(p.a, one) && fits(p.b, other)) || (fits(p.b, one) && fits(p.a, other)))
  return pair?.band ?? 'none'
}

describe('gaps', async () => {
  const report = await planlens<GapReport>(
    'gaps',
    ...truth.trees.filter(({id}) => id !== 'policy').map(({id}) => pathOf(id))
  )
  const digest = (id: string) =>
    createHash('sha256')
      .update(readFileSync(pathOf(id)))
      .digest('hex')
  const of = (id: string) => (report?.gaps ?? []).filter((gap) => gap.plan === digest(id) || gap.plan === id)
  const found = ({plan, rule, text}: {plan: string; rule: string; text: string}) =>
    of(plan).some((gap) => gap.rule === rule && holds(folded(gap.text), folded(text)))

  for (const gap of truth.gaps)
    test.skipIf(!report)(`${gap.plan}, ${gap.rule}: ${gap.text}`, () => expect(found(gap)).toBe(true))
  for (const gap of truth.notGaps)
    test.skipIf(!report)(`${gap.plan}, not ${gap.rule}: ${gap.text}`, () => expect(found(gap)).toBe(false))

  test.skipIf(!report)('the plan with nothing missing has no gap that Planlens is sure of', () => {
    const sure = of('pellingham').filter(({confidence}) => confidence >= 0.8)
    expect(sure.map(({rule, text}) => `${rule}: ${text}`)).toEqual([])
  })
})

describe('coverage', async () => {
  const ids = ['east', 'west']
  const report = await planlens<CoverageReport>('coverage', ...ids.map(pathOf))
  const digests = new Map(
    ids.map((id) => [
      id,
      createHash('sha256')
        .update(readFileSync(pathOf(id)))
        .digest('hex')
    ])
  )
  for (const {plan, theme, level} of truth.coverage)
    test.skipIf(!report)(`${plan} speaks of ${theme}: ${level}`, () => {
      const cell = report!.cells.find((other) => other.theme === theme && other.plan === digests.get(plan))
      expect(cell?.level ?? 'none').toBe(level)
    })
})
