/** What a reader of a change report should see first, as points of a page. */
import type {Change, ChangeReport} from '../../../analyses/types.ts'
import {firstFindings, firstMost} from '../../first-changes.ts'
import {changeHeading} from '../../wording.ts'
import {html, type Part} from '../html.ts'
import {hidden, kindMark, type Point, said} from '../parts.ts'

export function readFirst(report: ChangeReport): Point[] {
  const findings = firstFindings(report)
  if (findings.length === 0)
    return [{finding: 'No change of substance was found.', note: 'All changes are of wording, spelling or numbering.'}]
  return findings.slice(0, firstMost).map(
    ({finding, where, words, isQuote, change}): Point => ({
      finding,
      note: words === '' ? where : html`${where}: ${isQuote ? said(words) : words}`,
      ...(change ? {link: linkTo(change)} : {})
    })
  )
}

function linkTo(change: Change): {href: string; words: Part} {
  return {
    href: `#c/${encodeURIComponent(change.id)}`,
    words: html`${kindMark(change.kind)}${hidden(`: ${changeHeading(change)}`)}`
  }
}
