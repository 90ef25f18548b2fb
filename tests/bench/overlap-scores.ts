/** Scores of log-odds against grades, kept by 'row column'; a pair that is not graded counts as 0. */
type Grades = ReadonlyMap<string, number>

/** Grade from which two units count as partners. */
const partnerFrom = 2

/** Mean reciprocal rank of the first partner, and share of partners among the first three, over all units that have one. */
export function ranking(logOdds: Float64Array[], grades: Grades): {mrr: number; recall3: number; queries: number} {
  let [mrr, recall3, queries] = [0, 0, 0]
  const query = (scores: number[], isPartner: (place: number) => boolean) => {
    const order = [...scores.keys()].sort((x, y) => scores[y]! - scores[x]!)
    const partners = order.filter(isPartner).length
    if (partners === 0) return
    queries += 1
    mrr += 1 / (order.findIndex(isPartner) + 1)
    recall3 += order.slice(0, 3).filter(isPartner).length / Math.min(3, partners)
  }
  const partner = (i: number, j: number) => (grades.get(`${i} ${j}`) ?? 0) >= partnerFrom
  for (const [i, row] of logOdds.entries()) query([...row], (j) => partner(i, j))
  for (const j of logOdds[0]?.keys() ?? [])
    query(
      logOdds.map((row) => row[j]!),
      (i) => partner(i, j)
    )
  return {mrr: mrr / queries, recall3: recall3 / queries, queries}
}

/** F1 of taking every pair from `threshold` on, and how many of the pairs graded 0 on purpose are taken. */
export function f1At(
  logOdds: Float64Array[],
  grades: Grades,
  threshold: number
): {f1: number; fooled: number; friends: number} {
  let [taken, hit, partners, fooled, friends] = [0, 0, 0, 0, 0]
  for (const grade of grades.values()) {
    if (grade >= partnerFrom) partners += 1
    if (grade === 0) friends += 1
  }
  for (const [i, row] of logOdds.entries())
    for (const [j, value] of row.entries()) {
      if (value < threshold) continue
      taken += 1
      const grade = grades.get(`${i} ${j}`)
      if (grade !== undefined && grade >= partnerFrom) hit += 1
      if (grade === 0) fooled += 1
    }
  return {f1: (2 * hit) / (taken + partners), fooled, friends}
}

/** Least probability of a pair that a reader looks at: below it nearly all pairs are, and are right to be. */
const lookedAt = 0.05

/** Log-odds as they are, or made over by a line fitted elsewhere. */
export interface Line {
  slope: number
  offset: number
}
const asItIs: Line = {slope: 1, offset: 0}

/**
 * Expected calibration error in ten steps of probability (Naeini and others, 2015) over what a report shows, the `top` best of
 * every row and column; of all of these, and of those from `lookedAt` on.
 */
export function calibrationError(
  logOdds: Float64Array[],
  grades: Grades,
  top: number,
  line = asItIs
): {all: number; lookedAt: number} {
  const pairs = shownPairs(logOdds, grades, top).map(({value, right}) => ({
    chance: 1 / (1 + Math.exp(-line.slope * value - line.offset)),
    right
  }))
  return {all: errorOf(pairs), lookedAt: errorOf(pairs.filter(({chance}) => chance >= lookedAt))}
}

function errorOf(pairs: {chance: number; right: boolean}[]): number {
  const steps = Array.from({length: 10}, () => ({said: 0, right: 0}))
  for (const {chance, right} of pairs) {
    const step = steps[Math.min(9, Math.floor(chance * 10))]!
    step.said += chance
    if (right) step.right += 1
  }
  return steps.reduce((sum, {said, right}) => sum + Math.abs(said - right), 0) / Math.max(1, pairs.length)
}

/** The line over log-odds that makes the grades likeliest (J. Platt, 1999), by gradient descent over what a report shows. */
export function fittedLine(logOdds: Float64Array[], grades: Grades, top: number): Line {
  const pairs = shownPairs(logOdds, grades, top)
  let {slope, offset} = asItIs
  for (let round = 0; round < 2000; round += 1) {
    let [alongSlope, alongOffset] = [0, 0]
    for (const {value, right} of pairs) {
      const missed = 1 / (1 + Math.exp(-slope * value - offset)) - (right ? 1 : 0)
      alongSlope += missed * Math.max(-6, Math.min(6, value))
      alongOffset += missed
    }
    slope -= (alongSlope / pairs.length) * 2
    offset -= (alongOffset / pairs.length) * 2
  }
  return {slope, offset}
}

function shownPairs(logOdds: Float64Array[], grades: Grades, top: number): {value: number; right: boolean}[] {
  const shown = new Set<string>()
  const best = (scores: number[]) => [...scores.keys()].sort((x, y) => scores[y]! - scores[x]!).slice(0, top)
  for (const [i, row] of logOdds.entries()) for (const j of best([...row])) shown.add(`${i} ${j}`)
  for (const j of logOdds[0]?.keys() ?? []) for (const i of best(logOdds.map((row) => row[j]!))) shown.add(`${i} ${j}`)
  return [...shown].map((key) => {
    const [i, j] = key.split(' ').map(Number)
    return {value: logOdds[i!]![j!]!, right: (grades.get(key) ?? 0) >= partnerFrom}
  })
}
