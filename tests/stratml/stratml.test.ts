import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {validateXML} from 'xmllint-wasm'
import {assertPlan} from '../../src/plan-tree/guards.ts'
import type {Plan, PlanNode} from '../../src/plan-tree/nodes.ts'
import {goalsOf, walk} from '../../src/plan-tree/walk.ts'
import {stableJson} from '../../src/reports/json.ts'
import {looksLikeStratml, readStratml} from '../../src/stratml/read.ts'
import {stratmlOf} from '../../src/stratml/write.ts'
import {type XmlElement, xmlTree} from '../../src/stratml/xml-tree.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

const folder = new URL('../../../shared/stratml/', import.meta.url)
const present = existsSync(folder)
const xsd = new URL('xsd/PerformancePlanOrReport20160216.xsd', folder)

async function faultsOf(text: string): Promise<string[]> {
  const {errors} = await validateXML({
    xml: {fileName: 'plan.xml', contents: text},
    schema: {fileName: 'part2.xsd', contents: readFileSync(xsd, 'utf8')}
  })
  return errors.map(({message}) => message)
}

const source = (path: string) => ({path, format: 'stratml' as const, digest: 'f'.repeat(64), pages: 0})

/** Everything of a tree that must survive: types, words, labels, dates, targets, leads; not where it was read. */
function essence(plan: Plan): unknown[] {
  const kept: unknown[] = [plan.title, plan.authority, plan.publisher, plan.kind, plan.status, plan.period]
  const facets = new Map<string, unknown[]>()
  walk(plan, (node: PlanNode, ancestors) => {
    if (node.type === 'plan' || node.type === 'section' || node.type === 'glossary' || node.type === 'glossaryEntry')
      return
    if (ancestors.some(({type}) => type === 'section')) return
    const {children: _, position: __, data: ___, ...own} = node as PlanNode & {children?: unknown; position?: unknown}
    if ('id' in node) kept.push(own)
    else {
      const goal = String((ancestors.at(-1) as {id?: string}).id ?? 'plan')
      facets.set(goal, [...(facets.get(goal) ?? []), own])
    }
  })
  const sorted = [...facets]
    .map(([goal, list]) => [goal, list.map((facet) => stableJson(facet)).sort()] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [kept, sorted]
}

describe('export', () => {
  test.each(sampleRun().plans.map((plan) => [plan.source.path, plan] as const))(
    '%s comes back as it was',
    (_, plan) => {
      const printable: Plan = JSON.parse(
        JSON.stringify(plan)
          .replaceAll('\\u0000', '\\ufffd')
          .replaceAll('\\u0007', '\\ufffd')
          .replaceAll('\\ud800', '\\ufffd')
          .replaceAll('\\t', '')
      )
      const back = readStratml(stratmlOf(printable), plan.source)
      assertPlan(back)
      expect(essence(back)).toEqual(essence(printable))
    }
  )

  test.skipIf(!present).each(sampleRun().plans.map((plan) => [plan.source.path, plan] as const))(
    '%s is valid by the schema',
    async (_, plan) => {
      expect(await faultsOf(stratmlOf(plan))).toEqual([])
    }
  )

  test('the same plan gives the same bytes, and words are never markup', () => {
    const [, , , , hostile] = sampleRun().plans
    expect(stratmlOf(hostile!)).toBe(stratmlOf(hostile!))
    expect(stratmlOf({...hostile!, title: '\u0001<Goal>'})).toContain('<Name>\ufffd&lt;Goal&gt;</Name>')
  })
})

describe('import', () => {
  const samples = present ? readdirSync(new URL('samples/', folder)) : []
  const read = (name: string) => readFileSync(new URL(`samples/${name}`, folder), 'utf8')

  test.skipIf(!present).each(samples)('%s is read whole, and comes out valid and the same', async (name) => {
    const text = read(name)
    expect(looksLikeStratml(text)).toBe(true)
    const plan = readStratml(text, source(name))
    assertPlan(plan)
    const {root} = xmlTree(text)
    const count = (element: string) => elements(root).filter((each) => each.name === element).length
    const goals = goalsOf(plan)
    expect(goals.filter(({type}) => type === 'outcome')).toHaveLength(count('Goal'))
    expect(goals.filter(({type}) => type === 'priority')).toHaveLength(count('Objective'))
    expect(goals.filter(({type}) => type === 'measure')).toHaveLength(count('PerformanceIndicator'))
    const out = stratmlOf(plan)
    expect(await faultsOf(out)).toEqual([])
    const again = readStratml(out, source(name))
    expect(goalsOf(again).map(({title}) => title)).toEqual(goalsOf(plan).map(({title}) => title))
    expect(lost(root, xmlTree(out).root)).toEqual([])
  })

  test('children in any order, older names, empty fields and unknown elements are borne', () => {
    const plan = readStratml(
      `<?xml version="1.0"?><s:PerformancePlanOrReport xmlns:s="http://www.stratml.net/PerformancePlanOrReport" Type="Strategic_Plan"><id/>
      <s:AdministrativeInformation><s:EndDate>2030-12-31</s:EndDate><s:StartDate>2026-01-01</s:StartDate><s:Submitter><s:FirstName>A</s:FirstName><s:LastName>B</s:LastName></s:Submitter></s:AdministrativeInformation>
      <s:StrategicPlanCore><s:Goal><s:Objective><s:Description>No name, only words</s:Description><s:Identifier/>
      <s:PerformanceIndicator><s:MeasurementDimension>Walks</s:MeasurementDimension><s:UnitOfMeasurement>walks</s:UnitOfMeasurement><s:MeasurementInstance><s:TargetResult><s:Description>twelve</s:Description><s:NumberOfUnits>12</s:NumberOfUnits><s:EndDate/></s:TargetResult></s:MeasurementInstance></s:PerformanceIndicator></s:Objective>
      <s:Name>Streets</s:Name><s:Stakeholder/></s:Goal></s:StrategicPlanCore><s:Name>Plan</s:Name></s:PerformancePlanOrReport>`,
      source('any.xml')
    )
    assertPlan(plan)
    expect(plan).toMatchObject({title: 'Plan', period: {from: 2026, to: 2030}})
    const [outcome, objective, measure] = goalsOf(plan)
    expect(outcome).toMatchObject({type: 'outcome', title: 'Streets'})
    expect(objective).toMatchObject({type: 'priority', title: 'No name, only words'})
    expect(measure).toMatchObject({
      title: 'Walks',
      children: [{type: 'target', value: 'twelve', quantity: {amount: 12, unit: 'walks'}}]
    })
  })

  test('other XML and broken XML are told apart', () => {
    expect(() => readStratml('<rss/>', source('x'))).toThrow(/not StratML/)
    expect(() => readStratml('no xml', source('x'))).toThrow(/no XML element/)
    expect(() => readStratml('<a>'.repeat(100), source('x'))).toThrow(/deeper/)
    expect(
      readStratml(
        '<StrategicPlan><Name>A & B</Name><StrategicPlanCore><Goal><Name>G</Name></Goal></StrategicPlanCore></StrategicPlan>',
        source('x')
      ).warnings.length
    ).toBeGreaterThan(0)
  })
})

function elements(root: XmlElement): XmlElement[] {
  return [root, ...root.children.flatMap(elements)]
}

/** Words of names, descriptions, dates, numbers and stakeholders that the second document lacks. */
function lost(before: XmlElement, after: XmlElement): string[] {
  const texts = new Set(
    elements(after)
      .flatMap(({text}) => text.split('\n'))
      .map(fold)
  )
  const all = fold(
    elements(after)
      .map(({text}) => text)
      .join(' ')
  )
  const telling = new Set([
    'Name',
    'Description',
    'StartDate',
    'EndDate',
    'PublicationDate',
    'NumberOfUnits',
    'MeasurementDimension',
    'UnitOfMeasurement',
    'SequenceIndicator',
    'GivenName',
    'FirstName',
    'Surname',
    'LastName',
    'DescriptorValue',
    'RoleType',
    'OtherInformation'
  ])
  return elements(before)
    .filter(({name, text}) => telling.has(name) && text !== '' && !texts.has(fold(text)) && !all.includes(fold(text)))
    .map(({name, text}) => `${name}: ${text.slice(0, 80)}`)
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()
