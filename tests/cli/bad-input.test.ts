import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {planlens} from '../support/command.ts'

let folder = ''
const file = (name: string) => join(folder, name)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-bad-'))
  writeFileSync(file('empty.pdf'), '')
  writeFileSync(file('cut.pdf'), '%PDF-1.7\n1 0 obj\n<< /Type /Catalog')
  writeFileSync(file('picture.pdf'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))
  writeFileSync(
    file('good.md'),
    '# Plan for Marlshire 2024-28\n\n## Outcome 1 - Rivers are clean\n\nOur priorities are:\n\n- Dredge the Marl.\n'
  )
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe('bad input', () => {
  it.each([
    ['missing.pdf', /missing\.pdf: .*; check the path/],
    ['empty.pdf', /empty\.pdf: .*empty/],
    ['cut.pdf', /cut\.pdf: .*; /],
    ['picture.pdf', /picture\.pdf: .*PNG/]
  ])('%s: one line with file, cause and what to do; exit 2', async (name, line) => {
    const {code, stdout, stderr} = await planlens(['ingest', file(name), '--format', 'units'])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(line)
    expect(stderr).not.toMatch(/\n\s+at /)
  })

  it('a batch goes on after bad files, names them, and exits 0 unless strict', async () => {
    const run = (...more: string[]) => planlens(['run', folder, '--out', file('out'), '--quiet', ...more])
    const {code, stdout} = await run()
    expect(code).toBe(0)
    for (const name of ['empty.pdf', 'cut.pdf', 'picture.pdf']) expect(stdout).toContain(name)
    expect(stdout).toMatch(/^1 plan\n/)
    expect((await run('--strict')).code).toBe(2)
  })

  it.each([
    [['nonsense'], "there is no command 'nonsense'"],
    [['ingest', '--format', 'poem', 'x.md'], "there is no format 'poem'"],
    [['ingest', '--frobnicate'], '--frobnicate'],
    [['ingest'], 'name at least one plan'],
    [['run', '/no/such/folder'], 'there is no such file or folder'],
    [['coverage', 'x.md', '--themes', '/no/such.yaml'], 'cannot be opened'],
    [['ingest', 'x.md', '--max-pages', 'many'], '--max-pages takes a whole number']
  ])('%j: says what is wrong, exit 2', async (argv, words) => {
    const {code, stdout, stderr} = await planlens(argv, {cwd: folder})
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(words)
  })

  it('words to explain that nothing says are told', async () => {
    const plan = 'corpus/pellingham-young-peoples-plan.md'
    const {code, stdout, stderr} = await planlens(['ingest', plan, '--explain', 'lunar tides'])
    expect([code, stdout, stderr]).toEqual([0, '', "nothing was read that is or says 'lunar tides'\n"])
  })
})
