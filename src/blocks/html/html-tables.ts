import type {Element} from 'hast'
import type {Paragraph, Table, TableRow} from 'mdast'
import {isAllStrong, phrasingOf, tidied, withoutStrong} from '../pieces.ts'
import {type Cell, type Row, tablesOf} from '../table-rows.ts'
import {property} from './html-page.ts'
import {piecesOfHtml} from './html-phrasing.ts'

/** Rows of a table's head, body and foot, not those of tables inside it. */
export function rowElements(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [child]
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowElements(child) : []
  })
}

export function cellElements(row: Element): Element[] {
  return row.children.filter((child): child is Element => child.type === 'element' && /^t[dh]$/.test(child.tagName))
}

/** No table of a plan spans more cells; a page that claims so would only take memory. */
const mostSpanned = 50

/** Rows of equal columns: a cell that spans stands first, with empty cells where it reaches. */
export function gridOf(rows: readonly Element[]): Row[] {
  const covered: number[] = []
  return rows.map((row) => {
    const cells: Cell[] = []
    const skip = (): void => {
      while ((covered[cells.length] ?? 0) > 0) {
        covered[cells.length]!--
        cells.push({pieces: [], start: 0, end: 0})
      }
    }
    for (const element of cellElements(row)) {
      skip()
      const rowSpan = spanOf(element, 'rowSpan')
      const colSpan = spanOf(element, 'colSpan')
      const pieces = tidied(piecesOfHtml(element.children, element.tagName === 'th'))
      for (let column = 0; column < colSpan; column++) {
        if (rowSpan > 1) covered[cells.length] = rowSpan - 1
        const own: Cell = {pieces: column === 0 ? pieces : [], start: 0, end: 0}
        if (column === 0 && rowSpan > 1) own.rowSpan = rowSpan
        if (column === 0 && colSpan > 1) own.colSpan = colSpan
        cells.push(own)
      }
    }
    skip()
    return {cells, afterGap: false, start: 0, end: 0}
  })
}

function spanOf(element: Element, name: 'rowSpan' | 'colSpan'): number {
  const span = Number(property(element, name))
  return Number.isInteger(span) && span > 1 ? Math.min(span, mostSpanned) : 1
}

/** The rows as tables, each with its caption before it where the first row was one. */
export function tablesFrom(rows: readonly Row[]): (Table | Paragraph)[] {
  return tablesOf(rows).flatMap(({caption, rows: body}) => [
    ...(caption
      ? [
          {
            type: 'paragraph' as const,
            children: phrasingOf(caption.pieces.map((piece) => (piece === 'break' ? piece : {...piece, strong: true}))),
            data: {rule: 'table-caption'}
          }
        ]
      : []),
    {type: 'table' as const, children: body.map((row, index) => tableRow(row, index))}
  ])
}

function tableRow(row: Row, index: number): TableRow {
  return {
    type: 'tableRow',
    children: row.cells.map((cell) => ({
      type: 'tableCell',
      children: phrasingOf(
        // a header is bold as a whole; bold words before others are a title
        index === 0 && isAllStrong(cell.pieces) ? withoutStrong(cell.pieces) : cell.pieces
      ),
      ...(cell.rowSpan || cell.colSpan
        ? {data: {...(cell.rowSpan ? {rowSpan: cell.rowSpan} : {}), ...(cell.colSpan ? {colSpan: cell.colSpan} : {})}}
        : {})
    }))
  }
}
