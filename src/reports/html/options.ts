import type {Plan} from '../../plan-tree/nodes.ts'

/** A page drawn as a picture. */
export interface PagePicture {
  bytes: Uint8Array
  /** 'image/webp', 'image/png', 'image/jpeg' or 'image/svg+xml'. */
  type: string
  /** Pixels. */
  width: number
  height: number
  /** Size of the page in points, the measure of every box; taken from the pixels at 72 dpi when left out. */
  points?: {width: number; height: number}
}

/** The picture of a page (from 1) of a plan, drawn by the caller; undefined when there is none. */
export type PagePictures = (plan: Plan, page: number) => PagePicture | undefined

/** How a run was made: what the methods page and the run record tell. Nothing here is needed to write the site. */
export interface RunRecord {
  /** 'Planlens 1.2.3' is printed from this. */
  version?: string
  /** ISO 8601 instants; only the run record prints them, so that two runs give the same pages. */
  startedAt?: string
  endedAt?: string
  /** Settings in words: ['top', '10']. */
  settings?: readonly (readonly [name: string, value: string])[]
  /** Measured accuracy in words: ['Changes found', '34 of 34, 2 false', 'the county plan, draft to final']. */
  accuracy?: readonly (readonly [what: string, figure: string, on: string])[]
  /** All files that the run looked at, read or not. */
  files?: number
}

export interface SiteOptions {
  /** Heading of the overview; made from the authorities when left out. */
  title?: string
  pictures?: PagePictures
  record?: RunRecord
  /** Write no client-side search and no script at all. */
  noScript?: boolean
}
