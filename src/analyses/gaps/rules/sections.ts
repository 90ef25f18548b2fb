import {childrenOf, isGoal} from '../../../plan-tree/guards.ts'
import type {PlanNode, Section} from '../../../plan-tree/nodes.ts'
import {walk, wordsOf} from '../../../plan-tree/walk.ts'
import {plainWords} from '../compare-words.ts'
import type {Context, Finding, GapRule} from '../rule.ts'

/** Words under which a section says nothing: a name and a post are about so many. */
const emptyWords = 12

/** Words of a heading; a longer one is a sentence set as a heading, and needs nothing under it. */
const longestHeading = 12

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

export const headingDuplicated: GapRule = {
  id: 'heading-duplicated',
  severity: 'low',
  checks: 'A heading printed twice running, or a word doubled in the title.',
  doesNotCheck: 'Headings that come back on later pages ("- continued").',
  example: '"The Plan", and under it "The Plan".',
  find: ({plan}) => {
    const found: Finding[] = []
    let last: Section | undefined
    walk(plan, (node) => {
      if (node.type === 'section') {
        if (last && plainWords(last.title) === plainWords(node.title) && isBare(last, node))
          found.push({
            about: node,
            where: node.title,
            text: node.title,
            note: 'The same heading stands twice, one under the other.',
            confidence: 0.85,
            pages: node.pages
          })
        last = node
      }
    })
    for (const [first, second] of neighbours(plan)) {
      if (
        first.type !== 'passage' ||
        second.type !== 'passage' ||
        second.block === 'listItem' ||
        second.block === 'tableRow'
      )
        continue
      if (!/\p{L}{3}/u.test(second.value)) continue
      if (plainWords(first.value) !== plainWords(second.value) || second.value.split(/\s+/).length > longestHeading)
        continue
      found.push({
        about: second,
        where: second.value,
        text: second.value,
        note: 'The same line stands twice running.',
        confidence: 0.8,
        pages: second.pages
      })
    }
    const doubled = /\b(\p{L}{3,}) \1\b/iu.exec(plan.title)
    if (doubled)
      found.push({
        where: 'Title',
        text: plan.title,
        note: `"${doubled[1]}" is printed twice in the title.`,
        confidence: 0.8
      })
    return found
  }
}

/** Every two nodes that stand next to each other under one parent. */
function neighbours(plan: PlanNode): [PlanNode, PlanNode][] {
  const pairs: [PlanNode, PlanNode][] = []
  walk(plan, (node) => {
    const children = childrenOf(node)
    children.slice(1).forEach((child, index) => {
      pairs.push([children[index]!, child])
    })
  })
  return pairs
}

/** Nothing of its own stands between the two headings. */
function isBare(first: Section, second: Section): boolean {
  return first.children.length === 0 || first.children[0] === second
}

export const crossrefWrong: GapRule = {
  id: 'crossref-wrong',
  severity: 'low',
  checks:
    'An appendix or section named in the text that the contents do not have, or whose entry there speaks of something else.',
  doesNotCheck: 'References to other documents.',
  example: 'Area profiles "included as Appendix A", which the contents call the action plan.',
  find: (context) => [...wrongReferences(context), ...missingNumbers(context)]
}

function wrongReferences({plan}: Context): Finding[] {
  const listed = new Map<string, string>()
  walk(plan, (node, ancestors) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    if (!ancestors.some((each) => each.type === 'section' && each.role === 'contents')) return
    for (const [, letter, text] of node.value.matchAll(
      /(?:^|\s|[•–-])(?:appendix\s+)?([A-H])\s*[-–—:.]\s*([^\n•]{4,80}?)(?=\s+(?:appendix\s+)?[A-H]\s*[-–—:.]\s|[\n•]|$)/g
    ))
      if (letter && text) listed.set(letter.toUpperCase(), text.trim())
  })
  if (listed.size < 2) return []
  const found: Finding[] = []
  walk(plan, (node, ancestors) => {
    if (!('value' in node) || typeof node.value !== 'string') return
    if (ancestors.some((each) => each.type === 'section' && each.role === 'contents')) return
    for (const sentence of node.value.split(/(?<=[.!?])\s+/)) {
      const letter = /\bappendix ([A-H])\b/i.exec(sentence)?.[1]?.toUpperCase()
      if (!letter) continue
      const section = ancestors.findLast((each) => each.type === 'section')
      const where = section ? wordsOf(section) : 'Plan'
      const finding = (note: string, confidence: number): Finding => ({
        about: node,
        where,
        text: sentence,
        note,
        confidence,
        pages: node.pages
      })
      const entry = listed.get(letter)
      if (!entry) found.push(finding(`The contents list no Appendix ${letter}.`, 0.85))
      else {
        const context = `${where} ${sentence}`
        const other = [...listed].find(
          ([key, text]) =>
            key !== letter && share(text, context) >= 0.6 && share(text, context) > share(entry, context) + 0.3
        )
        if (other)
          found.push(
            finding(`The contents call Appendix ${letter} "${entry}" and Appendix ${other[0]} "${other[1]}".`, 0.75)
          )
      }
    }
  })
  return found
}

/** 'Outcome 7' in a plan of six outcomes. */
function missingNumbers({plan, tops}: Context): Finding[] {
  const byTerm = new Map<string, number[]>()
  for (const {term, label} of tops) {
    const number = Number(/(\d{1,2})$/.exec(label ?? '')?.[1])
    if (number) byTerm.set(term.toLowerCase(), [...(byTerm.get(term.toLowerCase()) ?? []), number])
  }
  const found: Finding[] = []
  for (const [term, numbers] of byTerm) {
    if (numbers.length < 3 || !/^[a-z ]+$/.test(term)) continue
    const named = new RegExp(`\\b${term} (\\d{1,2})\\b`, 'i')
    walk(plan, (node, ancestors) => {
      if (node.type !== 'passage' && !isGoal(node)) return
      const words = node.type === 'passage' ? node.value : node.title
      const match = named.exec(words)
      if (!match || numbers.includes(Number(match[1]))) return
      const section = ancestors.findLast((each) => each.type === 'section')
      found.push({
        about: node,
        where: section ? wordsOf(section) : 'Plan',
        text: words,
        note: `There is no ${match[0]}: they are ${numbers.join(', ')}.`,
        confidence: 0.8,
        pages: node.pages
      })
    })
  }
  return found
}

/** Share of an entry's words of four letters and more that the context has, in any form. */
function share(entry: string, context: string): number {
  const words = plainWords(entry)
    .split(' ')
    .filter((word) => word.length > 3)
  const there = plainWords(context)
  return words.length === 0
    ? 0
    : words.filter((word) => there.includes(word.slice(0, Math.max(4, word.length - 2)))).length / words.length
}

/** Words that keep a place for text to come. */
const keepsPlace =
  /\b(tbc|tba|tbd|insert (text|date|name|figure|photo|here)|xx+|lorem ipsum)\b|\[(insert|add|date|name|tbc)[^\]]{0,60}\]|\?{3,}|(?:^|[([|:–-]\s*)to be (?:confirmed|inserted|added|completed|agreed)\b/i

export const placeholder: GapRule = {
  id: 'placeholder',
  severity: 'medium',
  checks: 'Words left standing for text to come: TBC, "insert", XX.',
  doesNotCheck: 'Leads (lead-placeholder).',
  example: '"[insert figure]".',
  find: ({plan}) => {
    const found: Finding[] = []
    walk(plan, (node, ancestors) => {
      if (node.type === 'plan' || node.type === 'lead') return
      const words = node.type === 'glossaryEntry' ? node.value : wordsOf(node)
      const match = keepsPlace.exec(words)
      if (!match) return
      const section = ancestors.findLast((each) => each.type === 'section' || isGoal(each))
      found.push({
        about: node,
        where: section ? wordsOf(section) : 'Plan',
        text: words,
        note: `"${match[0]}" keeps the place of words to come.`,
        confidence: 0.9,
        pages: node.pages
      })
    })
    return found
  }
}

/** Last words that no sentence ends on. */
const hangs = /(?:\b(?:a|an|the|and|or|of|to|for|with|in|on|by|from|that|which|who|our|their|is|are|as)|[,;–-])$/i

export const glossaryTruncated: GapRule = {
  id: 'glossary-truncated',
  severity: 'low',
  checks: 'A glossary entry whose meaning stops in the middle of a sentence or is missing.',
  doesNotCheck: 'Whether the meaning is right.',
  example: '"A plan that we will work to across the partnership to support children and".',
  find: ({plan}) =>
    plan.children.flatMap((glossary) =>
      glossary.type !== 'glossary'
        ? []
        : glossary.children.flatMap((entry): Finding[] => {
            const value = entry.value.trim()
            if (value !== '' && !hangs.test(value)) return []
            return [
              {
                about: entry,
                where: glossary.title ?? 'Glossary',
                text: value || entry.name,
                note: value
                  ? `The meaning of "${entry.name}" stops in the middle.`
                  : `"${entry.name}" has no meaning beside it.`,
                confidence: 0.9,
                pages: entry.pages
              }
            ]
          })
    )
}
