import {existsSync, renameSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {
  type Archive,
  archiveFaults,
  archiveStatus,
  copyArchive,
  exportArchive,
  openArchive,
  PlanError,
  planFiles,
  problemLine,
  readRemembered
} from '../../index.ts'
import {batchOf, batchOptions, readingOf, readingOptions} from '../plans.ts'
import {print} from '../print.ts'

/** `planlens archive`; `help.ts` tells what it takes. @returns the exit code */
export async function archive(argv: string[]): Promise<number> {
  const {values, positionals} = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {json: {type: 'boolean'}, ...readingOptions, ...batchOptions}
  })
  const [what, file, ...rest] = positionals
  if (!what || !Object.hasOwn(tasks, what))
    throw new PlanError('arguments', `archive takes one of ${Object.keys(tasks).join(', ')}`, {stage: 'cli'})
  if (!file) throw new PlanError('arguments', 'name the archive', {stage: 'cli'})
  if (what === 'rebuild') return rebuild(file, rest, {...readingOf(values), ...batchOf(values)})
  if (!/^postgres(ql)?:/.test(file) && !existsSync(file))
    throw new PlanError('missing', 'there is no such archive', {stage: 'archive', file})
  const opened = await openArchive(file)
  try {
    return await tasks[what]!(opened, rest, values.json === true)
  } finally {
    await opened.close()
  }
}

type Task = (archive: Archive, rest: string[], json: boolean) => Promise<number>

const tasks: Record<string, Task> = {
  async status(opened, _, json) {
    const status = await archiveStatus(opened)
    const rows = Object.entries(status).map(([name, value]) =>
      Array.isArray(value) ? value.map((row) => `  ${row.files} read by ${row.reader}`).join('\n') : `${name}: ${value}`
    )
    await print(json ? `${JSON.stringify(status, null, 2)}\n` : `${rows.join('\n')}\n`)
    return 0
  },
  async verify(opened, _, json) {
    const faults = await archiveFaults(opened)
    if (json) await print(`${JSON.stringify({faults}, null, 2)}\n`)
    else await print(faults.length > 0 ? `${faults.join('\n')}\n` : 'the archive is sound\n')
    return faults.length > 0 ? 1 : 0
  },
  async vacuum(opened) {
    const before = await opened.store.size()
    await opened.store.vacuum()
    await print(`${before} bytes before, ${await opened.store.size()} after\n`)
    return 0
  },
  async export(opened) {
    for await (const line of exportArchive(opened)) await print(`${JSON.stringify(line)}\n`)
    return 0
  },
  async search(opened, words, json) {
    const found = await opened.store.search(words.join(' '), 50)
    const lines = found.map(({plan, id, text}) => `${plan.slice(0, 12)} ${id}: ${text}`)
    await print(json ? `${JSON.stringify(found, null, 2)}\n` : lines.map((line) => `${line}\n`).join(''))
    return 0
  },
  async copy(opened, [to]) {
    if (!to) throw new PlanError('arguments', 'name the archive to copy to', {stage: 'cli'})
    const other = await openArchive(to)
    const {files, findings} = await copyArchive(opened, other).finally(() => other.close())
    await print(`${files} files and ${findings} findings copied\n`)
    return 0
  },
  rebuild: async () => 2
}

/** The damaged file is put aside, never deleted, and the archive made anew from the plans themselves. */
async function rebuild(file: string, folders: string[], options: object): Promise<number> {
  if (folders.length === 0) throw new PlanError('arguments', 'name the folder of the plans', {stage: 'cli'})
  for (const end of ['', '-wal', '-shm']) if (existsSync(file + end)) renameSync(file + end, `${file}.damaged${end}`)
  const opened = await openArchive(file)
  let failed = 0
  let read = 0
  for await (const result of readRemembered((await planFiles(folders)).files, opened, options)) {
    if ('plan' in result) read++
    else {
      failed++
      process.stderr.write(`${problemLine(result.problem, result.file)}\n`)
    }
  }
  await opened.close()
  await print(`${file}: ${read} plans read, ${failed} files failed\n`)
  return read === 0 ? 2 : 0
}
