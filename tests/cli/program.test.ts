import {execFile} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {promisify} from 'node:util'
import {expect, test} from 'vitest'
import {planlens} from '../support/command.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test('the program that the package installs is there and starts', async () => {
  const {bin, version} = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  const program = `${root}${bin.planlens}`
  expect(readFileSync(program, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  const {stdout} = await promisify(execFile)(process.execPath, [program, '--version'])
  expect(stdout).toBe(`${version}\n`)
})

test('a start loads nothing that only some files or commands need', async () => {
  const preload = `data:text/javascript,${encodeURIComponent(
    `import {registerHooks} from 'node:module'
     registerHooks({load(url, context, next) { process.stderr.write(url + '\\n'); return next(url, context) }})`
  )}`
  const {stderr} = await planlens(['--version'], {preload})
  expect(stderr).toContain('/dist/index.js')
  for (const library of ['pdf-parse', 'mammoth', 'tesseract.js', '@napi-rs/canvas', 'kysely', 'pg', 'pg-boss'])
    expect(stderr, library).not.toContain(`/node_modules/${library}/`)
})
