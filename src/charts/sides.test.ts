import { expect, test } from 'vitest'
import { fixtureChart } from '../../tests/charts/chart-fixture.ts'
import { textBoxes } from '../../tests/charts/svg-shapes.ts'
import { defaultTheme } from './colors/theme.ts'
import { besidePlot, wayOf } from './sides.ts'
import { drawSvg } from './svg/svg.ts'

const size = { width: 1728, height: 464 }
const stacked = fixtureChart('stacked-column', {
  categories: ['Q1', 'Q2', 'Q3', 'Q4'],
  series: [
    { label: 'Heat', values: [4, 5, 6, 7], mark: 'bar', color: 1 },
    { label: 'Cooling', values: [2, 2, 3, 3], mark: 'bar', color: 2 },
  ],
})

test('where words stand under columns the names of series stand over these, which share the whole width', () => {
  expect(besidePlot(stacked, size)).toBeGreaterThan(50)
  const spread = { ...stacked, spread: true } as const
  expect(besidePlot(spread, size)).toBeLessThan(8)
  const boxes = textBoxes(drawSvg(spread, defaultTheme, size))
  for (const [index, label] of ['Q1', 'Q2', 'Q3', 'Q4'].entries()) {
    const box = boxes.find(({ text }) => text === label)
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) / 2 - (index + 0.5) * 432)).toBeLessThan(8)
  }
})

test.each([
  ['column', 'upright'],
  ['bar', 'sideways'],
  ['doughnut', undefined],
  ['small-multiples', undefined],
])('%s charts stand %s', (type, way) => {
  expect(wayOf({ type })).toBe(way)
})
