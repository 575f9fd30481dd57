import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { isLong } from './tests/long.ts'

/** No module keeps state, so each thread loads the engine once, not once a file; by itself vitest leaves a core idle. */
const shared = { pool: 'threads', isolate: false, maxWorkers: Math.max(2, availableParallelism() - 1) } as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          globalSetup: 'tests/kept.ts',
          testTimeout: isLong ? 1_800_000 : 60_000, // property tests on a busy machine
          include: ['src/**/*.test.ts', 'tests/!(browser)/**/*.test.ts'],
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/kept.ts', 'tests/browser/setup.ts'],
          testTimeout: 60_000,
          hookTimeout: isLong ? 1_800_000 : 120_000, // builds of whole decks, on a busy machine
          retry: 1, // two browsers on two cores: a page may be starved for half a minute
          expect: { poll: { timeout: 30_000 } }, // a state is waited for; the page may be slow to reach it
        },
      },
    ],
  },
})
