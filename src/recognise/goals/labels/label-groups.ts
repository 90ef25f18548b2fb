/** Words of levels alone on their lines, each over plain lines that are goals of that level: 'Goal: …', 'Objectives:', 'Activity:'. */
import type {Lexicon} from '../../lexicon.ts'
import {isEcho, isForeign} from '../../outline.ts'
import {boldHeadingDepth, type Piece} from '../../pieces.ts'
import type {LevelWord} from '../../vocabulary.ts'
import {wordCount} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {plainOpening} from '../opening-of.ts'
import type {Opening} from '../openings.ts'
import {formOf} from '../words/forms.ts'

/** Fewest goals printed so, and share of them under which a lower level must come back. */
const [leastTops, shareServed] = [2, 0.6]
/** Fewest and most words of a line that is a goal. */
const [leastWords, mostWords] = [2, 70]

interface Group {
  level: LevelWord
  label: Piece
  /** The goals under the label, with the words of each. */
  lines: {piece: Piece; title: string}[]
}

/** Rank of the levels of work, and of those of measures. */
const [workRank, measureRank] = [4, 5]

/**
 * Openings for the lines of such groups; empty unless one level's label stands over one line each time, and labels of lower
 * levels come back under it over plain lines.
 */
export function labelGroups(frame: Frame): Opening[] {
  const all = groupsIn(frame)
  if (isRecord(all, frame))
    return [openingIn(all[0]!, all[0]!.lines[0]!.piece, all[0]!.lines[0]!.title, all[0]!.level.rank)]
  const groups = [...Map.groupBy(all, ({level}) => level.word).values()]
    .filter((same) => same.length >= leastTops)
    .flat()
    .sort((a, b) => a.label.index - b.label.index)
  const topRank = Math.min(...groups.map(({level}) => level.rank))
  const tops = groups.filter(({level}) => level.rank === topRank)
  const lower = groups.filter(({level}) => level.rank > topRank)
  if (tops.length < leastTops || new Set(tops.map(({level}) => level.word)).size > 1) return []
  if (tops.some(({lines}) => lines.length !== 1)) return []
  const owners = lower.map(({label}) => tops.findLast((top) => top.label.index < label.index))
  if (owners.includes(undefined) || new Set(owners).size < Math.max(leastTops, tops.length * shareServed)) return []
  // entries that the document marks itself are read as the lists that they are
  const works = lower.filter(({level}) => level.rank < measureRank)
  const below = works.flatMap(({lines}) => lines)
  if (below.filter(({piece}) => piece.kind === 'paragraph').length < below.length / 2) return []
  return [...tops, ...works].flatMap((group) =>
    group.lines.map(({piece, title}) => openingIn(group, piece, title, topRank))
  )
}

/** One goal a document: 'Outcome' over its words, and right after it once how it is measured, 'Indicators' over a list. */
function isRecord([top, ...lower]: readonly Group[], {pieces}: Frame): boolean {
  if (top?.lines.length !== 1 || top.label.kind !== 'heading' || /s:?$/i.test(top.label.text)) return false
  const next = pieces.slice(top.label.index + 1).find(({kind}) => kind === 'heading')
  const words = new Set(lower.map(({level}) => level.word))
  return (
    next !== undefined &&
    next === lower[0]?.label &&
    words.size === lower.length &&
    lower.every(({level}) => level.rank >= measureRank)
  )
}

function openingIn({level}: Group, piece: Piece, title: string, topRank: number): Opening {
  const below = level.rank >= workRank ? 'action' : 'priority'
  return plainOpening(piece, {
    type: level.rank === topRank ? 'outcome' : below,
    term: level.word,
    title,
    rule: 'outcomes/label-group',
    confidence: 0.9,
    depth: boldHeadingDepth + 1
  })
}

function groupsIn({pieces, sections, lexicon}: Frame): Group[] {
  const groups: Group[] = []
  let open: Group | undefined
  for (const piece of pieces) {
    const place = sections[piece.index]
    const apart = piece.kind === 'table' || piece.entry || isForeign(place) || isEcho(place)
    const label = apart || piece.kind === 'listItem' ? undefined : labelOf(piece, lexicon)
    if (label) {
      const lines = label.title === '' ? [] : [{piece, title: label.title}]
      open = {level: label.level, label: piece, lines}
      groups.push(open)
    } else if (apart || piece.kind === 'heading' || endsGroup(piece, lexicon)) open = undefined
    else if (open && isLine(piece) && !isFull(open)) open.lines.push({piece, title: piece.text})
  }
  return groups.filter(({lines}) => lines.length > 0)
}

/** What stands after a title beside the label explains it, and so does what stands after a paragraph under a heading. */
function isFull({label, lines: [first]}: Group): boolean {
  return (
    first !== undefined && (first.piece === label || (label.kind === 'heading' && first.piece.kind === 'paragraph'))
  )
}

function isLine({text}: Piece): boolean {
  return wordCount(text) >= leastWords && wordCount(text) <= mostWords
}

/** A line that leads in, or is led by, something else. */
function endsGroup({text, lead}: Piece, lexicon: Lexicon): boolean {
  // 'Review research strategies' is an order, though its last word names a list
  const leads = lexicon.leadInOf(text) !== undefined && formOf(text) !== 'act'
  return /:$/.test(text) || leads || lexicon.labelled(text, lead) !== undefined
}

/** 'Objective: …' without a number, or 'Objective:', 'Objectives:', 'Objective(s)' alone. */
function labelOf({text, kind, bold, lead}: Piece, lexicon: Lexicon): {level: LevelWord; title: string} | undefined {
  if (/:$/.test(text) || kind === 'heading' || bold) {
    const one = text.replace(/\(s\)(?=\s*:?$)/i, '')
    const alone =
      lexicon.labelAlone(one) ?? lexicon.labelAlone(one.replace(/ies(?=\s*:?$)/, 'y').replace(/s(?=\s*:?$)/, ''))
    if (alone) return {level: alone.level, title: ''}
  }
  const level = kind === 'paragraph' ? lexicon.levelOf(text) : undefined
  if (!level || level.label || level.title === '' || wordCount(level.title) > mostWords) return undefined
  return lead === '' || text.startsWith(`${lead} `) ? level : undefined
}
