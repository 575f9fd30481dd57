import type { ChartModel, ChartSeries, Mark } from '../../model/chart.ts'
import type { Column } from './chart-periods.ts'

const kinds: Readonly<Record<ChartModel['type'], string>> = {
  column: 'Column chart',
  'stacked-column': 'Stacked column chart',
  'stacked-column-100': 'Stacked column chart of shares',
  'grouped-column': 'Grouped column chart',
  bar: 'Bar chart',
  'stacked-bar': 'Stacked bar chart',
  line: 'Line chart',
  'column-line': 'Column chart with a ratio above it',
  waterfall: 'Bridge',
  doughnut: 'Doughnut chart',
  'small-multiples': 'Small charts',
}

/** "Recurring revenue and one-time revenue": the title of a chart that has none. */
export function generatedTitle(labels: readonly string[]): string {
  const unique = [...new Set(labels)].map((label, index) => (index === 0 ? label : lowerFirst(label)))
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1)}`
}

/** Lower case for a word inside a sentence, unless it is an abbreviation. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text

type Told = Pick<ChartModel, 'type' | 'title' | 'unit' | 'categories' | 'series' | 'panels' | 'totals'>

/** One sentence for screen readers: what is shown, in what unit, from which value to which. */
export function chartSummary(chart: Told): string {
  const unit = chart.unit === '' ? '' : `, ${chart.unit}`
  const head = `${kinds[chart.type]}: ${chart.title}${unit}`
  const series = chart.panels ? chart.panels.flatMap((panel) => panel.series) : chart.series
  const told =
    chart.type === 'doughnut' || chart.categories.length < 2 || chart.type === 'waterfall' || chart.type === 'bar'
      ? partsTold(chart)
      : series
          .map((one) =>
            movement(
              one,
              chart.categories.map(({ label }) => label),
            ),
          )
          .filter(Boolean)
  return told.length === 0 ? `${head}.` : `${head}; ${told.join('; ')}.`
}

/** "Recurring from 13,050 in 1Q08 to 14,032 in 4Q08". */
function movement({ label, marks }: ChartSeries, categories: readonly string[]): string {
  const first = marks.findIndex((mark) => mark !== null)
  const last = marks.findLastIndex((mark) => mark !== null)
  const [from, to] = [marks[first], marks[last]]
  if (!from || !to) return ''
  if (first === last) return `${label} ${from.text} in ${categories[first]}`
  return `${label} from ${from.text} in ${categories[first]} to ${to.text} in ${categories[last]}`
}

function partsTold({ type, categories, series }: Told): string[] {
  if (type === 'doughnut') return series.map(({ label, marks }) => `${label} ${marks[0]?.text ?? ''}`.trim())
  return series.flatMap(({ marks }) =>
    marks.flatMap((mark, index) => (mark ? [`${categories[index]?.label ?? ''} ${mark.text}`] : [])),
  )
}

/** Gives derived and range marks their footnote letter, and says under the chart what each letter means. */
export function footnoted(
  series: readonly ChartSeries[],
  columns: readonly Pick<Column, 'label'>[],
): { series: ChartSeries[]; notes: string[] } {
  const kinds = (['derived', 'range'] as const).filter((kind) =>
    series.some(({ marks }) => marks.some((mark) => mark?.drawn === kind)),
  )
  const letters = new Map(kinds.map((kind, index) => [kind, String.fromCharCode(97 + index)]))
  const letterOf = (mark: Mark): string | undefined =>
    mark.drawn === 'derived' || mark.drawn === 'range' ? letters.get(mark.drawn) : undefined
  const marked = series.map((one) => ({
    ...one,
    marks: one.marks.map((mark) => {
      const footnote = mark ? letterOf(mark) : undefined
      return mark && footnote ? { ...mark, footnote } : mark
    }),
  }))
  const notes = kinds.map(
    (kind) => `${letters.get(kind) ?? ''} ${noteWords[kind]}: ${periodsOf(series, columns, kind)}.`,
  )
  return { series: marked, notes }
}

const noteWords = {
  derived: 'Hatched: derived from other published figures',
  range: 'Hatched with whiskers: only a low and a high are known',
} as const

function periodsOf(
  series: readonly ChartSeries[],
  columns: readonly Pick<Column, 'label'>[],
  kind: Mark['drawn'],
): string {
  const labels = columns.flatMap(({ label }, index) =>
    series.some(({ marks }) => marks[index]?.drawn === kind) ? [label] : [],
  )
  return labels.join(', ')
}
