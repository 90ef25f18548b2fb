/** Words of lead-ins and labels: what they say of the words after them. */
import type {LeadIn, WorkLeadIn} from './types.ts'

/** One to three words that may qualify a level's word in a lead-in, none by which it is somebody else's or no goal. */
const qualified =
  "(?:(?!(?:how|what|why|who|when|where|which|related|linked|relevant|supporting|associated|other|existing|national|global|sustainable|learning|previous|past|current|completed|recent|these|those|enabling|coping|safety|control|emergency|security|special|precautionary)\\b)[\\w'&/-]+ ){1,3}"

/** Nouns in the plural that name a list of goals, work or measures: 'Harbour goals', 'through the following actions:'. */
export const listNouns: Readonly<Record<WorkLeadIn, string>> = {
  priorities: 'objectives|goals|sub-?goals|priorities|commitments|pledges',
  actions: 'actions|activities|initiatives|strategies|tactics|deliverables|steps|tasks',
  measures: 'measures|metrics|indicators|kpis|targets|outputs'
}

export const leadIns: Record<LeadIn, string[]> = {
  rationale: [
    '^why\\b(?! not).{0,60}$',
    '^(the )?(rationale|reasons?|case)( for| behind|$)',
    '^(context|background|overview|introduction|about this (priority|outcome|goal|theme|objective))$',
    '^what (is|are) the (issue|problem|challenge|need)s?',
    '^(the|our) (issue|problem|challenge)s?$'
  ],
  priorities: [
    '^(what are )?(our|the|key|local|joint|shared|strategic|main|agreed|these|there are|top|delivery|year \\w+|\\w+,?)( (our|key|local|joint|shared|strategic|main|agreed|top|delivery|year|one|two|three|four|five|six|seven|eight|nine|ten|first|year-one|immediate|overarching|partnership|health|improvement|initial|new|current|\\d+))* priorit(y|ies)( areas?)?(( (are|is|were|will be|include))|( for| in| over| between| to) .{1,60})?$',
    '^(what are )?(our |the |key |strategic )?priorities( (for|in) (20\\d\\d\\S*|(the )?(coming|next) .{1,20}))?$',
    '^(our|the|this year|these)\\b.{0,40}\\bpriorities\\b.{0,60}\\b(focus|following|are|include)',
    '^(we will|we are going to|what we will|what we are going to) (focus|concentrate) on',
    '^(what|where) (we are|we will be|are we|will we be) (focus(s)?ing|concentrating)( on)?( .{1,20})?$',
    '^(our|areas? of|key areas? of|areas? for|what is our) focus',
    '^(key )?(objectives|our objectives|strategic objectives|our strategic objectives)( are)?$',
    `^${qualified}(${listNouns.priorities})$`,
    '^our (commitments?|pledges?|promises?)( to .{1,40})?( are| is)?$',
    '^(key|main|our key) (areas?|issues?) (for action|to address|we will address|of work)'
  ],
  actions: [
    "^(what|how) (are )?we('re| are)? (going to|will|plan to|intend to|shall|need to) (do|deliver|take|achieve|get|make|address|tackle|work)",
    '^(what|how) (will|can|must|do|should) (we|the .{1,30}|partners) (do|plan to do|need to do|get|achieve|deliver|make|take|address|tackle)',
    '^(we|i|together,? (we|i)|to .{1,80},? we|in .{1,40} we|(as (a|part|our|partners|one)|through|with|under|for) .{1,60} we|over the .{1,40} we|by .{1,30} we|during .{1,40} we|this year,? we|the (council|partnership|board|trust|agency|department)) (will|shall|aims? to|intends?( to)?|plans? to|pledge to|commit to|are going to)( also| therefore| have)?$',
    '^(key|our|planned|priority|main|next|specific|headline|year .{1,12}|early|detailed|proposed|strategic|further|our key)? ?(actions?|activities|tasks|deliverables|steps|initiatives|projects|interventions|action points|areas of work|work programme)( (we will take|for .{1,40}|to .{1,40}|are|will be|include|planned|required|in .{1,20}|over .{1,30}))?$',
    '^how (will )?(we|the .{1,30}) (will )?(achieve|do|deliver|reach|get|accomplish|make) (it|this|that|these|them|there|success)( happen| work| real| a reality)?$',
    `^${qualified}(${listNouns.actions})$`,
    '^(strategies|tactics|approaches)$',
    '^what (needs|has|have) to (happen|change|be done)( .{1,30})?$',
    '^(our |key )?high[- ]impact changes?',
    '^(the|our) .{2,40} (will|shall)( also)?$',
    '^what$',
    '^(?!.*\\byour?\\b)[a-z]{3,}ing .{3,80} (will (require|involve|mean|entail)( the following)?|(requires|involves|means|entails) the following)( (actions|steps|changes|work))?$',
    '^this (outcome|goal|objective|priority|aim|ambition) (means|signifies|implies|involves|entails|calls for|includes)( that)?$',
    '^(we|the (council|government|partnership|board|trust|authority|department|agency)) (expects?|wants? to see)( that)?$',
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
    `^${qualified}(${listNouns.measures})$`,
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
    '^(timeline|timelines|timescales?|time ?scales?|timeframes?|time ?frames?|time|timing|deadlines?|due|due date|due by|target dates?|target completion( date)?|completion|completion dates?|end|end date|finish|to|complete by|completed by|to be completed by|completion by|review|review dates?|review by|delivery dates?|by|date|dates|date due|date for completion|expected completion( date)?|planned completion( date)?|implementation date|target date for completion|quarter|year|start/end( date)?|time-?bound|timely|milestone date)$',
    '^(original|initial|revised|current|agreed|estimated|anticipated|forecast|expected|planned|proposed|intended|likely) (due|completion|end|delivery|finish|review|implementation|target)( dates?)?$'
  ],
  aim: [
    '^what (do )?we want( to (see|achieve|happen|be different|change))?( .{1,30})?$',
    '^(our |the )?(aims?|ambitions?|desired outcomes?|outcomes?|intended outcomes?|goals?|vision|objectives?)( (is|are|for .{1,40}|of .{1,40}|statement))?$',
    '^where (do )?we want to (be|get to)',
    '^the (changes?|difference|future|results?)( that)? we (want|hope|wish|aim|seek|need|would like|are working for)( to (see|make|achieve|bring about|create))?$',
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
}
