import {planWords} from '../../language/stems.ts'
import type {OverlapReason} from '../types.ts'
import {bandFrom} from './bands.ts'
import type {Pairing, Signs} from './signs.ts'
import {dot} from './vectors.ts'

/** Most words named in one reason. */
const mostWords = 8
/** Longest quotation of a parent, in characters. */
const longestQuote = 80

/** Why two units match or do not, in words that can be checked against both: shared words first, then equal ones, and so on. */
export function reasonsOf(
  pairing: Pairing,
  i: number,
  j: number,
  signs: Signs,
  more: {above?: number; reuse?: boolean; names: ReadonlyMap<string, string>}
): OverlapReason[] {
  const a = pairing.a[i]!.reading
  const b = pairing.b[j]!.reading
  const reasons: OverlapReason[] = []
  if (more.reuse) reasons.push({kind: 'reuse', text: 'A sentence of one stands in the other, word for word or nearly.'})
  const tokens = [...a.tokens.keys()]
    .filter((token) => b.tokens.has(token))
    .sort(
      (x, y) => pairing.idf(y) * b.tokens.get(y)! - pairing.idf(x) * b.tokens.get(x)! || (x < y ? -1 : x > y ? 1 : 0)
    )
  const words = tokens
    .filter((token) => !/^[=~]/.test(token) && !planWords.has(token) && a.printed.get(token)!.split(/\s/).length === 1)
    .map((token) => a.printed.get(token)!.toLowerCase())
  const alike = tokens
    .filter(
      (token) => token.startsWith('=') && a.printed.get(token)!.toLowerCase() === b.printed.get(token)!.toLowerCase()
    )
    .map((token) => a.printed.get(token)!.toLowerCase())
  const shared = [...new Set([...alike, ...words])].slice(0, mostWords)
  if (shared.length > 0) reasons.push({kind: 'shared-words', text: `Both say ${list(shared)}.`, words: shared})
  for (const token of tokens.filter((one) => one.startsWith('=')).slice(0, mostWords)) {
    const [x, y] = [a.printed.get(token)!, b.printed.get(token)!]
    const [p, q] = [a.terms.get(token), b.terms.get(token)]
    if (!p || !q || x.toLowerCase() === y.toLowerCase()) continue
    const text =
      p.opposite === q.opposite
        ? `'${x}' and '${y}' are read as the same: ${p.say}.`
        : `'${x}' and '${y}' are two sides of one thing: ${p.say}.`
    reasons.push({kind: 'equal-words', text, words: [x, y]})
  }
  reasons.push(...facetReasons(pairing, i, j, signs, more.names))
  const parents = [a, b].map(({over}, side) =>
    over[0] === undefined ? undefined : (side === 0 ? pairing.a : pairing.b)[over[0]]?.reading.unit
  )
  const [over, beyond] = parents
  if (over && beyond && more.above !== undefined && more.above >= bandFrom.related)
    reasons.push({
      kind: 'parents',
      text: `They stand under '${quote(over.text)}' and '${quote(beyond.text)}', which match too.`
    })
  if (signs.whole >= likeMeaning && shared.length <= 2)
    reasons.push({kind: 'meaning', text: likeSentences(pairing, i, j)})
  return reasons
}

/** The two sentences that are nearest in meaning, quoted where a unit has several. */
function likeSentences(pairing: Pairing, i: number, j: number): string {
  const [a, b] = [pairing.a[i]!, pairing.b[j]!]
  if (a.single && b.single) return 'They mean much the same in other words, by their sentence vectors.'
  let best = {likeness: -1, x: 0, y: 0}
  for (const [x, one] of a.sentences.entries())
    for (const [y, other] of b.sentences.entries()) {
      const likeness = dot(one, other)
      if (likeness > best.likeness) best = {likeness, x, y}
    }
  const said = ({sentences}: Pairing['a'][number]['reading'], at: number) => quote(sentences[at]!.said)
  return `Nearest in meaning, by sentence vectors: '${said(a.reading, best.x)}' and '${said(b.reading, best.y)}'.`
}

/** Cosine from which the vectors are named as a reason. */
const likeMeaning = 0.3

function facetReasons(
  pairing: Pairing,
  i: number,
  j: number,
  signs: Signs,
  names: ReadonlyMap<string, string>
): OverlapReason[] {
  const a = pairing.a[i]!.reading
  const b = pairing.b[j]!.reading
  const reasons: OverlapReason[] = []
  const groups = (set: ReadonlySet<string>) => list([...set].sort().map((id) => names.get(id) ?? id))
  if (signs.population === 1) {
    const both = new Set([...a.populations].filter((id) => b.populations.has(id)))
    const named = both.isSubsetOf(a.facets.populations) && both.isSubsetOf(b.facets.populations)
    const text = named
      ? `Both name ${groups(both)}.`
      : `Both are for ${groups(both)}, by their words or those over them.`
    reasons.push({kind: 'facet-agrees', text})
  } else if (signs.population < 0)
    reasons.push({
      kind: 'facet-clashes',
      text: `One is for ${groups(a.populations)}, the other for ${groups(b.populations)}.`
    })
  if (signs.direction < 0) reasons.push({kind: 'facet-clashes', text: 'One wants more of it, the other fewer.'})
  if (signs.direction > 0) reasons.push({kind: 'facet-agrees', text: 'Both want it to go the same way.'})
  if (signs.agesApart) reasons.push({kind: 'facet-clashes', text: 'They name different ages.'})
  if (signs.denied) reasons.push({kind: 'facet-clashes', text: 'One denies what the other says.'})
  if (signs.kindsApart) reasons.push({kind: 'facet-clashes', text: 'One is a measure, the other a commitment.'})
  return reasons
}

const quote = (text: string) => (text.length > longestQuote ? `${text.slice(0, longestQuote - 1).trimEnd()}…` : text)

function list(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
