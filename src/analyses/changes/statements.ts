import {sentencesOf} from '../../language/sentences.ts'
import {childrenOf, isGoal} from '../../plan-tree/guards.ts'
import type {Goal, PageSpan, Plan, PlanNode, Section} from '../../plan-tree/nodes.ts'
import {bareWords} from '../matching/profile.ts'
import {comparable} from './folding.ts'

/** The smallest words that are compared: a sentence of a passage or goal, a lead, a date, a term of the glossary. */
export interface Statement {
  /** Place in the tree's order, from 0. */
  at: number
  /** Where the node's words begin in the reading text; undefined where the tree does not say. */
  offset?: number
  /** Id of the goal, or the path of types and counts of any other node; names the node in its tree only. */
  id: string
  node: PlanNode
  /** Which of the node's words: a goal's title and detail, a glossary entry's name and meaning, a section's title. */
  part: 'title' | 'words'
  text: string
  /** Words only, folded: two statements with one key say the same. */
  key: string
  /** The text without what only a conversion changes; differs where a reader would see a difference. */
  print: string
  /** Node type, or the section's role for words outside goals. */
  level: string
  where: string
  pages: PageSpan[]
  /** Nearest goal that the words belong to; for a goal's own words the goal itself. */
  goal: Goal | null
  /** Goals and sections around the node, from the outermost. */
  around: readonly PlanNode[]
  /** Folded words of the nearest goal or section around it: tells repeated words apart. */
  slot: string
}

const goalWords: Readonly<Record<string, string>> = {
  outcome: 'outcomes',
  priority: 'priorities',
  action: 'actions',
  measure: 'measures',
  milestone: 'milestones',
  voice: 'what was asked',
  rationale: 'why',
  lead: 'lead',
  date: 'dates',
  target: 'targets',
  statistic: 'figures',
  reference: 'references',
  passage: 'Text outside the sections'
}

/** Facets whose words usually stand in the goal's own words, too. */
const repeating = new Set(['date', 'target', 'statistic', 'reference', 'lead'])

/** The plan's words laid flat in reading order; what stands in a node's own words and again in a facet is told once. */
export function statementsOf(plan: Plan): Statement[] {
  const statements: Statement[] = []
  const counts = new Map<string, number>()
  const folded = new Map<PlanNode, string>()
  const titleWords = (node: PlanNode | undefined): string => {
    if (!node || !('title' in node)) return ''
    const known = folded.get(node) ?? bareWords(node.title ?? '')
    folded.set(node, known)
    return known
  }
  const add = (
    node: PlanNode,
    id: string,
    part: Statement['part'],
    text: string,
    around: readonly PlanNode[]
  ): void => {
    const level = levelOf(node, around)
    const clean = wordsToCompare(text, node, part, level)
    const key = bareWords(clean)
    if (key === '') return
    const goal = isGoal(node) ? node : (around.findLast(isGoal) ?? null)
    const near = around.at(-1)
    statements.push({
      at: statements.length,
      id,
      node,
      part,
      text: clean,
      key,
      print: comparable(clean),
      level,
      where: whereOf(node, around, part),
      pages: node.pages,
      goal,
      around,
      slot: `${node.type}${'where' in node ? node.where : ''}|${titleWords(near)}`,
      ...(node.position?.start.offset === undefined ? {} : {offset: node.position.start.offset})
    })
  }
  const visit = (node: PlanNode, around: readonly PlanNode[]): void => {
    const id = isGoal(node) ? node.id : node.type === 'plan' ? 'plan' : idOf(node, around, counts)
    for (const [part, text] of wordsIn(node)) add(node, id, part, text, around)
    const below = isGoal(node) || node.type === 'section' || node.type === 'glossary' ? [...around, node] : around
    const children = childrenOf(node)
    const own = children.some(({type}) => repeating.has(type)) ? ownWords(node) : ''
    for (const child of children) if (!isRepeated(child, own)) visit(child, below)
  }
  visit(plan, [])
  return withoutCopies(statements)
}

/** Longest run of cells that is looked at as the copy of another, in cells. */
const copiedMost = 40

/**
 * Cells of a table inside a cell, which some converters write three times over ('Record Name Born' | 'Name' 'Born' | 'Name'
 * 'Born'), told once: what stands before them keeps its own words.
 */
function withoutCopies(statements: Statement[]): Statement[] {
  const isCell = ({node, part}: Statement) => node.type === 'passage' && node.block === 'tableRow' && part === 'words'
  const kept: Statement[] = []
  for (let at = 0; at < statements.length; at += 1) {
    const whole = statements[at]!
    const length = isCell(whole) ? copyAfter(statements, at, isCell) : 0
    const copied = statements.slice(at + 1, at + 1 + length)
    const text = whole.text.slice(0, whole.text.length - copied.map((each) => each.text).join(' ').length).trimEnd()
    kept.push(length === 0 ? whole : {...whole, text, key: bareWords(text), print: comparable(text)}, ...copied)
    at += 2 * length
  }
  return kept.length === statements.length ? statements : kept.map((statement, at) => ({...statement, at}))
}

/** Number of cells after `at` that end its words and are said a second time right away; 0 where there are none. */
function copyAfter(statements: readonly Statement[], at: number, isCell: (cell: Statement) => boolean): number {
  let words = ''
  for (let length = 1; length <= copiedMost; length += 1) {
    const cell = statements[at + length]
    if (!cell || !isCell(cell)) return 0
    words = words === '' ? cell.text : `${words} ${cell.text}`
    const {text} = statements[at]!
    if (words.length >= text.length) return 0
    const again = statements.slice(at + length + 1, at + 2 * length + 1)
    const alike =
      again.length === length && again.every((each, k) => isCell(each) && each.key === statements[at + 1 + k]!.key)
    if (alike && text.endsWith(` ${words}`)) return length
  }
  return 0
}

function idOf(node: PlanNode, around: readonly PlanNode[], counts: Map<string, number>): string {
  const goal = around.findLast(isGoal)
  const stem = `${goal ? `${goal.id}/` : ''}${node.type}`
  const count = (counts.get(stem) ?? 0) + 1
  counts.set(stem, count)
  return `${stem}-${count}`
}

function wordsIn(node: PlanNode): ['title' | 'words', string][] {
  const sentences = (text: string) => sentencesOf(text).map((each): ['words', string] => ['words', each])
  if (isGoal(node)) {
    const [first = '', ...more] = sentencesOf(node.title)
    return [
      ['title', first],
      ...more.map((each): ['words', string] => ['words', each]),
      ...sentences(node.detail ?? '')
    ]
  }
  switch (node.type) {
    case 'plan':
      // A plan without a title of its own is called by its file.
      return [node.source.path, node.source.path.split(/[\\/]/).at(-1)].includes(node.title)
        ? []
        : [['title', node.title]]
    case 'section':
    case 'glossary':
      return node.title ? [['title', node.title]] : []
    case 'glossaryEntry':
      return [['title', node.name], ...sentences(node.value)]
    case 'lead':
      return [['words', node.note ? `${node.value} ${node.note}` : node.value]]
    case 'date':
    case 'target':
      return [['words', node.value]]
    case 'restatement':
      return [['words', node.value]]
    case 'passage':
      if (isStatus(node.value)) return [['words', node.value]]
      return node.block === 'tableRow'
        ? node.value.split(' | ').map((cell): ['words', string] => ['words', cell])
        : sentences(node.value)
    default:
      return 'value' in node ? sentences(node.value) : []
  }
}

/** Longest text that is taken to say what the document is, in characters. */
const statusMost = 160
const statusWords =
  /(?:^|[-\u2013\u2014(:]\s?)(?:final |working |consultation )?draft\b|\bdraft(?: for\b|[)\s]*$|,? version)|\bfor consultation\b|\b(?:agreed|approved|adopted|endorsed) (?:by|on)\b|\b(?:final|published) version\b/i

/** Whether a short text outside the goals says what the document is: a draft, agreed, out for consultation. */
export const isStatus = (text: string): boolean => text.length <= statusMost && statusWords.test(text)

/** 'Outcome 3 - ' before a title, 'Pledge Four: ': the label is compared as a label. */
const labelled =
  /^\p{L}{3,20}(?: \p{L}{3,20})? (?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\s{0,2}[-:.\u2013\u2014]\s{1,3}(?=\p{L})/iu

/** The words as they are compared: white space collapsed, a title without its label, a contents line without its page. */
function wordsToCompare(text: string, node: PlanNode, part: 'title' | 'words', level: string): string {
  const clean = text
    .replace(/\s+/g, ' ')
    .replace(/(\d)- (?=\d)/g, '$1-')
    .trim()
  if (node.type === 'passage' && loneNumber.test(clean)) return ''
  const entry = level === 'contents' || (node.type === 'restatement' && node.where === 'contents') || leader.test(clean)
  const heading = node.type === 'section' || (node.type === 'passage' && node.block === 'heading')
  const words = (entry ? clean.replace(pageAtEnd, '').replace(headOfContents, '') : clean).replace(
    entry || heading ? numbered : /^$/,
    ''
  )
  const titled =
    part === 'title' || node.type === 'restatement' || (node.type === 'passage' && node.block !== 'paragraph')
  const unlabelled = entry || (titled && clean.length <= titleMost) ? words.replace(labelled, '') : words
  return carriedOn.test(unlabelled) || (entry && /^[\d\s.]*$/.test(unlabelled)) ? '' : unlabelled
}

/** Longest line that is taken for a labelled title, in characters. */
const titleMost = 240
/** 'Outcome 1 - Continued': a page break made it. */
const carriedOn = /^\(?(?:continued|cont['’.]?d?)\)?[.:]?$/i

/** '6. ', '2.3 ' before a heading. */
const numbered = /^\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s{1,3}(?=\p{L})/u
/** A page number that stands alone. */
const loneNumber = /^\d{1,3}$/
/** The dots that lead from a contents entry to its page. */
const leader = /\.{5,}|(?:\. ){5,}/
/** 'Section Page' over the entries of a contents list, alone or run into the first of them. */
const headOfContents =
  /^(?:(?:section|page|contents?|title|chapter|part|number|no\.?)(?:\s{1,3}|$)){1,4}(?=\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s|$)/iu
const pageAtEnd = /(?:[\s.\u2026\u00B7_]{1,400}\d{1,4})?[\s.\u2026\u00B7_]{0,400}$/u

function ownWords(node: PlanNode): string {
  const own = isGoal(node) ? [node.title, node.detail ?? ''] : 'title' in node ? [node.title ?? ''] : []
  const beside = childrenOf(node).flatMap((child) =>
    'value' in child && !repeating.has(child.type) ? [child.value] : []
  )
  return ` ${bareWords([...own, ...beside].join(' '))} `
}

function isRepeated(node: PlanNode, words: string): boolean {
  return repeating.has(node.type) && 'value' in node && words.includes(` ${bareWords(node.value)} `)
}

function levelOf(node: PlanNode, around: readonly PlanNode[]): string {
  const section = around.findLast((each): each is Section => each.type === 'section')
  if (node.type === 'section') return node.role
  return node.type === 'passage' && section && !around.some(isGoal) ? section.role : node.type
}

/** 'Outcome 3 / measures', 'Introduction', 'Glossary / CAMHS'. */
function whereOf(node: PlanNode, around: readonly PlanNode[], part: 'title' | 'words'): string {
  if (node.type === 'plan') return 'Title'
  if (node.type === 'glossaryEntry') return `Glossary / ${node.name}`
  const top = [...around, node].find(isGoal)
  const path = [...around, node].flatMap((each) => {
    if (each.type === 'outcome' || (each === top && isGoal(each))) return [nameOf(each)]
    if (each.type === 'section') return [each.title || each.role]
    if (each.type === 'glossary') return ['Glossary']
    return []
  })
  if (node.type === 'restatement') return [...path, `${node.where}${node.label ? `, ${node.label}` : ''}`].join(' / ')
  const last = goalWords[node.type]
  if (node.type === 'outcome' || node === top) return `${path.join(' / ')}${part === 'title' ? ' / title' : ''}`
  if (!last || (node.type === 'passage' && path.length > 0)) return path.join(' / ') || 'Front matter'
  const goal = isGoal(node) ? node : around.findLast(isGoal)
  const label = goal && goal !== top && goal.type !== 'outcome' && goal.label ? ` ${goal.label}` : ''
  return [...path, `${last}${label}`].join(' / ')
}

/** A goal as people call it: 'Outcome 3', or its first words. */
export function nameOf(goal: Goal): string {
  const term = goal.term.charAt(0).toUpperCase() + goal.term.slice(1)
  if (goal.label) return /\p{L}{3,}/u.test(goal.label) ? goal.label : `${term || 'Outcome'} ${goal.label}`
  const label = labelled.exec(goal.title)
  if (label) return label[0].replace(/[\s:.–—-]+$/, '')
  const words = goal.title.split(' ')
  return words.length > 8 ? `${words.slice(0, 8).join(' ')} …` : goal.title
}
