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
    tokens.push({plain: foldMarks(match[0].normalize('NFKC')), printed: match[0]})
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
  /** The kept words right before and after it, lower case; '' at an end of the text. */
  beside: readonly [left: string, right: string]
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
  slide(runs)
  return runs
}

/** Words that begin a phrase. */
const opening = new Set(
  'in on at of for with from to by and or who which that where when while as under over through within across including'.split(
    ' '
  )
)

/**
 * Moves what only came in or only fell away to where a phrase begins: 'people in [+care in+] these times' is 'people
 * [+in care+] in these times'. Both say the same of the words; one says it as a person would.
 */
function slide(runs: Run[]): void {
  for (const [at, run] of runs.entries()) {
    const [left, right] = [runs[at - 1], runs[at + 1]]
    if (run.mark === '=' || !left || !right || run.before.length > 0 === run.after.length > 0) continue
    const own = run.before.length > 0 ? run.before : run.after
    const opens = (token: Token | undefined) => opening.has(token?.plain.toLowerCase() ?? '')
    let steps = 0
    const cut = [...own]
    for (
      let back = 1;
      back < left.after.length && !opens(cut[0]) && cut.at(-1)!.plain === left.after.at(-back)!.plain;
      back += 1
    ) {
      cut.unshift(cut.pop()!)
      steps = back
    }
    if (steps === 0 || !opens(cut[0])) continue
    for (const [side, ours] of [
      ['before', run.before],
      ['after', run.after]
    ] as const) {
      const all = [...left[side], ...ours, ...right[side]]
      const kept = left[side].length - steps
      left[side] = all.slice(0, kept)
      run[side] = all.slice(kept, kept + ours.length)
      right[side] = all.slice(kept + ours.length)
    }
  }
}

export function editsOf(before: string, after: string): Edit[] {
  const edits: Edit[] = []
  let [i, j] = [0, 0]
  const runs = runsOf(tokensOf(before), tokensOf(after))
  const word = (token: Token | undefined) => token?.plain.toLowerCase() ?? ''
  runs.forEach((run, at) => {
    const [oldSpan, newSpan] = [[i, i + lengthOf(run.before)] as const, [j, j + lengthOf(run.after)] as const]
    const beside = [word(runs[at - 1]?.after.at(-1)), word(runs[at + 1]?.after[0])] as const
    if (run.mark === '±') edits.push({before: run.before, after: run.after, oldSpan, newSpan, beside})
    i = oldSpan[1]
    j = newSpan[1]
  })
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
