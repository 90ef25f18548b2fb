/** Word differences as marked-up lines: in one line, or each side by itself. */
import type {Change, WordDiff} from '../../analyses/types.ts'
import {type Html, html} from './html.ts'

/** Kept words longer than this, in characters, are cut in the one-line view to what stands next to a change. */
const keptMost = 240
const keptBeside = 90

/** What a change took out, put in and kept; an addition or removal without a word list is its whole text. */
export function wordsOfChange(change: Change): WordDiff[] {
  if (change.words.length) return change.words
  const words: WordDiff[] = []
  if (change.before) words.push([change.after && change.kind === 'moved' ? '=' : '-', change.before.text])
  if (change.after && change.kind !== 'moved') words.push(['+', change.after.text])
  return words
}

/** Both sides in one line: struck out, underlined, kept. Long kept stretches are cut to their ends. */
export function oneLine(words: readonly WordDiff[]): Html[] {
  return words.map(([sign, text], index) => {
    if (sign !== '=') return marked(sign, text)
    return html`${cutKept(text, index === 0, index === words.length - 1)}`
  })
}

/** One side alone: the words kept and its own, spaced as they are in `whole`, the text of that side. */
export function oneSide(words: readonly WordDiff[], side: '-' | '+', whole: string): Html[] {
  const own = words.filter(([sign]) => sign === '=' || sign === side)
  return spacedAs(whole, own).map(([sign, text]) => (sign === '=' ? html`${text}` : marked(sign, text)))
}

/** The pieces with the space of the text between them: that after a word that only the other side has went with it. */
function spacedAs(whole: string, pieces: readonly WordDiff[]): readonly WordDiff[] {
  const spaced: WordDiff[] = []
  let at = 0
  for (const [sign, text] of pieces) {
    const words = text.trim()
    const next = whole.indexOf(words, at)
    if (next < 0 || whole.slice(at, next).trim() !== '') return pieces
    if (next > at) spaced.push(['=', whole.slice(at, next)])
    spaced.push([sign, words])
    at = next + words.length
  }
  return spaced
}

/** The mark around the words alone: a line under the space after them says nothing. */
function marked(sign: '-' | '+', text: string): Html {
  const words = text.trim()
  if (words === '') return sign === '-' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`
  const at = text.indexOf(words)
  const [before, after] = [text.slice(0, at), text.slice(at + words.length)]
  return sign === '-' ? html`${before}<del>${words}</del>${after}` : html`${before}<ins>${words}</ins>${after}`
}

function cutKept(text: string, first: boolean, last: boolean): string {
  if (text.length <= keptMost || (first && last)) return text
  const start = text.slice(0, keptBeside)
  const end = text.slice(-keptBeside)
  const upTo = start.slice(0, start.lastIndexOf(' ') + 1)
  const from = end.slice(end.indexOf(' '))
  return `${first ? '' : upTo}…${last ? '' : from}`.toWellFormed()
}
