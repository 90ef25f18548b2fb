import type {GapRule} from '../rule.ts'
import {dateInconsistent} from './dates.ts'
import {leadNotNamed, leadPlaceholder, outcomeNoLead} from './leads.ts'
import {
  measureContradiction,
  measureMismatch,
  measureNoBaseline,
  measureNoDeadline,
  measureNoOwner,
  measureNoPriority,
  measureNoTarget,
  priorityNoMeasure
} from './measures.ts'
import {needNoAction} from './needs.ts'
import {
  bodyMergedInSummary,
  bodyNotInSummary,
  summaryOrderDiffers,
  summaryWordingDiffers,
  titleInconsistent
} from './restatements.ts'
import {crossrefWrong, glossaryTruncated, headingDuplicated, placeholder, sectionEmpty} from './sections.ts'
import {outcomeNoMeasure, outcomeNoPriority} from './structure.ts'
import {askUnanswered} from './voice.ts'

/** Every rule that looks at one plan alone, in the order in which its findings are listed. */
export const gapRules: readonly GapRule[] = [
  outcomeNoPriority,
  outcomeNoMeasure,
  priorityNoMeasure,
  measureNoPriority,
  measureNoTarget,
  measureNoDeadline,
  measureNoBaseline,
  measureNoOwner,
  measureContradiction,
  measureMismatch,
  outcomeNoLead,
  leadNotNamed,
  leadPlaceholder,
  placeholder,
  askUnanswered,
  needNoAction,
  bodyNotInSummary,
  bodyMergedInSummary,
  summaryOrderDiffers,
  summaryWordingDiffers,
  titleInconsistent,
  headingDuplicated,
  crossrefWrong,
  dateInconsistent,
  sectionEmpty,
  glossaryTruncated
]
