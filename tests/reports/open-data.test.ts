/** What a run writes for machines, against the rules of the formats that it claims. */
import {strFromU8, unzipSync} from 'fflate'
import {SaxesParser} from 'saxes'
import {describe, expect, test} from 'vitest'
import {goalsOf} from '../../src/plan-tree/walk.ts'
import {siteFiles} from '../../src/reports/html/site.ts'
import {tablesOf} from '../../src/reports/tables.ts'
import {readCsv} from '../support/csv.ts'
import {type Csvw, csvwFaults, type DataPackage, packageFaults} from '../support/data-package.ts'
import {idsOf, parsePage} from '../support/pages.ts'
import {dataFiles} from '../support/report-files.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'
import {faults, type SchemaName} from '../support/schemas.ts'

const run = sampleRun()
const files = dataFiles(run)
const text = (name: string) => String(files.get(`data/${name}`))
const csv = new Map(
  [...files.keys()].filter((path) => path.endsWith('.csv')).map((path) => [path.slice(5), readCsv(text(path.slice(5)))])
)

describe('data package', () => {
  const descriptor = JSON.parse(text('datapackage.json')) as DataPackage

  test('keeps the rules of Frictionless, and its tables keep theirs', () => {
    expect(packageFaults(descriptor, csv)).toEqual([])
    expect(new Set(descriptor.resources.map(({path}) => path))).toEqual(new Set(csv.keys()))
  })

  test('a broken cell, key or table is seen', () => {
    const broken = (name: string, change: (rows: string[][]) => void) => {
      const rows = csv.get(name)!.map((row) => [...row])
      change(rows)
      return packageFaults(descriptor, new Map([...csv, [name, rows]]))
    }
    const column = (name: string, field: string) => csv.get(name)![0]!.indexOf(field)
    expect(broken('plans.csv', (rows) => (rows[1]![column('plans.csv', 'pages')] = 'many'))).not.toEqual([])
    expect(broken('plans.csv', (rows) => (rows[1]![column('plans.csv', 'id')] = ''))).not.toEqual([])
    expect(broken('plans.csv', (rows) => rows.splice(1, 1))).not.toEqual([])
    expect(broken('units.csv', (rows) => rows.push(rows.at(-1)!))).not.toEqual([])
    expect(packageFaults({...descriptor, resources: []}, csv)).not.toEqual([])
  })
})

test('CSVW metadata describes the same tables', () => {
  const metadata = JSON.parse(text('csv-metadata.json')) as Csvw
  expect(csvwFaults(metadata, csv)).toEqual([])
  expect(new Set(metadata.tables.map(({url}) => url))).toEqual(new Set(csv.keys()))
  const other = {...metadata, tables: metadata.tables.map((table) => ({...table, url: `x${table.url}`}))}
  expect(csvwFaults(other, csv)).not.toEqual([])
})

describe('JSON of a run keeps its published schema', () => {
  const cases: [string, SchemaName][] = [
    ['plans', 'plan-tree'],
    ['changes', 'changes'],
    ['overlaps', 'overlaps']
  ]
  test.each(cases)('%s.json', (name, schema) => {
    const reports = JSON.parse(text(`${name}.json`)) as unknown[]
    expect(reports.length).toBeGreaterThan(0)
    for (const report of reports) expect(faults(schema, report)).toEqual([])
  })

  test.each(['gaps', 'coverage'] as const)('%s.json', (name) => {
    expect(faults(name, JSON.parse(text(`${name}.json`)))).toEqual([])
  })
})

test('the codebook is well-formed, its codes have names and ids of their own', () => {
  const ids: string[] = []
  const below: string[] = []
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, uri, attributes}) => {
    expect(uri).toBe('urn:QDA-XML:codebook:1.0')
    if (name === 'Code') {
      ids.push(attributes.guid!.value)
      expect(attributes.name!.value).not.toBe('')
      expect(attributes.isCodable!.value).toMatch(/^(true|false)$/)
    }
    const allowed: Record<string, string[]> = {Codes: ['CodeBook'], Code: ['Codes', 'Code'], Description: ['Code']}
    if (allowed[name]) expect(allowed[name]).toContain(below.at(-1))
    below.push(name)
  })
  parser.on('closetag', () => below.pop())
  parser.write(text('codebook.qdc')).close()
  expect(ids.length).toBeGreaterThan(10)
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
})

describe('project for qualitative research', () => {
  const members = unzipSync(files.get('data/planlens.qdpx') as Uint8Array)
  const documents = new Map<string, string>()
  const selections: {guid: string; source: string; from: number; to: number; codes: string[]}[] = []
  const guids: string[] = []
  const codes = new Map<string, string>()
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({name, uri, attributes}) => {
    if (uri !== 'urn:QDA-XML:project:1.0') throw new Error(`${name} in ${uri}`)
    const value = (key: string) => attributes[key]!.value
    if (attributes.guid) guids.push(value('guid'))
    if (name === 'Code') codes.set(value('guid'), value('name'))
    if (name === 'TextSource') {
      const path = value('plainTextPath').replace('internal://', 'sources/')
      documents.set(value('guid'), strFromU8(members[path]!))
    }
    if (name === 'PlainTextSelection')
      selections.push({
        guid: value('guid'),
        source: [...documents.keys()].at(-1)!,
        from: Number(value('startPosition')),
        to: Number(value('endPosition')),
        codes: []
      })
    if (name === 'CodeRef') selections.at(-1)!.codes.push(value('targetGUID'))
  })
  parser.write(strFromU8(members['project.qde']!)).close()

  test('has a document for every plan, ids of their own, and codes that are in its codebook', () => {
    expect(documents.size).toBe(run.plans.length)
    expect(Object.keys(members)).toHaveLength(run.plans.length + 1)
    expect(new Set(guids).size).toBe(guids.length)
    expect(selections.length).toBeGreaterThan(20)
    for (const selection of selections) {
      expect(selection.codes.length).toBeGreaterThan(0)
      for (const code of selection.codes) expect(codes.has(code)).toBe(true)
    }
  })

  const plain = (words: string) =>
    words
      .toWellFormed()
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()

  test('the words of every goal stand where its selection is, coded with its level', () => {
    const coded = new Map<string, (string | undefined)[]>()
    for (const {source, from, to, codes: applied} of selections) {
      const words = [...documents.get(source)!].slice(from, to).join('')
      coded.set(words, [...(coded.get(words) ?? []), ...applied.map((code) => codes.get(code))])
    }
    for (const plan of run.plans)
      for (const {title, type} of goalsOf(plan)) expect(coded.get(plain(title)), title).toContain(type)
  })

  test('gaps and themes are codes of the units that they are about', () => {
    const applied = new Set(selections.flatMap(({codes: all}) => all.map((code) => codes.get(code))))
    const {rule} = run.gaps.gaps.find(({unit}) => unit !== null)!
    expect(applied).toContain(rule)
    const {theme} = run.coverage.cells.find(({unit}) => unit !== null)!
    expect(applied).toContain(run.coverage.themes.find(({id}) => id === theme)!.name)
  })
})

test('every link of a table leads to a page of the report, and to a place on it', () => {
  const places = new Map(
    [...siteFiles(run)].map(([path, text]) => [
      path,
      new Set(path.endsWith('.html') ? idsOf(parsePage(String(text))) : [])
    ])
  )
  for (const {name, columns, rows} of tablesOf(run))
    for (const [at, {type}] of columns.entries())
      if (type === 'link')
        for (const cell of rows.map((row) => row[at]).filter((each) => each !== null)) {
          const [path = '', anchor] = String(cell).split('#')
          expect(places.has(path), `${name}: ${cell}`).toBe(true)
          if (anchor) expect(places.get(path)!.has(anchor), `${name}: ${cell}`).toBe(true)
        }
})
