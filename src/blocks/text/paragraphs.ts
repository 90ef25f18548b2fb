/** Paragraphs of Markdown-like prose: one for each run of lines that only wrap. */
import type {Paragraph} from 'mdast'
import {type Piece, phrasingOf, plainOf, tidied} from '../pieces.ts'
import type {Context} from './context.ts'
import {flattened} from './flat-phrasing.ts'
import {endsOpen, endsSentence, startsInside} from './lines.ts'
import {isWrapped, type Wrapping} from './wrapping.ts'

/** A printed line of a paragraph: its pieces, where it stands, and whether a hard break ends it. */
interface PrintedLine {
  pieces: Piece[]
  words: string
  start: number
  end: number
  hard: boolean
}

/** A parsed paragraph, parted where a line end was meant. */
export function paragraphs(node: Paragraph, context: Context): Paragraph[] {
  const lines = printedLines(node, context)
  const again = context.wrapping.wrapped ? new Set<string>() : repeatedStarts(lines)
  const groups: PrintedLine[][] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const before = group?.at(-1)
    const own =
      again.has(startOf(line)) || (!context.wrapping.wrapped && isLabelled(line) && before && !endsOpen(before.words))
    if (group && before && (before.hard || (!own && isWrapped(before, line, context.wrapping)))) group.push(line)
    else groups.push([line])
  }
  return groups.flatMap((group) => {
    const pieces = joinedLines(group, context.wrapping)
    if (plainOf(pieces).trim() === '') return []
    return [
      {
        type: 'paragraph' as const,
        children: phrasingOf(pieces),
        position: context.places.position(group[0]!.start, group.at(-1)!.end)
      }
    ]
  })
}

/** The first word of a line, where it is one that lines of a kind may share: 'Objective', 'Action'. */
function startOf({words}: PrintedLine): string {
  return /^\p{Lu}\p{Ll}{3,20}(?= \S)/u.exec(words.trimStart())?.[0] ?? ''
}

/** Words that open several lines of one paragraph: 'Objective Train …', 'Objective Open …', which are lines of their own. */
function repeatedStarts(lines: readonly PrintedLine[]): Set<string> {
  const starts = Map.groupBy(lines.map(startOf).filter(Boolean), (start) => start)
  return new Set([...starts.values()].filter(({length}) => length > 1).map(([start]) => start!))
}

/** 'Policy T2: …', 'Actions:' at the start of a line. */
function isLabelled({words}: PrintedLine): boolean {
  return /^\p{Lu}[\p{L}'’-]{2,20}(?: \p{L}{2,20})?(?: [A-Z]{0,3}\d{1,2}(?:\.\d{1,2})?)?:(?:\s|$)/u.test(
    words.trimStart()
  )
}

function joinedLines(group: readonly PrintedLine[], wrapping: Wrapping): Piece[] {
  const pieces: Piece[] = []
  group.forEach((line, index) => {
    const before = group[index - 1]
    if (before) {
      const wrapped =
        !before.hard || (startsInside(line.words) && !endsSentence(before.words) && isWrapped(before, line, wrapping))
      if (!wrapped) pieces.push('break')
      else if (!/\p{L}-$/u.test(before.words) || !startsInside(line.words))
        pieces.push({value: ' ', strong: isBoldAcross(before, line)})
    }
    pieces.push(...line.pieces)
  })
  return tidied(pieces)
}

function isBoldAcross(before: PrintedLine, line: PrintedLine): boolean {
  const [last, first] = [before.pieces.at(-1), line.pieces[0]]
  return (
    last !== undefined && last !== 'break' && last.strong && first !== undefined && first !== 'break' && first.strong
  )
}

function printedLines(node: Paragraph, context: Context): PrintedLine[] {
  const from = context.edited.text
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const lines: PrintedLine[] = []
  let pieces: Piece[] = []
  let [line, at] = [(node.position?.start.line ?? 1) - 1, start]
  const close = (hard: boolean): void => {
    const next = context.starts[line + 1] ?? from.length + 1
    const stop = Math.min(next - 1, end)
    const raw = from.slice(at, stop)
    const lead = raw.length - raw.trimStart().length
    const tidy = tidied(pieces)
    lines.push({
      pieces: tidy,
      words: plainOf(tidy),
      start: context.edited.toSource(at + lead),
      end: context.edited.toSource(Math.max(at + lead, at + raw.trimEnd().length)),
      hard
    })
    pieces = []
    line++
    at = next
  }
  for (const piece of flattened(node.children)) {
    if (piece === 'newline') close(false)
    else if (piece === 'break-line') close(context.wrapping.breaks)
    else pieces.push(piece)
  }
  close(false)
  return lines.filter(({words}) => words.trim() !== '')
}
