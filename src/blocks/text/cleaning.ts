import type {Edit} from './edits.ts'
import type {Line} from './lines.ts'
import {levelsByMark} from './mark-levels.ts'
import {type TitleStyles, titleStyle} from './ruled-titles.ts'
import {shortOfNumbers} from './under-numbers.ts'

/** Deeper quotes, lists and indents than any plan has are cut: a parser's time grows with the square of the depth. */
const deepest = {quotes: 3, indent: 12}

/** Arrows, squares and ticks of a font of signs are copied as 'Ø', '§' and 'ü': bullets where a capital follows. */
const bulletRun =
  /^(\s*)(?:>\s?)*((?:(?:[-+*•·▪▫●○◦‣∙–►▸▹➢➤›»◆❖⁃✓✔■□◾◽\uF0B7\uF0A7\uF0D8\uF0FC]|[Ø§ü](?=[ \t]+\p{Lu}))(?:[ \t]+|$)){1,200})/u
const glyphBullet = /^(\s*)([•▪▫●◦‣∙►▸➢➤›◆❖✓✔■◾\uF0B7\uF0A7\uF0D8\uF0FC])(?=\S)/u
const numbered = /^\s*(?:\(?([ivx]{1,6}|[a-z])[.)]|(\d{1,2})[.)])[ \t]+\S/
const template = /\{\{[^{}\n]{0,300}\}\}|\{%[^{}\n]{0,300}%\}|{:[^{}\n]{0,300}\}|\{include\s[^{}\n]{1,200}\}/g

/**
 * The edits that let a Markdown parser read plain text as people mean it: one kind of bullet, headings without a space
 * after their hashes, letters and roman numbers as list marks, marks of site generators removed, depth bounded.
 * @param atTop the lines are the first of the text: only there may front matter stand.
 * @param styles how the whole text rules its titles.
 */
export function cleaningEdits(
  lines: readonly Line[],
  furniture: ReadonlySet<number>,
  atTop: boolean,
  styles: TitleStyles
): Edit[] {
  const edits: Edit[] = []
  const titled = titledLines(lines, styles)
  const front = atTop ? frontMatterEnd(lines) : 0
  const levels = levelsByMark(lines, markOf)
  const short = shortOfNumbers(lines, (text) => {
    const mark = markOf(text)
    return mark && spaces(mark.indent).length
  })
  lines.forEach((line, index) => {
    if (index < front || furniture.has(index)) {
      edits.push({at: line.start, remove: line.text.length, insert: ''})
      return
    }
    const title = titled.get(index)
    if (title !== undefined) edits.push({at: line.start, ...title})
    else {
      const level = (levels.get(index) ?? 0) + (short.has(index) ? 1 : 0)
      edits.push(...lineEdits(line, lines[index - 1], lines, index, level))
    }
  })
  return edits
}

/** What titles between and over rows of a sign give way to: hashes before their words, and nothing for the rows. */
function titledLines(lines: readonly Line[], styles: TitleStyles): Map<number, Omit<Edit, 'at'>> {
  const edits = new Map<number, Omit<Edit, 'at'>>()
  if (styles.size === 0) return edits
  lines.forEach(({text}, index) => {
    const style = titleStyle(lines, index)
    const depth = style === undefined ? undefined : styles.get(style)
    if (depth === undefined) return
    edits.set(index, {remove: text.length - text.trimStart().length, insert: `\n${'#'.repeat(depth)} `})
    const rows = style!.length > 1 ? [index - 1, index + 1] : [index + 1]
    for (const row of rows) edits.set(row, {remove: lines[row]!.text.length, insert: ''})
  })
  return edits
}

/** 'key: words', '- entry', '# remark', or set in: words that go on from the line before. */
const frontLine = /^(?:\s{0,20}[\w-]{1,60}\s*:|\s*-\s|\s*#|[ \t]{2})/

/** Lines of YAML front matter at the top of a web page's Markdown; 0 when there is none. */
export function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trimEnd() !== '---') return 0
  const end = lines.slice(1, 200).findIndex((line) => /^(?:---|\.\.\.)\s*$/.test(line.text))
  if (end < 0 || !lines.slice(1, end + 1).every(({text}) => text.trim() === '' || frontLine.test(text))) return 0
  return end + 2
}

/** Bullets that fonts and editors exchange for each other. */
const alike: Readonly<Record<string, string>> = {'\uF0B7': '•', '∙': '•', '·': '•', '–': '-'}

/** The bullet that a line begins with, and what it is set in by. */
function markOf(text: string): {mark: string; indent: string} | undefined {
  const [, indent, run] = bulletRun.exec(text) ?? glyphBullet.exec(text) ?? []
  const mark = run?.trim()
  return mark === undefined || [...mark].length !== 1 ? undefined : {mark: alike[mark] ?? mark, indent: indent!}
}

/** @param level how many levels the line's entry stands deeper than its indent says */
function lineEdits(line: Line, before: Line | undefined, lines: readonly Line[], index: number, level: number): Edit[] {
  const {start, text} = line
  const edits: Edit[] = []
  const edit = (at: number, remove: number, insert: string): void => {
    edits.push({at: start + at, remove, insert})
  }
  const indent = /^[ \t\f]*/.exec(text)![0]
  const rest = text.slice(indent.length)
  const setIn = spaces(indent) + ' '.repeat(level * indentOfLevel)
  const startsBlock = before !== undefined && before.text.trim() !== '' && !isMarked(before.text)
  const run = bulletRun.exec(text)
  const glyph = glyphBullet.exec(text)
  if (run && rest.trim() !== '' && !/^([-*_])(?:\s*\1){2,}\s*$/.test(rest.slice(0, 400))) {
    const width = run[0].length - indent.length
    edit(0, indent.length + width, `${startsBlock ? '\n' : ''}${setIn}- `)
  } else if (glyph) edit(0, indent.length + 1, `${startsBlock ? '\n' : ''}${setIn}- `)
  else if (isLettered(lines, index)) {
    edit(0, indent.length, `${startsBlock ? '\n' : ''}${spaces(indent)}- `)
    for (const {at, length} of nextLetters(text)) edit(at, length, `\n${spaces(indent)}- `)
  } else {
    if (/^#{1,6}[^#\s]/.test(rest) && !/^#\d/.test(rest)) edit(indent.length + /^#+/.exec(rest)![0].length, 0, ' ')
    if (startsBlock && numbered.test(text)) edit(0, 0, '\n')
    else if (/[\t\f]/.test(indent) || indent.length > deepest.indent) edit(0, indent.length, spaces(indent))
    // '> 90%' is an amount, not a quotation; many '>' are noise.
    if (/^>\s{0,3}[\d£$€]/.test(rest)) edit(indent.length, 0, '\\')
    else if (/^(?:>\s?){4}/.test(rest)) edit(indent.length, /^(?:>\s?)+/.exec(rest)![0].length, '> ')
  }
  if (/^[-=]{1,}\s*$/.test(rest) && startsBlock && !isTitle(lines, index - 1)) edit(0, 0, '\n')
  for (const match of text.matchAll(template)) edit(match.index, match[0].length, '')
  return edits
}

/** Spaces that set an entry in the one above it. */
const indentOfLevel = 2

function isMarked(text: string): boolean {
  return bulletRun.test(text) || glyphBullet.test(text) || numbered.test(text) || /^\s*#{1,6}/.test(text)
}

/** A line that a row of dashes or equals signs below it may make a heading: short, alone, no sentence. */
function isTitle(lines: readonly Line[], index: number): boolean {
  const words = lines[index]!.text.trim()
  return words.length <= 120 && !/[.;,]$/.test(words) && (index === 0 || lines[index - 1]!.text.trim() === '')
}

/** 'ii.' or 'b)' beside another such line is a list; a lone 'a.' may be an initial. */
function isLettered(lines: readonly Line[], index: number): boolean {
  const mark = (text: string | undefined) => /^\s*\(?([ivx]{1,6}|[a-z])[.)][ \t]+\S/.exec(text ?? '')?.[1]
  if (mark(lines[index]!.text) === undefined) return false
  const near = (step: 1 | -1): string | undefined => {
    for (let at = index + step, seen = 0; seen < 4 && lines[at]; at += step, seen++) {
      const found = mark(lines[at]!.text)
      if (found !== undefined) return found
    }
    return undefined
  }
  return near(1) !== undefined || near(-1) !== undefined
}

/** Where 'b)' and 'c)' go on in the line of 'a)', set off by a gap. */
function nextLetters(text: string): {at: number; length: number}[] {
  const gaps: {at: number; length: number}[] = []
  let last = /^\s*\(?([a-z])[.)]/.exec(text)?.[1]
  for (const {0: gap, 1: letter, index} of text.matchAll(/(?<=\S)[ \t]{2,20}(?=\(?([a-z])[.)][ \t]+\p{Lu})/gu)) {
    if (last === undefined || letter!.charCodeAt(0) !== last.charCodeAt(0) + 1) continue
    gaps.push({at: index, length: gap.length})
    last = letter!
  }
  return gaps
}

function spaces(indent: string): string {
  const width = indent.replace(/\f/g, '').replaceAll('\t', '  ').length
  return ' '.repeat(Math.min(width, deepest.indent))
}
