import {execFileSync} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import type {Embedder} from '../../../src/analyses/embedding/embedder.ts'
import {genreCentre} from '../../../src/analyses/embedding/genre.ts'
import {openEmbedder} from '../../../src/analyses/embedding/open.ts'
import {cached} from '../../../src/analyses/embedding/vector-cache.ts'
import {dot} from '../../../src/analyses/meaning/vectors.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-vectors-'))
})
afterAll(() => rmSync(folder, {recursive: true}))

describe('minilm', () => {
  it('gives the same vector alone and in a batch, of length 1, and the golden one', async () => {
    const embedder = await openEmbedder()
    expect(embedder.tier).toBe('minilm')
    const text = 'A dental check every year for each child in care'
    const [alone] = await embedder.embed([text])
    const fresh = await openEmbedder()
    const batch = await fresh.embed(['Plant a tree', text, 'Mend the roads'])
    expect([...batch[1]!]).toEqual([...alone!])
    expect(dot(alone!, alone!)).toBeCloseTo(1, 5)
    const golden = JSON.parse(readFileSync(new URL('./golden.json', import.meta.url), 'utf8')) as number[]
    for (const [at, value] of golden.entries()) expect(alone![at]).toBeCloseTo(value, 4)
  })

  it('loads and embeds with the network cut off', () => {
    const script = `
      const cut = () => { throw new Error('the network was asked') }
      const net = await import('node:net'), dns = await import('node:dns')
      net.Socket.prototype.connect = cut; dns.default.lookup = cut; globalThis.fetch = cut
      const {openEmbedder} = await import(${JSON.stringify(new URL('../../../src/analyses/embedding/open.ts', import.meta.url).href)})
      const embedder = await openEmbedder()
      const [vector] = await embedder.embed(['Every child is safe'])
      process.stdout.write(embedder.tier + ' ' + vector.length)`
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: fileURLToPath(new URL('../../../', import.meta.url)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe']
    })
    expect(told).toBe('minilm 384')
  })
})

describe('cached', () => {
  const counting = () => {
    const asked: string[] = []
    const embedder: Embedder = {
      tier: 'minilm',
      model: 'counting',
      dimensions: 3,
      embed: async (texts) => {
        asked.push(...texts)
        return texts.map((text) => Float32Array.from([text.length, 1, 2]))
      }
    }
    return {asked, embedder}
  }

  it('makes each vector once, over programs and within one', async () => {
    const first = counting()
    const vectors = await cached(first.embedder, folder).embed(['one', 'two', 'one', 'three'])
    expect(first.asked).toEqual(['one', 'two', 'three'])
    const second = counting()
    const kept = cached(second.embedder, folder)
    expect(await kept.embed(['three', 'one', 'four'])).toEqual([vectors[3], vectors[0], Float32Array.from([4, 1, 2])])
    await kept.embed(['four'])
    expect(second.asked).toEqual(['four'])
  })

  it('passes over a file that was cut off', async () => {
    const place = join(folder, 'counting')
    for (const name of readdirSync(place))
      writeFileSync(join(place, name), readFileSync(join(place, name)).subarray(0, 40))
    const {asked, embedder} = counting()
    await cached(embedder, folder).embed(['one'])
    expect(asked).toEqual(['one'])
  })

  it('keeps many batches in a few files, and finds each vector again', async () => {
    const place = join(folder, 'many')
    const {embedder} = counting()
    for (let batch = 0; batch < 70; batch++) await cached(embedder, place).embed([`${'x'.repeat(batch)}`, `${batch}`])
    expect(readdirSync(join(place, 'counting')).length).toBeLessThan(16)
    const {asked, embedder: again} = counting()
    const texts = Array.from({length: 70}, (_, batch) => 'x'.repeat(batch))
    expect((await cached(again, place).embed(texts)).map(([length]) => length)).toEqual([...texts.keys()])
    expect(asked).toEqual([])
  })

  it('does without a folder that cannot be written', async () => {
    const {embedder} = counting()
    writeFileSync(join(folder, 'file'), '')
    expect(await cached(embedder, join(folder, 'file')).embed(['one'])).toEqual([Float32Array.from([3, 1, 2])])
  })
})

describe('genreCentre', () => {
  it('is as long as the vectors asked for, and nothing for another length', () => {
    expect(genreCentre(384).some((value) => value !== 0)).toBe(true)
    expect(genreCentre(5)).toEqual(new Float32Array(5))
  })
})
