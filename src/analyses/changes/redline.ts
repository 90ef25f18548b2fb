import {diffArrays} from 'diff'
import {foldMarks} from '../../language/fold.ts'
import {isGoal} from '../../plan-tree/guards.ts'
import type {Plan} from '../../plan-tree/nodes.ts'
import type {Match} from '../matching/found.ts'
import {heaviestChain} from '../matching/moves.ts'
import type {RedlineParagraph, RedlineRun} from '../types.ts'
import {compare} from './comparison.ts'
import type {Statement} from './statements.ts'
import {tokensOf} from './words.ts'

/** Ends a paragraph in the streams of words that are set against each other. */
const end = '\n'

/** A stretch of the two drafts' words, or the end of a paragraph. */
export interface Piece extends RedlineRun {
  style: RedlineParagraph['style']
  /** Of kept words: as the old draft prints them, where that differs. */
  base?: string
}

/**
 * The whole plan as one text with every change in it: kept and inserted runs in order are the new draft, kept and deleted
 * runs the old one (kept words as the new draft prints them). What moved is deleted at the one place and inserted at the
 * other under one number.
 */
export function redlineOf(before: Plan, after: Plan): RedlineParagraph[] {
  return paragraphsOf(piecesOf(before, after))
}

/** The same in pieces: kept and deleted ones in order hold every word of the old draft. */
export function piecesOf(before: Plan, after: Plan): Piece[] {
  const {olds, news, matches} = compare(before, after)
  const pieces: Piece[] = []
  const inPlace = keptInPlace(matches)
  const moved = new Map<string, number>()
  const moveOf = (match: Match | undefined): number | undefined => {
    if (!match) return undefined
    const name = `${match.old.join()}~${match.new.join()}`
    if (!moved.has(name)) moved.set(name, moved.size + 1)
    return moved.get(name)
  }
  const [oldTo, newTo] = [sideOf(matches, 'old'), sideOf(matches, 'new')]
  const tell = (statements: readonly Statement[], from: number, to: number, mark: '-' | '+'): void => {
    for (let at = from; at < to; at += 1) {
      const statement = statements[at]!
      const move = moveOf((mark === '-' ? oldTo : newTo).get(at))
      for (const text of [printed(statement), separator(statements, at)])
        pieces.push({mark, text, style: styleOf(statement), ...(move === undefined ? {} : {move})})
    }
  }
  let [i, j] = [0, 0]
  for (const {old, new: now} of inPlace) {
    tell(olds, i, old[0]!, '-')
    tell(news, j, now[0]!, '+')
    ;[i, j] = [old.at(-1)! + 1, now.at(-1)! + 1]
    const style = styleOf(news[now[0]!]!)
    for (const run of diffRuns(streamOf(olds, old), streamOf(news, now))) pieces.push({...run, style})
  }
  tell(olds, i, olds.length, '-')
  tell(news, j, news.length, '+')
  return pieces
}

/** Matches that ascend on both sides and hold their statements in a row: the most words that can stay. */
function keptInPlace(matches: readonly Match[]): Match[] {
  const inRow = (at: readonly number[]) => at.at(-1)! - at[0]! === at.length - 1
  const candidates = matches
    .filter((match) => inRow(match.old) && inRow(match.new))
    .map((match) => ({match, i: match.old[0]!, j: match.new[0]!, length: match.old.length + match.new.length}))
    .sort((a, b) => a.i - b.i)
  return [...heaviestChain(candidates)].sort((a, b) => a.i - b.i).map(({match}) => match)
}

const sideOf = (matches: readonly Match[], side: 'old' | 'new'): Map<number, Match> =>
  new Map(matches.flatMap((match) => match[side].map((at) => [at, match] as const)))

/** The statement as the plan prints it: a goal after its number, a lead after its label. */
export function printed({node, part, text}: Statement): string {
  if (isGoal(node) && part === 'title' && node.label) return `${node.label} ${text}`
  return node.type === 'lead' && node.term ? `${node.term}: ${text}` : text
}

/** Sentences of one passage, goal's detail or meaning run on; all else ends its paragraph. */
export function separator(statements: readonly Statement[], at: number): string {
  const [one, next] = [statements[at]!, statements[at + 1]]
  return next && next.node === one.node && one.part === 'words' && next.part === 'words' ? ' ' : end
}

const streamOf = (statements: readonly Statement[], at: readonly number[]): string =>
  at.map((k) => printed(statements[k]!) + separator(statements, k)).join('')

function styleOf({node, part, around}: Statement): RedlineParagraph['style'] {
  if (part === 'words') return node.type === 'passage' && node.block === 'listItem' ? 'entry' : 'body'
  if (node.type === 'outcome') return 'heading1'
  if (node.type === 'section' || node.type === 'glossary')
    return around.length === 0 ? 'heading1' : around.length === 1 ? 'heading2' : 'heading3'
  return isGoal(node) || node.type === 'glossaryEntry' ? 'entry' : 'body'
}

/** Longest kept run between two changes that is taken into them, in characters. */
const island = 8

/** Words, spaces and paragraph ends of two streams set against each other, marks and dashes folded. */
function diffRuns(before: string, after: string): Omit<Piece, 'style'>[] {
  const [old, now] = [cut(before), cut(after)]
  if (before === after) return now.map((text) => ({mark: '=', text}))
  const runs: Omit<Piece, 'style'>[] = []
  let [i, j] = [0, 0]
  for (const {value, added, removed} of diffArrays(old, now, {comparator: isSame})) {
    const mark = added ? '+' : removed ? '-' : '='
    const texts = removed ? value : now.slice(j, j + value.length)
    texts.forEach((text, at) => {
      const base = mark === '=' ? old[i + at]! : text
      runs.push({mark, text, ...(base === text ? {} : {base})})
    })
    if (!removed) j += value.length
    if (!added) i += value.length
  }
  return withoutIslands(runs)
}

const isSame = (a: string, b: string): boolean => (a === end || b === end ? a === b : foldMarks(a) === foldMarks(b))

/** The text in tokens, each run of spaces and each paragraph end one of its own. */
function cut(text: string): string[] {
  return tokensOf(text.replaceAll(end, ' \u0002 '))
    .flatMap(({printed: token}) => {
      const word = token.trimEnd()
      if (word === '\u0002') return [end]
      return token.length > word.length ? [word, token.slice(word.length)] : [word]
    })
    .filter((token, at, all) => !(token.trim() === '' && token !== end && all[at + 1] === end))
}

function withoutIslands(runs: readonly Omit<Piece, 'style'>[]): Omit<Piece, 'style'>[] {
  const blocks: Omit<Piece, 'style'>[][] = []
  for (const run of runs) {
    const last = blocks.at(-1)
    if (last && (last[0]!.mark === '=') === (run.mark === '=')) last.push(run)
    else blocks.push([run])
  }
  return blocks.flatMap((block, at) => {
    const text = block.map((run) => run.text).join('')
    const between = at > 0 && at < blocks.length - 1
    if (block[0]!.mark !== '=' || !between || text.includes(end) || text.length > island) return sorted(block)
    return [
      {mark: '-', text: block.map((run) => run.base ?? run.text).join('')},
      {mark: '+', text}
    ] as RedlineRun[]
  })
}

/** Deleted before inserted, as readers expect it. */
const sorted = (block: readonly Omit<Piece, 'style'>[]): Omit<Piece, 'style'>[] =>
  block[0]!.mark === '=' || block.some(({text}) => text === end)
    ? [...block]
    : [...block.filter(({mark}) => mark === '-'), ...block.filter(({mark}) => mark === '+')]

/** The pieces as paragraphs, neighbours of one mark as one run. */
export function paragraphsOf(pieces: readonly Piece[]): RedlineParagraph[] {
  const paragraphs: RedlineParagraph[] = []
  let runs: RedlineRun[] = []
  let style: RedlineParagraph['style'] | undefined
  for (const {mark, text, move, by, style: its} of pieces) {
    style ??= its
    if (text === end) {
      paragraphs.push({style, mark, runs, ...(by ? {by} : {})})
      runs = []
      style = undefined
      continue
    }
    const last = runs.at(-1)
    if (last && last.mark === mark && last.move === move && String(last.by) === String(by)) last.text += text
    else runs.push({mark, text, ...(move === undefined ? {} : {move}), ...(by ? {by} : {})})
  }
  if (runs.length > 0) paragraphs.push({style: style ?? 'body', mark: '=', runs})
  return asTyped(paragraphs)
}

/**
 * Words added at the end of a kept paragraph with whole paragraphs after them, as one stretch: its end is the kept one and
 * stands after the last, as where a person types on. (LibreOffice joins stretches side by side and loses the end between.)
 */
function asTyped(paragraphs: readonly RedlineParagraph[]): RedlineParagraph[] {
  const typed = paragraphs.map((paragraph) => ({...paragraph}))
  for (const [at, first] of typed.entries()) {
    const {mark, move, by} = first.runs.at(-1) ?? {mark: '='}
    if (first.mark !== '=' || mark === '=' || move !== undefined) continue
    const isWhole = (next: RedlineParagraph | undefined) =>
      next?.mark === mark &&
      String(next.by) === String(by) &&
      next.style === first.style &&
      next.runs.every((run) => run.mark === mark && run.move === undefined)
    let last = at
    while (isWhole(typed[last + 1])) last += 1
    if (last === at) continue
    first.mark = mark
    if (by) first.by = by
    typed[last]!.mark = '='
    delete typed[last]!.by
  }
  return typed
}
