/** What was read from one page, to be seen: its rules, words, columns, cells, furniture, and the units that came of them. */
import {readFile} from 'node:fs/promises'
import {furnitureOf} from './blocks/pages/furniture.ts'
import {type PagePart, partsOfPage, sketchOf} from './blocks/pages/page-parts.ts'
import {uprighted} from './blocks/pages/upright.ts'
import {readStages} from './pipeline.ts'
import type {Box} from './plan-tree/nodes.ts'
import {type Unit, unitsOf} from './plan-tree/units.ts'
import {PlanError} from './problems.ts'
import {drawMarked, type Mark, type MarkLayer} from './source/pdf/picture.ts'
import type {Page, PagedSource, ReadOptions, Run} from './source/types.ts'

export interface PageInspection {
  /** PNG: the page with everything drawn on it, a legend below. */
  picture: Uint8Array
  marks: Mark[]
  page: Page
  units: Unit[]
}

const goals = new Set(['outcome', 'priority', 'action', 'measure', 'milestone'])

/** From under to over. */
const layers: readonly MarkLayer[] = [
  {name: 'filled box', colour: '#b8860b', filled: 0.06, width: 1},
  {name: 'picture', colour: '#8a2be2', filled: 0.05, dashed: true},
  {name: 'running head, foot or page number', colour: '#777777', filled: 0.3, width: 1},
  {name: 'column', colour: '#1f77b4', dashed: true, width: 3},
  {name: 'line', colour: '#9ecae1', width: 1},
  {name: 'table cell', colour: '#2ca02c', filled: 0.06},
  {name: 'rule', colour: '#ff00ff', width: 2},
  {name: 'other unit', colour: '#7f7f7f', width: 2},
  {name: 'goal', colour: '#d62728', filled: 0.05, width: 3}
]

/**
 * @param number page from 1
 * @throws {PlanError} unsupported for a source without pages, arguments for a page that there is not, and those of reading
 */
export async function inspectPage(path: string, number: number, options: ReadOptions = {}): Promise<PageInspection> {
  const {opened, plan} = await readStages(path, options)
  const {source} = opened
  if (source.kind !== 'pages')
    throw new PlanError('unsupported', 'has no pages that could be drawn: only PDF has', {stage: 'source', file: path})
  const page = source.pages.find((one) => one.number === number)
  if (!page)
    throw new PlanError('arguments', `there is no page ${number}: the file has ${source.pages.length}`, {
      stage: 'source',
      file: path
    })
  const units = unitsOf(plan).filter((unit) => unit.pages.some((span) => span.page === number))
  const found = [...marksOfPage(page), ...marksOfLayout(source, page)]
  const marks = [...asShown(page, found), ...marksOfUnits(units, number)]
  return {picture: await drawMarked(await readFile(path), number, marks, layers), marks, page, units}
}

function marksOfPage({rules, fills, images}: Page): Mark[] {
  return [
    ...rules.map(({from, to}): Mark => ({layer: 'rule', box: [from[0], from[1], to[0], to[1]]})),
    ...fills.map(({box}): Mark => ({layer: 'filled box', box})),
    ...images.map((box): Mark => ({layer: 'picture', box}))
  ]
}

/** A scan that was set upright is drawn as its sheet lay. */
function asShown(page: Page, marks: Mark[]): Mark[] {
  const back = page.shown && uprighted(page).back
  return back ? marks.map((mark) => ({...mark, box: back(mark.box)})) : marks
}

/** The layout's own steps on this page, as `fromPages` takes them. */
function marksOfLayout(source: PagedSource, page: Page): Mark[] {
  const sketches = source.pages.map(sketchOf)
  const held = new Set<Run>(
    sketches.flatMap(({tables}) =>
      tables.flatMap(({rows}) => rows.flatMap(({cells}) => cells.flatMap(({words}) => words)))
    )
  )
  const gone = furnitureOf(source.pages, held).runs
  const sketch = sketches[source.pages.indexOf(page)]!
  return [
    ...page.runs.flatMap((run): Mark[] =>
      gone.has(run) ? [{layer: 'running head, foot or page number', box: run.box}] : []
    ),
    ...partsOfPage(sketch, gone, {count: 0, places: new Map()}).flatMap(marksOfPart)
  ]
}

function marksOfPart(part: PagePart): Mark[] {
  if (part.kind === 'table')
    return part.table.rows.flatMap(({cells}) => cells.map(({box}): Mark => ({layer: 'table cell', box})))
  return [
    {layer: 'column', box: part.column},
    ...part.lines.map(({box}): Mark => ({layer: 'line', box})),
    ...part.floats.flat().flatMap(marksOfPart)
  ]
}

function marksOfUnits(units: readonly Unit[], number: number): Mark[] {
  return units.flatMap((unit) =>
    unit.pages.flatMap(({page, box}): Mark[] =>
      page === number && box
        ? [
            {
              layer: goals.has(unit.type) ? 'goal' : 'other unit',
              box: wider(box),
              label: goals.has(unit.type) ? unit.id : unit.type
            }
          ]
        : []
    )
  )
}

/** A little air, so that the frame does not hide the words. */
const wider = ([left, top, right, bottom]: Box): Box => [left - 1.5, top - 1.5, right + 1.5, bottom + 1.5]
