/** Words whose full stop does not end a sentence. */
const shortened = new Set(
  'e.g i.e ie eg etc vs cf approx no nos para paras p pp vol fig figs st mr mrs ms dr prof rev cllr sgt hon jan feb mar apr jun jul aug sep sept oct nov dec dept est incl inc ltd co gov u.s u.k ed eds al ch sec art'.split(
    ' '
  )
)
/** Those of them that end a sentence when a capital follows: 'housing, jobs, etc. We will …'. */
const mayEnd = new Set(['etc', 'inc', 'ltd', 'co', 'al', 'u.s', 'u.k'])

/** A mark that may end a sentence, with closing quotes and brackets, before white space. Linear in the text. */
const ends = /[.!?…]+["'’”)\]]*(?=\s)/gu

/**
 * The sentences of a text in order; joined by one space they give the text with its white space collapsed. Knows shortened
 * words ('e.g.', 'No. 5'), initials, numbers ('2.3') and list numbers; a line break between two sentences ends the first.
 */
export function sentencesOf(text: string): string[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat === '') return []
  const sentences: string[] = []
  let start = 0
  for (const match of flat.matchAll(ends)) {
    const end = match.index + match[0].length
    if (!endsSentence(flat, start, match.index, end, match[0])) continue
    sentences.push(flat.slice(start, end))
    start = end + 1
  }
  if (start < flat.length) sentences.push(flat.slice(start))
  return sentences
}

function endsSentence(flat: string, start: number, mark: number, end: number, marks: string): boolean {
  const next = flat.slice(end + 1, end + 3).replace(/^["'‘“([]/, '')
  const capital = /^[\p{Lu}\p{N}•*-]/u.test(next)
  if (!marks.startsWith('.') || marks.startsWith('..')) return capital
  const word = (/[\p{L}\p{N}.]*$/u.exec(flat.slice(Math.max(start, mark - 24), mark))?.[0] ?? '').toLowerCase()
  if (shortened.has(word)) return mayEnd.has(word) && /^\p{Lu}/u.test(next)
  if (/^\p{L}$/u.test(word) && word !== 'i') return false
  if (mark - word.length <= start && /^[\p{N}.]{1,6}$/u.test(word)) return false
  return capital
}
