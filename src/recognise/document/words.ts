/**
 * The words by which a document says what it is, who made it and for which place. Rows, so that a wording is added without
 * touching a rule.
 */

/** Nouns that a plan calls itself by, as a pattern's alternatives. */
const planNouns =
  'plans?|strategy|strategies|framework|programme|program|roadmap|blueprint|charter|prospectus|agenda|vision|commitments?|manifesto|statement of intent|strategic direction'

export const planNoun = new RegExp(`\\b(?:${planNouns})\\b`, 'i')

/** Nouns that bodies end in. */
export const bodyNouns =
  'Trust|Council|Board|Partnership|Alliance|Authority|Agency|Department|Ministry|Office|Commission|Commissioners?|Consortium|Collaborative|Cabinet|Assembly|Government|Foundation|Association|Federation|Forum|Executive|Corporation|Society|Institute|University|College|Network|Zoo|Museum|Library|Hospital|Service|Fund|Group|Team|Committee|Collective|Constabulary|Police'

/** Bodies that meet inside another one: seldom the publisher of the whole plan. */
export const innerBodies =
  /\b(?:Group|Team|Committee|Forum|Service|Cabinet|Executive|Network|Youth Council|Parliament|Government|Office|Sub)$/i

/** Words that are no part of a place's name. */
export const commonWords = new Set(
  `a an and annual the of for in on at to by with our your this that these its we from as is are will all new old draft final full short summary version
  children child childrens young people peoples youth family families adult adults older parents carers community communities voluntary citizens
  health healthy wellbeing well-being being mental emotional physical public social care cared leavers safeguarding safe safety special educational needs send sen
  disability disabilities education learning schools school early years help support prevention intervention service services housing homes homelessness
  economic growth economy business skills employment culture cultural heritage arts sport transport travel environment environmental climate energy waste
  digital data technology information strategic strategy strategies plan plans action actions delivery corporate business operational improvement
  integrated joint local national regional federal state government central united together partnership partnerships council councils county city borough district
  town parish metropolitan unitary authority authorities trust board boards alliance executive committee group sub department office agency ministry nhs foundation
  clinical commissioning primary teams team lead leads director chair officer head outcomes outcome priorities priority pledge pledges goals goal theme themes
  vision mission values introduction foreword contents appendix summary suicide drugs alcohol crime police fire rescue probation domestic abuse violence
  year years one two three four five six seven eight nine ten first second third next phase stage key january february march april may june july august
  september october november december spring summer autumn winter monday tuesday wednesday thursday friday saturday sunday
  independent corporate parenting participation youth justice offending voice say what how who why when where which whole inclusive inclusion equality diversity
  green white paper act review reviews report framework programme altogether better smarter living starting ageing working
  project zoo museum library university college hospital park parks gardens centre center institute society
  annex open increase awareness recommendation recommendations policy cabinet civil minister ministers parliament ethics federal table figure version status published scope
    covid covid-19 pandemic ofsted cqc steering recovery resilience development investment unit function`
    .split(/\s+/)
    .filter((word) => word !== '')
)

/** Kinds of plan that go by several names; the first pattern that fits a title names its kind. */
export const planKinds: readonly (readonly [kind: string, words: RegExp])[] = [
  ["children and young people's plan", /\b(?:children(?:'?s)?|young people'?s?|youth|families)\b.{0,40}\bplan\b/i],
  ['health and wellbeing strategy', /\bhealth\b.{0,20}\bwell-?\s?being\b.{0,30}\b(?:strategy|plan)\b/i],
  ['suicide prevention strategy', /\bsuicide\b.{0,30}\b(?:strategy|plan)\b/i],
  ['community safety plan', /\bcommunity safety\b.{0,30}\b(?:strategy|plan)\b/i],
  ['special educational needs strategy', /\b(?:SEND|SEN|special educational needs)\b.{0,60}\b(?:strategy|plan)\b/i],
  [
    'looked after children strategy',
    /\b(?:looked[ -]after|cared[ -]for|children in care|care leavers|care[ -]experienced|corporate parenting)\b.{0,60}\b(?:strategy|plan)\b/i
  ],
  ['digital strategy', /\b(?:digital|data|technology)\b.{0,40}\b(?:strategy|plan)\b/i],
  ['local plan', /\blocal plan\b/i],
  ['corporate plan', /\b(?:corporate|council|business|organisational)\b.{0,20}\b(?:strategy|plan)\b/i],
  ['action plan', /\b(?:action|delivery|implementation|improvement) plan\b/i],
  ['strategic plan', /\bstrategic plan\b/i]
]

/** Headings that end the cover: what stands after them is the plan's body. */
export const afterCover =
  /^(?:\d{1,2}[.)]?\s{0,3})?(?:(?:table of )?contents|foreword|introduction|preface|executive summary|welcome|about (?:this|us|the)|what is in|background|acknowledge?ments|in this (?:plan|document)|index)\b/i

/** Front words that state a status, strongest first. */
export const statusWords: readonly (readonly ['draft' | 'final', RegExp])[] = [
  ['draft', /\bstatus\s{0,2}[:–-]\s{0,2}(?:\w+\s)?(?:draft|consultation|for consultation)\b/i],
  ['final', /\bstatus\s{0,2}[:–-]\s{0,2}(?:final|approved|adopted|agreed|published)\b/i],
  [
    'draft',
    /^(?:\W{0,3}(?:working|final|consultation|first|second|initial|public|exposure)\s)?draft\b|\bdraft(?:\s(?:for\s(?:public\s)?consultation|version|v?\d[\d.]*|document|copy))?\W{0,3}$|\b(?:draft|version)\s(?:v?0\.\d)|\bconsultation (?:draft|version)\b|\(draft\)/i
  ],
  [
    'final',
    /\bfinal(?: version| report)?\W{0,3}$|\b(?:adopted|approved|agreed|endorsed|ratified|signed off)\s(?:by|on|at|in)\b/i
  ]
]
