import type {PhrasingContent, Text} from 'mdast'

/** Words of a block before they become mdast: text in one weight, or a break between printed lines. */
export type Piece = {value: string; strong: boolean} | 'break'

/** Pieces with one space between words, bold that splits a word undone, no space or break at the ends, no two breaks in a row. */
export function tidied(pieces: readonly Piece[]): Piece[] {
  const tidy: Piece[] = []
  for (const piece of withWholeWords(pieces)) {
    const last = tidy.at(-1)
    if (piece === 'break') {
      if (last !== undefined && last !== 'break') tidy.push('break')
      continue
    }
    let value = piece.value.replace(/\s+/g, ' ')
    if (last === undefined || last === 'break' || last.value.endsWith(' ')) value = value.replace(/^ /, '')
    if (value === '') continue
    if (last !== undefined && last !== 'break' && (last.strong === piece.strong || value === ' ')) last.value += value
    else tidy.push({value, strong: piece.strong})
  }
  return trimmedLines(tidy)
}

/** The bold of 'part' in 'part-bold words' says nothing: '**T**eamwork' is 'Teamwork'. */
function withWholeWords(pieces: readonly Piece[]): Piece[] {
  const whole = pieces
    .map((piece) => (piece === 'break' ? piece : {...piece}))
    .filter((piece) => piece === 'break' || piece.value !== '')
  for (let index = 0; index + 1 < whole.length; index++) {
    const [left, right] = [whole[index]!, whole[index + 1]!]
    if (left === 'break' || right === 'break' || left.strong === right.strong) continue
    // '**Lead**:' and '**Lead:**' are printed alike.
    const stop = left.strong ? /^[.,:;!?]{1,3}(?=\s|$)/.exec(right.value)?.[0] : undefined
    if (stop) {
      left.value += stop
      right.value = right.value.slice(stop.length)
      continue
    }
    if (!/[\p{L}\p{N}]$/u.test(left.value) || !/^[\p{L}\p{N}]/u.test(right.value)) continue
    if (left.strong) {
      const start = lastWordStart(left.value)
      right.value = left.value.slice(start) + right.value
      left.value = left.value.slice(0, start)
    } else {
      const end = /^[\p{L}\p{N}'’-]+/u.exec(right.value)?.[0].length ?? 0
      left.value += right.value.slice(0, end)
      right.value = right.value.slice(end)
    }
  }
  return whole
}

function lastWordStart(value: string): number {
  let start = value.length
  while (start > 0 && /[\p{L}\p{N}'’-]/u.test(value[start - 1]!)) start--
  return start
}

function trimmedLines(pieces: Piece[]): Piece[] {
  const trimmed: Piece[] = []
  pieces.forEach((piece, index) => {
    const next = pieces[index + 1]
    if (piece === 'break') {
      if (trimmed.length > 0 && trimmed.at(-1) !== 'break') trimmed.push(piece)
      return
    }
    const value = next === undefined || next === 'break' ? piece.value.trimEnd() : piece.value
    if (value !== '') trimmed.push({...piece, value})
  })
  while (trimmed.at(-1) === 'break') trimmed.pop()
  return trimmed
}

/** Tidied pieces as mdast: text, strong, break. */
export function phrasingOf(pieces: readonly Piece[]): PhrasingContent[] {
  const phrasing: PhrasingContent[] = []
  for (const piece of tidied(pieces)) {
    if (piece === 'break') phrasing.push({type: 'break'})
    else if (piece.strong) {
      const inner = piece.value.trimEnd()
      phrasing.push({type: 'strong', children: [{type: 'text', value: inner}]})
      if (inner !== piece.value) phrasing.push({type: 'text', value: ' '})
    } else {
      const last = phrasing.at(-1)
      if (last?.type === 'text') last.value += piece.value
      else phrasing.push({type: 'text', value: piece.value})
    }
  }
  return phrasing
}

/** Phrasing back to pieces: the inverse of `phrasingOf`. */
export function piecesOf(phrasing: readonly PhrasingContent[]): Piece[] {
  return phrasing.map((node): Piece => {
    if (node.type === 'break') return 'break'
    if (node.type === 'strong')
      return {value: node.children.map((child) => (child as Text).value).join(''), strong: true}
    return {value: (node as Text).value ?? '', strong: false}
  })
}

/** The words of pieces, breaks as '\n'. */
export function plainOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (piece === 'break' ? '\n' : piece.value)).join('')
}

/** The same pieces without bold. */
export function withoutStrong(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece) => (piece === 'break' ? piece : {value: piece.value, strong: false}))
}

/** Whether all the words are bold. */
export function isAllStrong(pieces: readonly Piece[]): boolean {
  return (
    pieces.length > 0 &&
    pieces.every((piece) => piece === 'break' || piece.strong || !/[\p{L}\p{N}]/u.test(piece.value))
  )
}
