/** Words of headings that name a part of a plan. */
import type {NamedSection} from './types.ts'

export const sections: Record<NamedSection, string[]> = {
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
}
