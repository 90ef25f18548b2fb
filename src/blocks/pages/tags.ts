/** Structure tags of a tagged PDF: what each marked word is part of, where the tags can be trusted. */
import type {Page, Tag} from '../../source/types.ts'

export interface TagPlace {
  /** 'H1' to 'H6', 'P', 'LI', 'TD', 'Artifact' … the innermost role that says what the block is. */
  role: string
  /** The same number for all words of one element. */
  id: number
}

/** What the tags of a whole document are used for. */
export interface TagFacts {
  /** Headings are tagged as such, so that a tagged paragraph is none. */
  headings: boolean
  /** Tables are tagged as such, so that rules around other words draw boxes. */
  tables: boolean
  /** The tags say which elements page breaks cut. */
  cuts: boolean
}

/** Words with a tag, of all words of the page, below which tags are left alone. */
const coverage = 0.85
/** Words in headings, of all tagged words, above which tags are nonsense. */
const headingShare = 0.45
/** Headings from which a document is taken to tag them. */
const leastHeadings = 2
const blocks = /^(H[1-6]?|Title|P|LI|LBody|Lbl|TD|TH|Caption|TOCI|Note|BlockQuote|Artifact)$/
const leaves = /^(P|Caption|TOCI|Note|FENote|Code|Formula)$/
const containers = /^(L|LI|Table|TR|TD|TH|TOC)$/

export const isHeadingRole = (role: string | undefined): boolean => role !== undefined && /^(H[1-6]?|Title)$/.test(role)

/** A role whose words are one paragraph. */
export const isLeafRole = (role: string): boolean => leaves.test(role)

/** Whether an element is, or holds, more than words in a line. */
export function holdsBlocks({role, children}: Tag, depth = 0): boolean {
  if (isHeadingRole(role) || leaves.test(role) || containers.test(role)) return true
  return depth < 100 && children.some((child) => holdsBlocks(child, depth + 1))
}

export function tagFacts(pages: readonly Page[]): TagFacts {
  let [headings, rows, cuts] = [0, 0, 0]
  const visit = (tag: Tag, depth: number): void => {
    if (isHeadingRole(tag.role)) headings += 1
    if (tag.role === 'TR' && tag.children.length > 1) rows += 1
    if (tag.cut) cuts += 1
    if (depth < 100) for (const child of tag.children) visit(child, depth + 1)
  }
  for (const {tags} of pages) for (const tag of tags ?? []) visit(tag, 0)
  return {headings: headings >= leastHeadings, tables: rows > 1, cuts: cuts > 0}
}

/** Marked-content ids to their places; undefined when the page has no tags or they cannot be trusted. */
export function tagPlaces(page: Page, facts: TagFacts): Map<number, TagPlace> | undefined {
  if (!page.tags || page.tags.length === 0) return undefined
  const places = new Map<number, TagPlace>()
  let ids = 0
  const visit = (tag: Tag, place: TagPlace, depth: number): void => {
    ids += 1
    const own = blocks.test(tag.role) ? {role: facts.headings ? tag.role : '', id: ids} : place
    for (const mcid of tag.mcids) places.set(mcid, own)
    if (depth < 100) for (const child of tag.children) visit(child, own, depth + 1)
  }
  for (const tag of page.tags) visit(tag, {role: '', id: 0}, 0)
  let [tagged, headings] = [0, 0]
  for (const {mcid} of page.runs) {
    const place = mcid === undefined ? undefined : places.get(mcid)
    if (!place?.role) continue
    tagged += 1
    if (isHeadingRole(place.role)) headings += 1
  }
  const all = page.runs.length
  if (all === 0 || tagged < coverage * 0.5 * all) return undefined
  // A cover may hold headings only.
  if (headings > headingShare * tagged && all > 60) return undefined
  return places
}
