import type {Root} from 'mdast'
import type {PageSpan, Position} from '../plan-tree/nodes.ts'

/**
 * The blocks of a document are an mdast tree (headings, paragraphs, lists, tables), whatever the source was. What Markdown
 * has no word for stands in `data`.
 *
 * - Every block (heading, paragraph, listItem, tableRow, tableCell) from a paged source has `data.pages`.
 * - A table cell holds phrasing; separate printed paragraphs, lines of a list or bullets of a cell are separated by a
 *   `break` node; a paragraph that merely wrapped in its cell is one text.
 * - A row cut by a page break is already one row; a header repeated on the next page is gone; a cell that spans rows holds
 *   its words in the first row and `data.rowSpan`; a cell that spans columns has `data.colSpan`.
 * - Bold words are `strong`, so that a lead sentence can be told from its explanation.
 * - Furniture (running heads and feet, page numbers, watermarks, classification marks) is not in the tree but in
 *   `Blocks.furniture`.
 */
declare module 'mdast' {
  interface Data {
    pages?: PageSpan[]
    /** The block stands in a side box, a card or a banner: a number that is the same for all blocks of one box. */
    aside?: number
    rowSpan?: number
    colSpan?: number
    /**
     * In a table cell, at the break before some words or at the cell for its first: they are an entry of a list, or stand under
     * the entry before.
     */
    entry?: 'start' | 'under'
    /** A list item whose marker was printed: '1.', 'iv.', 'a)', '•'. */
    marker?: string
    /** Size in points and weight of most of its words, for paged sources: what heading rules compared. */
    size?: number
    weight?: number
    /** How sure the layout is of this block, 0 to 1; absent when sure. */
    confidence?: number
    /** An entry of a contents list: the page number printed with it, '' where it is lost. Its leaders are gone. */
    contents?: string
    /** Which rule made the block what it is. */
    rule?: string
  }
}

export interface Furniture {
  text: string
  kind: 'head' | 'foot' | 'page-number' | 'watermark' | 'mark' | 'repeated'
  page?: number
}

export interface Blocks {
  tree: Root
  /** The title that the file declares about itself (front matter, HTML title, properties): often a file name or stale. */
  title?: string
  /** Where that title stands in the reading text, where it is a part of it: in front matter. */
  titlePosition?: Position
  /** The reading text: the one string that positions point into. */
  text: string
  furniture: Furniture[]
  /** Number of pages of the source, 0 when it has none. */
  pages: number
  warnings: {ruleId: string; message: string; page?: number}[]
}
