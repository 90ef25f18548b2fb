/** Labelled goals that say which goal they are for: 'Strategy 2: …' with 'Relevant objectives: Objective 1 and 3' under it. */
import {numberOf} from '../../level-labels.ts'
import type {Lexicon} from '../../lexicon.ts'
import {numbersIn} from '../../tables/goal-references.ts'
import type {LevelWord} from '../../vocabulary.ts'
import type {Frame} from '../frame.ts'
import {type Opening, openingsInOrder, type Scheme} from '../openings.ts'

/** Fewest goals of a series that must name the goal they are for, and share of it. */
const [leastNaming, shareNaming] = [2, 0.6]
/** Words that may stand between a label of references and the numbers. */
const refers =
  /^(?:(?:this \p{L}+ )?(?:is )?(?:link(?:s|ed)|relat(?:es|ed)|relevant|contribut(?:es|ing)|supports?|supporting|aligned|aligns|delivers?|serves?)\b(?: (?:to|with|by|from|under|the|our))*)\s*:?\s*(?=\S)/iu

/**
 * Goals of a lower level that stand apart from those of a higher one, each with a line that names one of these by its number,
 * belong under the first that they name. Marks them as such.
 */
export function placeUnderNamed(frame: Frame, scheme: Scheme): void {
  const openings = openingsInOrder(scheme)
  const series = Map.groupBy(openings, (opening) => levelOf(opening, frame.lexicon))
  for (const [level, goals] of series) {
    if (!level || goals.length < leastNaming || goals.some(({type}) => type !== 'outcome')) continue
    const named = goals.map((goal) => goalNamedIn(goal, frame, openings, level))
    const naming = named.filter((above) => above !== undefined)
    if (naming.length < Math.max(leastNaming, goals.length * shareNaming)) continue
    goals.forEach((goal, at) => {
      const above = named[at]
      if (above) Object.assign(goal, {type: 'priority', under: above.key} satisfies Partial<Opening>)
    })
  }
}

function levelOf({key, label}: Opening, {vocabulary}: Lexicon): LevelWord | undefined {
  return label === undefined ? undefined : vocabulary.levels.find(({word}) => key.startsWith(`${word} `))
}

/** The outcome before the goal that a line under the goal names first. */
function goalNamedIn(
  {piece}: Opening,
  {pieces, lexicon}: Frame,
  openings: readonly Opening[],
  own: LevelWord
): Opening | undefined {
  const next = openings.find((other) => other.piece > piece)?.piece ?? pieces.length
  for (const {kind, text, lead} of pieces.slice(piece + 1, next)) {
    if (kind === 'table') continue
    const words = wordsOfReference(text, lead, lexicon)
    const [number] = (words !== undefined && numbersIn(words, lexicon)) || []
    const above =
      number !== undefined &&
      openings.find((other) => {
        const level = levelOf(other, lexicon)
        const printed = other.label?.split(/\s+/).at(-1)
        return (
          other.piece < piece &&
          other.type === 'outcome' &&
          level !== undefined &&
          level.rank < own.rank &&
          printed !== undefined &&
          numberOf(printed) === number &&
          text.toLowerCase().includes(level.word.slice(0, -1))
        )
      })
    if (above) return above
  }
  return undefined
}

/** What stands after a label of references, 'Relevant objectives: …', or after 'Supports'. */
function wordsOfReference(text: string, lead: string, lexicon: Lexicon): string | undefined {
  const labelled = lexicon.labelled(text, lead)
  if (labelled?.kind === 'references') return labelled.rest
  const whole = refers.exec(text)?.[0]
  return whole === undefined ? undefined : text.slice(whole.length)
}
