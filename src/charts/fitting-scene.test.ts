import { describe, expect, test } from 'vitest'
import { type FixtureValue, fixtureChart } from '../../tests/charts/chart-fixture.ts'
import { textBoxes } from '../../tests/charts/svg-shapes.ts'
import { chartTypeOf } from './chart-types.ts'
import { defaultTheme } from './colors/theme.ts'
import { fittingScene } from './fitting-scene.ts'
import { leftOut } from './left-out.ts'
import { drawSvg } from './svg/svg.ts'

const full = { width: 1728, height: 656 }
const half = { width: 1112, height: 832 }
const short = ['North', 'East', 'South', 'West', 'Isles', 'Coast', 'Hills', 'Lakes']
const one = (values: readonly FixtureValue[]) => [{ label: 'Sales', values }]

function sizesOf(type: string, values: readonly FixtureValue[], size = full, names: readonly string[] = short) {
  const model = fixtureChart(type, { categories: names.slice(0, values.length), series: one(values) })
  const { label, category } = fittingScene(model, { type: chartTypeOf(type), theme: defaultTheme, size }).sizes
  return [label, category]
}

describe('few marks on a large field have larger type', () => {
  test.each(['column', 'bar', 'line'])('in a %s chart over a slide and over half of one', (type) => {
    expect(sizesOf(type, [4, 5, 6, 7])).toEqual([36, 34])
    expect(sizesOf(type, [4, 5, 6, 7], half)).toEqual([32, 30])
  })

  test('more of them less, and those of a low chart', () => {
    expect(sizesOf('column', [1, 2, 3, 4, 5, 6, 7, 8])).toEqual([28, 28])
    expect(sizesOf('bar', [1, 2, 3, 4, 5, 6, 7, 8])).toEqual([28, 28])
    expect(sizesOf('column', [4, 5, 6], { width: 1728, height: 400 })).toEqual([30, 30])
  })

  test('names keep their size where they would need more lines', () => {
    const names = ['Current business', 'Other', 'Services', 'Goods', 'Rent', 'Interest']
    expect(sizesOf('column', [4, 5, 6, 7, 8, 9], full, names)).toEqual([36, 30])
  })

  test('nothing is lost by it', () => {
    const values = [4_567_890, 5_678_901, 6_789_012, 7_890_123, 8_901_234, 9_012_345].map((value) => value * 10_000_000)
    expect(sizesOf('column', values)).toEqual([30, 30])
    const parts = [
      { label: 'Recurring', values: [90, 88], mark: 'bar' },
      { label: 'One-time', values: [11, 12], mark: 'bar' },
    ] as const
    for (const height of [450, 480, 560, 656, 720]) {
      const stack = fixtureChart('stacked-column', { categories: ['FY07', 'FY08'], series: parts })
      expect(leftOut(stack, { width: 1728, height })).toEqual({ labels: [], values: [] })
    }
  })
})

test('names at the ends of a slope are larger where each stays whole, and in its line', () => {
  const slope = (names: readonly string[]) => {
    const series = names.map((label, at) => ({ label, values: [100 + 20 * at, 300 - 30 * at], mark: 'line' as const }))
    const model = fixtureChart('slope', { categories: ['FY07', 'FY08'], series })
    return fittingScene(model, { type: chartTypeOf('slope'), theme: defaultTheme, size: full }).sizes.label
  }
  expect(slope(['Home', 'Office'])).toBe(32)
  expect(slope(['Home', 'Office and laboratory sites', 'Shops'])).toBe(32)
  expect(slope(['Home', 'Office and laboratory sites abroad', 'Shops', 'Depots'])).toBeLessThan(32)
  expect(slope(['Home', 'Office', 'Shops', 'Depots', 'Ports', 'Farms'])).toBeLessThan(26)
})

describe('values of a line', () => {
  const chart = fixtureChart('line', {
    categories: ['1Q', '2Q', '3Q', '4Q'],
    series: [{ label: 'Margin', values: [23.1, 18.5, 18.7, 21.4], mark: 'line', decimals: 1 }],
    emphasis: 3,
  })
  const drawn = drawSvg(chart, defaultTheme, full)
  const boxOf = (text: string) =>
    textBoxes(drawn).find((box) => box.text === text) ?? { y: Number.NaN, height: Number.NaN }
  const points = [...new Set([...drawn.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y)))]

  test.each([
    ['23.1', 0],
    ['18.5', 1],
    ['18.7', 2],
    ['21.4', 3],
  ])('all stand above it, beside it where it comes from above: %s', (text, index) => {
    expect(boxOf(text).y + boxOf(text).height).toBeLessThan(points[index] ?? Number.NaN)
  })

  test('are larger at the period that matters', () => {
    expect(boxOf('21.4').height / boxOf('18.7').height).toBeCloseTo(1.3, 1)
  })
})
