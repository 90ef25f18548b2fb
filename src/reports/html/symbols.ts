/** Shapes drawn once on each page and used by name: bands, the hatching of the second body. */
import {type Html, html} from './html.ts'

const shapes: readonly (readonly [use: string, shape: Html])[] = [
  [
    'class="f-west"',
    html`<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V5"/></pattern></defs>`
  ],
  [
    '#i-same"',
    html`<symbol id="i-same" viewBox="0 0 18 12"><circle cx="7.8" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="10.2" cy="6" r="5" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M9 1.15A5 5 0 0 1 9 10.85A5 5 0 0 1 9 1.15" fill="currentColor"/></symbol>`
  ],
  [
    '#i-related"',
    html`<symbol id="i-related" viewBox="0 0 18 12"><circle cx="6.2" cy="6" r="4.8" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="11.8" cy="6" r="4.8" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M9 2.10A4.8 4.8 0 0 1 9 9.90A4.8 4.8 0 0 1 9 2.10" fill="currentColor"/></symbol>`
  ],
  [
    '#i-topic"',
    html`<symbol id="i-topic" viewBox="0 0 18 12"><circle cx="4.3" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="13.7" cy="6" r="4.2" fill="none" stroke="currentColor" stroke-width="1.4"/></symbol>`
  ]
]

/** The shapes that a page uses, told by its own markup. */
export function symbolsFor(body: string): Html | undefined {
  const used = shapes.filter(([use]) => body.includes(use)).map(([, shape]) => shape)
  return used.length
    ? html`<svg width="0" height="0" aria-hidden="true" class="hide">${used}</svg>
`
    : undefined
}

export const brandMark = html`<svg width="27" height="18" viewBox="0 0 18 12" aria-hidden="true"><circle cx="6.2" cy="6" r="4.8" fill="none" stroke="currentColor" stroke-width="1.4"/><circle cx="11.8" cy="6" r="4.8" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M9 2.10A4.8 4.8 0 0 1 9 9.90A4.8 4.8 0 0 1 9 2.10" fill="currentColor"/></svg>`
