/** What a table of a run is: typed columns that say what they hold, rows, and keys that lead to other tables. */
import type {PageSpan} from '../../plan-tree/nodes.ts'

export type CellType = 'text' | 'integer' | 'number' | 'date' | 'boolean' | 'link'
/** null where the plan does not say. A link is a path from the report folder. */
export type Cell = string | number | boolean | null

export interface Column {
  name: string
  type: CellType
  /** One sentence. */
  description: string
  /** An id for machines: it joins tables, and stands last where people read. */
  machine?: true
}

export interface ForeignKey {
  columns: readonly string[]
  table: string
  references: readonly string[]
}

export interface Table {
  name: string
  title: string
  description: string
  columns: readonly Column[]
  rows: Cell[][]
  primaryKey: readonly string[]
  foreignKeys: readonly ForeignKey[]
}

/** A column with what it takes from a row's source; undefined is an empty cell. */
export interface ColumnOf<Source> extends Column {
  cell: (source: Source) => Cell | undefined
}

/** The parts of a table but its rows, which are made from what `from` gives. */
export interface Shape<Source> extends Omit<Table, 'columns' | 'rows'> {
  columns: readonly ColumnOf<Source>[]
  from: readonly Source[]
}

export function tableOf<Source>({columns, from, ...facts}: Shape<Source>): Table {
  return {
    ...facts,
    columns: columns.map(({cell: _, ...column}) => column),
    rows: from.map((source) => columns.map(({cell}) => cell(source) ?? null))
  }
}

export function column<Source>(
  name: string,
  type: CellType,
  description: string,
  cell: (source: Source) => Cell | undefined
): ColumnOf<Source> {
  return {name, type, description, cell}
}

/** A column for machines: an id that joins tables. */
export function key<Source>(
  name: string,
  description: string,
  cell: (source: Source) => Cell | undefined
): ColumnOf<Source> {
  return {name, type: 'text', description, cell, machine: true}
}

/** First and last page of the words in the file, and the number printed on the first. */
export function pageColumns<Source>(pagesOf: (source: Source) => readonly PageSpan[]): ColumnOf<Source>[] {
  return [
    column('page', 'integer', 'First page of the words in the file, from 1.', (source) => pagesOf(source)[0]?.page),
    column('page_to', 'integer', 'Last page of the words.', (source) => pagesOf(source).at(-1)?.page),
    column('printed_page', 'text', 'The number printed on the first page.', (source) => pagesOf(source)[0]?.printed)
  ]
}

export const toPlan = (name = 'plan'): ForeignKey => ({columns: [name], table: 'plans', references: ['id']})
