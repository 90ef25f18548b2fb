import type {Element, ElementContent, Nodes, Root} from 'hast'
import type {Furniture} from '../types.ts'

/** Elements that hold no words of the plan. */
const silent = new Set(
  'script style noscript template svg math canvas iframe object embed audio video map select button input textarea dialog head link meta base menu del s strike'.split(
    ' '
  )
)

/** Elements and roles around a page's content: kept as furniture, not as blocks. */
const chrome = new Set(['nav', 'footer', 'form'])
const chromeRoles = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'search',
  'complementary',
  'dialog',
  'alert',
  'menu',
  'toolbar'
])
const chromeNames =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|breadcrumbs?|cookies?|consent|skip(?:-?link|-to-content)?|menu|share|sharing|social|related|pagination|pager|site-(?:header|footer)|page-footer|footer|masthead|search|feedback|phase-banner|print-link|back-to-top|sidebar|newsletter|subscribe)(?:$|[\s_-])/i
const hiddenNames =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|screenreader|govuk-visually-hidden|hidden)(?:\s|$)/i

/** Words of a dropped part that are kept as furniture at most, in characters. */
const furnitureLength = 200

/** Deeper elements than any page has; below them only words count. */
const deepest = 200

export interface PageContent {
  content: ElementContent[]
  furniture: Furniture[]
  title?: string
}

/** A web page without its chrome: what stands in `<main>`, or the body without navigation, header, footer, banners. */
export function contentOfPage(root: Root): PageContent {
  const title = titleOf(root)
  const mains = elementsBy(root, isMain)
  const body = elementsBy(root, ({tagName}) => tagName === 'body')[0]
  const wordsInMain = mains.reduce((sum, main) => sum + textLength(main), 0)
  const furniture: Furniture[] = []
  const holders: (Root | Element)[] = mains.length > 0 && wordsInMain > 200 ? mains : [body ?? root]
  if (holders[0] !== root && holders[0] !== body && body)
    for (const part of outside(body, new Set(mains))) note(part, furniture)
  const content = holders.flatMap((holder) => withoutChrome(holder.children as ElementContent[], furniture, 0))
  return {content, furniture, ...(title ? {title} : {})}
}

function isMain(element: Element): boolean {
  return element.tagName === 'main' || property(element, 'role') === 'main'
}

function withoutChrome(children: readonly ElementContent[], furniture: Furniture[], depth: number): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child]
    if (child.type !== 'element' || isSilent(child)) return []
    if (isChrome(child)) {
      note(child, furniture)
      return []
    }
    if (depth > deepest) return [{type: 'text', value: wordsOf(child)}]
    return [{...child, children: withoutChrome(child.children, furniture, depth + 1)}]
  })
}

function isSilent(element: Element): boolean {
  const {tagName, properties} = element
  if (silent.has(tagName) || properties?.hidden !== undefined || property(element, 'ariaHidden') === 'true') return true
  return (
    hiddenNames.test(names(element)) ||
    /display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden/i.test(property(element, 'style'))
  )
}

/** A header that holds no heading is chrome; one that does carries the title. */
function isChrome(element: Element): boolean {
  if (chrome.has(element.tagName) || chromeRoles.has(property(element, 'role'))) return true
  const hasHeading = () => elementsBy(element, ({tagName}) => /^h[1-3]$/.test(tagName)).length > 0
  if (element.tagName === 'header') return !hasHeading()
  return chromeNames.test(names(element)) && !hasHeading() && textLength(element) < 2000
}

function names(element: Element): string {
  const own = element.properties?.className
  return `${Array.isArray(own) ? own.join(' ') : ''} ${property(element, 'id')}`
}

export function property(element: Element, name: string): string {
  const value = element.properties?.[name]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

/** Parts of the body that hold none of the given elements. */
function outside(body: Element, kept: ReadonlySet<Nodes>): Element[] {
  return body.children.filter(
    (child): child is Element =>
      child.type === 'element' &&
      !isSilent(child) &&
      !kept.has(child) &&
      elementsBy(child, (each) => kept.has(each)).length === 0
  )
}

function note(element: Element, furniture: Furniture[]): void {
  const text = wordsOf(element)
  if (text !== '')
    furniture.push({text: text.slice(0, furnitureLength), kind: element.tagName === 'footer' ? 'foot' : 'head'})
}

function titleOf(root: Root): string | undefined {
  const title = elementsBy(root, ({tagName}) => tagName === 'title')[0]
  const words = title ? wordsOf(title) : ''
  return words === '' ? undefined : words.slice(0, 300)
}

/** Elements for which the test holds, outermost first, without those inside others; no recursion. */
function elementsBy(root: Root | Element, test: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const open: Nodes[] = [...root.children].reverse()
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type !== 'element') continue
    if (test(node)) found.push(node)
    else for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index]!)
  }
  return found
}

/** The words of an element, white space collapsed; no recursion. */
export function wordsOf(element: Element): string {
  const parts: string[] = []
  const open: Nodes[] = [element]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'text') parts.push(node.value)
    else if (node.type === 'element' && (node === element || !isSilent(node))) {
      parts.push(' ')
      for (let index = node.children.length - 1; index >= 0; index--) open.push(node.children[index]!)
    }
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

function textLength(element: Element): number {
  return wordsOf(element).length
}
