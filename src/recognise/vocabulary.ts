/**
 * The words that plans use: for their levels, for the lead-ins of lists, for sections and for table columns. A user's
 * `planlens.config.*` may add to every list; see `extendVocabulary`.
 *
 * Phrases are regular expressions tested, case-insensitively, on folded words (lower case, straight quotes, plain dashes, no
 * closing punctuation); plain words are such an expression too.
 */
import type {SectionRole} from '../plan-tree/nodes.ts'

/** A word for a level of a plan and the rank that it usually has: 1 holds 2 holds 3. */
export interface LevelWord {
  word: string
  rank: number
  /** Such headings count as goals only when other goals stand under them: 'Principle 1' alone is a principle. */
  needsGoals?: boolean
  /** The plan prints it without number or mark: 'Objective Provide a …'. */
  bare?: boolean
  /** Letters that the plan prints right before a number: 'O1: …', 'O2: …'. */
  code?: boolean
}

/** What a lead-in or a label says about the words after it. */
export type LeadIn =
  | 'priorities'
  | 'actions'
  | 'measures'
  | 'voice'
  | 'rationale'
  | 'lead'
  | 'start'
  | 'due'
  | 'aim'
  | 'situation'
  | 'progress'
  | 'resources'
  | 'risks'
  | 'references'
  | 'status'
  | 'target'
  | 'milestones'

/** Kinds of section; finer than the roles of the tree, since some may hold goals and some never do. */
export type SectionKind =
  | 'contents'
  | 'foreword'
  | 'introduction'
  | 'vision'
  | 'principles'
  | 'needs'
  | 'voice'
  | 'progress'
  | 'governance'
  | 'review'
  | 'policy'
  | 'summary'
  | 'glossary'
  | 'equality'
  | 'risks'
  | 'caseStudy'
  | 'references'
  | 'contact'
  | 'goals'
  | 'notAPlan'
  | 'other'

/** Sections that headings name; the others are told by what the document is, or not at all. */
export type NamedSection = Exclude<SectionKind, 'other' | 'notAPlan'>

/** What a column of a table holds. */
export type ColumnRole =
  | 'ref'
  | 'outcome'
  | 'priority'
  | 'action'
  | 'milestone'
  | 'measure'
  | 'lead'
  | 'start'
  | 'due'
  | 'rationale'
  | 'baseline'
  | 'target'
  | 'resources'
  | 'status'
  | 'rank'
  | 'reference'
  | 'note'

export interface Vocabulary {
  levels: LevelWord[]
  /** Words that may stand before a level word: 'strategic outcome', 'key priority'. */
  qualifiers: string[]
  continued: string[]
  leadIns: Record<LeadIn, string[]>
  sections: Record<NamedSection, string[]>
  columns: Record<ColumnRole, string[]>
  /** Words of bodies and documents that are not this plan's: a list that they introduce is theirs. */
  others: string[]
  /** Last words of the names of posts and of bodies. */
  posts: string[]
  bodies: string[]
}

/** The tree's role for each kind of section. */
export const roleOf: Readonly<Record<SectionKind, SectionRole>> = {
  contents: 'contents',
  foreword: 'foreword',
  introduction: 'other',
  vision: 'vision',
  principles: 'principles',
  needs: 'needs',
  voice: 'voice',
  progress: 'progress',
  governance: 'governance',
  review: 'review',
  policy: 'policy',
  summary: 'summary',
  glossary: 'other',
  equality: 'other',
  risks: 'other',
  caseStudy: 'other',
  references: 'other',
  contact: 'other',
  goals: 'other',
  notAPlan: 'other',
  other: 'other'
}

/** Goals of this plan never stand in these, whatever their headings say. */
export const foreignSections: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'contents',
  'progress',
  'policy',
  'voice',
  'equality',
  'risks',
  'caseStudy',
  'references',
  'contact',
  'glossary',
  'needs',
  'notAPlan'
])

/** Of these, the ones that a nearer heading of goals overrules: 'Our priorities' inside 'What the data tells us'. */
export const mildForeignSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['needs', 'voice'])

/** Goals that stand in these are said again elsewhere, if the plan has a body. */
export const echoSections: ReadonlySet<SectionKind> = new Set<SectionKind>(['foreword', 'introduction', 'summary'])

/** One to three words that may qualify a level's word in a lead-in, none by which it is somebody else's or no goal. */
const qualified =
  "(?:(?!(?:how|what|why|who|when|where|which|related|linked|relevant|supporting|associated|other|existing|national|global|sustainable|learning|previous|past|current|completed|recent|these|those|enabling|coping|safety|control|emergency|security|special|precautionary)\\b)[\\w'&/-]+ ){1,3}"

export const vocabulary: Vocabulary = {
  levels: [
    {word: 'mission', rank: 1, needsGoals: true},
    {word: 'theme', rank: 1, needsGoals: true},
    {word: 'pillar', rank: 1},
    {word: 'strategic direction', rank: 1},
    {word: 'ambition', rank: 1},
    {word: 'strand', rank: 1, needsGoals: true},
    {word: 'workstream', rank: 1},
    {word: 'work stream', rank: 1},
    {word: 'principle', rank: 1, needsGoals: true},
    {word: 'strategic aim', rank: 2},
    {word: 'outcome', rank: 2},
    {word: 'pledge', rank: 2},
    {word: 'promise', rank: 2},
    {word: 'goal', rank: 2},
    {word: 'aim', rank: 2},
    {word: 'commitment', rank: 2},
    {word: 'recommendation', rank: 2},
    {word: 'focus area', rank: 2},
    {word: 'area of focus', rank: 2},
    {word: 'priority area for action', rank: 2},
    {word: 'priority area', rank: 2},
    {word: 'area for action', rank: 2},
    {word: 'key area', rank: 2},
    {word: 'big change', rank: 2},
    {word: 'high impact change', rank: 2},
    {word: 'high-impact change', rank: 2},
    {word: 'priority', rank: 3},
    {word: 'objective', rank: 3},
    {word: 'primary driver', rank: 3},
    {word: 'strategy', rank: 3.5},
    {word: 'initiative', rank: 4},
    {word: 'project', rank: 4},
    {word: 'deliverable', rank: 4},
    {word: 'action', rank: 4},
    {word: 'action step', rank: 4},
    {word: 'action item', rank: 4},
    {word: 'action point', rank: 4},
    {word: 'activity', rank: 4},
    {word: 'task', rank: 4},
    {word: 'step', rank: 4},
    {word: 'milestone', rank: 5},
    {word: 'key result', rank: 5},
    {word: 'kr', rank: 5},
    {word: 'measure', rank: 5},
    {word: 'indicator', rank: 5},
    {word: 'target', rank: 5}
  ],
  qualifiers: [
    'strategic',
    'key',
    'main',
    'delivery',
    'shared',
    'joint',
    'local',
    'overarching',
    'cross-cutting',
    'cross cutting',
    'corporate',
    'partnership',
    'system',
    'our',
    'the',
    'core',
    'long-term',
    'long term',
    'top',
    'headline',
    'year one',
    'year two',
    'year three',
    'county',
    'city',
    'borough',
    'national',
    'wellbeing',
    'well-being',
    'improvement',
    'high level',
    'high-level'
  ],
  continued: ['continued', "cont'd", 'contd', 'cont'],
  leadIns: {
    rationale: [
      '^why\\b(?! not).{0,60}$',
      '^(the )?(rationale|reasons?|case)( for| behind|$)',
      '^(context|background|overview|introduction|about this (priority|outcome|goal|theme|objective))$',
      '^what (is|are) the (issue|problem|challenge|need)s?',
      '^(the|our) (issue|problem|challenge)s?$'
    ],
    priorities: [
      '^(what are )?(our|the|key|local|joint|shared|strategic|main|agreed|these|there are|top|delivery|year \\w+|\\w+,?)( (our|key|local|joint|shared|strategic|main|agreed|top|delivery|year|one|two|three|four|five|six|seven|eight|nine|ten|first|year-one|immediate|overarching|partnership|health|improvement|initial|new|current|\\d+))* priorit(y|ies)( areas?)?(( (are|is|were|will be|include))|( for| in| over| between| to) .{1,60})?$',
      '^(what are )?(our |the |key |strategic )?priorities$',
      '^(our|the|this year|these)\\b.{0,40}\\bpriorities\\b.{0,60}\\b(focus|following|are|include)',
      '^(we will|we are going to|what we will|what we are going to) (focus|concentrate) on',
      '^(our|areas? of|key areas? of|areas? for|what is our) focus',
      '^(key )?(objectives|our objectives|strategic objectives|our strategic objectives)( are)?$',
      `^${qualified}(objectives|goals|sub-?goals|priorities)$`,
      '^our (commitments?|pledges?|promises?)( to .{1,40})?( are| is)?$',
      '^(key|main|our key) (areas?|issues?) (for action|to address|we will address|of work)'
    ],
    actions: [
      "^(what|how) (are )?we('re| are)? (going to|will|plan to|intend to|shall|need to) (do|deliver|take|achieve|get|make|address|tackle|work)",
      '^(what|how) (will|can|must|do|should) (we|the .{1,30}|partners) (do|plan to do|need to do|get|achieve|deliver|make|take|address|tackle)',
      '^(we|i|together,? (we|i)|to .{1,80},? we|in .{1,40} we|over the .{1,40} we|by .{1,30} we|during .{1,40} we|this year,? we|the (council|partnership|board|trust|agency|department)) (will|shall|aim to|intend to|plan to|pledge to|commit to|are going to)( also| therefore| have)?$',
      '^(key|our|planned|priority|main|next|specific|headline|year .{1,12}|early|detailed|proposed|strategic|further|our key)? ?(actions?|activities|tasks|deliverables|steps|initiatives|projects|interventions|action points|areas of work|work programme)( (we will take|for .{1,40}|to .{1,40}|are|will be|include|planned|required|in .{1,20}|over .{1,30}))?$',
      '^how (will )?(we|the .{1,30}) (will )?(achieve|do|deliver|reach|get|accomplish) (it|this|that|these|them|there|success)$',
      `^${qualified}(actions|initiatives|strategies|tactics|deliverables|steps|tasks)$`,
      '^(strategies|tactics|approaches)$',
      '^what (needs|has|have) to (happen|change|be done)( .{1,30})?$',
      '^(our |key )?high[- ]impact changes?',
      '^(the|our) .{2,40} (will|shall)( also)?$',
      '^what$',
      '^(the |our |key )?(steps|actions|activities|work|things) (that )?(we|partners) (will|are going to|plan to|need to|shall) (take|do|deliver|carry out|complete)',
      '^(what we (will|shall|plan to) do|our plans?|our offer|our response|what happens next|what next|what will happen|how we will get there|how will we get there|how will we do (this|it)|how we will do (this|it)|making it happen)\\b.{0,40}$'
    ],
    measures: [
      '^(how (will |do |can )?(you|we|people|residents)( will| can)?|(you|we|people|residents) (will|can)|will (you|we|people|residents)) know (if|that|when|we|it|whether|what)\\b',
      '^how (will|do|can|are|should) (we|you) (know|measure|tell|see|track|be measured|judge|evaluate)',
      '^how (we|you|people|partners|the .{1,30})( (will|plan to|intend to|aim to|can|should))? ?(know|measure|tell|judge|evidence|assess|gauge|track)\\b.{0,60}$',
      '^(our |the )?(progress|success|impact|performance|delivery|outcomes?|results?|this|it|we) (will be|is|are) (measured|judged|tracked|assessed|evidenced)( (by|through|using|against|with|on|as follows))*$',
      '\\b(these|following|our)( \\w+){0,2} (measures|indicators|kpis|metrics)( are)?$',
      '^what (we will|will we|we) (measure|count|track|monitor)\\b.{0,30}$',
      '^we will (measure|judge|track|know)( this| success| progress| it| our .{1,20})?( by| through| using)?$',
      '^how (we will|will we) check( it| this)?$',
      '^how (will )?(success|progress|impact|this|it) (will )?be (measured|judged|monitored)',
      '^how .{0,30}success .{0,12}(measured|judged)',
      '^(our |key |the |some )?(success |outcome |performance |impact |progress )?(measures?|indicators?|metrics?|kpis?|key performance indicators?)( of success| for success| of progress| and targets?| we will use| to monitor| for .{1,40}| are| include)?$',
      '^(our |key )?performance (measures|indicators|targets|goals)',
      `^${qualified}(measures|metrics|indicators|kpis)$`,
      '^(lead|headline|key|main|overall) (measure|metric|indicator|kpi)$',
      '^what (does|would|will|do|should) (great|good|better|excellent|excellence|it|this|that|progress|different) look like\\b',
      '^(what )?(will |does |would )?success (will |would |should )?(look|be|mean)s? ?(like)?',
      '^(success|success criteria|signs of success|evidence of success|critical success factors?|measuring success|measures of success|measuring (our )?(impact|progress|success)|measurement|measurements)( .{1,20})?$',
      '^what (will |would )?(be different|change|have changed|good (will )?looks? like|it will look like|this will look like|good looks like)',
      '^(what )?(is |are )?(the )?(difference|impact|benefits?|results?) (will |that |this |we |it |you |are |to be |expected)',
      '^what (difference|impact|we will see|will we see|you will see|people will see|will you see|will be achieved|we will achieve)\\b',
      '^(expected|intended|desired|anticipated|planned|required) (outcomes?|results?|impacts?|benefits?|outputs?|changes?)$',
      '^(our |the |key )?(targets?|outputs?|results)( for .{1,30}| are| include)?$',
      "^(by .{1,30} )?(we will|we'll|we would|we want to|children .{1,30} will) (have (succeeded|achieved|made)|see|notice)\\b"
    ],
    voice: [
      '\\b(children|young people|residents|people|communities|families|carers|parents|patients|stakeholders|tenants|learners|pupils|citizens|customers|you|they|youth council|youth parliament)\\b.{0,40}\\b(asked|told|said|say|want us|wanted|have told|have said|have asked|tell us|ask(ed)? for)\\b(?!.{0,20}\\bwe will\\b)',
      '^(what )?(you|they) (said|told us|asked|want)',
      "^what (we('ve| have)? heard|matters to)",
      '^(feedback|views|messages|comments|quotes?) (from|of)\\b.{0,60}(children|young|people|resident|famil|carer|parent|communit|patient|service user|stakeholder)',
      '^(the )?voices? of',
      '^(the )?(youth parliament|youth council|young people.{0,10}) .{0,20}priorities$'
    ],
    lead: [
      '^(the )?lead(s|ing|ership)?$',
      '^(the |our |senior |strategic |executive |political |operational |named |overall |outcome |priority |goal |theme |action |delivery |multi-agency |partner )?leads?( |$)(partnerships?|officers?|agenc(y|ies)|organisations?|organizations?|partners?|bod(y|ies)|departments?|members?|directors?|boards?|groups?|authorit(y|ies)|managers?|persons?|responsible|responsibility|name|service|team|role|committee|and partners?|for .{1,30}|/.{1,20}|\\(.{1,30}\\)| )*$',
      '^led by$',
      '^(goal |outcome |action |objective |priority |risk |measure |plan |policy |business )?owners?(ship)?( .{1,20})?$',
      "^(senior |main |person |persons |officer |officers |agency |agencies |party |parties |partner |partners |team |organisation |organization |partnership |board |lead |body |bodies |post |staff |who( is|'s) |key )*(responsible|responsibility|accountable|accountability|responsibilities)( (officer|person|persons|people|owner|lead|leads|party|parties|body|organisation|organization|agency|agencies|for .{1,30}|partner|partners|team|board|group|director|manager|member|service|department|staff|individual|and .{1,20}|/.{1,30}|\\(.{1,20}\\)))*$",
      "^(by )?who(m|'s)?( (is|will be|are|will|should|else))*( (responsible|leading|accountable|involved|leads?|do(es)? (this|it)|deliver(s|ed|ing)?( this| it)?))?$",
      '^(to be )?(delivered|implemented|actioned|owned) by$',
      '^(delivery|executive|project|programme) (lead|partner|sponsor|team|owner|manager)s?$',
      '^(sponsor|sro|named (person|officer|lead|individual)|officer|person|department|agency|key partners?|partners|partner organisations?|responsible)$'
    ],
    start: ['^(start|start date|starting|from|commencing|commencement|commencement date|start by|begins?)$'],
    due: [
      '^(by )?when(\\b.{0,20})?$',
      '^(timeline|timelines|timescales?|time ?scales?|timeframes?|time ?frames?|time|timing|deadlines?|due|due date|due by|target dates?|target completion( date)?|completion|completion dates?|end|end date|finish|to|complete by|completed by|to be completed by|completion by|review|review dates?|review by|delivery dates?|by|date|dates|date due|date for completion|expected completion( date)?|planned completion( date)?|implementation date|target date for completion|quarter|year|start/end( date)?|time-?bound|timely|milestone date)$'
    ],
    aim: [
      '^what (do )?we want( to (see|achieve|happen|be different|change))?( .{1,30})?$',
      '^(our |the )?(aims?|ambitions?|desired outcomes?|outcomes?|intended outcomes?|goals?|vision|objectives?)( (is|are|for .{1,40}|of .{1,40}|statement))?$',
      '^where (do )?we want to (be|get to)',
      '^what (are )?we (are )?(trying|aiming|hoping|want|seeking) to (achieve|do)',
      '^what we (aim|hope|need|would like) to achieve'
    ],
    situation: [
      '^(baseline|the baseline|current baseline)$',
      '^where (are we|we are) ?(now|today|starting from|at|currently)?',
      '^(the )?(current|present) (position|performance|level|situation|state|picture|status|context)',
      '^(our )?starting (point|position)$',
      '^what (do )?we (already )?know\\b',
      '^(the )?story (so far|behind)',
      '^what (is|are|does|do) (the )?(current |local )?(data|evidence|picture|figures?|position|numbers?)( (say|tell|show).{0,20})?$',
      '^(key |the |some |local )?(facts?|facts? and figures|statistics|data|headlines?|key facts?)$',
      '^did you know$',
      '^(local |the )?needs?( assessment)?$',
      '^(the )?(local|national) (picture|position|context)$'
    ],
    progress: [
      "^what (have )?we('ve| have)? (already |)(done|achieved|delivered)",
      '^(our |key |recent |the )?(achievements?|progress|successes|accomplishments)( so far| to date| made.{0,40}| since.{0,30}| in .{0,20})?$',
      '^what has (already )?(been (done|achieved)|happened)',
      "^what('s| is) (already )?(working|happening|in place)"
    ],
    resources: [
      '^(resources?|budget|costs?|funding|investment|finance|financial implications?|funding source|cost implications?)( .{1,30})?$'
    ],
    risks: ['^(risks?|barriers?|challenges?|dependencies|constraints?|issues?|mitigations?|risks? and .{1,30})$'],
    references: [
      '^(supported|supporting|related|relevant|linked|associated)\\b.{0,20}(practices?|practice\\(s\\)|strateg(y|ies)|plans?|documents?|polic(y|ies)|principles?|priorit(y|ies)|outcomes?|goals?|work)$',
      '^(strategic )?(links?|linkages?|alignment|fit)( (to|with) .{1,50})?$',
      '^(see also|supported practice\\(s\\)|contributes to|supports)$'
    ],
    status: [
      '^(rag|rag rating|rag status|b?rag.{0,12}|status|current status|progress|progress update|update|updates|comments?|notes?|commentary|position statement|evidence)$'
    ],
    target: ['^(target|target level|trajectory|ambition level|goal level)$'],
    milestones: [
      '^(our |key |the |main )?milestones?( .{1,30})?$',
      '^by (the end of |(early|mid|late|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december) )?20\\d\\d(([/–-]| to )\\d\\d)?$'
    ]
  },
  sections: {
    contents: [
      '^(table of )?contents( page)?$',
      '^index$',
      '^list of (tables|figures|appendices)$',
      "^(in this (plan|strategy|document)|what('s| is) (inside|in this .{1,20}))$"
    ],
    foreword: [
      '\\bforeword\\b',
      '^(welcome|preface|message from|a message from|statement (from|by)|introduction (from|by))\\b'
    ],
    introduction: [
      '^introduction\\b',
      '^about (this|the|our) (plan|strategy|document)',
      '^(background|purpose of|scope of|what is (this|the|a)\\b)',
      '^who (are|is) (we|the)\\b',
      '^what the (plan|strategy) is about'
    ],
    vision: [
      '\\b(vision|mission)\\b(?!.{0,40}\\bpriorit)',
      '^(our|the) (purpose|ambition|shared ambition)$',
      '^(key|our|main|overall|overarching) outcomes?( are| is)?$',
      '^purpose and vision'
    ],
    principles: [
      '\\b(values|behaviours)\\b',
      '^(our |the |key |guiding |core |\\w+ )*principles( of .{1,40}| for .{1,40})?$',
      '\\bprinciples$',
      '^(our |the )?(approach|ways? of working|how we (will )?work)( together)?$',
      "^we won't"
    ],
    needs: [
      '\\bneeds (assessment|analysis)\\b',
      '^(understanding|about|a picture of|a profile of|profile of|facts about|the picture (in|of|for)|our|the)\\b.{0,40}\\b(communit(y|ies)|population|area|borough|county|city|district|demograph\\w*|picture|in numbers|profile|at a glance in figures)$',
      '\\b(demographics?|key (facts|statistics|headlines?)|headline information|in numbers|the data|what the (data|evidence|figures)|what we know about|health profile|story of place|evidence base|local (picture|context|area|data|need))\\b',
      '^(key )?(findings|facts and figures)$',
      '^if .{1,60} (was|were) a village'
    ],
    voice: [
      '^what .{0,60}\\b(say|said|told us|think|have told us|are saying)\\b',
      '\\b(consultation|engagement|participation)\\b.{0,30}(findings|results|feedback|responses?|exercise|with|process)?$',
      '^(youth (parliament|council)|children in care council|young people.{0,20}) .{0,20}(priorities|views|pledge)?$',
      '^(you said|listening to|voice of|the voice of|what matters to)\\b'
    ],
    progress: [
      '\\b(achievements|accomplishments)\\b|^(our |key )?achievement$|^achievement (against|of)\\b',
      '\\b(progress|delivery|delivered)\\b.{0,20}\\b(to date|so far|made|since|against|update|already)\\b',
      '^what (we|have we|has)( have| already| been)*( already)? (done|achieved|delivered|been done|been achieved)',
      '^(review of|looking back|reflecting|lessons from|lessons learned|learning from)\\b',
      '^(our |the )?(last|previous|earlier) (plan|strategy)',
      '^(success|good news) stories',
      '\\bachieved (so far|to date)\\b'
    ],
    governance: [
      '\\b(governance|accountability|accountable)\\b',
      '\\b(structure|sub[- ]?groups?|partnership board|commissioning intentions|terms of reference|membership)\\b',
      '^how (we will|will we|we|we are going to|it will be|the plan is) (pay for|fund|resourced?|funded|paid for)\\b.{0,40}$',
      '^how (to|we will|will we|the plan will be|this .{1,20} will be) (deliver|delivered|implemented?|implement it|govern)\\b',
      '^(delivering|implementing|implementation of) (this|the|our) (plan|strategy)',
      '^(delivery|implementation|resourcing|resources|finance|funding|workforce)( arrangements?)?$'
    ],
    review: [
      '^(how (we will|will we|to|we) )?(check|monitor|review|report|track|evaluat)\\w*\\b',
      '\\b(monitoring|evaluation|reporting|performance management)\\b.{0,40}$',
      '^(next steps|timeline for|timetable|review|what happens next|document control|version control|sign[- ]off)\\b'
    ],
    policy: [
      '\\b(policy|policies|legislation|legislative|statutory|legal)\\b.{0,30}\\b(context|drivers?|framework|background|landscape|duties|requirements?|picture)\\b',
      '\\b(national|local|strategic|regional)( and (national|local|strategic|regional))* (context|policy|policies|drivers?|framework|strategy context)\\b',
      '^(the )?.{0,60}\\b(act|white paper|green paper)( \\d{4})?( .{0,20})?$',
      '\\b(review|reports?)\\b.{0,50}\\b(early intervention|independent|national)\\b',
      "^(the )?[\\w' ]{1,30} review( .{0,60})?$",
      '^(links? (to|with)|relationship (to|with)|how this .{1,30} (links|fits)) .{1,60}',
      '^(strategic |policy |local |national )?context( of .{1,30})?$'
    ],
    summary: [
      '\\bsummary\\b',
      '^(our )?(plan|strategy) (on a page|at a glance)',
      '\\b(on a page|at a glance)\\b',
      '^overview( of .{1,40})?$'
    ],
    glossary: [
      '\\bglossary\\b',
      '\\bjargon\\b',
      '^(list of )?(abbreviations|acronyms|definitions)\\b',
      '^(key )?(terms|terminology)\\b',
      '\\b(terms|words|language) (explained|we use|used)\\b'
    ],
    equality: [
      '\\b(equality|equalities|diversity)\\b.{0,40}\\b(analysis|assessment|impact|duty|statement)\\b',
      '\\b(impact assessment|eqia|ehia|eia)\\b',
      '^equality( and diversity)?$',
      '\\bprivacy (notice|impact)\\b'
    ],
    risks: ['\\brisk (register|management|assessment|log|analysis)\\b', '^(key |main )?risks?( and .{1,30})?$'],
    caseStudy: [
      '\\bcase stud(y|ies)\\b',
      '^(spotlight|example|in practice|good practice)\\b',
      "'s story$",
      '^(story|case example)\\b'
    ],
    references: [
      '^(references|bibliography|further (reading|information)|useful (links|contacts)|sources|endnotes|footnotes|notes)$',
      '^(key|related|supporting|other|background) (documents|strategies|plans|papers)$'
    ],
    contact: [
      '^(contact|contacts|contact us|get in touch|have your say|acknowledge?ments?|thank you|thanks|feedback$|feedback (form|on this)|how to (comment|respond|give your views|have your say|get involved|take part|find out more)|consultation questions)\\b',
      '\\bwe need your (input|views|help)\\b',
      '\\byour (input|comments) (on|about)\\b'
    ],
    goals: [
      '\\b(action|delivery|implementation|improvement|work|business) ?plans?\\b(?!.{0,40}\\b(see|appendix)\\b)',
      '^(our |the |key |strategic |delivery |shared |year .{1,8} )*(priorities|outcomes|goals|objectives|aims|commitments|pledges|ambitions|themes|pillars|actions?|recommendations|areas (for action|of focus)|focus areas)( and .{1,40}| for .{1,40}| in .{1,40})?$',
      '^(priorities|outcomes|goals|actions) and \\w+',
      '^what we will do\\b',
      '\\b(work|action|delivery) table\\b'
    ]
  },
  columns: {
    ref: [
      '^(ref|ref\\.? ?(no|number)?|no|number|nr|#|id|item|code|reference( no| number)?|action (no|number|ref)|s/?no|line)$'
    ],
    outcome: [
      '^(strategic |key |desired |intended |shared |priority |high[- ]level |overarching )?(outcomes?|goals?|aims?|themes?|ambitions?|pledges?|pillars?|strategic (objectives?|priorit(y|ies)))( area| \\(.{1,40}\\))?$',
      '^(priority area( for action)?|area for action|priority theme|workstream|work ?stream|area of focus|focus area|areas?|subject|topic)$'
    ],
    priority: [
      '^(key |delivery |specific |local |service |our |year one |smart )?(priorit(y|ies)|objectives?|sub-?objectives?|sub-?goals?|commitments?|recommendations?|high impact changes?|what we want( to achieve)?|aims? and objectives?|issue|need identified|area for improvement)( area| \\(.{1,40}\\))?$'
    ],
    action: [
      '^(what|what\\?)$',
      '^((?!(?:for|of|by|to|lead|who|date|status|no|number|ref|linked|related|supporting|associated|other|existing|completed)\\b)[\\w&/-]+ ){0,2}(actions?|activities|initiatives|interventions|projects|strategies)$',
      '^(?!how (do |will |can |are )?(we|you|people|partners) .{0,12}\\b(know|measure|tell|judge|check)\\b)(key |specific |planned |proposed |required |main |agreed |smart |our |detailed |improvement |priority |strategic )?(actions?|activit(y|ies)|tasks?|initiatives?|interventions?|projects?|deliverables?|specific|work programmes?|what we will do|how we will do it|how will we do (it|this)|how|what (will|are) we (going to )?do|what needs to (be done|happen)|what (is|are) we going to do|steps?( to be taken)?|action steps?|actions? (required|needed|to be taken|we will take|to achieve .{1,30}|to deliver .{1,30})|key (tasks|steps)|we will)( \\(.{1,40}\\)| .{1,20})?$'
    ],
    milestone: [
      '^by (the end of |spring |summer |autumn |winter |march |april |june |september |december )?20\\d\\d([/-](20)?\\d\\d)?$',
      '^(year (\\d|one|two|three|four|five)|q[1-4]( .{1,12})?|((fy|financial year|academic year) ?)?20\\d\\d([/-](20)?\\d\\d)?)$',
      '^(key |main |interim |delivery |quarterly )?(milestones?|stages?|phases?|sub-?actions?|steps|milestones? .{1,30})$'
    ],
    measure: [
      '^((?!(?:for|of|by|to|lead|who|date|status|no|number|ref|linked|related|supporting|associated|other|existing|completed)\\b)[\\w&/-]+ ){0,2}(measures|indicators?|metrics?|kpis?)$',
      '^(key |headline |proposed )?(success |outcome |performance |impact |progress )?(measures?|indicators?|metrics?|kpis?|criteria|measurable)( of success| for success| and targets?| of progress| \\(.{1,40}\\)| .{1,20})?$',
      '^how (do|will|can|are) we (know|measure|going to measure)\\b.{0,60}$',
      '^(how (success|progress|it|this|impact) (will be|is) measured|how measured|how will (it|this|success|progress) be measured)$',
      '^(evidence( of (success|impact|completion))?|success|success criteria|measures? of success|what (will )?success (will )?looks? like|check|check-?step|checks?|test|outputs?|results?|expected (outcomes?|results?|impacts?|outputs?|benefits?)|intended (impact|outcomes?)|outcomes? (required|expected|measures?|sought)|impact|desired (impact|results?)|benefits?|what (difference|will be different|will change).{0,40}|measurement|deliverables? / measures?|the difference .{1,40})$'
    ],
    lead: [],
    start: ['^(start|start date|starting|from|commencement( date)?|start by|planned start|begin)$'],
    due: [],
    rationale: [
      '^(why|why\\?|rationale|rationale .{1,60}|reasons?|reason for .{1,40}|context|background|evidence of need|need|why (is )?this .{1,40}|justification|achievable|realistic|relevant|issue to address|local data.{0,60})$'
    ],
    baseline: [
      '^(baseline|current( (position|performance|level|value|status))?|baseline .{1,30}|where are we now|starting point|latest (data|value|performance)|20\\d\\d(/\\d\\d|-\\d\\d)? (baseline|actual|outturn)|previous (year|value)|last year|actual)$',
      '^where (do |did |are |were )?(we|things|you|they)( (are|stand|stood|were|start|started|begin))?( (now|today|at present|currently|at the start|from|in))?( \\(?20\\d\\d.{0,10})?$',
      '^((the )?(figure|position|level|rate|value|performance|starting (figure|position|value|level)) (now|today|at (the )?(start|present)|in 20\\d\\d)|(current|present|latest|starting) (figures?|positions?|levels?|rates?|values?)|now \\(20\\d\\d.{0,10})$'
    ],
    target: [
      '^(targets?|target .{1,30}|20\\d\\d(/\\d\\d|-\\d\\d)? (target|ambition|goal)|target 20\\d\\d.{0,10}|goal value|trajectory)$',
      '^where (do )?(we|you|they) (want|hope|aim|plan|need|would like|intend) to (be|get|get to|reach)( (by|in) .{1,20})?$',
      '^where we (will|should|must|ought to) be( (by|in) .{1,20})?$',
      '^what we (want|hope|aim|plan|need) to (reach|get to)( (by|in) .{1,20})?$'
    ],
    resources: [
      '^(resources?|resources? (needed|required|implications?)|budgets?|costs?|cost .{1,20}|funding|funding .{1,20}|finance|investment|inputs?|capacity)$'
    ],
    status: [
      '^(rag|b?rag .{1,16}|b?rag|status|current status|progress|progress .{1,30}|update|updates|latest update|comments?|notes?|commentary|position|complete\\??|completed|done|quarterly update|q[1-4].{0,20})$'
    ],
    rank: [
      '^(priority( (level|rating|h/m/l|high/med/low))?|high/medium/low|h/m/l|importance|urgency|ranking|risk rating|impact level|rating)$'
    ],
    reference: [
      '^(links?( to.{0,40})?|linked (strateg(y|ies)|plans?|documents?)|related (strateg(y|ies)|plans?|polic(y|ies))|strategic links?|supports|contributes to|cross reference)$'
    ],
    note: [
      '^(description|explanation|summary|meaning|details?|further (details?|information)|definition|scope|assurance|governance|oversight|who (benefits|for)|target group|dependencies|risks?|page|frequency|source|data source)$'
    ]
  },
  others: [
    'national',
    'government',
    'cross-government',
    'department (for|of)',
    'parliament',
    'youth (council|parliament|voice)',
    'safeguarding (children |adults )*(board|partnership)',
    'lscb',
    'nhs england',
    'ofsted',
    'the (act|white paper|green paper|guidance|framework|legislation|bill|statute)',
    'white paper',
    'green paper',
    '\\w+ review (sets?|set|identif|recommend|made|propos|found)',
    'unicef',
    'united nations',
    'world health organi[sz]ation',
    'statutory',
    'the review',
    'marmot',
    'previous (plan|strategy)',
    'last (plan|strategy)'
  ],
  posts: [
    'manager',
    'officer',
    'director',
    'head',
    'lead',
    'leads',
    'nurse',
    'headteacher',
    'adviser',
    'advisor',
    'coordinator',
    'co-ordinator',
    'chair',
    'commissioner',
    'consultant',
    'principal',
    'member',
    'supervisor',
    'chief',
    'executive',
    'leader',
    'clerk',
    'cabinet member',
    'councillor',
    'administrator',
    'specialist',
    'analyst',
    'engineer',
    'planner',
    'secretary',
    'treasurer',
    'president',
    'superintendent',
    'inspector',
    'sergeant',
    'practitioner',
    'worker',
    'guardian',
    'doctor',
    'midwife',
    'dean',
    'provost',
    'registrar',
    'curator',
    'strategist',
    'champion'
  ],
  bodies: [
    'board',
    'boards',
    'committee',
    'group',
    'groups',
    'team',
    'teams',
    'partnership',
    'partnerships',
    'service',
    'services',
    'council',
    'trust',
    'forum',
    'panel',
    'unit',
    'department',
    'directorate',
    'agency',
    'agencies',
    'authority',
    'alliance',
    'network',
    'office',
    'commission',
    'association',
    'university',
    'college',
    'school',
    'schools',
    'police',
    'ccg',
    'icb',
    'nhs',
    'hub',
    'assembly',
    'cabinet',
    'leadership',
    'executive board',
    'steering group',
    'task force',
    'taskforce',
    'collaborative',
    'federation',
    'foundation',
    'institute',
    'ministry',
    'division',
    'bureau',
    'center',
    'centre',
    'partners',
    'staff',
    'departments',
    'councils',
    'providers',
    'safety',
    'health'
  ]
}
vocabulary.columns.lead = [
  ...vocabulary.leadIns.lead,
  '^(exec|slt|smt|clt|trust|council|corporate|clinical|workstream|theme|pillar|strategy) leads?$',
  '^who (reports?|measures|monitors|tracks|counts|collects)( (on )?(it|this|them|progress|back))?$',
  '^(reports?|reported|measured|monitored|tracked) by$',
  '^reporting (lead|officer|body|partner|organi[sz]ation)$'
]
vocabulary.columns.measure.push(
  '^how (we|you|people|partners|the .{1,30})( (will|plan to|intend to|aim to|can|should))? ?(know|measure|tell|judge|evidence|check)\\b.{0,60}$',
  '^what (we will|will we|we|we are going to|is|is to be|will be) (measured?|count|counted|track|tracked|monitor|monitored)\\b.{0,20}$'
)
vocabulary.columns.due = vocabulary.leadIns.due

/** What a user may add; each list is put before ours, so that theirs win. */
export interface VocabularyExtension {
  levels?: (string | LevelWord)[]
  qualifiers?: string[]
  leadIns?: Partial<Record<LeadIn, string[]>>
  sections?: Partial<Record<NamedSection, string[]>>
  columns?: Partial<Record<ColumnRole, string[]>>
  others?: string[]
  posts?: string[]
  bodies?: string[]
}

/** Our vocabulary with a user's words added. A level given as a bare word ranks as an outcome does. */
export function extendVocabulary(extension: VocabularyExtension): Vocabulary {
  const levels = (extension.levels ?? []).map((level) =>
    typeof level === 'string' ? {word: level.toLowerCase(), rank: 2} : level
  )
  const merged = <Key extends string>(own: Record<Key, string[]>, more: Partial<Record<Key, string[]>> = {}) =>
    Object.fromEntries(
      (Object.entries(own) as [Key, string[]][]).map(([key, phrases]) => [key, [...(more[key] ?? []), ...phrases]])
    ) as Record<Key, string[]>
  return {
    ...vocabulary,
    levels: [...levels, ...vocabulary.levels],
    qualifiers: [...(extension.qualifiers ?? []), ...vocabulary.qualifiers],
    leadIns: merged(vocabulary.leadIns, extension.leadIns),
    sections: merged(vocabulary.sections, extension.sections),
    columns: merged(vocabulary.columns, extension.columns),
    others: [...(extension.others ?? []), ...vocabulary.others],
    posts: [...(extension.posts ?? []), ...vocabulary.posts],
    bodies: [...(extension.bodies ?? []), ...vocabulary.bodies]
  }
}
