/** Words that say how many or which of those concerned are covered. */
const measures =
  'all every each any both some most many few several almost nearly mainly mostly only selected eligible vulnerable targeted universal everyone everybody anyone nobody no none not never without except excluding including other whole entire majority limited specific particular priority'
/** Those whom plans are for and the bodies that reach them. */
const covered =
  'child children baby babies infant infants toddler toddlers teenager teenagers young people person persons adult adults youth family families parent parents carer carers mother mothers father fathers resident residents citizen citizens pupil pupils student students learner learners school schools college colleges nursery nurseries setting settings staff worker workers employee employees women men girl girls boy boys household households community communities village villages patient patients tenant tenants customer customers visitor visitors business businesses agency agencies department departments provider providers leaver leavers refugee refugees migrant migrants disabled disability aged under over primary secondary special national local regional'

const scopeWords = new Set(`${measures} ${covered}`.split(' '))
const coveredWords = new Set(covered.split(' '))
const joins = new Set(
  'in with without from of at on under over aged for living who whose where experiencing leaving'.split(' ')
)

/** Most words of a description that stands before those it narrows: 'the most vulnerable families'. */
const mostDescribing = 3

/**
 * Whether words that came in or fell away say which of those concerned are meant: 'young people *in care*', '*vulnerable*
 * families'.
 */
export function qualifies(words: readonly string[], [left, right]: readonly [left: string, right: string]): boolean {
  if (words.length === 0) return false
  if (coveredWords.has(left) && joins.has(words[0]!)) return true
  return coveredWords.has(right) && words.length <= mostDescribing && !words.some((word) => joins.has(word))
}

export const isScope = (word: string): boolean => scopeWords.has(word)

const wider = new Set('all every each any everyone everybody anyone universal whole entire both'.split(' '))
const narrower = new Set(
  'some most many few several almost nearly mainly mostly only selected eligible vulnerable targeted except excluding limited specific particular'.split(
    ' '
  )
)

/** Whether the words cover more or fewer; undefined where that cannot be told from the words alone. */
export function coverageShift(before: readonly string[], after: readonly string[]): 'Widened' | 'Narrowed' | undefined {
  const net = (words: readonly string[]) =>
    words.reduce((sum, word) => sum + (wider.has(word) ? 1 : narrower.has(word) ? -1 : 0), 0)
  const shift = net(after) - net(before)
  if (shift !== 0) return shift > 0 ? 'Widened' : 'Narrowed'
  return undefined
}
