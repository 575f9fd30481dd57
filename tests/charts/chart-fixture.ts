import type { ChartArrow, ChartMark, ChartModel, ChartSeries } from '../../src/model/chart.ts'

/** Hand-made chart models: values as one would type them, their text formatted plainly. */
export type FixtureValue = number | null | (Partial<ChartMark> & { readonly value: number })

export function fixtureText(value: number, decimals = 0): string {
  const text = Math.abs(value).toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  return value < 0 ? `(${text})` : text
}

function fixtureMark(value: FixtureValue, { label = '', decimals = 0, suffix = '' } = {}): ChartMark | null {
  if (value === null) return null
  const part = typeof value === 'number' ? { value } : value
  const text = `${fixtureText(part.value, decimals)}${suffix}`
  return { text, fact: `f.${label}`, drawn: 'solid', tip: { label, value: text, source: 'Example report' }, ...part }
}

interface FixtureSeries {
  readonly label: string
  readonly values: readonly FixtureValue[]
  readonly color?: number
  readonly mark?: ChartSeries['mark']
  readonly axis?: ChartSeries['axis']
  readonly decimals?: number
  readonly suffix?: string
}

function fixtureSeries({
  label,
  values,
  color = 1,
  mark = 'bar',
  axis = 'value',
  ...format
}: FixtureSeries): ChartSeries {
  return {
    id: label.toLowerCase(),
    label,
    color,
    mark,
    axis,
    marks: values.map((value) => fixtureMark(value, { label, ...format })),
  }
}

export function fixtureChart(
  type: string,
  parts: {
    readonly categories: readonly string[]
    readonly series: readonly FixtureSeries[]
    readonly emphasis?: number
    readonly scenarios?: Readonly<Record<number, 'target' | 'forecast'>>
    readonly tiers?: boolean
    readonly totals?: readonly FixtureValue[]
    readonly arrows?: readonly ChartArrow[]
    readonly rows?: readonly { readonly label: string; readonly cells: readonly string[] }[]
    readonly more?: Partial<ChartModel>
  },
): ChartModel {
  const { categories, series, totals, arrows = [], rows = [], scenarios = {}, emphasis, more } = parts
  return {
    id: `fixture-chart-${type}`,
    type,
    title: type,
    unit: 'JPY million',
    summary: `A ${type} chart.`,
    categories: categories.map((label, index) => ({
      label,
      scenario: scenarios[index] ?? 'actual',
      emphasis: index === emphasis,
      ...(parts.tiers ? { tier: { short: label.slice(0, 2), group: `FY${label.slice(2)}` } } : {}),
    })),
    series: series.map(fixtureSeries),
    ...(totals ? { totals: totals.map((value) => fixtureMark(value)) } : {}),
    rows: rows.map(({ label, cells }) => ({ label, cells: cells.map((text) => ({ text, fact: null })) })),
    arrows,
    bounds: null,
    labels: 'auto',
    legend: 'direct',
    notes: [],
    sources: [],
    ...more,
  }
}
