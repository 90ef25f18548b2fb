import type {Passage, PlanNode, Restatement, Section} from '../plan-tree/nodes.ts'

/** Words of a line that may be an outcome or a priority; a longer one is prose about them. */
const longestLine = 30
const outcomesHeading =
  /^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:our |the |key |main |shared |strategic |high level )*(?:outcomes|ambitions|aims|goals)\W*$/i
const prioritiesHeading =
  /^(?:\d+(?:\.\d+)*[.)]?\s*)?(?:our |the |key |main |delivery |strategic )*priorities\b(?!.*\b(?:national|previous|last|parliament|board)\b)/i

/** Whether a line stands as an outcome under a heading that says so ('Key outcomes'), outside the tree's own outcomes. */
export function isStatedOutcome(node: PlanNode, section: PlanNode | undefined): node is Passage | Restatement {
  return (
    isLine(node) &&
    section?.type === 'section' &&
    outcomesHeading.test(section.title) &&
    isOwn(section) &&
    isListed(node, section)
  )
}

/** The same for a list of priorities ('Delivery priorities for 2012-15 are'). */
export function isStatedPriority(node: PlanNode, section: PlanNode | undefined): node is Passage | Restatement {
  return (
    isLine(node) &&
    (node.type === 'restatement' || node.block === 'listItem') &&
    section?.type === 'section' &&
    prioritiesHeading.test(section.title) &&
    isOwn(section)
  )
}

function isLine(node: PlanNode): node is Passage | Restatement {
  return (
    (node.type === 'passage' || node.type === 'restatement') &&
    node.value.split(/\s+/).length <= longestLine &&
    !/:$/.test(node.value)
  )
}

/** Where a section holds a list, its outcomes are the list; the lines around it only lead in. */
function isListed(node: Passage | Restatement, section: Section): boolean {
  const inList = (each: PlanNode) => each.type === 'passage' && each.block === 'listItem'
  return node.type === 'restatement' || inList(node) || !section.children.some(inList)
}

/** What an earlier plan achieved, what other bodies want and what children asked for are not this plan's promises. */
function isOwn({role}: Section): boolean {
  return role !== 'progress' && role !== 'policy' && role !== 'voice' && role !== 'contents' && role !== 'needs'
}
