import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, it} from 'vitest'
import {readPlan} from '../../src/pipeline.ts'
import {configOf, isIgnored} from '../../src/settings/config.ts'
import {archiveFiles} from '../../src/settings/files.ts'
import {defaultFrameworks, defaultThemes, readFramework, readThemes} from '../../src/settings/themes.ts'
import type {ReadOptions} from '../../src/source/types.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'planlens-settings-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

function write(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), {recursive: true})
  writeFileSync(path, text)
  return path
}

describe('archiveFiles', () => {
  it('finds plans at any depth and leaves out what the settings ignore, hidden files and links', () => {
    write('planlens.config.yaml', 'ignore: [make/, "*.tmp.txt"]\n')
    write('b/plan.pdf', 'x')
    write('a.md', 'x')
    write('make/source.md', 'x')
    write('old.tmp.txt', 'x')
    write('.hidden.md', 'x')
    write('figures.csv', 'x')
    symlinkSync('/etc/passwd', join(folder, 'link.txt'))
    const {files, leftOut} = archiveFiles([folder])
    expect(files).toEqual([join(folder, 'a.md'), join(folder, 'b/plan.pdf')])
    expect(leftOut).toEqual([join(folder, 'figures.csv')])
  })
  it('names a path that is not there', () => {
    expect(() => archiveFiles([join(folder, 'none')])).toThrow(expect.objectContaining({code: 'missing'}))
  })
})

describe('configOf', () => {
  it('is empty where there is no file', () => {
    expect(configOf(folder)).toEqual({ignore: [], vocabulary: {}, severity: {}, frameworks: []})
  })
  it.each([
    ['nonsense: 1', "there is no setting 'nonsense'"],
    ['ignore: 3', "'ignore' must be a list of text"],
    ['[', 'not valid YAML'],
    ['vocabulary: {levels: aim}', "each row of 'vocabulary'"],
    ['vocabulary: {aims: [x]}', "no row 'aims'"]
  ])('says what is wrong with %s', (text, message) => {
    write('planlens.config.yaml', text)
    expect(() => configOf(folder)).toThrow(message)
  })
  it('matches names within and over folders', () => {
    expect(isIgnored('make/x/y.md', ['make/'])).toBe(true)
    expect(isIgnored('remake/y.md', ['make/'])).toBe(false)
    expect(isIgnored('a/b.md', ['*.md'])).toBe(false)
    expect(isIgnored('a/b.md', ['**/*.md'])).toBe(true)
  })
})

describe('themes and frameworks', () => {
  it('reads themes and frameworks of its own', () => {
    expect(defaultThemes().length).toBeGreaterThan(35)
    expect(new Set(defaultThemes().map(({id}) => id)).size).toBe(defaultThemes().length)
    expect(defaultFrameworks().map(({id, years}) => [id, years?.from])).toEqual([
      ['ecm', 2004],
      ['marmot', 2010],
      ['cscnf', 2023],
      ['sf', 2022]
    ])
  })
  it('reads a framework from CSV', () => {
    const file = write('own.csv', 'id,name,phrases\nA1,"Clean, quick rivers","weir; otter"\nA2,Deep woods,\n')
    expect(readFramework(file).items).toEqual([
      {id: 'A1', name: 'Clean, quick rivers', synonyms: ['weir', 'otter']},
      {id: 'A2', name: 'Deep woods', synonyms: []}
    ])
  })
  it('names the file and what is wrong with it', () => {
    expect(() => readThemes(write('t.yaml', 'themes: [{name: x}]'))).toThrow('each theme needs an id and a name')
    expect(() => readThemes(join(folder, 'none.yaml'))).toThrow(expect.objectContaining({code: 'missing'}))
  })
})

describe("a user's words", () => {
  it('open goals that neither our vocabulary knows nor the plan itself teaches', async () => {
    const file = write(
      'plan.md',
      '# A plan\n\n## Zorble 1: Rivers are clean\n\nOur priorities are:\n\n- Dredge the Marl.\n\n## How we work\n\nWe meet monthly.\n'
    )
    const terms = async (options: ReadOptions) =>
      (await readPlan(file, options)).children.flatMap((child) => ('term' in child ? [child.term] : []))
    expect(await terms({vocabulary: {levels: ['Zorble']}})).toContain('Zorble')
    expect(await terms({})).not.toContain('Zorble')
  })
})
