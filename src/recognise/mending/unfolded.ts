/** Tables that are no grid but a form or a set of columns, unfolded into the headings, labels and lists that they stand for. */

import {namesLevel} from '../goals/families/announced.ts'
import {shareOf} from '../goals/words/forms.ts'
import type {Lexicon} from '../lexicon.ts'
import {boldHeadingDepth, type Cell, type Piece, type Row} from '../pieces.ts'
import {entriesOf} from '../tables/cell-entries.ts'
import {type LeadIn, leadsWork} from '../vocabulary.ts'
import {wordCount} from '../words.ts'
import {linesOfGoalTable} from './goal-tables.ts'
import {entriesIn, itemsOf, levelled, lineOf, listed} from './lines-of-cells.ts'
import {codedEntries} from './run-on-codes.ts'

/** Share of the cells that must be alike to tell the make of a table. */
const telling = 0.6
/** Share of the lines of each column, and of all, that must be things to do where its title is no column's. */
const leastShare = 0.5
/** Fewest labels that make a form. */
const leastLabels = 2
/** Longest words of a label, and of a column's title. */
const [longestLabel, longestTitle] = [8, 9]
/** Fewest and most columns that are goals; fewest things to do that stand in them. */
const [leastColumns, mostColumns, leastWork] = [3, 7, 4]

/** The table's lines when it is a form or a set of columns; the table itself when it is a grid. */
export function unfolded(table: Piece, lexicon: Lexicon): Piece[] {
  const rows = table.rows ?? []
  if (isForm(rows, lexicon)) return linesOfForm(table, rows, lexicon)
  if (isLedLists(rows, lexicon)) return linesOfLedLists(table, rows, lexicon)
  if (isColumns(rows, lexicon)) return linesOfColumns(table, rows)
  if (isCrossed(rows, lexicon)) return linesOfCrossed(table, rows)
  if (isLabelledRows(rows, lexicon)) return linesOfCrossed(table, transposed(rows))
  if (isSheet(rows, lexicon)) return linesOfSheet(table, rows, lexicon)
  if (isNumbered(rows)) return entriesOfNumbers(table, rows)
  return linesOfGoalTable(table, rows, lexicon) ?? withoutTitleRows(table, rows, lexicon)
}

/** Rows at the top that are a goal with its label, and what else is said of it: they stand over the table, or are all of it. */
function withoutTitleRows(table: Piece, rows: readonly Row[], lexicon: Lexicon): Piece[] {
  const first = rows.findIndex((row) => !isTitleRow(row, lexicon))
  const titles = first < 0 ? rows : rows.slice(0, first)
  if (titles.length === 0) return [table]
  const lines = titles.flatMap((row) =>
    row.cells
      .filter(({text}) => text !== '')
      .map((cell): Piece => {
        const line = lineOf(table, row, [cell])
        return levelled(cell, lexicon) ? {...line, kind: 'heading', depth: boldHeadingDepth} : line
      })
  )
  const body = first < 0 ? [] : rows.slice(first)
  const text = body.map(({cells}) =>
    cells
      .map((cell) => cell.text)
      .filter(Boolean)
      .join(' | ')
  )
  return body.length === 0 ? lines : [...lines, {...table, rows: body, lines: text, text: text.join(' ')}]
}

/** Cells with a label each, the first of them a goal's with its title: 'Objective 3: Mend the quays | Outcome: Dry feet'. */
function isTitleRow({cells}: Row, lexicon: Lexicon): boolean {
  const filled = cells.filter(({text}) => text !== '')
  return filled.length > 1 && levelled(filled[0]!, lexicon) && filled.every(({text}) => /^[^:]{2,60}:\s+\S/.test(text))
}

/** Two columns of names and what stands for them, 'Title | …', 'Service | …', one of them 'Aims and objectives | …' over several. */
function isSheet(rows: readonly Row[], lexicon: Lexicon): boolean {
  const pairs = rows.filter(({cells}) => cells.length === 2 && cells.every(({text}) => text !== ''))
  return (
    pairs.length >= 2 &&
    pairs.length >= rows.length * 0.8 &&
    pairs.every(({cells}) => wordCount(cells[0]!.text) <= longestLabel) &&
    pairs.some(({cells}) => listedGoals(cells[0]!, cells[1]!, lexicon) !== undefined)
  )
}

/** The goals that a cell lists beside a name of goals. */
function listedGoals(name: Cell, cell: Cell, lexicon: Lexicon): {label: string; words: string}[] | undefined {
  if (!namesLevel(name.text, lexicon) && !goalLeadIns.has(lexicon.leadInOf(name.text) ?? 'voice')) return undefined
  const coded = codedEntries(cell.text)
  if (coded) return coded.entries
  return entriesOf(cell)?.entries.map(({cell: {text}, label = '•'}) => ({label, words: text}))
}

const goalLeadIns: ReadonlySet<LeadIn> = new Set<LeadIn>(['priorities', 'actions', 'aim'])

function linesOfSheet(table: Piece, rows: readonly Row[], lexicon: Lexicon): Piece[] {
  return rows.flatMap((row, place): Piece[] => {
    const [name, cell] = row.cells
    const goals = name && cell && listedGoals(name, cell, lexicon)
    if (!goals) return [lineOf(table, row, row.cells)]
    return [
      {...lineOf(table, row, [name]), kind: 'heading', depth: boldHeadingDepth},
      ...goals.map(({label, words}): Piece => {
        const entry: Partial<Piece> = {
          kind: 'listItem',
          depth: 1,
          list: (table.index + 1) * 1000 + place,
          ordered: label !== '•'
        }
        return {...lineOf(table, row, [cell]), ...entry, marker: label, text: words, lines: [words]}
      })
    ]
  })
}

const code = /^[\p{L}]{0,3}[ -]?\d{1,2}(?:\.\d{1,2}){0,2}[.):]?$/u

/** Fewest rows of a numbered list that is set as a table. */
const leastNumbered = 2

/** Two columns without a header: numbers, each once, and the words that they number. */
function isNumbered(rows: readonly Row[]): boolean {
  const numbers = rows.map(({cells}) => cells[0]?.text ?? '')
  return (
    rows.length >= leastNumbered &&
    new Set(numbers).size === rows.length &&
    rows.every(({cells: [number, words, ...rest]}) => {
      const wordy = words !== undefined && wordCount(words.text) >= leastNumberedWords && /^\p{L}/u.test(words.text)
      return number !== undefined && code.test(number.text) && wordy && rest.every(({text}) => text === '')
    })
  )
}

/** Fewest words beside a number. */
const leastNumberedWords = 2

function entriesOfNumbers(table: Piece, rows: readonly Row[]): Piece[] {
  return rows.map((row): Piece => {
    const [number, words] = row.cells as [Cell, Cell]
    const {text, lines, lead, bold} = words
    const entry: Partial<Piece> = {kind: 'listItem', depth: 1, list: (table.index + 1) * 1000, ordered: true}
    return {...lineOf(table, row, [words]), ...entry, marker: number.text, text, lines, lead, bold}
  })
}

/** Two columns, and in the first one labels that say what stands beside them: 'Objective 1.1 | …', 'Lead | …'. */
function isForm(rows: readonly Row[], lexicon: Lexicon): boolean {
  const pairs = rows.filter(({cells}) => cells.length === 2 && cells.every(({text}) => text !== ''))
  if (pairs.length < 2 || pairs.length < rows.length * 0.8) return false
  const labels = pairs.map(({cells}) => labelIn(cells[0]!, lexicon))
  const known = labels.filter((label) => label !== undefined).length
  const goals = labels.filter((label) => label === 'level' || label === 'entry').length
  return goals >= 1 && known >= leastLabels && known >= pairs.length * telling
}

/** What a cell of labels says of the words beside it: a goal's number, an entry's, or another label of a form. */
function labelIn(cell: Cell, lexicon: Lexicon): 'level' | 'entry' | 'label' | undefined {
  const {text} = cell
  if (wordCount(text) > longestLabel) return undefined
  const label = lexicon.levelOf(text)
  if (label?.label !== undefined && label.title === '') return label.level.rank < 5 ? 'level' : 'entry'
  return lexicon.leadInOf(text) !== undefined ? 'label' : undefined
}

function linesOfForm(table: Piece, rows: readonly Row[], lexicon: Lexicon): Piece[] {
  return rows.map((row): Piece => {
    const [label, words] = row.cells
    const line = lineOf(table, row, row.cells)
    const kind = label && words && words.text !== '' ? labelIn(label, lexicon) : undefined
    if (!label || !words || kind === undefined) return line
    const text = `${label.text.replace(/\s*[:.–—-]*$/u, '')}: ${words.text}`
    const read: Piece = {...line, text, lines: [text]}
    if (kind === 'level') return {...read, kind: 'heading', depth: boldHeadingDepth}
    if (kind === 'entry') return {...read, kind: 'listItem', depth: 1, list: (table.index + 1) * 1000, marker: '•'}
    return read
  })
}

/** Two columns: lead-ins one below the other, and beside each the list that it leads in. What they tell of stands over the table. */
function isLedLists(rows: readonly Row[], lexicon: Lexicon): boolean {
  if (rows.length === 0 || rows.some(({cells}) => cells.length !== 2 || cells[0]!.text === '')) return false
  const kinds = rows.map(({cells}) => lexicon.leadInOf(cells[0]!.text))
  const lists = rows.some(({cells}, at) => leadsWork(kinds[at]) && itemsOf(cells[1]!).length > 1)
  return lists && kinds.filter((kind) => kind !== undefined).length >= rows.length * telling
}

function linesOfLedLists(table: Piece, rows: readonly Row[], lexicon: Lexicon): Piece[] {
  return rows.flatMap((row, place): Piece[] => {
    const [label, cell] = row.cells as [Cell, Cell]
    const lead: Piece = {...lineOf(table, row, [label]), bold: true, kind: 'heading', depth: boldHeadingDepth}
    const line = lineOf(table, row, [cell])
    if (cell.text === '') return [lead]
    const kind = lexicon.leadInOf(label.text)
    if (listed.has(kind)) return [lead, ...entriesIn(cell, line, (table.index + 1) * 1000 + place)]
    if (kind !== 'rationale' && cell.lines.length === 1) {
      const text = `${label.text.replace(/\s*:$/, '')}: ${cell.text}`
      return [{...line, text, lines: [text]}]
    }
    return [lead, ...cell.lines.map((text): Piece => ({...line, text, lines: [text]}))]
  })
}

/** Titles side by side, and under each of them things to do: every column is a goal with its own list. */
function isColumns(rows: readonly Row[], lexicon: Lexicon): boolean {
  const [head, ...body] = rows
  if (!head || body.length === 0) return false
  const width = head.cells.length
  if (width < leastColumns || width > mostColumns) return false
  if (rows.some(({cells}) => cells.length !== width || cells.some(({colSpan, rowSpan}) => colSpan > 1 || rowSpan > 1)))
    return false
  const titles = head.cells.map(({text}) => text)
  if (titles.some((title) => title === '' || wordCount(title) > longestTitle || /\d{4}|^\d+$|[?]/.test(title)))
    return false
  if (titles.some((title) => lexicon.columnOf(title) !== undefined || lexicon.leadInOf(title) !== undefined))
    return false
  const columns = titles.map((_, at) => body.flatMap(({cells}) => cells[at]!.lines))
  return (
    columns.flat().length >= leastWork &&
    columns.every((lines) => lines.length > 0 && shareOf(lines, 'act', 'state') >= leastShare) &&
    shareOf(columns.flat(), 'act') >= leastShare &&
    shareOf(columns.flat(), 'told', 'asked') === 0
  )
}

function linesOfColumns(table: Piece, rows: readonly Row[]): Piece[] {
  const [head, ...body] = rows
  return head!.cells.flatMap((title, at): Piece[] => {
    const list = (table.index + 1) * 1000 + at
    const entries = body.flatMap((row) => {
      const cell = row.cells[at]!
      return cell.lines.map((line): Piece => {
        const text = line.replace(/^[•·▪●◦‣*–-]\s*/u, '')
        return {...lineOf(table, row, [cell]), kind: 'listItem', depth: 1, list, marker: '•', text, lines: [text]}
      })
    })
    return [{...lineOf(table, head!, [title]), kind: 'heading', depth: boldHeadingDepth}, ...entries]
  })
}

/**
 * Goals side by side, and in the first column what each row says of them: 'What we will do', 'How we will know'. The corner is
 * empty or names the goals' level.
 */
function isCrossed(rows: readonly Row[], lexicon: Lexicon): boolean {
  const [head, ...body] = rows
  const width = head?.cells.length ?? 0
  if (!head || width < leastCrossed + 1 || width > mostColumns + 1 || body.length === 0) return false
  if (rows.some(({cells}) => cells.length !== width || cells.some(({colSpan, rowSpan}) => colSpan > 1 || rowSpan > 1)))
    return false
  const [corner, ...titles] = head.cells.map(({text}) => text)
  const role = corner === '' ? 'outcome' : lexicon.columnOf(corner!)
  if (role !== 'outcome' && role !== 'priority') return false
  if (new Set(titles).size < titles.length) return false
  const labelled = head.cells.slice(1).every((cell) => levelled(cell, lexicon))
  if (!labelled && titles.some((title) => !isShortTitle(title, lexicon))) return false
  const kinds = body.map(({cells}) => lexicon.leadInOf(cells[0]!.text))
  const working = kinds.filter(leadsWork)
  return working.length > 0 && kinds.filter((kind) => kind !== undefined).length >= body.length * telling
}

const isShortTitle = (title: string, lexicon: Lexicon): boolean =>
  title !== '' &&
  wordCount(title) <= longestTitle &&
  lexicon.columnOf(title) === undefined &&
  !/^\W*\d|\d{4}|[?]/.test(title)

/** Goals with their labels below one another, and over the other columns what each says of them: what `isCrossed` knows, turned. */
function isLabelledRows(rows: readonly Row[], lexicon: Lexicon): boolean {
  const [head, ...body] = rows
  if (!head || body.length === 0) return false
  const [corner, ...titles] = head.cells.map(({text}) => text)
  if (corner === undefined || (corner !== '' && lexicon.columnOf(corner) !== 'outcome')) return false
  const width = head.cells.length
  if (width < leastCrossed + 1) return false
  if (rows.some(({cells}) => cells.length !== width || cells.some(({colSpan, rowSpan}) => colSpan > 1 || rowSpan > 1)))
    return false
  if (!body.every(({cells}) => levelled(cells[0]!, lexicon))) return false
  const kinds = titles.map((title) => lexicon.leadInOf(title))
  return kinds.some(leadsWork) && kinds.filter((kind) => kind !== undefined).length >= titles.length * telling
}

const transposed = (rows: readonly Row[]): Row[] =>
  rows[0]!.cells.map((_, at) => ({
    ...rows[0]!,
    pages: rows.flatMap(({pages}) => pages),
    cells: rows.map(({cells}) => cells[at]!)
  }))

/** Fewest goals side by side where the rows say what is told of them. */
const leastCrossed = 2

function linesOfCrossed(table: Piece, rows: readonly Row[]): Piece[] {
  const [head, ...body] = rows
  return head!.cells.slice(1).flatMap((title, place): Piece[] => {
    const at = place + 1
    const told = body.flatMap((row, below): Piece[] => {
      const [label, cell] = [row.cells[0]!, row.cells[at]!]
      if (cell.text === '') return []
      const list = (table.index + 1) * 1000 + at * 50 + below
      const lead: Piece = {...lineOf(table, row, [label]), bold: true, kind: 'heading', depth: boldHeadingDepth + 1}
      if (label.text === '')
        return cell.lines.map((text): Piece => ({...lineOf(table, row, [cell]), text, lines: [text]}))
      return [lead, ...entriesIn(cell, lineOf(table, row, [cell]), list)]
    })
    return [{...lineOf(table, head!, [title]), kind: 'heading', depth: boldHeadingDepth}, ...told]
  })
}
