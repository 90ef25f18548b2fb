/** What Planlens finds in the sample archive, held to what is true of it by construction (corpus/make/truth.json). */
import {execFile} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import type {TrueGoal, TrueTree, Truth} from '../../corpus/make/truth.ts'
import type {Change, ChangeReport, CoverageReport, GapReport, OverlapReport} from '../../src/analyses/types.ts'
import {goalsOf, type Plan, readPlan, unitsOf} from '../../src/index.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
export const truth: Truth = JSON.parse(readFileSync(`${root}corpus/make/truth.json`, 'utf8'))

/** One kind of fact: how many there are, and the ones that Planlens gets wrong, a line each. */
export interface Held {
  name: string
  of: number
  wrong: string[]
}

const plans = truth.trees.filter(({id}) => id !== 'policy')
const pathOf = (id: string) => `${root}corpus/${truth.trees.find((tree) => tree.id === id)!.file}`
const digestOf = (id: string) =>
  createHash('sha256')
    .update(readFileSync(pathOf(id)))
    .digest('hex')
const folded = (words: string | null | undefined) =>
  (words ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}% ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const holds = (a: string, b: string) => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

/** Runs the command as a user does; null where this build has no such command. */
async function planlens<T>(...argv: string[]): Promise<T | null> {
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

export async function trees(): Promise<Held[]> {
  const held: Held[] = []
  for (const tree of plans) held.push(...treeOf(tree, await readPlan(pathOf(tree.id))))
  const policy = await readPlan(pathOf('policy')).then(goalsOf, () => [])
  return [...held, {name: 'no tree for a policy', of: 1, wrong: policy.map(({title}) => `read: ${title}`)}]
}

function treeOf({id, title, status, goals, voices}: TrueTree, plan: Plan): Held[] {
  const read = readGoals(plan)
  const wanted = goals.map((goal) => line(goal.type, goal.title, goal.parent))
  const named = folded(plan.title).includes(folded(title.replace(/ 20\d\d-\d\d$/, '').replace(/^The /, '')))
  const said = unitsOf(plan).filter((unit) => unit.type === 'voice')
  const unheard = voices.filter((voice) => !said.some((unit) => holds(folded(unit.text), folded(voice))))
  return [
    {
      name: `${id}: title and status`,
      of: 2,
      wrong: [
        ...(named ? [] : [`title: ${plan.title}`]),
        ...(plan.status === status ? [] : [`status: ${plan.status}, not ${status}`])
      ]
    },
    {
      name: `${id}: goals`,
      of: wanted.length,
      wrong: [
        ...wanted.filter((goal) => !read.includes(goal)).map((goal) => `not read: ${goal}`),
        ...read.filter((goal) => !wanted.includes(goal)).map((goal) => `not printed: ${goal}`)
      ]
    },
    facets(id, plan, goals),
    {name: `${id}: voices`, of: voices.length, wrong: unheard}
  ]
}

const line = (type: string, title: string, parent: string | null | undefined) =>
  `${type}: ${folded(title)} < ${parent ? folded(parent) : 'plan'}`

function readGoals(plan: Plan): string[] {
  const goals = goalsOf(plan)
  const titles = new Map(goals.map((goal) => [goal.id, goal.title]))
  return goals.map((goal) => line(goal.type, goal.title, titles.get(goal.id.slice(0, goal.id.lastIndexOf('/')))))
}

/** Label, leads, dates, baseline and target of each goal that was read, as far as the plan prints them. */
function facets(id: string, plan: Plan, goals: TrueGoal[]): Held {
  const units = unitsOf(plan)
  const printed = goals.flatMap((goal) => {
    const unit = units.find((other) => other.type === goal.type && folded(other.text) === folded(goal.title))
    const leads = unit?.leads.map(folded).join(' ')
    const wanted: [string, string | undefined, string | null | undefined][] = [
      ['label', goal.label?.replace(/\D*(?=\d)/, ''), unit?.label],
      ['start', goal.start, unit?.start],
      ['review', goal.review, unit?.due],
      ['due', goal.due, unit?.due],
      ['baseline', goal.baseline, unit?.baseline],
      ['target', goal.target, unit?.target],
      ['owner', goal.owner, leads],
      ...(goal.leads ?? []).map((lead): [string, string, string | undefined] => ['lead', lead, leads])
    ]
    return wanted.filter(([, words]) => words).map(([name, words, read]) => ({name, words, read, goal, unit}))
  })
  const wrong = printed
    .filter(({unit, words, read}) => unit && !holds(folded(words), folded(read)))
    .map(({name, words, read, goal}) => `${name} of '${goal.title}': ${words}, not ${read || 'nothing'}`)
  return {name: `${id}: labels, leads, dates, targets`, of: printed.length, wrong}
}

export async function changes(): Promise<Held[]> {
  const report = await planlens<ChangeReport>('changes', pathOf('east-draft'), pathOf('east'))
  if (!report) return []
  const told = truth.changes.map((fact) => ({fact, found: report.changes.filter((change) => tells(change, fact))}))
  const known = told.filter(({found}) => found.length > 0)
  const planted = new Set(told.flatMap(({found}) => found))
  const rest = report.changes.filter((change) => change.class === 'substantive' && !planted.has(change))
  return [
    {
      name: 'changes: found',
      of: told.length,
      wrong: told.filter(({found}) => found.length === 0).map(({fact}) => fact.mark)
    },
    {
      name: 'changes: kind',
      of: known.length,
      wrong: known
        .filter(({fact, found}) => !found.some(({kind}) => fact.kind.includes(kind)))
        .map(({fact, found}) => `${fact.mark}: ${found.map(({kind}) => kind)}, not ${fact.kind}`)
    },
    {
      name: 'changes: class',
      of: known.length,
      wrong: known
        .filter(({fact, found}) => !found.some((change) => fact.class === 'either' || change.class === fact.class))
        .map(({fact, found}) => `${fact.mark}: ${found[0]!.class}, not ${fact.class}`)
    },
    {
      name: 'changes: nothing else substantive',
      of: told.length,
      wrong: rest.map(({kind, where, before, after}) => `${kind} ${where}: ${before?.text} -> ${after?.text}`)
    }
  ]
}

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
    // Reported with the title alone after its number; the line goes on with the explanation.
    if (kind === 'renumbered')
      return holds(unnumbered(before?.text ?? ''), oldLine) && holds(unnumbered(after?.text ?? ''), nowLine)
    if (oldLine === '') return holds(is, nowLine) && !holds(was, nowLine)
    if (nowLine === '') return holds(was, oldLine) && !holds(is, oldLine)
    if (kind === 'split' || kind === 'merged') return holds(was, oldLine) && holds(is, nowLine)
    return was.includes(old) && is.includes(now) && holds(was, oldLine) && (now === '' || holds(is, nowLine))
  })
}

const unnumbered = (words: string) => folded(words.replace(/^\d[\d.]* /, ''))

export async function overlaps(): Promise<Held[]> {
  const held: Held[] = []
  for (const other of ['west', 'care', 'health']) {
    const report = await planlens<OverlapReport>('overlaps', pathOf('east'), pathOf(other))
    if (!report) return []
    for (const wanted of ['same', 'related', 'different'] as const) {
      const facts = truth.overlaps.filter(({b, band}) => b === other && band === wanted)
      const wrong = facts
        .map(({words}) => ({words, band: bandOf(report, words)}))
        .filter(({band}) => !allowed[wanted].includes(band))
        .map(({words, band}) => `${words.join(' | ')}: ${band}`)
      held.push({name: `east and ${other}: ${wanted}`, of: facts.length, wrong})
    }
  }
  return held
}

const allowed = {same: ['same'], related: ['same', 'related'], different: ['topic', 'none']}

/** The band of the pair whose units have these words; 'none' where it is not among the pairs. */
function bandOf(report: OverlapReport, [one, other]: [string, string]): string {
  const texts = new Map(report.units.map((unit) => [unit.id, folded(unit.text)]))
  for (const unit of report.units) texts.set(`${unit.plan}#${unit.id}`, folded(unit.text))
  const fits = (id: string, words: string) => texts.get(id) === folded(words)
  const pair = report.pairs.find((p) => (fits(p.a, one) && fits(p.b, other)) || (fits(p.b, one) && fits(p.a, other)))
  return pair?.band ?? 'none'
}

export async function gaps(): Promise<Held[]> {
  const report = await planlens<GapReport>('gaps', ...plans.map(({id}) => pathOf(id)))
  if (!report) return []
  const digests = new Map(plans.map(({id}) => [id, digestOf(id)]))
  const of = (id: string) => report.gaps.filter((gap) => gap.plan === digests.get(id) || gap.plan === id)
  const found = ({plan, rule, text}: Truth['gaps'][number]) =>
    of(plan).some((gap) => gap.rule === rule && holds(folded(gap.text), folded(text)))
  const told = ({plan, rule, text}: Truth['gaps'][number]) => `${plan}, ${rule}: ${text}`
  const sure = of('pellingham').filter(({confidence}) => confidence >= 0.8)
  return [
    {name: 'gaps: found', of: truth.gaps.length, wrong: truth.gaps.filter((gap) => !found(gap)).map(told)},
    {name: 'gaps: none where none is', of: truth.notGaps.length, wrong: truth.notGaps.filter(found).map(told)},
    {name: 'gaps: none in the complete plan', of: 1, wrong: sure.map(({rule, text}) => `${rule}: ${text}`)}
  ]
}

export async function coverage(): Promise<Held[]> {
  const ids = ['east', 'west']
  const report = await planlens<CoverageReport>('coverage', ...ids.map(pathOf))
  if (!report) return []
  const wrong = truth.coverage.flatMap(({plan, theme, level}) => {
    const cell = report.cells.find((other) => other.theme === theme && other.plan === digestOf(plan))
    return (cell?.level ?? 'none') === level ? [] : [`${plan}, ${theme}: ${cell?.level ?? 'none'}, not ${level}`]
  })
  return [{name: 'coverage', of: truth.coverage.length, wrong}]
}

/** Everything in turn. */
export async function all(): Promise<Held[]> {
  const held: Held[] = []
  for (const part of [trees, changes, overlaps, gaps, coverage]) held.push(...(await part()))
  return held
}
