/** Titles that are a stretch of time: 'Year 1 (September 2031 – August 2032)'. */
import {fold} from './words.ts'

/** '1. Year 1 (September 2022 – August 2023)': when the table's actions are to be done. */
export function isPeriod(text: string): boolean {
  const bare = fold(text).replace(/^\d{1,2}[.)]\s*/, '')
  return (
    /^(?:year \w+|(?:fiscal|financial|academic) years?|20\d\d|q[1-4]|quarter|short|medium|long|phase)\b/.test(bare) &&
    bare.replace(
      /\b(?:years?|fiscal|financial|academic|fy|term|quarter|phase|short|medium|long|one|two|three|four|five|january|february|march|april|may|june|july|august|september|october|november|december|to|and|from|until|[\d/()–-]+)\b|[\d/()–\s-]/g,
      ''
    ).length < 12
  )
}
