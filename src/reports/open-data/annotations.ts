/** Findings as W3C Web Annotations: each with the quote, its place in the reading text and its box on the page. */
import type {Change, Gap, Place, RunResult} from '../../analyses/types.ts'
import type {PageSpan, Plan} from '../../plan-tree/nodes.ts'
import {type Unit, unitsOf} from '../../plan-tree/units.ts'
import {changeHeading, gapInWords} from '../wording.ts'

interface Target {
  plan: Plan
  unit: Unit | undefined
  text: string
  pages: readonly PageSpan[]
}

interface Sources {
  plans: ReadonlyMap<string, Plan>
  units: ReadonlyMap<string, ReadonlyMap<string, Unit>>
}

/** An AnnotationCollection by https://www.w3.org/TR/annotation-model/ , every finding of the run in order. */
export function annotationsOf(run: RunResult): object {
  const sources: Sources = {
    plans: new Map(run.plans.map((plan) => [plan.digest, plan])),
    units: new Map(run.plans.map((plan) => [plan.digest, new Map(unitsOf(plan).map((unit) => [unit.id, unit]))]))
  }
  const items = [
    ...run.changes.flatMap(({before, after, changes}) =>
      changes.map((change) => changeAnnotation(sources, change, before.id, after.id))
    ),
    ...run.gaps.gaps.map((gap) => gapAnnotation(sources, gap)),
    ...coverageAnnotations(sources, run)
  ].filter((item) => item !== undefined)
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:planlens:annotations',
    type: 'AnnotationCollection',
    label: 'Findings of a Planlens run',
    total: items.length,
    first: {id: 'urn:planlens:annotations:1', type: 'AnnotationPage', startIndex: 0, items}
  }
}

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

function coverageAnnotations(sources: Sources, {coverage}: RunResult): (object | undefined)[] {
  return coverage.cells
    .filter(({quote}) => quote !== null)
    .map((cell) => {
      const targets = targetOf(sources, cell.plan, cell.unit, cell.quote!, cell.page ? [{page: cell.page}] : [])
      return annotation(
        `theme:${cell.plan.slice(0, 12)}:${cell.theme}`,
        'tagging',
        `Theme ${cell.theme}: ${cell.level}`,
        [cell.theme, cell.level],
        targets
      )
    })
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
  {plans, units}: Sources,
  id: string,
  unit: string | null,
  text: string,
  pages: readonly PageSpan[]
): Target[] {
  const plan = plans.get(id)
  const found = units.get(id)?.get(unit ?? '')
  return plan ? [{plan, unit: found, text, pages: pages.length ? pages : (found?.pages ?? [])}] : []
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
