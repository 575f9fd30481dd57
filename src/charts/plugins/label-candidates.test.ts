import { describe, expect, test } from 'vitest'
import { fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import { textBoxes } from '../../../tests/charts/svg-shapes.ts'
import { defaultTheme } from '../colors/theme.ts'
import { drawSvg } from '../svg/svg.ts'

const size = { width: 1024, height: 560 }
const line = (label: string, values: readonly number[], color: number) =>
  ({ label, values, mark: 'line', color, decimals: 1 }) as const
const drawn = drawSvg(
  fixtureChart('line', {
    categories: ['1Q', '2Q', '3Q', '4Q'],
    series: [line('Upper', [3.5, 5.2, 6.9, 8.1], 1), line('Lower', [2.5, 3.6, 4.8, 5.7], 0)],
  }),
  defaultTheme,
  size,
)

/** Where a text stands, and the points of the line whose colour is given. */
const yOf = (text: string): number => Number(new RegExp(`y="([\\d.]+)"[^>]*>${text}<`).exec(drawn)?.[1])
const pointsOf = (color: string): readonly number[] => [
  ...new Set([...drawn.matchAll(new RegExp(`cy="([\\d.]+)"[^>]*fill="${color}"`, 'g'))].map(([, y]) => Number(y))),
]

describe('values of two lines', () => {
  const [context = '', series = ''] = defaultTheme.palette

  test.each([
    ['3.5', 0],
    ['5.2', 1],
    ['6.9', 2],
    ['8.1', 3],
  ])('stand above the upper one, where the lower is near too: %s', (text, index) => {
    expect(yOf(text)).toBeLessThan(pointsOf(series)[index] ?? Number.NaN)
  })

  test.each([
    ['2.5', 0],
    ['3.6', 1],
    ['4.8', 2],
    ['5.7', 3],
  ])('and below the lower one: %s', (text, index) => {
    expect(yOf(text)).toBeGreaterThan(pointsOf(context)[index] ?? Number.NaN)
  })
})

test('no value of a line lies on the line at zero, where it has room elsewhere', () => {
  const svg = drawSvg(
    fixtureChart('line', {
      categories: ['FY20', 'FY21', 'FY22', 'FY23', 'FY24'],
      series: [line('Upper', [70.4, 31.8, 84.4, 101.7, 123.2], 1), line('Lower', [-40.4, -31.8, 14.4, 51.7, 28.4], 2)],
    }),
    defaultTheme,
    { width: 1024, height: 560 },
  )
  const points = [...svg.matchAll(/cy="([\d.]+)"/g)].map(([, y]) => Number(y))
  const [top, bottom] = [Math.min(...points), Math.max(...points)]
  const zero = top + ((bottom - top) * 123.2) / (123.2 + 40.4)
  const values = textBoxes(svg).filter(({ text }) => /^\(?\d+\.\d\)?$/.test(text))
  expect(values).toHaveLength(10)
  expect(values.filter(({ y, height }) => y < zero + 1 && y + height > zero - 1)).toEqual([])
})
