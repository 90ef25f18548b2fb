/** Words of the headers of tables. */
import {leadIns} from './lead-ins.ts'
import type {ColumnRole} from './types.ts'

export const columns: Record<ColumnRole, string[]> = {
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
    '^fields? of actions?$',
    '^((?!(?:for|of|by|to|lead|who|date|status|no|number|ref|linked|related|supporting|associated|other|existing|completed)\\b)[\\w&/-]+ ){0,2}(actions?|activities|initiatives|interventions|projects|strategies)$',
    '^(?!how (do |will |can |are )?(we|you|people|partners) .{0,12}\\b(know|measure|tell|judge|check)\\b)(key |specific |planned |proposed |required |main |agreed |smart |our |detailed |improvement |priority |strategic )?(actions?|activit(y|ies)|tasks?|initiatives?|interventions?|projects?|deliverables?|specific|work programmes?|what we will do|how we will do it|how will we do (it|this)|how|what (will|are) we (going to )?do|what needs to (be done|happen)|what (is|are) we going to do|steps?( to be taken)?|action steps?|actions? (required|needed|to be taken|we will take|to achieve .{1,30}|to deliver .{1,30})|key (tasks|steps)|we will)( \\(.{1,40}\\)| .{1,20})?$'
  ],
  milestone: [
    '^(short|medium|long)(er)?[ -]?term( \\(.{1,24}\\))?$',
    '^by (the end of |spring |summer |autumn |winter |march |april |june |september |december )?20\\d\\d([/-](20)?\\d\\d)?$',
    '^(year (\\d|one|two|three|four|five)|q[1-4]( .{1,12})?|((fy|financial year|academic year) ?)?20\\d\\d([/-](20)?\\d\\d)?)$',
    '^(key |main |interim |delivery |quarterly )?(milestones?|stages?|phases?|sub-?actions?|steps|milestones? .{1,30})$'
  ],
  measure: [
    '^((?!(?:for|of|by|to|lead|who|date|status|no|number|ref|linked|related|supporting|associated|other|existing|completed)\\b)[\\w&/-]+ ){0,2}(measures|indicators?|metrics?|kpis?)$',
    '^(key |headline |proposed )?(success |outcome |performance |impact |progress )?(measures?|indicators?|metrics?|kpis?|criteria|measurable)( of success| for success| and targets?| of progress| \\(.{1,40}\\)| .{1,20})?$',
    '^how (do|will|can|are) we (know|measure|going to measure)\\b.{0,60}$',
    '^(how (success|progress|it|this|impact) (will be|is) measured|how measured|how will (it|this|success|progress) be measured)$',
    '^key results?( \\(.{1,40}\\))?$',
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
    '^(targets?|target .{1,30}|targets (for |in |by |to )?.{0,12}20\\d\\d.{0,14}|20\\d\\d(/\\d\\d|-\\d\\d)? (target|ambition|goal)|target 20\\d\\d.{0,10}|goal value|trajectory)$',
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
    '^(label|title|name|wording)( \\(.{2,12}\\))?$',
    '^(description|co-?benefits|explanation|summary|meaning|details?|further (details?|information)|definition|scope|assurance|governance|oversight|who (benefits|for)|target group|dependencies|risks?|page|frequency|source|data source)$',
    '^(reporting|monitoring|tracking|assurance|verification|oversight|publication|review) (mechanisms?|methods?|arrangements?|tools?|process(es)?|channels?|routes?|vehicles?|frequency|cycles?|periods?)$'
  ]
}
columns.lead = [
  ...leadIns.lead,
  '^(the |our |project |goal |action |senior )?(champions?|owners?|accountable)( name)?$',
  '^(exec|slt|smt|clt|trust|council|corporate|clinical|workstream|theme|pillar|strategy) leads?$',
  '^who (reports?|measures|monitors|tracks|counts|collects)( (on )?(it|this|them|progress|back))?$',
  '^(reports?|reported|measured|monitored|tracked) by$',
  '^reporting (lead|officer|body|partner|organi[sz]ation)$'
]
columns.measure.push(
  '^how (we|you|people|partners|the .{1,30})( (will|plan to|intend to|aim to|can|should))? ?(know|measure|tell|judge|evidence|check)\\b.{0,60}$',
  '^what (we will|will we|we|we are going to|is|is to be|will be) (measured?|count|counted|track|tracked|monitor|monitored)\\b.{0,20}$'
)
columns.due = leadIns.due
