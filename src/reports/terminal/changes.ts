import type {Change, ChangeReport, ChangeThread, PlanRef, WordDiff} from '../../analyses/types.ts'
import {pagesInWords} from '../../plan-tree/walk.ts'
import {firstFindings, firstMost, keptSentence} from '../first-changes.ts'
import {changeHeading, threadHeading} from '../wording.ts'

export interface TerminalOptions {
  /** ANSI colours; signs say the same without. */
  colour: boolean
}

const codes = {bold: 1, dim: 2, red: 31, green: 32, yellow: 33}
type Ink = (style: keyof typeof codes, text: string) => string

/** A change report for a prompt: what to read first, then every change, substantive before editorial. */
export function changesText(report: ChangeReport, {colour}: TerminalOptions): string {
  const ink: Ink = (style, text) => (colour ? `\u001B[${codes[style]}m${text}\u001B[0m` : text)
  const {summary, changes} = report
  const lines = [
    ink('bold', `${titleOf(report.before)} -> ${titleOf(report.after)}`),
    `${changes.length} changes: ${summary.substantive} substantive, ${summary.editorial} editorial${kinds(summary)}`
  ]
  const kept = keptSentence(report)
  if (kept) lines.push(kept)
  const first = firstFindings(report).slice(0, firstMost)
  if (first.length > 0) {
    lines.push('', ink('bold', 'Read these first'))
    for (const {finding, where, words} of first)
      lines.push(`  ${ink('yellow', '!')} ${finding} ${ink('dim', `(${where}${words && `: ${words}`})`)}`)
  }
  for (const name of ['substantive', 'editorial'] as const) {
    const listed = changes.filter((change) => change.class === name)
    if (listed.length === 0) continue
    lines.push('', ink('bold', `${name === 'substantive' ? 'Substantive' : 'Editorial'} (${listed.length})`))
    for (const change of listed) lines.push(...changeLines(change, ink))
  }
  if (changes.length === 0)
    lines.push('', 'No words of the plan changed. What only layout, format or conversion changed is left out.')
  return `${lines.join('\n')}\n`
}

/** What several drafts or several people did to the same words; '' where nothing met. */
export function threadsText(threads: readonly ChangeThread[], heading: string, {colour}: TerminalOptions): string {
  if (threads.length === 0) return ''
  const bold = (text: string) => (colour ? `\u001B[${codes.bold}m${text}\u001B[0m` : text)
  const lines = threads.flatMap(({kind, where, texts}) => [
    `  ${threadHeading(kind)} [${where}]`,
    ...texts.map((text) => `    ${text ?? '(not there)'}`)
  ])
  return `${[bold(`${heading} (${threads.length})`), ...lines].join('\n')}\n`
}

const titleOf = ({title, status, path}: PlanRef): string =>
  `${title || path || 'untitled'}${status && status !== 'unstated' ? ` (${status})` : ''}`

function kinds(summary: ChangeReport['summary']): string {
  const names = ['added', 'removed', 'reworded', 'moved', 'split', 'merged', 'renumbered'] as const
  const told = names.filter((name) => summary[name] > 0).map((name) => `${summary[name]} ${name}`)
  return told.length ? ` (${told.join(', ')})` : ''
}

const signs: Readonly<Record<Change['kind'], string>> = {
  added: '+',
  removed: '-',
  reworded: '~',
  moved: '>',
  split: '1>2',
  merged: '2>1',
  renumbered: '#'
}

function changeLines(change: Change, ink: Ink): string[] {
  const pages = [change.before && pagesInWords(change.before.pages), change.after && pagesInWords(change.after.pages)]
  const [from, to] = pages
  const place = [from && `draft ${from}`, to && `final ${to}`].filter(Boolean).join(', ')
  const colour = change.kind === 'added' ? 'green' : change.kind === 'removed' ? 'red' : 'yellow'
  const lines = [
    `${ink(colour, signs[change.kind])} ${changeHeading(change)} ${ink('dim', `[${change.where}${place ? `; ${place}` : ''}]`)}`,
    `    ${change.words
      .map((part) => wordsIn(part, ink))
      .join('')
      .trim()}`
  ]
  for (const other of change.also ?? []) lines.push(`    ${change.kind === 'split' ? '+' : '-'} ${other.text}`)
  lines.push(`    ${ink('dim', change.reason)}`)
  if (change.decision)
    lines.push(`    ${ink('dim', `${change.decision.mark}${change.decision.note ? `: ${change.decision.note}` : ''}`)}`)
  return lines
}

/** Longest run of kept words that is printed whole, in characters. */
const keptWhole = 120

/** Longest run of words that came in or went that is printed whole, in characters. */
const changedWhole = 600

function wordsIn([mark, whole]: WordDiff, ink: Ink): string {
  const text =
    mark === '=' || whole.length <= changedWhole
      ? whole
      : `${whole.slice(0, changedWhole).trimEnd().toWellFormed()}… (${whole.length - changedWhole} more characters)`
  if (mark === '-') return ink('red', `[-${text.trimEnd()}-]`) + trailing(text)
  if (mark === '+') return ink('green', `{+${text.trimEnd()}+}`) + trailing(text)
  if (text.length <= keptWhole) return text
  return `${text.slice(0, keptWhole / 2)}…${text.slice(-keptWhole / 2)}`
}

const trailing = (text: string): string => text.slice(text.trimEnd().length)
