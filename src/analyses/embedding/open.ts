import {type Embedder, wordsOnly} from './embedder.ts'
import {openMinilm} from './minilm.ts'
import {cached} from './vector-cache.ts'

export interface EmbedderChoice {
  /** 'minilm' (the default) or 'none' for words only. */
  embedder?: 'minilm' | 'none'
  /** Folder that vectors are kept in; without it they are made anew each time. */
  cache?: string
}

/**
 * The embedder asked for; where its packages are missing or not the expected ones, the words-only tier with a note why.
 * Never throws, never asks the network.
 */
export async function openEmbedder({embedder = 'minilm', cache}: EmbedderChoice = {}): Promise<Embedder> {
  if (embedder === 'none') return wordsOnly()
  try {
    const opened = await openMinilm()
    return cache === undefined ? opened : cached(opened, cache)
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    return wordsOnly(`sentence vectors are not available (${cause}); compared by words only`)
  }
}
