import { expect, test } from 'vitest'
import { defaultTheme } from '../../src/charts/colors/theme.ts'
import { drawSvg } from '../../src/charts/svg/svg.ts'
import { chartsIn, metric } from './_small-deck.ts'

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
