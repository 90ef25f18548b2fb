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
  /** All rows; those of an archive are too many to hold, and `groupsOf` gives them one part after the other. */
  readonly rows: Cell[][]
  groups?(): Iterable<RowGroup>
  primaryKey: readonly string[]
  foreignKeys: readonly ForeignKey[]
}

/** Rows that are made from the same. */
export interface RowGroup {
  /** The same key, the same rows; undefined where they are to be made each time. */
  key?: string | undefined
  rows(): Cell[][]
}

export function groupsOf(table: Table): Iterable<RowGroup> {
  return table.groups?.() ?? [{rows: () => table.rows}]
}

/** What some rows of a table are made from. */
export interface SourceGroup<Source> {
  key?: string | undefined
  sources(): Iterable<Source>
}

/** A column with what it takes from a row's source; undefined is an empty cell. */
export interface ColumnOf<Source> extends Column {
  cell: (source: Source) => Cell | undefined
}

/** The parts of a table but its rows, which are made from what `from` gives, anew each time. */
export interface Shape<Source> extends Omit<Table, 'columns' | 'rows' | 'groups'> {
  columns: readonly ColumnOf<Source>[]
  from(): Iterable<SourceGroup<Source>>
}

export function tableOf<Source>({columns, from, ...facts}: Shape<Source>): Table {
  const rowOf = (source: Source) => columns.map(({cell}) => cell(source) ?? null)
  function* groups(): Generator<RowGroup> {
    for (const {key, sources} of from()) yield {key, rows: () => Array.from(sources(), rowOf)}
  }
  return {
    ...facts,
    columns: columns.map(({cell: _, ...column}) => column),
    groups,
    get rows() {
      return Array.from(groups(), ({rows}) => rows()).flat()
    }
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
