/** How the two plans of a comparison are called and marked on its page: the first solid, the second hatched. */
import type {PlanRef} from '../../../analyses/types.ts'
import {type Context, type PlanEntry, to} from '../context.ts'
import {type Html, html} from '../html.ts'
import {said, who} from '../parts.ts'

export interface PairSide {
  id: string
  /** The authority where the two differ in it, else the plan. */
  name: string
  mark: 'east' | 'west'
  entry: PlanEntry | undefined
  title: string
}

export function pairSides(context: Context, a: PlanRef, b: PlanRef): [PairSide, PairSide] {
  const differ = a.authority && b.authority && a.authority !== b.authority
  const side = (ref: PlanRef, mark: PairSide['mark']): PairSide => {
    const entry = context.site.planById.get(ref.id)
    const title = entry?.short ?? ref.title
    return {id: ref.id, name: differ ? ref.authority! : title, mark, entry, title}
  }
  return [side(a, 'east'), side(b, 'west')]
}

function sideName({name, mark}: PairSide): Html {
  return who(name, mark)
}

/** '■ East Room to Grow 2026–30 (final)': a side with its plan, linked. */
export function sideLede(context: Context, side: PairSide): Html {
  const {entry} = side
  const title = said(side.title)
  const linked = entry && !context.single ? html`<a href="${to(context, entry.path)}">${title}</a>` : title
  return side.name === side.title ? html`${who('', side.mark)}${linked}` : html`${sideName(side)} ${linked}`
}

export function pairTrail(context: Context): Html | undefined {
  return context.single
    ? undefined
    : html`<p class="trail"><a href="${to(context, 'index.html')}">${context.site.title}</a></p>`
}
