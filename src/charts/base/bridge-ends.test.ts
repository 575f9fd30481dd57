import { describe, expect, it } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { chartTypeOf } from '../chart-types.ts'
import { defaultTheme } from '../colors/theme.ts'
import { drawSvg } from '../svg/svg.ts'
import { breakAcross, levelRange } from './bridge-ends.ts'
import { valueRange } from './range.ts'

const size = { width: 1024, height: 560 }
const { bridge } = samples
const asFigures = { ...bridge, own: { ends: 'figures' } } as const
const barsOf = (svg: string): readonly number[] =>
  [...svg.matchAll(/<rect[^>]*height="([\d.]+)"[^>]*fill="(#\w+)"/g)].map(([, height]) => Number(height))

describe('a bridge whose ends are figures', () => {
  it('has a column under each total that fades out, all as deep, each with a break', () => {
    const drawn = drawSvg(asFigures, defaultTheme, size)
    const totals = bridge.series[0]?.marks.filter((mark) => mark && mark.step !== 'up' && mark.step !== 'down') ?? []
    const faded = [...drawn.matchAll(/<path[^>]*opacity="([\d.]+)"/g)].map(([, strength]) => Number(strength))
    expect(faded.length % totals.length).toBe(0)
    expect(faded.length).toBeGreaterThan(totals.length * 4)
    const one = faded.slice(0, faded.length / totals.length)
    expect(one).toEqual([...one].sort((a, b) => b - a))
    expect(Math.min(...one)).toBeLessThan(0.1)
    const column = { x: 0, y: 40, width: 90, height: 120 }
    expect(breakAcross(column).to.y).toBeGreaterThan(column.y)
    expect(breakAcross(column).from.y + breakAcross(column).gap).toBeLessThan(column.y + column.height)
  })

  const steps = bridge.series[0]?.marks.filter((mark) => mark?.step === 'up' || mark?.step === 'down') ?? []

  it('draws bars for its steps alone, all at one scale that is theirs', () => {
    const heights = barsOf(drawSvg(asFigures, defaultTheme, size))
    expect(heights).toHaveLength(steps.length)
    const scales = heights.map((height, index) => height / Math.abs(steps[index]?.value ?? 1))
    for (const scale of scales) expect(scale).toBeCloseTo(scales[0] ?? 0, 1)
  })

  it('shows them larger than among bars from zero', () => {
    const tallest = (svg: string): number => Math.max(...barsOf(svg).slice(-steps.length))
    const among = barsOf(drawSvg(bridge, defaultTheme, size)).length
    expect(among).toBeGreaterThan(steps.length)
    expect(tallest(drawSvg(asFigures, defaultTheme, size))).toBeGreaterThan(100)
  })

  it('has no axis from zero, and none in common with other charts', () => {
    const shared = { ...asFigures, bounds: { min: 0, max: 1e9 } }
    expect(valueRange(shared, chartTypeOf('waterfall'))).toEqual(levelRange(bridge))
  })
})
