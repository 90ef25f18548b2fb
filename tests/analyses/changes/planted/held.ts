/** How well a list of changes tells of planted ones: found, kind, class, facet, and what it tells beside them. */
import {bareWords} from '../../../../src/analyses/matching/profile.ts'
import type {Change} from '../../../../src/analyses/types.ts'
import type {Planted} from './redraft.ts'

export interface Verdicts {
  planted: number
  missed: Planted[]
  wrongKind: {planted: Planted; change: Change}[]
  wrongClass: {planted: Planted; change: Change}[]
  wrongFacet: {planted: Planted; change: Change}[]
  /** Changes told that hold no planted one. */
  noise: Change[]
}

const holds = (whole: string, part: string): boolean =>
  part === '' || whole.includes(part) || (whole !== '' && part.includes(whole))

/** What a change says on each side, further places of a split or merge included. */
function sidesOf({kind, before, after, also = []}: Change): [string, string] {
  const further = also.map(({text}) => text).join(' ')
  return [
    bareWords(`${before?.text ?? ''} ${kind === 'merged' ? further : ''}`),
    bareWords(`${after?.text ?? ''} ${kind === 'split' ? further : ''}`)
  ]
}

function tells(change: Change, planted: Planted): boolean {
  const {edit, kinds, class: grade, draft, final, or} = planted
  if (or !== undefined && tells(change, {edit, kinds, class: grade, draft: or, final: or})) return true

  const [b, a] = sidesOf(change)
  const [old, now] = [bareWords(draft), bareWords(final)]
  switch (kinds[0]) {
    case 'added':
      return b === '' ? holds(a, now) : a.includes(now) && !b.includes(now)
    case 'removed':
      return a === '' ? holds(b, old) : b.includes(old) && !a.includes(old)
    case 'moved':
      return (b !== '' && holds(b, old)) || (a !== '' && holds(a, now))
    default:
      return b !== '' && a !== '' && holds(b, old) && holds(a, now)
  }
}

export function held(planted: readonly Planted[], changes: readonly Change[]): Verdicts {
  const verdicts: Verdicts = {
    planted: planted.length,
    missed: [],
    wrongKind: [],
    wrongClass: [],
    wrongFacet: [],
    noise: []
  }
  const told = new Set<Change>()
  for (const each of planted) {
    const found = changes.filter((change) => tells(change, each))
    for (const change of found) told.add(change)
    const change = found.find(({kind}) => each.kinds.includes(kind)) ?? found[0]
    if (!change) {
      verdicts.missed.push(each)
      continue
    }
    if (!each.kinds.includes(change.kind)) verdicts.wrongKind.push({planted: each, change})
    if (each.class !== 'either' && change.class !== each.class) verdicts.wrongClass.push({planted: each, change})
    else if (each.facets && !change.facets.some((facet) => each.facets!.includes(facet)))
      verdicts.wrongFacet.push({planted: each, change})
  }
  verdicts.noise = changes.filter((change) => !told.has(change))
  return verdicts
}
