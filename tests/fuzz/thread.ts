/** One thread of the fuzz: reads inputs one after the other and says of each how it ended. */
import {writeFileSync} from 'node:fs'
import {parentPort, workerData} from 'node:worker_threads'
import {coverageReport, defaultThemes, gapReport, PlanError, readPlan} from '../../src/index.ts'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import {fuzzInputs} from './inputs.ts'
import {mutated} from './mutations.ts'

export interface FuzzTask {
  seed: number
  from: number
  until: number
  folder: string
}

/** `began` comes first, so that a hang is known by its number. */
export type FuzzWord = {began: number} | {ended: number; outcome: 'plan' | string; milliseconds: number; fault?: string}

const {seed, from, until, folder} = workerData as FuzzTask
const files = fuzzInputs.map(({bytes}) => bytes)
const themes = defaultThemes().slice(0, 5)
const say = (word: FuzzWord) => parentPort!.postMessage(word)

for (let number = from; number < until; number++) {
  const {bytes, from: input} = mutated(files, seed, number)
  const path = `${folder}/${number % 4}-${fuzzInputs[input]!.name}`
  writeFileSync(path, bytes)
  say({began: number})
  const started = performance.now()
  let outcome = 'plan'
  let fault: string | undefined
  try {
    const plan = await readPlan(path, {ocr: false, maxPages: 5})
    assertPlan(JSON.parse(JSON.stringify(plan)))
    await gapReport([plan])
    coverageReport([plan], themes)
  } catch (error) {
    if (error instanceof PlanError && /^[^\n]*$/.test(error.message)) outcome = error.code
    else {
      outcome = 'fault'
      fault = error instanceof Error ? `${error.stack}`.split('\n').slice(0, 6).join('\n') : String(error)
    }
  }
  say({ended: number, outcome, milliseconds: performance.now() - started, ...(fault ? {fault} : {})})
}
