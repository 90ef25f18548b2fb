import type {GapRule} from '../rule.ts'
import {measureContradiction, measureMismatch} from './contradictions.ts'
import {dateInconsistent} from './dates.ts'
import {sectionEmpty} from './empty-sections.ts'
import {headingDuplicated} from './headings.ts'
import {leadNotNamed, leadPlaceholder, outcomeNoLead, planNoLead} from './leads.ts'
import {measureNoBaseline, measureNoDeadline, measureNoOwner, measureNoTarget} from './measures.ts'
import {abbreviationUnexplained, nameInconsistent, valueGarbled} from './names.ts'
import {needNoAction} from './needs.ts'
import {crossrefWrong} from './references.ts'
import {
  bodyMergedInSummary,
  bodyNotInSummary,
  summaryOrderDiffers,
  summaryWordingDiffers,
  titleInconsistent
} from './restatements.ts'
import {measureNoPriority, priorityMeasureMismatch, priorityNoMeasure} from './speaking.ts'
import {outcomeNoMeasure, outcomeNoPriority, planNoMeasure, planNoPriority} from './structure.ts'
import {glossaryTruncated, placeholder} from './unfinished.ts'
import {askUnanswered} from './voice.ts'

/** Every rule that looks at one plan alone, in the order in which its findings are listed. */
export const gapRules: readonly GapRule[] = [
  planNoPriority,
  planNoMeasure,
  planNoLead,
  outcomeNoPriority,
  outcomeNoMeasure,
  priorityNoMeasure,
  priorityMeasureMismatch,
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
  glossaryTruncated,
  nameInconsistent,
  abbreviationUnexplained,
  valueGarbled
]
