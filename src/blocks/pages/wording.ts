/** Lines to mdast phrasing: bold as `strong`, deliberate line ends as `break`, words cut at a line end whole again. */
import type {PhrasingContent} from 'mdast'
import {remembered} from '../../language/remembered.ts'
import {boldWeight, type Line, spaced} from './lines.ts'

interface Stretch {
  value: string
  strong: boolean
}

/** What the document's own words say about a word cut at a line end. */
export interface Hyphens {
  /** 'safeguard-' + 'ing': true when the hyphen is the line's, not the word's. */
  isSoft(before: string, after: string): boolean
}

/** Reads which words the document prints whole and which with a hyphen. */
export function hyphensOf(lines: Iterable<Line>): Hyphens {
  const whole = new Set<string>()
  const hyphened = new Set<string>()
  const cut: [string, string][] = []
  let [last, count]: [string | undefined, number] = [undefined, 0]
  for (const {words} of lines) {
    const first = bare(words[0]?.text ?? '')
    if (last && first) cut.push([last, first])
    last = undefined
    count += 1
    words.forEach(({text}, i) => {
      const end = i === words.length - 1 && /\p{L}[-\u2010]$/u.test(text)
      if (end) last = bare(text)
      else if (text.includes('-') && /\p{L}-\p{L}/u.test(text)) hyphened.add(bare(text))
      else if (text.length > 2) whole.add(bare(text))
    })
  }
  let [soft, hard] = [0, 0]
  for (const [before, after] of cut) {
    if (whole.has(before + after)) soft += 1
    else if (hyphened.has(`${before}-${after}`)) hard += 1
  }
  const seldom = soft === 0 && count >= manyLines && cut.length < cutShare * count
  return {
    isSoft(before, after) {
      const [left, right] = [bare(before), bare(after)]
      const head = left.split('-').at(-1) ?? left
      if (whole.has(left + right) || whole.has(head + right)) return true
      if (hyphened.has(`${left}-${right}`) || (tens.test(head) && units.test(right))) return false
      if (seldom) return false
      // A document that cuts words does so often: where no cut is known to be one, the hyphen after a prefix was written.
      if (soft === 0 && prefixes.test(head) && right.length >= prefixed) return false
      if (!whole.has(head) || !whole.has(right)) return true
      return soft >= hard && soft > 0
    }
  }
}

/** Lines from which on it can be told whether a document cuts words, and the share of them that then end in a hyphen, at least. */
const manyLines = 250
const cutShare = 0.012

/** Numbers from twenty-one to ninety-ninth keep their hyphen. */
const tens = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/
const units =
  /^(?:one|two|three|four|five|six|seven|eight|nine|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![a-z])/
/** Parts of words that are written with a hyphen as often as without, before a word of at least this many letters. */
const prefixes = /^(?:anti|co|cross|eco|ex|inter|mid|multi|non|post|pre|pro|re|self|semi|sub|well)$/
const prefixed = 5

/** The letters of a word, small; a document says most of its words again and again. */
const bare: (text: string) => string = remembered((text) => {
  const lower = text.toLowerCase()
  if (/^[a-z]+$/.test(lower)) return lower
  return lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').replace(/[\u00ad]/g, '')
})

/** The words of lines. `breaks` holds the indexes of lines that begin a new printed line on purpose. */
export function wordingOf(
  lines: readonly Line[],
  breaks: ReadonlySet<number>,
  hyphens: Hyphens,
  options: {plain?: boolean} = {}
): PhrasingContent[] {
  const phrasing: PhrasingContent[] = []
  let stretches: Stretch[] = []
  const flush = (): void => {
    phrasing.push(...phrasingOf(stretches, options.plain ?? false))
    stretches = []
  }
  lines.forEach((line, i) => {
    if (i > 0 && breaks.has(i)) {
      flush()
      if (phrasing.length > 0) phrasing.push({type: 'break'})
    } else if (i > 0) joinLine(stretches, line, hyphens)
    const bold = line.bold === 0 || line.bold === 1 ? undefined : boldWords(line)
    line.words.forEach((word, at) => {
      const before = line.words[at - 1]
      if (before && spaced(before, word)) add(stretches, ' ', false)
      const text = word.text.includes('\u00ad') ? word.text.replace(/\u00ad(?=.)/g, '') : word.text
      add(stretches, text, bold ? bold[at]! : line.bold === 1)
    })
  })
  flush()
  return phrasing
}

/** Which words of a line in two weights are bold; a word with a bold first letter is what most of it is. */
function boldWords({words}: Line): boolean[] {
  const bold: boolean[] = []
  for (let start = 0; start < words.length; ) {
    let end = start + 1
    while (end < words.length && !spaced(words[end - 1]!, words[end]!)) end += 1
    const part = words.slice(start, end)
    const letters = part.map(({text}) => text.replace(/[^\p{L}\p{N}]/gu, '').length)
    const mixed = part.some(({weight}) => weight >= boldWeight) && part.some(({weight}) => weight < boldWeight)
    const heavy = letters.reduce((sum, count, i) => sum + (part[i]!.weight >= boldWeight ? count : -count), 0)
    const split = mixed && !part.some(({text}) => /^[:;,.()–—-]+$/.test(text))
    for (const {weight} of part) bold.push(split ? heavy > 0 : weight >= boldWeight)
    start = end
  }
  return bold
}

function add(stretches: Stretch[], value: string, strong: boolean): void {
  const last = stretches.at(-1)
  if (last && (last.strong === strong || value === ' ')) last.value += value
  else stretches.push({value, strong})
}

/** Signs at a line's end that the next line may go on from without a space. */
const joints = '-\u2010\u00ad/._=&?–—'

/** What stands between the end of a line and the start of the next: nothing after a hyphen or a slash, else a space. */
function joinLine(stretches: Stretch[], next: Line, hyphens: Hyphens): void {
  const last = stretches.at(-1)
  if (!last) return
  const isJoint = joints.includes(last.value.at(-1)!)
  if (!isJoint || !joinsAt(last, next.words[0]!.text, hyphens)) add(stretches, ' ', false)
}

/** Whether the next line goes on from a sign at the end of this one; a hyphen that is only the line's is taken out. */
function joinsAt(last: Stretch, first: string, hyphens: Hyphens): boolean {
  const cut = /(\p{L}[\p{L}'’-]*)[-\u2010\u00ad]$/u.exec(last.value.slice(-60))
  if (cut && /^\p{Ll}/u.test(first)) {
    if (/\u00ad$/.test(last.value) || hyphens.isSoft(cut[1]!, /^[\p{L}'’]+/u.exec(first)?.[0] ?? first))
      last.value = last.value.slice(0, -1)
    return true
  }
  if (cut) return true
  // '2024-' + '28': a span of years or ages.
  if (/\d[-\u2010]$/.test(last.value) && /^\d/.test(first)) return true
  if (/[\p{L}\d]\/$/u.test(last.value) || /\/\/\S*[/.\-_=&?]$/.test(last.value.slice(-200))) return true
  return /[–—]$/.test(last.value) && !/\s[–—]$/.test(last.value)
}

function phrasingOf(stretches: readonly Stretch[], plain: boolean): PhrasingContent[] {
  if (plain) {
    const value = stretches
      .map((each) => each.value)
      .join('')
      .replace(/\s+/g, ' ')
      .trim()
    return value ? [{type: 'text', value}] : []
  }
  const phrasing: PhrasingContent[] = []
  stretches.forEach(({value, strong}, i) => {
    let text = value.replace(/\s+/g, ' ')
    if (i === 0) text = text.trimStart()
    if (i === stretches.length - 1) text = text.trimEnd()
    if (!text) return
    if (!strong || !/[\p{L}\p{N}]/u.test(text)) {
      const last = phrasing.at(-1)
      if (last?.type === 'text') last.value += text
      else phrasing.push({type: 'text', value: text})
      return
    }
    const inner = text.trimEnd()
    const last = phrasing.at(-1)
    if (last?.type === 'strong' && last.children[0]?.type === 'text') last.children[0].value += inner
    else phrasing.push({type: 'strong', children: [{type: 'text', value: inner}]})
    if (inner !== text) phrasing.push({type: 'text', value: text.slice(inner.length)})
  })
  return phrasing
}

/** The words of phrasing, breaks as '\n'. */
export function plainOf(phrasing: readonly PhrasingContent[]): string {
  return phrasing
    .map((node) =>
      node.type === 'break'
        ? '\n'
        : node.type === 'text'
          ? node.value
          : 'children' in node
            ? plainOf(node.children as PhrasingContent[])
            : ''
    )
    .join('')
}
