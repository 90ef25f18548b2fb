import {homedir} from 'node:os'
import {join} from 'node:path'
import {env, platform} from 'node:process'
import {type Embedder, wordsOnly} from './embedder.ts'
import {openMinilm} from './minilm.ts'
import {cached} from './vector-cache.ts'

export interface EmbedderChoice {
  /** 'minilm' (the default) or 'none' for words only. */
  embedder?: 'minilm' | 'none'
  /** Folder that vectors are kept in from one run to the next; without it they live as long as the embedder. */
  cache?: string
  /** Memory from `sharedMemory`, where threads are to make each vector once. */
  shared?: SharedArrayBuffer
}

/**
 * The embedder asked for; where its packages are missing or not the expected ones, the words-only tier with a note why.
 * Never throws, never asks the network.
 */
export async function openEmbedder({embedder = 'minilm', cache, shared}: EmbedderChoice = {}): Promise<Embedder> {
  if (embedder === 'none') return wordsOnly()
  try {
    return cached(await openMinilm(), cache, shared)
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    return wordsOnly(`sentence vectors are not available (${cause}); compared by words only`)
  }
}

/** Where the system keeps what programs can make anew: the folder for vectors when none is named. */
export function systemCache(): string {
  if (env.PLANLENS_CACHE) return env.PLANLENS_CACHE
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'planlens', 'cache')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'planlens')
  return join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'planlens')
}
