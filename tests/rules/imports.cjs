/** Who may import whom (src/README.md draws it). Each rule has a planted breach in tests/rules.test.ts that proves it. */
const stages = ['source', 'blocks', 'recognise', 'analyses', 'reports', 'archive', 'pool', 'run', 'cli']
const all = `^src/(${stages.join('|')})/|^src/(pipeline|inspect|document-markdown|ready|unified|index)[.]ts$`
const only = (stage, ...also) => ({
  name: `${stage}-imports`,
  severity: 'error',
  from: {path: `^src/${stage}/`},
  to: {path: all, pathNot: [`^src/${stage}/`, ...also.map((path) => `^src/${path}`)]}
})
const alone = (name, library, file) => ({
  name: `only-${name}`,
  severity: 'error',
  from: {path: '^src/', pathNot: file},
  to: {path: library}
})

module.exports = {
  forbidden: [
    {name: 'no-cycles', severity: 'error', from: {}, to: {circular: true}},
    {name: 'plan-tree-imports-nothing', severity: 'error', from: {path: '^src/plan-tree/'}, to: {path: '^src/', pathNot: '^src/plan-tree/'}},
    {name: 'problems-imports-nothing', severity: 'error', from: {path: '^src/problems[.]ts$'}, to: {path: '^src/'}},
    {name: 'language-imports', severity: 'error', from: {path: '^src/language/'}, to: {path: '^src/', pathNot: '^src/(language|plan-tree)/'}},
    only('source'),
    only('blocks', 'source/types[.]ts$'),
    only('recognise', 'blocks/types[.]ts$'),
    only('reports', 'analyses/types[.]ts$'),
    only('archive', 'analyses/types[.]ts$'),
    {
      name: 'settings-imports',
      severity: 'error',
      from: {path: '^src/settings/'},
      to: {path: all, pathNot: '^src/analyses/types[.]ts$'}
    },
    only('pool', 'pipeline[.]ts$', 'source/types[.]ts$'),
    only('cli', 'index[.]ts$'),
    {name: 'run-imports', severity: 'error', from: {path: '^src/run/'}, to: {path: '^src/(cli/|(index|unified)[.]ts$)'}},
    {
      name: 'analyses-imports',
      severity: 'error',
      from: {path: '^src/analyses/'},
      to: {path: all, pathNot: '^src/analyses/'}
    },
    {
      name: 'no-sibling-analysis',
      severity: 'error',
      from: {path: '^src/analyses/(changes|overlaps|gaps|coverage|pairing|compare)/'},
      to: {path: '^src/analyses/(changes|overlaps|gaps|coverage|pairing|compare)/', pathNot: '^src/analyses/$1/'}
    },
    {name: 'src-stands-alone', severity: 'error', from: {path: '^src/'}, to: {path: '^(tests|corpus|output)/'}},
    {
      name: 'middle-stages-are-pure',
      severity: 'error',
      from: {path: '^src/(blocks|recognise|plan-tree|analyses)/', pathNot: '^src/analyses/(embedding|language)/'},
      to: {dependencyTypes: ['core']}
    },
    alone('sqlite', '^node:sqlite$', '^src/archive/sqlite[.]ts$'),
    alone('postgres', 'node_modules/pg/', '^src/archive/postgres[.]ts$'),
    alone('canvas', 'node_modules/@napi-rs/canvas/', '^src/source/pdf/picture[.]ts$'),
    alone('tesseract', 'node_modules/tesseract.js/', '^src/source/scans/ocr[.]ts$'),
    alone('pdf-parse', 'node_modules/pdf-parse/', '^src/source/pdf/pdf-parse/pdf-parse[.]ts$'),
    alone('pdfium', 'node_modules/@hyzyla/pdfium/', '^src/source/pdf/pdfium/pdfium[.]ts$')
  ],
  options: {
    doNotFollow: {path: 'node_modules'},
    tsConfig: {fileName: 'tsconfig.json'},
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types']}
  }
}
