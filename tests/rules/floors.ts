/**
 * The scoreboard against the floors in tests/floors.json. `node tests/rules/floors.ts --raise` runs the scoreboard and raises
 * every floor to the figure just measured, less a hair for rounding; it never lowers one. What it measured becomes the figures of
 * the methods page, src/settings/accuracy.json.
 */
import {spawnSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {accuracyOf} from './accuracy.ts'

export interface Scored {
  name: string
  figure: number | undefined
  floor: number
}

/** Every figure of the scoreboard by name: 'tree 000 text: core linked F1' and so on. All are better when higher. */
function figuresOf(scoreboard: string): Map<string, number> {
  const figures = new Map<string, number>()
  for (const line of scoreboard.split('\n')) {
    const [, kind, name, rest] = /^(tree|changes|overlaps|gaps|coverage) +(.+?) {2,}(.*)$/.exec(line) ?? shortName(line)
    if (kind === undefined || name === undefined || rest === undefined) continue
    for (const [label, pattern] of Object.entries(patterns[kind] ?? {})) {
      const match = pattern.exec(rest)
      if (match) figures.set(`${kind} ${name}: ${label}`, shareOf(match))
    }
  }
  return figures
}

/** A name as long as its column leaves one space before the figures. */
function shortName(line: string): readonly (string | undefined)[] {
  return /^(tree|changes|overlaps|gaps|coverage) +(.{46}) (.*)$/.exec(line)?.map((part) => part.trim()) ?? []
}

const patterns: Record<string, Record<string, RegExp>> = {
  tree: {'core linked F1': /core linked F1 ([\d.]+)/, 'all linked F1': /all ([\d.]+)/},
  changes: {
    found: /found (\d+)\/(\d+)/,
    'substantive found': /substantive (\d+)\/(\d+)/,
    precision: /noise (\d+)\/(\d+)/,
    'class right': /class right ([\d.]+)/
  },
  overlaps: {MRR: /MRR ([\d.]+)/, 'recall@3': /recall@3 ([\d.]+)/, F1: /F1 ([\d.]+)/},
  gaps: {found: /found (\d+)\/(\d+)/, precision: /precision ([\d.]+)/},
  coverage: {right: /(\d+)\/(\d+) right/, kappa: /kappa ([\d.-]+)/}
}

function shareOf(match: RegExpExecArray): number {
  const first = Number(match[1])
  if (match[2] === undefined) return first
  const share = Number(match[2]) === 0 ? 1 : first / Number(match[2])
  return Number((match[0].startsWith('noise') ? 1 - share : share).toFixed(4))
}

function measure(root: string): Map<string, number> {
  const run = spawnSync(process.execPath, [`${root}../shared/gold/score.mjs`], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  console.log(run.stdout)
  return figuresOf(run.stdout)
}

function floorsOf(root: string): Record<string, number> {
  return JSON.parse(readFileSync(`${root}tests/floors.json`, 'utf8')) as Record<string, number>
}

/** Runs the scoreboard on the built product and sets each floor beside its figure. */
export function scoreAgainstFloors(root: string): Scored[] {
  const figures = measure(root)
  return Object.entries(floorsOf(root)).map(([name, floor]) => ({name, figure: figures.get(name), floor}))
}

if (process.argv.includes('--raise')) {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const floors = floorsOf(root)
  const figures = measure(root)
  writeFileSync(`${root}src/settings/accuracy.json`, `${JSON.stringify(accuracyOf(figures), null, 2)}\n`)
  for (const [name, figure] of figures) {
    const floor = Math.floor((figure - 0.004) * 1000) / 1000
    if (floor > (floors[name] ?? 0)) floors[name] = floor
  }
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(`${root}tests/floors.json`, `${JSON.stringify(sorted, null, 2)}\n`)
}
