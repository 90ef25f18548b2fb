import type {PlanNode, Section} from '../../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {plainWords} from '../compare-words.ts'
import type {Context, Finding, GapRule} from '../rule.ts'
import {longestHeading} from './headings.ts'

/** Words under which a section says nothing: a name and a post are about so many. */
const emptyWords = 12

/** A caption: a picture or a chart stands under it. */
const overPicture = /^(?:[%#]|(?:figure|table|chart|graph|map|diagram)\b)/i

export const sectionEmpty: GapRule = {
  id: 'section-empty',
  severity: 'medium',
  checks:
    'A heading with nothing under it, or nothing but a name; an entry of the contents that the document does not have.',
  doesNotCheck: 'Whether a picture stands there.',
  example: "A foreword that holds only its author's name.",
  find: (context) => [...emptySections(context), ...missingSections(context)]
}

function emptySections({plan}: Context): Finding[] {
  const inOrder: PlanNode[] = []
  walk(plan, (node) => {
    inOrder.push(node)
  })
  const follows = followingOf(inOrder)
  const opening = openingOf(inOrder)
  return inOrder.flatMap((node, index): Finding[] => {
    if (node.type !== 'section' || node.role === 'contents' || node.title === '' || opening.has(node)) return []
    const words = textIn(node)
    if (node.children.some((child) => child.type === 'section') || words.split(/\s+/).length > emptyWords) return []
    if (words && (/[.!?:]$/.test(words.trim()) || isPerson(node.title) || !isName(words) || isList(node))) return []
    if (node.title.split(/\s+/).length > longestHeading || overPicture.test(node.title)) return []
    if (plan.publisher !== undefined && plainWords(plan.publisher) === plainWords(node.title)) return []
    if (words === '' && endsList(inOrder, index)) return []
    const next = follows.get(node) ?? inOrder[index + 1]
    // A heading straight before goals or a glossary is theirs, and so are words that hang on a goal elsewhere in the tree.
    if (words === '' && (next === undefined || next.type !== 'section' || goesOn(node, next))) return []
    return [
      {
        about: node,
        where: node.title,
        text: words || node.title,
        note: words ? 'Nothing but a name stands under this heading.' : 'Nothing stands under this heading.',
        confidence: words ? 0.7 : isNext(node, next) ? 0.85 : headingAlone,
        pages: node.pages
      }
    ]
  })
}

/** Lines of a list before a heading, from which the heading is taken for its last line. */
const listLines = 3
/** Words of a line of a list. */
const longestListLine = 8

/** The last line of a list of bare lines, set apart from it by a page's end or by its type alone. */
function endsList(nodes: readonly PlanNode[], index: number): boolean {
  const before = nodes.slice(Math.max(0, index - listLines), index)
  return (
    before.length === listLines &&
    before.every(
      (node) =>
        node.type === 'passage' &&
        node.value.split(/\s+/).length <= longestListLine &&
        !/[.!?:;]$/.test(node.value.trim())
    )
  )
}

/** A heading straight over another may name what both head; only numbers show that the second does not belong to the first. */
const headingAlone = 0.55

/** What stands after each node on the page, whichever node of the tree it hangs on; none where the plan has no positions. */
function followingOf(nodes: readonly PlanNode[]): Map<PlanNode, PlanNode> {
  const placed = nodes.flatMap((node) =>
    node.position && node.type !== 'plan' ? [{node, at: node.position.start.offset ?? 0}] : []
  )
  placed.sort((a, b) => a.at - b.at)
  return new Map(placed.slice(0, -1).map(({node}, index) => [node, placed[index + 1]!.node]))
}

/** Headings before the first words of the document: its title page. */
function openingOf(nodes: readonly PlanNode[]): Set<PlanNode> {
  const first = nodes.findIndex(
    (node) =>
      node.type !== 'plan' &&
      node.type !== 'section' &&
      (wordsOf(node).split(/\s+/).length > emptyWords || node.type === 'glossary')
  )
  const contents = nodes.findIndex((node) => node.type === 'section' && node.role === 'contents')
  const end = contents >= 0 && (first < 0 || contents < first) ? contents : first
  return new Set(end > 0 ? nodes.slice(0, end) : [])
}

/** A name and a post: most words that are not small begin with a capital. */
function isName(words: string): boolean {
  const long = words.split(/\s+/).filter((word) => /^\W*\p{L}{3}/u.test(word) && !/^(?:and|for|the)$/i.test(word))
  return long.filter((word) => /^\W*\p{Lu}/u.test(word)).length * 2 > long.length
}

/** Lines that together are a list: values, members, themes. */
function isList({children}: Section): boolean {
  return children.filter((child) => child.type === 'passage' && child.block === 'listItem').length > 1
}

/** 'Councillor A. Person, chair of the board', set like a heading. */
function isPerson(title: string): boolean {
  return /^(?:councillor|cllr|dr|mrs?|ms|sir|dame|professor|prof)\b|,\s*(?:(?:vice|deputy|young|independent)[- ])?(?:chair|director|leader|chief|head|mayor|member|lead)/i.test(
    title
  )
}

/** A second heading that says the first again or leads into a list ('We will …') is what stands under it. */
function goesOn(first: Section, second: Section): boolean {
  const long = (text: string) =>
    new Set(
      plainWords(text)
        .split(' ')
        .filter((word) => word.length > 4)
    )
  if (numberOf(first.title) !== undefined) return false
  return /[:.…]$/.test(second.title.trim()) || long(first.title).intersection(long(second.title)).size > 0
}

function numberOf(title: string): number | undefined {
  const number = /^(?:section |chapter |part )?(\d{1,2})[.)]?\s/i.exec(title)?.[1]
  return number === undefined ? undefined : Number(number)
}

/** '6. Structure' straight before '7. Review'. */
function isNext(first: Section, second: PlanNode | undefined): boolean {
  const [one, other] = [numberOf(first.title), second?.type === 'section' ? numberOf(second.title) : undefined]
  return one !== undefined && other === one + 1
}

function textIn(node: PlanNode): string {
  const parts: string[] = []
  walk(node, (each) => {
    if (each !== node) parts.push(each.type === 'glossaryEntry' ? `${each.name} ${each.value}` : wordsOf(each))
  })
  return parts.join(' ').trim()
}

/** Lines of the contents: their words without leaders and page numbers. */
function contentsLines(plan: PlanNode): {text: string; node: PlanNode}[] {
  const lines: {text: string; node: PlanNode}[] = []
  walk(plan, (node, ancestors) => {
    const inContents = ancestors.some((each) => each.type === 'section' && each.role === 'contents')
    if (!inContents || !('value' in node) || typeof node.value !== 'string') return
    for (const line of node.value.split(/\n|\t|(?<=\d)\s{2,}/)) {
      const text = line
        .replace(/[.…\s]+\d*\s*$/, '')
        .replace(/^\s*(\d+|[A-Z])[.)]?\s+/, '')
        .trim()
      if (/\p{L}{3}/u.test(text)) lines.push({text, node})
    }
  })
  return lines
}

/** The one entry whose lack is sure: a glossary that the contents promise. */
function missingSections({plan}: Context): Finding[] {
  const promised = contentsLines(plan).find(({text}) => /\b(glossary|jargon|abbreviations)\b/i.test(text))
  const there =
    plan.children.some((child) => child.type === 'glossary') || hasSection(plan, /\b(glossary|jargon|abbreviations)\b/i)
  if (!promised || there) return []
  return [
    {
      about: promised.node,
      where: 'Contents',
      text: promised.text,
      note: 'The contents list it and the document has none.',
      confidence: 0.85,
      pages: promised.node.pages
    }
  ]
}

function hasSection(plan: PlanNode, title: RegExp): boolean {
  let found = false
  walk(plan, (node, ancestors) => {
    if (
      node.type === 'section' &&
      node.role !== 'contents' &&
      title.test(node.title) &&
      !ancestors.some((each) => (each as Section).role === 'contents')
    )
      found = true
  })
  return found
}
