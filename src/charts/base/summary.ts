import { fill } from '../../language/fill.ts'
import type { ChartWords } from '../../language/language.ts'
import type { ChartModel, ChartSeries } from '../../model/chart.ts'

type Shown = Pick<ChartModel, 'categories' | 'series' | 'panels'>

/** Each series from its first value to its last; of one category alone, its values. */
export function movements(chart: Shown, words: ChartWords): string[] {
  if (chart.categories.length < 2) return listedValues(chart)
  const series = chart.panels ? chart.panels.flatMap((panel) => panel.series) : chart.series
  const labels = chart.categories.map(({ label }) => label)
  return series.map((one) => movement(one, labels, words)).filter((text) => text !== '')
}

/** "Recurring from 13,050 in 1Q08 to 14,032 in 4Q08". */
function movement({ label, marks }: ChartSeries, categories: readonly string[], words: ChartWords): string {
  const first = marks.findIndex((mark) => mark !== null)
  const last = marks.findLastIndex((mark) => mark !== null)
  const [from, to] = [marks[first], marks[last]]
  if (!from || !to) return ''
  const [start = '', end = ''] = [categories[first], categories[last]]
  if (first === last) return fill(words.single, { label, value: from.text, period: start })
  return fill(words.movement, { label, from: from.text, first: start, to: to.text, last: end })
}

/** Every value after the name of its category: "Recurring 54,064". */
export function listedValues({ series, categories }: Shown): string[] {
  return series.flatMap(({ marks }) =>
    marks.flatMap((mark, index) => (mark ? [`${categories[index]?.label ?? ''} ${mark.text}`] : [])),
  )
}

/** The value of each series after its name. */
export function namedValues({ series }: Shown): string[] {
  return series.map(({ label, marks }) => `${label} ${marks[0]?.text ?? ''}`.trim())
}
