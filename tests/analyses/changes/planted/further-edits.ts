/** Edits beside those drawn by default: asked for by name, so that the drafts of a seed stay what they are. */
import type {Line, LineEdit} from './redraft.ts'
import type {SentenceEdit} from './sentence-edits.ts'

const units: Readonly<Record<string, string>> = {
  day: 'week',
  days: 'weeks',
  week: 'month',
  weeks: 'months',
  month: 'year',
  months: 'years',
  hours: 'days'
}

const once = (pattern: RegExp, by: (...groups: string[]) => string) => (text: string) => {
  const after = text.replace(pattern, by as never)
  return after === text ? undefined : after
}

export const furtherSentenceEdits: readonly SentenceEdit[] = [
  {
    name: 'another unit',
    class: 'substantive',
    edit: once(
      /\b(\d+|two|three|four|five|six|ten|twelve)( working)? (days?|weeks?|months?|hours)\b/,
      (_, number, working, unit) => `${number}${working ?? ''} ${units[unit!]}`
    )
  },
  {
    name: 'is to is not',
    class: 'substantive',
    edit: once(/ (is|are) (?!not\b)(?=\p{Ll})/u, (_, verb) => ` ${verb} not `)
  },
  {
    name: 'years in full',
    class: 'editorial',
    edit: once(/\b(20)(\d\d)[-–](\d\d)\b/, (_, century, from, to) => `${century}${from} to ${century}${to}`)
  },
  {name: 'at least to up to', class: 'substantive', edit: once(/\bat least\b/, () => 'up to')},
  {
    name: 'must to should',
    class: 'substantive',
    edit: once(/(?<=[a-z] )(?:must|shall|will)(?= [a-z])/, () => 'should')
  },
  {
    name: 'no longer',
    class: 'substantive',
    edit: once(/(?<=[a-z]\b )(?=(?:have|need|get|know|feel|live|receive) )/, () => 'no longer ')
  },
  {name: 'and to or', class: 'substantive', edit: once(/(?<=\p{Ll}{4}) and (?=\p{Ll}{4})/u, () => ' or ')},
  {
    name: 'day in words',
    class: 'editorial',
    edit: once(
      /\b(\d{1,2}) (March|April|June|July|September) (20\d\d)\b/,
      (_, day, month, year) => `${month} ${day}, ${year}`
    )
  }
]

const leadShape = /^(.{0,12}(?:lead|responsible|owner)[^:]{0,40}:\**\s*)(\S.{3,90})$/i

export const furtherLineEdits: Readonly<Record<string, LineEdit>> = {
  'lead of another': (lines, at) => {
    const own = leadShape.exec(lines[at]?.raw ?? '')
    if (!own) return undefined
    const others = lines.flatMap(({raw}) => {
      const lead = leadShape.exec(raw)?.[2]
      return lead && lead !== own[2] ? [lead] : []
    })
    const [other] = others
    if (!other) return undefined
    const line = lines[at]!
    const raw = own[1]! + other
    return {
      lines: lines.map((each) => (each === line ? {...line, raw, words: raw} : each)),
      touched: [at],
      planted: {
        edit: 'lead of another',
        kinds: ['reworded'],
        class: 'substantive',
        facets: ['lead'],
        draft: own[2]!,
        final: other
      }
    }
  },
  'section moved': (lines, at) => {
    const level = /^(#{1,4}) \S/.exec(lines[at]?.raw ?? '')?.[1]
    if (!level || /continued\W*$/i.test(lines[at]!.raw)) return undefined
    const next = lines.findIndex(({raw}, k) => k > at && new RegExp(`^#{1,${level.length}} `).test(raw))
    if (next < 0 || !lines[next]!.raw.startsWith(`${level} `)) return undefined
    const found = lines.findIndex(({raw}, k) => k > next && new RegExp(`^#{1,${level.length}} `).test(raw))
    const end = found < 0 ? lines.length : found
    if (end - at > 120 || !saysOwn(lines, at, next) || !saysOwn(lines, next, end)) return undefined
    const [title, other] = [at, next].map((k) => lines[k]!.raw.replace(/^#+ |\*/g, '')) as [string, string]
    return {
      lines: [...lines.slice(0, at), ...lines.slice(next, end), ...lines.slice(at, next), ...lines.slice(end)],
      touched: Array.from({length: end - at}, (_, k) => at + k),
      planted: {
        edit: 'section moved',
        kinds: ['moved', 'renumbered'],
        class: 'either',
        draft: title,
        final: title,
        or: other
      }
    }
  }
}

/** Whether a section says something that stands nowhere else, in twenty words or more: a list of contents does not. */
function saysOwn(lines: readonly Line[], from: number, to: number): boolean {
  const own = lines.slice(from + 1, to).filter(({kind, words}) => kind !== 'other' && words.split(' ').length >= 6)
  const once = own.filter(({words}) => lines.filter((each) => each.raw.includes(words)).length === 1)
  return once.reduce((sum, {words}) => sum + words.split(' ').length, 0) >= 20
}
