/**
 * What is kept from run to run: files by their content, plan trees, units, findings, runs. The same queries serve SQLite and
 * PostgreSQL. Each file is kept in one transaction: after a crash an archive holds it whole or not at all.
 */
import type {Plan} from '../plan-tree/nodes.ts'
import type {PlanError} from '../problems.ts'
import {compressed, expanded} from './compressed.ts'
import {chunks, type KeptFile, keep, recall} from './files.ts'
import {migrate} from './migrate.ts'
import {archiveProblem} from './problem.ts'
import type {FindingRow, RunRow, Store} from './tables.ts'

export interface Archive {
  store: Store
  /** Which of the contents this reader has read; the others are new, changed or from another reader. */
  known(digests: readonly string[], reader: string): Promise<Set<string>>
  /** How many files another reader has read: an upgraded product reads them again. */
  outdated(reader: string): Promise<number>
  keep(file: KeptFile, reader: string): Promise<void>
  /** Drops what is kept of these contents, and all that follows from it. */
  forget(digests: readonly string[]): Promise<void>
  /** Which of the contents are in the archive, whichever reader has read them. */
  settled(digests: readonly string[]): Promise<Set<string>>
  /** Notes where known contents stand now. */
  seen(places: readonly {path: string; digest: string}[]): Promise<void>
  /** The plan or the problem of a known content, as if it had just been read from `path`. */
  recall(digest: string, path: string): Promise<{plan: Plan} | {problem: PlanError}>
  /** The tree of a plan packed as it is kept, for `unpacked`; null where there is none. */
  packedPlan(digest: string): Promise<Uint8Array | null>
  /** A report that is bytes is packed already. */
  keepFinding(finding: FindingKey, report: unknown): Promise<void>
  /** A finding of the same analysis over the same contents; null when there is none. */
  recallFinding<T>(finding: FindingKey): Promise<T | null>
  /** The same, packed as it is kept, for `unpacked`. */
  packedFinding(finding: FindingKey): Promise<Uint8Array | null>
  /** Of all findings of one analysis, those whose first plan is one of these: `a b` to how they are packed. */
  packedFindings(kind: FindingKey['kind'], analysis: string, first: readonly string[]): Promise<Map<string, Uint8Array>>
  keepRun(run: RunRow): Promise<void>
  /** Whether a run from the same inputs has left all its findings here. */
  holdsRun(inputs: string): Promise<boolean>
  close(): Promise<void>
}

export interface FindingKey {
  /**
   * 'plan': what is found in one plan by itself; 'card': what is asked of every plan in every run, without its tree; 'goals':
   * how its goals are read for comparing; 'shared': how many commitments two plans share.
   */
  kind: 'plan' | 'card' | 'goals' | 'changes' | 'overlaps' | 'shared'
  /** Digests; `b` is '' where there is one plan only. */
  a: string
  b: string
  /** Version and settings of the analysis: a finding of another one is none. */
  analysis: string
}

/**
 * Opens or makes an archive: a path of a SQLite file, or postgres://user:password@host/database.
 * @throws {PlanError} 'archive' when it is damaged, of another program or of a newer version.
 */
export async function openArchive(where: string, {readOnly = false} = {}): Promise<Archive> {
  // Either brings some 250 modules along, which runs without an archive do without.
  const store = isPostgres(where)
    ? await (await import('./postgres.ts')).openPostgres(where)
    : (await import('./sqlite.ts')).openSqlite(where, {readOnly})
  try {
    if (!readOnly) await migrate(store)
  } catch (error) {
    await store.close()
    throw archiveProblem(error, store.where)
  }
  return told(archiveOf(store), store.where)
}

const isPostgres = (where: string) => /^postgres(ql)?:\/\//.test(where)

function archiveOf(store: Store): Archive {
  const {db} = store
  const asked = askedOften(store)
  const packedFinding = async ({kind, a, b, analysis}: FindingKey) => {
    const {rows} = await db.executeQuery<Pick<FindingRow, 'report'>>({
      ...asked.finding,
      parameters: [kind, a, b, analysis]
    })
    return rows[0]?.report ?? null
  }
  return {
    store,
    async forget(digests) {
      for (const some of chunks(digests)) {
        await db
          .deleteFrom('finding')
          .where((is) => is.or([is('a', 'in', some), is('b', 'in', some)]))
          .execute()
        await db.deleteFrom('file').where('digest', 'in', some).execute()
      }
    },
    async settled(digests) {
      const settled = new Set<string>()
      for (const some of chunks(digests))
        for (const {digest} of await db.selectFrom('file').select('digest').where('digest', 'in', some).execute())
          settled.add(digest)
      return settled
    },
    async known(digests, reader) {
      const known = new Set<string>()
      for (const some of chunks(digests)) {
        const rows = await db
          .selectFrom('file')
          .select('digest')
          .where('digest', 'in', some)
          .where('reader', '=', reader)
          .execute()
        for (const {digest} of rows) known.add(digest)
      }
      return known
    },
    async outdated(reader) {
      const row = await db
        .selectFrom('file')
        .select(db.fn.countAll().as('count'))
        .where('reader', '!=', reader)
        .executeTakeFirstOrThrow()
      return Number(row.count)
    },
    keep: (file, reader) => keep(store, file, reader),
    async seen(places) {
      // No statement may touch a row twice.
      const rows = [...new Map(places.map((place) => [place.path, place])).values()]
      await db.transaction().execute(async (all) => {
        for (const some of chunks(rows))
          await all
            .insertInto('place')
            .values(some)
            .onConflict((old) => old.column('path').doUpdateSet((is) => ({digest: is.ref('excluded.digest')})))
            .execute()
      })
    },
    recall: (digest, path) => recall(store, digest, path),
    async keepFinding({kind, a, b, analysis}, report) {
      const row = {analysis, report: report instanceof Uint8Array ? report : compressed(report)}
      await db
        .insertInto('finding')
        .values({kind, a, b, ...row})
        .onConflict((old) => old.columns(['kind', 'a', 'b']).doUpdateSet(row))
        .execute()
    },
    packedPlan: async (digest) => {
      const {rows} = await db.executeQuery<{tree: Uint8Array}>({...asked.tree, parameters: [digest]})
      return rows[0]?.tree ?? null
    },
    async recallFinding<T>(finding: FindingKey) {
      const packed = await packedFinding(finding)
      return packed ? expanded<T>(packed) : null
    },
    packedFinding,
    async packedFindings(kind, analysis, first) {
      const found = new Map<string, Uint8Array>()
      for (const some of chunks(first)) {
        const rows = await db
          .selectFrom('finding')
          .select(['a', 'b', 'report'])
          .where('kind', '=', kind)
          .where('a', 'in', some)
          .where('analysis', '=', analysis)
          .execute()
        for (const {a, b, report} of rows) found.set(`${a} ${b}`, report)
      }
      return found
    },
    async keepRun(run) {
      await db.insertInto('run').values(run).execute()
    },
    async holdsRun(inputs) {
      return (await db.selectFrom('run').select('files').where('inputs', '=', inputs).executeTakeFirst()) !== undefined
    },
    close: () => store.close()
  }
}

/** What every run asks for every plan, put into SQL once; the parameters come in the order of the conditions. */
function askedOften({db}: Store) {
  return {
    tree: db.selectFrom('plan').select('tree').where('digest', '=', '').compile(),
    finding: db
      .selectFrom('finding')
      .select('report')
      .where('kind', '=', '')
      .where('a', '=', '')
      .where('b', '=', '')
      .where('analysis', '=', '')
      .compile()
  }
}

/** Anything the database says becomes a problem of the archive, with its cause in words. */
function told(archive: Archive, where: string): Archive {
  return new Proxy(archive, {
    get(target, name, self) {
      const value: unknown = Reflect.get(target, name, self)
      if (typeof value !== 'function') return value
      return async (...given: unknown[]) => {
        try {
          return await value.apply(target, given)
        } catch (error) {
          throw archiveProblem(error, where)
        }
      }
    }
  })
}
