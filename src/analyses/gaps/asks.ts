import {sentencesOf} from '../../language/sentences.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {Goal, Passage, Plan, Voice} from '../../plan-tree/nodes.ts'
import {walk} from '../../plan-tree/walk.ts'

/** One thing that children, young people or residents asked for. */
export interface StatedAsk {
  node: Voice | Passage
  /** The words that ask: a line, a sentence, or the clause of it that says what is wanted. */
  text: string
  /** The outcome in which it is printed; none in a section of its own. */
  outcome: Goal | undefined
}

/** Longest list line of a voice section that is taken for an ask, in words: longer ones tell how children were heard. */
const longestAsk = 16
/** A sentence that tells what children or young people want. */
const wants =
  /\b(?:children|young people|they|pupils|care leavers|parents|families|residents)\b[^.]{0,60}\b(?:would like|want(?:ed)?|asked (?:for|us|to)|wish(?:ed)?|need more|should have)\b/i
/** Words that ask. */
const asking =
  /\b(?:want|wish|would (?:like|rather|love)|['’]d (?:like|rather)|need|should|must|please|let (?:me|us)|let['’]s|why can(?:['’]t|not)|more|better|fewer|less|(?:we|I|they|children|people) asked|ask|stop|don['’]t (?:like|call|talk|make|tell|want))\b|\?/i
/** The opening of a sentence that tells and does not ask: somebody or something, and what it is or did. */
const telling =
  /^(?:I|I['’](?:m|ve|d)|my|we|our|it|he|she|they|people|nobody|everyone|everybody|somebody|someone|there|this|that|the|when|teachers|phones|adults|\p{L}+ (?:is|are|was|were|months|weeks|years))\b/iu
/** 'Seven in ten said …', '87% of young people stated that they …': a figure of a survey. */
const surveyed = /^(?:about |around |over |more than )?\d[\d.,]*\s*(?:%|per ?cent|out of|in \d)/i

/** Asks that recognisers found, and what stands as a list or as a wish in the sections where children speak. */
export function statedAsks(plan: Plan): StatedAsk[] {
  const asks: StatedAsk[] = []
  walk(plan, (node, ancestors) => {
    if (node.type === 'voice') {
      if (isAsk(node.value)) asks.push({node, text: node.value, outcome: ancestors.find(isGoal)})
      return
    }
    const section = ancestors.findLast((each) => each.type === 'section')
    if (node.type !== 'passage' || section?.type !== 'section' || section.role !== 'voice') return
    const short = node.block === 'listItem' && node.value.split(/\s+/).length <= longestAsk
    if (short && isAsk(node.value)) asks.push({node, text: node.value, outcome: undefined})
    else if (!short) for (const text of wishesIn(node.value)) asks.push({node, text, outcome: undefined})
  })
  return asks
}

/** Each wish of a running text, from whoever wishes on. */
function wishesIn(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const at = wants.exec(sentence)?.index
    return at === undefined ? [] : [sentence.slice(at)]
  })
}

/** Lists of asks ask by being there; what is quoted, or told of a survey, asks only where its words do. */
function isAsk(words: string): boolean {
  const text = words.trim()
  if (surveyed.test(text)) return false
  const quoted = /^["“‘'].*["”’'.]$/s.test(text)
  return !quoted || asking.test(text) || !telling.test(text.replace(/^["“‘']+/, ''))
}
