/** Pages set by hand: words at positions, for layout tests. Letters are half an em wide, spaces a quarter. */
import type {Nodes} from 'mdast'
import {fromPages} from '../../src/blocks/pages/from-pages.ts'
import type {Blocks} from '../../src/blocks/types.ts'
import type {Page, PagedSource, Run} from '../../src/source/types.ts'
import {linesOfBlocks} from '../support/block-lines.ts'

export interface Style {
  size?: number
  weight?: number
  font?: string
  italic?: boolean
}

export class PrintedPage {
  readonly page: Page
  constructor(number = 1, width = 595, height = 842) {
    this.page = {number, width, height, runs: [], rules: [], fills: [], images: []}
  }

  /** One printed line from x with its baseline at y. '*word*' is bold. */
  line(text: string, x: number, y: number, {size = 10, weight = 400, font = 'Sans', italic = false}: Style = {}): this {
    let left = x
    for (const part of text.split(' ')) {
      const strong = /^\*(.+)\*$/.exec(part)
      const word = strong ? strong[1]! : part
      const right = left + word.length * size * 0.5
      const run: Run = {
        text: word,
        box: [left, y - 0.8 * size, right, y + 0.2 * size],
        baseline: y,
        font,
        size,
        weight: strong ? 700 : weight,
        italic
      }
      if (left > x) run.afterSpace = true
      this.page.runs.push(run)
      left = right + size * 0.25
    }
    return this
  }

  /** Lines one below the other, wrapped at a width as a word processor does. Returns the baseline after the last. */
  prose(text: string, x: number, y: number, width: number, style: Style = {}): number {
    const size = style.size ?? 10
    let [line, baseline] = ['', y]
    for (const word of text.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`
      if (line !== '' && widthOf(longer, size) > width) {
        this.line(line, x, baseline, style)
        baseline += 1.2 * size
        line = word
      } else line = longer
    }
    if (line !== '') this.line(line, x, baseline, style)
    return baseline + 1.2 * size
  }

  level(y: number, from: number, to: number): this {
    this.page.rules.push({from: [from, y], to: [to, y], width: 0.5})
    return this
  }
  upright(x: number, from: number, to: number): this {
    this.page.rules.push({from: [x, from], to: [x, to], width: 0.5})
    return this
  }
  shade(left: number, top: number, right: number, bottom: number): this {
    this.page.fills.push({box: [left, top, right, bottom], colour: [220, 235, 240]})
    return this
  }

  /** A ruled table: rows of cells at column edges. Returns the y of its foot. */
  table(rows: readonly (readonly string[])[], xs: readonly number[], top: number): number {
    let y = top
    this.level(y, xs[0]!, xs.at(-1)!)
    for (const cells of rows) {
      let foot = y + 18
      cells.forEach((text, i) => {
        if (text) foot = Math.max(foot, this.prose(text, xs[i]! + 4, y + 12, xs[i + 1]! - xs[i]! - 8) - 12 + 8)
      })
      this.level(foot, xs[0]!, xs.at(-1)!)
      y = foot
    }
    for (const x of xs) this.upright(x, top, y)
    return y
  }
}

export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (letter === ' ' ? 0.25 : 0.5) * size, 0)
}

export function sourceOf(...pages: PrintedPage[]): PagedSource {
  return {kind: 'pages', pages: pages.map(({page}) => page), outline: [], tagged: false, engine: 'test', warnings: []}
}

/** Printed pages read to blocks, as short lines. */
export function read(...pages: PrintedPage[]): string[] {
  return linesOfBlocks(fromPages(sourceOf(...pages)))
}

/** All letters and digits that the blocks and the furniture hold, sorted. */
export function lettersIn({tree, furniture}: Blocks): string {
  const parts = furniture.map(({text}) => text)
  const visit = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value)
    if (node.type === 'listItem' && node.data?.marker) parts.push(node.data.marker)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return sorted(parts.join(''))
}

export function lettersOn(source: PagedSource): string {
  return sorted(source.pages.flatMap(({runs}) => runs.map(({text}) => text)).join(''))
}

const sorted = (text: string): string => [...text.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
