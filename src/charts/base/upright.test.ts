import { describe, expect, it } from 'vitest'
import { fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import type { ChartModel } from '../../model/chart.ts'
import { defaultTheme } from '../colors/theme.ts'
import { drawSvg } from '../svg/svg.ts'

const size = { width: 1728, height: 600 }
const columns = (count: number, more: Partial<ChartModel> = {}): ChartModel => ({
  ...fixtureChart('column', {
    categories: Array.from({ length: count }, (_, index) => `FY0${index}`),
    series: [{ label: 'Sales', values: Array.from({ length: count }, (_, index) => 4 + index), mark: 'bar', color: 1 }],
  }),
  ...more,
})
const barsOf = (chart: ChartModel) =>
  [...drawSvg(chart, defaultTheme, size).matchAll(/<rect x="([\d.]+)"[^>]*? width="([\d.]+)"/g)].map(
    ([, x, width]) => ({ x: Number(x), width: Number(width) }),
  )
const pitchOf = (chart: ChartModel): number => {
  const [first, second] = barsOf(chart)
  return (second?.x ?? 0) - (first?.x ?? 0)
}

describe('few columns', () => {
  it('are no slabs, and stand together in the middle of their line', () => {
    const bars = barsOf(columns(2))
    expect(bars.map(({ width }) => width)).toEqual([208, 208])
    const [left, right] = [bars[0]?.x ?? 0, size.width - (bars[1]?.x ?? 0) - 208]
    expect(left).toBeCloseTo(right, 0)
    expect(pitchOf(columns(2))).toBeLessThanOrEqual(421)
    expect(drawSvg(columns(2), defaultTheme, size)).toMatch(/d="M2 [\d.]+L1726 [\d.]+"/)
  })

  it('share the whole width where words stand under each, as many do anyway', () => {
    expect(pitchOf(columns(2, { spread: true }))).toBeGreaterThan(800)
    expect(pitchOf(columns(6))).toBeCloseTo(1724 / 6, 0)
  })
})

describe('few bars in rows', () => {
  it.each([
    [2, 144],
    [3, 120],
    [4, 90],
    [5, 72],
  ])('%i are %i pixels thick: the fewer, the more they weigh', (count, thickness) => {
    const chart: ChartModel = { ...columns(count), type: 'bar' }
    const heights = [...drawSvg(chart, defaultTheme, size).matchAll(/<rect [^>]*? height="([\d.]+)"/g)]
    expect(heights.map(([, height]) => Number(height))).toEqual(Array.from({ length: count }, () => thickness))
  })
})
