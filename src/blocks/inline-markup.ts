import type {Piece} from './pieces.ts'

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  middot: '·',
  hellip: '…',
  pound: '£',
  euro: '€',
  cent: '¢',
  deg: '°',
  times: '×',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  copy: '©',
  reg: '®',
  trade: '™',
  le: '≤',
  ge: '≥'
}

/** Elements that start a new printed line. */
const lineTags = new Set([
  'p',
  'br',
  'li',
  'ul',
  'ol',
  'div',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'thead',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6'
])
const strongTags = new Set(['b', 'strong', 'th'])

/** A tag, a comment, an entity, a Markdown link, bold marks or an escape. Each alternative is bounded, so that the scan is linear. */
const token =
  /<!--[\s\S]{0,500}?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]{0,9})(?:\s[^<>]{0,2000})?\/?>|&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,9});|\[([^[\]]{1,500})\]\((?:[^()\s]|\([^()\s]{0,99}\)){0,1500}\)|(\*\*|__(?=\S)|(?<=\S)__)|\\([!-/:-@[-`{-~])/gi

/**
 * The words of a table cell or a stray line that mixes HTML, entities and Markdown marks: tags of lines become breaks,
 * bold stays, links keep their visible text, bullets after a break are dropped.
 */
export function piecesOfMarkup(source: string): Piece[] {
  const pieces: Piece[] = []
  let [bold, marked, at] = [0, false, 0]
  const say = (value: string): void => {
    if (value !== '') pieces.push({value, strong: bold > 0 || marked})
  }
  for (const match of source.matchAll(token)) {
    say(source.slice(at, match.index))
    at = match.index + match[0].length
    const [, closing, tag, entity, link, mark, escaped] = match
    if (tag !== undefined) {
      const name = tag.toLowerCase()
      if (lineTags.has(name)) pieces.push('break')
      if (strongTags.has(name)) bold = Math.max(0, bold + (closing ? -1 : 1))
    } else if (entity !== undefined) say(decodedEntity(entity, match[0]))
    else if (link !== undefined) say(link)
    else if (mark !== undefined) marked = !marked
    else if (escaped !== undefined) say(escaped)
  }
  say(source.slice(at))
  return withLinesOfBullets(pieces)
}

/** One HTML character reference decoded; unknown names stay as they are. */
function decodedEntity(entity: string, whole: string): string {
  if (!entity.startsWith('#')) return named[entity] ?? named[entity.toLowerCase()] ?? whole
  const code = entity[1] === 'x' || entity[1] === 'X' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1))
  if (code === 0xa0) return ' '
  return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ''
}

/** '• one • two' in a cell is two lines; the glyphs say nothing more. */
function withLinesOfBullets(pieces: readonly Piece[]): Piece[] {
  const lines: Piece[] = []
  for (const piece of pieces) {
    if (piece === 'break') {
      lines.push(piece)
      continue
    }
    piece.value.split(/(?:^|\s)[•▪●◦‣∙·](?=\s)/).forEach((value, index) => {
      if (index > 0) lines.push('break')
      if (value !== '') lines.push({value, strong: piece.strong})
    })
  }
  return lines
}
