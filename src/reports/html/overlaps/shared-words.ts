/** Words of a quote that the other side has too, marked in place. */
import type {OverlapReason} from '../../../analyses/types.ts'
import {stopWords} from '../../../language/stems.ts'
import {type Html, html} from '../html.ts'

/** A stem stands for its words from this length on: 'refer' marks 'referred', 'in' does not mark 'into'. */
const stemLeast = 4

/** The text with its shared words underlined and its words of equal meaning dashed; words between two marks are not bridged. */
export function markedWords(text: string, reasons: readonly OverlapReason[]): Html[] {
  const shared = wordSet(reasons, 'shared-words', 'reuse')
  const equal = wordSet(reasons, 'equal-words')
  const pieces = text.split(/([\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*)/u)
  const runs: {mark: '' | 'shared' | 'equal'; text: string}[] = []
  pieces.forEach((piece, index) => {
    const mark = index % 2 === 0 ? '' : isIn(piece, shared) ? 'shared' : isIn(piece, equal) ? 'equal' : ''
    const [last, before] = [runs.at(-1), runs.at(-2)]
    if (mark && last?.mark === '' && before?.mark === mark && /^[\s,]+$/.test(last.text)) {
      runs.length -= 1
      before.text += last.text + piece
    } else if (last && last.mark === mark) last.text += piece
    else runs.push({mark, text: piece})
  })
  return runs.map(({mark, text: words}) =>
    mark === '' || isSmall(words)
      ? html`${words}`
      : mark === 'shared'
        ? html`<mark>${words}</mark>`
        : html`<mark class="eq">${words}</mark>`
  )
}

/** Small words alone show nothing: the 'who' of a phrase that stands elsewhere. */
const isSmall = (words: string) => words.split(/\s+/).every((word) => stopWords.has(word.toLowerCase()))

function wordSet(reasons: readonly OverlapReason[], ...kinds: OverlapReason['kind'][]): string[] {
  const words = reasons.filter(({kind}) => kinds.includes(kind)).flatMap((reason) => reason.words ?? [])
  return [...new Set(words.flatMap((each) => each.toLowerCase().split(/\s+/)).filter((word) => word !== ''))]
}

function isIn(piece: string, words: readonly string[]): boolean {
  const lower = piece.toLowerCase()
  return words.some((word) => lower === word || (word.length >= stemLeast && lower.startsWith(word)))
}
