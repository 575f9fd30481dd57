import { expect, test } from 'vitest'
import type { CardFact } from '../../model/page-data.ts'
import { isTraced } from './ticks.ts'

const fact = (more: Partial<CardFact> = {}): CardFact => ({
  metric: 'Revenue',
  period: 'FY08',
  value: '1',
  status: 'published',
  ...more,
})

const facts: Readonly<Record<string, CardFact>> = {
  'revenue.recurring@FY08': fact({ sources: [[0, '']] }),
  'revenue.recurring@FY07': fact(),
  'growth(a)': fact({ inputs: ['revenue.recurring@FY08', 'revenue.recurring@FY07'] }),
  'share(a)': fact({ inputs: ['revenue.recurring@FY08'] }),
  loop: fact({ inputs: ['loop'] }),
}

test.each([
  ['revenue.recurring@FY08', true],
  ['share(a)', true],
  ['growth(a)', false],
  ['loop', false],
  ['nowhere', false],
])('%s is traced to a document: %s', (id, expected) => {
  expect(isTraced(id, facts)).toBe(expected)
})
