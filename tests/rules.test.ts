import {cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {cruise, type ICruiseOptions} from 'dependency-cruiser'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const rules = createRequire(import.meta.url)('./rules/imports.cjs') as {
  forbidden: NonNullable<NonNullable<ICruiseOptions['ruleSet']>['forbidden']>
  options: ICruiseOptions
}

/** Names of the import rules that the given files break, when they are all there is of a source tree. */
async function broken(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'planlens-rules-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), {recursive: true})
      writeFileSync(join(folder, path), text)
    }
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    cpSync(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    const {options, ...ruleSet} = rules
    const {output} = await cruise(['src'], {...options, baseDir: folder, validate: true, ruleSet, outputType: 'json'})
    const report = JSON.parse(output as string) as {summary: {violations: {rule: {name: string}}[]}}
    return [...new Set(report.summary.violations.map((violation) => violation.rule.name))]
  } finally {
    process.chdir(root)
    rmSync(folder, {recursive: true, force: true})
  }
}

const leaf = 'export const a = 1\n'
const uses = (path: string) => `import {a} from '${path}'\nexport const b = a\n`

/** One planted breach of each rule: the smallest tree that only a breaker of this rule would write. */
const breaches: Record<string, Record<string, string>> = {
  'no-cycles': {'src/plan-tree/x.ts': "import './y.ts'\n", 'src/plan-tree/y.ts': "import './x.ts'\n"},
  'plan-tree-imports-nothing': {'src/plan-tree/x.ts': uses('../problems.ts'), 'src/problems.ts': leaf},
  'problems-imports-nothing': {'src/problems.ts': uses('./plan-tree/x.ts'), 'src/plan-tree/x.ts': leaf},
  'language-imports': {'src/language/x.ts': uses('../problems.ts'), 'src/problems.ts': leaf},
  'source-imports': {'src/source/x.ts': uses('../blocks/y.ts'), 'src/blocks/y.ts': leaf},
  'blocks-imports': {'src/blocks/x.ts': uses('../source/pdf.ts'), 'src/source/pdf.ts': leaf},
  'recognise-imports': {'src/recognise/x.ts': uses('../blocks/lines.ts'), 'src/blocks/lines.ts': leaf},
  'reports-imports': {'src/reports/x.ts': uses('../analyses/gaps/gaps.ts'), 'src/analyses/gaps/gaps.ts': leaf},
  'archive-imports': {'src/archive/x.ts': uses('../reports/y.ts'), 'src/reports/y.ts': leaf},
  'settings-imports': {'src/settings/x.ts': uses('../reports/y.ts'), 'src/reports/y.ts': leaf},
  'pool-imports': {'src/pool/x.ts': uses('../source/pdf.ts'), 'src/source/pdf.ts': leaf},
  'run-imports': {'src/run/x.ts': uses('../cli/y.ts'), 'src/cli/y.ts': leaf},
  'cli-imports': {'src/cli/x.ts': uses('../pipeline.ts'), 'src/pipeline.ts': leaf},
  'analyses-imports': {'src/analyses/gaps/x.ts': uses('../../recognise/y.ts'), 'src/recognise/y.ts': leaf},
  'no-sibling-analysis': {'src/analyses/gaps/x.ts': uses('../changes/y.ts'), 'src/analyses/changes/y.ts': leaf},
  'src-stands-alone': {'src/problems.ts': uses('../tests/x.ts'), 'tests/x.ts': leaf},
  'middle-stages-are-pure': {
    'src/blocks/x.ts': "import {readFileSync} from 'node:fs'\nexport const a = readFileSync\n"
  },
  'only-sqlite': {
    'src/cli/x.ts': "import {DatabaseSync} from 'node:sqlite'\nexport const a = DatabaseSync\n"
  },
  'only-postgres': {'src/archive/x.ts': "import pg from 'pg'\nexport const a = pg\n"},
  'only-pdf-parse': {'src/source/x.ts': "import {PDFParse} from 'pdf-parse'\nexport const a = PDFParse\n"},
  'only-tesseract': {'src/source/x.ts': "import Tesseract from 'tesseract.js'\nexport const a = Tesseract\n"},
  'only-canvas': {'src/source/x.ts': "import {createCanvas} from '@napi-rs/canvas'\nexport const a = createCanvas\n"},
  'only-pdfium': {'src/source/x.ts': "import {PDFiumLibrary} from '@hyzyla/pdfium'\nexport const a = PDFiumLibrary\n"}
}

describe('import rules', () => {
  it.each(Object.entries(breaches))('%s catches its planted breach', async (rule, files) => {
    expect(await broken(files)).toContain(rule)
  })

  it('a planted breach stands here for every rule', () => {
    expect(Object.keys(breaches).sort()).toEqual(rules.forbidden.map((rule) => rule.name).sort())
  })
})
