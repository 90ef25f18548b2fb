/** Findings as W3C Web Annotations: each with the quote, its place in the reading text and its box on the page. */
import type {Change, CoverageCell, Gap, Place} from '../../analyses/types.ts'
import type {PageSpan, Plan} from '../../plan-tree/nodes.ts'
import type {Unit} from '../../plan-tree/units.ts'
import type {Keep, Part} from '../contents.ts'
import type {Site} from '../html/context.ts'
import {partKeys} from '../html/page-keys.ts'
import {type JsonGroup, stableJson, stableListParts} from '../json.ts'
import {changeHeading, gapInWords} from '../wording.ts'

interface Target {
  plan: Plan
  unit: Unit | undefined
  text: string
  pages: readonly PageSpan[]
}

/** Plans by digest; their units are looked up one by one, since an archive's are too many to hold. */
type Sources = ReadonlyMap<string, {plan: Plan; unitById: ReadonlyMap<string, Unit>}>

/** An AnnotationCollection by https://www.w3.org/TR/annotation-model/ , every finding of the run in order: JSON without line ends, in pieces. */
export function* annotationsJson(site: Site, keep: Keep): Generator<string | Part> {
  const around = (total: number) => stableJson(collectionOf(total, ['items']), 0).split('["items"]')
  let total = 0
  yield around(0)[0]!
  const counted: Keep = (key, make) => {
    const part = keep(key, make)
    total += part.facts[0] ?? 0
    return part
  }
  yield* stableListParts(annotations(site), counted)
  // The total stands behind the items, whose number is known only now.
  yield around(total)[1]!
}

function collectionOf(total: number, items: readonly unknown[]): object {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:planlens:annotations',
    type: 'AnnotationCollection',
    label: 'Findings of a Planlens run',
    total,
    first: {id: 'urn:planlens:annotations:1', type: 'AnnotationPage', startIndex: 0, items}
  }
}

/** Those of each comparison, then those of each plan. */
function* annotations(site: Site): Generator<JsonGroup> {
  const {planById, run} = site
  const keys = partKeys(site)
  for (const [index, report] of run.changes.entries()) {
    const {before, after} = report
    const things = () =>
      report.changes.flatMap((change) => some(changeAnnotation(planById, change, before.id, after.id)))
    yield {key: keys.changes(index), things}
  }
  for (const {id} of site.plans) {
    const things = () => [
      ...site.gapsOf(id).flatMap((gap) => some(gapAnnotation(planById, gap))),
      ...site.cellsOf(id).flatMap((cell) => some(coverageAnnotation(planById, cell)))
    ]
    yield {key: keys.found(id), things}
  }
}

const some = (item: object | undefined) => (item ? [item] : [])

function changeAnnotation(sources: Sources, change: Change, before: string, after: string): object | undefined {
  const sides: [Place | null, string][] = [
    [change.before, before],
    [change.after, after]
  ]
  const targets = sides.flatMap(([place, id]) =>
    place ? targetOf(sources, id, place.id, place.text, place.pages) : []
  )
  return annotation(
    `change:${before.slice(0, 12)}:${after.slice(0, 12)}:${change.id}`,
    'describing',
    `${changeHeading(change)}. ${change.reason}`,
    [change.kind, change.class, ...change.facets],
    targets
  )
}

function gapAnnotation(sources: Sources, gap: Gap): object | undefined {
  const targets = targetOf(sources, gap.plan, gap.unit, gap.text, gap.pages)
  return annotation(
    `gap:${gap.plan.slice(0, 12)}:${gap.id}`,
    'assessing',
    `Gap: ${gapInWords(gap.rule)}. ${gap.note}`,
    [gap.rule],
    targets
  )
}

function coverageAnnotation(sources: Sources, cell: CoverageCell): object | undefined {
  if (cell.quote === null) return undefined
  const targets = targetOf(sources, cell.plan, cell.unit, cell.quote, cell.page ? [{page: cell.page}] : [])
  return annotation(
    `theme:${cell.plan.slice(0, 12)}:${cell.theme}`,
    'tagging',
    `Theme ${cell.theme}: ${cell.level}`,
    [cell.theme, cell.level],
    targets
  )
}

function annotation(
  id: string,
  motivation: string,
  text: string,
  tags: readonly string[],
  targets: readonly Target[]
): object | undefined {
  if (targets.length === 0) return undefined
  return {
    id: `urn:planlens:${id.replace(/[^\w:.-]+/g, '-')}`,
    type: 'Annotation',
    motivation,
    body: [
      {type: 'TextualBody', value: text, format: 'text/plain', language: 'en', purpose: motivation},
      ...tags.map((value) => ({type: 'TextualBody', value, format: 'text/plain', purpose: 'tagging'}))
    ],
    target: targets.map(specificResource)
  }
}

function targetOf(
  sources: Sources,
  id: string,
  unit: string | null,
  text: string,
  pages: readonly PageSpan[]
): Target[] {
  const source = sources.get(id)
  if (!source) return []
  const found = source.unitById.get(unit ?? '')
  return [{plan: source.plan, unit: found, text, pages: pages.length ? pages : (found?.pages ?? [])}]
}

/** The place three ways: by its words, by its offsets in the reading text, by its box on each page. */
function specificResource({plan, unit, text, pages}: Target): object {
  const position = unit?.position
  return {
    type: 'SpecificResource',
    source: {id: `urn:sha256:${plan.digest}`, type: 'Text', title: plan.title, 'dc:source': plan.source.path},
    selector: [
      {type: 'TextQuoteSelector', exact: text.toWellFormed()},
      ...(position ? [{type: 'TextPositionSelector', start: position.start.offset, end: position.end.offset}] : []),
      ...pages.map((span) => ({
        type: 'FragmentSelector',
        conformsTo: 'http://tools.ietf.org/rfc/rfc3778',
        value: pageFragment(span)
      }))
    ]
  }
}

/** 'page=8&viewrect=72,96,448,20': left, top, width, height in points. */
function pageFragment({page, box}: PageSpan): string {
  if (!box) return `page=${page}`
  const [left, top, right, bottom] = box
  const rect = [left, top, right - left, bottom - top].map((points) => Number(points.toFixed(1)))
  return `page=${page}&viewrect=${rect.join(',')}`
}
