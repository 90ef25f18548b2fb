/** Rows that part a table: 'Part A: Clean rivers', '1. Mend the banks' in one cell, over rows that fill the others. */
import type {Piece, Row} from '../pieces.ts'

export interface PartRow {
  row: number
  /** 'part' and 'number' tell rows that part the table from those that part its parts. */
  make: 'part' | 'number'
  label: string
  title: string
}

const part = /^((?:Part|Section|Chapter|Block|Stream) (?:[A-Z]|\d{1,2}|[IVX]{1,4}))\s*[:.–—-]+\s+(?=\p{L})/u
const number = /^(\d{1,2})[.):]\s+(?=\p{Lu})/u

/** Fewest such rows of one make. */
const leastParts = 2
/** Share of a table's rows that must fill several cells. */
const shareFull = 0.3

/** The rows that part a table; [] where it is not parted so. Of a table that goes on under its header again, `alike` are the other rows. */
export function partRowsOf({rows = [], alike = []}: Pick<Piece, 'rows' | 'alike'>): PartRow[] {
  const several = rows.filter(({cells}) => cells.filter(({text}) => text !== '').length > 1)
  if (several.length < Math.max(2, rows.length * shareFull)) return []
  const [parts, others] = [partsIn(rows), partsIn(alike)]
  return (['part', 'number'] as const)
    .flatMap((kind) => {
      const same = parts.filter(({make}) => make === kind)
      return same.length + others.filter(({make}) => make === kind).length >= leastParts ? same : []
    })
    .sort((a, b) => a.row - b.row)
}

function partsIn(rows: readonly Row[]): PartRow[] {
  return rows.flatMap(({cells}, row): PartRow[] => {
    const [first, ...rest] = cells
    if (!first || rest.length === 0 || rest.some(({text}) => text !== '')) return []
    for (const [make, pattern] of [['part', part] as const, ['number', number] as const]) {
      const match = pattern.exec(first.text)
      if (match) return [{row, make, label: match[1]!, title: first.text.slice(match[0].length)}]
    }
    return []
  })
}
