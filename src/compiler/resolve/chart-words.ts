import { fill } from '../../language/fill.ts'
import type { ChartWords, Language } from '../../language/language.ts'
import type { ChartModel, ChartSeries, Mark } from '../../model/chart.ts'
import type { Column } from './chart-periods.ts'

/** "Recurring revenue and one-time revenue": the title of a chart that has none. */
export function generatedTitle(labels: readonly string[], { lists, capitalNouns }: Language): string {
  const unique = [...new Set(labels)].map((label, index) => (index === 0 || capitalNouns ? label : lowerFirst(label)))
  if (unique.length < 2) return unique[0] ?? ''
  return `${unique.slice(0, -1).join(lists.separator)}${lists.lastSeparator}${unique.at(-1)}`
}

/** Lower case for a word inside a sentence, unless it is an abbreviation. */
const lowerFirst = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text

type Told = Pick<ChartModel, 'type' | 'title' | 'unit' | 'categories' | 'series' | 'panels' | 'totals'>

/** One sentence for screen readers: what is shown, in what unit, from which value to which. */
export function chartSummary(chart: Told, { charts: words }: Language): string {
  const { title, unit } = chart
  const type = words.types[chart.type]
  const head = unit === '' ? fill(words.summary, { type, title }) : fill(words.summaryWithUnit, { type, title, unit })
  const series = chart.panels ? chart.panels.flatMap((panel) => panel.series) : chart.series
  const told =
    chart.type === 'doughnut' || chart.categories.length < 2 || chart.type === 'waterfall' || chart.type === 'bar'
      ? partsTold(chart)
      : series
          .map((one) =>
            movement(
              one,
              chart.categories.map(({ label }) => label),
              words,
            ),
          )
          .filter(Boolean)
  if (told.length === 0) return fill(words.noDetails, { head })
  return fill(words.details, { head, details: told.join(words.detailSeparator) })
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
  { charts: words, lists }: Language,
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
  const notes = kinds.map((kind) => {
    const periods = periodsOf(series, columns, kind).join(lists.separator)
    return `${letters.get(kind) ?? ''} ${fill(words[kind], { periods })}`
  })
  return { series: marked, notes }
}

function periodsOf(
  series: readonly ChartSeries[],
  columns: readonly Pick<Column, 'label'>[],
  kind: Mark['drawn'],
): readonly string[] {
  return columns.flatMap(({ label }, index) =>
    series.some(({ marks }) => marks[index]?.drawn === kind) ? [label] : [],
  )
}
