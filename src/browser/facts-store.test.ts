import { expect, test } from 'vitest'
import type { FactsData } from '../model/page-data.ts'
import { createFactsStore } from './facts-store.ts'

const factsOf = (value: string): FactsData => ({
  documents: [],
  facts: { a: { metric: 'Revenue', period: 'FY08', value, status: 'published' } },
})

test('facts are fetched once, when first asked for, and replaced by a live update', async () => {
  let fetches = 0
  const store = createFactsStore(async () => {
    fetches++
    return factsOf('1')
  })
  expect(fetches).toBe(0)
  await store.load()
  expect((await store.load()).facts.a?.value).toBe('1')
  expect(fetches).toBe(1)
  store.replace(factsOf('2'))
  expect((await store.load()).facts.a?.value).toBe('2')
})
