import { expect, test } from 'vitest'
import { parseCards } from './fact-details.ts'
import { isTraced, readableFormula } from './formula.ts'

const cards = parseCards({
  documents: [{ title: 'Results' }],
  facts: {
    'revenue.recurring@FY08': { metric: 'Recurring revenue', period: 'FY08', sources: [[0, '']] },
    'revenue.recurring@FY07': { metric: 'Recurring revenue', period: 'FY07' },
    'growth(a)': { metric: 'Recurring revenue', inputs: ['revenue.recurring@FY08', 'revenue.recurring@FY07'] },
    'share(a)': { metric: 'Share', inputs: ['revenue.recurring@FY08'] },
    loop: { inputs: ['loop'] },
  },
})

test.each([
  ['Recurring revenue FY08 / Recurring revenue FY07 - 1', 'Recurring revenue FY08 ÷ Recurring revenue FY07 − 1'],
  ['One-time revenue FY08 * 2', 'One-time revenue FY08 × 2'],
  ['4Q08 14,032 / (1 + 9.1%)', '4Q08 14,032 ÷ (1 + 9.1%)'],
  ['', ''],
])('the formula "%s" reads "%s"', (formula, text) => {
  expect(readableFormula(formula)).toBe(text)
})

test.each([
  ['revenue.recurring@FY08', true],
  ['share(a)', true],
  ['growth(a)', false],
  ['loop', false],
  ['nowhere', false],
])('%s is traced to a document: %s', (id, expected) => {
  expect(isTraced(id, cards)).toBe(expected)
})
