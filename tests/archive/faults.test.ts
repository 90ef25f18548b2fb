/** What goes wrong around a run is told in one line, and nothing that was read is lost. */
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {archiveFaults, archiveStatus, openArchive, readRemembered} from '../../src/index.ts'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const sample = readFileSync(new URL('../../corpus/pellingham-young-peoples-plan.md', import.meta.url), 'utf8')

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-faults-'))
  mkdirSync(join(folder, 'plans'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const files = (count: number) =>
  Array.from({length: count}, (_, number) => {
    const file = join(folder, 'plans', `${number}.md`)
    writeFileSync(file, sample.replaceAll('Pellingham', `Pellingham ${number}`))
    return file
  })

const archive = () => join(folder, 'plans.db')

/** The command, with files of at most so many kilobytes: what a full disk does to the writer, without a disk to fill. */
function planlens(
  argv: readonly string[],
  kilobytes?: number
): {status: number | null; stdout: string; stderr: string} {
  const quoted = [process.execPath, main, ...argv].map((word) => `'${word}'`).join(' ')
  const bound = kilobytes === undefined ? '' : `trap '' XFSZ; ulimit -f ${kilobytes}; `
  const {status, stdout, stderr} = spawnSync('bash', ['-c', `${bound}exec ${quoted}`], {encoding: 'utf8'})
  return {status, stdout, stderr}
}

const run = (...more: string[]) => ['run', join(folder, 'plans'), '--embedder', 'none', '--quiet', ...more]

test('a disk that is full: one line, what was read is kept, and the next run goes on from there', async () => {
  files(12)
  const full = planlens([...run('--archive', archive(), '--out', join(folder, 'out'))], 400)
  expect(full.status).toBe(2)
  expect(full.stderr.trim().split('\n')).toHaveLength(1)
  expect(full.stderr).toMatch(/disk is full/)
  const opened = await openArchive(archive())
  expect(await archiveFaults(opened)).toEqual([])
  const {files: before} = await archiveStatus(opened)
  await opened.close()
  expect(before).toBeLessThan(12)
  expect(planlens(run('--archive', archive(), '--out', join(folder, 'out'))).status).toBe(0)
  const after = await openArchive(archive())
  expect((await archiveStatus(after)).plans).toBe(12)
  await after.close()
})

test('reports that do not fit on the disk: one line, and the next run writes them all', async () => {
  files(2)
  const out = join(folder, 'out')
  const full = planlens(run('--out', out), 20)
  expect(full.status).toBe(2)
  expect(full.stderr.trim().split('\n')).toHaveLength(1)
  expect(full.stderr).toMatch(/the reports cannot be written: the disk is full/)
  expect(planlens(run('--out', out)).status).toBe(0)
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('</html>')
})

test('an output folder that cannot be there is told in one line', () => {
  files(1)
  writeFileSync(join(folder, 'file'), '')
  const {status, stderr} = planlens(run('--out', join(folder, 'file', 'out')))
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(/the reports cannot be written: a file is where a folder is to be/)
})

test('a folder that vanishes while it is read: each file is named, the plans read before are kept', async () => {
  const paths = files(16)
  const opened = await openArchive(archive())
  const ends: string[] = []
  for await (const read of readRemembered(paths, opened, {jobs: 1})) {
    ends.push('plan' in read ? 'read' : read.problem.code)
    if (ends.length === 1) rmSync(join(folder, 'plans'), {recursive: true})
  }
  expect(ends).toHaveLength(16)
  expect(ends[0]).toBe('read')
  expect(ends.at(-1)).toBe('missing')
  expect(new Set(ends)).toEqual(new Set(['read', 'missing']))
  const {plans, failed} = await archiveStatus(opened)
  // What was not there is not remembered: when the folder is back, it is read.
  expect([plans, failed]).toEqual([ends.filter((end) => end === 'read').length, 0])
  await opened.close()
})

test('an archive that was cut: told in one line with the command that mends it, which reads the plans anew', async () => {
  files(3)
  expect(planlens(run('--archive', archive(), '--out', join(folder, 'out'))).status).toBe(0)
  truncateSync(archive(), 9000)
  const {status, stderr} = planlens(run('--archive', archive(), '--out', join(folder, 'out')))
  expect(status).toBe(2)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stderr).toMatch(/archive rebuild/)
  expect(planlens(['archive', 'rebuild', archive(), join(folder, 'plans')]).status).toBe(0)
  const opened = await openArchive(archive())
  expect((await archiveStatus(opened)).plans).toBe(3)
  expect(await archiveFaults(opened)).toEqual([])
  await opened.close()
})

test('nothing new: the second run writes nothing and says the same; one new file, and it is in the reports', () => {
  files(3)
  const args = run('--archive', archive(), '--out', join(folder, 'out'))
  const first = planlens(args)
  const index = join(folder, 'out', 'index.html')
  const written = readFileSync(join(folder, 'out', 'run.json'), 'utf8')
  expect(planlens(args)).toEqual(first)
  expect(readFileSync(join(folder, 'out', 'run.json'), 'utf8')).toBe(written)
  rmSync(index)
  expect(planlens(args).stdout).toBe(first.stdout)
  expect(readFileSync(index, 'utf8')).toContain('</html>')
  files(4)
  expect(planlens(args).stdout).toContain('4 plans')
})
