/**
 * Laws are tried on the same cases in every run, so that a red run can be repeated and a green one means the same tomorrow.
 * PLANLENS_SEED=random tries others: what it finds becomes a case of its own.
 */
import fc from 'fast-check'

if (process.env.PLANLENS_SEED !== 'random') fc.configureGlobal({seed: Number(process.env.PLANLENS_SEED ?? 20261122)})
