/** What the analyses find. The shapes that OUTPUTS promises to other programs are these, field for field. */
export type * from './types/changes.ts'
export type * from './types/coverage.ts'
export type * from './types/gaps.ts'
export type * from './types/overlaps.ts'
export type * from './types/places.ts'
export type * from './types/profiles.ts'
export type * from './types/run.ts'
