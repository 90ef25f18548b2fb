/** Structure tags of a tagged PDF: what each marked word is part of, where the tags can be trusted. */
import type {Page, Tag} from '../source/types.ts'

export interface TagPlace {
  /** 'H1' to 'H6', 'P', 'LI', 'TD', 'Artifact' … the innermost role that says what the block is. */
  role: string
  /** The same number for all words of one element. */
  id: number
}

/** Words with a tag, of all words of the page, below which tags are left alone. */
const coverage = 0.85
/** Words in headings, of all tagged words, above which tags are nonsense. */
const headingShare = 0.45
const blocks = /^(H[1-6]?|Title|P|LI|LBody|Lbl|TD|TH|Caption|TOCI|Note|BlockQuote|Artifact)$/

/** Marked-content ids to their places; undefined when the page has no tags or they cannot be trusted. */
export function tagPlaces(page: Page): Map<number, TagPlace> | undefined {
  if (!page.tags || page.tags.length === 0) return undefined
  const places = new Map<number, TagPlace>()
  let ids = 0
  const visit = (tag: Tag, place: TagPlace, depth: number): void => {
    ids += 1
    const own = blocks.test(tag.role) ? {role: tag.role, id: ids} : place
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

export const isHeadingRole = (role: string | undefined): boolean => role !== undefined && /^(H[1-6]?|Title)$/.test(role)
