import fc from 'fast-check'
import {expect, test} from 'vitest'
import {nearestSparse} from '../../../src/analyses/meaning/neighbours.ts'
import {type Sparse, sparseDot} from '../../../src/analyses/meaning/sparse.ts'

/** Of a few tokens, so that many likenesses are equal. */
const sparse = fc.uniqueArray(fc.integer({min: 0, max: 9}), {maxLength: 5}).map((tokens): Sparse => {
  const at = Int32Array.from(tokens).sort()
  return {at, weight: new Float64Array(at.length).fill(1 / Math.sqrt(at.length || 1))}
})

test('each vector has those of all others that share a token, the likest first, of equal ones the first', () => {
  fc.assert(
    fc.property(fc.array(sparse, {maxLength: 30}), fc.integer({min: 1, max: 6}), (vectors, count) => {
      const wanted = vectors.map((vector, at) =>
        vectors
          .map((other, place) => ({place, score: place === at ? 0 : sparseDot(vector, other)}))
          .filter(({score}) => score > 0)
          .sort((x, y) => y.score - x.score || x.place - y.place)
          .slice(0, count)
          .map(({place}) => place)
      )
      expect(nearestSparse(vectors, count).map((places) => [...places])).toEqual(wanted)
    })
  )
})
