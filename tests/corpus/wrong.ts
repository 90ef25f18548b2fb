/** `node tests/corpus/wrong.ts [WORD]`: what Planlens gets wrong of the sample archive, a line each, where the name holds WORD. */
import {all} from './held-to-truth.ts'

const [, , word = ''] = process.argv
for (const {name, of, wrong} of await all()) {
  if (!name.includes(word)) continue
  process.stdout.write(`${name}: ${wrong.length} wrong of ${of}\n`)
  for (const line of wrong) process.stdout.write(`    ${line}\n`)
}
