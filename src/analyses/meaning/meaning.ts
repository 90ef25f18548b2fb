import {type FacetIndex, facetIndex, generalLexicon, joinLexicons, type Lexicon} from '../../language/lexicon.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import {type Embedder, wordsOnly} from '../embedding/embedder.ts'
import {planLanguage} from './plan-language.ts'
import {type Reading, readUnits} from './reading.ts'
import type {MeaningUnit} from './units.ts'

/** Units of one plan, read and embedded: what comparisons work on. */
export interface Meaning {
  readings: Reading[]
  /** One vector a sentence of each reading; empty arrays in the words-only tier. */
  vectors: Float32Array[][]
  /** Vector of what the plan's title implies for its units, where it does. */
  implied?: Float32Array
  dimensions: number
  /** Which populations overlap. */
  near: FacetIndex['near']
  names: FacetIndex['names']
  tier: Embedder['tier']
  /** Said when the tier is not the one asked for. */
  note?: string
}

export interface MeaningOptions {
  embedder?: Embedder
  /** Terms of the reader's own, added to the general lexicon. */
  lexicon?: Lexicon
}

/** Units with the plan that they stand in: its words teach its abbreviations, its title whom it is for. */
export interface UnitsOfPlan {
  units: MeaningUnit[]
  plan?: Plan
}

/**
 * Reads and embeds units, those of several plans in one go. Where the embedder fails, all are read in the words-only tier,
 * with a note: comparisons between tiers would mean nothing.
 */
export async function meaningsOf(sets: UnitsOfPlan[], options: MeaningOptions = {}): Promise<Meaning[]> {
  const {lexicon} = options
  return meaningsOfReadings(
    sets.map(({units, plan}) => readUnits(units, planLanguage(plan, lexicon), plan?.title ?? '')),
    options
  )
}

/** The same of units that were read before, with the same lexicon; one list for each plan. */
export async function meaningsOfReadings(
  read: readonly Reading[][],
  {embedder = wordsOnly(), lexicon}: MeaningOptions = {}
): Promise<Meaning[]> {
  const general = generalLexicon()
  const {near, names} = facetIndex(lexicon ? joinLexicons(general, lexicon) : general)
  const said = read.flatMap((readings) => readings.flatMap(({sentences}) => sentences.map(({text}) => text)))
  const implied = read.map((readings) => readings.find((reading) => reading.implied)?.implied?.text)
  const texts = [...said, ...implied.filter((text) => text !== undefined)]
  const {tier, dimensions, vectors, note} = await embed(embedder, texts)
  let next = 0
  let further = said.length
  return read.map((readings, at) => ({
    readings,
    vectors: readings.map(({sentences}) => sentences.map(() => vectors[next++]!)),
    ...(implied[at] === undefined ? {} : {implied: vectors[further++]!}),
    dimensions,
    near,
    names,
    tier,
    ...(note ? {note} : {})
  }))
}

async function embed(embedder: Embedder, texts: string[]) {
  const {tier, dimensions, note} = embedder
  try {
    const distinct = [...new Set(texts)]
    const made = await embedder.embed(distinct)
    const byText = new Map(distinct.map((text, at) => [text, made[at]!]))
    return {tier, dimensions, vectors: texts.map((text) => byText.get(text)!), note}
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0]! : String(error)
    const words = wordsOnly(`sentence vectors are not available (${cause}); compared by words only`)
    return {tier: words.tier, dimensions: 0, vectors: await words.embed(texts), note: words.note}
  }
}
