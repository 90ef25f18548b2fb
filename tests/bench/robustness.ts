/**
 * `npm run bench -- robustness [FILES] [SEED]`: a folder of that many files, three in ten of them broken (bytes flipped, cut,
 * joined …). Every file must end as a tree or as one line of cause, within its time.
 */
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {failureOf, readAll} from '../../src/index.ts'
import {fuzzInputs} from '../fuzz/inputs.ts'
import {mutated} from '../fuzz/mutations.ts'
import {writeSyntheticPlan} from './synthetic-plans.ts'

const corpus = new URL('../../corpus/', import.meta.url)
/** Of ten files, those that are broken. */
const broken = new Set([2, 5, 8])

/** Writes the folder's files; of every hundred whole ones one is a PDF of the sample archive. */
export function writeMixedFolder(folder: string, count: number, seed: number): {files: string[]; broken: number} {
  const pdfs = readdirSync(corpus).filter((name) => name.endsWith('.pdf'))
  const whole = [...fuzzInputs, ...pdfs.map((name) => ({name, bytes: readFileSync(new URL(name, corpus))}))]
  const bytes = whole.map((file) => file.bytes)
  let harmed = 0
  const files = Array.from({length: count}, (_, number) => {
    if (broken.has(number % 10)) {
      harmed++
      const made = mutated(bytes, seed, number)
      const file = join(folder, `${String(number).padStart(5, '0')}-${whole[made.from]!.name}`)
      writeFileSync(file, made.bytes)
      return file
    }
    if (number % 100 !== 0) return writeSyntheticPlan(folder, number)
    const name = pdfs[(number / 100) % pdfs.length]!
    const file = join(folder, `${String(number).padStart(5, '0')}-${name}`)
    // The same bytes under a number of their own behind the end of the file.
    writeFileSync(file, Buffer.concat([readFileSync(new URL(name, corpus)), Buffer.from(`\n%${number}\n`)]))
    return file
  })
  return {files, broken: harmed}
}

export interface MixedResult {
  read: number
  /** Files by problem code. */
  failed: Record<string, number>
  /** Files whose cause was not one line that says what to do. */
  unclear: string[]
}

export async function readMixed(files: readonly string[], timeout: number): Promise<MixedResult> {
  const result: MixedResult = {read: 0, failed: {}, unclear: []}
  for await (const one of readAll(files, {timeout, ocr: false})) {
    if ('plan' in one) {
      result.read++
      continue
    }
    const {code, message, advice} = failureOf(one.problem, one.file)
    result.failed[code] = (result.failed[code] ?? 0) + 1
    if (message === '' || advice === '' || /[\n\r]|\bat .*:\d+:\d+/.test(`${message}${advice}`))
      result.unclear.push(one.file)
  }
  return result
}

export async function bench([count = '1000', seed = '1']: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-robust-'))
  try {
    const {files, broken: harmed} = writeMixedFolder(folder, Number(count), Number(seed))
    const started = performance.now()
    const {read, failed, unclear} = await readMixed(files, 60)
    const seconds = (performance.now() - started) / 1000
    const ended = read + Object.values(failed).reduce((sum, many) => sum + many, 0)
    process.stdout.write(
      `${files.length} files, ${harmed} of them broken, ${availableParallelism()} cores: ${read} trees, ${ended - read} named (${Object.entries(
        failed
      )
        .map(([code, many]) => `${many} ${code}`)
        .join(', ')}), ${files.length - ended} lost, ${unclear.length} unclear; ${seconds.toFixed(0)} s\n`
    )
    for (const file of unclear) process.stdout.write(`unclear: ${file}\n`)
    if (ended !== files.length || unclear.length > 0) process.exitCode = 1
  } finally {
    rmSync(folder, {recursive: true})
  }
}
