import type { ChartModel, ChartText } from '../../model/chart.ts'
import { csvText } from '../csv.ts'

interface Words {
  readonly total: string
  readonly series: string
}

const textsOf = (marks: readonly (ChartText | null)[]): readonly string[] => marks.map((mark) => mark?.text ?? '')

/** What a chart's table shows, a row a series, under its periods; panels one under the other. */
function chartRows(chart: ChartModel, words: Words): readonly (readonly string[])[] {
  const { panels = [] } = chart
  if (panels.length > 0) return panels.flatMap((panel) => [[panel.title], ...chartRows(panel, words), []])
  return [
    [words.series, ...chart.categories.map(({ label }) => label)],
    ...chart.series.map(({ label, marks }) => [label, ...textsOf(marks)]),
    ...(chart.totals ? [[words.total, ...textsOf(chart.totals)]] : []),
    ...chart.rows.map(({ label, cells }) => [label, ...textsOf(cells)]),
  ]
}

/** A chart as CSV: its title and unit, then its numbers as printed. */
export const chartCsv = (chart: ChartModel, words: Words): string =>
  csvText([[chart.title, chart.unit], ...chartRows(chart, words)])
