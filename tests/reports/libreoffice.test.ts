/** The Word and Excel files in a program that opens them; runs where LibreOffice is installed. */
import {execFileSync, spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterAll, describe, expect, test} from 'vitest'
import {findChanges} from '../../src/analyses/changes/changes.ts'
import {redlineOf} from '../../src/analyses/changes/redline.ts'
import {planSummaryDocx} from '../../src/reports/docx/plan-summary.ts'
import {redlineDocx} from '../../src/reports/docx/redline.ts'
import {tablesOf} from '../../src/reports/tables.ts'
import {draft, final} from '../analyses/changes/drafts.ts'
import {workbookOf} from '../support/report-files.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

const command = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const folder = mkdtempSync(join(tmpdir(), 'planlens-office-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

/** Converts a file with a profile of its own; the path of what came out. */
function converted(name: string, bytes: Uint8Array, to: string): string {
  writeFileSync(join(folder, name), bytes)
  execFileSync(
    command!,
    [
      `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, name)
    ],
    {stdio: 'ignore', timeout: 110_000}
  )
  return join(folder, name.replace(/\.\w+$/, `.${to.split(':')[0]}`))
}

describe.skipIf(command === undefined)('LibreOffice', {timeout: 120_000}, () => {
  const run = sampleRun()

  test('opens the plan summary: every outcome is in its text', () => {
    const [plan] = run.plans
    const text = readFileSync(converted('summary.docx', planSummaryDocx(plan!, run.gaps.gaps), 'txt:Text'), 'utf8')
    for (const child of plan!.children) if (child.type === 'outcome') expect(text).toContain(child.title)
  })

  test('opens the change report', () => {
    const path = converted('changes.docx', redlineDocx(findChanges(draft, final), redlineOf(draft, final)), 'txt:Text')
    expect(readFileSync(path, 'utf8')).toContain(`What changed: ${final.title}`)
  })

  test('opens the workbook, where its table program is installed too', ({skip}) => {
    const tables = tablesOf(run)
    const path = converted('run.xlsx', workbookOf('Plans', tables), 'fods')
    skip(!existsSync(path), 'LibreOffice has no Calc here')
    const sheets = readFileSync(path, 'utf8')
    const times = (what: RegExp) => [...sheets.matchAll(what)].length
    for (const {title} of tables) expect(sheets).toContain(`table:name="${title}"`)
    expect(times(/display-filter-buttons="true"/g), 'filters').toBe(tables.length)
    expect(times(/<table:table-header-rows>/g), 'heads on every printed page').toBe(tables.length)
    for (const type of ['float', 'date'])
      expect(sheets, `cells of type ${type}`).toContain(`office:value-type="${type}"`)
    // Its own way to hold a yes or no is the one formula; what only looks like one is text.
    expect(
      [...sheets.matchAll(/table:formula="([^"]*)"/g)].filter(([, text]) => !/^of:=(?:TRUE|FALSE)\(\)$/.test(text!))
    ).toEqual([])
    expect(sheets).toContain('<text:p>=HYPERLINK')
  })
})
