import {readFileSync} from 'node:fs'
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js'

const names = ['plan-tree', 'unit', 'changes', 'overlaps', 'gaps', 'coverage'] as const
export type SchemaName = (typeof names)[number]

const ajv = new Ajv2020({allErrors: false, strict: true, strictRequired: false, allowUnionTypes: true})
for (const name of names)
  ajv.addSchema(JSON.parse(readFileSync(new URL(`../../src/schemas/${name}.v1.json`, import.meta.url), 'utf8')))

/** What a value breaks of a published schema, in words; [] when nothing. */
export function faults(name: SchemaName, value: unknown, definition?: string): string[] {
  const id = `urn:planlens:schema:${name}:1${definition ? `#/$defs/${definition}` : ''}`
  const validate = ajv.getSchema(id) as ValidateFunction
  if (validate(value)) return []
  return (validate.errors ?? []).map(({instancePath, message}) => `${instancePath || '/'} ${message ?? ''}`)
}
