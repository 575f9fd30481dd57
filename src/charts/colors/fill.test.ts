import { describe, expect, test } from 'vitest'
import { fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import { samples } from '../../../tests/charts/samples.ts'
import { lighter } from '../../format/colors/color.ts'
import { drawSvg } from '../svg/svg.ts'
import { defaultTheme } from './theme.ts'

const size = { width: 1024, height: 560 }
const chart = (type: 'bar' | 'column', values: readonly number[]) =>
  drawSvg(
    fixtureChart(type, {
      categories: ['North', 'South', 'West'],
      series: [{ label: 'Change', values: [...values], mark: 'bar', color: 1 }],
    }),
    defaultTheme,
    size,
  )

describe('the colour of falls', () => {
  test('is that of bars to the left of zero', () => {
    expect(chart('bar', [4, -2, 3])).toContain(defaultTheme.downColor)
    expect(chart('bar', [4, 2, 3])).not.toContain(defaultTheme.downColor)
  })

  test('is not that of columns below zero, which may be no falls: a tax benefit, a loss', () => {
    expect(chart('column', [4, -2, 3])).not.toContain(defaultTheme.downColor)
  })
})

test('a bridge ends in full colour, and begins lighter', () => {
  const drawn = drawSvg(samples.bridge, defaultTheme, size)
  expect(drawn).toContain(`"${defaultTheme.totalColor}"`)
  expect(drawn).toContain(`"${lighter(defaultTheme.totalColor, defaultTheme.surfaceColor, 0.3)}"`)
})
