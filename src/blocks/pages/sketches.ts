/** Pages turned upright and sketched: what can be done with a page alone, also while the others are still being read. */
import type {Page} from '../../source/types.ts'
import {withDiscNumbers} from './disc-numbers.ts'
import {withHangingNumbers} from './hanging-numbers.ts'
import {withInitials} from './initials.ts'
import {withMarginNumbers} from './margin-numbers.ts'
import {type PageSketch, sketchOf} from './page-parts.ts'
import {withUnderlined} from './underlined.ts'
import {type Turn, uprighted} from './upright.ts'

interface Sketched {
  sketch: PageSketch
  /** How boxes go back to the page as shown, where it was turned. */
  back: Turn | undefined
}

/** Each sketch is used once, as what comes after changes it. */
const ahead = new WeakMap<Page, Sketched>()

/** Sketches a page before the document is whole. */
export function sketchAhead(page: Page): void {
  try {
    ahead.set(page, sketched(page))
  } catch {
    // It is thrown again where the page is due.
  }
}

export function takeSketch(page: Page): Sketched {
  const done = ahead.get(page) ?? sketched(page)
  ahead.delete(page)
  return done
}

function sketched(page: Page): Sketched {
  const {page: upright, back} = uprighted(page)
  return {
    sketch: sketchOf(withInitials(withMarginNumbers(withHangingNumbers(withDiscNumbers(withUnderlined(upright)))))),
    back
  }
}
