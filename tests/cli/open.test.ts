import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {openerOf, openInBrowser} from '../../src/cli/open-in-browser.ts'
import {planlens} from '../support/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'planlens-open-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

test('each system is asked in its own way, without a shell', () => {
  expect(openerOf('linux', '/r/a b/index.html')).toEqual(['xdg-open', ['/r/a b/index.html']])
  expect(openerOf('darwin', '/r/index.html')).toEqual(['open', ['/r/index.html']])
  expect(openerOf('win32', 'C:\\my plans & more\\index.html')).toEqual([
    'rundll32.exe',
    ['url.dll,FileProtocolHandler', 'file:///C:/my%20plans%20&%20more/index.html']
  ])
})

test('a system without the command is told apart from one that opens', async () => {
  const path = process.env.PATH
  process.env.PATH = folder
  expect(await openInBrowser(join(folder, 'index.html'), 'linux')).toBe(false)
  process.env.PATH = path
})

test('the report of the folder is named; a folder without one is told', async () => {
  mkdirSync(join(folder, 'report'))
  writeFileSync(join(folder, 'report', 'index.html'), '<!doctype html>')
  const ran = await planlens(['open', join(folder, 'report'), '--print'])
  expect([ran.code, ran.stdout]).toEqual([0, `${join(folder, 'report', 'index.html')}\n`])
  const none = await planlens(['open', folder])
  expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no report')])
})
