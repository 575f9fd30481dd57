import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Walks through engines that only some machines have: `npm run test:firefox`, `npm run test:webkit`. */
export default defineConfig({
  test: {
    root: resolve(import.meta.dirname, '../..'),
    include: ['tests/engines/**/*.walk.ts'],
    globalSetup: 'tests/engines/setup.ts',
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
})
