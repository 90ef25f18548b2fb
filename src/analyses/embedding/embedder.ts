/** Makes vectors of texts: same text, same vector, alone or in a batch. Works offline. */
export interface Embedder {
  /** Named in every result: 'minilm', or 'words' when there are no vectors. */
  readonly tier: 'minilm' | 'words'
  /** Names the vectors' maker to the byte: part of the cache key. */
  readonly model: string
  /** Length of each vector; 0 when there are none. */
  readonly dimensions: number
  /** One vector of length 1 a text, in order; an empty array a text when `dimensions` is 0. */
  embed(texts: string[]): Promise<Float32Array[]>
  /** Set when another embedder was asked for and this one stands in: why, in one sentence. */
  readonly note?: string
}

/** The tier without vectors: everything is found by words, terms and facets. Always there. */
export function wordsOnly(note?: string): Embedder {
  return {
    tier: 'words',
    model: 'words',
    dimensions: 0,
    embed: async (texts) => texts.map(() => new Float32Array(0)),
    ...(note ? {note} : {})
  }
}
