/** `npm run bench -- gaps [FILE…]`: milliseconds of processor time for the gaps and the coverage of a plan that is read and whose vectors are at hand. */
import {openEmbedder} from '../../src/analyses/embedding/open.ts'
import {readPlan} from '../../src/pipeline.ts'
import {coverageReport, gapReport} from '../../src/run/findings.ts'
import {defaultThemes} from '../../src/settings/themes.ts'

const usual = ['corpus/east-marlshire-plan-2024-28.pdf', 'corpus/west-marlshire-plan-2023-27.md']
/** The first runs load the lexicon and warm the compiler; the median of the rest counts. */
const runs = 7
const warming = 2

export async function bench(argv: string[]): Promise<void> {
  const embedder = await openEmbedder({embedder: 'minilm'})
  const themes = defaultThemes()
  for (const file of argv.length > 0 ? argv : usual) {
    const plan = await readPlan(file)
    const gaps: number[] = []
    const coverage: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const start = spent()
      await gapReport([plan], {embedder})
      const between = spent()
      coverageReport([plan], themes)
      gaps.push(between - start)
      coverage.push(spent() - between)
    }
    console.log(`${file}: gaps ${median(gaps)} ms, coverage ${median(coverage)} ms`)
  }
}

/** Processor time so far: what else the machine does changes it little. */
function spent(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

function median(times: readonly number[]): number {
  const sorted = times.slice(warming).sort((a, b) => a - b)
  return Math.round(sorted[Math.floor(sorted.length / 2)]!)
}
