import type {Box} from '../plan-tree/nodes.ts'
import type {Matrix} from './geometry.ts'

/** RGB, 0 to 255 each. */
export type Colour = readonly [red: number, green: number, blue: number]

/** A run of glyphs set in one style on one baseline: a word, or part of one where the style changes inside it. Holds no space. */
export interface Run {
  text: string
  box: Box
  /** y of the baseline, points from the page's top. */
  baseline: number
  /** PostScript name without the subset prefix: 'Arial-BoldMT'. */
  font: string
  /** Points, as shown. */
  size: number
  /** 100 to 900; 400 where nothing says otherwise. */
  weight: number
  italic: boolean
  colour?: Colour
  /** Marked-content id that ties the run to the structure tree of a tagged PDF. */
  mcid?: number
  /** Anticlockwise turn in degrees, absent for upright text. */
  angle?: number
  /** A space was painted before it on its line, or a gap as wide as one; absent where it touches the run before (or starts a line). */
  afterSpace?: boolean
  /** It begins lines that stand beside a letter or number set over several lines: x where those below that begin. */
  initial?: number
  /** It stands in a drawn disc before words and numbers them. */
  marker?: true
  /** OCR only: 0 to 1. */
  confidence?: number
}

/** A straight stroke, or a filled box thinner than 5 pt. */
export interface Rule {
  from: readonly [x: number, y: number]
  to: readonly [x: number, y: number]
  width: number
  colour?: Colour
}

/** A filled shape: the bounding box of it. Drawn bullets are here too, as boxes a few points wide. */
export interface FilledBox {
  box: Box
  /** The outline has curves: a drawn bullet, a card with round corners. */
  round?: boolean
  colour: Colour
}

/** A node of a tagged PDF's structure tree: role 'H1', 'P', 'LI', 'Table' … */
export interface Tag {
  role: string
  alt?: string
  rowSpan?: number
  colSpan?: number
  /** It begins on an earlier page, or may go on on a later one; known with PDFium only. */
  cut?: {above: boolean; below: boolean}
  mcids: number[]
  /** Of a row, an empty cell stands for each that has no words on this page. */
  children: Tag[]
}

/** One page of a source, in the one coordinate system: points from the top-left corner of the page as shown, or as it was set upright. */
export interface Page {
  /** From 1. */
  number: number
  /** The page label of the PDF ('iv', '12'), where it has labels. */
  label?: string
  width: number
  height: number
  runs: Run[]
  rules: Rule[]
  fills: FilledBox[]
  images: Box[]
  /** Structure tree of this page, when the document is tagged. */
  tags?: Tag[]
  /** Set when the words come from OCR. */
  ocr?: boolean
  /** Of a scan that lay turned or askew, and was set upright: from the points in which all of it is given to the page as shown. */
  shown?: Matrix
  /** Why the page was left out, when it was: it then has no runs. */
  leftOut?: string
}

export interface OutlineEntry {
  title: string
  level: number
  page?: number
  top?: number
}

/** What a PDF back end yields. */
export interface PagedSource {
  kind: 'pages'
  pages: Page[]
  outline: OutlineEntry[]
  /** The document says that its tags are there for a reason (MarkInfo). */
  tagged: boolean
  title?: string
  engine: string
  warnings: {ruleId: string; message: string; page?: number}[]
}

/** Words without pages: plain or Markdown-like text. */
export interface TextSource {
  kind: 'text'
  format: 'text' | 'markdown'
  text: string
  encoding: string
  warnings: {ruleId: string; message: string; page?: number}[]
}

/** HTML, from a web page or a Word file. */
export interface HtmlSource {
  kind: 'html'
  format: 'html' | 'docx'
  html: string
  /** The further pages of a plan that is a folder of web pages, in their order. */
  chapters?: string[]
  /** The title in the file's properties. */
  title?: string
  /** Words that stand beside the text on every page: heads, feet and watermarks of a Word file. */
  marks?: {text: string; kind: 'head' | 'foot' | 'watermark'}[]
  warnings: {ruleId: string; message: string; page?: number}[]
}

export type Source = PagedSource | TextSource | HtmlSource

/** How a file is read. Every bound has a default; see README, "Limits". */
export interface ReadOptions {
  /** Which PDF back end to try first. */
  engine?: 'pdf-parse' | 'pdfium'
  /** Read scanned pages by OCR; on by default. */
  ocr?: boolean
  maxPages?: number
  /** A user's own words, by row: `levels` ('ambition'), `posts` ('champion'), `bodies` ('collective'). */
  vocabulary?: Readonly<Record<string, readonly string[]>>
  signal?: AbortSignal
  /** Threads that one file may take; by default as many as there are cores, of which two are used for a long PDF. */
  threads?: number
  /** Seconds that a file may take, OCR not counted; 120 by default. */
  timeout?: number
  onProgress?: (progress: {page: number; of: number; ocr?: boolean}) => void
  /** Is given pages of a long PDF as they are read, in any order, while others are read: what can be done ahead with a page. */
  onPage?: (page: Page) => void
}
