import {csvRows} from '../language/csv.ts'
import {fromYaml} from '../language/own-data.ts'
import {PlanError} from '../problems.ts'

/** What a reviewer decided about a finding, kept over to the next draft by the finding's stable id. */
export interface Decision {
  mark: 'accepted' | 'ignored'
  note?: string
}

/**
 * Decisions from a reviewer's file: YAML or JSON (`id: accepted`, `id: {decision, note}`, or a list of `{id, decision, note}`)
 * or CSV with the columns id, decision and, if wanted, note.
 * @throws {PlanError} 'arguments', naming the file and what is wrong with it.
 */
export function decisionsOf(text: string, file: string): Map<string, Decision> {
  const rows = /\.csv$/i.test(file) ? decisionRows(text) : rowsOf(parsed(text, file), file)
  const decisions = new Map<string, Decision>()
  for (const {id, decision, note} of rows) {
    if (decision === '' || decision === 'open') continue
    if (decision !== 'accepted' && decision !== 'ignored')
      throw wrong(file, `'${decision}' is no decision: accepted, ignored or open`)
    decisions.set(id, {mark: decision, ...(note ? {note} : {})})
  }
  return decisions
}

/** The findings with the decisions on them. Those of ids that are not among the findings come back as `unused`. */
export function withDecisions<F extends {id: string}>(
  findings: readonly F[],
  decisions: ReadonlyMap<string, Decision>
): {findings: (F & {decision?: Decision})[]; unused: string[]} {
  const ids = new Set(findings.map(({id}) => id))
  return {
    findings: findings.map((finding) => {
      const decision = decisions.get(finding.id)
      return decision ? {...finding, decision} : finding
    }),
    unused: [...decisions.keys()].filter((id) => !ids.has(id))
  }
}

interface Row {
  id: string
  decision: string
  note: string
}

const wrong = (file: string, message: string): PlanError =>
  new PlanError('arguments', message, {stage: 'analyses', file})

function parsed(text: string, file: string): unknown {
  try {
    return fromYaml(text)
  } catch {
    throw wrong(file, 'the decisions are not valid YAML or JSON')
  }
}

function rowsOf(value: unknown, file: string): Row[] {
  const held = (value as {decisions?: unknown} | null)?.decisions ?? value ?? []
  if (Array.isArray(held)) return held.map((each) => rowOf(each as Record<string, unknown>, undefined, file))
  if (typeof held !== 'object') throw wrong(file, 'the decisions must be a list or named by finding id')
  return Object.entries(held as Record<string, unknown>).map(([id, each]) =>
    typeof each === 'object' && each !== null
      ? rowOf(each as Record<string, unknown>, id, file)
      : {id, decision: String(each ?? ''), note: ''}
  )
}

function rowOf(fields: Record<string, unknown>, id: string | undefined, file: string): Row {
  const name = id ?? fields?.id
  if (typeof name !== 'string' || name === '') throw wrong(file, 'each decision needs the id of a finding')
  return {id: name, decision: String(fields.decision ?? fields.mark ?? ''), note: String(fields.note ?? '')}
}

/** Rows of a CSV file that name a finding. */
function decisionRows(text: string): Row[] {
  return csvRows(text)
    .map(({id = '', decision, mark = '', note = ''}) => ({
      id: id.trim(),
      decision: (decision ?? mark).trim(),
      note: note.trim()
    }))
    .filter(({id}) => id !== '')
}
