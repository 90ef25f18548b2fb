/** The CSV files described for machines: a Frictionless data package (v1) and CSVW metadata, with the keys between tables. */
import type {CellType, Column, Table} from '../tables/table.ts'

const frictionlessTypes: Readonly<Record<CellType, object>> = {
  text: {type: 'string'},
  integer: {type: 'integer'},
  number: {type: 'number'},
  date: {type: 'date'},
  boolean: {type: 'boolean'},
  link: {type: 'string'}
}

const csvwTypes: Readonly<Record<CellType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  date: 'date',
  boolean: 'boolean',
  link: 'string'
}

const licence = 'The words are those of the plans’ publishers; nothing here grants rights in them.'

/** `datapackage.json` by https://specs.frictionlessdata.io/data-package/ . */
export function dataPackage(title: string, tables: readonly Table[]): object {
  return {
    name: 'planlens-run',
    title,
    description: `Plans read by Planlens, with what was found in them. ${licence}`,
    profile: 'tabular-data-package',
    resources: tables.map((table) => ({
      name: table.name,
      path: `${table.name}.csv`,
      title: table.title,
      description: table.description,
      profile: 'tabular-data-resource',
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: {delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true},
      schema: {
        fields: table.columns.map((column) => ({
          name: column.name,
          ...frictionlessTypes[column.type],
          description: column.description,
          ...(table.primaryKey.includes(column.name) ? {constraints: {required: true}} : {})
        })),
        missingValues: [''],
        ...(table.primaryKey.length > 0 ? {primaryKey: table.primaryKey} : {}),
        ...(table.foreignKeys.length > 0
          ? {
              foreignKeys: table.foreignKeys.map(({columns, table: target, references}) => ({
                fields: columns,
                reference: {resource: target === table.name ? '' : target, fields: references}
              }))
            }
          : {})
      }
    }))
  }
}

/** `csv-metadata.json` by https://www.w3.org/TR/tabular-metadata/ . A key over cells that may be empty is left to the package. */
export function csvwMetadata(title: string, tables: readonly Table[]): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', {'@language': 'en'}],
    'dc:title': title,
    dialect: {encoding: 'utf-8', header: true, lineTerminators: ['\r\n']},
    tables: tables.map((table) => ({
      url: `${table.name}.csv`,
      'dc:title': table.title,
      'dc:description': table.description,
      tableSchema: {
        columns: table.columns.map((column) => csvwColumn(column, table)),
        ...(table.primaryKey.length > 0 ? {primaryKey: table.primaryKey} : {}),
        foreignKeys: table.foreignKeys
          .filter(({table: target}) => target !== table.name)
          .map(({columns, table: target, references}) => ({
            columnReference: columns,
            reference: {resource: `${target}.csv`, columnReference: references}
          }))
      }
    }))
  }
}

function csvwColumn({name, type, description}: Column, {primaryKey}: Table): object {
  return {
    name,
    titles: name,
    'dc:description': description,
    datatype: csvwTypes[type],
    ...(primaryKey.includes(name) ? {required: true} : {null: ''})
  }
}
