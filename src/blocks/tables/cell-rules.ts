/**
 * Tables without upright rules whose level rules are drawn cell by cell, as browsers and word processors do: where two pieces
 * of a rule meet, two columns do, and each stretch between two rules is a row however its cells are set.
 */
import type {Box} from '../../plan-tree/nodes.ts'
import type {Run} from '../../source/types.ts'
import {around, centreX, widthOf} from '../pages/boxes.ts'
import {type Line, linesOf, textOf} from '../pages/lines.ts'
import {filledCells, type RowDraft, type TableDraft} from './draft.ts'
import {mergeDown, wholeRow} from './half-ruled.ts'
import type {Ruling, Stroke} from './rulings.ts'
import {subdivided} from './undrawn-columns.ts'

/** Joints of two rules of one table lie under one another, points. */
const near = 2.5
/** Words of a line that runs over a column's edge at least, and white space between them at most, ems. */
const proseWords = 3
const proseGap = 0.9
/** How far a word may reach over an edge, points. */
const over = 1.5
/** Distance of an underline from the baseline of its words, ems at most. */
const underlineEms = 0.35
/** Letters of a title between two tables over those of the cells, at least. */
const titleSize = 1.12
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
  if (!isCellRuled(ruling)) return {tables: [], rest: level}
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

/** Height of uprights over that of their group, at most, for them to be the edges of a filled header. */
const headerShare = 0.6
const tallestHeader = 60

/** Whether level rules, some of them in pieces, are all that parts the rows of a table: uprights are the edges of filled headers. */
export function isCellRuled({level, upright, box}: Ruling): boolean {
  if (!level.some(({joints}) => joints)) return false
  const most = Math.min(tallestHeader, headerShare * (box[3] - box[1]))
  return upright.every(({edge, from, to}) => edge && to - from < most)
}

/** Groups of one width, and those under some columns of another, as one: they are parted where their columns or the words between say so. */
export function asWide(rulings: readonly Ruling[]): Ruling[] {
  const found: Ruling[] = []
  for (const ruling of [...rulings].sort((a, b) => widthOf(b.box) - widthOf(a.box) || a.box[1] - b.box[1])) {
    const {box} = ruling
    const at = found.findIndex((other) => isAsWide(box, other.box) || isUnderColumns(ruling, other))
    const host = found[at]
    if (!host) found.push(ruling)
    else
      found[at] = {
        ...host,
        level: [...host.level, ...ruling.level],
        upright: [...host.upright, ...ruling.upright],
        box: around([host.box, box])
      }
  }
  return found
}

const isAsWide = (a: Box, b: Box): boolean => Math.abs(a[0] - b[0]) < near && Math.abs(a[2] - b[2]) < near

/** Rules from an edge between two columns of a table above them to its right side, in pieces that meet where its columns do. */
function isUnderColumns({level, upright, box}: Ruling, host: Ruling): boolean {
  if (upright.length > 0 || Math.abs(box[2] - host.box[2]) >= near || box[1] < host.box[1]) return false
  const marks = host.level.flatMap(({joints = []}) => joints)
  return within([box[0], ...level.flatMap(({joints = []}) => joints)], marks)
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
    } else {
      // The edges of a filled header are of the table below it.
      const header = last ? last.rules.length - 1 - last.rules.findLastIndex(({edge, joints}) => !edge || joints) : 0
      chains.push({rules: [...(last?.rules.splice(last.rules.length - header) ?? []), rule], marks})
    }
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

/** Size of most cells' letters: what stands right over a rule is a cell, whatever stands between the tables. */
function cellSize(rules: readonly Stroke[], lines: readonly Line[]): number {
  const sizes = rules.flatMap(({at}, i) => lineBetween(lines, rules[i - 1]?.at ?? -Infinity, at).at(-1)?.size ?? [])
  return sizes.sort((a, b) => a - b)[sizes.length >> 1] ?? 0
}

/** Rules of tables under one another that have the same columns, parted where running text or the header row comes between. */
function partsAtText(rules: readonly Stroke[], lines: readonly Line[]): Stroke[][] {
  const parts: Stroke[][] = []
  const usual = cellSize(rules, lines)
  let header = ''
  rules.forEach((rule, i) => {
    const above = rules[i - 1]
    const band = lineBetween(lines, above?.at ?? -Infinity, rule.at)
    const last = band.length > 0 ? textOf(band.at(-1)!) : ''
    const edges = rule.joints ?? parts.at(-1)?.flatMap(({joints = []}) => joints) ?? []
    const again = last.length >= headerLetters && last === header
    // The top of a filled header begins a table.
    const filled = rule.edge && rules[i + 1] && rules[i + 1]!.at - rule.at < tallestHeader && !above?.edge
    if (above && !again && !filled && !band.some((line) => runsOver(line, edges) || line.size > titleSize * usual))
      parts.at(-1)!.push(rule)
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
  const columns = subdivided(columnsOf(rules, ruling.box), lineBetween(lines, rules[0]!.at, rules.at(-1)!.at))
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
  const filled = rules[0]!.edge ? {closedAbove: true as const} : {}
  return {page, box, columns, rows, rule: 'half-ruled', cellRules: rules.map(({at}) => at), ...filled}
}

/** The title of the rows below it: words in the first column, over a rule under all columns that is not drawn cell by cell. */
function acrossAll(row: RowDraft, {from, to}: Stroke, columns: readonly number[]): RowDraft {
  const [only, ...others] = filledCells(row)
  if (!only || others.length > 0 || only.column > 0) return row
  if (from > columns[0]! + near || to < columns.at(-1)! - near) return row
  return {...row, cells: [{...only, colSpan: columns.length - 1, box: row.box}]}
}
