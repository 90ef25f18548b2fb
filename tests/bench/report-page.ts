import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {changesFile} from '../../src/reports/html/site.ts'
import {openPage, startBrowser} from '../support/browser.ts'
import {sampleRun} from '../support/sample-run/sample-run.ts'

/** Changes on the page, and loads of each page; the median is told. */
const changes = 400
const loads = 7

/**
 * `npm run bench -- report-page`: milliseconds until a page of 400 changes answers its first filter, against a page of the
 * same bytes of plain text that answers its first click. Both in one browser, in turns.
 */
export async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-bench-'))
  const browser = await startBrowser()
  try {
    const report = reportOf(changes)
    const escaped = report.replace(/<[^>]*>/g, (tag) => 'x'.repeat(tag.length)).replace(/[&<]/g, 'x')
    const pages = {
      report,
      text: `<!doctype html><meta charset="utf-8"><title>Text</title><input type="checkbox"><pre>${escaped}</pre>`
    }
    const times = {report: [] as number[], text: [] as number[]}
    for (const [name, page] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), page)
    for (let load = 0; load < loads; load += 1)
      for (const name of ['report', 'text'] as const) {
        const started = performance.now()
        const {page} = await openPage(browser, pathToFileURL(join(folder, `${name}.html`)).href)
        await page.locator('input[type=checkbox]').first().press('Space')
        times[name].push(performance.now() - started)
        await page.context().close()
      }
    const [of, against] = [median(times.report), median(times.text)]
    console.log(
      `${changes} changes, ${Math.round(Buffer.byteLength(report) / 1000)} kB: interactive in ${of.toFixed(0)} ms; ` +
        `plain text of the same bytes ${against.toFixed(0)} ms; ${(of / against).toFixed(2)} times`
    )
  } finally {
    await browser.close()
    rmSync(folder, {recursive: true, force: true})
  }
}

/** The made-up change report with its changes told again and again under ids of their own. */
function reportOf(many: number): string {
  const run = sampleRun()
  const [report] = run.changes
  const all = Array.from({length: many}, (_, index) => {
    const change = report!.changes[index % report!.changes.length]!
    return {...change, id: `${change.id}-${index}`}
  })
  return changesFile({...report!, changes: all}, run.plans)
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
