/** What a reader of a change report should see first. */
import type {Change, ChangeKind, ChangeReport} from '../../../analyses/types.ts'
import {changeHeading, gist, placeInWords, setSentence} from '../../wording.ts'
import {html, type Part} from '../html.ts'
import {hidden, kindMark, type Point, said} from '../parts.ts'
import {titlesOf} from './places.ts'

/** Findings that open the report; the rest stand in the list below. */
const firstMost = 8

/** What the changes mean for the tree first, then substantive changes that no such sentence names. */
export function readFirst(report: ChangeReport, changes: readonly Change[]): Point[] {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const titles = titlesOf(report)
  const consequences = report.consequences.map(({text, where, changes: ids}): Point => {
    const change = ids.map((id) => byId.get(id)).find((found) => found !== undefined)
    return {
      finding: setSentence(text),
      note: aboutChange(change, placeInWords(where, titles), text),
      ...(change ? {link: linkTo(change)} : {})
    }
  })
  const told = new Set(report.consequences.flatMap(({changes: ids}) => ids))
  const others = changes
    .filter((change) => change.class === 'substantive' && !told.has(change.id))
    .map((change, index) => ({change, index}))
    .sort((a, b) => weightOf(a.change) - weightOf(b.change) || a.index - b.index)
    .map(({change}) => change)
    .map(
      (change): Point => ({
        finding: changeHeading(change),
        note: aboutChange(change, placeInWords(change.where, titles), changeHeading(change)),
        link: linkTo(change)
      })
    )
  const all = [...consequences.slice(0, firstMost), ...others]
  if (all.length === 0)
    return [{finding: 'No change of substance was found.', note: 'All changes are of wording, spelling or numbering.'}]
  return all.slice(0, firstMost)
}

/** Where it is, and the first words of what it is about where the finding does not quote them. */
function aboutChange(change: Change | undefined, where: string, finding: string): Part {
  const words = (change?.after ?? change?.before)?.text ?? ''
  const quote = gist(words)
  return words === '' || finding.includes(quote.replace(/…$/, '')) ? where : html`${where}: ${said(quote)}`
}

const goalLevels: ReadonlySet<string> = new Set(['outcome', 'priority', 'action', 'measure', 'milestone'])
const tellingFacets: ReadonlySet<string> = new Set(['commitment', 'target', 'number', 'date', 'lead'])
const kindWeights: Readonly<Record<ChangeKind, number>> = {
  removed: 0,
  added: 1,
  merged: 1,
  split: 1,
  reworded: 2,
  moved: 3,
  renumbered: 4
}

/** The less, the earlier a reader should see it: goals before the words around them, what they promise before how. */
function weightOf({level, facets, kind}: Change): number {
  const telling = kind === 'reworded' && facets.some((facet) => tellingFacets.has(facet))
  return (goalLevels.has(level) || facets.includes('status') ? 0 : 10) + (telling ? 0 : kindWeights[kind])
}

function linkTo(change: Change): {href: string; words: Part} {
  return {
    href: `#c/${encodeURIComponent(change.id)}`,
    words: html`${kindMark(change.kind)}${hidden(`: ${changeHeading(change)}`)}`
  }
}
