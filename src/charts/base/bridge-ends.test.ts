import { describe, expect, it } from 'vitest'
import { samples } from '../../../tests/charts/samples.ts'
import { chartTypeOf } from '../chart-types.ts'
import { defaultTheme } from '../colors/theme.ts'
import { drawSvg } from '../svg/svg.ts'
import { cutColumn, levelRange } from './bridge-ends.ts'
import { valueRange } from './range.ts'

const size = { width: 1024, height: 560 }
const { bridge } = samples
const asFigures = { ...bridge, own: { ends: 'figures' } } as const
const barsOf = (svg: string): readonly number[] =>
  [...svg.matchAll(/<rect[^>]*height="([\d.]+)"[^>]*fill="(#\w+)"/g)].map(([, height]) => Number(height))

describe('a bridge whose ends are figures', () => {
  it('has a column under each total in its full colour, all cut across at one height above their common base', () => {
    const plot = { y: 20, height: 400 }
    const [low, high] = [cutColumn({ x: 0, width: 90 }, 300, plot), cutColumn({ x: 200, width: 90 }, 60, plot)]
    expect([low, high].map(({ box }) => box.y + box.height)).toEqual([420, 420])
    expect(low.cut.map(([, y]) => y)).toEqual(high.cut.map(([, y]) => y))
    expect(Math.max(...low.cut.map(([, y]) => y))).toBeLessThan(420)
    expect(Math.min(...low.cut.map(([, y]) => y))).toBeGreaterThan(300)
    expect(drawSvg(asFigures, defaultTheme, size)).not.toContain('opacity=')
  })

  const steps = bridge.series[0]?.marks.filter((mark) => mark?.step === 'up' || mark?.step === 'down') ?? []

  it('draws bars for its steps alone, all at one scale that is theirs', () => {
    const totals = bridge.series[0]?.marks.filter((mark) => mark && mark.step !== 'up' && mark.step !== 'down') ?? []
    const all = barsOf(drawSvg(asFigures, defaultTheme, size))
    expect(all).toHaveLength(steps.length + totals.length)
    const heights = all.slice(0, steps.length)
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
