import { defineConfig } from 'vitest/config'
import { deckConfig } from './src/vite/config.ts'

const here = import.meta.dirname
const { configFile: _none, ...deck } = deckConfig({ root: here, engine: here, edition: 'public' }, 'dist')

export default defineConfig({
  ...(process.env.VITEST ? {} : deck),
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tests/{golden,errors,boundaries,schemas}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: 'tests/browser/setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
