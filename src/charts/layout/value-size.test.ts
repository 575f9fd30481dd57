import { describe, expect, test } from 'vitest'
import { type FixtureValue, fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import { textBoxes } from '../../../tests/charts/svg-shapes.ts'
import { defaultTheme } from '../colors/theme.ts'
import { drawSvg } from '../svg/svg.ts'
import { hangs } from './value-size.ts'

const names = ['North', 'East', 'South', 'West', 'Isles', 'Coast']

/** How many times as large as the others the value of the bars at these places is. */
function timesOf(type: string, values: readonly FixtureValue[], decisive: readonly number[], height = 560): number {
  const chart = fixtureChart(type, {
    categories: names.slice(0, values.length),
    series: [{ label: 'Sales', values }],
  })
  const categories = chart.categories.map((one, index) => ({ ...one, emphasis: decisive.includes(index) }))
  const boxes = textBoxes(drawSvg({ ...chart, categories }, defaultTheme, { width: 1136, height }))
  const heightOf = (index: number): number =>
    boxes.find(({ text }) => text === chart.series[0]?.marks[index]?.text)?.height ?? Number.NaN
  const other = values.findIndex((_, index) => !decisive.includes(index))
  return heightOf(decisive[0] ?? 0) / heightOf(other)
}

describe('the value that a chart is about is printed', () => {
  test.each(['column', 'bar'])('1.7 times as large as the others in a %s chart', (type) => {
    expect(timesOf(type, [40, 55, 62], [2])).toBeCloseTo(1.7, 1)
    expect(timesOf(type, [40, 55, 62], [0, 2])).toBeCloseTo(1.7, 1)
  })

  test('a step larger where it is one of several', () => {
    expect(timesOf('column', [40, 55, 62, 71], [1, 2, 3])).toBeCloseTo(1.3, 1)
  })

  test('as large as the row of its bar has room', () => {
    expect(timesOf('bar', [1, 2, 3, 4, 5, 6], [5], 300)).toBeLessThan(1.6)
    expect(timesOf('bar', [1, 2, 3, 4, 5, 6], [5], 200)).toBe(1)
  })

  test('as large as its column has room beside the others', () => {
    const values = [1_234_567, 2_345_678, 3_456_789, 4_567_890, 5_678_901, 6_789_012].map((value) => value * 1000)
    expect(timesOf('column', values, [5])).toBeLessThan(1.6)
  })
})

test('the plot leaves the height that it takes over the highest column and under the lowest', () => {
  for (const values of [
    [10, 20, 90],
    [-10, -20, -90],
  ]) {
    const chart = fixtureChart('column', {
      categories: names.slice(0, 3),
      series: [{ label: 'Sales', values }],
      emphasis: 2,
    })
    const boxes = textBoxes(drawSvg(chart, defaultTheme, { width: 1136, height: 560 }))
    const at = (text: string) => boxes.find((box) => box.text === text) ?? { x: 0, y: Number.NaN, width: 0, height: 0 }
    const value = at(values[2] === 90 ? '90' : '(90)')
    expect(value.y).toBeGreaterThan(0)
    expect(value.y + value.height).toBeLessThan(at('South').y)
  }
})

test('charts side by side on one scale keep their base lines level, whichever way their columns go', () => {
  const linesOf = (value: number): readonly string[] => {
    const series = [{ label: 'Growth', values: [value] }]
    const more = { bounds: { min: -20, max: 20 } }
    const chart = fixtureChart('column', { categories: ['FY08'], series, emphasis: 0, more })
    const svg = drawSvg(chart, defaultTheme, { width: 830, height: 560 })
    return [...svg.matchAll(/<path d="M[\d.]+ ([\d.]+)L[\d.]+ \1"/g)].map(([, y = '']) => y)
  }
  expect(linesOf(14)).toHaveLength(1)
  expect(linesOf(14)).toEqual(linesOf(-18))
})

test('what prints as zero has its value on the side of rises, what prints as a fall under its bar', () => {
  expect(hangs({ value: -0.002, text: '0.0%' })).toBe(false)
  expect(hangs({ value: -0.002, text: '(0.002%)' })).toBe(true)
  expect(hangs({ value: -3, text: '' })).toBe(true)
  expect(hangs({ value: 3, text: '3', step: 'down' })).toBe(true)
})
