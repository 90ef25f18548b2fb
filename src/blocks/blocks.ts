import type {Source} from '../source/types.ts'
import {fromHtml} from './html/from-html.ts'
import {fromPages, type LayoutOptions} from './pages/from-pages.ts'
import {fromText} from './text/from-text.ts'
import type {Blocks} from './types.ts'

export {sketchAhead} from './pages/sketches.ts'

/** Any source as blocks: one mdast tree with pages, without furniture unless it is to be kept. */
export function blocksOf(source: Source, options: LayoutOptions = {}): Blocks {
  switch (source.kind) {
    case 'pages':
      return fromPages(source, options)
    case 'text':
      return fromText(source)
    case 'html':
      return fromHtml(source)
    default:
      return source satisfies never
  }
}
