import {readFileSync} from 'node:fs'

interface Measured {
  statement: string
  lowest: number
  highest: number
  cases: number
}

/** In hundreds, rounded down: a figure is never told better than it was measured. */
const inHundred = (share: number): number => Math.floor(share * 100 + 1e-9)

/**
 * What was right how often, as `npm run score:raise` last measured it against plans judged by hand: what was judged, the
 * figure in words, and on how much.
 */
export function measuredAccuracy(): [what: string, figure: string, on: string][] {
  const measured = JSON.parse(readFileSync(new URL('accuracy.json', import.meta.url), 'utf8')) as Measured[]
  return measured.map(({statement, lowest, highest, cases}) => {
    const [low, high] = [inHundred(lowest), inHundred(highest)]
    return [
      statement,
      low === high ? `${low} in 100` : `${low} to ${high} in 100`,
      `${cases} ${cases === 1 ? 'case' : 'cases'}`
    ]
  })
}
