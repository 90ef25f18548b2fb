import {type Abbreviation, abbreviationsIn, shortForm} from '../../language/abbreviations.ts'
import {
  type FacetIndex,
  facetIndex,
  generalLexicon,
  joinLexicons,
  type Lexicon,
  type Term,
  type TermFinder,
  termFinder
} from '../../language/lexicon.ts'
import type {Plan, PlanNode} from '../../plan-tree/nodes.ts'

/** How one plan's words are read: its own abbreviations and equal words, then the lexicon's. */
export interface PlanLanguage {
  finder: TermFinder
  facets: FacetIndex
  abbreviations: Abbreviation[]
}

/** Longest meaning of a glossary entry that can stand for its name, in words: longer ones explain, they do not equal. */
const longestEqual = 7

/** Reads a plan's language from all its words. `lexicon` is added to the general one. */
export function planLanguage(plan: Plan | undefined, lexicon?: Lexicon): PlanLanguage {
  const general = lexicon ? joinLexicons(generalLexicon(), lexicon) : generalLexicon()
  const texts: string[] = []
  const equals: Term[] = []
  const glossary: Abbreviation[] = []
  const visit = (node: PlanNode): void => {
    if ('title' in node && node.title) texts.push(node.title)
    if ('detail' in node && node.detail) texts.push(node.detail)
    if ('value' in node) texts.push(node.value)
    if (node.type === 'glossaryEntry') {
      const short = node.name.trim()
      const long = node.value.split(/[.;(–—]/)[0]!.trim()
      const words = long.split(/\s+/).length
      if (node.use === 'means' && shortForm(short) && words >= 2 && words <= longestEqual + 2)
        glossary.push({short, long})
      if (node.use === 'sayInstead' && words <= longestEqual) equals.push({say: long, equal: [short]})
    }
    if ('children' in node) for (const child of node.children as PlanNode[]) visit(child)
  }
  if (plan) visit(plan)
  const known = new Set(glossary.map(({short}) => short))
  const abbreviations = [...glossary, ...abbreviationsIn(texts).filter(({short}) => !known.has(short))]
  return {finder: termFinder(general, abbreviations, equals), facets: facetIndex(general), abbreviations}
}
