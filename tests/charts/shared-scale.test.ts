import { expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, compileCharts, metric } from './_small-deck.ts'

const between = (from: string): string => `{from: ${from}, to: H1 2023, as: relative}`

/** Pixels for each million, by the columns of two charts side by side on one scale. */
function scales(differences: readonly string[]): readonly number[] {
  const rows = { low: [4759, 3800, 2860], high: [11_146, 11_500, 12_007] }
  const charts = chartsIn({
    metrics: Object.keys(rows).map((id) => metric(id, `The ${id}`)),
    figures: [
      'metric,unit,H1 2022,H2 2022,H1 2023,source',
      ...Object.entries(rows).map(([id, values]) => `${id},EUR mn,${values.join(',')},R1`),
    ],
    charts: Object.keys(rows).map(
      (id, at) =>
        `type: column\nseries: [${id}]\nperiods: [H1 2022, H2 2022, H1 2023]\ndifferences: [${differences[at]}]`,
    ),
  })
  return charts.map((chart, at) => {
    const svg = drawSvg(chart, defaultTheme, { width: 832, height: 624 })
    const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height))
    const values = at === 0 ? rows.low : rows.high
    const found = heights.slice(0, values.length).map((height, index) => height / (values[index] ?? 1))
    expect(Math.max(...found) / Math.min(...found)).toBeLessThan(1.01)
    return found[0] ?? 0
  })
}

test.each([
  ['each under a bracket', [between('H1 2022'), between('H1 2022')]],
  ['one under a bracket', [between('H1 2022'), '']],
  ['one under two', [between('H1 2022'), `${between('H1 2022')}, ${between('H2 2022')}`]],
])('a million is as high in two charts on one scale: %s', (_name, differences) => {
  const [one = 0, other = 0] = scales(differences)
  expect(one).toBeGreaterThan(0)
  expect(one / other).toBeCloseTo(1, 2)
})

/** Pixels for each million, by the bars of the charts of a slide in their box; `side` is what values make longer. */
function lengths(charts: readonly string[], side: 'width' | 'height', values: readonly number[][]): readonly number[] {
  const { deck } = compileCharts({
    metrics: [
      metric('north', 'North'),
      metric('long', 'Asset management for institutions abroad'),
      metric('south', 'South'),
      metric('loss', 'Loss'),
    ],
    figures: [
      'metric,unit,H1 2023,source',
      'north,EUR mn,400,R1',
      'long,EUR mn,300,R1',
      'south,EUR mn,500,R1',
      'loss,EUR mn,-200,R1',
    ],
    charts,
  })
  const drawn =
    deck?.slides.flatMap(({ visuals }) => visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual] : []))) ?? []
  expect(drawn).toHaveLength(charts.length)
  return drawn.map(({ chart, box }, at) => {
    const svg = drawSvg(chart, defaultTheme, box)
    const bars = [...svg.matchAll(/<rect x="[\d.-]+" y="[\d.-]+" width="([\d.]+)" height="([\d.]+)"/g)]
      .map(([, width, height]) => ({ width: Number(width), height: Number(height) }))
      .filter(({ width, height }) => width < box.width && height < box.height)
    const own = values[at] ?? []
    const found = own.map((value, index) => (bars[index]?.[side] ?? 0) / value)
    expect(Math.max(...found) / Math.min(...found)).toBeLessThan(1.02)
    return found[0] ?? 0
  })
}

const bars = (...items: readonly string[]): string =>
  `type: bar\nsort: none\nitems: [${items.map((id) => `{metric: ${id}}`).join(', ')}]\nperiod: H1 2023`

test.each([
  [
    'names of different widths',
    [bars('north', 'south'), bars('long', 'south')],
    [
      [400, 500],
      [300, 500],
    ],
  ],
  [
    'one of bars that fall too',
    [bars('north', 'south'), bars('north', 'loss')],
    [
      [400, 500],
      [400, 200],
    ],
  ],
  ['one of bars that only fall', [bars('north', 'long'), bars('loss')], [[400, 300], [200]]],
])('a million is as wide in two charts of lying bars on one scale: %s', (_name, charts, values) => {
  const [one = 0, other = 0] = lengths(charts, 'width', values)
  expect(one).toBeGreaterThan(0)
  expect(one / other).toBeCloseTo(1, 2)
})

test('a million is as high in two charts on one scale, one with a legend over it', () => {
  const charts = [
    'type: column\nseries: [south]\nperiods: [H1 2023]',
    'type: grouped-column\nlegend: top\nseries: [north, long]\nperiods: [H1 2023]',
  ]
  const [one = 0, other = 0] = lengths(charts, 'height', [[500], [300]])
  expect(one).toBeGreaterThan(0)
  expect(one / other).toBeCloseTo(1, 2)
})
