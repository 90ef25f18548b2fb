import {readFileSync} from 'node:fs'

let centre: Float32Array | undefined

/**
 * What all public plans have in common, as MiniLM sees it: the mean vector of the sentences in `genre.yaml`, kept in
 * `genre-centre.json`. All zeros for vectors of another length.
 */
export function genreCentre(dimensions: number): Float32Array {
  centre ??= Float32Array.from(
    JSON.parse(readFileSync(new URL('./genre-centre.json', import.meta.url), 'utf8')) as number[]
  )
  return centre.length === dimensions ? centre : new Float32Array(dimensions)
}
