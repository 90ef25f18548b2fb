/**
 * The part of CI after `npm test`: counts the tests that ran, runs `npm start`, format, lint, types and import rules, and
 * holds the scoreboard to its floors. Usage: node tests/rules/ci.ts TESTS.json
 */
import {spawnSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {scoreAgainstFloors} from './floors.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
let passed = 0
let failed = 0

function count(name: string, ok: boolean, detail = ''): void {
  if (ok) passed += 1
  else failed += 1
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}${detail ? `  ${detail}` : ''}`)
}

function script(name: string): void {
  const run = spawnSync('npm', ['run', '--silent', name], {cwd: root, encoding: 'utf8', maxBuffer: 1 << 28})
  if (run.status !== 0) console.log(`${run.stdout}\n${run.stderr}`.trim())
  count(`npm run ${name}`, run.status === 0)
}

const report = process.argv[2]
if (report && existsSync(report)) {
  const tests = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
    numFailedTestSuites: number
    success: boolean
  }
  passed += tests.numPassedTests
  failed += tests.numFailedTests
  if (!tests.success && tests.numFailedTests === 0) count('npm test', false, 'a test file could not run')
  if (tests.numPassedTests === 0) count('npm test', false, 'no test ran')
} else count('npm test', false, 'left no report: it did not run to its end')

for (const name of ['start', 'format', 'lint', 'types', 'imports']) script(name)

if (existsSync(`${root}../shared/gold/score.mjs`)) {
  for (const {name, figure, floor} of scoreAgainstFloors(root))
    count(`score ${name}`, figure !== undefined && figure >= floor, `${figure ?? 'not printed'} (floor ${floor})`)
} else console.log('no ../shared here: the scoreboard was left out')

console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
