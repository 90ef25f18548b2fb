/** Writes the reading text block by block and gives nodes their places in it. */
import type {Nodes, PhrasingContent} from 'mdast'

type Place = readonly [start: number, end: number]

export class TextWriter {
  #parts: string[] = []
  #length = 0
  #marks: {node: Nodes; start: number; end: number}[] = []

  get length(): number {
    return this.#length
  }

  add(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  /** Starts a new block: an empty line before it. */
  block(): void {
    if (this.#length > 0) this.add('\n\n')
  }

  /** Starts a new line. */
  line(): void {
    if (this.#length > 0 && !this.#parts.at(-1)!.endsWith('\n')) this.add('\n')
  }

  /** Writes phrasing, marks its nodes, and says where it stands. */
  write(phrasing: readonly PhrasingContent[]): Place {
    const start = this.#length
    for (const node of phrasing) {
      const from = this.#length
      if (node.type === 'text') this.add(node.value)
      else if (node.type === 'break') this.add('\n')
      else if ('children' in node) this.write(node.children as PhrasingContent[])
      this.mark(node, [from, this.#length])
    }
    return [start, this.#length]
  }

  mark(node: Nodes, [start, end]: Place): void {
    this.#marks.push({node, start, end})
  }

  /** Marks a node that begins and ends with others. */
  span(node: Nodes, first: Nodes, last: Nodes): void {
    const from = this.#marks.findLast((mark) => mark.node === first)
    const to = this.#marks.findLast((mark) => mark.node === last)
    if (from && to) this.mark(node, [from.start, to.end])
  }

  toString(): string {
    if (this.#parts.length > 1) this.#parts = [this.#parts.join('')]
    return this.#parts[0] ?? ''
  }

  /** Gives every marked node its position. Call once, when the text is whole. */
  place(): void {
    const text = this.toString()
    const starts = [0]
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
    const point = (offset: number) => {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (starts[middle]! <= offset) low = middle
        else high = middle - 1
      }
      return {line: low + 1, column: offset - starts[low]! + 1, offset}
    }
    for (const {node, start, end} of this.#marks) node.position = {start: point(start), end: point(end)}
  }
}
