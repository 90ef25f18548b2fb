import {existsSync, readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {plainWords} from '../../../src/analyses/gaps/compare-words.ts'
import {findGaps} from '../../../src/analyses/gaps/gaps.ts'
import {readPlan} from '../../../src/pipeline.ts'

/** Where a plan contradicts itself, marked by hand; kept beside the project and never in it. */
const gold = '../shared/gold/gaps/consistency.jsonl'
const file = '../shared/corpus/cheshire/000_851c46f2261a2af5.txt'

interface Marked {
  a: string
  b: string
  severity: string
}

/** The parts of a mark that are words of the plan: what stands between its dashes, slashes and dots. */
function parts({a, b}: Marked): string[] {
  return [a, b].flatMap((text) =>
    text
      .split(/…| \/ |[()]|^Outcome \d+ [-–] /)
      .map(plainWords)
      .filter((part) => part.split(' ').length >= 3)
  )
}

describe.skipIf(!existsSync(gold) || !existsSync(file))('consistency of a plan with itself', () => {
  it('18 of 20 real contradictions are found', async () => {
    const plan = await readPlan(file)
    // What every measure lacks says nothing of whether it agrees with the rest.
    const found = findGaps(plan)
      .filter(({rule}) => !/^(?:measure|priority)-no-/.test(rule))
      .map(({text}) => plainWords(text))
    const real = readFileSync(gold, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line): Marked => JSON.parse(line))
      .filter(({severity}) => severity === 'real')
    expect(real).toHaveLength(20)
    const missed = real.filter(
      (mark) => !parts(mark).some((part) => found.some((text) => text.includes(part) || (text && part.includes(text))))
    )
    expect(real.length - missed.length, missed.map(({a}) => a).join('\n')).toBeGreaterThanOrEqual(18)
  })
})
