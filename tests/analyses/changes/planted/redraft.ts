/** A new draft of a plan's text with edits of known kind and class at places drawn from a seed. */

import {bareWords} from '../../../../src/analyses/matching/profile.ts'
import type {ChangeClass, ChangeFacet, ChangeKind} from '../../../../src/analyses/types.ts'
import {furtherLineEdits, furtherSentenceEdits} from './further-edits.ts'
import {seeded, shuffled} from './seeded.ts'
import {editorialEdits, type SentenceEdit, substantiveEdits} from './sentence-edits.ts'

export interface Planted {
  edit: string
  /** Any of these is right; the first is best. */
  kinds: ChangeKind[]
  class: ChangeClass | 'either'
  facets?: ChangeFacet[]
  draft: string
  final: string
  /** Of two that changed places the words of the other: either may be told. */
  or?: string
}

export interface Redraft {
  text: string
  planted: Planted[]
}

export interface Line {
  raw: string
  /** The bullet or number before the words, with the space after it. */
  marker: string
  words: string
  kind: 'bullet' | 'prose' | 'row' | 'other'
}

const markerShape = /^\s*(?:[-*•·] |\d{1,2}(?:\.\d{1,2}){0,2}[.)]? |\d?[a-z][.)] |\d[a-z]\. )/

function linesOf(text: string): Line[] {
  return text.split('\n').map((raw): Line => {
    const marker = markerShape.exec(raw)?.[0] ?? ''
    const words = raw.slice(marker.length).trim()
    if (/^\s*#|\.{4,}|^\s*\|?\s*[-:]{3}|^\s*$|^\s*[\d.]+\s*$|^[A-Z ]+$/.test(raw) || !/\p{Ll}{2}/u.test(raw))
      return {raw, marker, words, kind: 'other'}
    if (/[\t|<>]/.test(raw)) return {raw, marker, words, kind: 'row'}
    return {raw, marker, words, kind: marker ? 'bullet' : 'prose'}
  })
}

/** Runs of words without markup in a line, by offset. */
function* stretches(line: Line): Generator<{start: number; text: string}> {
  const from = line.kind === 'row' ? 0 : line.marker.length
  for (const match of line.raw.slice(from).matchAll(/[^\t|<>*_[\]]{20,2000}/g)) {
    // The inside of a tag is no text.
    if (line.raw[from + match.index - 1] === '<') continue
    yield {start: from + match.index, text: match[0]}
  }
}

interface Site {
  at: number
  start: number
  sentence: string
}

function sitesOf(lines: readonly Line[]): Site[] {
  const sites: Site[] = []
  lines.forEach((line, at) => {
    if (line.kind === 'other' || /^\*\*|:$/.test(line.raw.trim())) return
    for (const {start, text} of stretches(line)) {
      let offset = 0
      for (const part of text.split(/(?<=[.!?]["']?) (?=["'\p{Lu}])/u)) {
        const lead = part.length - part.trimStart().length
        const sentence = part.trim()
        if (sentence.split(' ').length >= 5 && !/[[\]]|https?:/.test(line.raw) && /^["'\p{Lu}\d]/u.test(sentence))
          sites.push({at, start: start + offset + lead, sentence})
        offset += part.length + 1
      }
    }
  })
  return sites
}

const newGoals = [
  'Open a repair workshop for bicycles in each harbour town.',
  'Lend musical instruments to pupils through the libraries.',
  'Pay for swimming badges for pupils who cannot afford them.'
]
const newSentences = [
  'A ferry pass will be posted to each family in the islands.',
  'The lighthouse museum has offered its hall for this without rent.'
]

/** Edits of whole lines. Each returns the new lines or undefined where it does not apply at this place. */
export type LineEdit = (
  lines: readonly Line[],
  at: number,
  random: () => number
) => {lines: Line[]; planted: Planted; touched: number[]} | undefined

const isBullet = (line: Line | undefined): boolean =>
  line?.kind === 'bullet' &&
  /^\s*[-*•·] $/.test(line.marker) &&
  !/\*\*|^["“]|https?:/.test(line.words) &&
  line.words.split(' ').length >= 5

const without = (lines: readonly Line[], at: number): Line[] => lines.filter((_, k) => k !== at)
const inserted = (lines: readonly Line[], at: number, more: Line): Line[] => [
  ...lines.slice(0, at),
  more,
  ...lines.slice(at)
]
const bulletOf = (like: Line, words: string): Line => ({
  raw: like.marker + words,
  marker: like.marker,
  words,
  kind: 'bullet'
})

const lineEdits: Readonly<Record<string, LineEdit>> = {
  'bullet dropped': (lines, at) =>
    isBullet(lines[at]) && (isBullet(lines[at - 1]) || isBullet(lines[at + 1]))
      ? {
          lines: without(lines, at),
          touched: [at - 1, at, at + 1],
          planted: {
            edit: 'bullet dropped',
            kinds: ['removed'],
            class: 'substantive',
            draft: lines[at]!.words,
            final: ''
          }
        }
      : undefined,
  'bullet added': (lines, at, random) => {
    if (!isBullet(lines[at])) return undefined
    const words = newGoals[Math.floor(random() * newGoals.length)]!
    return {
      lines: inserted(lines, at + 1, bulletOf(lines[at]!, words)),
      touched: [at],
      planted: {edit: 'bullet added', kinds: ['added'], class: 'substantive', draft: '', final: words}
    }
  },
  'bullet split': (lines, at) => {
    const line = lines[at]
    if (!isBullet(line)) return undefined
    const cut =
      /^(.{25,}?),? and ((?:to )?(?:provide|support|develop|give|offer|help|work|improve|ensure|reduce|increase|make|promote|be able|feel|have|are|know)\b.{15,})$/i.exec(
        line!.words
      )
    if (!cut) return undefined
    const [one, other] = [`${cut[1]}.`, cut[2]!.charAt(0).toUpperCase() + cut[2]!.slice(1)]
    const next = inserted(without(lines, at), at, bulletOf(line!, other))
    return {
      lines: inserted(next, at, bulletOf(line!, one)),
      touched: [at],
      planted: {edit: 'bullet split', kinds: ['split'], class: 'either', draft: line!.words, final: `${one} ${other}`}
    }
  },
  'bullets merged': (lines, at) => {
    const [one, other] = [lines[at], lines[at + 1]]
    if (!isBullet(one) || !isBullet(other) || one!.words.length > 160 || other!.words.length > 160) return undefined
    const words = `${one!.words.replace(/[.;,]$/, '')} and ${other!.words.charAt(0).toLowerCase()}${other!.words.slice(1)}`
    return {
      lines: inserted(without(without(lines, at), at), at, bulletOf(one!, words)),
      touched: [at, at + 1],
      planted: {
        edit: 'bullets merged',
        kinds: ['merged'],
        class: 'either',
        draft: `${one!.words} ${other!.words}`,
        final: words
      }
    }
  },
  'bullet moved': (lines, at, random) => {
    const line = lines[at]
    if (!isBullet(line) || !isBullet(lines[at - 1])) return undefined
    const far = lines.flatMap((each, k) =>
      Math.abs(k - at) > 12 && isBullet(each) && isBullet(lines[k + 1]) && each.marker === line!.marker ? [k] : []
    )
    const to = far[Math.floor(random() * far.length)]
    if (to === undefined) return undefined
    const next = to > at ? without(inserted(lines, to + 1, line!), at) : inserted(without(lines, at), to + 1, line!)
    return {
      lines: next,
      touched: [at - 1, at, at + 1, to, to + 1],
      planted: {
        edit: 'bullet moved',
        kinds: ['moved', 'added', 'removed'],
        class: 'either',
        draft: line!.words,
        final: line!.words
      }
    }
  },
  'sentence dropped': (lines, at) => {
    const line = lines[at]
    if (line?.kind !== 'prose' || /\*\*|https?:/.test(line.words)) return undefined
    const parts = line.words.split(/(?<=[.!?]) (?=\p{Lu})/u)
    const middle = parts[1]
    if (parts.length < 3 || !middle || middle.split(' ').length < 6) return undefined
    const words = [...parts.slice(0, 1), ...parts.slice(2)].join(' ')
    return {
      lines: lines.map((each, k) => (k === at ? {...line, raw: words, words} : each)),
      touched: [at],
      planted: {edit: 'sentence dropped', kinds: ['removed'], class: 'substantive', draft: middle, final: ''}
    }
  },
  'sentence added': (lines, at, random) => {
    const line = lines[at]
    if (
      line?.kind !== 'prose' ||
      /\*\*|https?:/.test(line.words) ||
      !/[.!?]$/.test(line.words) ||
      line.words.length < 80
    )
      return undefined
    const more = newSentences[Math.floor(random() * newSentences.length)]!
    const words = `${line.words} ${more}`
    return {
      lines: lines.map((each, k) => (k === at ? {...line, raw: words, words} : each)),
      touched: [at],
      planted: {edit: 'sentence added', kinds: ['added'], class: 'substantive', draft: '', final: more}
    }
  },
  'row dropped': (lines, at) => {
    const line = lines[at]
    if (line?.kind !== 'row' || lines[at - 1]?.kind !== 'row' || lines[at + 1]?.kind !== 'row') return undefined
    if (/\t\s*\d*\s*$/.test(line.raw)) return undefined
    const cells = line.raw.split(/\s*[\t|]\s*/).filter((cell) => cell.split(' ').length > 2)
    if (cells.length === 0 || !/^(?:\| )?(?:\d|[A-Z][a-z])/.test(line.raw)) return undefined
    return {
      lines: without(lines, at),
      touched: [at - 1, at, at + 1],
      planted: {
        edit: 'row dropped',
        kinds: ['removed'],
        class: 'substantive',
        draft: cells[0]!.replace(/<[^>]*>/g, ' '),
        final: ''
      }
    }
  }
}

/** Words that stand once in the text: an edit of them is one change, not one of several like it. */
const standsOnce = (all: string, words: string): boolean => {
  const bare = bareWords(words)
  const at = all.indexOf(bare)
  return bare !== '' && at >= 0 && all.indexOf(bare, at + 1) < 0
}

/**
 * The text with `count` edits, each at its own lines, at most `perEdit` of a sort.
 * @param only names of edits to draw from; all without it
 */
export function redraft(text: string, seed: number, count: number, only?: ReadonlySet<string>): Redraft {
  const random = seeded(seed)
  let lines = linesOf(text)
  const all = bareWords(text.replace(/<[^>]*>/g, ' '))
  const planted: Planted[] = []
  const closed = new Set<Line>()
  const close = (at: readonly number[]) => {
    for (const k of at) if (lines[k]) closed.add(lines[k]!)
  }
  const sentences: readonly SentenceEdit[] = [
    ...substantiveEdits,
    ...editorialEdits,
    ...(only ? furtherSentenceEdits : [])
  ]
  const ofLines = only ? {...lineEdits, ...furtherLineEdits} : lineEdits
  const names = [...sentences.map(({name}) => name), ...Object.keys(ofLines)].filter((name) => !only || only.has(name))
  for (const name of shuffled([...names, ...names], random)) {
    if (planted.length >= count) break
    const edit = sentences.find((each) => each.name === name)
    if (edit) {
      for (const site of shuffled(sitesOf(lines), random).slice(0, 200)) {
        const line = lines[site.at]!
        if (closed.has(line) || !standsOnce(all, site.sentence)) continue
        const after = edit.edit(site.sentence, random)
        if (after === undefined || after === site.sentence) continue
        const raw = line.raw.slice(0, site.start) + after + line.raw.slice(site.start + site.sentence.length)
        const next = {...line, raw, words: raw.slice(line.marker.length).trim()}
        lines = lines.map((each) => (each === line ? next : each))
        closed.add(next)
        planted.push({
          edit: name,
          kinds: ['reworded'],
          class: edit.class,
          draft: site.sentence,
          final: after,
          ...(edit.facets ? {facets: edit.facets} : {})
        })
        break
      }
      continue
    }
    for (const at of shuffled(
      lines.map((_, k) => k),
      random
    )) {
      const line = lines[at]!
      if (closed.has(line) || !standsOnce(all, line.words)) continue
      const done = ofLines[name]!(lines, at, random)
      if (!done || done.touched.some((k) => lines[k] && closed.has(lines[k]!))) continue
      close(done.touched)
      const before = new Set(lines)
      lines = done.lines
      for (const each of lines) if (!before.has(each)) closed.add(each)
      planted.push(done.planted)
      break
    }
  }
  return {text: lines.map(({raw}) => raw).join('\n'), planted}
}
