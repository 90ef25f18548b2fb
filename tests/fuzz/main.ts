/** `npm run fuzz -- [INPUTS] [SEED] [FROM]`: so many broken inputs through every parser; exit 1 when one was a fault. */
import {writeFileSync} from 'node:fs'
import {fuzz} from './fuzz.ts'
import {fuzzInputs} from './inputs.ts'
import {mutated} from './mutations.ts'

const [inputs = 1000, seed = 1, from = 0] = process.argv.slice(2).map(Number)
const result = await fuzz(seed, from, from + inputs, (number) => {
  if ((number + 1) % 5000 === 0) process.stderr.write(`${number + 1}\n`)
})
process.stdout.write(`${JSON.stringify({...result, faults: result.faults.length, seed}, null, 1)}\n`)
for (const {number, fault} of result.faults.slice(0, 20)) {
  const {bytes, from: input} = mutated(
    fuzzInputs.map((file) => file.bytes),
    seed,
    number
  )
  process.stdout.write(`\ninput ${number} of seed ${seed}, from ${fuzzInputs[input]!.name}: ${fault}\n`)
  if (process.env.PLANLENS_FUZZ_KEEP)
    writeFileSync(`${process.env.PLANLENS_FUZZ_KEEP}/${number}-${fuzzInputs[input]!.name}`, bytes)
}
process.exitCode = result.faults.length > 0 ? 1 : 0
