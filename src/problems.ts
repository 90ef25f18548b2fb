/** Why a file or an argument could not be used. Each code has one sentence of advice in `advice`. */
export type ProblemCode =
  | 'missing'
  | 'empty'
  | 'unreadable'
  | 'not-a-plan'
  | 'damaged'
  | 'locked'
  | 'too-large'
  | 'unsupported'
  | 'garbled'
  | 'too-slow'
  | 'arguments'
  | 'archive'

export type Stage = 'source' | 'blocks' | 'recognise' | 'analyses' | 'reports' | 'archive' | 'pool' | 'cli'

/** What to do about each kind of trouble, in one sentence. */
export const advice: Readonly<Record<ProblemCode, string>> = {
  missing: 'check the path',
  empty: 'get the file again from its publisher',
  unreadable: 'check that you may open it',
  'not-a-plan': 'leave it out, or name what it should be in a corrections file',
  damaged: 'open it in a PDF or text program and save it again, or get it again from its publisher',
  locked: 'save a copy without the password',
  'too-large': 'split it, or raise the bound with --max-pages',
  unsupported: 'save it as PDF, DOCX, HTML or text',
  garbled: 'get a version with real text, or a better scan',
  'too-slow': 'split it, or raise the bound with --timeout',
  arguments: 'see planlens --help',
  archive: 'run planlens archive verify'
}

export interface ProblemPlace {
  stage: Stage
  file?: string
  page?: number
  cause?: unknown
}

/** A file or argument that cannot be used: code, stage, place and cause. Everything else is a warning on the plan. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
  readonly code: ProblemCode
  readonly stage: Stage
  readonly file: string | undefined
  readonly page: number | undefined

  constructor(code: ProblemCode, message: string, place: ProblemPlace) {
    super(message, place.cause === undefined ? undefined : {cause: place.cause})
    this.code = code
    this.stage = place.stage
    this.file = place.file
    this.page = place.page
  }

  toJSON() {
    return {
      name: this.name,
      code: this.code,
      stage: this.stage,
      message: this.message,
      file: this.file,
      page: this.page
    }
  }
}

/** One line for people: file, page where known, cause, what to do. Never a stack. */
export function problemLine(error: unknown, file?: string): string {
  const name = error instanceof PlanError ? (error.file ?? file) : file
  const where = error instanceof PlanError && error.page ? `, page ${error.page}` : ''
  const message = error instanceof Error ? error.message.split('\n')[0] : String(error)
  const what = error instanceof PlanError ? `; ${advice[error.code]}` : ''
  return `${name ? `${name}${where}: ` : ''}${message}${what}`
}
