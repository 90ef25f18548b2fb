/** A table of goals after a table of terms, with merged cells. */
import {expect, it} from 'vitest'
import {fromHtml} from '../../src/blocks/html/from-html.ts'
import {unitsOf} from '../../src/index.ts'
import {recognise} from '../../src/recognise/recognise.ts'

it('a table of goals after a glossary is none of terms; measures over all rows of an outcome measure it, bold sentences are titles', () => {
  const html = `<h1>Harbour plan</h1><h2>Glossary</h2><table><tr><th>Term<th>Meaning<tr><td>Quay<td>A wall that boats lie at<tr><td>Slip<td>A slope that boats go down</table>
<table><tr><th>Outcome<th>Our priorities<th>We will know we have made a difference when:
<tr><td rowspan=3>Outcome 1 - Quays are safe<td>The trust has a strategy of its own, and will:<td rowspan=3><ul><li>Fewer boats are torn loose</li><li>More steps are lit</li></ul>
<tr><td><b>Mend every wall.</b> Stone is cut in the quarry.<tr><td><p><b>Light each step.</b></p><p>Hang lamps at the slip.</p>
<tr><td rowspan=2>Outcome 2 - Nets are full<td>Halve the landing fee<td rowspan=2>More boats land here<tr><td>Open the ice house</table>`
  const blocks = fromHtml({kind: 'html', format: 'html', html, warnings: []})
  const plan = recognise(blocks, {source: {path: 'plan.html', format: 'html', digest: '0', pages: 0}})
  const units = unitsOf(plan).filter(({type}) =>
    ['outcome', 'priority', 'action', 'measure', 'glossaryEntry'].includes(type)
  )
  const title = new Map(units.map(({id, text}) => [id, text]))
  expect(
    units.map(
      ({type, text, parent}) => `${type}: ${text}${parent && title.has(parent) ? ` < ${title.get(parent)}` : ''}`
    )
  ).toEqual([
    'glossaryEntry: Quay',
    'glossaryEntry: Slip',
    'outcome: Quays are safe',
    'measure: Fewer boats are torn loose < Quays are safe',
    'measure: More steps are lit < Quays are safe',
    'priority: Mend every wall. < Quays are safe',
    'priority: Light each step. < Quays are safe',
    'outcome: Nets are full',
    'priority: Halve the landing fee < Nets are full',
    'measure: More boats land here < Nets are full',
    'priority: Open the ice house < Nets are full'
  ])
})
