import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {extname, join} from 'node:path'
import {parseArgs} from 'node:util'
import {type Change, findChanges, type Plan, readPlan} from '../../src/index.ts'
import {held, type Verdicts} from '../analyses/changes/planted/held.ts'
import {noises} from '../analyses/changes/planted/noise.ts'
import {type Planted, redraft} from '../analyses/changes/planted/redraft.ts'
import {pick, seeded} from '../analyses/changes/planted/seeded.ts'

/**
 * `npm run bench -- drafts [--seeds N] [--from N] [--edits N] [--noise N] [--misses] [--against FILE] FILE…`: text, Markdown or HTML plans edited
 * at random with known truth; how much of it `changes` tells, and what else. `--against` sets the edited text against another
 * rendering of the same plan.
 */
export async function bench(argv: string[]): Promise<void> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      seeds: {type: 'string', default: '4'},
      from: {type: 'string', default: '1'},
      edits: {type: 'string', default: '14'},
      noise: {type: 'string', default: '0'},
      only: {type: 'string'},
      misses: {type: 'boolean', default: false},
      against: {type: 'string'}
    }
  })
  const folder = mkdtempSync(join(tmpdir(), 'drafts-'))
  const sum: Record<string, {planted: number; missed: number}> = {}
  const all = {planted: 0, missed: 0, kind: 0, class: 0, facet: 0, substantive: 0, editorial: 0, pairs: 0}
  try {
    for (const file of positionals) {
      const text = readFileSync(file, 'utf8')
      const base = await readPlan(values.against ?? file)
      const own = {...all, planted: 0, missed: 0, kind: 0, class: 0, facet: 0, substantive: 0, editorial: 0, pairs: 0}
      for (let seed = Number(values.from); seed < Number(values.from) + Number(values.seeds); seed += 1) {
        const {text: edited, planted} = redraft(
          text,
          seed,
          Number(values.edits),
          values.only ? new Set(values.only.split(',')) : undefined
        )
        const random = seeded(seed + 1000)
        let noisy = edited
        const applied: string[] = []
        for (let k = 0; k < Number(values.noise); k += 1) {
          const noise = pick(noises, random)
          applied.push(noise.name)
          noisy = noise.apply(noisy, random)
        }
        const path = join(folder, `${seed}${extname(file)}`)
        writeFileSync(path, noisy)
        const plan = await readPlan(path)
        const verdicts = held(planted, changesOf(base, plan))
        for (const each of planted) {
          const row = sum[each.edit] ?? {planted: 0, missed: 0}
          sum[each.edit] = row
          row.planted += 1
          if (verdicts.missed.includes(each)) row.missed += 1
        }
        own.planted += planted.length
        own.missed += verdicts.missed.length
        own.kind += verdicts.wrongKind.length
        own.class += verdicts.wrongClass.length
        own.facet += verdicts.wrongFacet.length
        own.substantive += verdicts.noise.filter((change) => change.class === 'substantive').length
        own.editorial += verdicts.noise.filter((change) => change.class === 'editorial').length
        own.pairs += 1
        if (values.misses) tell(`${file} seed ${seed} ${applied.join(', ')}`, verdicts)
      }
      console.log(`${file.split('/').at(-1)}: ${told(own)}`)
      for (const key of Object.keys(all) as (keyof typeof all)[]) all[key] += own[key]
    }
  } finally {
    rmSync(folder, {recursive: true})
  }
  const missing = Object.entries(sum).filter(([, {missed}]) => missed > 0)
  console.log(
    `missed by edit: ${missing.map(([name, {planted, missed}]) => `${name} ${missed}/${planted}`).join(', ') || 'none'}`
  )
  console.log(`all: ${told(all)}`)
}

const changesOf = (before: Plan, after: Plan): Change[] => findChanges(before, after).changes

const told = (own: {
  planted: number
  missed: number
  kind: number
  class: number
  facet: number
  substantive: number
  editorial: number
  pairs: number
}): string =>
  `${own.pairs} drafts, ${own.planted} planted: missed ${own.missed}, wrong kind ${own.kind}, class ${own.class}, facet ${own.facet}; noise ${own.substantive} substantive, ${own.editorial} editorial`

function tell(name: string, {missed, wrongKind, wrongClass, wrongFacet, noise}: Verdicts): void {
  const words = (text: string) => text.slice(0, 170)
  const of = ({kind, class: grade, facets, level, where, before, after, reason}: Change) =>
    `${kind} ${grade} [${facets}] ${level} ${where}: ${words(before?.text ?? '')} -> ${words(after?.text ?? '')} (${reason.slice(0, 120)})`
  const plan = ({edit, draft, final}: Planted) => `${edit}: ${words(draft)} -> ${words(final)}`
  console.log(`--- ${name}`)
  for (const each of missed) console.log(`  missed ${plan(each)}`)
  for (const {planted, change} of wrongKind) console.log(`  kind   ${planted.edit}: ${of(change)}`)
  for (const {planted, change} of wrongClass) console.log(`  class  ${planted.edit}: ${of(change)}`)
  for (const {planted, change} of wrongFacet) console.log(`  facet  ${planted.edit}: ${of(change)}`)
  for (const change of noise) console.log(`  noise  ${of(change)}`)
}
