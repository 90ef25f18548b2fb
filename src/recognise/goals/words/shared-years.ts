/** The years that the titles of a plan's goals all end in, and that are no part of their names. */
import {isPeriod} from '../../periods.ts'
import type {Opening} from '../openings.ts'

const year = String.raw`(?:FY\s?)?(?:19|20)\d\d(?:\s?[-–—/]\s?(?:(?:19|20)\d\d|\d\d))?`
const quarter = String.raw`Q[1-4](?:\s?[-–—]\s?Q[1-4])?\s(?:19|20)\d\d`
const joint = String.raw`(?:\s?[:,]\s*|\s[–—-]\s|\s?(?=\())`
/** 'Rivers: 2031-2034', 'Rivers (Q2 2031)'; never 'by 2031', which is a target. */
const dated = new RegExp(`${joint}((?:\\((?:${quarter}|${year})\\)|${quarter}|${year}))$`, 'u')

/** Share of the goals of one level that must end so, and fewest. */
const [shareDated, leastDated] = [0.6, 2]

/** Moves years that end the titles of one level's goals to the words after the title. */
export function cutSharedYears(openings: readonly Opening[]): void {
  for (const level of Map.groupBy(openings, ({type}) => type).values()) {
    const found = level.flatMap((opening) => {
      const tail = opening.detail === undefined ? dated.exec(opening.title) : null
      const name = opening.title.slice(0, tail?.index)
      // 'Year 1 (2031/32)' is a name made of years
      return tail && /\p{L}{3}/u.test(name) && !isPeriod(name) ? [{opening, name, years: tail[1]!}] : []
    })
    if (found.length < Math.max(leastDated, level.length * shareDated)) continue
    for (const {opening, name, years} of found) {
      opening.title = name
      opening.detail = years.replace(/^\(|\)$/g, '')
    }
  }
}
