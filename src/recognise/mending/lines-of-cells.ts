/** Cells of tables as the lines, lists and headings that they are where the table is no grid. */

import type {Lexicon} from '../lexicon.ts'
import type {Cell, Piece, Row} from '../pieces.ts'
import type {LeadIn} from '../vocabulary.ts'

/** A goal's label with its title. */
export function levelled({text}: Cell, lexicon: Lexicon): boolean {
  const level = lexicon.levelOf(text)
  return level?.label !== undefined && level.title !== '' && level.level.rank < 5
}

/** What lead-ins lead in a list of entries; the others say one thing or tell in sentences. */
export const listed: ReadonlySet<LeadIn | undefined> = new Set<LeadIn | undefined>([
  'priorities',
  'actions',
  'measures',
  'voice'
])

/** The entries of a cell as pieces of a list; lines before the first stand over it. */
export function entriesIn(cell: Cell, line: Piece, list: number): Piece[] {
  return itemsOf(cell).map(({lines, lead, plain}): Piece => {
    const text = lines.join(' ')
    const worded: Piece = {...line, text, lines, lead, bold: lead === text}
    return plain ? worded : {...worded, kind: 'listItem', depth: 1, list, marker: '•'}
  })
}

interface CellItem {
  lines: string[]
  /** Its bold words. */
  lead: string
  /** It stands beside the list, not in it. */
  plain?: boolean
}

/** The lines of each entry of a cell: where some have bullets, those without go on with the entry above. */
export function itemsOf({lines, leads, entries}: Cell): CellItem[] {
  const bulleted = !entries && lines.filter((line) => bullet.test(line)).length > 1
  const items: CellItem[] = []
  lines.forEach((line, at) => {
    const above = items.at(-1)
    const goesOn = entries ? entries[at] === 'under' : bulleted && !bullet.test(line)
    if (goesOn && above) above.lines.push(line)
    else
      items.push({
        lines: [line.replace(bullet, '')],
        lead: (leads?.[at] ?? '').replace(bullet, ''),
        ...(entries && entries[at] === undefined ? {plain: true} : {})
      })
  })
  return items
}

const bullet = /^[•·▪●◦‣*–-]\s*/u

/** Some cells of a row as one paragraph. */
export function lineOf(table: Piece, row: Row, cells: readonly Cell[]): Piece {
  const text = cells
    .map((cell) => cell.text)
    .filter(Boolean)
    .join(' | ')
  const position = row.position ?? table.position
  return {
    kind: 'paragraph',
    depth: 0,
    text,
    lines: [text],
    lead: '',
    bold: false,
    index: table.index,
    ...(table.aside === undefined ? {} : {aside: table.aside}),
    pages: row.pages.length > 0 ? row.pages : table.pages,
    ...(position ? {position} : {})
  }
}
