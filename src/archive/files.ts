/** One file in an archive: kept whole, in one transaction, with its plan and units, and recalled as if it had just been read. */
import type {Plan} from '../plan-tree/nodes.ts'
import {unitsOf} from '../plan-tree/units.ts'
import {PlanError, type ProblemCode, type Stage} from '../problems.ts'
import {compressed, expanded} from './compressed.ts'
import type {FileRow, Store, UnitRow} from './tables.ts'

/** A file that was read, or could not be. */
export interface KeptFile {
  digest: string
  bytes: number
  path: string
  outcome: {plan: Plan} | {problem: PlanError}
}

export async function keep(store: Store, {digest, bytes, path, outcome}: KeptFile, reader: string): Promise<void> {
  const problem = 'problem' in outcome ? outcome.problem : null
  const file: FileRow = {
    digest,
    bytes,
    reader,
    state: problem ? 'failed' : 'read',
    code: problem?.code ?? null,
    message: problem ? storable(problem.message) : null,
    stage: problem?.stage ?? null,
    page: problem?.page ?? null
  }
  await store.db.transaction().execute(async (all) => {
    await store.alone(all, digest)
    // Whatever an older reader made of the same content goes with it: plan, units, findings.
    await all
      .deleteFrom('finding')
      .where((is) => is.or([is('a', '=', digest), is('b', '=', digest)]))
      .execute()
    await all.deleteFrom('file').where('digest', '=', digest).execute()
    await all.insertInto('file').values(file).execute()
    await all
      .insertInto('place')
      .values({path, digest})
      .onConflict((old) => old.column('path').doUpdateSet({digest}))
      .execute()
    if ('problem' in outcome) return
    const {plan} = outcome
    const units = unitRows(plan)
    await all
      .insertInto('plan')
      .values({
        digest,
        title: storable(plan.title),
        authority: storable(plan.authority ?? null),
        publisher: storable(plan.publisher ?? null),
        period_from: plan.period?.from ?? null,
        period_to: plan.period?.to ?? null,
        status: plan.status,
        kind: storable(plan.kind ?? null),
        units: units.length,
        tree: compressed({...plan, source: {...plan.source, path: ''}})
      })
      .execute()
    for (const some of chunks(units)) await all.insertInto('unit').values(some).execute()
  })
}

/** Both databases keep well-formed Unicode, and PostgreSQL no NUL: the tree itself is kept as it is. */
function storable<Words extends string | null>(words: Words): Words {
  return words === null ? words : (words.replaceAll('\0', '').toWellFormed() as Words)
}

/** The rows of the `unit` table that a tree gives. */
export function unitRows(plan: Plan): Omit<UnitRow, 'number'>[] {
  return unitsOf(plan).map((unit, place) => ({
    plan: plan.digest,
    place,
    id: unit.id,
    parent: unit.parent,
    type: unit.type,
    term: storable(unit.term),
    label: storable(unit.label),
    text: storable(unit.text),
    detail: storable(unit.detail),
    leads: unit.leads.length > 0 ? storable(unit.leads.join('\n')) : null,
    start: storable(unit.start),
    due: storable(unit.due),
    baseline: storable(unit.baseline),
    target: storable(unit.target),
    page: unit.pages[0]?.page ?? null
  }))
}

export async function recall(
  {db, where}: Store,
  digest: string,
  path: string
): Promise<{plan: Plan} | {problem: PlanError}> {
  const row = await db
    .selectFrom('file')
    .leftJoin('plan', 'plan.digest', 'file.digest')
    .select(['file.state', 'file.code', 'file.message', 'file.stage', 'file.page', 'plan.tree'])
    .where('file.digest', '=', digest)
    .executeTakeFirst()
  if (row?.state === 'failed') {
    const page = row.page === null ? {} : {page: row.page}
    return {
      problem: new PlanError(row.code as ProblemCode, row.message ?? '', {
        stage: row.stage as Stage,
        file: path,
        ...page
      })
    }
  }
  if (!row?.tree)
    throw new PlanError('archive', `holds no plan ${digest.slice(0, 12)}`, {stage: 'archive', file: where})
  const plan = expanded<Plan>(row.tree)
  return {plan: {...plan, source: {...plan.source, path}}}
}

/** Rows a statement: well under the 32,766 parameters of SQLite and the 65,535 of PostgreSQL, with 15 columns. */
const rowsAtOnce = 500

export function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += rowsAtOnce) yield rows.slice(at, at + rowsAtOnce)
}
