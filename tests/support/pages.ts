/** Pages as trees: what a browser would make of them, for tests without one. */
import type {Element, Nodes, Root} from 'hast'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'

const parser = unified().use(rehypeParse)

export function parsePage(text: string): Root {
  return parser.parse(text)
}

export function elementsOf(page: Nodes): Element[] {
  const found: Element[] = []
  visit(page, 'element', (element: Element) => {
    found.push(element)
  })
  return found
}

export function idsOf(page: Nodes): string[] {
  return elementsOf(page).flatMap(({properties}) => (properties.id ? [String(properties.id)] : []))
}

export function linksOf(page: Nodes): string[] {
  return elementsOf(page).flatMap(({properties}) =>
    [properties.href, properties.src].filter((value) => typeof value === 'string')
  )
}
