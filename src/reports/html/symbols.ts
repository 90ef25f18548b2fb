/** Shapes drawn on the page: the hatching of the second body. */
import {type Html, html} from './html.ts'

const hatching = html`<svg width="0" height="0" aria-hidden="true" class="hide"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern></defs></svg>
`

/** What a page's own pictures refer to, told by its markup. */
export function symbolsFor(body: string): Html | undefined {
  return body.includes('f-west') ? hatching : undefined
}
