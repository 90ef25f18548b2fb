import {createHash} from 'node:crypto'
import {mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {planlens} from '../support/command.ts'

const corpus = fileURLToPath(new URL('../../corpus/', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-run-'))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Every file under a folder with the hash of its bytes, but for the run record, which knows the time. */
function hashes(root: string): Record<string, string> {
  const names = readdirSync(root, {recursive: true, encoding: 'utf8'}).filter((name) =>
    statSync(join(root, name)).isFile()
  )
  return Object.fromEntries(
    names
      .filter((name) => name !== join('data', 'run-record.jsonld'))
      .sort()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(root, name)))
          .digest('hex')
      ])
  )
}

describe('planlens run on the sample archive', () => {
  it('gives the same bytes twice but for the run record, with every socket closed', async () => {
    const closed = join(folder, 'closed.mjs')
    writeFileSync(
      closed,
      `import net from 'node:net'
import dgram from 'node:dgram'
const refuse = () => { throw new Error('the network was asked') }
net.Socket.prototype.connect = refuse
dgram.Socket.prototype.send = refuse
globalThis.fetch = refuse
`
    )
    const run = (name: string) =>
      planlens(['run', corpus, '--out', join(folder, name), '--quiet'], {preload: pathToFileURL(closed).href})
    const first = await run('a')
    expect(first.stderr).toBe('')
    expect(first.code).toBe(0)
    await run('b')
    const made = hashes(join(folder, 'a'))
    expect(Object.keys(made)).toContain('index.html')
    expect(hashes(join(folder, 'b'))).toEqual(made)
  })

  it('takes away what an earlier run wrote, and nothing else', async () => {
    const out = join(folder, 'c')
    const plans = ['pellingham-young-peoples-plan.md', 'west-marlshire-plan-2023-27.md'].map((name) =>
      join(corpus, name)
    )
    await planlens(['run', ...plans, '--out', out, '--quiet'])
    writeFileSync(join(out, 'mine.txt'), 'mine')
    const before = Object.keys(hashes(out))
    await planlens(['run', plans[1]!, '--out', out, '--quiet'])
    const after = Object.keys(hashes(out))
    expect(after).toContain('mine.txt')
    expect(after.length).toBeLessThan(before.length)
  })

  it('leaves its findings in the archive even where the reports stand already', async () => {
    const plan = join(corpus, 'pellingham-young-peoples-plan.md')
    const into = (archive: string) =>
      planlens(['run', plan, '--out', join(folder, 'd'), '--archive', archive, '--quiet', '--embedder', 'none'])
    const [whole, broken] = [join(folder, 'whole.db'), join(folder, 'broken.db')]
    await into(whole)
    // As a run leaves it that was killed after it had read: the plan, and nothing found in it.
    await planlens(['archive', 'rebuild', broken, plan])
    await into(broken)
    const findings = async (archive: string) =>
      (await planlens(['archive', 'export', archive])).stdout.split('\n').filter((line) => line.includes('"finding"'))
    // What every run asks of it, and what was found in it.
    expect(await findings(whole)).toHaveLength(2)
    expect(await findings(broken)).toEqual(await findings(whole))
  })
})
