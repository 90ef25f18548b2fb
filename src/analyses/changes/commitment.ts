/**
 * How strongly words bind their author, after the ladder that plans are argued over: 3 promises, 2 intends, 1 leaves it open.
 * Verbs in `helping` count only against a word that promises: 'ensure' to 'support' is weaker, 'support' alone says nothing.
 */
const promising =
  'will shall must guarantee guarantees guaranteed ensure ensures ensuring ensured commit commits committed always deliver delivers delivering provide provides providing achieve achieves secure secures require requires'
const intending =
  'aim aims aiming intend intends intending seek seeks seeking should want wants expect expects expected hope hopes endeavour endeavours strive strives try tries trying aspire aspires propose proposes towards'
const opening =
  'consider considers considering explore explores exploring may might could possible possibly investigate investigates investigating discuss discusses feasible feasibility potentially'
const helping =
  'support supports supporting encourage encourages encouraging promote promotes promoting help helps helping facilitate facilitates enable enables contribute contributes'

const steps = new Map<string, number>([
  ...promising.split(' ').map((word) => [word, 3] as const),
  ...intending.split(' ').map((word) => [word, 2] as const),
  ...opening.split(' ').map((word) => [word, 1] as const)
])
const helps = new Set(helping.split(' '))

export type Shift = 'weaker' | 'stronger'

/** What is asked of others: binding, or left to them. Either word alone says little, one for the other says much. */
const binding = new Set('required mandatory compulsory obligatory obliged'.split(' '))
const voluntary = new Set('encouraged recommended advised optional voluntary invited'.split(' '))

/** How the promise shifts where the first words give way to the second; undefined where neither speaks of it. */
export function shiftOf(before: readonly string[], after: readonly string[]): Shift | undefined {
  const some = (words: readonly string[], set: ReadonlySet<string>) => words.some((word) => set.has(word))
  if (some(before, binding) && some(after, voluntary)) return 'weaker'
  if (some(before, voluntary) && some(after, binding)) return 'stronger'
  const [old, now] = [strengthOf(before), strengthOf(after)]
  if (old !== undefined && now !== undefined) {
    if (old.least !== now.least) return now.least < old.least ? 'weaker' : 'stronger'
    return old.most === now.most ? undefined : now.most < old.most ? 'weaker' : 'stronger'
  }
  if (old?.most === 3 && after.some((word) => helps.has(word))) return 'weaker'
  if (now?.most === 3 && before.some((word) => helps.has(word))) return 'stronger'
  if (now !== undefined && now.least < 3) return 'weaker'
  if (old !== undefined && old.least < 3) return 'stronger'
  return undefined
}

/** The strongest and the weakest step among the words: 'will aim to' binds no more than 'aim to'. */
function strengthOf(words: readonly string[]): {most: number; least: number} | undefined {
  const found = words.flatMap((word) => steps.get(word) ?? [])
  return found.length === 0 ? undefined : {most: Math.max(...found), least: Math.min(...found)}
}

/** Words that promise: their loss or gain alone changes what is promised. */
export const isPromise = (word: string): boolean => steps.get(word) === 3
