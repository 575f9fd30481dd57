import { expect, test } from 'vitest'
import { fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import { valueRange } from './range.ts'

test('reaches beyond a line through bars that none of them reaches', () => {
  const model = fixtureChart('bar', {
    categories: ['North', 'South'],
    series: [{ label: 'Share', values: [12, 21], mark: 'bar' }],
  })
  const traits = { stacks: () => false, axis: { orientation: 'sideways' } } as const
  expect(valueRange({ ...model, own: { lineAt: 30, lineText: '30%' } }, traits).max).toBeGreaterThan(30)
  expect(valueRange({ ...model, own: { lineAt: 20, lineText: '20%' } }, traits).max).toBe(21)
})
