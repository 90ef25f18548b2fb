/**
 * Tables without upright rules whose level rules are drawn cell by cell, as browsers and word processors do: where two pieces
 * of a rule meet, two columns do, and each stretch between two rules is a row however its cells are set.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {centreX} from '../pages/boxes.ts'
import {type Line, linesOf, textOf} from '../pages/lines.ts'
import {filledCells, type RowDraft, type TableDraft} from './draft.ts'
import {mergeDown, wholeRow} from './half-ruled.ts'
import type {Ruling, Stroke} from './rulings.ts'

/** Joints of two rules of one table lie under one another, points. */
const near = 2.5
/** Words of a line that runs over a column's edge at least, and white space between them at most, ems. */
const proseWords = 3
const proseGap = 0.9
/** How far a word may reach over an edge, points. */
const over = 1.5
/** Distance of an underline from the baseline of its words, ems at most. */
const underlineEms = 0.35
/** Letters of a header row that comes back, at least. */
const headerLetters = 6

/** Around rules of a table stand at most so many words, and one under the other at most so many tables: more are a picture. */
const mostWords = 20_000
const mostParts = 60

export interface CellRuled {
  tables: TableDraft[]
  /** Rules that are of none of them. */
  rest: Stroke[]
}

/** The tables that a group of level rules draws cell by cell. `words` holds those of the page from well above it to well below. */
export function cellRuledTables(ruling: Ruling, words: readonly Run[], page: number): CellRuled {
  const level = [...ruling.level].sort((a, b) => a.at - b.at)
  if (ruling.upright.length > 0 || !level.some(({joints}) => joints)) return {tables: [], rest: level}
  if (words.length > mostWords) return {tables: [], rest: level}
  const [left, right] = [ruling.box[0] - 2, ruling.box[2] + 2]
  const lines = linesOf(
    words.filter(({box}) => centreX(box) > left && centreX(box) < right),
    page
  )
  const parts = chainsOf(level, ruling).flatMap((chain) => partsAtText(chain, lines))
  if (parts.length > mostParts) return {tables: [], rest: level}
  const tables: TableDraft[] = []
  const rest: Stroke[] = []
  for (const part of parts) {
    const table = isUnderline(part, lines) ? undefined : tableOf(part, lines, ruling, page)
    if (table) tables.push(table)
    else rest.push(...part)
  }
  return {tables, rest}
}

/** Where columns begin under a rule: its joints, and its ends where it runs under some columns only. */
const marksOf = ({joints = [], from, to}: Stroke, [left, , right]: Ruling['box']): number[] => [
  ...(from > left + 2 * near ? [from] : []),
  ...joints,
  ...(to < right - 2 * near ? [to] : [])
]

const within = (marks: readonly number[], others: readonly number[]): boolean =>
  marks.every((x) => others.some((other) => Math.abs(other - x) < near))

/** Rules under one another that know of the same columns. */
function chainsOf(level: readonly Stroke[], {box}: Ruling): Stroke[][] {
  const chains: {rules: Stroke[]; marks: number[]}[] = []
  for (const rule of level) {
    const marks = marksOf(rule, box)
    const last = chains.at(-1)
    if (last && (within(marks, last.marks) || within(last.marks, marks))) {
      last.rules.push(rule)
      if (marks.length > last.marks.length) last.marks = marks
    } else chains.push({rules: [rule], marks})
  }
  return chains.map(({rules}) => rules)
}

/** Left edges of the columns that rules tell, and the right edge of the last. */
function columnsOf(rules: readonly Stroke[], box: Ruling['box']): number[] {
  const [first, ...marks] = [
    Math.min(...rules.map(({from}) => from)),
    ...rules.flatMap((rule) => marksOf(rule, box)).sort((a, b) => a - b)
  ]
  const columns = [first!]
  for (const x of marks) if (x - columns.at(-1)! > near) columns.push(x)
  return [...columns, Math.max(...rules.map(({to}) => to))]
}

/** Words stand right on a rule and end with it: it underlines them. */
const isUnderline = (rules: readonly Stroke[], lines: readonly Line[]): boolean =>
  rules.length === 1 &&
  lines.some(({baseline, size}) => rules[0]!.at > baseline - 1 && rules[0]!.at - baseline < underlineEms * size)

/** A line of running text: its words stand close and one of them over an edge of the columns under a rule. */
function runsOver({words, size}: Line, edges: readonly number[]): boolean {
  if (words.length < proseWords) return false
  if (words.some(({box}, i) => i > 0 && box[0] - words[i - 1]!.box[2] > proseGap * size)) return false
  return words.some(({box}) => edges.some((x) => box[0] < x - over && box[2] > x + over))
}

const lineBetween = (lines: readonly Line[], top: number, bottom: number): Line[] =>
  lines.filter(({baseline}) => baseline > top && baseline <= bottom + 1)

/** Rules of tables under one another that have the same columns, parted where running text or the header row comes between. */
function partsAtText(rules: readonly Stroke[], lines: readonly Line[]): Stroke[][] {
  const parts: Stroke[][] = []
  let header = ''
  rules.forEach((rule, i) => {
    const above = rules[i - 1]
    const band = lineBetween(lines, above?.at ?? -Infinity, rule.at)
    const last = band.length > 0 ? textOf(band.at(-1)!) : ''
    const edges = rule.joints ?? parts.at(-1)?.flatMap(({joints = []}) => joints) ?? []
    const again = last.length >= headerLetters && last === header
    if (above && !again && !band.some((line) => runsOver(line, edges))) parts.at(-1)!.push(rule)
    else {
      parts.push([rule])
      header = last
    }
  })
  return parts
}

function tableOf(
  rules: readonly Stroke[],
  lines: readonly Line[],
  ruling: Ruling,
  page: number
): TableDraft | undefined {
  if (!rules.some(({joints}) => joints)) return undefined
  const columns = columnsOf(rules, ruling.box)
  const bands = rules
    .slice(1)
    .map((rule, i) => ({rule, band: lineBetween(lines, rules[i]!.at, rule.at)}))
    .filter(({band}) => band.length > 0)
  const rows = bands.map(({rule, band}): RowDraft => {
    const row = wholeRow(band, columns)
    return rule.joints ? row : acrossAll(row, rule, columns)
  })
  mergeDown(
    rows,
    bands.map(({band}) => band),
    {...ruling, level: [...rules]}
  )
  const [top, bottom] = [rules[0]!.at, rules.at(-1)!.at]
  const box: Box = [columns[0]!, top, columns.at(-1)!, bottom]
  return {page, box, columns, rows, rule: 'half-ruled', cellRules: rules.map(({at}) => at)}
}

/** The title of the rows below it: words in the first column, over a rule under all columns that is not drawn cell by cell. */
function acrossAll(row: RowDraft, {from, to}: Stroke, columns: readonly number[]): RowDraft {
  const [only, ...others] = filledCells(row)
  if (!only || others.length > 0 || only.column > 0) return row
  if (from > columns[0]! + near || to < columns.at(-1)! - near) return row
  return {...row, cells: [{...only, colSpan: columns.length - 1, box: row.box}]}
}
