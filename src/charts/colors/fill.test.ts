import { describe, expect, test } from 'vitest'
import { fixtureChart } from '../../../tests/charts/chart-fixture.ts'
import { samples } from '../../../tests/charts/samples.ts'
import { contrast } from '../../format/colors/color.ts'
import type { ChartModel } from '../../model/chart.ts'
import { drawSvg } from '../svg/svg.ts'
import { calmColor, contextTint } from './fill.ts'
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

  test('is that of a bar which is said to be one, beside bars in another', () => {
    const model = fixtureChart('bar', {
      categories: ['Sales', 'Costs'],
      series: [{ label: 'Change', values: [4, 6], mark: 'bar', color: 1 }],
    })
    const series = model.series.map((each) => ({
      ...each,
      marks: each.marks.map((mark, index) => mark && (index === 1 ? { ...mark, isFall: true as const } : mark)),
    }))
    const drawn = drawSvg({ ...model, series }, defaultTheme, size)
    expect(drawn).toContain(`fill="${defaultTheme.downColor}"`)
    expect(drawn).toContain(`fill="${defaultTheme.palette[1]}"`)
  })

  test('is not that of columns below zero, which may be no falls, such as a tax benefit', () => {
    expect(chart('column', [4, -2, 3])).not.toContain(defaultTheme.downColor)
  })

  test('is that of columns of a loss, and of no stack or group of columns', () => {
    const column = (names: readonly string[]): string => {
      const series = names.map((label, color) => ({ label, values: [4, -2, 3], mark: 'bar' as const, color }))
      const model = fixtureChart(names.length > 1 ? 'grouped-column' : 'column', {
        categories: ['North', 'South', 'West'],
        series,
      })
      const marked = model.series.map((each) => ({
        ...each,
        marks: each.marks.map((mark) => mark && (mark.value < 0 ? { ...mark, isFall: true as const } : mark)),
      }))
      return drawSvg({ ...model, series: marked }, defaultTheme, size)
    }
    expect(column(['Net result'])).toContain(defaultTheme.downColor)
    expect(column(['Net result', 'Cash flow'])).not.toContain(defaultTheme.downColor)
  })
})

test('bars beside the one that matters are calm: half as strong in grey print, and nothing stands behind it', () => {
  const columns = fixtureChart('column', {
    categories: ['FY06', 'FY07', 'FY08'],
    series: [{ label: 'Sales', values: [4, 5, 6], mark: 'bar', color: 1 }],
    emphasis: 2,
  })
  const [, strong = ''] = defaultTheme.palette
  const calm = calmColor(strong, defaultTheme)
  const fills = [...drawSvg(columns, defaultTheme, size).matchAll(/<rect[^>]*fill="(#\w+)"/g)].map(([, fill]) => fill)
  expect(fills).toEqual([calm, calm, strong])
  expect(contrast(strong, calm)).toBeGreaterThanOrEqual(2)
})

test('a bridge ends in full colour, and begins calm', () => {
  const drawn = drawSvg(samples.bridge, defaultTheme, size)
  expect(drawn).toContain(`"${defaultTheme.totalColor}"`)
  expect(drawn).toContain(`"${calmColor(defaultTheme.totalColor, defaultTheme)}"`)
})

test('a step that is context is a tint of its colour', () => {
  const [series] = samples.bridge.series
  const marks = (series?.marks ?? []).map((mark) =>
    mark?.step === 'down' ? { ...mark, isContext: true as const } : mark,
  )
  const drawn = drawSvg({ ...samples.bridge, series: series ? [{ ...series, marks }] : [] }, defaultTheme, size)
  expect(drawn).toContain(`"${calmColor(defaultTheme.downColor, defaultTheme)}"`)
  expect(drawn).not.toContain(`"${defaultTheme.downColor}"`)
  expect(drawn).toContain(`"${defaultTheme.upColor}"`)
})

describe('a bridge with one highlighted step', () => {
  const marks = samples.bridge.series[0]?.marks ?? []
  const at = marks.findIndex((mark) => mark?.step === 'down')
  const decided = {
    ...samples.bridge,
    categories: samples.bridge.categories.map((category, index) => ({ ...category, emphasis: index === at })),
  }

  test('has the lesser steps of its sign as clear tints', () => {
    const { downColor, upColor } = defaultTheme
    const drawn = drawSvg(decided, defaultTheme, size)
    expect(drawn).toContain(`"${downColor}"`)
    expect(drawn).toContain(`"${calmColor(upColor, defaultTheme)}"`)
    expect(drawn).not.toContain(`fill="${upColor}"`)
  })

  test('has its value 1.6 to 1.8 times as large as the others, on small charts a step', () => {
    const ratioIn = (size: { readonly width: number; readonly height: number }): number => {
      const sizes = [...drawSvg(decided, defaultTheme, size).matchAll(/font-size="([\d.]+)"[^>]*>([^<]*)</g)]
      const sizeOf = (text: string | undefined): number => Number(sizes.find(([, , own]) => own === text)?.[1])
      const other = marks.find((mark, index) => index !== at && mark?.step === 'up')
      return sizeOf(marks[at]?.text) / sizeOf(other?.text)
    }
    expect(ratioIn(size)).toBeGreaterThan(1.6)
    expect(ratioIn(size)).toBeLessThan(1.8)
    const small = ratioIn({ width: 600, height: 400 })
    expect(small).toBeGreaterThan(1.25)
    expect(small).toBeLessThan(1.4)
  })
})

describe('a bridge with a highlighted end', () => {
  const { downColor, totalColor } = defaultTheme
  const marks = samples.bridge.series[0]?.marks ?? []
  const starts = (index: number): ChartModel => ({
    ...samples.bridge,
    categories: samples.bridge.categories.map((category, at) => ({ ...category, emphasis: at === index })),
  })

  test('has it in full colour, the other end calm, and its steps as they are', () => {
    const drawn = drawSvg(starts(0), defaultTheme, size)
    expect(drawn.indexOf(`fill="${totalColor}"`)).toBeLessThan(drawn.indexOf(calmColor(totalColor, defaultTheme)))
    expect(drawn).toContain(`fill="${downColor}"`)
  })

  test('ends in the colour of falls below zero', () => {
    const series = samples.bridge.series.map((one) => ({
      ...one,
      marks: marks.map((mark) => (mark?.step === 'end' ? { ...mark, value: -Math.abs(mark.value) } : mark)),
    }))
    expect(drawSvg({ ...samples.bridge, series }, defaultTheme, size)).not.toContain(`fill="${totalColor}"`)
  })
})

describe('the context of the only series in another colour of its stacks', () => {
  const { palette, surfaceColor } = defaultTheme
  const [grey = ''] = palette
  const tint = contextTint(grey, defaultTheme)
  const stack = (colors: readonly number[], type = 'stacked-column') =>
    drawSvg(
      fixtureChart(type, {
        categories: ['FY07', 'FY08'],
        series: colors.map((color, index) => ({ label: `Part ${index}`, values: [40, 50], color })),
      }),
      defaultTheme,
      size,
    )

  test.each(['stacked-column', 'stacked-bar'])('is a light grey with an edge in the grey itself: %s', (type) => {
    const drawn = stack([1, 0], type)
    expect(drawn).toContain(`fill="${tint}"`)
    expect(drawn).toContain(`stroke="${grey}"`)
  })

  test('is the grey itself beside several colours, alone and side by side', () => {
    for (const drawn of [stack([1, 2, 0]), stack([0, 0]), stack([1, 0], 'grouped-column')]) {
      expect(drawn).not.toContain(tint)
      expect(drawn).toContain(`fill="${grey}"`)
    }
  })

  test('has an edge that stands out from the ground, and a fill that is apart from each neighbour in grey print', () => {
    const { deep } = defaultTheme
    for (const theme of [defaultTheme, { ...defaultTheme, ...deep }]) {
      const [own = '', ...others] = theme.palette
      expect(contrast(own, theme.surfaceColor)).toBeGreaterThanOrEqual(3)
      for (const other of others) expect(contrast(contextTint(own, theme), other)).toBeGreaterThanOrEqual(2)
    }
    expect(contrast(tint, surfaceColor)).toBeLessThan(2)
  })
})

test('a target on the dark ground is light enough not to recede behind what was reached', () => {
  const columns = fixtureChart('column', {
    categories: ['FY08', 'FY09'],
    series: [{ label: 'Sales', values: [5, 6], mark: 'bar', color: 1 }],
  })
  const [series] = columns.series
  const marks =
    series?.marks.map((mark, index) => (mark && index === 1 ? { ...mark, drawn: 'target' as const } : mark)) ?? []
  const fillOf = (model: ChartModel): string =>
    [...drawSvg(model, defaultTheme, size).matchAll(/<rect[^>]*fill="(#\w+)"/g)][1]?.[1] ?? ''
  const model = { ...columns, series: series ? [{ ...series, marks }] : [] }
  const { deep, surfaceColor } = defaultTheme
  expect(contrast(fillOf(model), surfaceColor)).toBeLessThan(1.5)
  expect(contrast(fillOf({ ...model, ground: 'dark' }), deep?.surfaceColor ?? surfaceColor)).toBeGreaterThan(1.9)
})
