import { expect, test } from 'vitest'
import { figureAddress, figureOfHash, nameFromHash, presentFact, slideOfHash } from './address.ts'

test.each([
  ['#/revenues', 'revenues'],
  ['#revenues', 'revenues'],
  ['#/revenues/2', 'revenues'],
  ['#/caf%C3%A9', 'café'],
  ['#/%E0%A4%A', '%E0%A4%A'],
  ['#/', undefined],
  ['', undefined],
])('the hash "%s" names the slide %s', (hash, name) => {
  expect(nameFromHash(hash)).toBe(name)
})

const slides = ['cover', 'secret', '3', 'results'].map((id, at) => ({
  id,
  dataset: { number: ['1', 'B1', '2', '3'][at] },
}))

test.each([
  ['#/results', 'results'],
  ['#/1', 'cover'],
  ['#/02', '3'], // by its number
  ['#/3', '3'], // an id goes before a number
  ['#/b1', 'secret'],
  ['#/B1', 'secret'],
  ['#/0', undefined],
  ['#/4', undefined],
  ['#/nowhere', undefined],
  ['#/', undefined],
])('the address %s leads to the slide %s', (hash, id) => {
  expect(slideOfHash(hash, slides)?.id).toBe(id)
})

test('the old name of a slide leads to it, after the slides that have the name now', () => {
  const renamed = [
    { id: 'sales', dataset: { number: '1', formerly: 'revenue turnover' } },
    { id: 'turnover', dataset: { number: '2' } },
  ]
  expect(slideOfHash('#/revenue', renamed)?.id).toBe('sales')
  expect(slideOfHash('#/turnover', renamed)?.id).toBe('turnover')
  expect(slideOfHash('#/reven', renamed)).toBeUndefined()
})

test.each(['revenue.total@FY08', 'growth(revenue.total@Q1 FY24,FY23)', 'a/b'])(
  'the address of the fact %s leads to its card',
  (fact) => {
    const [, hash = ''] = figureAddress('revenue', fact).split('revenue/')
    expect(figureOfHash(hash)).toBe(fact)
  },
)

test.each([
  ['turnover@FY08', 'revenue.total@FY08'],
  ['share(turnover.cloud@Q1 FY24,turnover@Q1 FY24)', 'share(turnover.cloud@Q1 FY24,revenue.total@Q1 FY24)'],
  ['constructor@FY08', 'constructor@FY08'],
  [undefined, undefined],
])('the address of the fact %s, whose metric was renamed, leads to %s', (old, fact) => {
  expect(presentFact(old, { turnover: 'revenue.total' })).toBe(fact)
})

test.each(['', '#/revenue', '#/figure', '#figure=%E0%A4%A'])('the hash "%s" asks for no card', (hash) => {
  expect(figureOfHash(hash)).toBeUndefined()
})
