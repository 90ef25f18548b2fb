/** The vocabulary of plans as a whole, and how a user adds to it. */
import {columns} from './vocabulary/columns.ts'
import {leadIns} from './vocabulary/lead-ins.ts'
import {levels} from './vocabulary/levels.ts'
import {sections} from './vocabulary/sections.ts'
import type {ColumnRole, LeadIn, LevelWord, NamedSection, Vocabulary} from './vocabulary/types.ts'

export * from './vocabulary/types.ts'

export const vocabulary: Vocabulary = {
  levels,
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
    'high-level',
    'high',
    'medium',
    'low',
    'urgent'
  ],
  continued: ['continued', "cont'd", 'contd', 'cont'],
  leadIns,
  sections,
  columns,
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
