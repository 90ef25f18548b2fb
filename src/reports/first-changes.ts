/** What a reader of a change report should see first, the gravest on top: the same list on the page, in Word and at a prompt. */
import type {Change, ChangeKind, ChangeReport} from '../analyses/types.ts'
import {changeHeading, gist, levelInWords, placeInWords, plural, setSentence} from './wording.ts'

/** Findings that open a report; the rest stand in the list below. */
export const firstMost = 8
/** Findings of one kind that are told each; a fourth and more share a line. */
const alikeMost = 3

export interface FirstFinding {
  finding: string
  /** Where it stands. */
  where: string
  /** What changed in its words, or the words themselves, where the finding does not say them; else ''. */
  words: string
  /** Whether `words` are the plan's own. */
  isQuote: boolean
  change?: Change
}

interface Entry extends FirstFinding {
  /** Findings with one key are of one kind. */
  key: string
  /** What several of them are called: 'priorities added'. */
  several: string
}

/** What the changes mean for the tree first, then substantive changes that no such sentence names. */
export function firstFindings(report: ChangeReport): FirstFinding[] {
  const titles = [report.after.title, report.before.title]
  const byId = new Map(report.changes.map((change) => [change.id, change]))
  const told = new Set(report.consequences.flatMap(({changes: ids}) => ids))
  const consequences = report.consequences.map(({rule, text, where, changes: ids}): Entry => {
    const change = ids.map((id) => byId.get(id)).find((found) => found !== undefined)
    const finding = setSentence(text)
    return {
      finding,
      where: placeInWords(where, titles),
      ...wordsBeside(change, finding),
      ...(change ? {change} : {}),
      key: rule,
      several: severalOf(rule, change)
    }
  })
  const others = report.changes
    .filter((change) => change.class === 'substantive' && !told.has(change.id))
    .map((change, index) => ({change, index}))
    .sort((a, b) => weightOf(a.change) - weightOf(b.change) || a.index - b.index)
    .map(({change}): Entry => {
      const finding = changeHeading(change)
      const level = levelInWords(change.level)
      return {
        finding,
        where: placeInWords(change.where, titles),
        ...wordsBeside(change, finding),
        change,
        key: ['added', 'removed', 'moved'].includes(change.kind) ? `${change.kind} ${level}` : change.id,
        several: `${plural(level)} ${change.kind}`
      }
    })
  return rolledUp([...consequences, ...others])
}

const severalWords: Readonly<Record<string, string>> = {
  'measure-removed-priority-stays': 'measures removed',
  'deadline-put-off': 'deadlines put off',
  'target-lowered': 'targets lowered',
  'promise-weakened': 'promises weakened',
  'lead-changed': 'leads changed',
  'scope-narrowed': 'scopes narrowed',
  'priority-unmeasured': 'goals without a measure now',
  'priority-measured-now': 'goals with a measure now'
}

const severalOf = (rule: string, change: Change | undefined): string =>
  severalWords[rule] ??
  (rule === 'goal-removed' && change ? `${plural(levelInWords(change.level))} removed` : 'of this kind')

/** Of many findings of one kind the first few, and one line that counts the rest where the first of them would stand. */
function rolledUp(entries: readonly Entry[]): FirstFinding[] {
  const groups = Map.groupBy(entries, ({key}) => key)
  const seen = new Map<string, number>()
  return entries.flatMap(({key, several, ...entry}): FirstFinding[] => {
    const at = (seen.get(key) ?? 0) + 1
    seen.set(key, at)
    const group = groups.get(key)!
    // One more than the few is told itself: a line that counts one says less.
    if (at <= alikeMost || group.length === alikeMost + 1) return [entry]
    if (at > alikeMost + 1) return []
    const rest = group.slice(alikeMost)
    const places = [...new Set(rest.map(({where}) => where.split(' / ')[0]!))]
    const where = `${places.slice(0, 3).join('; ')}${places.length > 3 ? `; and ${places.length - 3} more places` : ''}`
    return [{...entry, finding: `${rest.length} more ${several}`, where, words: '', isQuote: false}]
  })
}

/** What was reworded into what; of other changes the first words of what they are about. */
function wordsBeside(change: Change | undefined, finding: string): Pick<FirstFinding, 'words' | 'isQuote'> {
  const none = {words: '', isQuote: false}
  if (!change) return none
  if (change.kind === 'reworded') {
    const reason = setSentence(change.reason)
    const isTold = /is now|is new|is gone|put off/.test(finding) || finding.includes(change.reason.replace(/\.$/, ''))
    if (!isTold) return {words: reason, isQuote: false}
    if (change.about || finding.includes('“')) return none
  }
  const words = (change.after ?? change.before)?.text ?? ''
  const quote = gist(words)
  return words === '' || finding.includes(quote.replace(/…$/, '')) ? none : {words: quote, isQuote: true}
}

const goalLevels: ReadonlySet<string> = new Set(['outcome', 'priority', 'action', 'measure', 'milestone'])
const tellingFacets: ReadonlySet<string> = new Set(['commitment', 'target', 'number', 'date', 'lead'])
const kindWeights: Readonly<Record<ChangeKind, number>> = {
  removed: 0,
  added: 1,
  merged: 1,
  split: 1,
  reworded: 2,
  moved: 3,
  renumbered: 4
}

/** Fewest words of a passage that says something by itself: shorter ones are links, captions, headings. */
const fewestSaying = 8

/** The less, the earlier a reader should see it: goals before the words around them, what they promise before how. */
function weightOf({level, facets, kind, before, after}: Change): number {
  const isGoal = goalLevels.has(level)
  // Whom a goal covers is what it promises; whom a passage speaks of is not.
  const telling =
    kind === 'reworded' && facets.some((facet) => tellingFacets.has(facet) || (isGoal && facet === 'scope'))
  const weight = telling ? 0 : kindWeights[kind]
  if (isGoal || facets.includes('status')) return weight
  const isScrap = !telling && (after ?? before)!.text.split(/\s+/).length < fewestSaying
  return 10 + weight + (isScrap ? scrapWeight : 0)
}

/** More than any kind weighs. */
const scrapWeight = 5

/** Fewest sentences of an older draft of which the share that was kept is telling. */
const fewestTelling = 20
/** Share of the older draft below which the newer is a plan written anew. */
const keptLittle = 0.2

/** 'Of the 120 sentences and headings of the older, 96 stand in the newer as they were.'; '' where that says little. */
export function keptSentence({kept}: ChangeReport): string {
  if (!kept || kept.before < fewestTelling) return ''
  const {same, before} = kept
  const stand =
    same === 0
      ? 'none stands in the newer as it was'
      : same === 1
        ? 'one stands in the newer as it was'
        : `${same} stand in the newer as they were`
  const anew = same < keptLittle * before ? ' The newer is largely written anew.' : ''
  return `Of the ${before} sentences and headings of the older, ${stand}.${anew}`
}
