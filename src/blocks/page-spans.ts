import type {PageSpan} from '../plan-tree/nodes.ts'

/** The pages of two blocks that are one: of a page that both stand on, the box around both. */
export function mergedPages(a: readonly PageSpan[] = [], b: readonly PageSpan[] = []): PageSpan[] {
  const spans = [...a]
  for (const span of b) {
    const at = spans.findIndex(({page}) => page === span.page)
    if (at < 0) spans.push(span)
    else if (spans[at]!.box && span.box) {
      const [x, y] = [spans[at]!.box!, span.box]
      spans[at] = {
        ...spans[at]!,
        box: [Math.min(x[0], y[0]), Math.min(x[1], y[1]), Math.max(x[2], y[2]), Math.max(x[3], y[3])]
      }
    }
  }
  return spans
}
