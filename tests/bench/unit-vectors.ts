import {unit} from '../../src/analyses/meaning/vectors.ts'

/** Length of the vectors: MiniLM's. */
const dimensions = 384
/** Directions in which commitments differ; the rest is noise, as in real sentence vectors. */
const directions = 64
/** Units of an archive that say one thing: twelve plans in its words. */
const alike = 12

/**
 * Vectors like those of an archive's units: groups of twelve about one commitment, in 64 directions, with noise in all 384. The same
 * count gives the same vectors.
 */
export function unlikeUnits(count: number): Float32Array[] {
  const normal = normalNumbers(20_260_101)
  const spread = Array.from({length: dimensions}, () => Float32Array.from({length: directions}, normal))
  const commitments = Array.from({length: Math.ceil(count / alike)}, () =>
    Float32Array.from({length: directions}, normal)
  )
  return Array.from({length: count}, (_, at) => {
    const meaning = commitments[at % commitments.length]!.map((value) => value + normal() / 2)
    const vector = Float32Array.from(spread, (row) => {
      let sum = 0
      for (let d = 0; d < directions; d += 1) sum += row[d]! * meaning[d]!
      return sum / 8 + 0.3 * normal()
    })
    return unit(vector)
  })
}

/** Normal numbers from a linear congruential generator (Knuth's constants), by Box and Muller. */
function normalNumbers(seed: number): () => number {
  let state = seed >>> 0
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 1) / 4_294_967_297
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}
