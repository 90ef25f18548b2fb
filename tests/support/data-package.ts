/**
 * Checks of the published rules for described tables: Frictionless Data Package and Table Schema (v1), CSVW (W3C Tabular Data
 * Model). No kept validator for either is to be had from npm, so what the specifications ask is asked here.
 */
import {Ajv2020} from 'ajv/dist/2020.js'

const name = {type: 'string', pattern: '^[-a-z0-9._/]+$'}
const fieldNames = {
  oneOf: [{type: 'string'}, {type: 'array', minItems: 1, uniqueItems: true, items: {type: 'string'}}]
}

/** What https://specs.frictionlessdata.io/schemas/tabular-data-package.json asks of the properties that are used here. */
const packageSchema = {
  type: 'object',
  required: ['resources', 'profile'],
  properties: {
    name,
    title: {type: 'string'},
    profile: {const: 'tabular-data-package'},
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name', 'path', 'profile', 'schema'],
        properties: {
          name,
          path: {type: 'string', pattern: '^(?!/|.*[.][.])'},
          profile: {const: 'tabular-data-resource'},
          encoding: {type: 'string'},
          dialect: {
            type: 'object',
            properties: {delimiter: {type: 'string'}, quoteChar: {type: 'string'}, header: {type: 'boolean'}}
          },
          schema: {
            type: 'object',
            required: ['fields'],
            properties: {
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name'],
                  properties: {
                    name: {type: 'string'},
                    type: {enum: ['string', 'number', 'integer', 'boolean', 'date']},
                    constraints: {type: 'object', properties: {required: {type: 'boolean'}}}
                  }
                }
              },
              missingValues: {type: 'array', items: {type: 'string'}},
              primaryKey: fieldNames,
              foreignKeys: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['fields', 'reference'],
                  properties: {
                    fields: fieldNames,
                    reference: {
                      type: 'object',
                      required: ['resource', 'fields'],
                      properties: {resource: {type: 'string'}, fields: fieldNames}
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

export interface TableSchema {
  fields: {name: string; type: string; constraints?: {required?: boolean}}[]
  primaryKey?: string[]
  foreignKeys?: {fields: string[]; reference: {resource: string; fields: string[]}}[]
}

export interface DataPackage {
  resources: {name: string; path: string; schema: TableSchema}[]
}

const validPackage = new Ajv2020({allErrors: true, strict: false}).compile(packageSchema)

/** What a data package breaks, of its own rules and in the tables that it describes; [] when nothing. */
export function packageFaults(descriptor: DataPackage, tables: ReadonlyMap<string, string[][]>): string[] {
  if (!validPackage(descriptor))
    return (validPackage.errors ?? []).map(({instancePath, message}) => `${instancePath} ${message}`)
  return descriptor.resources.flatMap(({name: resource, path, schema}) => {
    const [head, ...rows] = tables.get(path) ?? []
    if (!head) return [`${path} is missing`]
    const faults: string[] = []
    if (head.join() !== schema.fields.map((field) => field.name).join()) faults.push(`${path}: other columns`)
    faults.push(
      ...rows.flatMap((row, index) => rowFaults(schema, row).map((fault) => `${path} row ${index}: ${fault}`))
    )
    const keysOf = (names: readonly string[], from = head, list = rows) =>
      list.map((row) => names.map((each) => row[from.indexOf(each)] ?? ''))
    if (schema.primaryKey) {
      const keys = keysOf(schema.primaryKey).map((key) => JSON.stringify(key))
      if (new Set(keys).size < keys.length) faults.push(`${path}: its key is not unique`)
    }
    for (const {fields, reference} of schema.foreignKeys ?? []) {
      const target = descriptor.resources.find((each) => each.name === (reference.resource || resource))
      const [there, ...those] = tables.get(target?.path ?? '') ?? [[]]
      const known = new Set(keysOf(reference.fields, there, those).map((key) => JSON.stringify(key)))
      const lost = keysOf(fields).filter((key) => !key.includes('') && !known.has(JSON.stringify(key)))
      if (lost.length > 0) faults.push(`${path}: ${lost.length} rows lead nowhere in ${target?.name}`)
    }
    return faults
  })
}

const lexical: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/
}

function rowFaults({fields}: TableSchema, row: readonly string[]): string[] {
  if (row.length !== fields.length) return [`${row.length} cells for ${fields.length} columns`]
  return fields.flatMap(({name: field, type, constraints}, at) => {
    const cell = row[at]!
    if (cell === '') return constraints?.required ? [`${field} is empty`] : []
    return lexical[type]!.test(cell) ? [] : [`${field} is no ${type}: ${cell.slice(0, 40)}`]
  })
}

export interface Csvw {
  '@context': unknown
  tables: {
    url: string
    tableSchema: {
      columns: {name: string; titles: string; datatype: string; required?: boolean}[]
      primaryKey?: string[]
      foreignKeys?: {columnReference: string[]; reference: {resource: string; columnReference: string[]}}[]
    }
  }[]
}

/** What CSVW metadata breaks: its own rules, its columns against the tables' heads, its keys. */
export function csvwFaults(metadata: Csvw, tables: ReadonlyMap<string, string[][]>): string[] {
  const faults: string[] = []
  const context = JSON.stringify(metadata['@context'])
  if (!context.includes('"http://www.w3.org/ns/csvw"')) faults.push('no CSVW context')
  const columnsOf = new Map(
    metadata.tables.map(({url, tableSchema}) => [url, tableSchema.columns.map((each) => each.name)])
  )
  for (const {url, tableSchema} of metadata.tables) {
    const [head, ...rows] = tables.get(url) ?? [[]]
    const columns = columnsOf.get(url)!
    if (head?.join() !== tableSchema.columns.map(({titles}) => titles).join()) faults.push(`${url}: other columns`)
    for (const {name: column, datatype} of tableSchema.columns) {
      if (!/^[A-Za-z][\w.~-]*$/.test(column)) faults.push(`${url}: ${column} is no column name`)
      if (!Object.hasOwn(lexical, datatype))
        faults.push(`${url}: ${datatype} is no built-in datatype that is used here`)
    }
    for (const key of tableSchema.primaryKey ?? []) {
      if (!columns.includes(key)) faults.push(`${url}: key ${key} is no column`)
      if (rows.some((row) => row[columns.indexOf(key)] === '')) faults.push(`${url}: key ${key} is empty somewhere`)
    }
    for (const {columnReference, reference} of tableSchema.foreignKeys ?? []) {
      const there = columnsOf.get(reference.resource) ?? []
      if (!columnReference.every((each) => columns.includes(each))) faults.push(`${url}: a foreign key of no column`)
      if (!reference.columnReference.every((each) => there.includes(each)))
        faults.push(`${url}: a foreign key to no column of ${reference.resource}`)
    }
  }
  return faults
}
