/** A plan whose every word is hostile. */
import type {Outcome, Plan} from '../../../src/plan-tree/nodes.ts'
import {at, digest, lead, outcome, plan, voice} from './nodes.ts'

/** Words that try to be markup, script, style, formula, another direction or a line break. */
export const hostileWords = [
  '<script>document.title="run"</script><img src=x onerror="document.title=\'run\'">',
  '"><svg onload=alert(1)>',
  "javascript:alert('x')",
  '=HYPERLINK("http://example.invalid","plan")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A2)',
  '\t=1+1',
  '\u202etxet desrever\u202c',
  'خطة الأطفال 2026',
  '</title><h1>out</h1>',
  '{{constructor}} $' + '{alert(1)} `x`',
  '\u0000\u0007 control \ud800 lone',
  'a'.repeat(10_000)
] as const

export function hostilePlan(): Plan {
  return plan(
    {
      digest: digest('e'),
      title: hostileWords[0],
      authority: hostileWords[1],
      kind: hostileWords[10],
      warnings: [{ruleId: '<b>', message: hostileWords[0], place: hostileWords[1]}],
      children: hostileWords.map((words, index) =>
        outcome(words.slice(0, 40), words, at(1), index === 0 ? [lead(words, at(1)), voice(words, at(1))] : [])
      ) as Outcome[]
    },
    '../<b>hostile</b> "plan".html',
    1,
    'html'
  )
}
