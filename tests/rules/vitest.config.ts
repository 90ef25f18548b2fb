import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

const report = process.env.PLANLENS_TEST_REPORT

export default defineConfig({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    ...(report ? {reporters: ['default', 'json'], outputFile: {json: report}} : {})
  }
})
