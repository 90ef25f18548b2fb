/** How a run came about, in the terms of W3C PROV: files used, the run, what it wrote, and the software that did it. */
import type {RunResult} from '../../analyses/types.ts'
import type {RunRecord} from '../html/options.ts'

/** PROV-O as JSON-LD. The only output of a run that holds times; `outputs` are path and SHA-256 of every file written. */
export function runRecord(
  run: RunResult,
  record: RunRecord,
  outputs: readonly {path: string; digest: string}[]
): object {
  const agent = `urn:planlens:software:${record.version ?? 'unstated'}`
  const activity = 'urn:planlens:run'
  return {
    '@context': {
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      dct: 'http://purl.org/dc/terms/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      planlens: 'urn:planlens:terms:'
    },
    '@graph': [
      {
        '@id': agent,
        '@type': ['prov:SoftwareAgent'],
        'rdfs:label': 'Planlens',
        ...(record.version ? {'planlens:version': record.version} : {})
      },
      {
        '@id': activity,
        '@type': 'prov:Activity',
        'prov:wasAssociatedWith': {'@id': agent},
        ...(record.startedAt ? {'prov:startedAtTime': instant(record.startedAt)} : {}),
        ...(record.endedAt ? {'prov:endedAtTime': instant(record.endedAt)} : {}),
        'planlens:setting': (record.settings ?? []).map(([name, value]) => `${name}=${value}`),
        'planlens:notRead': run.failures.map(({file, code}) => `${file}: ${code}`),
        'prov:used': run.plans.map((plan) => ({'@id': `urn:sha256:${plan.digest}`}))
      },
      ...run.plans.map((plan) => ({
        '@id': `urn:sha256:${plan.digest}`,
        '@type': 'prov:Entity',
        'dct:title': plan.title,
        'dct:source': plan.source.path,
        'dct:format': plan.source.format
      })),
      ...outputs.map(({path, digest}) => ({
        '@id': `urn:sha256:${digest}`,
        '@type': 'prov:Entity',
        'dct:source': path,
        'prov:wasGeneratedBy': {'@id': activity}
      }))
    ]
  }
}

function instant(value: string): object {
  return {'@type': 'xsd:dateTime', '@value': value}
}
