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

/**
 * Expected calibration error in ten steps of probability (Naeini and others, 2015) over what a report shows: the `top` best of
 * every row and column.
 */
export function calibrationError(logOdds: Float64Array[], grades: Grades, top: number): number {
  const shown = new Set<string>()
  const best = (scores: number[]) => [...scores.keys()].sort((x, y) => scores[y]! - scores[x]!).slice(0, top)
  for (const [i, row] of logOdds.entries()) for (const j of best([...row])) shown.add(`${i} ${j}`)
  for (const j of logOdds[0]?.keys() ?? []) for (const i of best(logOdds.map((row) => row[j]!))) shown.add(`${i} ${j}`)
  const steps = Array.from({length: 10}, () => ({said: 0, right: 0}))
  for (const key of shown) {
    const [i, j] = key.split(' ').map(Number)
    const probability = 1 / (1 + Math.exp(-logOdds[i!]![j!]!))
    const step = steps[Math.min(9, Math.floor(probability * 10))]!
    step.said += probability
    if ((grades.get(key) ?? 0) >= partnerFrom) step.right += 1
  }
  return steps.reduce((sum, {said, right}) => sum + Math.abs(said - right), 0) / shown.size
}
