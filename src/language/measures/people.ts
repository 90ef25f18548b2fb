/** Words for people whom a public plan counts. */
const nouns =
  "children(?: and (?:young people|families))?|young (?:people|adults|carers|parents|persons?|women|men)|young carers|child(?=$|\\W)|babies|infants|toddlers|teenagers|adolescents|pupils|students|learners|apprentices|parents(?: and carers)?|mothers|fathers|mums|dads|carers|guardians|families|care leavers|adults|elders|pensioners|residents|people|citizens|women|men|boys|girls|patients|households|tenants|homeowners|employees|staff|workers|volunteers|graduates|victims|survivors|offenders|prisoners|veterans|refugees|migrants|visitors|guests|customers|clients|users|donors|members|passengers|drivers|cyclists|pedestrians|farmers|businesses|schools|practices|agencies|carer|(?:\\w+|\\d+(?:\\s?[–/-]\\s?\\d+)?)[- ]year[- ]olds|under \\d+['’]?s|over \\d+['’]?s"
/** Words before them that say which. */
const which =
  'vulnerable|disadvantaged|disabled|deprived|older|younger|new|first[- ]time|foster|adoptive|adopted|cared[- ]for|looked[- ]after|care[- ]experienced|unaccompanied|pregnant|expectant|single|lone|homeless|unemployed|low[- ]income|primary|secondary|special|early years|local|black|asian|working|registered|eligible|\\d+(?:\\s?[–/-]\\s?\\d+)[- ]year[- ]old'
/** Words after them that say which. */
const after =
  "(?:in|leaving|on the edge of) care|in (?:poverty|custody|crisis|need|residential \\w+|foster \\w+)|not in education,? employment,? (?:or|and) training|aged? (?:under |over |between )?\\w+(?:[- ](?:to|and|or)[- ]\\w+)?(?: years?)?|under (?:the age of )?\\w+|over \\w+|at risk(?: of \\w+)?|with (?:an? )?(?:[\\w'’-]+ ){0,3}?(?:disabilit(?:y|ies)|needs|difficulties|conditions|illness|SEND|autism|plans?|diabetes|dementia)"

const people = new RegExp(
  `(?<![\\w’'-])((?:(?:${which}) (?:and (?:${which}) )?){0,2}(?:${nouns})(?:,? (?:${after})){0,2})(?![\\w-])`,
  'gi'
)

/** The name of a body goes on: 'Children and Care Leavers Committee'. */
const body =
  /^(?:,? (?:and|&) (?:[\w-]+ ){1,3})? ?(?:Operational |Strategic )?(?:Committee|Board|Group|Forum|Partnership|Trust|Strategy|Service|Panel|Council)\b/
/** Services that are named after people. */
const service = /^['’]?s?['’]? (?:services?|social care|homes?|centres?|hospitals?|departments?|trusts?)\b/i

/** Longest text that is searched, in characters. */
const longestText = 2000
/** Most groups that a measure is said to be for. */
const mostGroups = 4

/** The groups of people that a text names, as printed, each once. */
export function peopleIn(text: string): string[] {
  const found = new Map<string, string>()
  for (const match of text.slice(0, longestText).matchAll(people)) {
    const words = match[1]!
    const rest = text.slice(match.index + words.length, match.index + words.length + 60)
    if (body.test(rest) || service.test(rest)) continue
    const key = words.toLowerCase()
    if (![...found.keys()].some((known) => known.includes(key))) found.set(key, words)
  }
  // 'Families who … until the child is two': one child stands for no group beside others.
  if (found.size > 1) found.delete('child')
  return [...found.values()].slice(0, mostGroups)
}
