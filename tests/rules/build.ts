/** `npm run build`: compiles src to dist and copies the data files that the code reads beside it. */
import {spawnSync} from 'node:child_process'
import {cpSync, globSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {parse} from 'yaml'

const root = fileURLToPath(new URL('../../', import.meta.url))
rmSync(`${root}dist`, {recursive: true, force: true})
const tsc = spawnSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-p', `${root}tsconfig.json`], {
  stdio: 'inherit'
})
if (tsc.status !== 0) process.exit(tsc.status ?? 1)
/** Data read at run time by its path beside the code: styles, scripts for the browser, vocabularies, schemas, migrations. */
const data = /\.(css|yaml|json|sql|svg|html|xsd)$|[/\\]browser[/\\][^/\\]+\.js$/
cpSync(`${root}src`, `${root}dist`, {
  recursive: true,
  filter: (path) => !/\.[^/]+$/.test(path.slice(root.length)) || data.test(path)
})
/** Own vocabularies as JSON beside their YAML: see `src/language/own-data.ts`. */
for (const yaml of globSync(`${root}dist/**/*.yaml`))
  writeFileSync(`${yaml}.json`, JSON.stringify(parse(readFileSync(yaml, 'utf8'))))
