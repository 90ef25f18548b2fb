/** `npm run bench -- NAME [FILE…]`: measures one thing and prints it. Each bench exports `bench(argv)`. */
const benches: Readonly<Record<string, () => Promise<{bench(argv: string[]): void | Promise<void>}>>> = {
  align: () => import('./align.ts'),
  moves: () => import('./moves.ts'),
  changes: () => import('./changes.ts'),
  drafts: () => import('./drafts.ts'),
  reading: () => import('./reading.ts'),
  pdfbench: () => import('./pdfbench.ts'),
  liteparse: () => import('./liteparse.ts'),
  overlaps: () => import('./overlaps.ts'),
  gaps: () => import('./gaps.ts'),
  archive: () => import('./archive.ts'),
  'report-page': () => import('./report-page.ts'),
  robustness: () => import('./robustness.ts'),
  sizing: () => import('./sizing.ts')
}

const [name = '', ...argv] = process.argv.slice(2)
const load = benches[name]
if (load) await (await load()).bench(argv)
else {
  process.stderr.write(`bench: name one of ${Object.keys(benches).join(', ')}\n`)
  process.exitCode = 2
}
