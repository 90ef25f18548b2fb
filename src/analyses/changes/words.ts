import {diffArrays} from 'diff'
import {foldMarks} from '../../language/fold.ts'
import type {WordDiff} from '../types.ts'

/** A word, number, date or mark with the white space after it. */
export interface Token {
  /** As compared: marks folded, case kept. */
  plain: string
  printed: string
}

const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?'
/** Dates, amounts, words, marks: each one token. Each alternative is bounded, so the whole is linear in the text. */
const tokenShape = new RegExp(
  [
    `(?:\\d{1,2}(?:st|nd|rd|th)? ${month}(?: \\d{4})?|${month} (?:\\d{1,2},? )?\\d{4})(?![\\p{L}\\p{N}])`,
    '[£$€]?\\d[\\d,.:/-]{0,30}\\d(?:%|[a-z]{1,3}\\b)?|[£$€]?\\d(?:%|[a-z]{1,3}\\b)?',
    "(?:\\p{L}\\.){2,8}|[\\p{L}\\p{N}\\p{M}]+(?:['’-][\\p{L}\\p{N}\\p{M}]+){0,8}",
    '[^\\s]'
  ]
    .map((each) => `(?:${each})`)
    .join('|'),
  'gu'
)

/** The text cut into tokens that, printed one after another, give it again. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const match of text.matchAll(tokenShape)) {
    if (match.index > end && tokens.length > 0) tokens.at(-1)!.printed += text.slice(end, match.index)
    tokens.push({plain: foldMarks(match[0]), printed: match[0]})
    end = match.index + match[0].length
  }
  if (tokens.length > 0) tokens.at(-1)!.printed += text.slice(end)
  return tokens
}

/** A run of tokens that stand for each other: `before` gave way to `after`; either may be empty. */
export interface Edit {
  before: Token[]
  after: Token[]
  /** Offsets of the run in the old and the new text, end excluded. */
  oldSpan: readonly [start: number, end: number]
  newSpan: readonly [start: number, end: number]
}

interface Run {
  mark: '=' | '±'
  before: Token[]
  after: Token[]
}

function runsOf(before: readonly Token[], after: readonly Token[]): Run[] {
  const parts = diffArrays([...before], [...after], {comparator: (a, b) => a.plain === b.plain})
  const runs: Run[] = []
  let [i, j] = [0, 0]
  for (const {value, removed, added} of parts) {
    const [old, now] = [added ? [] : before.slice(i, i + value.length), removed ? [] : after.slice(j, j + value.length)]
    i += old.length
    j += now.length
    const last = runs.at(-1)
    const mark = removed || added ? '±' : '='
    if (last?.mark === '±' && mark === '±') {
      last.before.push(...old)
      last.after.push(...now)
    } else runs.push({mark, before: old, after: now})
  }
  return runs
}

export function editsOf(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  let [i, j] = [0, 0]
  for (const run of runsOf(tokensOf(before), tokensOf(after))) {
    const [oldSpan, newSpan] = [[i, i + lengthOf(run.before)] as const, [j, j + lengthOf(run.after)] as const]
    if (run.mark === '±') edits.push({before: run.before, after: run.after, oldSpan, newSpan})
    i = oldSpan[1]
    j = newSpan[1]
  }
  return edits
}

const lengthOf = (tokens: readonly Token[]): number => tokens.reduce((sum, token) => sum + token.printed.length, 0)

/** Kept words between two changes that are not worth an eye's stop: one short word or a mark. */
const island = {tokens: 2, letters: 7}

/**
 * Word differences as people read them: whole words, with the small islands of kept words between two changes joined in.
 * '=' and '-' together are the old text, '=' and '+' the new one (kept words as the new text prints them).
 */
export function wordDiff(before: string, after: string): WordDiff[] {
  const runs: Run[] = []
  for (const run of runsOf(tokensOf(before), tokensOf(after))) {
    const [island1, change] = [runs.at(-1), runs.at(-2)]
    if (run.mark === '±' && island1?.mark === '=' && change?.mark === '±' && isIsland(island1, change, run)) {
      runs.pop()
      change.before.push(...island1.before, ...run.before)
      change.after.push(...island1.after, ...run.after)
    } else runs.push(run)
  }
  const print = (tokens: readonly Token[]) => tokens.map((token) => token.printed).join('')
  return runs.flatMap(({mark, before: old, after: now}): WordDiff[] => {
    if (mark === '=') return [['=', print(now)]]
    return [
      ...(old.length ? [['-', print(old)] as WordDiff] : []),
      ...(now.length ? [['+', print(now)] as WordDiff] : [])
    ]
  })
}

function isIsland({after}: Run, left: Run, right: Run): boolean {
  const letters = after.map((token) => token.plain).join('').length
  const both = (run: Run) => run.before.length > 0 && run.after.length > 0
  return after.length <= island.tokens && letters <= island.letters && (both(left) || both(right))
}
