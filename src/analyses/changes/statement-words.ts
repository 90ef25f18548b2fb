/** The words of a node that are compared, without what only says where they stand: labels, numbers, pages of contents. */
import {sentencesOf} from '../../language/sentences.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {PlanNode} from '../../plan-tree/nodes.ts'

/** Which of a node's words: a goal's title and detail, a glossary entry's name and meaning, a section's title. */
export type Part = 'title' | 'words'

/** 'Outcome 3 - ' before a title, 'Pledge Four: ': the label is compared as a label. */
export const printedLabel =
  /^\p{L}{3,20}(?: \p{L}{3,20})? (?:\d{1,3}|[ivx]{1,5}|one|two|three|four|five|six|seven|eight|nine|ten)\s{0,2}[-:.\u2013\u2014]\s{1,3}(?=\p{L})/iu

/** The words of a node, sentence by sentence or cell by cell. */
export function wordsIn(node: PlanNode): [Part, string][] {
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

/** The words as they are compared: white space collapsed, a title without its label, a contents line without its page. */
export function wordsToCompare(text: string, node: PlanNode, part: Part, level: string): string {
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
  const unlabelled = entry || (titled && clean.length <= titleMost) ? words.replace(printedLabel, '') : words
  return carriedOn.test(unlabelled) || (entry && /^[\d\s.]*$/.test(unlabelled)) ? '' : unlabelled
}

/** Longest line that is taken for a printedLabel title, in characters. */
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
