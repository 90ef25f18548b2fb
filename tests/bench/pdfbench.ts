/**
 * Layout against one-page PDFs with Markdown truth (opendataloader-bench): `npm run bench -- pdfbench [IDS.json]`. Its scorer
 * wants `npm install`, so a copy of it is set up in the system's temporary folder. Furniture is kept, as the truth has it.
 */
import {spawnSync} from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {documentMarkdown} from '../../src/document-markdown.ts'

const folder = '../shared/pdfbench'

export async function bench([list]: string[]): Promise<void> {
  await scoreMarkdown((path) => documentMarkdown(path, {furniture: 'keep'}), list)
}

/** Scores the Markdown that a reader makes of each page; `list` names a JSON file of ids, all by default. */
export async function scoreMarkdown(toMarkdown: (path: string) => Promise<string>, list?: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`pdfbench: there is no ${folder} here`)
  const all = readdirSync(join(folder, 'pdf')).map((name) => name.replace(/\.pdf$/, ''))
  const ids = list ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : all
  const work = mkdtempSync(join(tmpdir(), 'pdfbench-'))
  try {
    for (const name of ['predicted', 'truth']) mkdirSync(join(work, name))
    let spent = 0
    for (const id of ids) {
      const began = performance.now()
      const text = await toMarkdown(join(folder, 'pdf', `${id}.pdf`)).catch((error: Error) => {
        process.stderr.write(`${id}: ${error.message}\n`)
        return ''
      })
      spent += performance.now() - began
      writeFileSync(join(work, 'predicted', `${id}.md`), text)
      copyFileSync(join(folder, 'gt', `${id}.md`), join(work, 'truth', `${id}.md`))
    }
    cpSync(join(folder, 'eval'), join(work, 'eval'), {recursive: true})
    spawnSync('npm', ['install', '--silent', '--no-audit', '--no-fund'], {cwd: join(work, 'eval')})
    const scored = spawnSync(
      process.execPath,
      [join(work, 'eval/evaluate.mjs'), join(work, 'predicted'), join(work, 'truth')],
      {
        encoding: 'utf8'
      }
    )
    process.stdout.write(`${scored.stdout}${scored.stderr}${(spent / ids.length).toFixed(1)} ms a page by the clock\n`)
  } finally {
    rmSync(work, {recursive: true, force: true})
  }
}
