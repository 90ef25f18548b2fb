/** A level's word that one of its headings misprints: 'Prioirty 1' beside 'Priority 2' and 'Priority 3'. */
import type {Lexicon} from '../../lexicon.ts'
import type {Piece} from '../../pieces.ts'
import type {LevelWord} from '../../vocabulary.ts'

const labelled = /^(\p{L}{5,20}) (\d{1,2})(?=[\s:.–—-]|$)/u

/** Shortest word of a level that may be told in spite of a misprint, letters. */
const shortest = 5

/** Words that stand before a number which the level's own word leaves out, and differ from it by one slip. */
export function misprintedLevels(pieces: readonly Piece[], lexicon: Lexicon): LevelWord[] {
  const unknown = new Map<string, string>()
  const numbers = new Map<string, Set<string>>()
  for (const {kind, text} of pieces) {
    const [, word = '', number = ''] = kind === 'heading' || kind === 'paragraph' ? (labelled.exec(text) ?? []) : []
    if (word === '') continue
    const level = lexicon.levelOf(text)?.level.word
    if (level === undefined) unknown.set(word.toLowerCase(), number)
    else numbers.set(level, (numbers.get(level) ?? new Set()).add(number))
  }
  return [...unknown].flatMap(([word, number]): LevelWord[] => {
    const meant = [...numbers].find(
      ([level, known]) => level.length >= shortest && !known.has(number) && slipped(word, level)
    )
    return meant ? [{word, rank: 2, means: meant[0]}] : []
  })
}

/** One letter too many, too few or another one, or two neighbours that changed places. */
function slipped(word: string, meant: string): boolean {
  let at = 0
  while (at < word.length && word[at] === meant[at]) at += 1
  const [one, other] = [word.slice(at), meant.slice(at)]
  return (
    one.slice(1) === other ||
    one === other.slice(1) ||
    one.slice(1) === other.slice(1) ||
    (one.length > 1 && one[0] === other[1] && one[1] === other[0] && one.slice(2) === other.slice(2))
  )
}
