import { describe, expect, it, test } from 'vitest'
import { fixtureChart } from '../../../../tests/charts/chart-fixture.ts'
import { rects, textBoxes } from '../../../../tests/charts/svg-shapes.ts'
import { contrast } from '../../../format/colors/color.ts'
import type { ChartModel } from '../../../model/chart.ts'
import { defaultTheme } from '../../colors/theme.ts'
import { drawSvg } from '../../svg/svg.ts'
import { overlaps } from '../box.ts'
import { lineAcross, lineStrokes } from './line-across.ts'

const bar = (y: number, length: number) => ({
  box: { x: 100, y, width: length, height: 40 },
  value: { x: 100 + length, y: y + 8, width: 60, height: 24 },
})
const room = {
  plot: { x: 100, y: 0, width: 1000, height: 240 },
  range: { min: 0, max: 100 },
  bars: [bar(20, 1000), bar(100, 450), bar(180, 200)],
  size: { width: 50, height: 20 },
  width: 1200,
}
const at = (value: number) => ({ own: { lineAt: value, lineText: `${value}%` } })

describe('a line through bars', () => {
  it('stands at its value, and leaves a value free that it would meet, not the row of its bar', () => {
    const far = lineAcross(at(80), room)
    expect([far?.x, far?.spans]).toEqual([900, [[0, 240]]])
    expect(lineAcross(at(50), room)?.spans).toEqual([
      [0, 102],
      [138, 240],
    ])
  })

  it('ends with the plot, but for less than a dash', () => {
    const last = (y: number) => ({ ...room, bars: [bar(20, 1000), bar(100, 200), bar(y, 450)] })
    expect(lineAcross(at(50), last(180))?.spans.at(-1)).toEqual([218, 240])
    expect(lineAcross(at(50), last(196))?.spans).toEqual([[0, 198]])
  })

  it('has its own value beside the lowest bar that leaves it room', () => {
    expect(lineAcross(at(50), room)?.label).toMatchObject({ x: 612, y: 190 })
    const longer = { ...room, bars: [bar(20, 200), bar(100, 1000)] }
    expect(lineAcross(at(50), longer)?.label).toMatchObject({ x: 612, y: 30 })
  })

  it('has it close over a bar where each row has its own value there, or over the plot where bars stand too close', () => {
    const crowded = { ...room, bars: [bar(20, 1000), bar(100, 490), bar(180, 480)] }
    expect(lineAcross(at(50), crowded)?.label).toMatchObject({ x: 612, y: 156 })
    const close = { ...room, bars: [bar(0, 1000), bar(60, 490), bar(120, 480)] }
    expect(lineAcross(at(50), close)?.label).toMatchObject({ x: 575, y: -23 })
  })

  it.each([
    ['without a value', {}],
    ['at the start of the bars', at(0)],
    ['beyond all of them', at(100)],
  ])('is not drawn %s', (_, model) => {
    expect(lineAcross(model, room)).toBeUndefined()
  })
})

const percent = (values: readonly number[], line: number, more: Partial<ChartModel> = {}): ChartModel =>
  fixtureChart('bar', {
    categories: values.map((_, index) => `Company ${index}`),
    series: [{ label: 'Ownership', values, decimals: 1, suffix: '%' }],
    more: { own: { lineAt: line, lineText: `${line}%` }, ...more },
  })

describe.each([
  ['a slide', { width: 1680, height: 608 }],
  ['half a slide', { width: 864, height: 408 }],
  ['a phone', { width: 358, height: 260 }],
])('the value of a line on %s', (_, size) => {
  test.each([
    ['one bar, one point under it', [80, 50, 49], 50],
    ['a bar half a point over it', [80, 49, 50], 49.5],
    ['all values at it', [50, 50, 50, 50, 50, 50, 50, 50], 50],
    ['one bar alone', [80], 95],
    ['bars that end before it', [4, 18, 21.4], 30],
    ['a line below zero', [-6.1, -3.5, 21.4, 9.8], -5],
    ['only falls', [-6, -5, -4.9, -5.1, -5], -5],
    ['many bars of all lengths', [99, 90, 80, 70, 60, 50, 40, 30, 20, 10], 55],
  ])('stands upon no bar and no text: %s', (_case, values, line) => {
    const model = percent(values, line)
    const svg = drawSvg(model, defaultTheme, size)
    const all = textBoxes(svg)
    const [label] = all.filter(({ text }) => text === `${line}%`)
    if (!label) throw new Error('the line has no value')
    const upon = [...all.filter((one) => one !== label), ...rects(svg)].filter((one) => overlaps(one, label))
    expect(upon).toEqual([])
    const level = all.filter(({ y, height, x }) => x < label.x && Math.abs(y + height - label.y - label.height) < 2)
    const dash = svg.match(/stroke-dasharray/g) ?? []
    expect(dash.length).toBeGreaterThan(0)
    if (line > Math.max(...values)) expect(level.every(({ x, width }) => x + width + 12 < label.x)).toBe(true)
    expect(label.x >= 0 && label.y >= 0 && label.x + label.width <= size.width).toBe(true)
  })
})

test.each([1, 2, 3, 5, 9])(
  'a line has 3 : 1 with what is around it, over bars of slot %i as on the ground',
  (color) => {
    const marked = percent([80, 40], 60)
    const model = { ...marked, series: marked.series.map((series) => ({ ...series, color })) }
    for (const theme of [defaultTheme, { ...defaultTheme, ...defaultTheme.deep }]) {
      const [edge, line] = lineStrokes({ theme, model })
      expect(contrast(edge.color, theme.palette[color] ?? '')).toBeGreaterThanOrEqual(3)
      expect(contrast(line.color, edge.color)).toBeGreaterThanOrEqual(3)
      expect([edge.color, edge.width >= line.width + 4]).toEqual([theme.surfaceColor, true])
      expect(line.color).not.toBe(theme.palette[color])
    }
    const strokes = [...drawSvg(model, defaultTheme, { width: 1280, height: 400 }).matchAll(/stroke-width="(8|4)"/g)]
    expect(strokes.map(([, width]) => width).slice(0, 2)).toEqual(['8', '4'])
  },
)
