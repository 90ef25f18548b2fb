/** Lists of goals whose entries come back: as headings further down, or by their numbers in a table of work. */
import {numberLabel, type Piece} from '../../pieces.ts'
import {numbersOf, referenceColumn} from '../../tables/goal-references.ts'
import {fold} from '../../words.ts'
import type {Frame} from '../frame.ts'
import {sameTitle} from '../labels/series.ts'
import {openingOf} from '../opening-of.ts'
import type {DeclaredList, Opening} from '../openings.ts'
import {titlesOf} from '../words/goal-words.ts'

/** The rule of a heading that a list of goals names. */
export const listedHeading = 'outcomes/declared-heading'

/** Share of a declared list's entries that must come back as headings, to take the headings for the goals. */
const shareOfHeadings = 0.6

/** The headings of the likeliest list whose entries come back as some. */
export function listedHeadings(frame: Frame, lists: readonly DeclaredList[]): Opening[] {
  for (const list of [...lists].sort((a, b) => b.weight - a.weight || a.leadIn - b.leadIn)) {
    const headings = headingsOfList(frame, list)
    if (headings.length > 0) return headings
  }
  return []
}

/** The headings that the entries of a list come back as, each with words of its own under it. */
function headingsOfList({pieces, lexicon}: Frame, list: DeclaredList): Opening[] {
  const [listed, taken] = [new Set(list.pieces), new Set<Piece>()]
  const headings = pieces
    .slice(list.leadIn + 1, -1)
    .filter(({kind, entry, index}) => kind === 'heading' && !entry && !listed.has(index))
    .map((heading) => ({heading, name: nameOf(heading.text)}))
  const found = list.pieces.flatMap((index): Opening[] => {
    const name = nameOf(pieces[index]!.text)
    const heading = headings.find((each) => !taken.has(each.heading) && isNamed(each.name, name))?.heading
    if (!heading) return []
    taken.add(heading)
    return [openingOf(heading, 'outcome', list.term, listedHeading, 0.85, lexicon)]
  })
  return found.length >= 2 && found.length >= list.pieces.length * shareOfHeadings ? found : []
}

/** Words, the same folded, and what stands before a dash or colon: 'Open quays' of 'Open quays – a berth for every boat'. */
interface Name {
  text: string
  whole: string
  before: string | undefined
}

function nameOf(text: string): Name {
  const before = /^(.+?)\s?(?::|\s[-–—])\s/u.exec(text)?.[1]
  return {text, whole: fold(text), before: before && fold(before)}
}

/** The heading is the entry's words, or one of them names what the other explains: 'Open quays', 'Open quays: a berth for every boat'. */
function isNamed(heading: Name, entry: Name): boolean {
  return sameTitle(heading.text, entry.text) || heading.before === entry.whole || entry.before === heading.whole
}

/** The entries of a numbered list of goals, where a table of work says by their numbers what each row is for. */
export function referredList({pieces, lexicon}: Frame, lists: readonly DeclaredList[]): Opening[] {
  for (const list of lists) {
    const entries = list.pieces.map((index) => pieces[index]!).filter(({ordered}) => ordered)
    if (entries.length < list.pieces.length) continue
    const titles = titlesOf(entries)
    const openings = entries.map((entry, at): Opening => {
      const opening = openingOf(entry, 'outcome', list.term, 'outcomes/referred-list', 0.85, lexicon)
      return {...opening, ...titles[at]!, ...numberLabel(entry), entry: true}
    })
    const numbers = new Set(numbersOf(openings).keys())
    const refers = (piece: Piece) => piece.kind === 'table' && referenceColumn(piece, numbers, lexicon) !== undefined
    if (pieces.some(refers)) return openings
  }
  return []
}
